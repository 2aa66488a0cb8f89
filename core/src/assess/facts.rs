//! What can be read off the policy and this build, so that nobody has to be asked.

use super::question::{Answer, Answers};
use crate::assessment::Action;
use crate::policy::{AgeBand, InterventionLevel, OnFailure, Policy, PolicyLock};
use crate::taxonomy::Category;

/// Keys of the facts, as `models/assess/questions.toml` lists them.
pub(super) const KEYS: [&str; 9] = [
    "policy.on_failure",
    "policy.monitoring_notice",
    "policy.acts_on",
    "policy.intervention",
    "policy.contest",
    "policy.locked",
    "policy.age_bands",
    "build.languages",
    "build.message_languages",
];

/// What a policy says that frameworks ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFacts {
    /// What happens when something cannot be checked.
    pub on_failure: OnFailure,
    /// Whether a sign is required that messages are looked at.
    pub monitoring_notice: bool,
    /// Categories on which some row acts.
    pub acts_on: Vec<Category>,
    /// How much a notice explains.
    pub intervention: InterventionLevel,
    /// Whether contested outcomes may change what it does.
    pub contest: bool,
    /// Whether it is locked, so that whoever is protected cannot exchange it.
    pub locked: bool,
    /// Age bands for which it acts.
    pub age_bands: Vec<AgeBand>,
}

impl PolicyFacts {
    /// Reads a policy, and the lock on it if there is one.
    pub fn new(policy: &Policy, lock: Option<&PolicyLock>) -> Self {
        let acts = |category: &Category| {
            policy.rows.iter().any(|row| row.category == *category && row.action != Action::Allow)
        };
        let acts_for = |band: &AgeBand| !policy.table(*band).thresholds().is_empty();
        Self {
            on_failure: policy.on_failure,
            monitoring_notice: policy.monitoring_notice,
            acts_on: Category::ALL.iter().copied().filter(acts).collect(),
            intervention: policy.intervention,
            contest: policy.contest.is_some(),
            locked: lock.is_some_and(|lock| lock.check(policy).is_ok()),
            age_bands: AgeBand::ALL.iter().copied().filter(acts_for).collect(),
        }
    }
}

impl PolicyFacts {
    /// Adds what is known to the answers.
    pub(super) fn add_to(&self, answers: &mut Answers) {
        let slugs = |slugs: Vec<&str>| Answer::List(slugs.into_iter().map(str::to_owned).collect());
        let acts_on = slugs(self.acts_on.iter().map(|category| category.slug()).collect());
        let age_bands = slugs(self.age_bands.iter().map(|band| band.slug()).collect());
        let choice = |slug: &str| Answer::Choice(slug.to_owned());
        let facts = [
            ("policy.on_failure", choice(self.on_failure.slug())),
            ("policy.monitoring_notice", Answer::Bool(self.monitoring_notice)),
            ("policy.acts_on", acts_on),
            ("policy.intervention", choice(self.intervention.slug())),
            ("policy.contest", Answer::Bool(self.contest)),
            ("policy.locked", Answer::Bool(self.locked)),
            ("policy.age_bands", age_bands),
            ("build.languages", slugs(rule_languages())),
            ("build.message_languages", slugs(message_languages())),
        ];
        answers.extend(facts.map(|(key, answer)| (key.to_owned(), answer)));
    }
}

/// Languages with a rule file, by the file's name.
fn rule_languages() -> Vec<&'static str> {
    let name = |(path, _): &(&'static str, _)| {
        let file = path.rsplit('/').next().unwrap_or(path);
        file.trim_end_matches(".toml")
    };
    himaya_models::lexicon::FILES.iter().map(name).collect()
}

fn message_languages() -> Vec<&'static str> {
    himaya_models::messages::FILES.iter().map(himaya_models::TextFile::name).collect()
}
