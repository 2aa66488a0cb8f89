//! Data files that people edit: the line of what does not hold, and what they may have meant.

use serde::de::DeserializeOwned;

/// How much alike a word must be to be proposed, 0..1 (Jaro and Winkler).
const ALIKE: f64 = 0.78;
/// Proposals at most.
const PROPOSALS: usize = 5;

/// Line of a byte offset, from 1.
pub(crate) fn line_at(text: &str, offset: usize) -> usize {
    1 + text.get(..offset).unwrap_or("").matches('\n').count()
}

/// Reads TOML; on failure the line and what is wrong.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, (usize, String)> {
    toml::from_str(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        (line_at(text, offset), error.message().trim_end().to_owned())
    })
}

/// Where JSON that was kept or sent is wrong, and not what it says, which may be anything: `of` is
/// what it should have been.
pub(crate) fn json_place(error: &serde_json::Error, of: &str) -> String {
    let what =
        if error.is_data() { format!("no field or value of {of}") } else { "not JSON".into() };
    format!("line {}, column {}: {what}", error.line(), error.column())
}

/// The known words that are most like one, the likest first.
pub(crate) fn near<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let word: String = word.chars().take(80).collect::<String>().to_lowercase();
    let part = |candidate: &str| {
        let long_enough = word.len() >= 4;
        if long_enough && candidate.contains(&word) { 1.0 } else { 0.0 }
    };
    let mut alike: Vec<(f64, &str)> = known
        .map(|candidate| (strsim::jaro_winkler(&word, candidate).max(part(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    alike.dedup_by(|a, b| a.1 == b.1);
    alike.into_iter().take(PROPOSALS).map(|(_, candidate)| candidate).collect()
}

/// ` (did you mean a, b?)`, or nothing.
pub(crate) fn proposed<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = near(word, known);
    if near.is_empty() { String::new() } else { format!(" (did you mean {}?)", near.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_word_leads_to_the_one_that_was_meant() {
        let known = ["secrecy", "isolation", "sextortion", "threat_sextortion"];
        assert_eq!(near("secresy", known.into_iter()), ["secrecy"]);
        assert_eq!(near("sextort", known.into_iter()), ["sextortion", "threat_sextortion"]);
        assert!(near("zzz", known.into_iter()).is_empty());
    }
}
