//! Frameworks and their points, read from `models/assess/` and checked as a whole.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use himaya_models::assess as files;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::condition::{Condition, ConditionRow};
use super::error::{AssessError, AssessErrorKind as Kind, SCHEMA_VERSION};
use super::facts;
use super::question::{self, Question};
use crate::data;
use crate::taxonomy::slugs;

/// All frameworks, and the questions by which a service is measured.
#[derive(Clone, Debug)]
pub struct Frameworks {
    pub(super) questions: Vec<Question>,
    pub(super) facts: Vec<Question>,
    pub(super) frameworks: Vec<Framework>,
}

/// A framework of safety by design.
#[derive(Clone, Debug)]
pub struct Framework {
    /// Stable name.
    pub id: String,
    /// What people call it.
    pub short: String,
    /// Its title.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// When it was first published.
    pub year: u16,
    /// The document, for whoever looks it up.
    pub document: String,
    /// What it is about and whom it binds.
    pub about: String,
    /// Its points.
    pub points: Vec<Point>,
}

/// A point of a framework, in our own words.
#[derive(Clone, Debug)]
pub struct Point {
    /// Stable name.
    pub id: String,
    /// Its number in the framework.
    pub number: String,
    /// The part of the framework.
    pub theme: String,
    /// A few words.
    pub title: String,
    /// What it asks for.
    pub says: String,
    /// Whether number and content were compared with the document or an official summary.
    pub confirmed: bool,
    /// What in the SDK answers a gap.
    pub remedies: Vec<Remedy>,
    /// What the SDK cannot do and the host must.
    pub host: String,
    pub(super) applies: Option<Condition>,
    pub(super) met: Condition,
    pub(super) partly: Option<Condition>,
}

impl Point {
    /// Keys of the questions and facts that bear on it.
    pub fn keys(&self) -> Vec<&str> {
        let mut keys = Vec::new();
        let conditions = self.applies.iter().chain([&self.met]).chain(&self.partly);
        conditions.for_each(|condition| condition.keys(&mut keys));
        keys
    }
}

/// Something in the SDK that answers a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remedy {
    /// What it is.
    pub kind: RemedyKind,
    /// Its name: a subcommand with arguments, a field of the policy, an item of the crate, a
    /// path from the repository's root.
    pub name: String,
    /// What it does about the gap.
    pub does: String,
}

slugs! {
    /// What kind of thing a remedy is.
    RemedyKind {
        /// A subcommand of `himaya`.
        Command = "command",
        /// A field of the policy.
        Policy = "policy",
        /// An item of the crate.
        Api = "api",
        /// A file of the repository.
        Document = "document",
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameworkFile {
    schema_version: u32,
    framework: Heading,
    points: Vec<PointRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    id: Spanned<String>,
    short: String,
    name: String,
    publisher: String,
    year: u16,
    document: String,
    about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PointRow {
    id: Spanned<String>,
    number: String,
    theme: String,
    title: String,
    says: String,
    confirmed: bool,
    applies: Option<Vec<Spanned<ConditionRow>>>,
    met: Vec<Spanned<ConditionRow>>,
    partly: Option<Vec<Spanned<ConditionRow>>>,
    #[serde(default)]
    remedies: Vec<Spanned<RemedyRow>>,
    host: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemedyRow {
    command: Option<String>,
    policy: Option<String>,
    api: Option<String>,
    document: Option<String>,
    does: String,
}

impl Frameworks {
    /// The frameworks that this build embeds, read and checked at the first call.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    pub fn embedded() -> Result<&'static Self, AssessError> {
        static EMBEDDED: OnceLock<Result<Frameworks, AssessError>> = OnceLock::new();
        let read = || Self::from_sources(files::QUESTIONS, files::FRAMEWORKS);
        EMBEDDED.get_or_init(read).as_ref().map_err(Clone::clone)
    }

    /// Reads questions and frameworks: name and text of each file.
    ///
    /// # Errors
    /// The first thing that does not hold: a file that cannot be read, a condition about what
    /// is not asked or with a test that does not fit, a name that is there twice.
    pub fn from_sources(
        questions: (&str, &str),
        frameworks: &[(&str, &str)],
    ) -> Result<Self, AssessError> {
        let locator = Locator { file: questions.0, text: questions.1 };
        let (questions, facts) = question::read(questions)?;
        if let Some(fact) = facts.iter().find(|fact| !facts::KEYS.contains(&fact.key.as_str())) {
            return Err(locator.error(0, None, Kind::Fact(fact.key.clone())));
        }
        let known: Vec<&Question> = questions.iter().chain(&facts).collect();
        let mut names = BTreeSet::new();
        let read = frameworks.iter().map(|file| framework(*file, &known, &mut names));
        let frameworks = read.collect::<Result<_, _>>()?;
        Ok(Self { questions, facts, frameworks })
    }

    /// What a host is asked.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// What is read off the policy and this build.
    pub fn facts(&self) -> &[Question] {
        &self.facts
    }

    /// The frameworks.
    pub fn frameworks(&self) -> &[Framework] {
        &self.frameworks
    }

    /// The question or fact of a key.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().chain(&self.facts).find(|question| question.key == key)
    }
}

fn framework(
    file: (&str, &str),
    known: &[&Question],
    names: &mut BTreeSet<String>,
) -> Result<Framework, AssessError> {
    let (locator, FrameworkFile { schema_version, framework, points }) =
        Locator::parse::<FrameworkFile>(file)?;
    locator.version(schema_version)?;
    let Heading { id, short, name, publisher, year, document, about } = framework;
    let at = id.span().start;
    let id = id.into_inner();
    if !names.insert(id.clone()) {
        return Err(locator.error(at, None, Kind::Duplicate(id)));
    }
    let points = points.into_iter().map(|row| point(&locator, row, known, names));
    let points = points.collect::<Result<_, _>>()?;
    Ok(Framework { id, short, name, publisher, year, document, about, points })
}

fn point(
    locator: &Locator<'_>,
    row: PointRow,
    known: &[&Question],
    names: &mut BTreeSet<String>,
) -> Result<Point, AssessError> {
    let at = row.id.span().start;
    let id = row.id.into_inner();
    if !names.insert(id.clone()) {
        return Err(locator.error(at, None, Kind::Duplicate(id)));
    }
    let condition = |rows| {
        Condition::all_of(rows, known)
            .map_err(|(at, kind)| locator.error(at, Some(id.clone()), kind))
    };
    let remedies = row.remedies.into_iter().map(|row| {
        let at = row.span().start;
        remedy(row.into_inner()).ok_or_else(|| locator.error(at, Some(id.clone()), Kind::Remedy))
    });
    Ok(Point {
        number: row.number,
        theme: row.theme,
        title: row.title,
        says: row.says,
        confirmed: row.confirmed,
        remedies: remedies.collect::<Result<_, _>>()?,
        host: row.host,
        applies: row.applies.map(condition).transpose()?,
        met: condition(row.met)?,
        partly: row.partly.map(condition).transpose()?,
        id,
    })
}

fn remedy(row: RemedyRow) -> Option<Remedy> {
    let (kind, name) = match (row.command, row.policy, row.api, row.document) {
        (Some(name), None, None, None) => (RemedyKind::Command, name),
        (None, Some(name), None, None) => (RemedyKind::Policy, name),
        (None, None, Some(name), None) => (RemedyKind::Api, name),
        (None, None, None, Some(name)) => (RemedyKind::Document, name),
        _ => return None,
    };
    Some(Remedy { kind, name, does: row.does })
}

/// A file, for errors that say where.
pub(super) struct Locator<'a> {
    file: &'a str,
    text: &'a str,
}

impl<'a> Locator<'a> {
    pub(super) fn parse<T: DeserializeOwned>(
        (file, text): (&'a str, &'a str),
    ) -> Result<(Self, T), AssessError> {
        match data::parse(text) {
            Ok(parsed) => Ok((Self { file, text }, parsed)),
            Err((line, message)) => {
                let (file, kind) = (file.to_owned(), Box::new(Kind::Syntax(message)));
                Err(AssessError { file, line, point: None, kind })
            }
        }
    }

    pub(super) fn error(&self, offset: usize, point: Option<String>, kind: Kind) -> AssessError {
        let line = data::line_at(self.text, offset);
        AssessError { file: self.file.to_owned(), line, point, kind: Box::new(kind) }
    }

    pub(super) fn version(&self, found: u32) -> Result<(), AssessError> {
        match found {
            SCHEMA_VERSION => Ok(()),
            other => Err(self.error(0, None, Kind::SchemaVersion(other))),
        }
    }
}
