//! The `himaya` command: the core on files and streams, and nothing that decides.

#![forbid(unsafe_code)]

mod assess;
mod check;
mod digest;
mod draft;
mod eval;
mod explain;
mod features;
mod ffmpeg;
mod hash;
mod help_services;
mod input;
mod ledger;
mod lexicon;
mod matching;
mod messages;
mod models;
mod options;
mod page;
mod policy;
mod report;
mod score;
mod transparency;
mod video;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};
use himaya::error::BuildError;
use himaya::image::ModelPack;
use himaya::intervention::{Addressee, Gender, Messages};
use himaya::policy::PolicyLock;
use himaya::report::Ledger;
use himaya::text::{self, Lexicon};
use himaya::{AgeBand, Guard, Policy};
use thiserror::Error;

/// Child safety on the device: checks chats, pictures and videos, and nothing leaves the machine.
#[derive(Parser)]
#[command(name = "himaya", version, max_term_width = 100)]
struct Command {
    #[command(subcommand)]
    task: Task,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Subcommand)]
enum Task {
    /// Check chats, pictures and videos, and show what was found, why, and what to do.
    ///
    /// Exit status: 0 nothing to act on, 1 something found, 2 bad input or failure.
    Check(check::CheckArgs),
    /// Assess JSON Lines from standard input, one answer a line, in the same order.
    ///
    /// In: {"id","text"} or {"id","messages":[{"from","minutes","text"}],"protected"}.
    /// Out: {"id","assessments":[…]}, or {"id"|"line","error":{…}} for a line that cannot be
    /// read.
    Score,
    /// Print class scores and action of pictures as JSON Lines.
    ScoreImages(score::ScoreImagesArgs),
    /// Print PDQ hashes of pictures as `hash,quality,path`, or as JSON Lines.
    Hash(hash::HashArgs),
    /// Look pictures or hashes up in lists of known pictures' hashes.
    ///
    /// Exit status: 0 nothing known, 1 something known, 2 bad input or failure.
    Match(matching::MatchArgs),
    /// Check indicator rules, or show how they read a message.
    Lexicon(lexicon::LexiconArgs),
    /// Show, check, compare and lock policies: what is done about what is found.
    Policy(policy::PolicyArgs),
    /// Say what a category, a behaviour, a stage or a reason code means, what it does not, what it
    /// rests on, how others call it, and how often it is right.
    Explain(explain::ExplainArgs),
    /// Show and check models, embedded and of one's own.
    Models(models::ModelsArgs),
    /// Show what people are told when something is found.
    Messages(messages::MessagesArgs),
    /// Show whom to ask for help in a country.
    HelpServices(help_services::HelpServicesArgs),
    /// Show what a guardian would learn of chats in seven days: never words, never who.
    ///
    /// Exit status: 0 nothing to tell, 1 something, 2 bad input or failure.
    Digest(digest::DigestArgs),
    /// Print what the text classifier sees of messages, for training one.
    ///
    /// In: {"text"} a line. Out: {"tokens":[[hash,…],…],"rules":[…]} a line.
    Features,
    /// Measure a service by frameworks of safety by design, from its answers and its policy.
    ///
    /// A self-assessment aid: no certificate, no legal advice. Exit status: 0 no gap, 1 gaps or
    /// points partly met, 2 bad input or failure.
    Assess(assess::AssessArgs),
    /// Print what ledgers counted, as a report for people or programs.
    Transparency(transparency::TransparencyArgs),
    /// Say that a warning was wrong; without an id, list those that can be contested.
    Contest(ledger::ContestArgs),
    /// Print a draft of a report on a chat or picture, for a person who asks for one. Nothing is
    /// ever sent.
    ReportDraft(draft::DraftArgs),
    /// Measure the text filter on labelled messages, conversations and ordinary chat, and print
    /// tables.
    Eval(eval::EvalArgs),
}

/// What to check with.
#[derive(Args)]
struct Settings {
    /// Age of the protected person: 0-5, 6-9, 10-12, 13-15, 16-17 or adult.
    #[arg(long, global = true, value_name = "BAND", default_value = "10-12")]
    age_band: AgeBand,
    /// A preset (child, teen, adult, school) or a policy file, in place of the preset for the age
    /// band.
    #[arg(long, global = true, value_name = "POLICY")]
    policy: Option<String>,
    /// A lock that `policy lock` printed: every other policy is refused.
    #[arg(long, global = true, value_name = "FILE")]
    policy_lock: Option<PathBuf>,
    /// Language of what is printed for people, as a BCP 47 tag such as ar-EG.
    #[arg(long, global = true, value_name = "LANG", default_value = "en")]
    lang: String,
    /// Grammatical gender in which people are addressed.
    #[arg(
        long,
        global = true,
        value_name = "GENDER",
        default_value = "other",
        value_parser = options::one_of(Gender::ALL, Gender::slug)
    )]
    gender: Gender,
    /// Rule files in place of the embedded ones; may be given several times.
    #[arg(long, global = true, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    /// A folder with model.onnx, config.json and manifest.json in place of the embedded model.
    #[arg(long, global = true, value_name = "FOLDER")]
    image_model: Option<PathBuf>,
    /// Such a folder beside it: a second opinion on pictures of which the first model is unsure.
    #[arg(long, global = true, value_name = "FOLDER")]
    second_image_model: Option<PathBuf>,
    /// A list of known pictures' PDQ hashes, as text or as an index that `match` built; may be
    /// given several times.
    #[arg(long, global = true, value_name = "FILE")]
    hash_list: Vec<PathBuf>,
    /// Such a folder in place of the embedded text classifier.
    #[arg(long, global = true, value_name = "FOLDER", conflicts_with = "no_text_model")]
    text_model: Option<PathBuf>,
    /// Weights of the conversation engine in place of the embedded ones.
    #[arg(long, global = true, value_name = "FILE")]
    conversation_weights: Option<PathBuf>,
    /// Text by the rules alone, as in a build without the text classifier.
    #[arg(long, global = true)]
    no_text_model: bool,
}

/// Why the command cannot do its work at all.
#[derive(Debug, Error)]
enum Failure {
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
    #[error("{path}: {source}", path = .path.display())]
    Share { path: PathBuf, source: himaya::report::ShareError },
    #[error(transparent)]
    Merge(#[from] himaya::report::MergeError),
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
    #[error("nothing is called `{word}`{proposed}; `himaya explain` lists what there is")]
    UnknownWord { word: String, proposed: String },
    #[error("writing the result: {0}")]
    Write(#[from] std::io::Error),
}

/// What the command found, as its exit status.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
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

impl Settings {
    /// The policy that was asked for, if one was.
    fn own_policy(&self) -> Result<Option<Policy>, Failure> {
        self.policy.as_deref().map(policy::open).transpose()
    }

    /// The policy in force.
    fn policy(&self) -> Result<Policy, Failure> {
        match self.own_policy()? {
            Some(policy) => Ok(policy),
            None => Ok(Policy::preset(self.age_band).map_err(BuildError::from)?),
        }
    }

    /// The lock on it, if there is one.
    fn lock(&self) -> Result<Option<PolicyLock>, Failure> {
        self.policy_lock.as_deref().map(policy::open_lock).transpose()
    }

    fn guard(&self) -> Result<Guard, Failure> {
        self.guard_under(self.policy()?)
    }

    /// A guard as lenient as contested outcomes in a ledger and the policy's bounds make it.
    fn guard_after(&self, ledger: &Ledger) -> Result<Guard, Failure> {
        let policy = self.policy()?;
        let rules = policy.contest.clone().unwrap_or_default();
        let leniency = ledger.leniency(&rules, ledger::now());
        self.guard_under(policy.with_leniency(&leniency).map_err(BuildError::from)?)
    }

    fn guard_under(&self, policy: Policy) -> Result<Guard, Failure> {
        let mut builder = Guard::builder().age_band(self.age_band).policy(policy);
        if let Some(lock) = self.lock()? {
            builder = builder.policy_lock(lock);
        }
        if let Some(folder) = &self.image_model {
            builder = builder.image_model(ModelPack::from_folder(folder)?);
        }
        if let Some(folder) = &self.second_image_model {
            builder = builder.second_image_model(ModelPack::from_folder(folder)?);
        }
        for path in &self.hash_list {
            builder = builder.hash_list(matching::open(path)?);
        }
        if let Some(folder) = &self.text_model {
            let pack = text::ModelPack::from_folder(folder).map_err(Failure::TextModel)?;
            builder = builder.text_model(pack);
        }
        if self.no_text_model {
            builder = builder.without_text_model();
        }
        if let Some(path) = &self.conversation_weights {
            builder = builder.conversation_weights(read(path)?);
        }
        if !self.lexicon.is_empty() {
            let lexicon = lexicon::from_files(&self.lexicon)?;
            builder = builder.lexicon(Arc::new(lexicon));
        }
        Ok(builder.build()?)
    }

    /// The rules alone, for work on them.
    fn rules(&self) -> Result<Lexicon, Failure> {
        if self.lexicon.is_empty() {
            Ok(Lexicon::embedded().map_err(BuildError::from)?)
        } else {
            lexicon::from_files(&self.lexicon)
        }
    }

    fn messages(&self) -> Result<Messages, Failure> {
        Ok(Messages::new(&self.lang)?)
    }

    /// The protected person, as people are addressed.
    fn addressee(&self) -> Addressee {
        Addressee::aged(self.age_band).gender(self.gender)
    }
}

fn read(path: &PathBuf) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|source| Failure::Read { path: path.clone(), source })
}

fn main() -> ExitCode {
    let command = Command::parse();
    let result = match &command.task {
        Task::Check(args) => check::run(args, &command.settings),
        Task::Score => score::run(&command.settings),
        Task::ScoreImages(args) => score::run_images(args, &command.settings),
        Task::Hash(args) => hash::run(args),
        Task::Match(args) => matching::run(args),
        Task::Lexicon(args) => lexicon::run(args, &command.settings),
        Task::Policy(args) => policy::run(args),
        Task::Assess(args) => assess::run(args, &command.settings),
        Task::Explain(args) => explain::run(args, &command.settings),
        Task::Models(args) => models::run(args),
        Task::Messages(args) => messages::run(args, &command.settings),
        Task::HelpServices(args) => help_services::run(args, &command.settings),
        Task::Digest(args) => digest::run(args, &command.settings),
        Task::Features => features::run(),
        Task::Transparency(args) => transparency::run(args, &command.settings),
        Task::Contest(args) => ledger::run(args, &command.settings),
        Task::ReportDraft(args) => draft::run(args, &command.settings),
        Task::Eval(args) => eval::run(args, &command.settings),
    };
    match result {
        Ok(outcome) => outcome.into(),
        // Whoever reads the output has seen enough.
        Err(Failure::Write(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            report::error(&failure);
            Outcome::Failed.into()
        }
    }
}
