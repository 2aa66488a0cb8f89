//! The numbers of the sequential test, from `models/conversation/weights.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use super::course::{Course, CourseFile, CourseNetwork};
use super::cues::Cue;
use super::interplay::{self, Interplay};
use super::sequential::TONE_SHARE;
use super::state::{Conversation, Relation};
use crate::data;
use crate::taxonomy::Behavior;

const SCHEMA_VERSION: u32 = 6;
/// Minutes of a day.
const DAY: f32 = 1440.0;
/// The most evidence that one weight may be, in nats.
const MAX_NATS: f32 = 32.0;
/// The least boundary, in nats: three times as likely under a risk as without.
const MIN_BOUNDARY: f32 = 1.1;
/// The most that a long conversation adds to it, in nats.
const MAX_LONG: f32 = 8.0;
/// How far a relation may shift the evidence, in nats: less than any two mild signals.
const MAX_RELATION: f32 = 1.0;
/// Messages that show one behaviour and nothing else, by which no conversation may warn.
const OFTEN: usize = 20;

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
    /// How a conversation goes, where there is a classifier.
    pub(crate) course: CourseNetwork,
    /// What all of it together adds, and what messages sound like, where there is a classifier.
    pub(crate) interplay: Interplay,
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
    course: CourseFile,
    interplay: InterplayFile,
    relations: BTreeMap<Relation, f32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleFile {
    behaviors: BTreeMap<Behavior, f32>,
    cues: BTreeMap<Cue, f32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InterplayFile {
    inputs: Vec<String>,
    trees: Vec<String>,
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
    /// What a tree is to look at is not known.
    #[error("interplay.inputs: name {0} is no behaviour, no cue that trees look at and no tone")]
    Input(usize),
    /// A part of the network over the course that cannot be read.
    #[error(
        "course.{0} is not its rows of numbers from -16 to 16, as many as inputs and states need"
    )]
    Course(&'static str),
    /// A tree that cannot be read.
    #[error(
        "interplay.trees: tree {0} is not its nodes in order, `input:bound` or a leaf, with inputs that \
         are there, numbers from -16 to 16 and few enough of them"
    )]
    Tree(usize),
    /// A behaviour that would warn alone.
    #[error(
        "{0} by itself would reach the boundary; lower its weight, or what the trees add to it"
    )]
    Alone(&'static str),
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
        let mut behaviors = [0.0; Behavior::ALL.len()];
        for (slot, behavior) in behaviors.iter_mut().zip(Behavior::ALL) {
            let slug = behavior.slug();
            let weight = file.behaviors.get(behavior).ok_or(WeightsError::Missing(slug))?;
            *slot = within(slug, *weight, 0.0, MAX_NATS)?;
        }
        Ok(Self { boundary, long, behaviors, cues })
    }

    /// One behaviour by itself, however often and clearly shown, must not reach the boundary.
    fn check_alone(&self, heard: Option<(&CourseNetwork, &Interplay)>) -> Result<(), WeightsError> {
        let conversation = Conversation::new();
        for behavior in Behavior::ALL {
            let presences = std::array::from_fn(|at| f32::from(at == *behavior as usize));
            let cues = Cue::ALL.iter().map(|cue| self.cue_nats(*cue, &conversation, &presences));
            let weights = self.behavior_nats(*behavior, &presences) + cues.sum::<f32>();
            let together = heard.map_or(0.0, |(course, interplay)| {
                let inputs = interplay::inputs(&conversation, &presences);
                let mut state = Course::NONE;
                let odds = (0..OFTEN).map(|_| {
                    course.step(&mut state, &inputs);
                    course.odds(&state, &inputs)
                });
                let course = odds.fold(f32::NEG_INFINITY, f32::max);
                let (tone, all) = interplay.nats_of_both(&interplay::unshown(&inputs), &inputs);
                (tone + course).min(TONE_SHARE * self.boundary) + (all - tone)
            });
            if weights + together > self.boundary {
                return Err(WeightsError::Alone(behavior.slug()));
            }
        }
        Ok(())
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
        let mut relations = [0.0; Relation::ALL.len()];
        for (slot, relation) in relations.iter_mut().zip(Relation::ALL) {
            let slug = relation.slug();
            let weight = file.relations.get(relation).ok_or(WeightsError::Missing(slug))?;
            *slot = within(slug, *weight, -MAX_RELATION, MAX_RELATION)?;
        }
        let heard = ScaleFile { behaviors: file.behaviors, cues: file.cues };
        let heard = Scale::new(boundary, long, &heard)?;
        let by_rules = Scale::new(boundary_of_rules, rules_alone_long, &file.rules_alone)?;
        let course = CourseNetwork::new(&file.course)?;
        let interplay = Interplay::new(&file.interplay.inputs, &file.interplay.trees)?;
        heard.check_alone(Some((&course, &interplay)))?;
        by_rules.check_alone(None)?;
        Ok(Self {
            heard,
            by_rules,
            course,
            interplay,
            half_life: DAY * within("half_life_days", file.half_life_days, 0.01, 3650.0)?,
            rarity: within("rarity", file.rarity, 0.0, 10.0)?,
            floor: within("floor", file.floor, 0.0, 0.9)?,
            rule_share: within("rule_share", file.rule_share, 0.0, 1.0)?,
            relations,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::course::STATES;

    /// A network over one input that counts for so much directly, and for nothing else. Its keys are indented:
    /// the trees have one of the same name.
    fn course_of(input: &str, direct: &str) -> String {
        let zeros = |number| vec!["0"; number].join(" ");
        let row = format!("'{}', ", zeros(3 * STATES));
        let recurrent = row.repeat(STATES);
        let (bias, odds) = (zeros(3 * STATES), zeros(STATES));
        format!(
            "[course]\n inputs = [{input}]\n weights = [{row}]\n recurrent = [{recurrent}]\n bias = '{bias}'\n odds = '{odds}'\n \
             direct = '{direct}'\n constant = 0.0\n"
        )
    }

    /// The shipped file with some lines in place of those of their keys, a network that knows one input, and one tree
    /// in place of many.
    fn with(changes: &[(&str, &str)]) -> String {
        let text = himaya_models::conversation::WEIGHTS.text();
        let (before, rest) = text.split_once("[course]").unwrap();
        let (_, behind) = rest.split_once("[relations]").unwrap();
        let course = course_of("'secrecy'", "0.5");
        let trees = "[interplay]\ninputs = ['secrecy']\ntrees = ['0:0.5 0 0.125']\n[relations]";
        let mut text = [before, &course, trees, behind].concat();
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
            ("night", "night = 0.875"),
            ("family", "family = -0.9375"),
        ]))
        .unwrap();
        let Weights { heard, by_rules, half_life, .. } = &weights;
        assert_eq!((heard.boundary, by_rules.boundary, *half_life), (8.5, 7.5, 13_680.0));
        assert_eq!((heard.long, by_rules.long), (0.25, 0.5));
        assert_eq!((weights.rarity, weights.floor, weights.rule_share), (1.125, 0.125, 0.375));
        let mut inputs = interplay::NOTHING;
        let secrecy = Behavior::Secrecy as usize;
        inputs[secrecy] = 1.0;
        assert_eq!(weights.interplay.nats(&inputs), 0.125);
        for scale in [heard, by_rules] {
            let (behavior, cue) = (scale.behaviors[secrecy], scale.cues[Cue::Night as usize]);
            assert_eq!((behavior, cue), (0.625, 0.875));
        }
        assert_eq!(weights.relations[Relation::Family as usize], -0.9375);
    }

    #[test]
    fn a_behaviour_that_would_warn_alone_is_refused() {
        let trees = |clear: &str| format!("trees = ['0:0.5 0 1:0.5 0 {clear}']");
        let alone = |clear: &str, weight: &str, nats: &str| {
            let changes = [
                ("nats", "nats = 9.0"),
                ("inputs", "inputs = ['age_query', 'clear_sign']"),
                ("trees", &trees(clear)),
                ("age_query", &format!("age_query = {weight}")),
                ("clear_sign", "clear_sign = 1.0"),
                ("rules_alone", &format!("rules_alone = {nats}")),
            ];
            Weights::from_toml(&with(&changes))
        };
        assert!(alone("4.0", "3.5", "9.0").is_ok());
        for (clear, weight, nats) in
            [("5.0", "3.5", "9.0"), ("4.0", "4.5", "9.0"), ("4.0", "3.5", "4.25")]
        {
            let error = alone(clear, weight, nats).unwrap_err();
            assert_eq!(error, WeightsError::Alone("age_query"), "{clear} {weight} {nats}");
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
            ("long", "long = 9.0", "`boundary.long` is 9"),
            ("rules_alone_long", "rules_alone_long = -1.0", "`boundary.rules_alone_long` is -1"),
            ("ordinary", "ordinary = 0.5", "`boundary.ordinary` is 0.5"),
            ("night", "night = -1.0", "`night` is -1"),
            ("inputs", "inputs = ['secrecy', 'age']", "name 2 is no behaviour"),
            ("trees", "trees = ['1', '99:0.5 0 1']", "tree 2 is not"),
            ("family", "family = -9.0", "`family` is -9"),
            ("night", "", "no weight for night"),
        ] {
            let error = Weights::from_toml(&with(&[(key, line)])).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
