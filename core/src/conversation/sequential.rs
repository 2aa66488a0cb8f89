//! A sequential test over the signals of one counterpart.
//!
//! Wald's sequential probability ratio test with forgetting: each behaviour b holds evidence
//! E_b, a log-likelihood ratio in nats. A signal of strength s adds
//! `s * nats_b * (1 - E_b / cap_b)`, so that repeating one thing saturates; what the text
//! classifier alone says counts for `model_share` of that; time takes
//! evidence away with a half-life. The risk is the posterior probability
//! `sigmoid(prior + sum_b E_b + bonus * (distinct behaviours - 1))`.
//! Source: A. Wald, "Sequential Tests of Statistical Hypotheses" (1945).
//! `models/conversation/weights.toml` holds the numbers.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use super::state::{Conversation, MAX_EVIDENCE};
use crate::assessment::Origin;
use crate::taxonomy::Behavior;
use crate::text::signals::Signal;

const SCHEMA_VERSION: u32 = 1;
const DAY: f64 = 86_400_000.0;

/// Weights of the test, in the order of [`Behavior::ALL`].
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    prior: f32,
    half_life: f64,
    distinct_bonus: f32,
    distinct_floor: f32,
    decisive: f32,
    model_share: f32,
    behaviors: [BehaviorWeight; Behavior::ALL.len()],
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct BehaviorWeight {
    nats: f32,
    cap: f32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeightsFile {
    schema_version: u32,
    #[serde(rename = "version")]
    _version: String,
    prior: f32,
    half_life_days: f64,
    distinct_bonus: f32,
    distinct_floor: f32,
    decisive: f32,
    model_share: f32,
    behaviors: BTreeMap<Behavior, BehaviorWeight>,
}

/// Why a weights file cannot be used.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// Not TOML, or not the fields of a weights file.
    #[error("{0}")]
    Syntax(String),
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// A behaviour is missing.
    #[error("no weight for behaviour {0}; every behaviour needs one")]
    Missing(Behavior),
    /// A number out of range.
    #[error("`{0}` is out of range; evidence lies between 0 and {MAX_EVIDENCE}, times above 0")]
    Range(&'static str),
}

impl Weights {
    pub(crate) fn from_toml(text: &str) -> Result<Self, WeightsError> {
        let file: WeightsFile =
            toml::from_str(text).map_err(|error| WeightsError::Syntax(error.to_string()))?;
        if file.schema_version != SCHEMA_VERSION {
            return Err(WeightsError::SchemaVersion(file.schema_version));
        }
        let evidence = 0.0..=MAX_EVIDENCE;
        let mut behaviors = [BehaviorWeight::default(); Behavior::ALL.len()];
        for (slot, behavior) in behaviors.iter_mut().zip(Behavior::ALL) {
            *slot = *file.behaviors.get(behavior).ok_or(WeightsError::Missing(*behavior))?;
            if !(evidence.contains(&slot.nats) && evidence.contains(&slot.cap) && slot.cap > 0.0) {
                return Err(WeightsError::Range(behavior.slug()));
            }
        }
        let ranges = [
            ("prior", (-MAX_EVIDENCE..=0.0).contains(&file.prior)),
            ("half_life_days", file.half_life_days > 0.0 && file.half_life_days.is_finite()),
            ("distinct_bonus", evidence.contains(&file.distinct_bonus)),
            ("distinct_floor", evidence.contains(&file.distinct_floor)),
            ("decisive", evidence.contains(&file.decisive)),
            ("model_share", (0.0..=1.0).contains(&file.model_share)),
        ];
        if let Some((name, _)) = ranges.iter().find(|(_, holds)| !holds) {
            return Err(WeightsError::Range(name));
        }
        Ok(Self {
            prior: file.prior,
            half_life: file.half_life_days * DAY,
            distinct_bonus: file.distinct_bonus,
            distinct_floor: file.distinct_floor,
            decisive: file.decisive,
            model_share: file.model_share,
            behaviors,
        })
    }

    /// Takes a message's signals into account.
    pub(crate) fn observe(
        &self,
        conversation: &mut Conversation,
        time: Option<i64>,
        signals: &[Signal],
    ) {
        let passed = conversation.advance(time);
        if passed > 0 {
            let keep = (-std::f64::consts::LN_2 * passed as f64 / self.half_life).exp() as f32;
            for behavior in Behavior::ALL {
                conversation.set_evidence(*behavior, conversation.evidence(*behavior) * keep);
            }
        }
        for (behavior, weight) in Behavior::ALL.iter().zip(&self.behaviors) {
            let of = signals.iter().filter(|signal| signal.behavior == Some(*behavior));
            let (score, decisive) = of.fold((0.0_f32, false), |(score, decisive), signal| {
                let share = if signal.origin == Origin::Model { self.model_share } else { 1.0 };
                (score.max(signal.score * share), decisive || signal.decisive)
            });
            if score > 0.0 {
                let held = conversation.evidence(*behavior);
                let room = (1.0 - held / weight.cap).max(0.0);
                let floor = if decisive { self.decisive } else { 0.0 };
                let added = held + score * weight.nats * room;
                conversation.set_evidence(*behavior, added.max(floor));
            }
        }
    }

    /// Probability that the contact means harm, 0..1.
    pub(crate) fn risk(&self, conversation: &Conversation) -> f32 {
        let held = Behavior::ALL.iter().map(|behavior| conversation.evidence(*behavior));
        let sum: f32 = held.clone().sum();
        let distinct = held.filter(|nats| *nats >= self.distinct_floor).count();
        let bonus = self.distinct_bonus * distinct.saturating_sub(1) as f32;
        1.0 / (1.0 + (-(self.prior + sum + bonus)).exp())
    }

    /// The behaviour that holds most evidence.
    pub(crate) fn strongest(&self, conversation: &Conversation) -> Option<Behavior> {
        let held = Behavior::ALL.iter().map(|b| (*b, conversation.evidence(*b)));
        held.filter(|(_, nats)| *nats > 0.0)
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(behavior, _)| behavior)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::assessment::Severity;
    use crate::taxonomy::Category;

    fn weights() -> Weights {
        Weights::from_toml(himaya_models::conversation::WEIGHTS.1).unwrap()
    }

    fn signal(behavior: Behavior, score: f32, decisive: bool) -> Signal {
        Signal {
            behavior: Some(behavior),
            category: Category::Grooming,
            score,
            severity: Severity::new(4),
            decisive,
            origin: Origin::Rule,
            span: 0..1,
            reason: "test".into(),
        }
    }

    #[test]
    fn one_behaviour_alone_never_reaches_even_odds() {
        let weights = weights();
        for behavior in Behavior::ALL {
            if matches!(behavior, Behavior::ThreatSextortion | Behavior::CoercionSelfharm) {
                continue;
            }
            let mut conversation = Conversation::new();
            for _ in 0..100 {
                weights.observe(&mut conversation, None, &[signal(*behavior, 1.0, false)]);
            }
            assert!(weights.risk(&conversation) < 0.5, "{behavior}");
        }
    }

    #[test]
    fn a_decisive_signal_is_enough() {
        let weights = weights();
        let mut conversation = Conversation::new();
        let threat = signal(Behavior::ThreatSextortion, 0.9, true);
        weights.observe(&mut conversation, None, &[threat]);
        assert!(weights.risk(&conversation) > 0.5);
    }

    #[test]
    fn a_pattern_of_mild_signals_warns_and_fades_with_time() {
        let weights = weights();
        let mut conversation = Conversation::new();
        for behavior in [
            Behavior::AgeQuery,
            Behavior::AloneQuery,
            Behavior::Secrecy,
            Behavior::PlatformSwitch,
            Behavior::PhotoRequest,
        ] {
            weights.observe(&mut conversation, Some(0), &[signal(behavior, 0.75, false)]);
        }
        assert!(weights.risk(&conversation) > 0.5);
        weights.observe(&mut conversation, Some(90 * DAY as i64), &[]);
        assert!(weights.risk(&conversation) < 0.05);
    }

    #[test]
    fn a_forged_time_does_not_wipe_out_a_threat() {
        let weights = weights();
        let mut conversation = Conversation::new();
        let threat = signal(Behavior::ThreatSextortion, 0.9, true);
        weights.observe(&mut conversation, Some(0), std::slice::from_ref(&threat));
        let before = conversation.evidence(Behavior::ThreatSextortion);
        weights.observe(&mut conversation, Some(i64::MAX), &[]);
        assert!(conversation.evidence(Behavior::ThreatSextortion) > before / 20.0);
        weights.observe(&mut conversation, Some(0), &[threat]);
        assert!(weights.risk(&conversation) > 0.5);
    }

    proptest! {
        #[test]
        fn state_and_risk_stay_in_bounds(
            steps in prop::collection::vec(
                (0..Behavior::ALL.len(), 0.0f32..=1.0, any::<bool>(), any::<Option<i64>>()), 0..60)
        ) {
            let weights = weights();
            let mut conversation = Conversation::new();
            for (behavior, score, decisive, time) in steps {
                let before = weights.risk(&conversation);
                weights.observe(&mut conversation, time, &[signal(Behavior::ALL[behavior], score, decisive)]);
                for behavior in Behavior::ALL {
                    prop_assert!((0.0..=MAX_EVIDENCE).contains(&conversation.evidence(*behavior)));
                }
                let risk = weights.risk(&conversation);
                prop_assert!((0.0..=1.0).contains(&risk) && before.is_finite());
            }
        }
    }

    #[test]
    fn a_wrong_weights_file_is_refused() {
        let good = himaya_models::conversation::WEIGHTS.1;
        for (right, wrong) in [
            ("secrecy = {", "secrets = {"),
            ("cap = 1.8", "cap = 99.0"),
            ("half_life_days = 14.0", "half_life_days = 0.0"),
            ("prior = -6.0", "prior = 6.0"),
        ] {
            assert!(Weights::from_toml(&good.replace(right, wrong)).is_err(), "{wrong}");
        }
    }
}
