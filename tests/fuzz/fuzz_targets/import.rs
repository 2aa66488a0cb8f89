//! Any file through the readers of chats, and the chats through a thread.
#![no_main]

use std::collections::BTreeSet;
use std::sync::OnceLock;

use himaya::Thread;
use himaya::error::ImportError;
use himaya::import::{
    Chat, ScoreContent, chat_from_plain_text, chat_from_whatsapp, chats_from_jsonl, decode_text,
    is_whatsapp, parse_score_line,
};
use himaya_fuzz::{MARKER, check_assessment, guard};
use libfuzzer_sys::fuzz_target;

/// Messages of one input that go through a thread, and lines that go through the protocol.
const MAX_MESSAGES: usize = 64;
/// Lines among which [`is_whatsapp`] looks.
const PROBE_LINES: usize = 20;
/// Characters of a message that an error may not repeat.
const WINDOW: usize = 12;

fuzz_target!(|bytes: &[u8]| {
    let (text, damaged) = decode_text(bytes);
    assert!(!damaged || std::str::from_utf8(bytes).is_err(), "valid UTF-8 is called damaged");
    read(&text, bytes);

    // The same with the marker somewhere in it: no error may repeat it, wherever it stands.
    let place = bytes
        .iter()
        .fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    let (before, after) = text.split_at(text.floor_char_boundary(place % (text.len() + 1)));
    let marked = format!("{before}{MARKER}{after}");
    read(&marked, marked.as_bytes());
});

fn read(text: &str, bytes: &[u8]) {
    let mut chats = vec![chat_from_plain_text(text)];
    let mut errors = Vec::new();
    match chats_from_jsonl(text) {
        Ok(read) => chats.extend(read),
        Err(error) => errors.push(error),
    }
    match chat_from_whatsapp(text) {
        Ok(chat) => {
            assert!(is_whatsapp(text) || text.lines().count() > PROBE_LINES);
            chats.push(chat);
        }
        Err(error) => errors.push(error),
    }
    let lines = text.lines().take(MAX_MESSAGES).map(str::as_bytes);
    for line in lines.chain([bytes]) {
        match parse_score_line(line).content {
            Ok(ScoreContent::Conversation(chat)) => chats.push(chat),
            Ok(ScoreContent::Message(message)) => {
                chats.push(Chat { messages: vec![message], ..Chat::default() });
            }
            Err(error) => errors.push(error),
        }
    }
    observe(&chats);
    if text.contains(MARKER) {
        errors.iter().flat_map(shown).collect::<BTreeSet<_>>().iter().for_each(|s| check(text, s));
    }
}

fn observe(chats: &[Chat]) {
    let mut left = MAX_MESSAGES;
    for chat in chats {
        let mut thread = Thread::new(guard(), chat.protected.as_deref());
        for message in chat.messages.iter().take(left) {
            let assessment = thread.observe(&message.from, message.time, &message.text);
            check_assessment(&message.text, &assessment);
            if message.text.contains(MARKER) {
                assert!(!format!("{message:?}").contains(MARKER), "Debug shows content");
            }
            left -= 1;
        }
    }
}

/// An error shows no [`WINDOW`] characters of the input, save those that it always shows.
fn check(text: &str, shown: &str) {
    static OWN: OnceLock<Vec<String>> = OnceLock::new();
    let starts: Vec<usize> = shown.char_indices().map(|(at, _)| at).collect();
    for ends in starts.windows(WINDOW + 1) {
        let window = &shown[ends[0]..ends[WINDOW]];
        if text.contains(window) {
            let usual = without_numbers(window);
            let usual = OWN.get_or_init(own_words).iter().any(|words| words.contains(&usual));
            assert!(usual, "{shown:?} repeats {window:?}");
        }
    }
}

fn shown(error: &ImportError) -> [String; 2] {
    [error.to_string(), format!("{error:?}")]
}

/// What errors say about lines that hold no words at all.
fn own_words() -> Vec<String> {
    let lines = [
        "x",
        "{",
        "[]",
        "{}",
        "{\"text\":0}",
        "{\"from\":0}",
        "{\"minutes\":[]}",
        "{\"protected\":0}",
        "{\"messages\":0}",
        "{\"text\":\"\",\"messages\":[]}",
        "",
    ];
    let mut own = BTreeSet::new();
    for line in lines {
        let jsonl = chats_from_jsonl(&format!("\n{line}")).err();
        let score = parse_score_line(line.as_bytes()).content.err();
        for error in jsonl.into_iter().chain(score).chain(parse_score_line(b"\xFF").content.err()) {
            own.extend(shown(&error).map(|words| without_numbers(&words)));
        }
    }
    own.into_iter().collect()
}

/// Every number becomes `0`; more than eight digits in a row are no line and no column.
fn without_numbers(text: &str) -> String {
    let mut out = String::new();
    let mut digits = 0;
    for c in text.chars() {
        digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
        match digits {
            0 => out.push(c),
            1 => out.push('0'),
            2..=8 => {}
            _ => out.push_str("<digits>"),
        }
    }
    out
}
