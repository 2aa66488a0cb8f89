//! Why the command cannot do its work, and what it found, as its exit status.

use std::path::PathBuf;
use std::process::ExitCode;

use himaya::error::BuildError;
use thiserror::Error;

use crate::lexicon;

/// Why the command cannot do its work at all.
#[derive(Debug, Error)]
pub enum Failure {
    #[error("{path}: {source}", path = .path.display())]
    Read { path: PathBuf, source: std::io::Error },
    #[error("{path} cannot be written: {source}", path = .path.display())]
    Save { path: PathBuf, source: std::io::Error },
    #[error("{path}: {source}", path = .path.display())]
    Policy { path: PathBuf, source: Box<himaya::error::PolicyError> },
    #[error("{}", lexicon::listed(.0))]
    Lexicon(Vec<himaya::error::LexiconIssue>),
    #[error("picture model: {0}")]
    Model(#[from] himaya::error::ModelPackError),
    #[error(transparent)]
    Picture(#[from] himaya::error::ImageError),
    #[error("text classifier: {0}")]
    TextModel(himaya::error::ModelPackError),
    #[error("text classifier: {0}")]
    TextNetwork(himaya::error::OnnxError),
    #[error(transparent)]
    OptionalModels(#[from] himaya::error::OptionalModelsError),
    #[error("there is no optional model `{name}`; there are {known}")]
    UnknownModel { name: String, known: String },
    #[error("{path}: {source}", path = .path.display())]
    HashList { path: PathBuf, source: himaya::error::HashListError },
    #[error("--build-index writes the index of one list; give one --list")]
    OneList,
    #[error(transparent)]
    Messages(#[from] himaya::error::MessagesError),
    #[error("help services: {0}")]
    EmbeddedHelp(#[from] himaya::error::HelpServicesError),
    #[error("{path}: {source}", path = .path.display())]
    HelpServices { path: PathBuf, source: himaya::error::HelpServicesError },
    #[error("{path}:{line}: {message}", path = .path.display())]
    Labelled { path: PathBuf, line: usize, message: String },
    #[error("{path}: {source}", path = .path.display())]
    Ledger { path: PathBuf, source: himaya::report::LedgerError },
    #[error(transparent)]
    Random(#[from] himaya::report::RandomError),
    #[error(transparent)]
    Contest(#[from] himaya::report::ContestError),
    #[error(transparent)]
    Transparency(#[from] himaya::report::TransparencyError),
    #[error("the ledgers are empty; `himaya check --ledger FILE` fills one")]
    NothingCounted,
    #[error(transparent)]
    Draft(#[from] himaya::report::DraftError),
    #[error("{path}: {message}", path = .path.display())]
    Unreadable { path: PathBuf, message: String },
    #[error(transparent)]
    Build(#[from] BuildError),
    #[error(transparent)]
    Frameworks(#[from] himaya::error::AssessError),
    #[error("{path}: {source}", path = .path.display())]
    Questionnaire { path: PathBuf, source: himaya::error::QuestionnaireError },
    #[error("taxonomy: {0}")]
    Taxonomy(#[from] himaya::error::TaxonomyError),
    #[error(transparent)]
    Measured(#[from] himaya::error::MeasuredError),
    #[error("{path}: {source}", path = .path.display())]
    Update { path: PathBuf, source: Box<himaya::error::UpdateError> },
    #[error("signing key: {0}")]
    Key(String),
    #[error("nothing is called `{word}`{proposed}; `himaya explain` lists what there is")]
    UnknownWord { word: String, proposed: String },
    #[error(transparent)]
    Audit(#[from] crate::audit::AuditError),
    #[error("writing the result: {0}")]
    Write(#[from] std::io::Error),
}

/// What the command found, as its exit status.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Clear,
    Found,
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clear => 0,
            Outcome::Found => 1,
            Outcome::Failed => 2,
        })
    }
}
