//! A sequential test over what one counterpart shows.
//!
//! Two hypotheses: the contact is a risk (H1), or it is not (H0). Every kind of signal k has a
//! *presence* x_k, the probability that it was really shown: signals of strength s_1, s_2, …
//! (each the probability that the signal is right) make it 1 - (1 - s_1)(1 - s_2)…, so that
//! repeating one thing saturates, and time halves it every `half_life_days`. The evidence is
//!
//! ```text
//! S = sum over k of w_k x_k + sum over cues c of w_c v_c + interplay + course + relation
//! ```
//!
//! with w_k the log-likelihood ratio (in nats) of a kind that is surely present, ln P(shown | H1)
//! / P(shown | H0). The test warns where S reaches the boundary, after every message anew: Wald's
//! sequential probability ratio test with the upper boundary alone ("open-ended"), since no
//! amount of small talk proves a contact harmless. What is absent counts for nothing, so presence
//! never counts below zero: the reflection of Page's cumulative sum.
//!
//! The interplay is what trees make of presences, cues and *tones* together, where there is a
//! classifier: tones are running means of what the messages sound like to it, whatever they show. A
//! part of them are the contexts, of the log-likelihood ratio of a message by itself,
//! P(message | H1) / P(message | H0), as the classifier estimates it for either side. The course is what a
//! recurrent network makes of the order in which all of this came (`course`). With tones
//! alone the interplay may count against a risk; for one it counts, together with the course, at most [`TONE_SHARE`] of the
//! boundary, so that nothing warns in which nothing was shown. What is shown then adds to that.
//!
//! Why saturation and forgetting are safe: exp(S) stands for a likelihood ratio, with a mean of 1
//! under H0; a ratio raised to a power between 0 and 1, chosen before its message is read, keeps a
//! mean of at most 1 (Jensen). By Ville's inequality the probability that it ever reaches 1/a is
//! then at most a, however long the conversation; Wald's boundary ln((1 - miss) / false_alarm)
//! rests on the same. Both need exact and independent ratios, and these are estimates of signals
//! that go together. So the boundary is not theirs but an order statistic: the least one that
//! conversations which the weights were not fitted on reach at most at the stated false-alarm
//! rates (conformal prediction; `models/training/conversation`). Where messages are many there are
//! as many chances to be wrong, so the boundary grows with their number n, by `long` n / (n + 100):
//! just as far as it must for harmless conversations in weeks of small talk.
//!
//! The risk is `sigmoid(S - boundary)`: from one half on the test warns.
//!
//! Sources: A. Wald, "Sequential Tests of Statistical Hypotheses", Ann. Math. Stat. 16 (1945);
//! E. S. Page, "Continuous Inspection Schemes", Biometrika 41 (1954); J. Ville, "Étude critique
//! de la notion de collectif" (1939); H. Robbins, "Statistical Methods Related to the Law of the
//! Iterated Logarithm", Ann. Math. Stat. 41 (1970); V. Vovk, A. Gammerman, G. Shafer, "Algorithmic
//! Learning in a Random World" (2005). `models/conversation/weights.toml` holds the numbers.

use super::cues::{self, Cue};
use super::interplay::{self, Inputs};
use super::state::{Conversation, DECISIVE, PERSISTENCE, Relation, TRACES, Trace};
use super::timeline::Event;
use super::weights::{Scale, Weights};
use crate::assessment::Origin;
use crate::message::{Message, Role};
use crate::taxonomy::{Behavior, Direction, Stage};
use crate::text::signals::Reading;

/// Messages after which half of what a long conversation adds to the boundary is there.
const LONG: f32 = 100.0;
/// How much of its strength counts of what a sentence alone shows, and not its message as a whole. With none
/// of it cross-validated F1 was 0.925, with 0.4 of it 0.930; taken like any signal, at its probability, 0.917.
const SENTENCE_SHARE: f32 = 0.4;
/// The most that the tone and the course count, as a share of the boundary.
pub(crate) const TONE_SHARE: f32 = 0.9;

impl Weights {
    /// Takes a message into account and says what the risk is behind it, 0..1.
    pub(crate) fn observe(
        &self,
        conversation: &mut Conversation,
        message: &Message<'_>,
        reading: &Reading,
    ) -> f32 {
        let at = conversation.clock.advance(message.time);
        cues::count(conversation, message, reading.question, reading.sound);
        let strengths = self.strengths(conversation, message, reading);
        let mut shown = 0;
        for (place, strength) in strengths.iter().enumerate() {
            shown |= u32::from(*strength > 0.0) << place;
        }
        // As costly as all the rest, and most messages show nothing.
        let before = if shown == 0 { 0.0 } else { self.evidence(conversation) };
        for (place, strength) in strengths.iter().enumerate() {
            if *strength > 0.0 {
                self.add(conversation, place, at, *strength, message.edited);
            }
        }
        if cues::heard(conversation) && !message.edited {
            let inputs = interplay::inputs(conversation, &self.presences(conversation));
            self.course.step(&mut conversation.course, &inputs);
        }
        let after = self.evidence(conversation);
        let risk = self.risk_at(after, conversation);
        if shown != 0 {
            let behaviors = shown & ((1 << Behavior::ALL.len()) - 1);
            let number = conversation.number();
            conversation.timeline.push(Event::new(at, number, behaviors, after - before, risk));
        }
        risk
    }

    /// How surely a message shows each kind of signal, 0..1.
    fn strengths(
        &self,
        conversation: &Conversation,
        message: &Message<'_>,
        reading: &Reading,
    ) -> [f32; TRACES] {
        let mut strengths = [0.0_f32; TRACES];
        let mut raise = |place: usize, strength: f32| {
            if let Some(slot) = strengths.get_mut(place) {
                *slot = slot.max(strength.clamp(0.0, 1.0));
            }
        };
        // Without a classifier a rule's weight is all there is to go by.
        let believed = reading.score.map(|score| self.believed(score));
        for signal in &reading.signals {
            let Some(behavior) = signal.behavior else { continue };
            if !signal.of_whole {
                raise(behavior as usize, SENTENCE_SHARE * signal.score);
                continue;
            }
            raise(
                behavior as usize,
                match (believed, signal.origin) {
                    (Some(believed), Origin::Model) => believed,
                    (Some(believed), _) => believed.max(self.rule_share * signal.score),
                    (None, _) => signal.score,
                },
            );
            if signal.decisive {
                raise(behavior as usize, signal.score);
                raise(DECISIVE, 1.0);
            }
        }
        if let Some((behavior, believed)) = reading.hint.zip(believed) {
            raise(behavior as usize, believed);
        }
        if message.role == Role::Counterpart {
            let of_counterpart = Behavior::ALL
                .iter()
                .filter(|behavior| behavior.direction() == Direction::Counterpart)
                .filter_map(|behavior| strengths.get(*behavior as usize));
            let strongest = of_counterpart.copied().fold(0.0, f32::max);
            let resisted = [Behavior::Refusal, Behavior::Distress]
                .map(|behavior| self.presence(conversation, behavior as usize));
            let resisted = resisted.into_iter().fold(0.0, f32::max);
            if let Some(slot) = strengths.get_mut(PERSISTENCE) {
                *slot = strongest * resisted;
            }
        }
        strengths
    }

    /// How surely a message of this probability shows what it seems to, 0..1: the probability at
    /// the rate of conversations, what is little counting for nothing, so that a thousand
    /// harmless messages add up to nothing.
    fn believed(&self, score: f32) -> f32 {
        let odds = (score / (1.0 - score)).ln() - self.rarity;
        let probability = 1.0 / (1.0 + (-odds).exp());
        ((probability - self.floor) / (1.0 - self.floor)).max(0.0)
    }

    /// Puts a signal to what is remembered. One of an edited message only raises: it may be the
    /// same that the message showed before.
    fn add(
        &self,
        conversation: &mut Conversation,
        place: usize,
        at: u32,
        strength: f32,
        edited: bool,
    ) {
        let number = u16::try_from(conversation.number()).unwrap_or(u16::MAX);
        let Some(trace) = conversation.traces.get_mut(place) else { return };
        if trace.times == 0 {
            *trace = Trace { presence: 0, times: 1, message: number, first: at, last: at };
            trace.set_presence(strength);
            return;
        }
        let last = trace.last.max(at);
        let held = trace.presence() * self.kept(last - trace.last);
        let strength = strength * self.kept(last - at);
        trace.set_presence(if edited {
            held.max(strength)
        } else {
            1.0 - (1.0 - held) * (1.0 - strength)
        });
        trace.times = trace.times.saturating_add(1);
        trace.first = trace.first.min(at);
        trace.last = last;
    }

    /// What is left of a presence after that many minutes.
    fn kept(&self, minutes: u32) -> f32 {
        if minutes == 0 { 1.0 } else { (-(minutes as f32) / self.half_life).exp2() }
    }

    /// Presence of a kind of signal now, 0..1.
    pub(crate) fn presence(&self, conversation: &Conversation, place: usize) -> f32 {
        let trace = conversation.trace(place);
        if trace.times == 0 {
            return 0.0;
        }
        trace.presence() * self.kept(conversation.clock.now().saturating_sub(trace.last))
    }

    /// Presence of every kind of signal now.
    pub(crate) fn presences(&self, conversation: &Conversation) -> [f32; TRACES] {
        std::array::from_fn(|place| self.presence(conversation, place))
    }

    /// What counts for this conversation: with a classifier more is seen, and seen otherwise.
    pub(crate) fn scale(&self, conversation: &Conversation) -> &Scale {
        if cues::heard(conversation) { &self.heard } else { &self.by_rules }
    }

    /// Nats that everything together adds, beside the weights: what messages sound like, within bounds,
    /// and what that which was shown makes of it.
    fn interplay_nats(&self, conversation: &Conversation, presences: &[f32; TRACES]) -> f32 {
        if !cues::heard(conversation) {
            return 0.0;
        }
        let inputs = interplay::inputs(conversation, presences);
        let (tone, all) = self.interplay.nats_of_both(&interplay::unshown(&inputs), &inputs);
        let course = self.course.odds(&conversation.course, &inputs);
        (tone + course).min(self.most_tone(conversation)) + (all - tone)
    }

    /// The same by what adds it, and what the course adds.
    pub(crate) fn interplay_shares(
        &self,
        conversation: &Conversation,
        presences: &[f32; TRACES],
    ) -> (Inputs, f32) {
        if !cues::heard(conversation) {
            return (interplay::NOTHING, 0.0);
        }
        let inputs = interplay::inputs(conversation, presences);
        let sounding = interplay::unshown(&inputs);
        let course = self.course.odds(&conversation.course, &inputs);
        let over = (self.interplay.nats(&sounding) + course) / self.most_tone(conversation);
        let mut shares = self.interplay.shares(&interplay::NOTHING, &sounding);
        for (share, shown) in shares.iter_mut().zip(self.interplay.shares(&sounding, &inputs)) {
            *share = *share / over.max(1.0) + shown;
        }
        (shares, course / over.max(1.0))
    }

    /// The most that the tone adds, in nats.
    fn most_tone(&self, conversation: &Conversation) -> f32 {
        TONE_SHARE * self.boundary(conversation)
    }

    /// Nats that the relation adds, or takes.
    pub(crate) fn relation_nats(&self, relation: Relation) -> f32 {
        self.relations.get(relation as usize).copied().unwrap_or(0.0)
    }

    /// S, in nats.
    pub(crate) fn evidence(&self, conversation: &Conversation) -> f32 {
        let presences = self.presences(conversation);
        let scale = self.scale(conversation);
        let behaviors = Behavior::ALL.iter().map(|b| scale.behavior_nats(*b, &presences));
        let cues = Cue::ALL.iter().map(|cue| scale.cue_nats(*cue, conversation, &presences));
        behaviors.sum::<f32>()
            + cues.sum::<f32>()
            + self.interplay_nats(conversation, &presences)
            + self.relation_nats(conversation.contact.relation)
    }

    /// Evidence from which on a conversation warns, in nats.
    pub(crate) fn boundary(&self, conversation: &Conversation) -> f32 {
        let (scale, number) = (self.scale(conversation), conversation.number() as f32);
        scale.boundary + scale.long * number / (number + LONG)
    }

    /// The risk of a conversation that holds this much evidence.
    pub(crate) fn risk_at(&self, nats: f32, conversation: &Conversation) -> f32 {
        1.0 / (1.0 + (self.boundary(conversation) - nats).exp())
    }

    /// The behaviour that holds most evidence.
    pub(crate) fn strongest(&self, conversation: &Conversation) -> Option<Behavior> {
        let (scale, presences) = (self.scale(conversation), self.presences(conversation));
        let held = Behavior::ALL.iter().map(|b| (*b, scale.behavior_nats(*b, &presences)));
        held.filter(|(_, nats)| *nats > 0.0)
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(behavior, _)| behavior)
    }

    /// The stage that holds most evidence.
    pub(crate) fn stage(&self, conversation: &Conversation) -> Option<Stage> {
        self.scale(conversation)
            .stages(&self.presences(conversation))
            .first()
            .map(|(stage, _)| *stage)
    }
}

impl Scale {
    /// Nats that a behaviour of this presence adds.
    pub(crate) fn behavior_nats(&self, behavior: Behavior, presences: &[f32; TRACES]) -> f32 {
        let weight = self.behaviors.get(behavior as usize).copied().unwrap_or(0.0);
        weight * presences.get(behavior as usize).copied().unwrap_or(0.0)
    }

    /// Nats that a cue adds.
    pub(crate) fn cue_nats(
        &self,
        cue: Cue,
        conversation: &Conversation,
        presences: &[f32; TRACES],
    ) -> f32 {
        let weight = self.cues.get(cue as usize).copied().unwrap_or(0.0);
        weight * cues::value(cue, conversation, presences)
    }

    /// Nats by stage, most first; stages are inferred from the mix of behaviours.
    pub(crate) fn stages(&self, presences: &[f32; TRACES]) -> Vec<(Stage, f32)> {
        let mut stages: Vec<(Stage, f32)> = Vec::new();
        for behavior in Behavior::ALL {
            let Some(stage) = behavior.stage() else { continue };
            let nats = self.behavior_nats(*behavior, presences);
            if nats > 0.0 {
                match stages.iter_mut().find(|(known, _)| *known == stage) {
                    Some((_, sum)) => *sum += nats,
                    None => stages.push((stage, nats)),
                }
            }
        }
        stages.sort_by(|a, b| b.1.total_cmp(&a.1));
        stages
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::assessment::Severity;
    use crate::conversation::course::CourseNetwork;
    use crate::conversation::interplay::{Interplay, TONES};
    use crate::taxonomy::Category;
    use crate::text::signals::{ANYTHING, SOUNDS, Signal};

    const DAY: i64 = 86_400_000;

    fn weights() -> Weights {
        Weights::from_toml(&himaya_models::conversation::WEIGHTS.text()).unwrap()
    }

    fn signal(behavior: Behavior, score: f32, decisive: bool) -> Reading {
        let signal = Signal {
            behavior: Some(behavior),
            category: Category::Grooming,
            score,
            severity: Severity::new(4),
            decisive,
            origin: Origin::Rule,
            begun_before: false,
            #[cfg(feature = "text-model")]
            sentence: None,
            of_whole: true,
            span: 0..1,
            reason: "test".into(),
        };
        Reading { signals: vec![signal], ..Reading::default() }
    }

    fn observe(
        weights: &Weights,
        conversation: &mut Conversation,
        time: Option<i64>,
        reading: &Reading,
    ) -> f32 {
        let message = Message { time, ..Message::from_counterpart("") };
        weights.observe(conversation, &message, reading)
    }

    fn quiet(weights: &Weights, conversation: &mut Conversation, time: Option<i64>) -> f32 {
        observe(weights, conversation, time, &Reading::default())
    }

    /// Round numbers: a presence halves in a day, and the classifier is believed word for word.
    fn plain() -> Weights {
        let scale = |boundary| Scale {
            boundary,
            long: 0.0,
            behaviors: [1.0; Behavior::ALL.len()],
            cues: [0.0; Cue::ALL.len()],
        };
        Weights {
            heard: scale(3.0),
            by_rules: scale(2.0),
            half_life: 1440.0,
            rarity: 0.0,
            floor: 0.0,
            rule_share: 0.5,
            course: CourseNetwork::default(),
            interplay: Interplay::default(),
            relations: [0.0; Relation::ALL.len()],
        }
    }

    fn interplay(names: &[&str], trees: &[&str]) -> Interplay {
        let owned =
            |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        Interplay::new(&owned(names), &owned(trees)).unwrap()
    }

    /// A conversation in which this was shown.
    fn showing(shown: &[(usize, f32)]) -> Conversation {
        let mut conversation = Conversation::new();
        for (place, presence) in shown {
            conversation.traces[*place].times = 1;
            conversation.traces[*place].set_presence(*presence);
        }
        conversation
    }

    fn near(found: f32, expected: f32) -> bool {
        (found - expected).abs() < 1e-4
    }

    const PATTERN: [Behavior; 5] = [
        Behavior::AgeQuery,
        Behavior::AloneQuery,
        Behavior::Secrecy,
        Behavior::PlatformSwitch,
        Behavior::PhotoRequest,
    ];

    #[test]
    fn one_behaviour_alone_never_warns() {
        let weights = weights();
        for behavior in Behavior::ALL {
            let mut conversation = Conversation::new();
            for _ in 0..100 {
                observe(&weights, &mut conversation, None, &signal(*behavior, 1.0, false));
            }
            assert!(
                weights.risk_at(weights.evidence(&conversation), &conversation) < 0.5,
                "{behavior}"
            );
        }
    }

    #[test]
    fn a_decisive_signal_is_enough_whoever_sends_it() {
        let weights = weights();
        for relation in Relation::ALL {
            let mut conversation = Conversation::new();
            conversation.set_contact(Contact::new(*relation));
            let threat = signal(Behavior::ThreatSextortion, 0.9, true);
            let risk = observe(&weights, &mut conversation, None, &threat);
            assert!(risk > 0.5, "{relation}: {risk}");
        }
    }

    #[test]
    fn a_pattern_of_mild_signals_warns_and_fades_with_time() {
        let weights = weights();
        let mut conversation = Conversation::new();
        let mut risk = 0.0;
        for behavior in PATTERN {
            risk = observe(&weights, &mut conversation, Some(0), &signal(behavior, 0.75, false));
        }
        assert!(risk > 0.5);
        for month in 1..=12 {
            risk = quiet(&weights, &mut conversation, Some(month * 30 * DAY));
        }
        let nothing = quiet(&weights, &mut Conversation::new(), None);
        assert!(risk < nothing + 0.01, "{risk} {nothing}");
    }

    #[test]
    fn a_slow_pattern_with_much_between_warns() {
        let weights = weights();
        let mut conversation = Conversation::new();
        let (mut time, mut risk) = (0, 0.0);
        for behavior in PATTERN {
            for _ in 0..100 {
                time += DAY / 50;
                quiet(&weights, &mut conversation, Some(time));
            }
            risk = observe(&weights, &mut conversation, Some(time), &signal(behavior, 0.85, false));
        }
        assert!(risk > 0.5, "{risk}");
    }

    #[test]
    fn the_order_of_arrival_hardly_matters() {
        let weights = weights();
        let evidence = |order: [usize; 5]| {
            let mut conversation = Conversation::new();
            for index in order {
                let reading = signal(PATTERN[index], 0.75, false);
                let time = 1_000_000 + index as i64 * 3_600_000;
                observe(&weights, &mut conversation, Some(time), &reading);
            }
            weights.evidence(&conversation)
        };
        let (right, wrong) = (evidence([0, 1, 2, 3, 4]), evidence([2, 0, 4, 1, 3]));
        assert!((right - wrong).abs() < 0.5, "{right} {wrong}");
    }

    #[test]
    fn an_edited_message_is_not_counted_twice() {
        let weights = weights();
        let mut conversation = Conversation::new();
        let reading = signal(Behavior::Secrecy, 0.8, false);
        observe(&weights, &mut conversation, None, &reading);
        let before = weights.evidence(&conversation);
        let again = Message { edited: true, ..Message::from_counterpart("") };
        weights.observe(&mut conversation, &again, &reading);
        assert_eq!(weights.evidence(&conversation), before);
        assert_eq!(conversation.received(), 1);
        weights.observe(&mut conversation, &again, &signal(Behavior::AloneQuery, 0.8, false));
        assert!(weights.evidence(&conversation) > before, "an edit that shows more counts");
    }

    #[test]
    fn a_forged_time_does_not_wipe_out_a_threat() {
        let weights = weights();
        let mut conversation = Conversation::new();
        let threat = signal(Behavior::ThreatSextortion, 0.9, true);
        observe(&weights, &mut conversation, Some(0), &threat);
        let before = weights.presence(&conversation, DECISIVE);
        quiet(&weights, &mut conversation, Some(i64::MAX));
        assert!(weights.presence(&conversation, DECISIVE) > before / 20.0);
        let risk = observe(&weights, &mut conversation, Some(0), &threat);
        assert!(risk > 0.5);
    }

    #[test]
    fn going_on_after_a_refusal_counts() {
        let weights = weights();
        let evidence = |refused: bool| {
            let mut conversation = Conversation::new();
            let role = Role::Protected;
            let message = Message { role, ..Message::from_counterpart("") };
            if refused {
                let refusal = signal(Behavior::Refusal, 0.8, false);
                weights.observe(&mut conversation, &message, &refusal);
            }
            let before = weights.evidence(&conversation);
            observe(&weights, &mut conversation, None, &signal(Behavior::PhotoRequest, 0.8, false));
            weights.evidence(&conversation) - before
        };
        assert!(evidence(true) > evidence(false));
    }

    #[test]
    fn a_probability_is_believed_at_the_rate_of_conversations() {
        const LN_3: f32 = 1.098_612;
        for (score, rarity, floor, expected) in [
            (0.75, 0.0, 0.0, 0.75),
            (0.75, LN_3, 0.0, 0.5),
            (0.75, LN_3, 0.1, 0.444_444),
            (0.9, LN_3, 0.0, 0.75),
            (0.9, LN_3, 0.5, 0.5),
            (0.5, LN_3, 0.2, 0.0625),
            (0.2, LN_3, 0.1, 0.0),
            (0.0, LN_3, 0.1, 0.0),
            (1.0, LN_3, 0.1, 1.0),
        ] {
            let found = Weights { rarity, floor, ..plain() }.believed(score);
            assert!(near(found, expected), "{score} {rarity} {floor}: {found}");
        }
    }

    #[test]
    fn a_signal_is_as_strong_as_rule_and_classifier_make_it() {
        const SECRECY: usize = Behavior::Secrecy as usize;
        let hint = Some(Behavior::Secrecy);
        for (origin, score, decisive, expected) in [
            (Origin::Rule, None, false, 0.8),
            (Origin::Model, None, false, 0.8),
            (Origin::Rule, Some(0.3), false, 0.4),
            (Origin::Rule, Some(0.6), false, 0.6),
            (Origin::Rule, Some(0.3), true, 0.8),
            (Origin::Rule, Some(0.9), true, 0.9),
            (Origin::Model, Some(0.3), false, 0.3),
            (Origin::Model, Some(0.9), false, 0.9),
        ] {
            let mut reading = Reading { score, ..signal(Behavior::Secrecy, 0.8, decisive) };
            reading.signals[0].origin = origin;
            let message = Message::from_counterpart("");
            let found = plain().strengths(&Conversation::new(), &message, &reading);
            let mut all = [0.0; TRACES];
            (all[SECRECY], all[DECISIVE]) = (expected, f32::from(u8::from(decisive)));
            let right = found.iter().zip(all).all(|(a, b)| near(*a, b));
            assert!(right, "{origin:?} {score:?} {decisive}: {found:?}");
        }
        for (score, expected) in [(None, 0.0), (Some(0.3), 0.3)] {
            let reading = Reading { score, hint, ..Reading::default() };
            let message = Message::from_protected("");
            let found = plain().strengths(&Conversation::new(), &message, &reading);
            assert!(near(found[SECRECY], expected) && near(found.iter().sum(), expected));
        }
    }

    #[test]
    fn going_on_counts_by_how_clear_it_is_and_how_clear_the_refusal_was() {
        let (refusal, distress) = (Behavior::Refusal as usize, Behavior::Distress as usize);
        let (sent, received) = (Message::from_protected(""), Message::from_counterpart(""));
        for (message, held, shown, expected) in [
            (received, &[(refusal, 0.4), (distress, 0.8)][..], Behavior::Secrecy, 0.4),
            (received, &[(refusal, 0.6)], Behavior::Secrecy, 0.3),
            (received, &[], Behavior::Secrecy, 0.0),
            (received, &[(refusal, 0.6)], Behavior::Distress, 0.0),
            (sent, &[(refusal, 0.6)], Behavior::Secrecy, 0.0),
        ] {
            let reading = signal(shown, 0.5, false);
            let found = plain().strengths(&showing(held), &message, &reading);
            assert!(near(found[PERSISTENCE], expected), "{held:?} {shown}: {found:?}");
        }
    }

    #[test]
    fn a_message_that_shows_something_is_written_in_the_timeline() {
        let mut weights = plain();
        for scale in [&mut weights.heard, &mut weights.by_rules] {
            scale.cues[Cue::Unmistakable as usize] = 0.53;
        }
        weights.interplay = interplay(&["tone.age_query"], &["0:0 0 1"]);
        let mut conversation = Conversation::new();
        let mut secrecy = signal(Behavior::Secrecy, 1.0, false);
        let mut meeting = signal(Behavior::Meeting, 1.0, true);
        meeting.signals.extend(signal(Behavior::AgeQuery, 1.0, false).signals);
        meeting.signals.extend(signal(Behavior::Isolation, 0.0, false).signals);
        for (minute, reading, expected) in [
            (0, &Reading::default(), 0.119_203),
            (5, &secrecy, 0.268_941),
            (7, &Reading { question: true, ..Reading::default() }, 0.268_941),
            (9, &meeting, 0.821_711),
            (9, &Reading { sound: Some([-3.0; SOUNDS]), ..Reading::default() }, 0.628_900),
        ] {
            let found = observe(&weights, &mut conversation, Some(minute * 60_000), reading);
            assert!((found - expected).abs() < 0.002, "{minute}: {found}");
        }
        // What a message sounds like is no part of what it adds.
        secrecy.sound = Some([9.0; SOUNDS]);
        observe(&weights, &mut conversation, Some(9 * 60_000), &secrecy);
        let secret = Event { at: 5, message: 2, behaviors: 0b1000, added: 16, risk: 68 };
        let met = Event { at: 9, message: 4, behaviors: 0b1_0000_0001, added: 40, risk: 209 };
        assert_eq!(conversation.timeline.events(), [secret, met]);
        let traces = conversation.traces.iter().enumerate();
        let shown: Vec<_> =
            traces.filter(|(_, trace)| trace.times > 0).map(|(place, _)| place).collect();
        assert_eq!(shown, [0, 3, 8, DECISIVE]);
    }

    #[test]
    fn what_is_remembered_of_a_signal_grows_halves_and_never_runs_over() {
        let of = |signals: &[(u32, f32, bool)]| {
            let mut conversation = Conversation::new();
            conversation.sent.messages = 3;
            for (at, strength, edited) in signals {
                conversation.received.messages += 1;
                plain().add(&mut conversation, 2, *at, *strength, *edited);
            }
            let Trace { times, message, first, last, .. } = conversation.traces[2];
            (conversation.traces[2].presence(), (times, message, first, last))
        };
        for (signals, presence, numbers) in [
            (&[(100, 0.6, false)][..], 0.6, (1, 4, 100, 100)),
            (&[(100, 0.6, false), (100, 0.5, false)], 0.8, (2, 4, 100, 100)),
            (&[(100, 0.6, false), (1540, 0.5, false)], 0.65, (2, 4, 100, 1540)),
            (&[(1540, 0.5, false), (100, 0.8, false)], 0.7, (2, 4, 100, 1540)),
            (&[(100, 0.6, false), (100, 0.5, true)], 0.6, (2, 4, 100, 100)),
            (&[(100, 0.6, false), (1540, 0.5, true)], 0.5, (2, 4, 100, 1540)),
            (&[(1540, 0.5, false), (100, 0.8, true)], 0.5, (2, 4, 100, 1540)),
            (&[(1540, 0.3, false), (100, 0.8, true)], 0.4, (2, 4, 100, 1540)),
            (&[(7, 1.0, false); 3], 1.0, (3, 4, 7, 7)),
        ] {
            let found = of(signals);
            assert!(near(found.0, presence) && found.1 == numbers, "{signals:?}: {found:?}");
        }
        let mut conversation = showing(&[(2, 0.5)]);
        conversation.traces[2].times = u16::MAX;
        conversation.received.messages = 70_000;
        for place in [1, 2, TRACES] {
            plain().add(&mut conversation, place, 0, 0.5, false);
        }
        assert_eq!(
            (conversation.traces[1].message, conversation.traces[2].times),
            (65_535, 65_535)
        );
    }

    #[test]
    fn a_presence_halves_in_its_half_life() {
        for (minutes, expected) in [(0, 0.8), (720, 0.565_685), (1440, 0.4), (4320, 0.1)] {
            let mut conversation = showing(&[(4, 0.8)]);
            conversation.traces[5].set_presence(0.8);
            conversation.clock.elapsed = minutes * 60_000;
            let mut all = [0.0; TRACES];
            all[4] = expected;
            let found = plain().presences(&conversation);
            assert!(found.iter().zip(all).all(|(a, b)| near(*a, b)), "{minutes}: {found:?}");
        }
    }

    #[test]
    fn evidence_is_the_sum_of_behaviours_cues_tones_and_the_relation() {
        let mut weights = plain();
        for (scale, of) in [(&mut weights.by_rules, 1.0), (&mut weights.heard, 0.5)] {
            scale.behaviors[Behavior::Secrecy as usize] = 2.0 * of;
            scale.cues[Cue::Unmistakable as usize] = 3.0 * of;
        }
        weights.interplay =
            interplay(&["tone.anything", "secrecy"], &["0:0.25 0 0.2", "1:0.2 0 0:0 0 0.1"]);
        weights.relations[Relation::Stranger as usize] = 0.7;
        let mut conversation = showing(&[(Behavior::Secrecy as usize, 0.25), (DECISIVE, 0.5)]);
        assert!(near(weights.evidence(&conversation), 2.0));
        conversation.set_contact(Contact::new(Relation::Stranger));
        assert!(near(weights.evidence(&conversation), 2.7));
        conversation.received.messages = 3;
        conversation.tone[ANYTHING] = 512;
        // Half apart, of three messages, and half of what was by rules.
        assert!(near(weights.evidence(&conversation), 2.0));
        conversation.traces[Behavior::Secrecy as usize].set_presence(0.2);
        assert!(near(weights.evidence(&conversation), 1.85));
    }

    #[test]
    fn the_boundary_grows_with_the_number_of_messages() {
        let mut weights = plain();
        (weights.by_rules.long, weights.heard.long) = (1.0, 0.5);
        let mut conversation = Conversation::new();
        for (received, sent, expected) in
            [(0, 0, 2.0), (15, 10, 2.2), (60, 40, 2.5), (u32::MAX, u32::MAX, 3.0)]
        {
            (conversation.received.messages, conversation.sent.messages) = (received, sent);
            assert!(near(weights.boundary(&conversation), expected), "{received}");
        }
        conversation.tone[0] = 1;
        assert!(near(weights.boundary(&conversation), 3.5));
        assert!(near(weights.risk_at(3.5, &conversation), 0.5));
    }

    #[test]
    fn the_tone_alone_never_warns() {
        let mut weights = plain();
        weights.interplay = interplay(
            &["tone.anything", "tone.secrecy", "secrecy"],
            &["0:0 0:-1 -16 0 5", "1:0 0 -1", "2:0.5 0 0:0 0 0.75"],
        );
        let mut conversation = Conversation::new();
        (conversation.received.messages, conversation.sent.messages) = (200, 200);
        conversation.tone = [i16::MAX; SOUNDS];
        assert!(near(weights.evidence(&conversation), 2.7), "nine tenths of three");
        let (shares, _) =
            weights.interplay_shares(&conversation, &weights.presences(&conversation));
        assert!(near(shares.iter().sum(), 2.7) && shares[TONES + Behavior::Secrecy as usize] < 0.0);
        // What is shown counts in full.
        conversation.traces[Behavior::Secrecy as usize] =
            showing(&[(Behavior::Secrecy as usize, 1.0)]).traces[Behavior::Secrecy as usize];
        assert!(near(weights.evidence(&conversation), 4.45));
        let (shares, _) =
            weights.interplay_shares(&conversation, &weights.presences(&conversation));
        assert!(near(shares.iter().sum(), 3.45) && near(shares[Behavior::Secrecy as usize], 0.75));
        conversation = Conversation::new();
        (conversation.received.messages, conversation.sent.messages) = (200, 200);
        conversation.tone = [i16::MIN; SOUNDS];
        assert!(near(weights.evidence(&conversation), -16.0));
        let (shares, _) =
            weights.interplay_shares(&conversation, &weights.presences(&conversation));
        assert!(near(shares.iter().sum(), -16.0));
    }

    #[test]
    fn the_shipped_trees_never_fall_where_more_is_shown() {
        let weights = weights();
        let mut conversation = Conversation::new();
        let steps = [-1.5, -0.5, 0.25, 0.75, 1.5];
        for round in 0..500_usize {
            let number = |place: usize| (round * 31 + place * 17) * 2_654_435_761 % 4_294_967_296;
            for (place, tone) in conversation.tone.iter_mut().enumerate() {
                let tone_of = steps[number(place) % steps.len()];
                *tone = (tone_of * 512.0) as i16;
            }
            (conversation.received.messages, conversation.sent.messages) = (9, 9);
            for place in 0..Behavior::ALL.len() {
                conversation.traces[place].times = 1;
                conversation.traces[place].set_presence((number(place + 50) % 5) as f32 / 4.0);
            }
            let raised = number(99) % Behavior::ALL.len();
            let mut last = f32::MIN;
            for presence in [0.0, 0.2, 0.4, 0.6, 0.8, 1.0] {
                conversation.traces[raised].set_presence(presence);
                let nats = weights.evidence(&conversation);
                assert!(
                    nats >= last - 1e-3,
                    "{} at {presence}: {last} {nats}",
                    Behavior::ALL[raised]
                );
                last = nats;
            }
        }
    }

    #[test]
    fn the_risk_is_one_half_at_the_boundary() {
        let mut heard = Conversation::new();
        heard.tone[0] = 1;
        let unheard = Conversation::new();
        for (conversation, nats, expected) in [
            (&heard, 3.0, 0.5),
            (&heard, 4.098_612, 0.75),
            (&heard, 0.0, 0.047_426),
            (&unheard, 2.0, 0.5),
            (&unheard, 0.901_388, 0.25),
        ] {
            let found = plain().risk_at(nats, conversation);
            assert!(near(found, expected), "{nats}: {found}");
        }
    }

    #[test]
    fn stages_and_behaviours_are_ranked_by_their_evidence() {
        let mut weights = plain();
        weights.by_rules.behaviors[Behavior::GiftOffer as usize] = 0.0;
        let shown = [
            (Behavior::AgeQuery, 0.5),
            (Behavior::AloneQuery, 0.6),
            (Behavior::Secrecy, 0.3),
            (Behavior::GiftOffer, 1.0),
            (Behavior::Meeting, 0.7),
            (Behavior::Refusal, 0.65),
        ];
        let conversation =
            showing(&shown.map(|(behavior, presence)| (behavior as usize, presence)));
        let stages = weights.scale(&conversation).stages(&weights.presences(&conversation));
        let expected =
            [(Stage::Isolation, 0.9), (Stage::Maintenance, 0.7), (Stage::InitialContact, 0.5)];
        assert_eq!(stages.len(), expected.len(), "{stages:?}");
        let right = stages.iter().zip(expected).all(|(a, b)| a.0 == b.0 && near(a.1, b.1));
        assert!(right, "{stages:?}");
        assert_eq!(weights.stage(&conversation), Some(Stage::Isolation));
        assert_eq!(weights.strongest(&conversation), Some(Behavior::Meeting));
        let nothing = showing(&[(Behavior::GiftOffer as usize, 1.0)]);
        assert_eq!((weights.stage(&nothing), weights.strongest(&nothing)), (None, None));
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
                let reading = signal(Behavior::ALL[behavior], score, decisive);
                let risk = observe(&weights, &mut conversation, time, &reading);
                prop_assert!((0.0..=1.0).contains(&risk));
                for presence in weights.presences(&conversation) {
                    prop_assert!((0.0..=1.0).contains(&presence), "{}", presence);
                }
                let back = Conversation::import(&conversation.export()).unwrap();
                prop_assert_eq!(weights.evidence(&back), weights.evidence(&conversation));
            }
        }
    }

    use crate::conversation::state::Contact;
}
