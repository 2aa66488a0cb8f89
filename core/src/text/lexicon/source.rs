//! The rule files as people write them (`models/lexicon/<lang>.toml`).

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use thiserror::Error;
use toml::Spanned;

use super::pattern::PatternError;
use crate::taxonomy::{Behavior, Category, Direction};

/// The format that this build reads.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// One rule file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleFile {
    pub(crate) schema_version: Spanned<u32>,
    pub(crate) language: String,
    /// For the reader of the file.
    #[serde(rename = "name")]
    pub(crate) _name: String,
    /// Other ways to write a letter, in every word of the file.
    #[serde(default)]
    pub(crate) transcriptions: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) spellings: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    pub(crate) classes: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    pub(crate) guards: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Guards that speak for what stands near in their own sentence.
    #[serde(default)]
    pub(crate) topics: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    #[serde(default)]
    pub(crate) clitics: Clitics,
    #[serde(default)]
    pub(crate) rules: Vec<RuleSource>,
}

/// Particles glued to words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Clitics {
    #[serde(default)]
    pub(crate) prefixes: Vec<Spanned<String>>,
}

/// One rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleSource {
    pub(crate) id: Spanned<String>,
    pub(crate) behavior: Option<Behavior>,
    pub(crate) category: Option<Category>,
    pub(crate) direction: Direction,
    pub(crate) weight: Spanned<f32>,
    pub(crate) severity: Spanned<u8>,
    pub(crate) source: Spanned<String>,
    #[serde(default)]
    pub(crate) decisive: bool,
    pub(crate) patterns: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) unless: Vec<Spanned<String>>,
    pub(crate) examples: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) counter_examples: Vec<Spanned<String>>,
}

/// Something in a rule file that does not hold: where, what, and what would be right.
#[derive(Clone, Debug, Error, PartialEq)]
pub struct LexiconIssue {
    /// The file, as it was named.
    pub file: String,
    /// The line in the file, from 1.
    pub line: usize,
    /// The rule, if it is about one.
    pub rule: Option<String>,
    /// What does not hold.
    pub kind: LexiconIssueKind,
}

impl fmt::Display for LexiconIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
        if let Some(rule) = &self.rule {
            write!(f, "rule `{rule}`: ")?;
        }
        write!(f, "{}", self.kind)
    }
}

/// What can be wrong with a rule file.
#[derive(Clone, Debug, Error, PartialEq)]
#[non_exhaustive]
pub enum LexiconIssueKind {
    /// Not TOML, or not the fields of a rule file.
    #[error("{0}")]
    Syntax(String),
    /// Written for another version of the format.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// Two files of one language.
    #[error("language `{0}` is already defined by {1}; keep one file a language")]
    DuplicateLanguage(String, String),
    /// Two rules of one name.
    #[error("the id is already used on line {0}; give every rule its own id")]
    DuplicateId(usize),
    /// A pattern that cannot be read.
    #[error("pattern \"{0}\": {1}")]
    Pattern(String, PatternError),
    /// A class that is not defined.
    #[error("class <{0}> is not defined; define it under [classes] (there are: {1})")]
    UnknownClass(String, String),
    /// A class that contains itself.
    #[error("class <{0}> refers to itself; write its words out")]
    CyclicClass(String),
    /// A guard that is not defined.
    #[error("guard @{0} is not defined; define it under [guards] (there are: {1})")]
    UnknownGuard(String, String),
    /// A source that the bibliography does not have.
    #[error("source `{0}` is not in sources.toml (there are: {1})")]
    UnknownSource(String, String),
    /// A weight out of range.
    #[error("weight {0} is out of range; give a number above 0 and up to 1")]
    Weight(f32),
    /// A severity out of range.
    #[error("severity {0} is out of range; give a whole number from 0 to 7")]
    Severity(u8),
    /// Neither behaviour nor category.
    #[error("neither behavior nor category is given; give at least one")]
    NoSubject,
    /// A rule without patterns.
    #[error("no patterns; give at least one")]
    NoPatterns,
    /// A rule without examples.
    #[error("no examples; give at least one message that the rule must find")]
    NoExamples,
    /// A pattern that takes too much room.
    #[error("pattern \"{0}\" takes more than {1} nodes; split it")]
    PatternTooLarge(String, usize),
    /// An example that the rule does not find.
    #[error("example \"{0}\" is not found by this rule{1}")]
    ExampleMissed(String, String),
    /// A pattern that no message satisfies.
    #[error(
        "pattern \"{0}\" can never match; look for `^` and `$` in its middle and for empty classes"
    )]
    NeverMatches(String),
    /// A pattern that always brings its own guard along.
    #[error(
        "pattern \"{0}\" is always silenced by a guard of this rule; narrow the guard or leave the pattern out"
    )]
    AlwaysGuarded(String),
    /// A rule that adds nothing to another.
    #[error(
        "whatever this rule finds is found by `{0}` too, which weighs as much; leave one out or tell them apart"
    )]
    Shadowed(String),
    /// A counter-example that the rule finds.
    #[error("counter-example \"{0}\" is found by this rule; narrow the patterns or add a guard")]
    CounterExampleFound(String),
}

/// Turns byte offsets of a file into issues with lines.
pub(crate) struct Locator<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
}

impl Locator<'_> {
    pub(crate) fn line(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().get(..offset).unwrap_or(self.text.as_bytes());
        1 + before.iter().filter(|byte| **byte == b'\n').count()
    }

    pub(crate) fn issue(
        &self,
        offset: usize,
        rule: Option<&str>,
        kind: LexiconIssueKind,
    ) -> LexiconIssue {
        LexiconIssue {
            file: self.file.to_owned(),
            line: self.line(offset),
            rule: rule.map(str::to_owned),
            kind,
        }
    }

    /// Reads the file's structure.
    pub(crate) fn read(&self) -> Result<RuleFile, LexiconIssue> {
        toml::from_str(self.text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            let message = error.message().trim_end().to_owned();
            self.issue(offset, None, LexiconIssueKind::Syntax(message))
        })
    }
}
