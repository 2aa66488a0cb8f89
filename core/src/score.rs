//! The protocol of `himaya score`: JSON Lines in, an answer for each out.

use std::io::{self, BufRead, BufReader, Read, Write};

use serde_json::{Map, Value, json};

use crate::assessment::Assessment;
use crate::conversation::Thread;
use crate::guard::Guard;
use crate::import::{ImportError, ImportErrorKind, ScoreContent, parse_score_line};

/// Bytes that one line may have.
pub const MAX_LINE: usize = 64 << 20;

/// Answers every line of `input` with one line in `out`: `{"id","assessments"}`, or
/// `{"id"|"line","error":{"code","message"}}` for one that cannot be read; blank lines have none.
/// An error never repeats what a line says.
///
/// # Errors
/// When reading or writing fails; never because of what stands in a line.
pub fn answer_lines<R: Read>(
    guard: &Guard,
    input: &mut BufReader<R>,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut line = Vec::new();
    let mut number = 0_u64;
    loop {
        line.clear();
        if input.by_ref().take(MAX_LINE as u64 + 1).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        number += 1;
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        let answer = if line.len() > MAX_LINE {
            skip_line(input)?;
            let error = ImportError { line: 0, kind: ImportErrorKind::LineTooLong(MAX_LINE) };
            failure(None, number, &error)
        } else if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        } else {
            answer(guard, &line, number)
        };
        serde_json::to_writer(&mut *out, &answer).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
        // Whoever waits for an answer gets it; a file is answered in large pieces.
        if !input.buffer().contains(&b'\n') {
            out.flush()?;
        }
    }
    out.flush()
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let rest = input.fill_buf()?;
        if rest.is_empty() {
            return Ok(());
        }
        let end = rest.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(rest.len(), |at| at + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

fn answer(guard: &Guard, line: &[u8], number: u64) -> Value {
    let line = parse_score_line(line);
    match line.content {
        Ok(content) => {
            let assessments = assess(guard, &content);
            json!({ "id": line.id.unwrap_or_else(|| number.into()), "assessments": assessments })
        }
        Err(error) => failure(line.id, number, &error),
    }
}

fn assess(guard: &Guard, content: &ScoreContent) -> Vec<Assessment> {
    match content {
        ScoreContent::Message(message) => vec![guard.assess_message(&message.text)],
        ScoreContent::Conversation(chat) => {
            let mut thread = Thread::new(guard, chat.protected.as_deref());
            let messages = chat.messages.iter();
            messages.map(|m| thread.observe(&m.from, m.time, &m.text)).collect()
        }
    }
}

fn failure(id: Option<Value>, number: u64, error: &ImportError) -> Value {
    let mut answer = Map::new();
    match id {
        Some(id) => answer.insert("id".to_owned(), id),
        None => answer.insert("line".to_owned(), number.into()),
    };
    let error = json!({ "code": error.code(), "message": error.to_string() });
    answer.insert("error".to_owned(), error);
    answer.into()
}
