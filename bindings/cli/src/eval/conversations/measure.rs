//! Running the guard over conversations: whether it warns, and how soon.

use std::collections::BTreeMap;
use std::io::Write;

use himaya::conversation::{Cause, Explanation};
use himaya::{Action, Finding, Guard, Thread};
use serde::Serialize;

use super::data::{Label, Labelled, Set, Tag};
use crate::Failure;
use crate::eval::measure::SIGNAL;
use crate::eval::metrics::{Share, median};
use crate::eval::sweep::Scored;

/// From this risk on a conversation warns: the boundary of its sequential test.
const WARNS: f32 = 0.5;
/// Risks at which the curves are drawn.
const CURVE: [f32; 19] = [
    0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95,
    0.98, 0.99,
];

/// What was measured on one set.
#[derive(Serialize)]
pub struct SetResult {
    pub name: String,
    /// Of everything together, and by language and kind.
    pub all: Figures,
    pub languages: BTreeMap<String, Figures>,
    pub kinds: BTreeMap<String, Figures>,
    /// Messages of counterparts by what their writer tagged them as: those with a signal of their
    /// own.
    pub signalled: BTreeMap<Tag, Share>,
    /// By where the first warning came, in messages behind the mark.
    pub delays: BTreeMap<i64, usize>,
    pub curve: Vec<Point>,
    #[serde(skip)]
    pub scored: Vec<Scored>,
}

/// What was measured on some conversations.
#[derive(Serialize)]
pub struct Figures {
    /// Risky ones warned of.
    pub recall: Share,
    /// Harmless ones warned of.
    pub false_alarms: Share,
    /// Harmless ones in which the policy acted on anything, such as a child's phone number.
    pub any_action: Share,
    /// Of those warned of, the risky ones.
    pub precision: Share,
    pub f1: Option<f64>,
    /// Of warnings of risky ones: those no later than one message behind the mark.
    pub in_time: Share,
    /// F1 x speed (Sadeque et al. 2018; Vogt et al. 2021): speed is one less the median penalty
    /// -1 + 2 / (1 + exp(-p (k - 1))) of a first warning at message k, with p such that the
    /// penalty is a half at the median length of risky conversations.
    pub f_latency: Option<f64>,
    pub speed: Option<f64>,
    /// Messages looked at.
    pub messages: usize,
}

/// One threshold on the risk.
#[derive(Serialize)]
pub struct Point {
    pub risk: f32,
    pub recall: f64,
    pub false_alarms: f64,
    pub in_time: f64,
}

/// How the risk of a conversation went.
struct Course<'a> {
    of: &'a Labelled,
    /// By message: the risk of whom it belongs to, if that may be the risk.
    risks: Vec<f32>,
    acted: bool,
    /// By message of a counterpart: its tag, and whether it has a signal of its own.
    signals: Vec<(Tag, bool)>,
}

impl Course<'_> {
    /// Place of the first message at which the risk is at least this.
    fn first(&self, at: f32) -> Option<usize> {
        self.risks.iter().position(|risk| *risk >= at)
    }

    fn in_time(&self, first: usize) -> bool {
        self.of.mark.is_some_and(|mark| first <= mark + 1)
    }
}

/// What is written of a conversation for whoever fits weights.
#[derive(Serialize)]
struct Trace<'a> {
    id: &'a str,
    set: &'a str,
    language: &'a str,
    label: &'a str,
    kind: &'a str,
    mark: Option<usize>,
    /// After each message: who the counterpart is, and how present everything is that counts.
    messages: Vec<TraceMessage<'a>>,
}

#[derive(Serialize)]
struct TraceMessage<'a> {
    of: &'a str,
    presence: BTreeMap<String, f32>,
}

/// Measures a set; `trace` receives a line of JSON for each conversation, `shown` lists what was
/// judged wrongly.
pub fn set(
    guard: &Guard,
    set: &Set,
    trace: Option<&mut dyn Write>,
    shown: bool,
) -> Result<SetResult, Failure> {
    let mut courses = Vec::new();
    let mut trace = trace;
    for conversation in &set.conversations {
        let (course, explained) = follow(guard, conversation, trace.is_some());
        if let Some(out) = trace.as_deref_mut() {
            write_trace(out, set, conversation, explained)?;
        }
        if shown {
            show(&course)?;
        }
        courses.push(course);
    }
    let by = |key: fn(&Labelled) -> &String| {
        let mut groups: BTreeMap<String, Vec<&Course<'_>>> = BTreeMap::new();
        for course in &courses {
            groups.entry(key(course.of).clone()).or_default().push(course);
        }
        groups.into_iter().map(|(key, courses)| (key, figures(&courses))).collect()
    };
    let all: Vec<&Course<'_>> = courses.iter().collect();
    let mut delays = BTreeMap::new();
    for course in &all {
        if let Some((first, mark)) = course.first(WARNS).zip(course.of.mark) {
            *delays.entry(first as i64 - mark as i64).or_default() += 1;
        }
    }
    let mut signals: BTreeMap<Tag, Vec<bool>> = BTreeMap::new();
    for (tag, signalled) in courses.iter().flat_map(|course| &course.signals) {
        signals.entry(*tag).or_default().push(*signalled);
    }
    let signalled = signals.into_iter().map(|(tag, of)| (tag, Share::count(of.into_iter())));
    let scored = courses.iter().map(|course| Scored {
        language: course.of.language.clone(),
        group: Some(course.of.kind.clone()),
        risky: course.of.label == Label::Risky,
        score: course.risks.iter().copied().fold(0.0, f32::max),
        found: Vec::new(),
    });
    Ok(SetResult {
        scored: scored.collect(),
        signalled: signalled.collect(),
        name: set.name.clone(),
        all: figures(&all),
        languages: by(|conversation| &conversation.language),
        kinds: by(|conversation| &conversation.kind),
        delays,
        curve: CURVE.map(|risk| point(&all, risk)).into(),
    })
}

/// Follows a conversation. A warning about somebody else than the risk is none of the risk.
fn follow<'a>(
    guard: &Guard,
    conversation: &'a Labelled,
    explain: bool,
) -> (Course<'a>, Vec<(&'a str, Explanation)>) {
    let mut thread = Thread::new(guard, Some(&conversation.protected));
    for message in &conversation.messages {
        if message.from != conversation.protected {
            thread.set_contact(&message.from, conversation.contact());
        }
    }
    let (mut risks, mut acted, mut explained) = (Vec::new(), false, Vec::new());
    let (mut latest, mut signals) = ("", Vec::new());
    let mut tags = conversation.tags.iter();
    for message in &conversation.messages {
        let tag = tags.next();
        if message.from != conversation.protected {
            latest = &message.from;
        }
        let assessment = thread.observe(&message.from, message.time, &message.text);
        acted |= assessment.action != Action::Allow;
        if let Some(tag) = tag.filter(|_| message.from != conversation.protected) {
            let own = |finding: &Finding| finding.behaviors.iter().any(|b| b.score >= SIGNAL);
            signals.push((*tag, assessment.findings.iter().any(own)));
        }
        let may_be = conversation.of.as_deref().is_none_or(|of| of == latest);
        risks.push(if may_be { assessment.risk } else { 0.0 });
        if explain && let Some(explanation) = thread.explain(latest) {
            explained.push((latest, explanation));
        }
    }
    (Course { of: conversation, risks, acted, signals }, explained)
}

fn write_trace(
    out: &mut dyn Write,
    set: &Set,
    conversation: &Labelled,
    explained: Vec<(&str, Explanation)>,
) -> Result<(), Failure> {
    let messages = explained.into_iter().map(|(of, explanation)| {
        let present = explanation.contributions.iter().map(|c| {
            let kind =
                if matches!(c.cause, Cause::Tone(_) | Cause::Context(_)) { "tone." } else { "" };
            (format!("{kind}{}", c.cause.slug()), c.presence)
        });
        TraceMessage { of, presence: present.collect() }
    });
    let trace = Trace {
        id: &conversation.id,
        set: &set.name,
        language: &conversation.language,
        label: if conversation.label == Label::Risky { "risky" } else { "harmless" },
        kind: &conversation.kind,
        mark: conversation.mark,
        messages: messages.collect(),
    };
    serde_json::to_writer(&mut *out, &trace).map_err(std::io::Error::from)?;
    Ok(writeln!(out)?)
}

fn point(courses: &[&Course<'_>], risk: f32) -> Point {
    let share = |of: Vec<bool>| Share::count(of.into_iter()).share;
    let warned = |label| {
        let of = courses.iter().filter(move |course| course.of.label == label);
        of.map(|course| course.first(risk).is_some()).collect()
    };
    let in_time = courses.iter().filter_map(|course| {
        (course.of.label == Label::Risky).then_some(())?;
        course.first(risk).map(|first| course.in_time(first))
    });
    Point {
        risk,
        recall: share(warned(Label::Risky)),
        false_alarms: share(warned(Label::Harmless)),
        in_time: share(in_time.collect()),
    }
}

fn figures(courses: &[&Course<'_>]) -> Figures {
    let of = |label| courses.iter().filter(move |course| course.of.label == label);
    let warned = |course: &&&Course<'_>| course.first(WARNS).is_some();
    let recall = Share::count(of(Label::Risky).map(|course| warned(&course)));
    let false_alarms = Share::count(of(Label::Harmless).map(|course| warned(&course)));
    let precision = Share::new(recall.hits, recall.hits + false_alarms.hits);
    let f1 = (recall.of > 0 && false_alarms.of > 0 && precision.of > 0).then(|| {
        let sum = precision.share + recall.share;
        if sum > 0.0 { 2.0 * precision.share * recall.share / sum } else { 0.0 }
    });
    let firsts = || of(Label::Risky).filter_map(|course| Some((course, course.first(WARNS)?)));
    let mut lengths: Vec<f64> = of(Label::Risky).map(|course| course.risks.len() as f64).collect();
    let speed = median(&mut lengths).filter(|length| *length > 1.0).and_then(|length| {
        let p = 3.0_f64.ln() / (length - 1.0);
        let penalty = |first: usize| -1.0 + 2.0 / (1.0 + (-p * first as f64).exp());
        let mut penalties: Vec<f64> = firsts().map(|(_, first)| penalty(first)).collect();
        median(&mut penalties).map(|penalty| 1.0 - penalty)
    });
    Figures {
        recall,
        false_alarms,
        any_action: Share::count(of(Label::Harmless).map(|course| course.acted)),
        precision,
        f1,
        in_time: Share::count(firsts().map(|(course, first)| course.in_time(first))),
        f_latency: f1.zip(speed).map(|(f1, speed)| f1 * speed),
        speed,
        messages: courses.iter().map(|course| course.risks.len()).sum(),
    }
}

/// Lists a conversation that was judged wrongly, by its name and numbers.
fn show(course: &Course<'_>) -> Result<(), Failure> {
    let first = course.first(WARNS);
    let highest = course.risks.iter().copied().fold(0.0, f32::max);
    let wrong = match (course.of.label, first) {
        (Label::Risky, None) => "missed",
        (Label::Risky, Some(first)) if !course.in_time(first) => "late",
        (Label::Harmless, Some(_)) => "false alarm",
        _ => return Ok(()),
    };
    let number =
        |place: Option<usize>| place.map_or_else(|| "–".to_owned(), |p| (p + 1).to_string());
    writeln!(
        anstream::stderr().lock(),
        "{wrong}  {}  {}  mark {}  warned at {}  highest risk {highest:.2}",
        course.of.id,
        course.of.kind,
        number(course.of.mark),
        number(first),
    )?;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use himaya::conversation::Relation;

    use super::*;

    fn labelled(label: Label, mark: Option<usize>) -> Labelled {
        Labelled {
            id: String::new(),
            language: "en".to_owned(),
            label,
            kind: String::new(),
            relation: Relation::Unknown,
            mark,
            of: None,
            protected: "child".to_owned(),
            messages: Vec::new(),
            tags: Vec::new(),
        }
    }

    #[test]
    fn figures_are_those_of_the_definitions() {
        let (risky, harmless) = (labelled(Label::Risky, Some(1)), labelled(Label::Harmless, None));
        let course = |of, risks: &[f32]| Course {
            of,
            risks: risks.to_vec(),
            acted: false,
            signals: Vec::new(),
        };
        let courses = [
            course(&risky, &[0.0, 0.0, 0.9, 0.9, 0.9]),
            course(&risky, &[0.0, 0.0, 0.0, 0.0, 0.6]),
            course(&risky, &[0.0; 5]),
            course(&harmless, &[0.0, 0.7]),
            course(&harmless, &[0.1, 0.0]),
        ];
        let figures = figures(&courses.iter().collect::<Vec<_>>());
        assert_eq!((figures.recall.hits, figures.recall.of), (2, 3));
        assert_eq!((figures.false_alarms.hits, figures.precision.of), (1, 3));
        assert!((figures.f1.unwrap() - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!((figures.in_time.hits, figures.in_time.of), (1, 2));
        // The penalty is a half for a warning with the last of the median number of messages.
        assert!((figures.speed.unwrap() - 0.5).abs() < 1e-9);
        let point = point(&courses.iter().collect::<Vec<_>>(), 0.8);
        assert!((point.recall - 1.0 / 3.0).abs() < 1e-9 && point.false_alarms == 0.0);
    }
}
