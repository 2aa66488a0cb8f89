//! A second picture model's opinion, asked where the first is unsure.

use std::sync::Arc;

use himaya_models::image::SECOND_OPINION;
use serde::Deserialize;
use thiserror::Error;

use super::classifier::{ImageClassifier, ImageError};
use super::pack::ModelPack;
use super::pixels::Pixels;
use crate::assessment::ModelRef;

const SCHEMA_VERSION: u32 = 1;

/// Why the rule for the second model cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OpinionError {
    /// Not TOML, or not the fields of such a file.
    #[error("{path}: {detail}")]
    Syntax {
        /// The file.
        path: &'static str,
        /// What is wrong.
        detail: String,
    },
    /// Bounds that contradict each other.
    #[error("{0}: needs schema_version 1 and 0 <= harmless_below <= asked_from <= asked_to <= 1")]
    Bounds(&'static str),
}

/// `models/image/second_opinion.toml`: bounds on `sensitive` sums, 0..1.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    schema_version: u32,
    asked_from: f32,
    asked_to: f32,
    harmless_below: f32,
}

/// The second model, loaded with the first picture that it is asked about.
#[derive(Debug)]
pub(crate) struct SecondOpinion {
    rule: Rule,
    classifier: ImageClassifier,
    agrees: Arc<str>,
    harmless: Arc<str>,
}

/// What the second model says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Opinion {
    /// There is none, or the first is sure.
    NotAsked,
    /// It cannot be loaded or run: what the first says stands.
    Unavailable,
    /// It finds the picture sensitive too.
    Agrees(Arc<str>),
    /// It finds the picture harmless: reason code and its sum, lower than the first one's.
    Harmless(Arc<str>, f32),
}

impl Rule {
    fn from_toml((path, text): (&'static str, &str)) -> Result<Self, OpinionError> {
        let rule: Self = toml::from_str(text).map_err(|error| OpinionError::Syntax {
            path,
            detail: error.message().trim_end().to_owned(),
        })?;
        let bounds = [0.0, rule.harmless_below, rule.asked_from, rule.asked_to, 1.0];
        if rule.schema_version == SCHEMA_VERSION && bounds.is_sorted() {
            Ok(rule)
        } else {
            Err(OpinionError::Bounds(path))
        }
    }
}

impl SecondOpinion {
    pub(crate) fn new(pack: ModelPack) -> Result<Self, OpinionError> {
        Ok(Self {
            rule: Rule::from_toml(SECOND_OPINION)?,
            classifier: ImageClassifier::new(pack),
            agrees: "image.second_opinion.agrees".into(),
            harmless: "image.second_opinion.harmless".into(),
        })
    }

    pub(crate) fn model(&self) -> &ModelRef {
        self.classifier.model()
    }

    pub(crate) fn load(&self) -> Result<(), ImageError> {
        self.classifier.load().map(|_| ())
    }

    /// The opinion on a picture to which the first model gives the sum `first`.
    pub(crate) fn on(&self, first: f32, pixels: &Pixels<'_>) -> Opinion {
        let Rule { asked_from, asked_to, harmless_below, .. } = self.rule;
        if !(asked_from..=asked_to).contains(&first) {
            return Opinion::NotAsked;
        }
        match self.classifier.scores(pixels) {
            Err(_) => Opinion::Unavailable,
            Ok(scores) if scores.sensitive < harmless_below => {
                Opinion::Harmless(Arc::clone(&self.harmless), scores.sensitive)
            }
            Ok(_) => Opinion::Agrees(Arc::clone(&self.agrees)),
        }
    }
}

impl Opinion {
    /// What the first model's sum becomes; never higher.
    pub(crate) fn score(&self, first: f32) -> f32 {
        match self {
            Self::Harmless(_, second) => first.min(*second),
            _ => first,
        }
    }

    pub(crate) fn reason_code(&self) -> Option<Arc<str>> {
        match self {
            Self::NotAsked | Self::Unavailable => None,
            Self::Agrees(code) | Self::Harmless(code, _) => Some(Arc::clone(code)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{AgeBand, Policy};
    use crate::taxonomy::Category;

    #[test]
    fn the_shipped_rule_asks_below_every_presets_threshold_and_frees_below_that() {
        let rule = Rule::from_toml(SECOND_OPINION).unwrap();
        for band in [AgeBand::From0To5, AgeBand::From13To15, AgeBand::Adult] {
            let first =
                Policy::preset(band).unwrap().table(band).first_threshold(Category::SensitiveImage);
            assert!(first.is_none_or(|at| rule.asked_from < at && rule.harmless_below < at));
        }
    }

    #[test]
    fn a_rule_that_contradicts_itself_is_refused() {
        let (path, text) = SECOND_OPINION;
        for (from, to) in [
            ("asked_from = 0.3", "asked_from = 0.95"),
            ("asked_to = 0.9", "asked_to = 1.5"),
            ("harmless_below = 0.2", "harmless_below = nan"),
            ("schema_version = 1", "schema_version = 2"),
        ] {
            let error = Rule::from_toml((path, &text.replace(from, to))).unwrap_err().to_string();
            assert!(error.contains("0 <= harmless_below"), "{error}");
        }
        let error = Rule::from_toml((path, "asked = 1")).unwrap_err().to_string();
        assert!(error.contains("unknown field"), "{error}");
    }
}
