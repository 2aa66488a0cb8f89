//! The numbers of the sequential test, from `models/conversation/weights.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use super::cues::Cue;
use super::state::Relation;
use crate::data;
use crate::taxonomy::Behavior;
use crate::text::signals::SOUNDS;

const SCHEMA_VERSION: u32 = 4;
/// Minutes of a day.
const DAY: f32 = 1440.0;
/// The most evidence that one weight may be, in nats.
const MAX_NATS: f32 = 16.0;
/// The most that sounding like something may weigh, in nats.
const MAX_TONE: f32 = 2.0;
/// The least boundary, in nats: three times as likely under a risk as without.
const MIN_BOUNDARY: f32 = 1.1;
/// The most that a long conversation adds to it, in nats.
const MAX_LONG: f32 = 4.0;
/// How far a relation may shift the evidence, in nats: less than any two mild signals.
const MAX_RELATION: f32 = 1.0;

/// Weights of the test.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    /// Where there is a classifier.
    pub(crate) heard: Scale,
    /// Where rules are alone.
    pub(crate) by_rules: Scale,
    /// Minutes in which a presence halves.
    pub(crate) half_life: f32,
    /// How much rarer indicators are in conversations than where the classifier was calibrated, in
    /// nats of log odds.
    pub(crate) rarity: f32,
    /// Probabilities up to this say nothing.
    pub(crate) floor: f32,
    /// A rule's signal is at least this share of the rule's weight strong, whatever the classifier
    /// holds.
    pub(crate) rule_share: f32,
    /// Of how the latest messages sound: behaviours in the order of [`Behavior::ALL`], anything,
    /// the contexts.
    pub(crate) tones: [f32; SOUNDS],
    /// In the order of [`Relation::ALL`].
    pub(crate) relations: [f32; Relation::ALL.len()],
}

/// What messages and their course weigh, and from where on they warn.
#[derive(Clone, Debug)]
pub(crate) struct Scale {
    /// Evidence from which on the test warns at first, in nats.
    pub(crate) boundary: f32,
    /// What is added to that in the course of a long conversation, in nats.
    pub(crate) long: f32,
    /// In the order of [`Behavior::ALL`].
    pub(crate) behaviors: [f32; Behavior::ALL.len()],
    /// In the order of [`Cue::ALL`].
    pub(crate) cues: [f32; Cue::ALL.len()],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeightsFile {
    schema_version: u32,
    #[serde(rename = "version")]
    _version: String,
    boundary: Boundary,
    half_life_days: f32,
    rarity: f32,
    floor: f32,
    rule_share: f32,
    behaviors: BTreeMap<Behavior, f32>,
    cues: BTreeMap<Cue, f32>,
    rules_alone: ScaleFile,
    tones: Tones,
    relations: BTreeMap<Relation, f32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleFile {
    behaviors: BTreeMap<Behavior, f32>,
    cues: BTreeMap<Cue, f32>,
}

#[derive(Deserialize)]
struct Tones {
    anything: f32,
    counterpart_context: f32,
    protected_context: f32,
    #[serde(flatten)]
    behaviors: BTreeMap<Behavior, f32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Boundary {
    nats: f32,
    long: f32,
    rules_alone: f32,
    rules_alone_long: f32,
    /// Shares of ordinary dialogues and of harmless conversations that sound alike that are to
    /// warn at most; from these, `nats` was found.
    ordinary: f32,
    harmless: f32,
}

/// Why a weights file cannot be used.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// Not TOML, or not the fields of a weights file.
    #[error("line {line}: {message}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// A behaviour, a cue or a relation is missing.
    #[error("no weight for {0}; every behaviour, cue and relation needs one")]
    Missing(&'static str),
    /// A number out of range.
    #[error("`{name}` is {value}; it must lie between {min} and {max}")]
    Range {
        /// Which number.
        name: &'static str,
        /// What it is.
        value: f32,
        /// The least it may be.
        min: f32,
        /// The most it may be.
        max: f32,
    },
}

fn within(name: &'static str, value: f32, min: f32, max: f32) -> Result<f32, WeightsError> {
    if (min..=max).contains(&value) {
        Ok(value)
    } else {
        Err(WeightsError::Range { name, value, min, max })
    }
}

impl Scale {
    fn new(boundary: f32, long: f32, file: &ScaleFile) -> Result<Self, WeightsError> {
        let mut cues = [0.0; Cue::ALL.len()];
        for (slot, cue) in cues.iter_mut().zip(Cue::ALL) {
            let weight = file.cues.get(cue).ok_or(WeightsError::Missing(cue.slug()))?;
            *slot = within(cue.slug(), *weight, 0.0, MAX_NATS)?;
        }
        // One behaviour by itself, however often and clearly shown, never reaches the boundary.
        let clear_sign = file.cues.get(&Cue::ClearSign).copied().unwrap_or(0.0);
        let most = boundary - clear_sign;
        let mut behaviors = [0.0; Behavior::ALL.len()];
        for (slot, behavior) in behaviors.iter_mut().zip(Behavior::ALL) {
            let slug = behavior.slug();
            let weight = file.behaviors.get(behavior).ok_or(WeightsError::Missing(slug))?;
            *slot = within(slug, *weight, 0.0, most)?;
        }
        Ok(Self { boundary, long, behaviors, cues })
    }
}

impl Weights {
    pub(crate) fn from_toml(text: &str) -> Result<Self, WeightsError> {
        let file: WeightsFile =
            data::parse(text).map_err(|(line, message)| WeightsError::Syntax { line, message })?;
        if file.schema_version != SCHEMA_VERSION {
            return Err(WeightsError::SchemaVersion(file.schema_version));
        }
        let Boundary { nats, long, rules_alone, rules_alone_long, ordinary, harmless } =
            file.boundary;
        within("boundary.long", long, 0.0, MAX_LONG)?;
        within("boundary.rules_alone_long", rules_alone_long, 0.0, MAX_LONG)?;
        within("boundary.ordinary", ordinary, 0.0, 0.01)?;
        within("boundary.harmless", harmless, 0.0, 0.1)?;
        let boundary = within("boundary.nats", nats, MIN_BOUNDARY, MAX_NATS)?;
        let boundary_of_rules =
            within("boundary.rules_alone", rules_alone, MIN_BOUNDARY, MAX_NATS)?;
        let mut tones = [0.0; SOUNDS];
        let of_behaviors = Behavior::ALL.iter().map(|b| (b.slug(), file.tones.behaviors.get(b)));
        let others = [
            ("anything", Some(&file.tones.anything)),
            ("counterpart_context", Some(&file.tones.counterpart_context)),
            ("protected_context", Some(&file.tones.protected_context)),
        ];
        for (slot, (slug, weight)) in tones.iter_mut().zip(of_behaviors.chain(others)) {
            *slot = within(slug, *weight.ok_or(WeightsError::Missing(slug))?, -MAX_TONE, MAX_TONE)?;
        }
        let mut relations = [0.0; Relation::ALL.len()];
        for (slot, relation) in relations.iter_mut().zip(Relation::ALL) {
            let slug = relation.slug();
            let weight = file.relations.get(relation).ok_or(WeightsError::Missing(slug))?;
            *slot = within(slug, *weight, -MAX_RELATION, MAX_RELATION)?;
        }
        let heard = ScaleFile { behaviors: file.behaviors, cues: file.cues };
        Ok(Self {
            heard: Scale::new(boundary, long, &heard)?,
            by_rules: Scale::new(boundary_of_rules, rules_alone_long, &file.rules_alone)?,
            half_life: DAY * within("half_life_days", file.half_life_days, 0.01, 3650.0)?,
            rarity: within("rarity", file.rarity, 0.0, 10.0)?,
            floor: within("floor", file.floor, 0.0, 0.9)?,
            rule_share: within("rule_share", file.rule_share, 0.0, 1.0)?,
            tones,
            relations,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = himaya_models::conversation::WEIGHTS.1;

    /// The file with a line of its own for each key.
    fn with(changes: &[(&str, &str)]) -> String {
        let mut text = GOOD.to_owned();
        for &(key, line) in changes {
            let begin = format!("{key} = ");
            let changed = text.lines().map(|old| if old.starts_with(&begin) { line } else { old });
            let changed = changed.collect::<Vec<_>>().join("\n");
            assert_ne!(changed, text.trim_end(), "{key}");
            text = changed;
        }
        text
    }

    #[test]
    fn every_number_of_the_file_finds_its_place() {
        let weights = Weights::from_toml(&with(&[
            ("half_life_days", "half_life_days = 9.5"),
            ("rarity", "rarity = 1.125"),
            ("floor", "floor = 0.125"),
            ("rule_share", "rule_share = 0.375"),
            ("nats", "nats = 8.5"),
            ("long", "long = 0.25"),
            ("rules_alone", "rules_alone = 7.5"),
            ("rules_alone_long", "rules_alone_long = 0.5"),
            ("secrecy", "secrecy = 0.625"),
            ("anything", "anything = -1.625"),
            ("counterpart_context", "counterpart_context = 1.375"),
            ("protected_context", "protected_context = -0.375"),
            ("night", "night = 0.875"),
            ("family", "family = -0.9375"),
        ]))
        .unwrap();
        let Weights { heard, by_rules, half_life, .. } = &weights;
        assert_eq!((heard.boundary, by_rules.boundary, *half_life), (8.5, 7.5, 13_680.0));
        assert_eq!((heard.long, by_rules.long), (0.25, 0.5));
        assert_eq!((weights.rarity, weights.floor, weights.rule_share), (1.125, 0.125, 0.375));
        let secrecy = Behavior::Secrecy as usize;
        for scale in [heard, by_rules] {
            let (behavior, cue) = (scale.behaviors[secrecy], scale.cues[Cue::Night as usize]);
            assert_eq!((behavior, cue), (0.625, 0.875));
        }
        let [anything, counterpart, protected] = weights.tones.last_chunk().unwrap();
        assert_eq!((weights.tones[secrecy], *anything), (0.625, -1.625));
        assert_eq!((*counterpart, *protected), (1.375, -0.375));
        assert_eq!(weights.relations[Relation::Family as usize], -0.9375);
    }

    #[test]
    fn a_behaviour_and_a_clear_sign_together_stay_below_both_boundaries() {
        for (nats, rules_alone) in
            [("nats = 4.0", "rules_alone = 2.5"), ("nats = 2.5", "rules_alone = 4.0")]
        {
            let boundaries = [("nats", nats), ("rules_alone", rules_alone)];
            let more = [("clear_sign", "clear_sign = 2.125"), ("age_query", "age_query = 0.875")];
            let error = Weights::from_toml(&with(&[boundaries, more].concat())).unwrap_err();
            let (name, value, min, max) = ("age_query", 0.875, 0.0, 0.375);
            assert_eq!(error, WeightsError::Range { name, value, min, max });
        }
    }

    #[test]
    fn a_wrong_weights_file_is_refused() {
        for (key, line, said) in [
            ("schema_version", "schema_version = 1", "schema_version 1 is not supported"),
            ("half_life_days", "half_life_days = 0.0", "`half_life_days` is 0"),
            ("secrecy", "secrets = 1.0", "secrets"),
            ("secrecy", "secrecy = 99.0", "`secrecy` is 99"),
            ("nats", "nats = 1.0", "`boundary.nats` is 1"),
            ("long", "long = 5.0", "`boundary.long` is 5"),
            ("rules_alone_long", "rules_alone_long = -1.0", "`boundary.rules_alone_long` is -1"),
            ("ordinary", "ordinary = 0.5", "`boundary.ordinary` is 0.5"),
            ("night", "night = -1.0", "`night` is -1"),
            ("anything", "anything = -2.5", "`anything` is -2.5"),
            ("family", "family = -9.0", "`family` is -9"),
            ("night", "", "no weight for night"),
        ] {
            let error = Weights::from_toml(&with(&[(key, line)])).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
