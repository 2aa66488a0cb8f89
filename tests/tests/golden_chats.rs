//! Golden chats: what every binding must answer, byte for byte.
//!
//! `tests/golden/chats.jsonl` holds a case a line: `{"id", "age_band", "protected",
//! "messages":[{"from","minutes","text"}], "assessments":[…]}` (or `"text"` for one message). Cases are hand-written;
//! `HIMAYA_UPDATE_GOLDEN=1 cargo test -p himaya-tests` writes the assessments anew. Read the
//! difference before you commit it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::{env, fs};

use himaya::import::{ScoreContent, parse_score_line};
use himaya::{AgeBand, Assessment, Guard, Thread};
use himaya_tests::root;
use serde_json::Value;

/// Floats of two platforms may differ by this much.
const TOLERANCE: f64 = 1e-6;

/// The answer as it is recorded: without the version of the rules, which every edit changes.
fn recorded(assessments: &[Assessment]) -> Value {
    let mut value = serde_json::to_value(assessments).unwrap();
    for assessment in value.as_array_mut().unwrap() {
        assessment.as_object_mut().unwrap().remove("ruleset_version");
    }
    value
}

fn replay(case: &Value) -> Vec<Assessment> {
    let band: AgeBand = case["age_band"].as_str().unwrap().parse().unwrap();
    let guard = Guard::builder().age_band(band).build().unwrap();
    let line = parse_score_line(case.to_string().as_bytes());
    match line.content.unwrap() {
        ScoreContent::Message(message) => vec![guard.assess_message(&message.text)],
        ScoreContent::Conversation(chat) => {
            let mut thread = Thread::new(&guard, chat.protected.as_deref());
            let messages = chat.messages.iter();
            messages.map(|m| thread.observe(&m.from, m.time, &m.text)).collect()
        }
    }
}

fn assert_same(path: &str, expected: &Value, found: &Value) {
    match (expected, found) {
        (Value::Number(a), Value::Number(b)) => {
            let difference = (a.as_f64().unwrap() - b.as_f64().unwrap()).abs();
            assert!(difference <= TOLERANCE, "{path}: expected {a}, found {b}");
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{path}: length");
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                assert_same(&format!("{path}[{index}]"), a, b);
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            let keys = |map: &serde_json::Map<String, Value>| {
                map.keys().cloned().collect::<std::collections::BTreeSet<_>>()
            };
            assert_eq!(keys(a), keys(b), "{path}: fields");
            for (key, a) in a {
                assert_same(&format!("{path}.{key}"), a, &b[key]);
            }
        }
        _ => assert_eq!(expected, found, "{path}"),
    }
}

#[test]
fn every_golden_chat_is_assessed_as_recorded() {
    let path = root().join("tests/golden/chats.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    let mut cases: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(cases.len() >= 20);
    if env::var_os("HIMAYA_UPDATE_GOLDEN").is_some() {
        for case in &mut cases {
            case["assessments"] = recorded(&replay(case));
        }
        let lines: Vec<String> = cases.iter().map(Value::to_string).collect();
        fs::write(&path, lines.join("\n") + "\n").unwrap();
        return;
    }
    for case in &cases {
        let found = recorded(&replay(case));
        assert_same(&case["id"].to_string(), &case["assessments"], &found);
    }
}
