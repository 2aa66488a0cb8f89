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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Origin;

    const POLICY: &str = "schema_version = 1\nname = \"x\"\nversion = 1\non_failure = \"open\"\n\
        [contest]\nstep = 0.25\nmax_raise = 0.25\nmin_contests = 2\n\
        categories = [\"bullying\", \"personal_info\"]\n\
        [[leniency]]\ncategory = \"bullying\"\nraise = 0.25\n\
        [[leniency]]\ncategory = \"personal_info\"\nraise = 0.25\n\
        [[rows]]\ncategory = \"personal_info\"\nat = 0.875\naction = \"blur\"\n\
        [[rows]]\ncategory = \"bullying\"\nat = 0.125\naction = \"allow\"\n\
        [[rows]]\ncategory = \"bullying\"\nat = 0.5\nmin_severity = 3\naction = \"indicate\"\n\
        [[rows]]\ncategory = \"bullying\"\nages = [\"10-12\"]\nat = 0.625\naction = \"interrupt\"\n\
        [[rows]]\ncategory = \"grooming\"\nat = 0.5\naction = \"indicate\"\n";

    fn table(band: AgeBand) -> PolicyTable {
        Policy::from_toml(POLICY).unwrap().table(band)
    }

    fn finding(category: Category, score: f32, severity: u8) -> Finding {
        Finding {
            category,
            score,
            severity: Severity::new(severity),
            origin: Origin::Rule,
            stage: None,
            behaviors: Vec::new(),
            spans: Vec::new(),
            reason_codes: Vec::new(),
        }
    }

    #[test]
    fn thresholds_are_those_of_the_age_raised_and_the_strongest_action_first() {
        let one = |category, at, severity, action| {
            let min_severity = Severity::new(severity);
            Threshold { category, at, min_severity, action }
        };
        let grooming = one(Category::Grooming, 0.5, 0, Action::Indicate);
        let interrupt = one(Category::Bullying, 0.875, 0, Action::Interrupt);
        let indicate = one(Category::Bullying, 0.75, 3, Action::Indicate);
        let certain = one(Category::PersonalInfo, 1.0, 0, Action::Blur);
        let (child, adult) = (table(AgeBand::From10To12), table(AgeBand::Adult));
        assert_eq!(child.thresholds(), [grooming, interrupt, indicate, certain]);
        assert_eq!(adult.thresholds(), [grooming, indicate, certain]);
        assert_eq!(child.thresholds_of(Category::Bullying), [interrupt, indicate]);
        assert_eq!(child.thresholds_of(Category::SelfHarm), []);
        for (category, strongest, first) in [
            (Category::Grooming, Action::Indicate, Some(0.5)),
            (Category::Bullying, Action::Interrupt, Some(0.75)),
            (Category::PersonalInfo, Action::Blur, Some(1.0)),
            (Category::SelfHarm, Action::Allow, None),
        ] {
            assert_eq!(child.strongest_action(category), strongest);
            assert_eq!(child.first_threshold(category), first);
        }
    }

    #[test]
    fn the_risk_counts_for_contact_and_the_score_for_the_rest_and_relaxation_is_told() {
        use Action::{Allow, Indicate, Interrupt};
        use Category::{Bullying, Grooming};
        let table = table(AgeBand::From10To12);
        for (category, score, severity, risk, action, relaxed) in [
            (Grooming, 0.0, 0, 0.5, Indicate, false),
            (Grooming, 1.0, 7, 0.49, Allow, false),
            (Bullying, 0.49, 7, 1.0, Allow, false),
            (Bullying, 0.5, 3, 0.0, Allow, true),
            (Bullying, 0.6, 2, 0.0, Allow, false),
            (Bullying, 0.625, 2, 0.0, Allow, true),
            (Bullying, 0.75, 3, 0.0, Indicate, true),
            (Bullying, 0.75, 2, 0.0, Allow, true),
            (Bullying, 0.874, 3, 1.0, Indicate, true),
            (Bullying, 0.875, 0, 0.0, Interrupt, false),
            (Category::SelfHarm, 1.0, 7, 1.0, Allow, false),
        ] {
            let finding = finding(category, score, severity);
            assert_eq!(table.action_for(&finding, risk), action, "{finding:?}");
            assert_eq!(table.is_relaxed_for(&finding, risk), relaxed, "{finding:?}");
        }
    }
}
