//! When people say that a warning was wrong: what is counted, and how far thresholds may follow.

use thiserror::Error;

use super::calendar::Day;
use super::ledger::{AssessmentId, Ledger, RECENT_DAYS};
use super::tally::increase;
use crate::policy::{ContestRules, Leniency, Policy, PolicyError};
use crate::taxonomy::{Category, slugs};

/// Days of contests that are kept for each category.
pub(super) const MAX_DAYS: usize = 64;
slugs! {
    /// Why a person contests an assessment.
    ContestReason {
        /// It is harmless.
        Harmless = "harmless",
        /// It comes from somebody whom the person knows.
        KnownPerson = "known_person",
        /// It was misread: another language, a game's or a group's own words.
        WrongLanguage = "wrong_language",
        /// Another reason, or none.
        Other = "other",
    }
}

impl ContestReason {
    /// Whether it says that Himaya erred. That somebody is known does not: most who harm
    /// children are.
    const fn tells_an_error(self) -> bool {
        matches!(self, Self::Harmless | Self::WrongLanguage)
    }
}

/// What a contest changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Contested {
    /// Of what the warning was; `None` if it was about what could not be looked at.
    pub category: Option<Category>,
    /// Whether it had been contested before; nothing changed then.
    pub repeated: bool,
    /// How far thresholds are raised from now on, of all categories: tell the person.
    pub leniency: Vec<Leniency>,
}

/// Why an assessment cannot be contested, or marked as overridden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ContestError {
    /// Not known, or no longer.
    #[error(
        "no assessment with this id is kept; those that called for an action are, for \
         {RECENT_DAYS} days and while they are among the latest 512"
    )]
    UnknownOrExpired,
}

impl Ledger {
    /// Takes in that a person holds an assessment for wrong. The second time changes nothing.
    ///
    /// # Errors
    /// When no assessment with this id that called for an action is kept, or it is older than 30
    /// days.
    pub fn contest(
        &mut self,
        id: AssessmentId,
        reason: ContestReason,
        time: i64,
        rules: &ContestRules,
    ) -> Result<Contested, ContestError> {
        let today = Day::of(time);
        let places = self.recent.iter().enumerate();
        let (place, entry) = places
            .filter(|(_, entry)| today.since(entry.day) <= RECENT_DAYS)
            .find(|(_, entry)| entry.id == id)
            .ok_or(ContestError::UnknownOrExpired)?;
        let (category, repeated) = (entry.categories.first().copied(), entry.contested);
        if !repeated {
            if let Some(week) = self.count_contested(place) {
                increase(week.by_contest_reason.entry(reason).or_default(), 1);
            }
            let error = category.filter(|category| !ContestRules::NEVER.contains(category));
            if let Some(category) = error.filter(|_| reason.tells_an_error()) {
                self.contest_days.entry(category).or_default().insert(today);
                self.forget_oldest();
            }
        }
        Ok(Contested { category, repeated, leniency: self.leniency(rules, time) })
    }

    /// How far thresholds may be raised, 0..0.3, of those categories whose may.
    ///
    /// Days with contests are counted, not contests, each worth half after `half_life_days`. What
    /// they add up to beyond `min_contests - 1` is worth `step` each: it takes `min_contests`
    /// different days, and it fades by itself.
    pub fn leniency(&self, rules: &ContestRules, time: i64) -> Vec<Leniency> {
        if rules.check().is_err() {
            return Vec::new();
        }
        let today = Day::of(time);
        let half_life = f32::from(rules.half_life_days);
        let needed = rules.min_contests.saturating_sub(1) as f32;
        let raise = |category: Category| {
            let days = self.contest_days.get(&category)?;
            let worth = |day: &Day| (-(today.since(*day) as f32) / half_life).exp2();
            let raise = rules.step * (days.iter().map(worth).sum::<f32>() - needed).max(0.0);
            (raise > 0.0).then(|| Leniency { category, raise: raise.min(rules.max_raise) })
        };
        let mut categories = rules.categories.clone();
        categories.sort_unstable();
        categories.dedup();
        categories.into_iter().filter_map(raise).collect()
    }

    /// The policy as lenient as contests have made it at a time, within its own bounds.
    ///
    /// # Errors
    /// None that a policy can cause which was read.
    pub fn relaxed(&self, policy: &Policy, time: i64) -> Result<Policy, PolicyError> {
        let rules = policy.contest.clone().unwrap_or_default();
        policy.with_leniency(&self.leniency(&rules, time))
    }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::Week;
    use super::super::ledger::tests::{DAY, MONDAY, THREAT, guard, id};
    use super::*;
    use crate::assessment::{Assessment, StatusReason};

    fn rules() -> ContestRules {
        let categories = vec![Category::Bullying, Category::SexualContent];
        ContestRules { step: 0.05, max_raise: 0.1, min_contests: 3, half_life_days: 30, categories }
    }

    #[test]
    fn a_policy_is_relaxed_within_its_own_bounds() {
        let mut policy = Policy::named(crate::policy::Preset::Adult).unwrap();
        policy.contest = Some(rules());
        let mut ledger = Ledger::new();
        for day in 0..4 {
            let time = MONDAY + day * DAY;
            let number = id(day.unsigned_abs().into());
            ledger.record_as(&warning(Category::Bullying), time, number);
            ledger.contest(number, ContestReason::Harmless, time, &rules()).unwrap();
        }
        let relaxed = ledger.relaxed(&policy, MONDAY + 3 * DAY).unwrap();
        assert!(relaxed.leniency_for(Category::Bullying) > 0.0);
        assert_eq!(relaxed.sha256(), policy.sha256());
        policy.contest = None;
        assert_eq!(ledger.relaxed(&policy, MONDAY), Ok(policy));
    }

    /// An assessment that warned of a category.
    fn warning(category: Category) -> Assessment {
        let mut assessment = guard().assess_message(THREAT);
        for finding in &mut assessment.findings {
            finding.category = category;
        }
        assessment
    }

    /// Contests a warning on each of some days, and gives the leniency of the last.
    fn contested(category: Category, days: &[i64], reason: ContestReason) -> Vec<Leniency> {
        let mut ledger = Ledger::new();
        let mut last = Vec::new();
        for (number, day) in days.iter().enumerate() {
            let time = MONDAY + day * DAY;
            ledger.record_as(&warning(category), time, id(number as u128));
            last = ledger.contest(id(number as u128), reason, time, &rules()).unwrap().leniency;
        }
        last
    }

    #[test]
    fn one_angry_hour_changes_nothing_and_different_days_do() {
        use ContestReason::Harmless;
        assert_eq!(contested(Category::Bullying, &[0; 40], Harmless), []);
        assert_eq!(contested(Category::Bullying, &[0, 1], Harmless), []);
        let [Leniency { category: Category::Bullying, raise }] =
            contested(Category::Bullying, &[0, 1, 2], Harmless)[..]
        else {
            panic!("three days raise one threshold");
        };
        assert!((0.04..0.05).contains(&raise), "{raise}");
        let all: Vec<i64> = (0..60).collect();
        let most = contested(Category::Bullying, &all, Harmless);
        assert_eq!(most, [Leniency { category: Category::Bullying, raise: 0.1 }], "bounded");
    }

    #[test]
    fn leniency_fades() {
        let mut ledger = Ledger::new();
        for day in 0..4 {
            ledger.record_as(&warning(Category::Bullying), MONDAY + day * DAY, id(day as u128));
            let time = MONDAY + day * DAY;
            let reason = ContestReason::WrongLanguage;
            ledger.contest(id(day as u128), reason, time, &rules()).unwrap();
        }
        let after = |days: i64| {
            ledger
                .leniency(&rules(), MONDAY + days * DAY)
                .first()
                .map_or(0.0, |leniency| leniency.raise)
        };
        assert!(after(3) > after(10) && after(10) > after(20), "{} {}", after(3), after(20));
        assert_eq!(after(60), 0.0);
    }

    #[test]
    fn blackmail_coercion_and_known_pictures_are_never_treated_leniently() {
        let days: Vec<i64> = (0..20).collect();
        for category in ContestRules::NEVER {
            assert_eq!(contested(category, &days, ContestReason::Harmless), [], "{category}");
        }
        let grooming = contested(Category::Grooming, &days, ContestReason::Harmless);
        assert_eq!(grooming, [], "not among the categories of the rules");
    }

    #[test]
    fn knowing_somebody_raises_no_threshold() {
        let days: Vec<i64> = (0..20).collect();
        for reason in [ContestReason::KnownPerson, ContestReason::Other] {
            assert_eq!(contested(Category::Bullying, &days, reason), []);
        }
    }

    #[test]
    fn a_contest_counts_once_and_expires() {
        let mut ledger = Ledger::new();
        ledger.record_as(&guard().assess_message(THREAT), MONDAY, id(1));
        ledger.record_as(&guard().assess_message("how old are you?"), MONDAY, id(2));
        ledger.record_as(&guard().assess_failure(StatusReason::MessageUnreadable), MONDAY, id(3));
        let mut contest = |number, days: i64| {
            let time = MONDAY + days * DAY;
            ledger.contest(id(number), ContestReason::Harmless, time, &rules())
        };
        let first = contest(1, 1).unwrap();
        assert_eq!((first.category, first.repeated), (Some(Category::Sextortion), false));
        assert!(contest(1, 2).unwrap().repeated);
        assert_eq!(contest(1, 31), Err(ContestError::UnknownOrExpired));
        assert_eq!(contest(2, 1), Err(ContestError::UnknownOrExpired), "nothing was shown");
        assert_eq!(contest(3, 1).unwrap().category, None);
        let counts = ledger.week(Week::of(MONDAY)).unwrap();
        assert_eq!((counts.total.contested, counts.by_contest_reason.len()), (2, 1));
    }
}
