//! Rule hits -> signals: what the sender of one message shows, and how strongly.

use std::ops::Range;
use std::sync::Arc;

use super::lexicon::Lexicon;
use super::normalize::Normalized;
use crate::assessment::{BehaviorScore, Finding, Origin, Severity};
use crate::message::Role;
use crate::taxonomy::{Behavior, Category, Direction};

/// Places in a message that one finding reports at most.
const MAX_SPANS: usize = 32;

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

/// Reads a message that `role` wrote.
pub(crate) fn signals(lexicon: &Lexicon, role: Role, text: &str) -> Vec<Signal> {
    let message = Normalized::new(text);
    let hits = lexicon.run(&message);
    let mut signals = Vec::with_capacity(hits.len());
    for hit in hits {
        let Some(rule) = lexicon.rule(hit.rule) else {
            continue;
        };
        let says = match rule.direction {
            Direction::Counterpart => role == Role::Counterpart,
            Direction::Protected => role == Role::Protected,
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
    signals
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
