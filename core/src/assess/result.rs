//! What came of measuring a service by the frameworks.

use serde::Serialize;

use super::condition::Condition;
use super::error::AssessError;
use super::facts::PolicyFacts;
use super::framework::{Framework, Frameworks, Point, Remedy};
use super::question::{Answer, Answers};
use super::questionnaire::Questionnaire;
use crate::policy::{Policy, PolicyLock};
use crate::taxonomy::slugs;

const SCHEMA_VERSION: u32 = 1;

/// What every form of the report begins with.
pub const NOTICE: &str = "A self-assessment aid: it repeats what a service says of itself and compares it with public frameworks, in our own words. It is no certificate, no audit and no legal advice, and none of the publishers named here has looked at it. Read the frameworks themselves.";

slugs! {
    /// How a service stands by a point.
    Outcome {
        /// By its own answers the service does what the point asks for.
        Met = "met",
        /// It does a part of it.
        Partly = "partly",
        /// It does not.
        Gap = "gap",
        /// The point is about something that the service does not have.
        NotApplicable = "not_applicable",
        /// Not enough is known.
        CannotTell = "cannot_tell",
    }
}

/// How a service stands by all frameworks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SafetyAssessment {
    /// Version of this form.
    pub schema_version: u32,
    /// Version of the SDK that evaluated.
    pub himaya_version: &'static str,
    /// [`NOTICE`].
    pub notice: &'static str,
    /// Name of the service, if it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The policy that was looked at.
    pub policy: PolicyRef,
    /// Results by framework.
    pub frameworks: Vec<FrameworkResult>,
    /// Keys of questions without an answer, in the order of the questionnaire.
    pub unanswered: Vec<String>,
}

/// Which policy was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PolicyRef {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: u32,
}

/// How a service stands by one framework.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FrameworkResult {
    /// Stable name.
    pub id: String,
    /// What people call it.
    pub short: String,
    /// Its title.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// When it was first published.
    pub year: u16,
    /// The document.
    pub document: String,
    /// What it is about and whom it binds.
    pub about: String,
    /// Points by outcome.
    pub counts: Counts,
    /// The points.
    pub points: Vec<PointResult>,
}

/// Points by outcome. They are not added up to a mark: points are not worth the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Met.
    pub met: usize,
    /// Partly met.
    pub partly: usize,
    /// Gaps.
    pub gap: usize,
    /// About something that the service does not have.
    pub not_applicable: usize,
    /// Not enough is known.
    pub cannot_tell: usize,
}

/// How a service stands by one point, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PointResult {
    /// Stable name.
    pub id: String,
    /// Its number in the framework.
    pub number: String,
    /// Whether the number was compared with the document.
    pub confirmed: bool,
    /// The part of the framework.
    pub theme: String,
    /// A few words.
    pub title: String,
    /// What it asks for, in our own words.
    pub says: String,
    /// How the service stands.
    pub outcome: Outcome,
    /// What bears on it, and how it was answered.
    pub answers: Vec<AnswerGiven>,
    /// What in the SDK answers a gap.
    pub remedies: Vec<Remedy>,
    /// What the SDK cannot do and the host must.
    pub host: String,
}

/// A question or fact that bears on a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerGiven {
    /// Its key.
    pub key: String,
    /// The question, or what the fact says.
    pub ask: String,
    /// The answer; none if it is not known.
    pub answer: Option<Answer>,
    /// Whether it keeps the point from being met.
    pub lacking: bool,
}

impl SafetyAssessment {
    /// Measures a service by the frameworks that this build embeds: its policy, the lock on it if
    /// there is one, and its answers.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    pub fn evaluate(
        policy: &Policy,
        lock: Option<&PolicyLock>,
        questionnaire: &Questionnaire,
    ) -> Result<Self, AssessError> {
        let policy_ref = PolicyRef { name: policy.name.clone(), version: policy.version };
        let frameworks = Frameworks::embedded()?;
        let mut answers = questionnaire.answers().clone();
        PolicyFacts::new(policy, lock).add_to(&mut answers);
        let unanswered = frameworks.questions().iter().map(|question| &question.key);
        let unanswered = unanswered.filter(|key| !answers.contains_key(*key)).cloned();
        Ok(Self {
            schema_version: SCHEMA_VERSION,
            himaya_version: env!("CARGO_PKG_VERSION"),
            notice: NOTICE,
            service: questionnaire.service().map(str::to_owned),
            policy: policy_ref,
            unanswered: unanswered.collect(),
            frameworks: frameworks
                .frameworks()
                .iter()
                .map(|framework| framework.measure(frameworks, &answers))
                .collect(),
        })
    }
}

impl Framework {
    fn measure(&self, frameworks: &Frameworks, answers: &Answers) -> FrameworkResult {
        let points: Vec<PointResult> =
            self.points.iter().map(|point| point.measure(frameworks, answers)).collect();
        let mut counts = Counts::default();
        for point in &points {
            let count = match point.outcome {
                Outcome::Met => &mut counts.met,
                Outcome::Partly => &mut counts.partly,
                Outcome::Gap => &mut counts.gap,
                Outcome::NotApplicable => &mut counts.not_applicable,
                Outcome::CannotTell => &mut counts.cannot_tell,
            };
            *count += 1;
        }
        FrameworkResult {
            id: self.id.clone(),
            short: self.short.clone(),
            name: self.name.clone(),
            publisher: self.publisher.clone(),
            year: self.year,
            document: self.document.clone(),
            about: self.about.clone(),
            counts,
            points,
        }
    }
}

impl Point {
    /// How answers stand by this point.
    pub(super) fn decide(&self, answers: &Answers) -> Outcome {
        let holds = |condition: &Condition| condition.holds(answers);
        match self.applies.as_ref().map_or(Some(true), holds) {
            Some(true) => {}
            Some(false) => return Outcome::NotApplicable,
            None => return Outcome::CannotTell,
        }
        match (holds(&self.met), self.partly.as_ref().map_or(Some(false), holds)) {
            (Some(true), _) => Outcome::Met,
            (Some(false), Some(true)) => Outcome::Partly,
            (Some(false), Some(false)) => Outcome::Gap,
            (None, _) | (_, None) => Outcome::CannotTell,
        }
    }

    fn measure(&self, frameworks: &Frameworks, answers: &Answers) -> PointResult {
        let mut lacking = Vec::new();
        for part in self.met.parts().iter().filter(|part| part.holds(answers) == Some(false)) {
            part.keys(&mut lacking);
        }
        let given = |key: &str| AnswerGiven {
            key: key.to_owned(),
            ask: frameworks.question(key).map(|question| question.ask.clone()).unwrap_or_default(),
            answer: answers.get(key).cloned(),
            lacking: lacking.contains(&key),
        };
        PointResult {
            id: self.id.clone(),
            number: self.number.clone(),
            confirmed: self.confirmed,
            theme: self.theme.clone(),
            title: self.title.clone(),
            says: self.says.clone(),
            outcome: self.decide(answers),
            answers: self.keys().into_iter().map(given).collect(),
            remedies: self.remedies.clone(),
            host: self.host.clone(),
        }
    }
}
