//! `himaya report-draft`: a draft for a person who wants to report, printed and never sent.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use himaya::Role;
use himaya::report::{Annotation, Include, PersonRequest, PersonRole, ReportDraft, Said};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::check::{self, Checked, CheckedChat, Look};
use crate::ledger::now;
use crate::{Failure, Outcome, Settings, input, report};

#[derive(Args)]
pub struct DraftArgs {
    /// A chat, picture or video, as for `check`.
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// Who asks for the draft: child, guardian, reviewer or host.
    #[arg(long, value_name = "ROLE", value_parser = role)]
    request_by: PersonRole,
    /// Name of the protected person in the chat.
    #[arg(long, value_name = "NAME")]
    protected: Option<String>,
    /// When it happened, such as 2026-11-20T18:30:00Z.
    #[arg(long, value_name = "TIME", value_parser = milliseconds)]
    when: Option<i64>,
    /// What the person wants to say; ways to reach somebody are taken out.
    #[arg(long, value_name = "TEXT")]
    statement: Option<String>,
    /// A file whose hashes go into the draft, never its bytes; may be given several times.
    #[arg(long, value_name = "FILE")]
    attach: Vec<PathBuf>,
    /// What the person knows and findings cannot: sextortion, csamSolicitation,
    /// minorToMinorInteraction, spam or sadisticOnlineExploitation.
    #[arg(long, value_name = "ANNOTATION", value_parser = annotation)]
    states: Vec<Annotation>,
    /// Personal data to include on purpose.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
    include: Vec<Included>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Included {
    /// Text of messages that were acted upon: the other side's, the child's if the child asks.
    Messages,
    /// Names of the other side.
    People,
    /// Names of attached files.
    FileNames,
    /// Phone numbers, addresses and links in what is written.
    Contacts,
}

fn role(slug: &str) -> Result<PersonRole, String> {
    PersonRole::from_slug(slug).ok_or_else(|| "give child, guardian, reviewer or host".to_owned())
}

fn annotation(slug: &str) -> Result<Annotation, String> {
    Annotation::from_slug(slug).ok_or_else(|| {
        let known: Vec<&str> = Annotation::ALL.iter().map(|kind| kind.slug()).collect();
        format!("give one of {}", known.join(", "))
    })
}

fn milliseconds(text: &str) -> Result<i64, String> {
    OffsetDateTime::parse(text, &Rfc3339)
        .map(|time| time.unix_timestamp().saturating_mul(1000))
        .map_err(|_| "give a date and time with its zone, such as 2026-11-20T18:30:00Z".to_owned())
}

pub fn run(args: &DraftArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let unreadable = |message| Failure::Unreadable { path: args.path.clone(), message };
    let guard = Arc::new(settings.guard()?);
    let has = |what| args.include.contains(&what);
    let include = Include {
        messages: has(Included::Messages),
        people: has(Included::People),
        file_names: has(Included::FileNames),
        contacts: has(Included::Contacts),
    };
    let request = PersonRequest { role: args.request_by, time: now() };
    let mut draft = ReportDraft::new(request, include)?;

    let mut files = input::collect(std::slice::from_ref(&args.path)).into_iter();
    let file = match (files.next(), files.next()) {
        (Some(file), None) => file.map_err(|error| unreadable(error.to_string()))?,
        _ => return Err(unreadable("give one file".to_owned())),
    };
    let look = Look { protected: args.protected.as_deref(), explain: false, frames_per_second: 4 };
    match check::check(&guard, &file, &look).map_err(|error| unreadable(error.message))? {
        Checked::Chats(chats) => {
            chats.iter().for_each(|chat| observe(&mut draft, chat, look.protected));
        }
        Checked::Picture(assessment) => draft.observe(&assessment, None, None),
        Checked::Video(video) => draft.observe(&video.assessment, None, None),
    }
    if let Some(time) = args.when {
        draft.incident_time(time);
    }
    if let Some(text) = &args.statement {
        draft.statement(text);
    }
    for annotation in &args.states {
        draft.annotate(*annotation, true);
    }
    for path in &args.attach {
        let failed = |source| Failure::Read { path: path.clone(), source };
        let bytes = input::read_bounded(path).map_err(failed)?;
        let name = path.file_name().map(|name| name.to_string_lossy());
        draft.attach(&bytes, name.as_deref())?;
    }
    writeln!(anstream::stdout().lock(), "{}", draft.to_json())?;
    report::note(&"nothing was sent; the draft is for a person to check, complete and file");
    Ok(Outcome::Clear)
}

/// Times of chats are those of the phone that wrote them down, without a zone: no date is taken
/// from them.
fn observe(draft: &mut ReportDraft, checked: &CheckedChat, protected: Option<&str>) {
    let protected = protected.or(checked.chat.protected.as_deref());
    for (message, assessment) in checked.chat.messages.iter().zip(&checked.assessments) {
        // Where it is not known who the child is, all words may be the child's.
        let child = protected.is_none_or(|name| name == message.from);
        let role = if child { Role::Protected } else { Role::Counterpart };
        draft.observe(
            assessment,
            None,
            Some(Said { role, from: &message.from, text: &message.text }),
        );
    }
}
