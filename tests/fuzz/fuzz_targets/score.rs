//! Any bytes as what a program writes to `himaya score`, and any text as a message in it.
#![no_main]

use std::io::BufReader;

use himaya::score::answer_lines;
use himaya_fuzz::{MARKER, guard};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

/// Lines of one input, and bytes of each, that are answered.
const MAX_LINES: usize = 64;

fuzz_target!(|bytes: &[u8]| {
    if bytes.iter().filter(|byte| **byte == b'\n').count() >= MAX_LINES {
        return;
    }
    let blank = |line: &&[u8]| line.iter().all(u8::is_ascii_whitespace);
    let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !blank(line));
    let answers = answers(bytes);
    assert_eq!(answers.len(), lines.count(), "every line has one answer");
    answers.iter().for_each(check);

    // Whatever is written in a message stays out of the answer, as text and as a name.
    let text = format!("{MARKER}{}{MARKER}", String::from_utf8_lossy(bytes));
    let message = json!({ "from": text, "minutes": 1, "text": text });
    let asked = [
        json!({ "id": 1, "text": text }),
        json!({ "id": 2, "protected": text, "messages": [message, message] }),
        json!({ "id": 3, "text": [text], "messages": text }),
        json!({ "id": 4, (text.as_str()): text }),
    ];
    let lines: Vec<u8> = asked.iter().flat_map(|line| format!("{line}\n").into_bytes()).collect();
    let answers = self::answers(&lines);
    assert_eq!(answers.len(), asked.len());
    for answer in &answers {
        check(answer);
        assert!(!answer.to_string().contains(MARKER), "an answer shows content");
    }
});

/// What is answered, read through a buffer smaller than most lines.
fn answers(bytes: &[u8]) -> Vec<Value> {
    let mut out = Vec::new();
    answer_lines(guard(), &mut BufReader::with_capacity(16, bytes), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// An answer is either assessments or an error with a code.
fn check(answer: &Value) {
    let assessed = answer["assessments"].is_array() && !answer["id"].is_null();
    let refused = answer["error"]["code"].is_string() && answer["error"]["message"].is_string();
    assert!(assessed != refused, "{answer}");
    assert!(refused || answer["error"].is_null(), "{answer}");
}
