//! Which language of those there are suits a person best.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use himaya_models::TextFile;
use unic_langid::LanguageIdentifier;

/// Tags of a list that are looked at.
const MAX_TAGS: usize = 32;

/// English, which every other language falls back to.
pub(super) fn english() -> &'static TextFile {
    static NONE: TextFile = TextFile::plain("en", "");
    let files = himaya_models::messages::FILES;
    files.iter().find(|file| file.name() == "en").unwrap_or(&NONE)
}

/// The file that suits the first tag for which there is one (RFC 4647, by fluent-langneg).
pub(super) fn best(preferred: &[&str]) -> Option<&'static TextFile> {
    let files = himaya_models::messages::FILES;
    let wanted = preferred.iter().take(MAX_TAGS).filter_map(|tag| identifier(tag));
    let wanted: Vec<LanguageIdentifier> = wanted.collect();
    let known: Vec<LanguageIdentifier> =
        files.iter().filter_map(|file| identifier(file.name())).collect();
    let found = negotiate_languages(&wanted, &known, None, NegotiationStrategy::Matching);
    let code = (*found.first()?).to_string();
    files.iter().find(|file| file.name() == code)
}

/// A tag without what does not matter to words: the extensions of BCP 47 (`ar-u-nu-latn`), the
/// encoding of a system's locale (`pt_BR.UTF-8`).
fn identifier(tag: &str) -> Option<LanguageIdentifier> {
    let tag = tag.split(['.', '@']).next().unwrap_or("");
    let parts: Vec<&str> = tag.split(['-', '_']).take_while(|part| part.len() > 1).collect();
    let id: LanguageIdentifier = parts.join("-").parse().ok()?;
    (!id.language.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_lead_to_the_best_language_there_is() {
        for (tags, expected) in [
            (&["ar"][..], Some("ar")),
            (&["ar-EG"], Some("ar")),
            (&["ar-Arab-MA"], Some("ar")),
            (&["AR_eg"], Some("ar")),
            (&["ar-SA-u-nu-latn"], Some("ar")),
            (&["en_GB.UTF-8"], Some("en")),
            (&["zh-Hant", "xx", "en-AU", "ar"], Some("en")),
            (&["zh-Hant"], None),
            (&["", "-", "é", "u-nu", "ar-"], Some("ar")),
            (&["C", "POSIX", "*", "und"], None),
            (&[], None),
        ] {
            assert_eq!(best(tags).map(TextFile::name), expected, "{tags:?}");
        }
        assert_eq!(english().name(), "en");
    }
}
