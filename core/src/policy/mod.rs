//! What to do about what was found: category, severity and strength -> action, by age band.

mod age;
mod contest;
mod diff;
mod error;
mod file;
mod level;
mod lint;
mod lock;
mod table;

use std::borrow::Cow;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

pub use age::{AgeBand, AgeSignal};
pub use contest::{ContestRules, ContestRulesError, Leniency};
pub use diff::{PolicyDiff, RowChange, SettingChange, Shift};
pub use error::PolicyError;
pub use level::InterventionLevel;
pub use lint::{PolicyConcern, PolicyConcernKind};
pub use lock::{LockedBy, PolicyLock};
pub use table::{PolicyTable, Threshold};

use crate::assessment::{Action, Severity};
use crate::intervention::DelayPolicy;
use crate::taxonomy::{Category, slugs};

const SCHEMA_VERSION: u32 = 1;
/// Rows of a policy that are read.
const MAX_ROWS: usize = 256;

slugs! {
    /// What to do when something cannot be checked.
    OnFailure {
        /// Let it pass, and say that it was not checked.
        Open = "open",
        /// Cover or interrupt, and say that it was not checked.
        Closed = "closed",
    }
}

slugs! {
    /// The policies that Himaya ships; `docs/policy.md` gives the reasons.
    Preset {
        /// Children up to 12 years.
        Child = "child",
        /// Teenagers of 13 to 17 years.
        Teen = "teen",
        /// Adults: little is looked for, and nothing is stopped.
        Adult = "adult",
        /// Devices and browsers of a school, for all ages.
        School = "school",
    }
}

impl Preset {
    /// What a person of this age starts from.
    pub const fn for_band(band: AgeBand) -> Self {
        match band {
            AgeBand::From0To5 | AgeBand::From6To9 | AgeBand::From10To12 => Self::Child,
            AgeBand::From13To15 | AgeBand::From16To17 => Self::Teen,
            AgeBand::Adult => Self::Adult,
        }
    }

    /// The ages that the policy is for.
    pub fn ages(self) -> Vec<AgeBand> {
        let all = AgeBand::ALL.iter().copied();
        all.filter(|band| self == Self::School || Self::for_band(*band) == self).collect()
    }

    /// The policy file, TOML, with its comments.
    pub fn text(self) -> Cow<'static, str> {
        use himaya_models::policy;
        let file = match self {
            Self::Child => policy::CHILD,
            Self::Teen => policy::TEEN,
            Self::Adult => policy::ADULT,
            Self::School => policy::SCHOOL,
        };
        file.text()
    }
}

impl FromStr for Preset {
    type Err = PolicyError;

    fn from_str(text: &str) -> Result<Self, PolicyError> {
        Self::from_slug(text).ok_or_else(|| PolicyError::UnknownPreset(error::shortened(text)))
    }
}

/// A row: from which strength on a category calls for which action.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyRow {
    /// The category.
    pub category: Category,
    /// The age bands that it is for; empty (in a file: left out) for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "some_ages")]
    pub ages: Vec<AgeBand>,
    /// 0..1: the conversation's risk for contact categories, the finding's score for others.
    pub at: f32,
    /// Findings below this severity are left alone.
    #[serde(default = "no_severity")]
    pub min_severity: Severity,
    /// What to do.
    pub action: Action,
    /// Why, for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl PolicyRow {
    /// Whether the row is for people of this age.
    pub fn applies_to(&self, band: AgeBand) -> bool {
        self.ages.is_empty() || self.ages.contains(&band)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.category == other.category
            && self.action == other.action
            && self.min_severity == other.min_severity
            && AgeBand::ALL.iter().any(|band| self.applies_to(*band) && other.applies_to(*band))
    }
}

fn no_severity() -> Severity {
    Severity::new(0)
}

fn some_ages<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<AgeBand>, D::Error> {
    let ages = Vec::<AgeBand>::deserialize(from)?;
    if ages.is_empty() {
        let wrong = "`ages` is empty; name age bands, or leave it out for all";
        return Err(serde::de::Error::custom(wrong));
    }
    Ok(ages)
}

/// Which findings call for which action. `models/policy/` holds the presets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    schema_version: u32,
    /// Name, for reports: small letters, digits, `-` and `_`.
    pub name: String,
    /// Version, for reports and locks; raise it with every change.
    pub version: u32,
    /// What to do when something cannot be checked.
    pub on_failure: OnFailure,
    /// How much people are told.
    #[serde(default)]
    pub intervention: InterventionLevel,
    /// Whether the child must be able to see that messages are looked at.
    #[serde(default)]
    pub monitoring_notice: bool,
    /// How long a young person may tell something first before a guardian's digest shows it.
    #[serde(default)]
    pub delay: DelayPolicy,
    /// What contests of outcomes may change; nothing without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contest: Option<ContestRules>,
    /// Thresholds that contests have raised, within `contest`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leniency: Vec<Leniency>,
    /// The rows; the strongest action of those that apply is taken.
    pub rows: Vec<PolicyRow>,
}

impl Policy {
    /// What a person of this age starts from: `child` up to 12, `teen` to 17, `adult`.
    ///
    /// # Errors
    /// None that a shipped preset can cause; the tests read all of them.
    pub fn preset(band: AgeBand) -> Result<Self, PolicyError> {
        Self::named(Preset::for_band(band))
    }

    /// A shipped policy.
    ///
    /// # Errors
    /// As [`Policy::preset`].
    pub fn named(preset: Preset) -> Result<Self, PolicyError> {
        Self::from_toml(&preset.text())
    }

    /// The ages that the policy is for: those of the preset that it is, else those that its rows
    /// name, all if they name none.
    pub fn ages(&self) -> Vec<AgeBand> {
        let preset = Preset::from_slug(&self.name).filter(|preset| {
            Self::named(*preset).is_ok_and(|shipped| shipped.sha256() == self.sha256())
        });
        if let Some(preset) = preset {
            return preset.ages();
        }
        let named = |band: &AgeBand| self.rows.iter().any(|row| row.ages.contains(band));
        let named: Vec<AgeBand> = AgeBand::ALL.iter().copied().filter(named).collect();
        if named.is_empty() { AgeBand::ALL.to_vec() } else { named }
    }

    /// The rows in force for an age band.
    pub fn table(&self, band: AgeBand) -> PolicyTable {
        PolicyTable::new(self, band)
    }

    /// By how much contests have raised the thresholds of a category, 0..0.3.
    pub fn leniency_for(&self, category: Category) -> f32 {
        let of = self.leniency.iter().filter(|leniency| leniency.category == category);
        of.map(|leniency| leniency.raise).fold(0.0, f32::max)
    }

    /// The policy with the thresholds of some categories raised, in place of earlier raises.
    ///
    /// # Errors
    /// When that is more than [`Policy::contest`] permits.
    pub fn with_leniency(&self, leniency: &[Leniency]) -> Result<Self, PolicyError> {
        leniency.iter().try_for_each(|one| self.permits(one))?;
        Ok(Self { leniency: leniency.to_vec(), ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DELAY: &str = "[[delay.rows]]\nages = [\"13-15\"]\nhours = { calm = 48, soon = 24, today = 4, now = 0 }\n";

    fn child() -> Policy {
        Policy::named(Preset::Child).unwrap()
    }

    #[test]
    fn every_preset_is_read_and_has_no_concerns_for_those_that_it_is_for() {
        for preset in Preset::ALL {
            let policy = Policy::named(*preset).unwrap();
            assert_eq!(policy.name, preset.slug());
            for form in [preset.slug(), &preset.text(), &policy.to_json().unwrap()] {
                assert_eq!(form.parse::<Policy>().unwrap(), policy);
            }
        }
        for band in AgeBand::ALL.iter().filter(|band| band.is_minor()) {
            for policy in [Policy::preset(*band), Policy::named(Preset::School)] {
                let policy = policy.unwrap();
                assert_eq!(policy.concerns(&[*band]), [], "{}, {band}", policy.name);
            }
        }
    }

    #[test]
    fn a_policy_says_for_which_ages_it_is() {
        let teen = Policy::named(Preset::Teen).unwrap();
        assert_eq!(teen.ages(), [AgeBand::From13To15, AgeBand::From16To17]);
        assert_eq!(Policy::named(Preset::School).unwrap().ages(), AgeBand::ALL);
        // What only has the name of a preset is none.
        let mut own = Policy { version: 99, ..teen };
        own.rows.iter_mut().for_each(|row| row.ages = Vec::new());
        assert_eq!(own.ages(), AgeBand::ALL);
        own.rows[0].ages = vec![AgeBand::From6To9];
        assert_eq!(own.ages(), [AgeBand::From6To9]);
    }

    #[test]
    fn a_younger_band_is_never_laxer() {
        let tables = AgeBand::ALL.iter().map(|band| Policy::preset(*band).unwrap().table(*band));
        let tables: Vec<PolicyTable> = tables.collect();
        for category in Category::ALL {
            for severity in 0..=7 {
                for strength in (0..=100).map(|percent| percent as f32 / 100.0) {
                    let severity = Severity::new(severity);
                    let actions = tables.iter().map(|t| t.action(*category, strength, severity));
                    let actions: Vec<Action> = actions.collect();
                    assert!(
                        actions.is_sorted_by(|a, b| a >= b),
                        "{category} {strength}: {actions:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn rows_for_some_ages_leave_others_alone() {
        let policy = Policy::from_toml(
            "schema_version = 1\nname = \"x\"\nversion = 1\non_failure = \"open\"\n\
             [[rows]]\ncategory = \"bullying\"\nages = [\"6-9\"]\nat = 0.2\naction = \"interrupt\"\n\
             [[rows]]\ncategory = \"bullying\"\nat = 0.8\nmin_severity = 3\naction = \"indicate\"\n",
        );
        let policy = policy.unwrap();
        let action = |band, strength, severity| {
            policy.table(band).action(Category::Bullying, strength, Severity::new(severity))
        };
        assert_eq!(action(AgeBand::From6To9, 0.3, 0), Action::Interrupt);
        assert_eq!(action(AgeBand::From10To12, 0.3, 0), Action::Allow);
        assert_eq!(action(AgeBand::From10To12, 0.8, 3), Action::Indicate);
        assert_eq!(action(AgeBand::From10To12, 0.8, 2), Action::Allow);
        assert_eq!(action(AgeBand::From6To9, 1.0, 7), Action::Interrupt);
        assert_eq!(policy.table(AgeBand::Adult).thresholds_of(Category::Grooming), []);
    }

    #[test]
    fn a_wrong_policy_is_refused_with_the_reason() {
        let good = Preset::Child.text().replace("[delay]\nrows = []\n", DELAY);
        for (right, wrong, message) in [
            ("schema_version = 1", "schema_version = 9", "schema_version 9 is not supported"),
            (
                "name = \"child\"",
                "name = \"Child!\"",
                "name is `Child!`; use 1 to 64 small letters",
            ),
            ("at = 0.9", "at = 1.5", "`at` is 1.5; give a number from 0 to 1"),
            ("at = 0.9", "at = nan", "give a number from 0 to 1"),
            ("\"blur\"", "\"explode\"", "unknown variant `explode`"),
            ("on_failure", "on_fialure", "unknown field `on_fialure`"),
            ("= \"descriptive\"", "= \"loud\"", "unknown variant `loud`"),
            ("min_severity = 5", "min_severity = 8", "severity 8 is out of range"),
            ("ages = [\"0-5\", \"6-9\"]", "ages = []", "`ages` is empty"),
            ("ages = [\"0-5\", \"6-9\"]", "ages = [\"6-9\", \"6-9\"]", "names one band twice"),
            ("min_contests = 3", "min_contests = 1", "contest: `min_contests` is 1; give 2 to 100"),
            ("max_raise = 0.1", "max_raise = 0.9", "`max_raise` 0.9; give 0 <= step"),
            ("today = 4", "today = 40", "`today` is 40 hours; at most 24 are allowed"),
            ("[\"personal_info\"", "[\"sextortion\"", "`categories` holds sextortion"),
        ] {
            assert!(good.contains(right), "{right}");
            let error = Policy::from_toml(&good.replacen(right, wrong, 1)).unwrap_err().to_string();
            assert!(error.contains(message), "{error}");
        }
        let twice =
            format!("{good}\n[[rows]]\ncategory = \"known_image\"\nat = 0.7\naction = \"blur\"\n");
        let error = Policy::from_toml(&twice).unwrap_err().to_string();
        assert!(error.contains("says again what row") && error.contains("known_image"), "{error}");
        let broken = Policy::from_json("{\n \"schema_version\": 1,\n \"nme\": 1}").unwrap_err();
        assert!(broken.to_string().starts_with("line 3: unknown field `nme`"), "{broken}");
    }

    #[test]
    fn leniency_raises_thresholds_within_bounds_and_says_so() {
        let policy = child();
        let category = Category::PersonalInfo;
        let band = AgeBand::From10To12;
        let raised = policy.with_leniency(&[Leniency { category, raise: 0.1 }]).unwrap();
        let first = |policy: &Policy| policy.table(band).first_threshold(category).unwrap();
        assert!((first(&raised) - first(&policy) - 0.1).abs() < 1e-6);
        assert_eq!(raised.sha256(), policy.sha256());
        assert_ne!(raised.to_json().unwrap(), policy.to_json().unwrap());
        for (category, raise) in [(category, 0.2), (Category::Sextortion, 0.05), (category, -0.1)] {
            let error = policy.with_leniency(&[Leniency { category, raise }]).unwrap_err();
            assert!(error.to_string().contains("the policy permits"), "{error}");
        }
    }

    #[test]
    fn a_certain_finding_acts_however_lenient() {
        let text = "schema_version = 1\nname = \"x\"\nversion = 1\non_failure = \"open\"\n\
             [contest]\nstep = 0.3\nmax_raise = 0.3\nmin_contests = 2\ncategories = [\"bullying\"]\n\
             [[leniency]]\ncategory = \"bullying\"\nraise = 0.3\n\
             [[rows]]\ncategory = \"bullying\"\nat = 0.9\naction = \"indicate\"\n";
        let table = Policy::from_toml(text).unwrap().table(AgeBand::Adult);
        assert_eq!(table.action(Category::Bullying, 1.0, Severity::MAX), Action::Indicate);
        assert_eq!(table.action(Category::Bullying, 0.95, Severity::MAX), Action::Allow);
    }
}
