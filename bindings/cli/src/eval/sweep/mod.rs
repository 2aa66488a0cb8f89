//! `himaya eval --sweep`: a page on which a threshold is moved, and what it would do is read off.
//!
//! The page holds counts by threshold; its script only adds them up.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::Failure;
use crate::page::{STYLE, escaped};

const PAGE: &str = include_str!("page.html");
const SCRIPT: &str = include_str!("sweep.js");
const OWN_STYLE: &str = include_str!("sweep.css");
/// Thresholds are the hundredths from 0 to this.
const STEPS: u16 = 100;

/// Something that was measured, as a threshold sees it.
pub struct Scored {
    pub language: String,
    /// What it is labelled as: the behaviour meant, the kind of conversation.
    pub group: Option<String>,
    pub risky: bool,
    pub score: f32,
    /// What it is taken for, and how strongly, where that is told.
    pub found: Vec<(String, f32)>,
}

/// How many of a group reach which threshold.
#[derive(Serialize)]
struct Cell {
    language: String,
    /// Empty: all of this language.
    group: String,
    risky: bool,
    of: usize,
    /// The highest threshold in hundredths that is reached, and by how many; ascending.
    reach: Vec<(u16, usize)>,
}

/// What is shown of one set.
#[derive(Serialize)]
struct SweepSet {
    name: String,
    cells: Vec<Cell>,
}

/// What the page says of the scores.
#[derive(Clone, Copy, Serialize)]
pub struct Words {
    pub title: &'static str,
    /// What is counted, in the plural.
    pub unit: &'static str,
    pub risky: &'static str,
    pub threshold: &'static str,
    pub group: &'static str,
    pub note: &'static str,
}

/// Everything on the page.
#[derive(Serialize)]
pub struct Sweep {
    schema_version: u32,
    himaya_version: &'static str,
    ruleset_version: String,
    text_model: Option<String>,
    words: Words,
    /// The threshold that `eval` measures at, in hundredths.
    in_use: u16,
    sets: Vec<SweepSet>,
}

/// How many there are, and how many reach each step.
type Reach = (usize, BTreeMap<u16, usize>);

impl Sweep {
    pub fn new(words: Words, ruleset_version: &str, text_model: Option<&str>) -> Self {
        Self {
            schema_version: 1,
            himaya_version: env!("CARGO_PKG_VERSION"),
            ruleset_version: ruleset_version.to_owned(),
            text_model: text_model.map(str::to_owned),
            words,
            in_use: STEPS / 2,
            sets: Vec::new(),
        }
    }

    /// Adds a set; sets of one name are one.
    pub fn add(&mut self, name: &str, scored: &[Scored]) {
        let mut cells: BTreeMap<(bool, &str, &str), Reach> = BTreeMap::new();
        for one in scored {
            let groups = [Some(""), one.group.as_deref()];
            for group in groups.into_iter().flatten() {
                let cell = cells.entry((one.risky, &one.language, group)).or_default();
                cell.0 += 1;
                *cell.1.entry(reached(one.score)).or_default() += 1;
            }
        }
        // Taken for something: of all that are harmless, since any of them might have been.
        for one in scored.iter().filter(|one| !one.risky) {
            let of = cells.get(&(false, one.language.as_str(), "")).map_or(0, |cell| cell.0);
            for (group, score) in &one.found {
                let cell = cells.entry((false, &one.language, group)).or_default();
                cell.0 = of;
                *cell.1.entry(reached(*score)).or_default() += 1;
            }
        }
        let cells = cells.into_iter().map(|((risky, language, group), (of, reach))| Cell {
            language: language.to_owned(),
            group: group.to_owned(),
            risky,
            of,
            reach: reach.into_iter().collect(),
        });
        self.sets.push(SweepSet { name: name.to_owned(), cells: cells.collect() });
    }

    /// The page, which needs nothing else.
    pub fn page(&self) -> Result<String, Failure> {
        // `<` could end the element that holds it.
        let data = serde_json::to_string(self).map_err(io::Error::from)?.replace('<', "\\u003c");
        let about = format!(
            "Himaya {}, rules {}, {}",
            self.himaya_version,
            self.ruleset_version,
            self.text_model.as_deref().unwrap_or("no text classifier")
        );
        Ok(PAGE
            .replace("{{title}}", &escaped(self.words.title))
            .replace("{{about}}", &escaped(&about))
            .replace("{{note}}", &code_marked(&escaped(self.words.note)))
            .replace("{{style}}", &format!("{STYLE}{OWN_STYLE}"))
            .replace("{{script}}", SCRIPT)
            .replace("{{data}}", &data))
    }
}

/// What stands between backticks as code.
fn code_marked(text: &str) -> String {
    let mark = |(place, part)| match place % 2 {
        0 => String::from(part),
        _ => format!("<code>{part}</code>"),
    };
    text.split('`').enumerate().map(mark).collect()
}

/// The highest threshold, in hundredths, that a score reaches.
fn reached(score: f32) -> u16 {
    let reaches = |step: &u16| score >= f32::from(*step) / f32::from(STEPS);
    (0..=STEPS).rev().find(reaches).unwrap_or(0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_score_reaches_a_threshold_as_eval_compares_them() {
        for step in 0..=STEPS {
            let at = f32::from(step) / f32::from(STEPS);
            assert_eq!(reached(at), step);
            assert_eq!(reached(at.next_down()), step.saturating_sub(1));
        }
        assert_eq!(reached(0.5), 50);
    }

    #[test]
    fn commands_in_a_note_are_code() {
        assert_eq!(code_marked("run `himaya eval`, then"), "run <code>himaya eval</code>, then");
        assert_eq!(code_marked("nothing"), "nothing");
    }

    #[test]
    fn what_is_taken_for_something_is_of_all_that_are_harmless() {
        let scored = |risky, group: Option<&str>, found: &[(&str, f32)]| Scored {
            language: "en".to_owned(),
            group: group.map(str::to_owned),
            risky,
            score: found.iter().map(|(_, score)| *score).fold(0.0, f32::max),
            found: found.iter().map(|(name, score)| ((*name).to_owned(), *score)).collect(),
        };
        let words =
            Words { title: "</script>", unit: "", risky: "", threshold: "", group: "", note: "" };
        let mut sweep = Sweep::new(words, "", None);
        let all = [
            scored(true, Some("secrecy"), &[("secrecy", 0.9)]),
            scored(false, None, &[("secrecy", 0.6), ("meeting", 0.3)]),
            scored(false, None, &[]),
        ];
        sweep.add("set", &all);
        let cells = &sweep.sets[0].cells;
        let cell =
            |risky, group| cells.iter().find(|c| c.risky == risky && c.group == group).unwrap();
        assert_eq!((cell(true, "secrecy").of, &cell(true, "").reach), (1, &vec![(90, 1)]));
        assert_eq!((cell(false, "").of, &cell(false, "").reach), (2, &vec![(0, 1), (60, 1)]));
        assert_eq!((cell(false, "meeting").of, &cell(false, "meeting").reach), (2, &vec![(30, 1)]));
        assert_eq!(sweep.page().unwrap().matches("</script>").count(), 2);
    }
}
