//! The rows of a policy that apply to one age band, in the order in which they are asked.

use std::ops::Range;

use serde::Serialize;

use super::{AgeBand, Policy, PolicyRow};
use crate::assessment::{Action, Finding, Severity};
use crate::taxonomy::Category;

/// From where on a category calls for an action.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Threshold {
    /// The category.
    pub category: Category,
    /// 0..1: the conversation's risk for contact categories, the finding's score for others.
    pub at: f32,
    /// Findings below this severity are left alone.
    pub min_severity: Severity,
    /// What to do.
    pub action: Action,
}

/// What a policy says for one age band: a decision table, a few comparisons a finding.
#[derive(Clone, Debug)]
pub struct PolicyTable {
    /// By category, the strongest action first.
    thresholds: Vec<Threshold>,
    /// Where the thresholds of each category lie.
    places: Vec<Range<usize>>,
    /// By how much contests raised the thresholds of each category; contained in `thresholds`.
    raised: Vec<f32>,
}

impl PolicyTable {
    pub(super) fn new(policy: &Policy, band: AgeBand) -> Self {
        let raised: Vec<f32> = Category::ALL.iter().map(|c| policy.leniency_for(*c)).collect();
        let mut thresholds: Vec<Threshold> = policy
            .rows
            .iter()
            .filter(|row| row.applies_to(band) && row.action != Action::Allow)
            .map(|row| {
                let raise = raised.get(row.category as usize).copied().unwrap_or(0.0);
                // A finding that is certain still counts.
                let at = if raise > 0.0 { (row.at + raise).min(row.at.max(1.0)) } else { row.at };
                let PolicyRow { category, min_severity, action, .. } = *row;
                Threshold { category, at, min_severity, action }
            })
            .collect();
        thresholds.sort_by(|a, b| {
            a.category.cmp(&b.category).then(b.action.cmp(&a.action)).then(a.at.total_cmp(&b.at))
        });
        let places = Category::ALL.iter().map(|category| {
            let start = thresholds.partition_point(|one| one.category < *category);
            start..thresholds.partition_point(|one| one.category <= *category)
        });
        Self { places: places.collect(), raised, thresholds }
    }

    /// All of them, by category, the strongest action first.
    pub fn thresholds(&self) -> &[Threshold] {
        &self.thresholds
    }

    /// Those of a category, the strongest action first.
    pub fn thresholds_of(&self, category: Category) -> &[Threshold] {
        let place = self.places.get(category as usize).cloned();
        place.and_then(|place| self.thresholds.get(place)).unwrap_or(&[])
    }

    /// The action for one finding of an input with this risk.
    pub fn action_for(&self, finding: &Finding, risk: f32) -> Action {
        self.action(finding.category, strength(finding, risk), finding.severity)
    }

    /// The action for a category at a strength (the risk of the conversation for contact
    /// categories, the finding's score for others) and a severity.
    pub fn action(&self, category: Category, strength: f32, severity: Severity) -> Action {
        let applies = |one: &&Threshold| strength >= one.at && severity >= one.min_severity;
        let first = self.thresholds_of(category).iter().find(applies);
        first.map_or(Action::Allow, |threshold| threshold.action)
    }

    /// Whether contests have changed what is done about a finding.
    pub fn is_relaxed_for(&self, finding: &Finding, risk: f32) -> bool {
        let raise = self.raised.get(finding.category as usize).copied().unwrap_or(0.0);
        raise > 0.0 && {
            let strength = strength(finding, risk);
            let strict = self.action(finding.category, strength + raise, finding.severity);
            strict > self.action(finding.category, strength, finding.severity)
        }
    }

    /// The strongest action that a category may call for.
    pub fn strongest_action(&self, category: Category) -> Action {
        self.thresholds_of(category).first().map_or(Action::Allow, |first| first.action)
    }

    /// The lowest strength from which on a category calls for any action.
    pub fn first_threshold(&self, category: Category) -> Option<f32> {
        self.thresholds_of(category).iter().map(|one| one.at).reduce(f32::min)
    }
}

fn strength(finding: &Finding, risk: f32) -> f32 {
    if finding.category.is_sequential() { risk } else { finding.score }
}
