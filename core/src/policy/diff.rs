//! What changes when one policy takes the place of another.

use serde::Serialize;

use super::{AgeBand, Policy, Threshold};
use crate::intervention::DelayHours;
use crate::taxonomy::{Category, slugs};

slugs! {
    /// Which way a change goes, for the protected person.
    Shift {
        /// More is done.
        Stricter = "stricter",
        /// Less is done.
        Laxer = "laxer",
        /// More of some, less of other.
        Mixed = "mixed",
        /// Only words or numbers that decide nothing.
        Neutral = "neutral",
    }
}

/// What changes from one policy to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PolicyDiff {
    /// Changed settings.
    pub settings: Vec<SettingChange>,
    /// Changed decisions.
    pub rows: Vec<RowChange>,
}

/// A setting that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SettingChange {
    /// Its field.
    pub field: &'static str,
    /// Its value before.
    pub before: String,
    /// Its value after.
    pub after: String,
    /// Which way it goes.
    pub shift: Shift,
}

/// Decisions about a category that change for some ages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowChange {
    /// The category.
    pub category: Category,
    /// The ages for which they change in this way.
    pub ages: Vec<AgeBand>,
    /// From where on what was done.
    pub before: Vec<Threshold>,
    /// From where on what is done.
    pub after: Vec<Threshold>,
    /// Which way it goes.
    pub shift: Shift,
}

impl PolicyDiff {
    /// Whether nothing changes.
    pub const fn is_empty(&self) -> bool {
        self.settings.is_empty() && self.rows.is_empty()
    }

    /// Which way the change as a whole goes.
    pub fn shift(&self) -> Shift {
        let settings = self.settings.iter().map(|change| change.shift);
        let all = settings.chain(self.rows.iter().map(|change| change.shift));
        all.fold(Shift::Neutral, joined)
    }
}

impl Policy {
    /// What changes when `after` takes the place of this policy. Rows are compared by what they
    /// decide, not by how they are written.
    pub fn diff(&self, after: &Self) -> PolicyDiff {
        PolicyDiff { settings: self.settings_diff(after), rows: self.rows_diff(after) }
    }

    fn settings_diff(&self, after: &Self) -> Vec<SettingChange> {
        let mut changes = Vec::new();
        let mut compare = |field, before: String, now: String, shift| {
            if before != now {
                changes.push(SettingChange { field, before, after: now, shift });
            }
        };
        let order = |more: bool| if more { Shift::Stricter } else { Shift::Laxer };
        let neutral = Shift::Neutral;
        compare("name", self.name.clone(), after.name.clone(), neutral);
        compare("version", self.version.to_string(), after.version.to_string(), neutral);
        let (a, b) = (self.on_failure, after.on_failure);
        compare("on_failure", a.to_string(), b.to_string(), order(b > a));
        let (a, b) = (self.intervention, after.intervention);
        compare("intervention", a.to_string(), b.to_string(), order(b > a));
        let (a, b) = (self.monitoring_notice, after.monitoring_notice);
        compare("monitoring_notice", a.to_string(), b.to_string(), order(b));
        let raises = |policy: &Self| {
            let of =
                |leniency: &super::Leniency| format!("{} {}", leniency.category, leniency.raise);
            policy.leniency.iter().map(of).collect::<Vec<_>>().join(", ")
        };
        let contest = |policy: &Self| {
            policy.contest.as_ref().map_or_else(
                || "none".to_owned(),
                |rules| {
                    let categories: Vec<&str> = rules.categories.iter().map(|c| c.slug()).collect();
                    format!(
                        "{} a step, {} at most, {} contests, of {}",
                        rules.step,
                        rules.max_raise,
                        rules.min_contests,
                        categories.join(", ")
                    )
                },
            )
        };
        let permits = |policy: &Self, category| {
            policy.contest.as_ref().map_or(0.0, |rules| rules.permitted(category))
        };
        let shift = Category::ALL.iter().fold(neutral, |so_far, category| {
            let (a, b) = (permits(self, *category), permits(after, *category));
            if a == b { so_far } else { joined(so_far, order(b < a)) }
        });
        compare("contest", contest(self), contest(after), shift);
        let delay = |policy: &Self| {
            let row = |band: &AgeBand| {
                let DelayHours { calm, soon, today, now } = policy.delay.hours(*band);
                format!("{band} {calm}/{soon}/{today}/{now} h")
            };
            AgeBand::ALL.iter().map(row).collect::<Vec<_>>().join(", ")
        };
        // Sooner for the guardian is later for the child's own word: no way is the stricter one.
        compare("delay", delay(self), delay(after), neutral);
        // What the raises change is among the rows.
        compare("leniency", raises(self), raises(after), neutral);
        changes
    }

    fn rows_diff(&self, after: &Self) -> Vec<RowChange> {
        let mut changes: Vec<RowChange> = Vec::new();
        for category in Category::ALL {
            let first = changes.len();
            for band in AgeBand::ALL {
                let (a, b) = (self.table(*band), after.table(*band));
                let (was, is) = (a.thresholds_of(*category), b.thresholds_of(*category));
                let shift = super::lint::points(was, is).fold(Shift::Neutral, |so_far, at| {
                    let (strength, severity) = at;
                    let was = a.action(*category, strength, severity);
                    let is = b.action(*category, strength, severity);
                    match is.cmp(&was) {
                        std::cmp::Ordering::Equal => so_far,
                        order => joined(
                            so_far,
                            if order.is_gt() { Shift::Stricter } else { Shift::Laxer },
                        ),
                    }
                });
                if shift == Shift::Neutral {
                    continue;
                }
                let same = changes
                    .iter_mut()
                    .skip(first)
                    .find(|change| change.before == was && change.after == is);
                match same {
                    Some(change) => change.ages.push(*band),
                    None => changes.push(RowChange {
                        category: *category,
                        ages: vec![*band],
                        before: was.to_vec(),
                        after: is.to_vec(),
                        shift,
                    }),
                }
            }
        }
        changes
    }
}

fn joined(a: Shift, b: Shift) -> Shift {
    match (a, b) {
        (Shift::Neutral, other) | (other, Shift::Neutral) => other,
        (a, b) if a == b => a,
        _ => Shift::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Action, Severity};
    use crate::policy::{ContestRules, InterventionLevel, OnFailure, PolicyRow, Preset};

    #[test]
    fn a_policy_does_not_differ_from_itself_written_otherwise() {
        let policy = Policy::named(Preset::Child).unwrap();
        let mut turned = policy.clone();
        turned.rows.reverse();
        assert!(policy.diff(&turned).is_empty());
    }

    #[test]
    fn the_way_of_every_change_is_told_for_the_ages_that_it_touches() {
        let child = Policy::named(Preset::Child).unwrap();
        let mut after = child.clone();
        after.on_failure = crate::policy::OnFailure::Open;
        for row in after.rows.iter_mut().filter(|row| row.category == Category::Bullying) {
            row.at -= 0.2;
            row.ages = vec![AgeBand::From10To12];
        }
        let diff = child.diff(&after);
        assert_eq!(diff.shift(), Shift::Mixed);
        assert_eq!(diff.settings.len(), 1);
        assert_eq!((diff.settings[0].field, diff.settings[0].shift), ("on_failure", Shift::Laxer));
        let stricter: Vec<_> = diff.rows.iter().filter(|c| c.shift == Shift::Stricter).collect();
        assert!(
            matches!(stricter[..], [change] if change.ages == [AgeBand::From10To12]),
            "{diff:?}"
        );
        assert!(diff.rows.iter().any(|change| change.shift == Shift::Laxer));
    }

    #[test]
    fn child_to_adult_is_laxer() {
        let [child, adult] = [Preset::Child, Preset::Adult].map(|p| Policy::named(p).unwrap());
        let diff = child.diff(&adult);
        assert!(diff.rows.iter().all(|change| change.shift != Shift::Stricter), "{diff:?}");
        assert_eq!(diff.shift(), Shift::Laxer);
        assert_eq!(adult.diff(&child).shift(), Shift::Stricter);
    }

    #[test]
    fn every_setting_says_which_way_it_goes_there_and_back() {
        use Shift::{Laxer, Mixed, Neutral, Stricter};
        let base = || Policy::named(Preset::Child).unwrap();
        let contest = base().contest.unwrap();
        let allowing = |max_raise, categories: &[Category]| {
            Some(ContestRules { max_raise, categories: categories.to_vec(), ..contest.clone() })
        };
        let all = [Category::PersonalInfo, Category::Bullying, Category::SensitiveImage];
        let delay = Policy::named(Preset::Teen).unwrap().delay;
        for (field, after, there, back) in [
            ("name", Policy { name: "other".to_owned(), ..base() }, Neutral, Neutral),
            ("version", Policy { version: 99, ..base() }, Neutral, Neutral),
            ("on_failure", Policy { on_failure: OnFailure::Open, ..base() }, Laxer, Stricter),
            (
                "intervention",
                Policy { intervention: InterventionLevel::Simple, ..base() },
                Laxer,
                Stricter,
            ),
            ("monitoring_notice", Policy { monitoring_notice: false, ..base() }, Laxer, Stricter),
            ("contest", Policy { contest: None, ..base() }, Stricter, Laxer),
            ("contest", Policy { contest: allowing(0.3, &all), ..base() }, Laxer, Stricter),
            ("contest", Policy { contest: allowing(0.1, &all[1..]), ..base() }, Stricter, Laxer),
            (
                "contest",
                Policy { contest: allowing(0.1, &[Category::SexualContent]), ..base() },
                Mixed,
                Mixed,
            ),
            ("delay", Policy { delay, ..base() }, Neutral, Neutral),
        ] {
            for (diff, shift) in [(base().diff(&after), there), (after.diff(&base()), back)] {
                assert!(!diff.is_empty() && diff.rows.is_empty(), "{diff:?}");
                let told: Vec<_> = diff.settings.iter().map(|c| (c.field, c.shift)).collect();
                assert_eq!(told, [(field, shift)]);
                assert_eq!(diff.shift(), shift);
            }
        }
        let diff = base().diff(&Policy { version: 99, ..base() });
        assert_eq!(
            (diff.settings[0].before.as_str(), diff.settings[0].after.as_str()),
            ("2", "99")
        );
    }

    #[test]
    fn ages_whose_decisions_change_in_the_same_way_are_told_together() {
        use AgeBand::{Adult, From0To5, From6To9, From10To12, From13To15, From16To17};
        let policy = |rows: &[(&[AgeBand], f32, Action)]| {
            let rows = rows.iter().map(|(ages, at, action)| PolicyRow {
                category: Category::Bullying,
                ages: ages.to_vec(),
                at: *at,
                min_severity: Severity::new(0),
                action: *action,
                reason: String::new(),
            });
            Policy { rows: rows.collect(), ..Policy::named(Preset::Child).unwrap() }
        };
        let told = |diff: PolicyDiff| -> Vec<(Vec<AgeBand>, Shift)> {
            assert!(diff.settings.is_empty() && !diff.is_empty());
            diff.rows.into_iter().map(|change| (change.ages, change.shift)).collect()
        };
        let before = policy(&[(&[], 0.5, Action::Indicate)]);
        let young = [From0To5, From6To9, From13To15];
        let after = policy(&[
            (&young, 0.25, Action::Indicate),
            (&[From10To12], 0.75, Action::Indicate),
            (&[From16To17, Adult], 0.5, Action::Indicate),
        ]);
        let expected = |first, second| [(young.to_vec(), first), (vec![From10To12], second)];
        assert_eq!(told(before.diff(&after)), expected(Shift::Stricter, Shift::Laxer));
        assert_eq!(told(after.diff(&before)), expected(Shift::Laxer, Shift::Stricter));
        let rows =
            |at, interrupt| [(&[][..], at, Action::Indicate), (&[], interrupt, Action::Mute)];
        let mixed = policy(&rows(0.5, 0.75)).diff(&policy(&rows(0.25, 0.9)));
        assert_eq!(told(mixed), [(AgeBand::ALL.to_vec(), Shift::Mixed)]);
    }

    #[test]
    fn nothing_changes_in_no_direction() {
        let diff = PolicyDiff { settings: Vec::new(), rows: Vec::new() };
        assert_eq!((diff.is_empty(), diff.shift()), (true, Shift::Neutral));
    }
}
