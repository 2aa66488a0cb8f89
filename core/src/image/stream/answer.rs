//! What stands after some looks, and why, as an assessment.

use super::hysteresis::{Doubt, Hysteresis, Sighting};
use crate::assessment::{Action, Assessment, Finding, Severity, Status, StatusReason};
use crate::guard::{Guard, IMAGE_FINDING};
use crate::taxonomy::Category;

/// What the looks at a stream add up to.
#[derive(Debug)]
pub(super) struct Answer {
    hysteresis: Hysteresis,
    /// The latest classified frame's.
    latest: Option<Assessment>,
    /// The latest finding of each category.
    findings: Vec<Finding>,
    strongest: Option<Assessment>,
    classified: bool,
    now: Troubles,
    ever: Troubles,
}

/// What keeps an answer from being complete.
#[derive(Clone, Copy, Debug, Default)]
struct Troubles {
    failed: Option<StatusReason>,
    skipped: bool,
}

impl Answer {
    pub(super) fn new(guard: &Guard) -> Self {
        let failure = guard.assess_failure(StatusReason::ModelUnavailable);
        Self {
            hysteresis: Hysteresis::new(guard.policy_table().thresholds(), failure.action),
            latest: None,
            findings: Vec::new(),
            strongest: None,
            classified: false,
            now: Troubles::default(),
            ever: Troubles::default(),
        }
    }

    /// A frame of this time was classified.
    pub(super) fn look(&mut self, guard: &Guard, time: u64, assessment: Assessment) {
        self.now = Troubles::default();
        self.classified = true;
        self.hysteresis.look(time, &sightings(&assessment));
        let seen = &assessment.findings;
        self.findings.retain(|old| seen.iter().all(|new| new.category != old.category));
        self.findings.extend(seen.iter().cloned());
        self.latest = Some(assessment);
        self.note_strongest(guard);
    }

    /// A look failed.
    pub(super) fn fail(&mut self, guard: &Guard, reason: StatusReason) {
        self.now = Troubles { failed: Some(reason), skipped: false };
        self.ever.failed = Some(reason);
        self.hysteresis.fail();
        self.note_strongest(guard);
    }

    /// A part of the stream could not be had.
    pub(super) fn lose(&mut self, guard: &Guard, reason: StatusReason) {
        (self.now.failed, self.ever.failed) = (Some(reason), Some(reason));
        self.hysteresis.lose();
        self.note_strongest(guard);
    }

    /// A part of the stream was left out.
    pub(super) fn skip(&mut self) {
        (self.now.skipped, self.ever.skipped) = (true, true);
    }

    /// Nothing waits to be looked at.
    pub(super) fn caught_up(&mut self) {
        self.now.skipped = false;
    }

    /// The stream goes on at an earlier time.
    pub(super) fn rewind(&mut self, time: u64) {
        self.hysteresis.rewind(time);
    }

    pub(super) fn doubt(&self) -> Doubt {
        self.hysteresis.doubt()
    }

    pub(super) fn action(&self) -> Action {
        self.hysteresis.action()
    }

    /// The strongest of what enough looks agree on, 0..1.
    pub(super) fn risk(&self) -> f32 {
        Category::ALL.iter().map(|category| self.hysteresis.held(*category)).fold(0.0, f32::max)
    }

    /// Where the stream stands.
    pub(super) fn now(&self, guard: &Guard) -> Assessment {
        self.with_status(self.standing(guard), self.now)
    }

    /// The stream at its strongest, with a status for all of it.
    pub(super) fn summary(&self, guard: &Guard) -> Assessment {
        let strongest = self.strongest.clone().unwrap_or_else(|| self.standing(guard));
        self.with_status(strongest, self.ever)
    }

    fn note_strongest(&mut self, guard: &Guard) {
        let standing = self.standing(guard);
        let rank = |assessment: &Assessment| (assessment.action, assessment.risk);
        if self.strongest.as_ref().is_none_or(|strongest| rank(strongest) < rank(&standing)) {
            self.strongest = Some(standing);
        }
    }

    /// What stands, its status left open.
    fn standing(&self, guard: &Guard) -> Assessment {
        let stands = |finding: &&Finding| {
            let category = finding.category;
            let first = guard.policy_table().first_threshold(category).unwrap_or(1.0);
            let held = self.hysteresis.held(category);
            self.hysteresis.is_on(category) || held >= first.min(IMAGE_FINDING)
        };
        let findings = self.findings.iter().filter(stands).map(|finding| Finding {
            score: self.hysteresis.held(finding.category),
            ..finding.clone()
        });
        let mut assessment = guard.standing(self.risk(), findings.collect(), self.action());
        if let Some(latest) = &self.latest {
            assessment.models.clone_from(&latest.models);
            assessment.class_scores.clone_from(&latest.class_scores);
        }
        assessment
    }

    fn with_status(&self, mut assessment: Assessment, troubles: Troubles) -> Assessment {
        assessment.status_reasons.extend(troubles.failed);
        assessment.status_reasons.extend(troubles.skipped.then_some(StatusReason::FramesSkipped));
        assessment.status = if assessment.status_reasons.is_empty() {
            Status::Complete
        } else if !self.classified && self.hysteresis.is_failing() {
            Status::Failed
        } else {
            Status::Degraded
        };
        assessment
    }
}

/// What a frame's assessment says of each category. A sensitivity too small to be a finding is
/// its risk.
fn sightings(assessment: &Assessment) -> Vec<Sighting> {
    let of = |finding: &Finding| Sighting {
        category: finding.category,
        score: finding.score,
        severity: finding.severity,
    };
    let mut sightings: Vec<Sighting> = assessment.findings.iter().map(of).collect();
    if sightings.is_empty() {
        let (category, severity) = (Category::SensitiveImage, Severity::new(0));
        sightings.push(Sighting { category, score: assessment.risk, severity });
    }
    sightings
}
