//! What people see: a timeline of the risk, findings in plain words, what to do.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;

use anstyle::{AnsiColor, Color, Style};
use himaya::conversation::{Cause, Contribution, Explanation};
use himaya::intervention::{Addressee, HelpServices, InterventionLevel, Messages, Reader};
use himaya::policy::PolicyTable;
use himaya::{Action, Assessment, Category, Status};

use crate::check::{Checked, CheckedChat, FileResult, Totals};
use crate::input::Unreadable;
use crate::video::{CheckedVideo, Seen};
use crate::{help_services, messages};

/// Cells of a bar.
const BAR: usize = 16;
/// Messages of a chat that a sparkline shows; longer chats are drawn together.
const SPARK: usize = 64;
/// Rows of one chat.
const MAX_ROWS: usize = 200;

const SPARKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
pub const BOLD: Style = Style::new().bold();
pub const DIM: Style = Style::new().dimmed();

pub const fn color(color: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(color)))
}

/// Prints an error on standard error.
pub fn error(error: &dyn Display) {
    let style = color(AnsiColor::Red).bold();
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{style}error:{style:#} {error}");
}

/// Prints a remark on standard error.
pub fn note(note: &dyn Display) {
    let _ = writeln!(anstream::stderr(), "{DIM}note:{DIM:#} {note}");
}

/// In which words the report speaks, and to whom.
#[derive(Clone, Copy)]
pub struct Speaking<'a> {
    pub messages: &'a Messages,
    /// The protected person.
    pub addressee: Addressee,
    /// How much is said.
    pub level: InterventionLevel,
    /// Help services and the country in which one is wanted.
    pub help: Option<(&'a HelpServices, &'a str)>,
}

/// Writes the report for people to standard output.
pub struct Report<'a> {
    speaking: Speaking<'a>,
    messages: &'a Messages,
    policy: &'a PolicyTable,
    show_text: bool,
    out: anstream::AutoStream<io::StdoutLock<'static>>,
}

impl<'a> Report<'a> {
    pub fn new(speaking: Speaking<'a>, policy: &'a PolicyTable, show_text: bool) -> Self {
        let messages = speaking.messages;
        Self { speaking, messages, policy, show_text, out: anstream::stdout().lock() }
    }

    pub fn file(&mut self, path: &Path, checked: &FileResult) -> io::Result<()> {
        let path = &printable(&path.to_string_lossy());
        match checked {
            Ok(Checked::Chats(chats)) if single_messages(chats) => self.singles(path, chats),
            Ok(Checked::Chats(chats)) => chats.iter().try_for_each(|chat| self.chat(path, chat)),
            Ok(Checked::Picture(assessment)) => {
                writeln!(self.out, "{BOLD}{path}{BOLD:#}")?;
                self.picture(assessment)
            }
            Ok(Checked::Video(video)) => self.video(path, video),
            Err(Unreadable { message, .. }) => {
                let red = color(AnsiColor::Red);
                writeln!(
                    self.out,
                    "{BOLD}{}{BOLD:#}  {red}cannot be read: {message}{red:#}\n",
                    path
                )
            }
        }
    }

    fn chat(&mut self, path: &str, checked: &CheckedChat) -> io::Result<()> {
        let CheckedChat { chat, assessments, explanations } = checked;
        let mut people: Vec<&str> = chat.messages.iter().map(|m| m.from.as_str()).collect();
        people.sort_unstable();
        people.dedup();
        let name = chat.id.as_deref().map(|id| format!(" · {}", printable(id)));
        let name = name.unwrap_or_default();
        writeln!(
            self.out,
            "{BOLD}{}{name}{BOLD:#}  {}, {}",
            path,
            plural(assessments.len(), "message", "messages"),
            plural(people.len(), "person", "people"),
        )?;
        self.sparkline(assessments)?;

        let start = chat.messages.iter().find_map(|message| message.time);
        let width = people.iter().map(|name| name.chars().count()).max().unwrap_or(0).min(12);
        let mut rows = 0;
        for (index, (message, assessment)) in chat.messages.iter().zip(assessments).enumerate() {
            let speaks = assessment.findings.iter().any(|finding| !finding.spans.is_empty());
            if !speaks {
                continue;
            }
            rows += 1;
            if rows > MAX_ROWS {
                continue;
            }
            let time = match (start, message.time) {
                (Some(start), Some(time)) => elapsed(time.saturating_sub(start)),
                _ => String::new(),
            };
            let from: String = printable(&message.from).chars().take(width).collect();
            let style = self.risk_style(assessment.risk);
            let words = self.in_words(assessment);
            writeln!(
                self.out,
                "  {DIM}{number:>4}  {time:>8}{DIM:#}  {from:<width$}  {style}{bar}{style:#} {risk:.2}  {words}",
                number = index + 1,
                bar = bar(assessment.risk),
                risk = assessment.risk,
            )?;
            let indent = 4 + 2 + 8 + 2 + 2 + width + 2 + BAR + 6 + 1;
            for finding in &assessment.findings {
                for reason in &finding.reason_codes {
                    writeln!(self.out, "{:indent$}{DIM}{reason}{DIM:#}", "")?;
                }
            }
            if self.show_text {
                for line in message.text.lines() {
                    writeln!(self.out, "{:indent$}“{}”", "", printable(line))?;
                }
            }
        }
        if rows > MAX_ROWS {
            writeln!(self.out, "  {DIM}… and {} more{DIM:#}", rows - MAX_ROWS)?;
        }
        for (name, explanation) in explanations {
            self.explanation(name, explanation, start)?;
        }
        self.verdict(chat_verdict(assessments))
    }

    /// What adds up to the risk of the conversation with somebody.
    fn explanation(
        &mut self,
        name: &str,
        explanation: &Explanation,
        start: Option<i64>,
    ) -> io::Result<()> {
        let Explanation { nats, boundary, contributions, stages, timeline, .. } = explanation;
        if contributions.is_empty() {
            return Ok(());
        }
        let name = printable(name);
        writeln!(
            self.out,
            "  {BOLD}{name}{BOLD:#}  {nats:.1} nats of evidence; warns from {boundary:.1}"
        )?;
        // What the messages sound like is many small numbers: their sum is enough for people.
        let (tones, others): (Vec<&Contribution>, Vec<_>) = contributions
            .iter()
            .partition(|c| matches!(c.cause, Cause::Tone(_) | Cause::Context(_)));
        let tone = tones.first().map(|first| Contribution {
            nats: tones.iter().map(|tone| tone.nats).sum(),
            ..**first
        });
        let shown = others.into_iter().chain(&tone).filter(|c| c.nats.abs() >= 0.05);
        for contribution in shown {
            let words = self.messages.cause(contribution.cause);
            let times = match contribution.times {
                0 => String::new(),
                times => format!("  {DIM}{}{DIM:#}", plural(times.into(), "message", "messages")),
            };
            writeln!(self.out, "    {:+5.1}  {words}{times}", contribution.nats)?;
        }
        let shares: Vec<String> = stages
            .iter()
            .map(|share| format!("{} {:.1}", self.messages.stage(share.stage), share.nats))
            .collect();
        if !shares.is_empty() {
            writeln!(self.out, "    {DIM}{}{DIM:#}", shares.join(", "))?;
        }
        for event in timeline {
            let time = match (start, event.time) {
                (Some(start), Some(time)) => elapsed(time.saturating_sub(start)),
                _ => String::new(),
            };
            let shown = event.behaviors.iter().map(|behavior| self.messages.behavior(*behavior));
            writeln!(
                self.out,
                "    {DIM}{time:>9}  message {:<4} {:+4.1}  {}{DIM:#}",
                event.message,
                event.nats,
                shown.collect::<Vec<_>>().join("; ")
            )?;
        }
        Ok(())
    }

    /// Many messages of their own in one file: only those with findings, a line each.
    fn singles(&mut self, path: &str, chats: &[CheckedChat]) -> io::Result<()> {
        let count = plural(chats.len(), "single message", "single messages");
        writeln!(self.out, "{BOLD}{}{BOLD:#}  {count}", path)?;
        let mut strongest: Option<&Assessment> = None;
        for (index, CheckedChat { chat, assessments, .. }) in chats.iter().enumerate() {
            for assessment in assessments.iter().filter(|a| !a.findings.is_empty()) {
                let style = self.risk_style(assessment.risk);
                let words = self.in_words(assessment);
                writeln!(
                    self.out,
                    "  {DIM}{number:>4}{DIM:#}  {style}{bar}{style:#} {risk:.2}  {words}",
                    number = chat.id.as_deref().map_or_else(|| (index + 1).to_string(), printable),
                    bar = bar(assessment.risk),
                    risk = assessment.risk,
                )?;
                if strongest.is_none_or(|known| known.action < assessment.action) {
                    strongest = Some(assessment);
                }
            }
        }
        self.verdict(strongest)
    }

    fn video(&mut self, path: &str, video: &CheckedVideo) -> io::Result<()> {
        let CheckedVideo { assessment, seen, counts, length_ms } = video;
        let looks = plural(counts.classified as usize, "frame", "frames");
        writeln!(self.out, "{BOLD}{path}{BOLD:#}  {}, {looks} looked at", clock(*length_ms))?;
        for Seen { from_ms, to_ms, action } in seen.iter().take(MAX_ROWS) {
            let (from, to) = (clock(*from_ms), clock(*to_ms));
            writeln!(self.out, "  {DIM}{from:>8} to {to:>8}{DIM:#}  {action}")?;
        }
        if seen.len() > MAX_ROWS {
            writeln!(self.out, "  {DIM}… and {} more{DIM:#}", seen.len() - MAX_ROWS)?;
        }
        self.picture(assessment)
    }

    /// The classes of a picture or of a video's strongest moment, and what to do.
    fn picture(&mut self, assessment: &Assessment) -> io::Result<()> {
        let mut classes = assessment.class_scores.clone();
        classes.sort_by(|a, b| b.score.total_cmp(&a.score));
        let scores: Vec<String> =
            classes.iter().map(|class| format!("{} {:.2}", class.class, class.score)).collect();
        let top = assessment.top_finding().map(|finding| finding.category);
        let style = self.strength_style(assessment.risk, top.unwrap_or(Category::SensitiveImage));
        let known = top == Some(Category::KnownImage);
        let words = if known { self.in_words(assessment) } else { scores.join("  ") };
        writeln!(
            self.out,
            "  {style}{bar}{style:#} {risk:.2}  {DIM}{words}{DIM:#}",
            bar = bar(assessment.risk),
            risk = assessment.risk,
        )?;
        let codes = assessment.findings.iter().flat_map(|finding| &finding.reason_codes);
        for code in codes.filter(|code| code.starts_with("image.second_opinion")) {
            writeln!(self.out, "  {DIM}{code}{DIM:#}")?;
        }
        if assessment.status != Status::Complete {
            let reasons: Vec<&str> = assessment.status_reasons.iter().map(|r| r.slug()).collect();
            let yellow = color(AnsiColor::Yellow);
            let reasons = reasons.join(", ");
            writeln!(self.out, "  {yellow}not all of it was looked at: {reasons}{yellow:#}")?;
        }
        self.verdict(Some(assessment))
    }

    /// The risk over all messages, each cell as high as the riskiest of those it stands for.
    fn sparkline(&mut self, assessments: &[Assessment]) -> io::Result<()> {
        write!(self.out, "  risk  ")?;
        let cell = assessments.len().div_ceil(SPARK).max(1);
        for group in assessments.chunks(cell) {
            let risk = group.iter().map(|a| a.risk).fold(0.0, f32::max);
            let level = (risk * SPARKS.len() as f32) as usize;
            let spark = SPARKS.get(level.min(SPARKS.len() - 1)).unwrap_or(&' ');
            let style = self.risk_style(risk);
            write!(self.out, "{style}{spark}{style:#}")?;
        }
        writeln!(self.out)
    }

    fn verdict(&mut self, strongest: Option<&Assessment>) -> io::Result<()> {
        let acting = strongest.filter(|assessment| assessment.action != Action::Allow);
        let Some(assessment) = acting else {
            let green = color(AnsiColor::Green);
            return writeln!(
                self.out,
                "  {green}→ allow{green:#}  {}\n",
                self.messages.action(Action::Allow)
            );
        };
        let style = match assessment.action {
            Action::Indicate => color(AnsiColor::Yellow).bold(),
            _ => color(AnsiColor::Red).bold(),
        };
        let what = assessment.top_finding().map(|f| self.messages.category(f.category));
        writeln!(
            self.out,
            "  {style}→ {action}{style:#}  {meaning}: {what}",
            action = assessment.action,
            meaning = self.messages.action(assessment.action),
            what = what.unwrap_or_default(),
        )?;
        if let Some((reader, category)) = assessment.message_key.as_deref().and_then(Reader::of_key)
        {
            self.care(reader, category)?;
        }
        writeln!(self.out)
    }

    /// What the child is told, and where it was asked for, who helps.
    fn care(&mut self, reader: Reader, category: Category) -> io::Result<()> {
        let Speaking { messages, addressee, level, help } = self.speaking;
        if let Some(notice) = messages.notice(reader, category, &addressee, level) {
            messages::print(&mut self.out, &notice, "    ")?;
        }
        let Some((services, country)) = help else { return Ok(()) };
        let suitable =
            services.suitable(reader, category, country, messages.language(), addressee.age);
        match suitable.first() {
            Some(service) => help_services::print(&mut self.out, messages, service, "    "),
            None => Ok(()),
        }
    }

    pub fn summary(&mut self, totals: &Totals) -> io::Result<()> {
        let mut looked_at = Vec::new();
        if totals.chats > 0 {
            let chats = plural(totals.chats, "chat", "chats");
            let messages = plural(totals.messages, "message", "messages");
            looked_at.push(format!("{chats} ({messages})"));
        }
        if totals.pictures > 0 {
            looked_at.push(plural(totals.pictures, "picture", "pictures"));
        }
        if totals.videos > 0 {
            looked_at.push(plural(totals.videos, "video", "videos"));
        }
        if looked_at.is_empty() {
            looked_at.push("nothing".to_owned());
        }
        let mut line = format!("checked {}, {} to act on", looked_at.join(" and "), totals.found);
        if totals.failed > 0 {
            line.push_str(&format!(", {} not readable", totals.failed));
        }
        if totals.skipped > 0 {
            line.push_str(&format!(", {} of other kinds left out", totals.skipped));
        }
        writeln!(self.out, "{BOLD}{line}{BOLD:#}")
    }

    fn in_words(&self, assessment: &Assessment) -> String {
        let mut words = Vec::new();
        for finding in &assessment.findings {
            for score in &finding.behaviors {
                words.push(self.messages.behavior(score.behavior));
            }
            if finding.behaviors.is_empty() && !finding.spans.is_empty() {
                words.push(self.messages.category(finding.category));
            }
        }
        words.join("; ")
    }

    fn risk_style(&self, risk: f32) -> Style {
        self.strength_style(risk, Category::Grooming)
    }

    /// Red from where the policy acts, yellow from half of it on.
    fn strength_style(&self, strength: f32, category: Category) -> Style {
        let acts = self.policy.first_threshold(category).unwrap_or(1.0);
        if strength >= acts {
            color(AnsiColor::Red)
        } else if strength >= acts / 2.0 {
            color(AnsiColor::Yellow)
        } else {
            color(AnsiColor::Green)
        }
    }
}

fn single_messages(chats: &[CheckedChat]) -> bool {
    chats.len() > 1 && chats.iter().all(|checked| checked.assessments.len() == 1)
}

/// The assessment with the strongest action; of equal ones the gravest, and of those the
/// first, so that blackmail is not hidden behind what led to it.
fn chat_verdict(assessments: &[Assessment]) -> Option<&Assessment> {
    let rank = |a: &Assessment| (a.action, a.top_finding().map(|finding| finding.severity));
    assessments.iter().rev().max_by_key(|assessment| rank(assessment))
}

fn bar(share: f32) -> String {
    let full = (share.clamp(0.0, 1.0) * BAR as f32).round() as usize;
    (0..BAR).map(|cell| if cell < full { '█' } else { '░' }).collect()
}

fn elapsed(milliseconds: i64) -> String {
    let minutes = milliseconds / 60_000;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    if days > 0 { format!("{days}d {hours}:{minutes:02}") } else { format!("{hours}:{minutes:02}") }
}

/// Time within a video.
fn clock(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{hours}:{minutes:02}:{seconds:02}")
}

pub fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Text of others without what could steer a terminal or reorder the line.
pub fn printable(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|c| !steers(*c)).collect()
}
