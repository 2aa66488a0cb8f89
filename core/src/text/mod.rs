//! What one message says by itself: normalise, match rules, ask the classifier, collect signals.

#[cfg(feature = "text-model")]
pub(crate) mod classifier;
pub(crate) mod contact;
pub mod features;
pub(crate) mod lexicon;
pub(crate) mod normalize;
pub(crate) mod signals;

#[cfg(any(test, feature = "embedded-rules"))]
use std::sync::{Arc, Mutex, PoisonError, Weak};

#[cfg(feature = "text-model")]
pub use classifier::{ModelPack, TextConfig};
use himaya_models::lexicon as files;
pub use lexicon::{Explanation, Lexicon, LexiconSources, Rule, RuleHit};

impl Lexicon {
    /// The rules that this build embeds.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    #[cfg(any(test, feature = "embedded-rules"))]
    pub fn embedded() -> Result<Self, lexicon::ArtifactError> {
        Self::from_artifact(include!(concat!(env!("OUT_DIR"), "/lexicon.rs")))
    }

    /// The same, laid out in memory once for all guards that live at a time: that is nine tenths of
    /// making one.
    #[cfg(any(test, feature = "embedded-rules"))]
    pub(crate) fn shared() -> Result<Arc<Self>, lexicon::ArtifactError> {
        static SHARED: Mutex<Weak<Lexicon>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lexicon) = shared.upgrade() {
            return Ok(lexicon);
        }
        let lexicon = Arc::new(Self::embedded()?);
        *shared = Arc::downgrade(&lexicon);
        Ok(lexicon)
    }

    /// The rule files that this build embeds, as they were written.
    pub fn embedded_sources() -> LexiconSources<'static> {
        LexiconSources {
            version: files::VERSION,
            bibliography: files::BIBLIOGRAPHY,
            files: files::FILES,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_every_embedded_rule_holds() {
        if let Err(issues) = Lexicon::check(&Lexicon::embedded_sources()) {
            let shown: Vec<String> = issues.iter().map(ToString::to_string).collect();
            panic!("{}", shown.join("\n"));
        }
    }

    #[test]
    fn guards_that_live_at_a_time_share_their_rules() {
        let [one, other] = [(); 2].map(|()| Lexicon::shared().unwrap());
        assert!(Arc::ptr_eq(&one, &other));
    }

    #[test]
    fn the_embedded_rules_are_those_of_the_files() {
        let embedded = Lexicon::embedded().unwrap();
        let compiled = Lexicon::from_sources(&Lexicon::embedded_sources()).unwrap();
        assert_eq!(embedded.version(), compiled.version());
    }
}
