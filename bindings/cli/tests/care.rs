//! What people are told, whom they can ask, what a guardian learns: the command as a user runs it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

fn run(arguments: &[&str]) -> Output {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    Command::new(env!("CARGO_BIN_EXE_himaya"))
        .args(arguments)
        .current_dir(root)
        .env_remove("NO_COLOR")
        .output()
        .unwrap()
}

fn shown(arguments: &[&str]) -> String {
    let output = run(arguments);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_ne!(output.status.code(), Some(2), "{text}{:?}", String::from_utf8(output.stderr));
    text
}

fn lines(arguments: &[&str]) -> Vec<Value> {
    shown(arguments).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A chat with blackmail on its second day, written to a file.
fn blackmail(folder: &TempDir) -> String {
    let path = folder.path().join("chat.jsonl");
    let chat = r#"{"protected":"b"}
{"from":"CANARYNAME","minutes":0,"text":"hi CANARYWORD"}
{"from":"CANARYNAME","minutes":1500,"text":"pay me or I send your pictures to all your friends"}
{"from":"b","minutes":1501,"text":"please dont"}
"#;
    fs::write(&path, chat).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn notices_are_worded_by_reader_age_and_level() {
    let all = lines(&["messages", "--json"]);
    assert_eq!(all.len(), 9 + 6 + 7 + 9);
    let of = |arguments: &[&str]| {
        let arguments = [&["messages", "--reader", "approached", "--json"], arguments].concat();
        lines(&arguments).into_iter().find(|line| line["category"] == "grooming").unwrap()
    };
    let (small, teen) = (of(&["--age-band", "6-9"]), of(&["--age-band", "13-15"]));
    assert_eq!(small["key"], "notice-grooming");
    assert_eq!(small["addressee"]["age"], "6-9");
    assert_ne!(small["title"], teen["title"]);
    let simple = of(&["--level", "simple"]);
    assert!(simple["body"].is_null() && simple["step"].is_string(), "{simple}");
    assert_eq!(of(&["--lang", "ar-EG"])["right_to_left"], of(&["--lang", "ar"])["right_to_left"]);
    assert_eq!(shown(&["messages", "--level", "disabled"]), "");
    let unknown = lines(&["messages", "--reader", "author", "--age-unknown", "--json"]);
    assert!(unknown.iter().all(|line| line["addressee"]["age"].is_null()));
    let refused = run(&["messages", "--reader", "everybody"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("guardian"));
}

#[test]
fn the_check_of_messages_names_every_language() {
    let checked = lines(&["messages", "check", "--json"]);
    let languages: Vec<&str> =
        checked.iter().filter_map(|line| line["language"].as_str()).collect();
    assert!(languages.contains(&"en") && languages.contains(&"ar"), "{languages:?}");
    let text = shown(&["messages", "check"]);
    assert!(languages.iter().all(|language| text.contains(language)), "{text}");
}

#[test]
fn help_services_are_found_by_country_and_what_to_confirm_is_listed() {
    let egypt = lines(&[
        "help-services",
        "--country",
        "eg",
        "--audience",
        "child",
        "--lang",
        "ar",
        "--json",
    ]);
    assert_eq!(egypt[0]["country"], "EG");
    assert!(egypt.iter().all(|service| service["doubtful"].is_null()));
    let text = shown(&["help-services", "--country", "GB", "--audience", "image_removal"]);
    assert!(text.contains("Report Remove") && text.contains("not yet confirmed"), "{text}");
    let none = shown(&["help-services", "--country", "LB"]);
    assert!(none.contains("no child service is known"), "{none}");
    let open = shown(&["help-services", "to-confirm"]);
    assert!(open.contains("lb-child-1") && open.contains("to confirm"), "{open}");
    assert_eq!(run(&["help-services"]).status.code(), Some(2));
}

#[test]
fn a_list_of_ones_own_stands_in_place_of_ours() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("own.toml");
    let row = r#"schema_version = 1
version = "own"
[[services]]
id = "eg-child-own"
country = "EG"
audience = "child"
name = "Own line"
phone = "123"
languages = ["ar"]
source_title = "own"
source_url = "https://example.org"
verified = 2026-11-28
"#;
    fs::write(&path, row).unwrap();
    let path = path.to_str().unwrap();
    let arguments = ["help-services", "--country", "EG", "--services", path];
    let text = shown(&arguments);
    assert!(text.contains("Own line") && text.contains("2026-11-28"), "{text}");
    fs::write(path, row.replace("\"123\"", "\"call\"")).unwrap();
    let refused = run(&arguments);
    assert_eq!(refused.status.code(), Some(2));
    let error = String::from_utf8(refused.stderr).unwrap();
    assert!(error.contains("own.toml: row 1 (`eg-child-own`), phone: give digits"), "{error}");
}

#[test]
fn a_check_shows_the_notice_and_in_a_country_who_helps() {
    let folder = TempDir::new().unwrap();
    let chat = blackmail(&folder);
    let text = shown(&["check", &chat]);
    let notice = &lines(&["messages", "--reader", "approached", "--json"])
        .into_iter()
        .find(|line| line["category"] == "sextortion")
        .unwrap();
    for part in ["title", "body", "step"] {
        assert!(text.contains(notice[part].as_str().unwrap()), "{part}\n{text}");
    }
    assert!(!text.contains("childline.org.uk"), "{text}");
    let text = shown(&["check", "--country", "GB", &chat]);
    assert!(text.contains("https://www.childline.org.uk/"), "{text}");
}

#[test]
fn a_digest_tells_what_help_is_needed_and_neither_words_nor_names() {
    let folder = TempDir::new().unwrap();
    let chat = blackmail(&folder);
    for arguments in [&["digest", &chat][..], &["digest", "--json", &chat]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(1));
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(!text.contains("CANARY") && !text.contains("pay me"), "{text}");
    }
    let digest = &lines(&["digest", "--json", &chat])[0];
    assert_eq!(digest["items"][0]["category"], "sextortion");
    assert_eq!(digest["items"][0]["advice_key"], "guardian-sextortion");
    assert_eq!(digest["items"][0]["frequency"], "once");
    let titles = lines(&["messages", "--reader", "guardian", "--json"]);
    let title = titles.iter().find(|line| line["category"] == "sextortion").unwrap();
    let text = shown(&["digest", &chat]);
    assert!(text.contains(title["title"].as_str().unwrap()), "{text}");
}

#[test]
fn a_digest_over_dated_and_undated_chats_leaves_nothing_out() {
    let output = run(&["digest", "--json", "examples/data/chats"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("its times have no date"), "{told}");
    let digest: Value = serde_json::from_slice(&output.stdout).unwrap();
    let items = digest["items"].as_array().unwrap();
    let categories: Vec<&str> = items.iter().map(|i| i["category"].as_str().unwrap()).collect();
    assert!(categories.contains(&"sextortion") && categories.contains(&"grooming"), "{digest}");
}

#[test]
fn a_digest_waits_for_a_young_person_to_tell_it_first() {
    let folder = TempDir::new().unwrap();
    let chat = blackmail(&folder);
    let items = |after: &str| {
        let digest =
            lines(&["digest", "--json", "--delay", "--age-band", "16-17", "--after", after, &chat]);
        digest[0]["items"].as_array().unwrap().len()
    };
    assert_eq!(items("0"), 0);
    assert!(items("24") > 0);
}
