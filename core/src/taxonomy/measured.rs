//! What was measured of the embedded text classifier together with the rules.

use std::collections::BTreeMap;

use himaya_models::text::EVALUATION;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The evaluation of the embedded classifier, which `models/training/text/build` wrote: held-out
/// messages of this project, and public chat.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Measured {
    /// Version of the classifier.
    pub version: String,
    /// By language; `all` is all of them together.
    pub languages: BTreeMap<String, LanguageRates>,
    /// Messages of a behaviour (or of the category `bullying`) that were signalled as such, over
    /// all languages.
    pub behaviors: BTreeMap<String, Rate>,
    /// Messages of ordinary chat that were signalled, by language.
    pub ordinary_signalled: BTreeMap<String, OrdinaryRates>,
}

/// What was measured in one language.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct LanguageRates {
    /// Indicators signalled by rules and classifier together.
    pub recall: Rate,
    /// Indicators signalled by the rules alone.
    pub recall_rules: Rate,
    /// Messages that only sound like an indicator, signalled all the same.
    pub hard_negatives_signalled: Rate,
    /// Those signalled by the rules alone.
    pub hard_negatives_signalled_rules: Rate,
}

/// Ordinary chat that was signalled.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct OrdinaryRates {
    /// By rules and classifier together.
    pub both: Rate,
    /// By the rules alone.
    pub rules: Rate,
}

/// A share with its counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// How many.
    pub hits: u32,
    /// Of how many.
    pub of: u32,
    /// 95 % interval of the share (Wilson), 0..1.
    pub interval: [f64; 2],
}

/// The evaluation cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{path}: {detail}")]
pub struct MeasuredError {
    path: &'static str,
    detail: String,
}

impl Measured {
    /// The evaluation that this build embeds.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    pub fn embedded() -> Result<Self, MeasuredError> {
        serde_json::from_str(&EVALUATION.text())
            .map_err(|error| MeasuredError { path: EVALUATION.name(), detail: error.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Behavior;

    #[test]
    fn every_behaviour_and_every_language_with_rules_was_measured() {
        let measured = Measured::embedded().unwrap();
        for behavior in Behavior::ALL {
            assert!(measured.behaviors.contains_key(behavior.slug()), "{behavior}");
        }
        for language in crate::text::Lexicon::embedded().unwrap().languages() {
            assert!(measured.languages.contains_key(language), "{language}");
        }
    }
}
