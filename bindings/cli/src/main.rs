//! The `himaya` command: the core on files and streams, and nothing that decides.

#![forbid(unsafe_code)]

mod assess;
mod audit;
mod check;
mod digest;
mod draft;
mod eval;
mod explain;
mod failure;
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
mod pack;
mod page;
mod policy;
mod report;
mod score;
mod settings;
mod transparency;
mod video;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::{Failure, Outcome};
use settings::{Settings, read};

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
    /// Assess an archive of conversations on all cores, and write a table of what was found and
    /// the transparency page; go on where a run was broken off.
    ///
    /// Exit status: 0 done, 1 done but for unreadable rows, 2 bad input or failure.
    Audit(audit::AuditArgs),
    /// Print what ledgers counted, as a report for people or programs.
    Transparency(transparency::TransparencyArgs),
    /// Say that a warning was wrong; without an id, list those that can be contested.
    Contest(ledger::ContestArgs),
    /// Print a draft of a report on a chat or picture, for a person who asks for one. Nothing is
    /// ever sent.
    ReportDraft(draft::DraftArgs),
    /// Make, sign, check and install updates of rules, help services and models.
    Pack(pack::PackArgs),
    /// Measure the text filter on labelled messages, conversations and ordinary chat, and print
    /// tables.
    Eval(eval::EvalArgs),
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
        Task::Audit(args) => audit::run(args, &command.settings),
        Task::Transparency(args) => transparency::run(args, &command.settings),
        Task::Contest(args) => ledger::run(args, &command.settings),
        Task::ReportDraft(args) => draft::run(args, &command.settings),
        Task::Pack(args) => pack::run(args),
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
