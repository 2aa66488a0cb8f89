//! Compiled rules joined and indexed, for hosts that start often.
//!
//! Layout: `b"HMLR"`, the fingerprint of the code that laid them out (64 hex digits), then
//! postcard with rows of numbers as `raw` writes them. What is empty and what follows from the rest
//! is left out: a host reads less, and checks less.

use super::Lexicon;
use super::table::{ArtifactError, Rule};

const MAGIC: &[u8] = b"HMLR";
/// SHA-256 of the code of this module's folder; the build script works it out.
const LAYOUT: &[u8] = match option_env!("HIMAYA_RULES_LAYOUT") {
    Some(layout) => layout.as_bytes(),
    None => b"",
};

impl Lexicon {
    /// The rules joined and indexed, for [`Lexicon::from_prepared`] of the same build. The same
    /// rules give the same bytes everywhere.
    ///
    /// # Errors
    /// None that rules can cause.
    pub fn prepared(&self) -> Result<Vec<u8>, ArtifactError> {
        let begin = [MAGIC, LAYOUT].concat();
        Ok(postcard::to_extend(self, begin)?)
    }

    /// Reads what [`Lexicon::prepared`] gave, in a fraction of the time that
    /// [`Lexicon::from_artifacts`] takes. Whoever can change the bytes decides what is found: unlike
    /// an artefact they hold no checksum, so keep the SHA-256 of what `prepared` gave in a safe
    /// place and compare.
    ///
    /// # Errors
    /// When the bytes are of another build, or no prepared rules, or a rule's number is out of range.
    pub fn from_prepared(bytes: &[u8]) -> Result<Self, ArtifactError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ArtifactError::NotALexicon)?;
        let rest = rest.strip_prefix(LAYOUT).ok_or(ArtifactError::OtherBuild)?;
        let mut lexicon: Self = postcard::from_bytes(rest)?;
        if !lexicon.matcher.rules().iter().all(Rule::in_range) {
            return Err(ArtifactError::Inconsistent("rule"));
        }
        lexicon.matcher.make_room();
        Ok(lexicon)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    fn rules() -> Lexicon {
        Lexicon::embedded().unwrap()
    }

    #[test]
    fn prepared_rules_find_what_the_others_find() {
        let rules = rules();
        let bytes = rules.prepared().unwrap();
        let prepared = Lexicon::from_prepared(&bytes).unwrap();
        assert_eq!(prepared.prepared().unwrap(), bytes);
        assert_eq!(
            (prepared.version(), prepared.languages(), prepared.rules(), prepared.tag()),
            (rules.version(), rules.languages(), rules.rules(), rules.tag())
        );
        let mut found = 0;
        for (_, file) in Lexicon::embedded_sources().files {
            for text in file.split('"').skip(1).step_by(2).step_by(9) {
                let explained = rules.explain(text);
                found += explained.hits.len();
                assert_eq!(prepared.explain(text), explained, "{text}");
            }
        }
        assert!(found > 500, "{found}");
    }

    #[test]
    fn those_of_another_build_are_told_apart() {
        let mut bytes = rules().prepared().unwrap();
        assert_eq!(LAYOUT.len(), 64);
        bytes[MAGIC.len()] ^= 1;
        assert!(matches!(Lexicon::from_prepared(&bytes), Err(ArtifactError::OtherBuild)));
        bytes[0] ^= 1;
        assert!(matches!(Lexicon::from_prepared(&bytes), Err(ArtifactError::NotALexicon)));
        assert!(matches!(Lexicon::from_prepared(b"HMLR"), Err(ArtifactError::OtherBuild)));
    }

    #[test]
    fn a_weight_out_of_range_is_refused() {
        let mut bytes = rules().prepared().unwrap();
        let weight = 0.8_f32.to_le_bytes();
        let at = bytes.windows(4).position(|four| four == weight).unwrap();
        bytes[at..at + 4].copy_from_slice(&8.0_f32.to_le_bytes());
        let refused = Lexicon::from_prepared(&bytes).unwrap_err();
        assert!(matches!(refused, ArtifactError::Inconsistent("rule")), "{refused}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn changed_bytes_do_no_harm(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..200),
            cut in any::<Option<prop::sample::Index>>(),
        ) {
            static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| rules().prepared().unwrap());
            let mut bytes = BYTES.clone();
            let begin = MAGIC.len() + LAYOUT.len();
            for (at, to) in changes {
                let at = begin + at.index(bytes.len() - begin);
                bytes[at] = to;
            }
            if let Some(cut) = cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            if let Ok(rules) = Lexicon::from_prepared(&bytes) {
                for text in ["are you home alone? ab out m e", "هذا سر بيننا 15 !!", "dont tell y0ur mum 🤫"] {
                    rules.explain(text);
                }
            }
        }
    }
}
