//! Reading chats in the forms in which people have them.
//!
//! Errors say where and what, and never repeat the text that they could not read.

mod archive;
mod decode;
mod jsonl;
mod plain;
mod whatsapp;

use std::fmt;

use thiserror::Error;

pub use archive::{
    ArchiveColumns, ArchiveField, ArchiveRow, ArchiveRowBuilder, ArchiveValue, parse_archive_row,
};
pub use decode::decode_text;
pub use jsonl::{ScoreContent, ScoreLine, chats_from_jsonl, parse_score_line};
pub use plain::chat_from_plain_text;
pub use whatsapp::{chat_from_whatsapp, is_whatsapp};

/// Messages that one chat may have.
pub const MAX_MESSAGES: usize = 1_000_000;

/// A chat as it was written down. `Debug` hides names and texts.
#[derive(Clone, Default, PartialEq)]
pub struct Chat {
    /// Its name, if it has one.
    pub id: Option<String>,
    /// Name of the protected person, if it is known.
    pub protected: Option<String>,
    /// Messages in the order of the file.
    pub messages: Vec<ChatMessage>,
    /// Lines that are no messages (notices of the app, omitted media).
    pub skipped: usize,
}

impl fmt::Debug for Chat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chat").field("messages", &self.messages.len()).finish_non_exhaustive()
    }
}

/// A message as it was written down. `Debug` hides the text and the name.
#[derive(Clone, PartialEq)]
pub struct ChatMessage {
    /// Name of the sender; empty if unknown.
    pub from: String,
    /// Milliseconds since some fixed point, if known.
    pub time: Option<i64>,
    /// The text.
    pub text: String,
}

impl fmt::Debug for ChatMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatMessage").field("time", &self.time).finish_non_exhaustive()
    }
}

/// Why a chat cannot be read.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{}{kind}", place(*.line))]
pub struct ImportError {
    /// Line of the file, from 1; 0 where there is only one.
    pub line: usize,
    /// What is wrong.
    pub kind: ImportErrorKind,
}

fn place(line: usize) -> String {
    if line == 0 { String::new() } else { format!("line {line}: ") }
}

/// What can be wrong with a chat.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum ImportErrorKind {
    /// Not JSON.
    #[error("not JSON ({0}); write one object a line")]
    Json(String),
    /// JSON, but not an object.
    #[error("not a JSON object; write {{\"id\",\"text\"}} or {{\"id\",\"messages\":[…]}}")]
    NotAnObject,
    /// A field is missing.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// A field has the wrong type.
    #[error("`{field}` must be {expected}")]
    Type {
        /// The field.
        field: &'static str,
        /// What it must be.
        expected: &'static str,
    },
    /// Both a message and a conversation.
    #[error("`text` and `messages` exclude each other; give one of them")]
    TextAndMessages,
    /// Too many messages.
    #[error("more than {MAX_MESSAGES} messages; split the conversation")]
    TooManyMessages,
    /// The line is too long.
    #[error("the line has more than {0} bytes; split the conversation")]
    LineTooLong(usize),
    /// Not UTF-8.
    #[error("not UTF-8 text")]
    Encoding,
    /// Nothing to read.
    #[error("no message found")]
    Empty,
}

impl ImportError {
    const fn new(line: usize, kind: ImportErrorKind) -> Self {
        Self { line, kind }
    }

    /// A short stable name for programs.
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }
}

impl ImportErrorKind {
    /// A short stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json(_) => "not_json",
            Self::NotAnObject => "not_an_object",
            Self::Missing(_) => "missing_field",
            Self::Type { .. } => "wrong_type",
            Self::TextAndMessages => "text_and_messages",
            Self::TooManyMessages => "too_many_messages",
            Self::LineTooLong(_) => "line_too_long",
            Self::Encoding => "not_utf8",
            Self::Empty => "empty",
        }
    }
}
