//! `himaya messages`: what people are told, for whoever writes, translates or reviews it.

use std::io::{self, Write};

use anstyle::Style;
use clap::{Args, Subcommand};
use himaya::Category;
use himaya::intervention::{
    Addressee, InterventionLevel, LanguageCheck, Notice, Reader, check_messages,
};
use serde::Serialize;

use crate::options::{HowMuch, one_of};
use crate::{Failure, Outcome, Settings};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct MessagesArgs {
    #[command(subcommand)]
    task: Option<MessagesTask>,
    /// Who is spoken to; everybody if left out.
    #[arg(long, value_name = "READER", value_parser = one_of(Reader::ALL, Reader::slug))]
    reader: Option<Reader>,
    #[command(flatten)]
    how_much: HowMuch,
    /// Speak to somebody of unknown age, as the other side's usually is, instead of --age-band.
    #[arg(long)]
    age_unknown: bool,
    /// Print JSON Lines.
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum MessagesTask {
    /// Say every text of every language to everybody, and tell what each language lacks.
    ///
    /// Exit status: 0 all languages are complete, 1 one is not.
    Check {
        /// Print JSON Lines.
        #[arg(long)]
        json: bool,
    },
}

/// A notice and to whom it is said.
#[derive(Serialize)]
struct Line<'a> {
    reader: Reader,
    category: Category,
    addressee: Addressee,
    level: InterventionLevel,
    #[serde(flatten)]
    notice: &'a Notice,
}

pub fn run(args: &MessagesArgs, settings: &Settings) -> Result<Outcome, Failure> {
    if let Some(MessagesTask::Check { json }) = &args.task {
        return Ok(check(*json)?);
    }
    let messages = settings.messages()?;
    let known = settings.addressee();
    let addressee = if args.age_unknown { Addressee { age: None, ..known } } else { known };
    let mut out = anstream::stdout().lock();
    for reader in Reader::ALL.iter().filter(|reader| args.reader.is_none_or(|one| one == **reader))
    {
        for category in Category::ALL {
            let notice = messages.notice(*reader, *category, &addressee, args.how_much.level);
            let Some(notice) = notice else { continue };
            if args.json {
                let (reader, category, level) = (*reader, *category, args.how_much.level);
                let line = Line { reader, category, addressee, level, notice: &notice };
                serde_json::to_writer(&mut out, &line).map_err(io::Error::from)?;
                writeln!(out)?;
            } else {
                writeln!(out, "{DIM}{}{DIM:#}", notice.key)?;
                print(&mut out, &notice, "  ")?;
                writeln!(out)?;
            }
        }
    }
    Ok(Outcome::Clear)
}

/// Prints a notice for people, each part on a line of its own.
pub fn print(out: &mut impl Write, notice: &Notice, indent: &str) -> io::Result<()> {
    writeln!(out, "{indent}{BOLD}{}{BOLD:#}", notice.title)?;
    if let Some(body) = &notice.body {
        writeln!(out, "{indent}{body}")?;
    }
    writeln!(out, "{indent}→ {}", notice.step)
}

fn check(json: bool) -> io::Result<Outcome> {
    let mut out = anstream::stdout().lock();
    let mut outcome = Outcome::Clear;
    for checked in check_messages() {
        let LanguageCheck { language, texts, faults } = &checked;
        if !faults.is_empty() {
            outcome = Outcome::Found;
        }
        if json {
            serde_json::to_writer(&mut out, &checked)?;
            writeln!(out)?;
            continue;
        }
        match faults.len() {
            0 => writeln!(out, "{language}  {texts} texts, complete")?,
            count => writeln!(out, "{BOLD}{language}{BOLD:#}  {texts} texts, {count} faults")?,
        }
        for fault in faults {
            writeln!(out, "    {fault}")?;
        }
    }
    Ok(outcome)
}
