//! Plain text: one message a line, from an unknown counterpart.

use super::{Chat, ChatMessage};

/// Reads one message a line; empty lines are left out.
pub fn chat_from_plain_text(text: &str) -> Chat {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let message = |line: &str| ChatMessage { from: String::new(), time: None, text: line.into() };
    Chat { messages: lines.map(message).collect(), ..Chat::default() }
}
