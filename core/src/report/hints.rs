//! What findings support of a report, and no more.

use std::collections::BTreeSet;

use serde::Serialize;

use super::calendar::rfc3339;
use crate::assessment::{Action, Assessment, Finding, Severity};
use crate::taxonomy::{Behavior, Category, Stage, slugs};

/// Reason codes and versions that one observation names.
const MAX_NAMES: usize = 32;

slugs! {
    /// Kinds of incident, in the words of the CyberTipline: the one that text can point to.
    IncidentType {
        /// Grooming and sextortion by text.
        OnlineEnticement = "Online Enticement of Children for Sexual Acts",
    }
}

slugs! {
    /// Annotations of a report, in the words of the CyberTipline.
    Annotation {
        /// Blackmail with pictures.
        Sextortion = "sextortion",
        /// Abuse material was asked for.
        CsamSolicitation = "csamSolicitation",
        /// Both sides are minors.
        MinorToMinorInteraction = "minorToMinorInteraction",
        /// Sent to many.
        Spam = "spam",
        /// Pressed to hurt themselves or others.
        SadisticOnlineExploitation = "sadisticOnlineExploitation",
    }
}

/// What was found of one category, over all that was looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Observation {
    /// The category.
    pub category: Category,
    /// The strongest action that the policy asked for because of it.
    pub action: Action,
    /// In how many messages, pictures or streams.
    pub count: u32,
    /// The gravest.
    pub severity: Severity,
    /// When first, RFC 3339, where times are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// When last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// What was done.
    pub behaviors: BTreeSet<Behavior>,
    /// What for, in the terms of the CAC ontology.
    pub stages: BTreeSet<Stage>,
    /// Models and rules that took part.
    pub versions: BTreeSet<String>,
    #[serde(skip)]
    pub(super) reasons: BTreeSet<String>,
    #[serde(skip)]
    times: Option<(i64, i64)>,
}

impl Observation {
    fn new(category: Category) -> Self {
        Self {
            category,
            action: Action::Allow,
            count: 0,
            severity: Severity::new(0),
            first: None,
            last: None,
            behaviors: BTreeSet::new(),
            stages: BTreeSet::new(),
            versions: BTreeSet::new(),
            reasons: BTreeSet::new(),
            times: None,
        }
    }

    fn add(&mut self, finding: &Finding, time: Option<i64>) {
        self.severity = self.severity.max(finding.severity);
        self.behaviors.extend(finding.behaviors.iter().map(|shown| shown.behavior));
        self.stages.extend(finding.stage);
        for reason in &finding.reason_codes {
            put(&mut self.reasons, reason.to_string());
        }
        if let Some(time) = time {
            let (first, last) = self.times.unwrap_or((time, time));
            self.times = Some((first.min(time), last.max(time)));
            (self.first, self.last) = (rfc3339(first.min(time)), rfc3339(last.max(time)));
        }
    }

    /// Behaviours and reason codes: what a hint rests on.
    pub(super) fn grounds(&self) -> Vec<String> {
        let behaviors = self.behaviors.iter().map(ToString::to_string);
        std::iter::once(self.category.to_string())
            .chain(behaviors)
            .chain(self.reasons.iter().cloned())
            .collect()
    }

    /// Whether the policy asked for an action because of it.
    pub(super) fn acts(&self) -> bool {
        self.action != Action::Allow
    }

    /// When it was first seen, milliseconds since 1970.
    pub(super) fn began(&self) -> Option<i64> {
        self.times.map(|(first, _)| first)
    }
}

fn put(names: &mut BTreeSet<String>, name: String) {
    if names.len() < MAX_NAMES {
        names.insert(name);
    }
}

/// Adds an assessment's findings to the observations. The action belongs to the finding that
/// called for it, which comes first.
pub(super) fn observe(
    observations: &mut Vec<Observation>,
    assessment: &Assessment,
    time: Option<i64>,
) {
    let mut counted = BTreeSet::new();
    for (place, finding) in assessment.findings.iter().enumerate() {
        let known = observations.iter().position(|known| known.category == finding.category);
        let index = known.unwrap_or(observations.len());
        if known.is_none() {
            observations.push(Observation::new(finding.category));
        }
        let Some(observation) = observations.get_mut(index) else {
            continue;
        };
        observation.add(finding, time);
        if place == 0 {
            observation.action = observation.action.max(assessment.action);
        }
        if counted.insert(finding.category) {
            observation.count = observation.count.saturating_add(1);
        }
        for model in &assessment.models {
            put(&mut observation.versions, format!("{} {}", model.name, model.version));
        }
        if let Some(rules) = &assessment.ruleset_version {
            put(&mut observation.versions, format!("rules {rules}"));
        }
    }
}

/// The kind of incident that observations point to: enticement, where the policy acted upon
/// grooming or blackmail.
pub(super) fn incident_type(observations: &[Observation]) -> Option<(IncidentType, Vec<String>)> {
    let points = |seen: &&Observation| {
        seen.acts() && matches!(seen.category, Category::Grooming | Category::Sextortion)
    };
    let grounds: Vec<String> =
        observations.iter().filter(points).flat_map(Observation::grounds).collect();
    (!grounds.is_empty()).then_some((IncidentType::OnlineEnticement, grounds))
}

/// The one annotation that findings can support: sextortion, where the policy acted upon it.
pub(super) fn sextortion(observations: &[Observation]) -> Option<Vec<String>> {
    let acts = |seen: &&Observation| seen.acts() && seen.category == Category::Sextortion;
    observations.iter().find(acts).map(Observation::grounds)
}

/// What a reviewer may want to look at before setting an annotation.
pub(super) fn seen_for(annotation: Annotation, observations: &[Observation]) -> Vec<String> {
    let of = |wanted: &dyn Fn(&Observation) -> bool| -> Vec<String> {
        observations.iter().filter(|seen| wanted(seen)).flat_map(Observation::grounds).collect()
    };
    match annotation {
        Annotation::Sextortion => of(&|seen| seen.category == Category::Sextortion),
        Annotation::CsamSolicitation => {
            of(&|seen| seen.behaviors.contains(&Behavior::PhotoRequest))
        }
        Annotation::SadisticOnlineExploitation => of(&|seen| seen.category == Category::Coercion),
        Annotation::MinorToMinorInteraction | Annotation::Spam => Vec::new(),
    }
}
