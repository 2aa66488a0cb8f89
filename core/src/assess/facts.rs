//! What can be read off the policy and this build, so that nobody has to be asked.

use super::question::{Answer, Answers};
use crate::assessment::Action;
use crate::policy::{AgeBand, OnFailure, Policy};
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

/// What a policy says that frameworks ask for. What a policy of its version cannot say is
/// `None`, and then not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFacts {
    /// What happens when something cannot be checked.
    pub on_failure: OnFailure,
    /// Whether a sign is required that messages are looked at.
    pub monitoring_notice: bool,
    /// Categories on which some row acts.
    pub acts_on: Vec<Category>,
    /// How much a notice explains: `disabled`, `simple` or `descriptive`.
    pub intervention: Option<&'static str>,
    /// Whether an outcome can be contested.
    pub contest: Option<bool>,
    /// Whether protections cannot be switched off by whoever is protected.
    pub locked: Option<bool>,
    /// Age bands that the policy is for.
    pub age_bands: Option<Vec<AgeBand>>,
}

impl From<&Policy> for PolicyFacts {
    fn from(policy: &Policy) -> Self {
        let acts = |category: &Category| {
            policy.rows.iter().any(|row| row.category == *category && row.action != Action::Allow)
        };
        Self {
            on_failure: policy.on_failure,
            monitoring_notice: policy.monitoring_notice,
            acts_on: Category::ALL.iter().copied().filter(acts).collect(),
            // Policies of schema 1 always give a notice that explains, are the same at every
            // age, and can neither be contested nor locked.
            intervention: Some("descriptive"),
            contest: Some(false),
            locked: Some(false),
            age_bands: Some(AgeBand::ALL.to_vec()),
        }
    }
}

impl PolicyFacts {
    /// Adds what is known to the answers.
    pub(super) fn add_to(&self, answers: &mut Answers) {
        let slugs = |slugs: Vec<&str>| Answer::List(slugs.into_iter().map(str::to_owned).collect());
        let acts_on = slugs(self.acts_on.iter().map(|category| category.slug()).collect());
        let bands = |bands: &Vec<AgeBand>| slugs(bands.iter().map(|band| band.slug()).collect());
        let facts = [
            ("policy.on_failure", Some(Answer::Choice(self.on_failure.slug().to_owned()))),
            ("policy.monitoring_notice", Some(Answer::Bool(self.monitoring_notice))),
            ("policy.acts_on", Some(acts_on)),
            (
                "policy.intervention",
                self.intervention.map(|level| Answer::Choice(level.to_owned())),
            ),
            ("policy.contest", self.contest.map(Answer::Bool)),
            ("policy.locked", self.locked.map(Answer::Bool)),
            ("policy.age_bands", self.age_bands.as_ref().map(bands)),
            ("build.languages", Some(slugs(rule_languages()))),
            ("build.message_languages", Some(slugs(message_languages()))),
        ];
        let known = facts.into_iter().filter_map(|(key, answer)| Some((key.to_owned(), answer?)));
        answers.extend(known);
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
    himaya_models::messages::FILES.iter().map(|(language, _)| *language).collect()
}
