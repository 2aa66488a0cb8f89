//! Rules and classifier -> signals: what the sender of one message shows, and how strongly.
//!
//! Both are put together by a logistic regression (stacking; Wolpert, "Stacked Generalization",
//! 1992) over the classifier's log odds and the weight of the strongest rule; the training
//! command fits it on messages that neither had seen. Then
//!
//! - a rule signals unless the fused probability is so low that the classifier is sure of the
//!   contrary; a decisive rule always does, and one that began in the message before, which the
//!   classifier does not see;
//! - the classifier signals by itself from a high fused probability on, mildly, never decisively,
//!   and not where a guard silenced a rule;
//! - where both name one behaviour, the signal is both's.
//!
//! The classifier reads a message as a whole and part by part: each sentence by itself, without the greetings,
//! laughter and pictographs around it, and a long one in pieces. A rule's signal stays if any
//! reading lets it, and the classifier's own may be of one part: "your essay was great. are you home alone? lol"
//! shows what its second sentence shows. To a conversation what a part alone says counts for
//! less ([`Signal::of_whole`]): there messages add up, and harmless ones would as well.

use std::ops::Range;
use std::sync::Arc;

#[cfg(feature = "text-model")]
use super::classifier::{Opinion, TextClassifier, windows};
use super::contact::Contacts;
#[cfg(feature = "text-model")]
use super::features::Features;
use super::lexicon::{Begun, Hit, Lexicon};
use super::normalize::Normalized;
use crate::assessment::{BehaviorScore, Finding, Origin, Severity};
use crate::message::{Message, Role};
#[cfg(feature = "text-model")]
use crate::onnx::OnnxError;
use crate::taxonomy::{Behavior, Category, Direction};

/// Places in a message that one finding reports at most.
const MAX_SPANS: usize = 32;
/// Milliseconds after which a message no longer goes on with the one before.
const MAX_PAUSE: u64 = 10 * 60_000;
/// Latin, Arabic, full-width.
const QUESTION_MARKS: [char; 3] = ['?', '\u{61F}', '\u{FF1F}'];

/// Strength of a signal that the classifier alone gives, at least and at most. At most: less
/// than any preset needs to act upon.
#[cfg(feature = "text-model")]
const MODEL_SCORE: Range<f32> = 0.5..0.69;
/// How bad what the classifier alone finds is taken to be.
#[cfg(feature = "text-model")]
const MODEL_SEVERITY: Severity = Severity::new(3);

/// How many numbers say how a message sounds to the classifier: one for each behaviour, in the
/// order of [`Behavior::ALL`], one for anything at all, and one for each side's context.
pub(crate) const SOUNDS: usize = Behavior::ALL.len() + 3;
/// Place of the number for anything at all.
pub(crate) const ANYTHING: usize = Behavior::ALL.len();
/// Log odds of a context that says nothing: less than even, since most conversations are harmless.
pub(crate) const NEUTRAL_CONTEXT: f32 = -1.0;

/// Place of the number for the context of what a side says: whether it stands in a risky
/// conversation rather than in a harmless one, whatever it shows.
pub(crate) const fn context_of(role: Role) -> usize {
    match role {
        Role::Counterpart => ANYTHING + 1,
        Role::Protected => ANYTHING + 2,
    }
}

/// One thing that the sender of a message shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Signal {
    pub(crate) behavior: Option<Behavior>,
    pub(crate) category: Category,
    /// 0..1.
    pub(crate) score: f32,
    pub(crate) severity: Severity,
    pub(crate) decisive: bool,
    pub(crate) origin: Origin,
    /// Whether it began in the message before.
    pub(crate) begun_before: bool,
    /// Which sentence of the message says it, from 0 on; none for what the whole says.
    #[cfg(feature = "text-model")]
    pub(crate) sentence: Option<u32>,
    /// Whether the message as a whole says it, and not only a sentence of it by itself.
    pub(crate) of_whole: bool,
    /// Empty for what is said by the message as a whole.
    pub(crate) span: Range<usize>,
    pub(crate) reason: Arc<str>,
}

/// What a message says.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) signals: Vec<Signal>,
    /// The probability that it shows an indicator, by rules and classifier together; `None`
    /// without a classifier.
    pub(crate) score: Option<f32>,
    /// The same of the part that shows most, if that is more.
    pub(crate) strongest: Option<f32>,
    /// What the classifier makes of a message that gives no signal: too weak to report, not too
    /// weak to add up.
    pub(crate) hint: Option<Behavior>,
    /// Log odds of each behaviour and of anything, by the classifier.
    pub(crate) sound: Option<[f32; SOUNDS]>,
    /// Whether it asks something.
    pub(crate) question: bool,
    /// Whether the classifier was there and could not be used.
    pub(crate) degraded: bool,
}

/// What reads messages: rules, what tells contacts, and the classifier.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) lexicon: Arc<Lexicon>,
    pub(crate) contacts: Contacts,
    #[cfg(feature = "text-model")]
    pub(crate) classifier: Option<TextClassifier>,
}

/// What a message began that its sender's next message may finish.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unfinished {
    /// The rules that it was read with.
    tag: u32,
    role: Role,
    time: Option<i64>,
    begun: Begun,
}

impl Unfinished {
    /// What is left of it for a message that follows.
    fn for_next(&self, tag: u32, message: &Message<'_>) -> Option<&Begun> {
        let soon = match (self.time, message.time) {
            (Some(before), Some(now)) => now.abs_diff(before) <= MAX_PAUSE,
            _ => true,
        };
        (self.tag == tag && self.role == message.role && soon).then_some(&self.begun)
    }
}

impl Reader {
    /// Reads a message. `unfinished` is what the message before began, and becomes what this
    /// one began.
    pub(crate) fn read(
        &self,
        message: &Message<'_>,
        unfinished: &mut Option<Box<Unfinished>>,
    ) -> Reading {
        let lexicon = &self.lexicon;
        let text = Normalized::new(message.text);
        let hits = self.run(&text, message, unfinished);
        let mut reading =
            Reading { question: message.text.contains(QUESTION_MARKS), ..Reading::default() };
        let mut vetoed = Vec::new();
        for hit in hits {
            let Some(rule) = lexicon.rule(hit.rule) else {
                continue;
            };
            let says = match rule.direction {
                Direction::Counterpart => message.role == Role::Counterpart,
                Direction::Protected => message.role == Role::Protected,
                Direction::Either => true,
            };
            if says && hit.guarded {
                vetoed.push(hit.sentence);
            }
            if says && !hit.guarded {
                reading.signals.push(Signal {
                    behavior: rule.behavior,
                    category: rule.category,
                    score: rule.weight,
                    severity: Severity::new(rule.severity),
                    decisive: rule.decisive,
                    origin: Origin::Rule,
                    begun_before: hit.begun_before,
                    #[cfg(feature = "text-model")]
                    sentence: Some(hit.sentence),
                    of_whole: true,
                    span: hit.bytes.start as usize..hit.bytes.end as usize,
                    reason: Arc::clone(&rule.code),
                });
            }
        }
        #[cfg(feature = "text-model")]
        self.ask_classifier(&text, message.role, &vetoed, &mut reading);
        #[cfg(not(feature = "text-model"))]
        let _ = vetoed;
        let contacts = self.contacts.find(message.text);
        let contacts = contacts.into_iter().filter_map(|contact| contact.signal(message.role));
        reading.signals.extend(contacts);
        reading
    }

    /// Reads a message for what it begins alone.
    pub(crate) fn begin(&self, message: &Message<'_>, unfinished: &mut Option<Box<Unfinished>>) {
        self.run(&Normalized::new(message.text), message, unfinished);
    }

    fn run(
        &self,
        text: &Normalized,
        message: &Message<'_>,
        unfinished: &mut Option<Box<Unfinished>>,
    ) -> Vec<Hit> {
        let (tag, Message { role, time, .. }) = (self.lexicon.tag(), *message);
        let before = unfinished.as_ref().and_then(|u| u.for_next(tag, message));
        let (hits, begun) = self.lexicon.run(text, before);
        *unfinished = Some(Box::new(Unfinished { tag, role, time, begun }));
        hits
    }

    /// Puts what the classifier holds beside the rules' signals.
    #[cfg(feature = "text-model")]
    fn ask_classifier(&self, text: &Normalized, role: Role, vetoed: &[u32], reading: &mut Reading) {
        let Some(classifier) = &self.classifier else {
            return;
        };
        let Ok((whole, parts)) = classifier.read_parts(text, role) else {
            reading.degraded = true;
            return;
        };
        let Some(whole) = whole else {
            reading.score = Some(0.0);
            reading.strongest = Some(0.0);
            return;
        };
        let fusion = classifier.fusion.side(role);
        let rule = reading.signals.iter().map(|signal| signal.score).fold(0.0, f32::max);
        let fused = fusion.probability(whole.probability, rule);
        reading.score = Some(fused);
        reading.sound = Some(whole.sound);
        for signal in &mut reading.signals {
            signal.of_whole = fused >= fusion.doubt_below || signal.is_beyond_doubt();
            signal.agree(&whole);
        }
        if vetoed.is_empty() && !reading.signals.iter().any(|signal| signal.of_whole) {
            if fused >= fusion.signal_at {
                reading.signals.push(classifier.signal(&whole, fused, None));
            } else {
                reading.hint = whole.shown.behavior;
            }
        }
        reading.strongest = Some(fused);
        classifier.add_parts(&parts, vetoed, role, reading);
    }
}

#[cfg(feature = "text-model")]
impl TextClassifier {
    /// Puts what it holds of parts of a message beside what it holds of all: small talk around an indicator must
    /// not hide it.
    fn add_parts(
        &self,
        parts: &[(u32, Opinion)],
        vetoed: &[u32],
        role: Role,
        reading: &mut Reading,
    ) {
        let fusion = self.fusion.side(role);
        let mut kept: Vec<bool> = reading.signals.iter().map(|signal| signal.of_whole).collect();
        let mut strongest = reading.strongest.unwrap_or(0.0);
        let mut best: Option<(f32, u32, &Opinion)> = None;
        for (sentence, opinion) in parts {
            let said = |signal: &Signal| signal.sentence == Some(*sentence);
            let rules = reading.signals.iter().filter(|signal| said(signal));
            let rule = rules.map(|signal| signal.score).fold(0.0, f32::max);
            let fused = fusion.probability(opinion.probability, rule);
            strongest = strongest.max(fused);
            for (kept, signal) in kept.iter_mut().zip(&mut reading.signals) {
                if said(signal) {
                    *kept |= fused >= fusion.doubt_below;
                    signal.agree(opinion);
                }
            }
            let silent = !vetoed.contains(sentence) && !reading.signals.iter().any(said);
            if silent && fused >= fusion.signal_at && best.is_none_or(|(most, ..)| fused > most) {
                best = Some((fused, *sentence, opinion));
            }
        }
        let mut kept = kept.into_iter();
        reading.signals.retain(|_| kept.next().unwrap_or(true));
        if let Some((fused, sentence, opinion)) = best {
            let signal = self.signal(opinion, fused, Some(sentence));
            let key = |signal: &Signal| (signal.behavior, signal.category);
            if !reading.signals.iter().any(|known| key(known) == key(&signal)) {
                reading.signals.push(signal);
            }
        }
        reading.strongest = Some(strongest);
    }

    /// The whole message; and by the numbers of its sentences each by itself if there are several, without what is
    /// put around it, and a long one piece by piece.
    fn read_parts(&self, text: &Normalized, role: Role) -> Result<Parts, OnnxError> {
        let features = Features::of(text);
        let tokens = self.shown_tokens(&features);
        let whole = self.read(&tokens, role)?;
        let mut parts = Vec::new();
        let several = text.sentences() > 1;
        for (sentence, features) in (0..).zip(Features::of_sentences(text)) {
            let tokens = self.shown_tokens(&features);
            let by_itself = several.then_some(tokens.as_slice());
            let bare = self.without_fillers(&tokens, features.pictographs());
            for part in by_itself.into_iter().chain(bare).chain(windows(&tokens)) {
                parts.extend(self.read(part, role)?.map(|opinion| (sentence, opinion)));
            }
        }
        Ok((whole, parts))
    }

    /// What the classifier says by itself; `sentence` if it says so of one sentence alone.
    fn signal(&self, opinion: &Opinion, fused: f32, sentence: Option<u32>) -> Signal {
        let signal_at = self.fusion.side(opinion.role).signal_at;
        let above = (fused - signal_at) / (1.0 - signal_at).max(f32::EPSILON);
        Signal {
            behavior: opinion.shown.behavior,
            category: opinion.shown.category,
            score: MODEL_SCORE.start + above * (MODEL_SCORE.end - MODEL_SCORE.start),
            severity: MODEL_SEVERITY,
            decisive: false,
            origin: Origin::Model,
            begun_before: false,
            sentence,
            of_whole: sentence.is_none(),
            span: 0..0,
            reason: self.reasons.get(opinion.output).cloned().unwrap_or_else(|| "model".into()),
        }
    }
}

/// What the classifier makes of a whole message, and of parts, each with the number of its sentence.
#[cfg(feature = "text-model")]
type Parts = (Option<Opinion>, Vec<(u32, Opinion)>);

#[cfg(feature = "text-model")]
impl Signal {
    /// Whether the classifier is not asked about it: it sees no message before.
    fn is_beyond_doubt(&self) -> bool {
        self.decisive || self.begun_before
    }

    /// Notes that the classifier says the same, if it does.
    fn agree(&mut self, opinion: &Opinion) {
        if opinion.probability >= 0.5 && (self.behavior, self.category) == opinion.shown.key() {
            self.origin = Origin::Both;
        }
    }
}

/// Groups signals by category. A behaviour is as strong as its strongest rule: rules of one
/// behaviour overlap too much to count as independent witnesses.
pub(crate) fn findings(mut signals: Vec<Signal>) -> Vec<Finding> {
    signals.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut findings: Vec<Finding> = Vec::new();
    for signal in signals {
        let at = findings.iter().position(|finding| finding.category == signal.category);
        let finding = match at.and_then(|at| findings.get_mut(at)) {
            Some(finding) => finding,
            None => {
                findings.push(Finding {
                    category: signal.category,
                    score: signal.score,
                    severity: signal.severity,
                    origin: signal.origin,
                    stage: None,
                    behaviors: Vec::new(),
                    spans: Vec::new(),
                    reason_codes: Vec::new(),
                });
                let Some(last) = findings.last_mut() else {
                    continue;
                };
                last
            }
        };
        finding.severity = finding.severity.max(signal.severity);
        if finding.origin != signal.origin {
            finding.origin = Origin::Both;
        }
        if let Some(behavior) = signal.behavior {
            finding.stage = finding.stage.or(behavior.stage());
            if !finding.behaviors.iter().any(|known| known.behavior == behavior) {
                finding.behaviors.push(BehaviorScore { behavior, score: signal.score });
            }
        }
        let placed = !signal.span.is_empty() && !finding.spans.contains(&signal.span);
        if placed && finding.spans.len() < MAX_SPANS {
            finding.spans.push(signal.span);
        }
        finding.reason_codes.push(signal.reason);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_at_their_ends_do_no_harm() {
        let (_, services) = himaya_models::contact::SERVICES;
        let reader = Reader {
            lexicon: Arc::new(Lexicon::embedded().unwrap()),
            contacts: Contacts::from_toml(services).unwrap(),
            #[cfg(feature = "text-model")]
            classifier: None,
        };
        let mut unfinished = None;
        reader.read(&Message::from_counterpart("dont tell your").at(i64::MAX), &mut unfinished);
        let far = Message::from_counterpart("mum ok").at(i64::MIN);
        assert_eq!(reader.read(&far, &mut unfinished).signals, vec![]);
        reader.read(&Message::from_counterpart("dont tell your").at(i64::MIN), &mut unfinished);
        let soon = Message::from_counterpart("mum ok").at(i64::MIN + 1);
        assert!(!reader.read(&soon, &mut unfinished).signals.is_empty());
    }

    #[test]
    #[cfg(feature = "embedded-models")]
    fn what_began_in_the_message_before_is_not_doubted() {
        let (_, services) = himaya_models::contact::SERVICES;
        let pack = crate::text::classifier::ModelPack::embedded().unwrap();
        let mut classifier = TextClassifier::new(pack);
        // Doubts everything and finds nothing by itself.
        classifier.fusion.counterpart.doubt_below = 1.0;
        classifier.fusion.counterpart.signal_at = 2.0;
        let reader = Reader {
            lexicon: Arc::new(Lexicon::embedded().unwrap()),
            contacts: Contacts::from_toml(services).unwrap(),
            classifier: Some(classifier),
        };
        let mut unfinished = None;
        let mut found = |text| {
            let reading = reader.read(&Message::from_counterpart(text), &mut unfinished);
            reading.signals.iter().map(|signal| signal.begun_before).collect::<Vec<_>>()
        };
        assert_eq!(found("dont tell your mum"), [true; 0], "everything is doubted");
        assert_eq!(found("dont tell your"), [true; 0]);
        assert_eq!(found("mum ok"), [true], "but for this");
    }
}
