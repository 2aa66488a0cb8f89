//! Rule hits -> signals: what the sender of one message shows, and how strongly.

use std::ops::Range;
use std::sync::Arc;

use super::contact::Contacts;
use super::lexicon::{Begun, Lexicon};
use super::normalize::Normalized;
use crate::assessment::{BehaviorScore, Finding, Origin, Severity};
use crate::message::{Message, Role};
use crate::taxonomy::{Behavior, Category, Direction};

/// Places in a message that one finding reports at most.
const MAX_SPANS: usize = 32;
/// Milliseconds after which a message no longer goes on with the one before.
const MAX_PAUSE: u64 = 10 * 60_000;

/// One rule that fired for the sender of a message.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Signal {
    pub(crate) behavior: Option<Behavior>,
    pub(crate) category: Category,
    /// 0..1.
    pub(crate) score: f32,
    pub(crate) severity: Severity,
    pub(crate) decisive: bool,
    pub(crate) span: Range<usize>,
    pub(crate) reason: Arc<str>,
}

/// What reads messages: rules, and what tells contacts.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) lexicon: Arc<Lexicon>,
    pub(crate) contacts: Contacts,
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
    pub(crate) fn signals(
        &self,
        message: &Message<'_>,
        unfinished: &mut Option<Box<Unfinished>>,
    ) -> Vec<Signal> {
        let lexicon = &self.lexicon;
        let text = Normalized::new(message.text);
        let before = unfinished.as_ref().and_then(|u| u.for_next(lexicon.tag(), message));
        let (hits, begun) = lexicon.run(&text, before);
        let mut signals = Vec::with_capacity(hits.len());
        for hit in hits {
            let Some(rule) = lexicon.rule(hit.rule) else {
                continue;
            };
            let says = match rule.direction {
                Direction::Counterpart => message.role == Role::Counterpart,
                Direction::Protected => message.role == Role::Protected,
                Direction::Either => true,
            };
            if says && !hit.guarded {
                signals.push(Signal {
                    behavior: rule.behavior,
                    category: rule.category,
                    score: rule.weight,
                    severity: Severity::new(rule.severity),
                    decisive: rule.decisive,
                    span: hit.bytes.start as usize..hit.bytes.end as usize,
                    reason: Arc::clone(&rule.code),
                });
            }
        }
        let contacts = self.contacts.find(message.text);
        signals.extend(contacts.into_iter().filter_map(|contact| contact.signal(message.role)));
        let (tag, Message { role, time, .. }) = (lexicon.tag(), *message);
        *unfinished = Some(Box::new(Unfinished { tag, role, time, begun }));
        signals
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
                    origin: Origin::Rule,
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
        if let Some(behavior) = signal.behavior {
            finding.stage = finding.stage.or(behavior.stage());
            if !finding.behaviors.iter().any(|known| known.behavior == behavior) {
                finding.behaviors.push(BehaviorScore { behavior, score: signal.score });
            }
        }
        if finding.spans.len() < MAX_SPANS && !finding.spans.contains(&signal.span) {
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
        };
        let mut unfinished = None;
        reader.signals(&Message::from_counterpart("dont tell your").at(i64::MAX), &mut unfinished);
        let far = Message::from_counterpart("mum ok").at(i64::MIN);
        assert_eq!(reader.signals(&far, &mut unfinished), vec![]);
        reader.signals(&Message::from_counterpart("dont tell your").at(i64::MIN), &mut unfinished);
        let soon = Message::from_counterpart("mum ok").at(i64::MIN + 1);
        assert!(!reader.signals(&soon, &mut unfinished).is_empty());
    }
}
