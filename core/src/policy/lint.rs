//! What a policy says that its author may not have meant.

use std::fmt;

use super::{AgeBand, InterventionLevel, OnFailure, Policy, Threshold};
use crate::assessment::{Action, Severity};
use crate::taxonomy::{Category, slugs};

slugs! {
    /// A kind of doubt about a policy that is valid.
    PolicyConcernKind {
        /// A row that no finding can ever decide.
        IdleRow = "idle_row",
        /// A category about which nothing is done for a minor.
        Uncovered = "uncovered",
        /// What could not be checked is let through for a minor.
        FailsOpen = "fails_open",
        /// A minor is not told that messages are looked at.
        NoNotice = "no_notice",
        /// A minor is told nothing.
        Silent = "silent",
        /// A younger band is treated more laxly than an older one.
        YoungerIsLaxer = "younger_is_laxer",
    }
}

/// A doubt about a policy that is valid.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PolicyConcern {
    /// What kind.
    pub kind: PolicyConcernKind,
    /// Row, from 1, if it is about one.
    pub row: Option<usize>,
    /// What is doubtful, and what would be right.
    pub message: String,
}

impl fmt::Display for PolicyConcern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Some(row) => write!(f, "row {row}: {} [{}]", self.message, self.kind),
            None => write!(f, "{} [{}]", self.message, self.kind),
        }
    }
}

impl Policy {
    /// What may not be meant, for people of these ages.
    pub fn concerns(&self, bands: &[AgeBand]) -> Vec<PolicyConcern> {
        let mut concerns = self.idle_rows(bands);
        let minors: Vec<AgeBand> = bands.iter().copied().filter(|band| band.is_minor()).collect();
        if minors.is_empty() {
            return concerns;
        }
        let mut add = |kind, message: String| {
            concerns.push(PolicyConcern { kind, row: None, message });
        };
        if self.on_failure == OnFailure::Open {
            let message =
                "on_failure is `open`: what could not be checked reaches a minor; use `closed`";
            add(PolicyConcernKind::FailsOpen, message.to_owned());
        }
        if !self.monitoring_notice {
            let message = "monitoring_notice is false: a minor must see that messages are looked at \
                           (ICO Children's Code, standard 11); set it";
            add(PolicyConcernKind::NoNotice, message.to_owned());
        }
        if self.intervention == InterventionLevel::Disabled {
            let message = "intervention is `disabled`: nothing is done or said; use `simple`";
            add(PolicyConcernKind::Silent, message.to_owned());
        }
        for band in &minors {
            let table = self.table(*band);
            let missing = Category::ALL.iter().filter(|c| table.thresholds_of(**c).is_empty());
            let missing: Vec<&str> = missing.map(|category| category.slug()).collect();
            if !missing.is_empty() {
                let message =
                    format!("nothing is done about {} for {band}; add rows", missing.join(", "));
                add(PolicyConcernKind::Uncovered, message);
            }
        }
        for (younger, older) in minors.iter().zip(minors.iter().skip(1)) {
            for category in Category::ALL {
                if self.laxer(*younger, *older, *category) {
                    let message =
                        format!("{category} is treated more laxly for {younger} than for {older}");
                    add(PolicyConcernKind::YoungerIsLaxer, message);
                }
            }
        }
        concerns
    }

    /// Rows whose action others ask for already, at no more strength and severity.
    fn idle_rows(&self, bands: &[AgeBand]) -> Vec<PolicyConcern> {
        let mut concerns = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let decides = |band: &AgeBand| {
                row.action != Action::Allow
                    && row.applies_to(*band)
                    && !self.rows.iter().enumerate().any(|(other_index, other)| {
                        other_index != index
                            && other.category == row.category
                            && other.applies_to(*band)
                            && other.action >= row.action
                            && other.at <= row.at
                            && other.min_severity <= row.min_severity
                    })
            };
            let meant = bands.iter().any(|band| row.applies_to(*band));
            if meant && !bands.iter().any(decides) {
                concerns.push(PolicyConcern {
                    kind: PolicyConcernKind::IdleRow,
                    row: Some(index + 1),
                    message: format!(
                        "`{}` for {} never decides, since other rows ask for as much; remove it",
                        row.action, row.category
                    ),
                });
            }
        }
        concerns
    }

    fn laxer(&self, band: AgeBand, than: AgeBand, category: Category) -> bool {
        let (ours, theirs) = (self.table(band), self.table(than));
        points(ours.thresholds_of(category), theirs.thresholds_of(category)).any(
            |(strength, severity)| {
                ours.action(category, strength, severity)
                    < theirs.action(category, strength, severity)
            },
        )
    }
}

/// Every strength and severity at which either of two tables may change its answer.
pub(super) fn points<'a>(
    a: &'a [Threshold],
    b: &'a [Threshold],
) -> impl Iterator<Item = (f32, Severity)> + use<'a> {
    let strengths = a.iter().chain(b).map(|one| one.at);
    strengths
        .flat_map(|at| (0..=Severity::MAX.level()).map(move |level| (at, Severity::new(level))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{PolicyRow, Preset};

    fn kinds(policy: &str, bands: &[AgeBand]) -> Vec<PolicyConcernKind> {
        let policy = format!("schema_version = 1\nname = \"x\"\nversion = 1\n{policy}");
        let concerns = Policy::from_toml(&policy).unwrap().concerns(bands);
        concerns.into_iter().map(|concern| concern.kind).collect()
    }

    #[test]
    fn what_leaves_a_minor_alone_is_told() {
        let policy = "on_failure = \"open\"\nintervention = \"disabled\"\nrows = []\n";
        use PolicyConcernKind as Kind;
        let expected = [Kind::FailsOpen, Kind::NoNotice, Kind::Silent, Kind::Uncovered];
        assert_eq!(kinds(policy, &[AgeBand::From10To12]), expected);
        assert_eq!(kinds(policy, &[AgeBand::Adult]), []);
    }

    #[test]
    fn rows_that_never_decide_and_laxity_towards_the_younger_are_told() {
        let policy = "on_failure = \"closed\"\nmonitoring_notice = true\n\
            [[rows]]\ncategory = \"bullying\"\nat = 0.5\naction = \"interrupt\"\n\
            [[rows]]\ncategory = \"bullying\"\nat = 0.7\naction = \"indicate\"\n\
            [[rows]]\ncategory = \"grooming\"\nat = 0.5\naction = \"indicate\"\nages = [\"13-15\"]\n";
        let kinds = kinds(policy, &[AgeBand::From10To12, AgeBand::From13To15]);
        assert!(kinds.contains(&PolicyConcernKind::IdleRow), "{kinds:?}");
        assert!(kinds.contains(&PolicyConcernKind::YoungerIsLaxer), "{kinds:?}");
    }

    #[test]
    fn a_row_is_idle_where_others_ask_for_as_much_of_the_same_people() {
        use Action::{Allow, Indicate, Interrupt};
        use AgeBand::{Adult, From10To12 as Child};
        use Category::{Bullying, Grooming};
        let all: &[AgeBand] = &[];
        let first = (Bullying, all, 0.5, 3, Interrupt);
        let second = (Bullying, all, 0.5, 3, Indicate);
        for (rows, bands, idle) in [
            (vec![(Bullying, all, 0.5, 3, Allow)], &[Adult][..], vec![1]),
            (vec![(Bullying, &[Child], 0.5, 3, Allow)], &[Adult], vec![]),
            (vec![first], &[Adult], vec![]),
            (vec![first, second], &[Adult], vec![2]),
            (vec![second, first], &[Adult], vec![1]),
            (vec![first, (Bullying, all, 0.75, 4, Interrupt)], &[Adult], vec![2]),
            (vec![first, (Bullying, all, 0.25, 3, Indicate)], &[Adult], vec![]),
            (vec![first, (Bullying, all, 0.5, 2, Indicate)], &[Adult], vec![]),
            (vec![first, (Grooming, all, 0.5, 3, Indicate)], &[Adult], vec![]),
            (vec![(Bullying, &[Child], 0.5, 3, Interrupt), second], &[Adult], vec![]),
            (vec![(Bullying, &[Child], 0.5, 3, Interrupt), second], &[Child, Adult], vec![]),
            (vec![(Bullying, &[Child], 0.5, 3, Interrupt), second], &[Child], vec![2]),
        ] {
            let row = |(category, ages, at, severity, action): (_, &[AgeBand], _, _, _)| {
                let (ages, min_severity) = (ages.to_vec(), Severity::new(severity));
                PolicyRow { category, ages, at, min_severity, action, reason: String::new() }
            };
            let policy = Policy::named(Preset::Child).unwrap();
            let policy = Policy { rows: rows.iter().copied().map(row).collect(), ..policy };
            let found: Vec<usize> =
                policy.concerns(bands).iter().filter_map(|concern| concern.row).collect();
            assert_eq!(found, idle, "{rows:?}");
        }
    }

    #[test]
    fn the_younger_are_compared_at_every_strength_and_severity() {
        let told = |younger: &str, older: &str| {
            let row = "[[rows]]\ncategory = \"bullying\"\naction = \"blur\"\n";
            let policy = format!(
                "on_failure = \"closed\"\nmonitoring_notice = true\n\
                 {row}ages = [\"10-12\"]\n{younger}\n{row}ages = [\"13-15\"]\n{older}\n"
            );
            let kinds = kinds(&policy, &[AgeBand::From10To12, AgeBand::From13To15]);
            kinds.iter().filter(|kind| **kind == PolicyConcernKind::YoungerIsLaxer).count()
        };
        assert_eq!(told("at = 0.5", "at = 0.5"), 0);
        assert_eq!(told("at = 0.5", "at = 0.75"), 0);
        assert_eq!(told("at = 0.75", "at = 0.5"), 1);
        assert_eq!(told("at = 0.5\nmin_severity = 4", "at = 0.5\nmin_severity = 3"), 1);
        assert_eq!(told("at = 0.5\nmin_severity = 3", "at = 0.5\nmin_severity = 4"), 0);
    }

    #[test]
    fn a_concern_is_printed_with_its_row_and_kind() {
        let (kind, message) = (PolicyConcernKind::IdleRow, "never decides".to_owned());
        let concern = PolicyConcern { kind, row: Some(2), message };
        assert_eq!(concern.to_string(), "row 2: never decides [idle_row]");
        let concern = PolicyConcern { row: None, ..concern };
        assert_eq!(concern.to_string(), "never decides [idle_row]");
    }
}
