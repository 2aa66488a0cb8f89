//! Plain text: one message a line, from an unknown counterpart.

use super::{Chat, ChatMessage};

/// Reads one message a line; empty lines are left out.
pub fn chat_from_plain_text(text: &str) -> Chat {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let message = |line: &str| ChatMessage { from: String::new(), time: None, text: line.into() };
    Chat { messages: lines.map(message).collect(), ..Chat::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_message_of_somebody_unknown() {
        let chat = chat_from_plain_text("  hi there \n\n\r\nمرحبا\r\n\t\nbye");
        let texts: Vec<&str> = chat.messages.iter().map(|message| &*message.text).collect();
        assert_eq!(texts, ["hi there", "مرحبا", "bye"]);
        assert!(chat.messages.iter().all(|message| message.from.is_empty()));
        assert!(chat.messages.iter().all(|message| message.time.is_none()));
        assert_eq!((chat.id, chat.protected, chat.skipped), (None, None, 0));
        assert!(chat_from_plain_text(" \n\n").messages.is_empty());
    }

    #[test]
    fn debug_shows_neither_names_nor_texts() {
        let mut chat = chat_from_plain_text("between us");
        chat.messages[0].from = "somebody".into();
        let shown = format!("{chat:?} {:?}", chat.messages);
        assert!(!shown.contains("between") && !shown.contains("somebody"), "{shown}");
    }
}
