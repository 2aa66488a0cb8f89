//! Conditions over answers, as data: `all`, `any`, `not`, and tests of one key.
//!
//! The form in TOML, each an inline table: `{ all = […] }`, `{ any = […] }`, `{ not = {…} }`,
//! `{ key = "…", equals = … }`, `contains`, `at_least` (an option of an ordered choice, or a
//! number of items), `within` (another list). What is not answered makes a test neither true nor
//! false, and a condition too unless the rest decides it.

use serde::Deserialize;
use toml::Spanned;

use super::error::AssessErrorKind as Kind;
use super::question::{Answer, Answers, Question, QuestionKind};
use crate::data;

/// A condition that was checked against the questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Test(String, Test),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Test {
    Is(bool),
    OneOf(Vec<String>),
    Contains(String),
    Items(usize),
    /// Every item is also one of the other key's.
    Within(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConditionRow {
    all: Option<Vec<Spanned<ConditionRow>>>,
    any: Option<Vec<Spanned<ConditionRow>>>,
    not: Option<Box<Spanned<ConditionRow>>>,
    key: Option<String>,
    equals: Option<Literal>,
    contains: Option<String>,
    at_least: Option<Literal>,
    within: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Literal {
    Bool(bool),
    Number(u8),
    Text(String),
}

/// What does not hold, and the byte offset where.
type Fault = (usize, Kind);

impl Condition {
    /// Checks rows; all of them must hold.
    pub(super) fn all_of(
        rows: Vec<Spanned<ConditionRow>>,
        known: &[&Question],
    ) -> Result<Self, Fault> {
        rows.into_iter().map(|row| Self::of(row, known)).collect::<Result<_, _>>().map(Self::All)
    }

    fn of(row: Spanned<ConditionRow>, known: &[&Question]) -> Result<Self, Fault> {
        let at = row.span().start;
        let fault = |kind| (at, kind);
        let ConditionRow { all, any, not, key, equals, contains, at_least, within } =
            row.into_inner();
        let parts = |rows: Vec<Spanned<ConditionRow>>| {
            rows.into_iter().map(|row| Self::of(row, known)).collect::<Result<_, _>>()
        };
        match (all, any, not, key, (equals, contains, at_least, within)) {
            (Some(rows), None, None, None, (None, None, None, None)) => Ok(Self::All(parts(rows)?)),
            (None, Some(rows), None, None, (None, None, None, None)) => Ok(Self::Any(parts(rows)?)),
            (None, None, Some(row), None, (None, None, None, None)) => {
                Ok(Self::Not(Box::new(Self::of(*row, known)?)))
            }
            (None, None, None, Some(key), tests) => {
                let question = question(&key, known).map_err(fault)?;
                let test = match tests {
                    (Some(literal), None, None, None) => equal(question, literal),
                    (None, Some(option), None, None) => contained(question, option),
                    (None, None, Some(literal), None) => at_least_of(question, literal),
                    (None, None, None, Some(other)) => inside(question, other, known),
                    _ => Err(Kind::Shape),
                };
                Ok(Self::Test(key, test.map_err(fault)?))
            }
            _ => Err(fault(Kind::Shape)),
        }
    }

    /// Whether it holds; `None` if that cannot be told.
    pub(super) fn holds(&self, answers: &Answers) -> Option<bool> {
        match self {
            Self::All(parts) => decided(parts, answers, false),
            Self::Any(parts) => decided(parts, answers, true),
            Self::Not(part) => part.holds(answers).map(|holds| !holds),
            Self::Test(key, test) => test.holds(answers.get(key)?, answers),
        }
    }

    /// The conditions side by side of which it is made.
    pub(super) fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) => parts,
            other => std::slice::from_ref(other),
        }
    }

    /// Adds the keys that bear on it, each once, in the order in which they stand.
    pub(super) fn keys<'a>(&'a self, keys: &mut Vec<&'a str>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.keys(keys)),
            Self::Not(part) => part.keys(keys),
            Self::Test(key, test) => {
                let other = if let Test::Within(other) = test { Some(other) } else { None };
                for key in std::iter::once(key).chain(other) {
                    if !keys.contains(&key.as_str()) {
                        keys.push(key);
                    }
                }
            }
        }
    }
}

/// Kleene's "or" if one true part decides, his "and" if one false part does.
fn decided(parts: &[Condition], answers: &Answers, decisive: bool) -> Option<bool> {
    let mut known = true;
    for part in parts {
        match part.holds(answers) {
            Some(holds) if holds == decisive => return Some(decisive),
            Some(_) => {}
            None => known = false,
        }
    }
    known.then_some(!decisive)
}

impl Test {
    fn holds(&self, answer: &Answer, answers: &Answers) -> Option<bool> {
        Some(match (self, answer) {
            (Self::Is(wanted), Answer::Bool(found)) => wanted == found,
            (Self::OneOf(options), Answer::Choice(found)) => options.contains(found),
            (Self::Contains(option), Answer::List(found)) => found.contains(option),
            (Self::Items(least), Answer::List(found)) => found.len() >= *least,
            (Self::Within(other), Answer::List(found)) => match answers.get(other)? {
                Answer::List(whole) => found.iter().all(|item| whole.contains(item)),
                _ => return None,
            },
            _ => return None,
        })
    }
}

fn question<'a>(key: &str, known: &[&'a Question]) -> Result<&'a Question, Kind> {
    known.iter().find(|question| question.key == key).copied().ok_or_else(|| {
        let proposed = data::proposed(key, known.iter().map(|question| question.key.as_str()));
        Kind::UnknownKey { key: key.to_owned(), proposed }
    })
}

fn misfit(question: &Question) -> Kind {
    let (is, fitting) = match (question.kind, question.ordered) {
        (QuestionKind::Bool, _) => ("is yes or no", "`equals = true` or `equals = false`"),
        (QuestionKind::Choice, true) => ("is an ordered choice", "`equals` or `at_least`"),
        (QuestionKind::Choice, false) => ("is a choice without order", "`equals`"),
        (QuestionKind::List, _) => ("is a list", "`contains`, `within` or a number `at_least`"),
    };
    Kind::Test { key: question.key.clone(), is, fitting }
}

fn option(question: &Question, value: &str) -> Result<usize, Kind> {
    question.options.iter().position(|option| option == value).ok_or_else(|| Kind::UnknownOption {
        key: question.key.clone(),
        value: value.to_owned(),
        options: question.options.join(", "),
    })
}

fn equal(question: &Question, literal: Literal) -> Result<Test, Kind> {
    match (question.kind, literal) {
        (QuestionKind::Bool, Literal::Bool(wanted)) => Ok(Test::Is(wanted)),
        (QuestionKind::Choice, Literal::Text(value)) => {
            option(question, &value)?;
            Ok(Test::OneOf(vec![value]))
        }
        _ => Err(misfit(question)),
    }
}

fn contained(question: &Question, value: String) -> Result<Test, Kind> {
    if question.kind != QuestionKind::List {
        return Err(misfit(question));
    }
    if !question.options.is_empty() {
        option(question, &value)?;
    }
    Ok(Test::Contains(value))
}

fn at_least_of(question: &Question, literal: Literal) -> Result<Test, Kind> {
    match (question.kind, question.ordered, literal) {
        (QuestionKind::Choice, true, Literal::Text(value)) => {
            let rank = option(question, &value)?;
            Ok(Test::OneOf(question.options.iter().skip(rank).cloned().collect()))
        }
        (QuestionKind::List, _, Literal::Number(least)) => Ok(Test::Items(least.into())),
        _ => Err(misfit(question)),
    }
}

fn inside(question: &Question, other: String, known: &[&Question]) -> Result<Test, Kind> {
    let whole = self::question(&other, known)?;
    match (question.kind, whole.kind) {
        (QuestionKind::List, QuestionKind::List) => Ok(Test::Within(other)),
        (QuestionKind::List, _) => Err(misfit(whole)),
        _ => Err(misfit(question)),
    }
}
