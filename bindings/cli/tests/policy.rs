//! `himaya policy`, and checking under a policy of one's own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

fn run(arguments: &[&str]) -> Output {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    Command::new(env!("CARGO_BIN_EXE_himaya")).args(arguments).current_dir(root).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn file(folder: &TempDir, name: &str, content: &str) -> String {
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

const CHAT: &str = "examples/data/chats/blackmail.jsonl";

#[test]
fn presets_are_shown_with_their_reasons_and_hold() {
    let shown = out(&run(&["policy", "show", "teen"]));
    assert!(shown.contains("fails closed") && shown.contains("interrupt  from 0.95"), "{shown}");
    assert!(shown.contains("Higher than for children"), "{shown}");
    let json: Value =
        serde_json::from_str(&out(&run(&["policy", "show", "--json", "school"]))).unwrap();
    assert_eq!(json["name"], "school");

    let checked = run(&["policy", "check"]);
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
    assert_eq!(out(&checked).lines().count(), 4);
}

#[test]
fn a_policy_in_json_and_in_toml_is_the_same() {
    let folder = TempDir::new().unwrap();
    let json = file(&folder, "child.json", &out(&run(&["policy", "show", "--json", "child"])));
    let same = run(&["policy", "diff", "child", &json]);
    assert_eq!((same.status.code(), out(&same)), (Some(0), "nothing changes\n".to_owned()));
    let other = run(&["policy", "diff", &json, "teen"]);
    assert_eq!(other.status.code(), Some(1));
    assert!(
        out(&other)
            .contains("personal_info for 0-5, 6-9: interrupt from 0.70 -> indicate from 0.85"),
        "{}",
        out(&other)
    );
    let diff: Value =
        serde_json::from_str(&out(&run(&["policy", "diff", "--json", "child", "adult"]))).unwrap();
    assert!(diff["rows"].as_array().unwrap().iter().all(|row| row["shift"] != "stricter"));
}

#[test]
fn what_is_wrong_or_doubtful_is_told_with_its_place() {
    let folder = TempDir::new().unwrap();
    let child =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../models/policy/child.toml"));
    let child = child.unwrap();
    let wrong = file(&folder, "wrong.toml", &child.replacen("at = 0.9", "at = 9", 1));
    let refused = run(&["policy", "check", &wrong, "child"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        out(&refused).contains("wrong.toml: row 3: `at` is 9; give a number from 0 to 1"),
        "{}",
        out(&refused)
    );
    assert!(out(&refused).contains("child: holds"));

    let doubtful = file(&folder, "doubtful.toml", &child.replacen("= \"closed\"", "= \"open\"", 1));
    let told = run(&["policy", "check", "--ages", "10-12", &doubtful]);
    assert_eq!(told.status.code(), Some(1));
    assert!(out(&told).contains("[fails_open]"), "{}", out(&told));
    assert_eq!(run(&["policy", "check", "--ages", "adult", &doubtful]).status.code(), Some(0));
}

#[test]
fn a_locked_policy_cannot_be_exchanged() {
    let folder = TempDir::new().unwrap();
    let lock =
        file(&folder, "lock.json", &out(&run(&["policy", "lock", "child", "--by", "school"])));
    assert_eq!(run(&["check", "--policy-lock", &lock, CHAT]).status.code(), Some(1));
    assert_eq!(run(&["policy", "check", "--lock", &lock, "child"]).status.code(), Some(0));
    for other in [["--policy", "adult"], ["--age-band", "adult"]] {
        let refused = run(&[&["check", "--policy-lock", &lock, CHAT], &other[..]].concat());
        assert_eq!(refused.status.code(), Some(2));
        let told = err(&refused);
        assert!(told.contains("the school locked policy `child` version 2"), "{told}");
    }
    let broken = file(&folder, "broken.json", "{}");
    assert!(err(&run(&["check", "--policy-lock", &broken, CHAT])).contains("missing field"));
}

#[test]
fn a_disabled_policy_does_nothing_and_still_tells_what_was_found() {
    let folder = TempDir::new().unwrap();
    let policy = out(&run(&["policy", "show", "--json", "child"]));
    let silent = file(&folder, "silent.json", &policy.replacen("descriptive", "disabled", 1));
    let checked = run(&["check", "--json", "--policy", &silent, CHAT]);
    assert_eq!(checked.status.code(), Some(0), "{}", err(&checked));
    let value: Value = serde_json::from_str(&out(&checked)).unwrap();
    let assessments = value["assessments"].as_array().unwrap();
    assert!(assessments.iter().all(|a| a["action"] == "allow" && a.get("message_key").is_none()));
    assert!(assessments.iter().any(|a| a["findings"][0]["category"] == "sextortion"));
}
