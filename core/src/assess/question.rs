//! What is asked, what is read off the policy, and answers to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::error::{AssessError, AssessErrorKind as Kind};
use super::framework::Locator;
use crate::taxonomy::slugs;

slugs! {
    /// What a question takes.
    QuestionKind {
        /// Yes or no.
        Bool = "bool",
        /// One of its options.
        Choice = "choice",
        /// Any number of its options; of language codes, if it has none.
        List = "list",
    }
}

/// A question to the host, or a fact that is read off the policy and this build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its name in questionnaires and conditions.
    pub key: String,
    /// The part of the questionnaire; none for a fact.
    pub section: Option<String>,
    /// What it takes.
    pub kind: QuestionKind,
    /// What may be chosen.
    pub options: Vec<String>,
    /// Whether the options stand from the least to the most.
    pub ordered: bool,
    /// The question, or what the fact says.
    pub ask: String,
}

/// An answer; what is not known has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// Yes or no.
    Bool(bool),
    /// An option.
    Choice(String),
    /// Options, or language codes; may be empty.
    List(Vec<String>),
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(true) => f.write_str("yes"),
            Self::Bool(false) => f.write_str("no"),
            Self::Choice(option) => f.write_str(option),
            Self::List(items) if items.is_empty() => f.write_str("none"),
            Self::List(items) => f.write_str(&items.join(", ")),
        }
    }
}

/// Answers and facts by key.
pub(super) type Answers = BTreeMap<String, Answer>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionsFile {
    schema_version: u32,
    questions: Vec<QuestionRow>,
    facts: Vec<FactRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionRow {
    key: Spanned<String>,
    section: String,
    #[serde(rename = "type")]
    kind: QuestionKind,
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    ordered: bool,
    ask: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactRow {
    key: Spanned<String>,
    #[serde(rename = "type")]
    kind: QuestionKind,
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    ordered: bool,
    says: String,
}

/// Reads `questions.toml`: questions, then facts.
pub(super) fn read(file: (&str, &str)) -> Result<(Vec<Question>, Vec<Question>), AssessError> {
    let (locator, parsed) = Locator::parse::<QuestionsFile>(file)?;
    locator.version(parsed.schema_version)?;
    let questions = parsed.questions.into_iter().map(|row| {
        let QuestionRow { key, section, kind, options, ordered, ask } = row;
        let at = key.span().start;
        let section = Some(section);
        (at, Question { key: key.into_inner(), section, kind, options, ordered, ask })
    });
    let facts = parsed.facts.into_iter().map(|row| {
        let FactRow { key, kind, options, ordered, says } = row;
        let at = key.span().start;
        let key = key.into_inner();
        (at, Question { key, section: None, kind, options, ordered, ask: says })
    });
    let (questions, facts): (Vec<_>, Vec<_>) = (questions.collect(), facts.collect());
    let mut seen = BTreeSet::new();
    for (at, question) in questions.iter().chain(&facts) {
        let Question { key, kind, options, ordered, .. } = question;
        if !seen.insert(key.as_str()) {
            return Err(locator.error(*at, None, Kind::Duplicate(key.clone())));
        }
        let holds = match kind {
            QuestionKind::Bool => options.is_empty() && !ordered,
            QuestionKind::Choice => options.len() > 1,
            QuestionKind::List => !ordered,
        };
        if !holds {
            return Err(locator.error(*at, None, Kind::Options(key.clone())));
        }
    }
    let plain = |rows: Vec<(usize, Question)>| rows.into_iter().map(|(_, row)| row).collect();
    Ok((plain(questions), plain(facts)))
}
