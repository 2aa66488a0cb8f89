//! What does not hold in the frameworks or in a questionnaire: where, what, what would be right.

use std::fmt;

use thiserror::Error;

/// The format of frameworks and questionnaires that this build reads.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// Something in `models/assess/` that does not hold.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub struct AssessError {
    /// The file, as it was named.
    pub file: String,
    /// The line in the file, from 1.
    pub line: usize,
    /// The point, if it is about one.
    pub point: Option<String>,
    /// What does not hold.
    pub kind: Box<AssessErrorKind>,
}

impl fmt::Display for AssessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
        if let Some(point) = &self.point {
            write!(f, "point `{point}`: ")?;
        }
        write!(f, "{}", self.kind)
    }
}

/// What can be wrong with a file of `models/assess/`.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum AssessErrorKind {
    /// Not TOML, or not the fields of such a file.
    #[error("{0}")]
    Syntax(String),
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// Two questions or two points of one name.
    #[error("`{0}` is there twice; give each its own name")]
    Duplicate(String),
    /// A choice needs options, and an order needs a choice.
    #[error("`{0}`: a choice needs `options`, a bool has none, and only a choice is `ordered`")]
    Options(String),
    /// A condition about something that nobody is asked.
    #[error("there is no question or fact `{key}`{proposed}")]
    UnknownKey {
        /// The key found.
        key: String,
        /// Keys that may have been meant.
        proposed: String,
    },
    /// A condition that is none, or several at once.
    #[error("a condition is one of `all`, `any`, `not`, or a `key` with one test")]
    Shape,
    /// A test that does not fit what is asked.
    #[error("`{key}` {is}; test it with {fitting}")]
    Test {
        /// The question or fact.
        key: String,
        /// What it is.
        is: &'static str,
        /// Tests that would fit.
        fitting: &'static str,
    },
    /// A value that is no option.
    #[error("`{value}` is no answer to `{key}`; there are: {options}")]
    UnknownOption {
        /// The question or fact.
        key: String,
        /// The value found.
        value: String,
        /// The options.
        options: String,
    },
    /// A remedy that is none, or several at once.
    #[error("a remedy is one of `command`, `policy`, `api` or `document`, and what it `does`")]
    Remedy,
    /// A fact that the code does not fill in, or fills in otherwise.
    #[error("the fact `{0}` is not one that this build can state")]
    Fact(String),
}

/// Something in a questionnaire that does not hold.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub struct QuestionnaireError {
    /// The line in the file, from 1.
    pub line: usize,
    /// What does not hold.
    pub kind: QuestionnaireErrorKind,
}

impl fmt::Display for QuestionnaireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.kind)
    }
}

/// What can be wrong with a questionnaire.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuestionnaireErrorKind {
    /// Not TOML, or not the fields of a questionnaire.
    #[error("{0}")]
    Syntax(String),
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// An answer to something that is not asked.
    #[error("there is no question `{key}`{proposed}; `himaya assess --template` lists all")]
    UnknownQuestion {
        /// The key found, shortened.
        key: String,
        /// Keys that may have been meant.
        proposed: String,
    },
    /// An answer of another form.
    #[error("`{key}` takes {expected}, or \"unknown\"")]
    Form {
        /// The question.
        key: String,
        /// What it takes.
        expected: String,
    },
    /// The questions themselves cannot be used.
    #[error("{0}")]
    Questions(AssessError),
}
