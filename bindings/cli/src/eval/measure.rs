//! Running the guard over labelled messages and ordinary chat.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::time::Instant;

use himaya::{Action, Assessment, Conversation, Guard, Message, Role};
use serde::Serialize;

use super::data::{Label, Labelled, Ordinary, Set};
use super::metrics::{Share, auc, calibration_error};
use super::sweep::Scored;
use super::tricks::TRICKS;
use crate::Failure;

/// From this score on a message counts as signalled.
pub const SIGNAL: f32 = 0.5;
/// Times of messages that are kept for the median.
const MAX_TIMES: usize = 100_000;

/// What was measured on one set of labelled messages.
#[derive(Serialize)]
pub struct SetResult {
    pub name: String,
    pub languages: Vec<LanguageResult>,
    /// By the behaviour meant: how many messages, and how many of them showed which behaviours.
    pub confusion: BTreeMap<String, Confusion>,
    #[serde(skip)]
    pub scored: Vec<Scored>,
}

/// What messages of one behaviour were found to show.
#[derive(Default, Serialize)]
pub struct Confusion {
    pub messages: usize,
    pub missed: usize,
    pub found: BTreeMap<String, usize>,
}

/// What was measured on one language of a set.
#[derive(Serialize)]
pub struct LanguageResult {
    pub language: String,
    /// Indicators signalled.
    pub recall: Share,
    /// Indicators of which the very behaviour was found.
    pub right_behavior: Share,
    pub hard_negatives_signalled: Share,
    pub hard_negatives_warned: Share,
    /// Of indicators against hard negatives: by the probability that rules and classifier
    /// together give a message, or by its strongest finding without a classifier.
    pub auc: Option<f64>,
    /// Expected calibration error of that probability over ten bins.
    pub calibration_error: Option<f64>,
    /// By trick: of the indicators found as written, those still found.
    pub evasion_retained: BTreeMap<&'static str, Share>,
    /// By behaviour: indicators signalled.
    pub recall_by_behavior: BTreeMap<String, Share>,
}

/// What was measured on one file of ordinary chat.
#[derive(Serialize)]
pub struct OrdinaryResult {
    pub name: String,
    pub language: String,
    pub messages: usize,
    pub signalled: Share,
    pub warned: Share,
    #[serde(skip)]
    pub scored: Vec<Scored>,
}

/// What a message led to.
struct Judged {
    score: f32,
    /// Of rules and classifier together.
    probability: Option<f32>,
    /// From [`SIGNAL`] on.
    behaviors: BTreeSet<String>,
    /// Everything that it was taken for.
    found: BTreeMap<String, f32>,
    warned: bool,
}

impl Judged {
    fn scored(self, language: &str, group: Option<&String>, risky: bool) -> Scored {
        Scored {
            language: language.to_owned(),
            group: group.cloned(),
            risky,
            score: self.score,
            found: self.found.into_iter().collect(),
        }
    }
}

/// The highest score of a message and what it shows.
fn judge(assessments: &[Assessment]) -> Judged {
    let mut judged = Judged {
        score: 0.0,
        probability: None,
        behaviors: BTreeSet::new(),
        found: BTreeMap::new(),
        warned: false,
    };
    for assessment in assessments {
        judged.probability = match (judged.probability, assessment.message_score) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        judged.warned |= assessment.action != Action::Allow;
        for finding in &assessment.findings {
            let behaviors = finding.behaviors.iter().map(|b| (b.behavior.slug(), b.score));
            let by_itself =
                finding.behaviors.is_empty().then_some((finding.category.slug(), finding.score));
            for (slug, score) in behaviors.chain(by_itself) {
                judged.score = judged.score.max(score);
                let found = judged.found.entry(slug.to_owned()).or_default();
                *found = found.max(score);
                if score >= SIGNAL {
                    judged.behaviors.insert(slug.to_owned());
                }
            }
        }
    }
    judged
}

fn assess(guard: &Guard, role: Role, texts: &[String]) -> Judged {
    let mut conversation = Conversation::new();
    let mut assessments = Vec::with_capacity(texts.len());
    for text in texts {
        let message = Message { role, text, time: None, edited: false };
        assessments.push(guard.observe(&mut conversation, &message));
    }
    judge(&assessments)
}

/// Measures a set. `shown` lists what was judged wrongly, for whoever writes rules.
pub fn set(guard: &Guard, set: &Set, shown: bool) -> Result<SetResult, Failure> {
    let mut by_language: BTreeMap<&str, Vec<(&Labelled, Judged)>> = BTreeMap::new();
    let mut confusion: BTreeMap<String, Confusion> = BTreeMap::new();
    for message in &set.messages {
        let judged = assess(guard, message.role(), std::slice::from_ref(&message.text));
        if let Some(behavior) = &message.behavior
            && message.label == Label::Indicator
        {
            let row = confusion.entry(behavior.clone()).or_default();
            row.messages += 1;
            row.missed += usize::from(judged.behaviors.is_empty());
            for found in &judged.behaviors {
                *row.found.entry(found.clone()).or_default() += 1;
            }
        }
        by_language.entry(&message.language).or_default().push((message, judged));
    }
    if shown {
        show(guard, &by_language)?;
    }
    let languages =
        by_language.iter().map(|(language, judged)| self::language(guard, language, judged));
    let languages = languages.collect();
    let judged = by_language.into_values().flatten();
    let scored = judged.map(|(message, judged)| {
        let risky = message.label == Label::Indicator;
        judged.scored(&message.language, message.behavior.as_ref().filter(|_| risky), risky)
    });
    Ok(SetResult { name: set.name.clone(), languages, confusion, scored: scored.collect() })
}

fn language(guard: &Guard, name: &str, judged: &[(&Labelled, Judged)]) -> LanguageResult {
    let of = |label: Label| judged.iter().filter(move |(message, _)| message.label == label);
    let rank = |judged: &Judged| judged.probability.unwrap_or(judged.score);
    let scores = |label| of(label).map(|(_, judged)| rank(judged)).collect::<Vec<_>>();
    let said = judged.iter().filter_map(|(message, judged)| {
        judged.probability.map(|said| (said, message.label == Label::Indicator))
    });
    let signalled = |(_, judged): &(&Labelled, Judged)| judged.score >= SIGNAL;
    let found: Vec<&Labelled> =
        of(Label::Indicator).filter(|j| signalled(j)).map(|(message, _)| *message).collect();
    let retained = TRICKS.iter().map(|trick| {
        let still = found.iter().map(|message| {
            assess(guard, message.role(), &(trick.apply)(&message.text)).score >= SIGNAL
        });
        (trick.name, Share::count(still))
    });
    let mut behaviors: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    for each in of(Label::Indicator) {
        let behavior = each.0.behavior.clone().unwrap_or_default();
        behaviors.entry(behavior).or_default().push(signalled(each));
    }
    let right = |(message, judged): &(&Labelled, Judged)| {
        message.behavior.as_ref().is_some_and(|behavior| judged.behaviors.contains(behavior))
    };
    LanguageResult {
        language: name.to_owned(),
        recall: Share::count(of(Label::Indicator).map(signalled)),
        right_behavior: Share::count(of(Label::Indicator).map(right)),
        hard_negatives_signalled: Share::count(of(Label::HardNegative).map(signalled)),
        hard_negatives_warned: Share::count(of(Label::HardNegative).map(|(_, j)| j.warned)),
        auc: auc(&scores(Label::Indicator), &scores(Label::HardNegative)),
        calibration_error: calibration_error(&said.collect::<Vec<_>>()),
        evasion_retained: retained.collect(),
        recall_by_behavior: behaviors
            .into_iter()
            .map(|(behavior, found)| (behavior, Share::count(found.into_iter())))
            .collect(),
    }
}

fn show(
    guard: &Guard,
    by_language: &BTreeMap<&str, Vec<(&Labelled, Judged)>>,
) -> Result<(), Failure> {
    let mut out = anstream::stderr().lock();
    let found = |(message, judged): &&(&Labelled, Judged)| {
        message.label == Label::Indicator && judged.score >= SIGNAL
    };
    for (message, _) in by_language.values().flatten().filter(found) {
        for trick in TRICKS {
            let texts = (trick.apply)(&message.text);
            if assess(guard, message.role(), &texts).score < SIGNAL {
                writeln!(out, "lost  {}  {}  {}", message.id, trick.name, texts.join(" / "))?;
            }
        }
    }
    for (message, judged) in by_language.values().flatten() {
        let wrong = match message.label {
            Label::Indicator if judged.score < SIGNAL => "missed",
            Label::HardNegative if judged.score >= SIGNAL => "signalled",
            _ => continue,
        };
        let behavior = message.behavior.as_deref().unwrap_or("harmless");
        writeln!(
            out,
            "{wrong}  {}  {behavior}  {:?}  {}",
            message.id, judged.behaviors, message.text
        )?;
    }
    Ok(())
}

/// Measures a file of ordinary chat, and the time that each message takes, in microseconds.
pub fn ordinary(guard: &Guard, file: &Ordinary, times: &mut Vec<f64>) -> OrdinaryResult {
    let (mut signalled, mut warned) = (0, 0);
    let mut scored = Vec::with_capacity(file.messages.len());
    for text in &file.messages {
        let begun = Instant::now();
        let assessment = guard.assess_message(text);
        if times.len() < MAX_TIMES {
            times.push(begun.elapsed().as_secs_f64() * 1e6);
        }
        let judged = judge(&[assessment]);
        signalled += usize::from(judged.score >= SIGNAL);
        warned += usize::from(judged.warned);
        scored.push(judged.scored(&file.language, None, false));
    }
    let messages = file.messages.len();
    OrdinaryResult {
        name: file.name.clone(),
        language: file.language.clone(),
        messages,
        signalled: Share::new(signalled, messages),
        warned: Share::new(warned, messages),
        scored,
    }
}
