//! Ledgers, transparency reports, contests and drafts, with the real binary on real files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// The repository's root.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_himaya"));
    command.args(arguments).current_dir(root()).env_remove("NO_COLOR").output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What a successful run prints on standard output.
fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments)).unwrap()
}

const CHAT: &str = r#"{"protected":"CANARYCHILD"}
{"from":"CANARYNAME","minutes":0,"text":"hi CANARYWORD"}
{"from":"CANARYCHILD","minutes":1,"text":"who is this? CANARYANSWER"}
{"from":"CANARYNAME","minutes":2,"text":"pay me or i send your pics to everyone CANARYTHREAT 07700 900123"}
"#;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(TempDir::new().unwrap());
        fs::write(folder.path("chat.jsonl"), CHAT).unwrap();
        folder
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// A ledger that the chat was checked into so many times.
    fn ledger(&self, name: &str, times: usize) -> String {
        let path = self.path(name);
        for _ in 0..times {
            let output = run(&["check", &self.path("chat.jsonl"), "--ledger", &path]);
            assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
        }
        path
    }
}

#[test]
fn checks_add_up_in_a_ledger_and_its_report() {
    let folder = Folder::new();
    let ledger = folder.ledger("ledger.json", 2);
    let report = json(&["transparency", &ledger, "--json"]);
    let total = &report["counts"]["total"];
    assert_eq!((&total["scanned"], &report["devices"]), (&6.into(), &1.into()));
    assert_eq!(report["counts"]["by_category"]["sextortion"]["warned"], 2);
    assert!(report["methodology"]["error_rates"].as_array().unwrap().len() > 20);

    let other = folder.ledger("other.json", 1);
    let both = json(&["transparency", &ledger, &other, "--json"]);
    assert_eq!((&both["counts"]["total"]["scanned"], &both["devices"]), (&9.into(), &2.into()));
    let shown = printed(&["transparency", &ledger, "--lang", "ar"]);
    assert!(shown.contains("scanned 6") && shown.contains("ابتزاز"), "{shown}");
    assert!(fs::read_dir(folder.0.path()).unwrap().count() == 3, "no temporary file is left");
}

#[test]
fn a_warning_is_contested_by_its_id() {
    let folder = Folder::new();
    let ledger = folder.ledger("ledger.json", 1);
    let listed = printed(&["contest", &ledger]);
    let id = listed.split_whitespace().next().unwrap();
    assert!(listed.contains("blackmail"), "{listed}");
    let contest = |id: &str| run(&["contest", &ledger, id, "--reason", "harmless"]);
    let first = text(&contest(id).stdout);
    assert!(first.contains("contested") && first.contains("as strict as before"), "{first}");
    assert!(text(&contest(id).stdout).contains("was contested before"));
    let report = json(&["transparency", &ledger, "--json"]);
    assert_eq!(report["shares"]["contested"]["hits"], 1);
    let unknown = contest("00000000000000000000000000000000");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("no assessment with this id is kept"));
    assert_eq!(run(&["contest", &ledger, "zz", "--reason", "harmless"]).status.code(), Some(2));
}

#[test]
fn shared_reports_have_noise_and_say_so() {
    let folder = Folder::new();
    let ledger = folder.ledger("ledger.json", 1);
    let weeks = ["--from", "2020-W01", "--to", "2099-W01"];
    let arguments = [&["transparency", &ledger, "--json", "--epsilon", "0.5"], &weeks[..]].concat();
    let report = json(&arguments);
    let privacy = &report["differential_privacy"];
    assert_eq!((&privacy["epsilon"], &privacy["scale"]), (&0.5.into(), &200.0.into()));
    assert!(report.get("by_week").is_none() && report.get("shares").is_none());
    let without_period = run(&["transparency", &ledger, "--epsilon", "1"]);
    assert_eq!(without_period.status.code(), Some(2), "a period of the ledger's own tells much");
    let wrong = run(&[&["transparency", &ledger, "--epsilon", "100"], &weeks[..]].concat());
    assert!(text(&wrong.stderr).contains("give a number from 0.001 to 10"));
    let small = json(&["transparency", &ledger, "--json", "--at-least", "5"]);
    assert_eq!(small["counts"]["total"].get("warned"), None);
    assert!(!small["suppression"]["cells"].as_array().unwrap().is_empty());
}

#[test]
fn a_damaged_ledger_is_left_alone() {
    let folder = Folder::new();
    let ledger = folder.path("ledger.json");
    fs::write(&ledger, "{\"schema_version\":1,\"CANARY\":1}").unwrap();
    let output = run(&["check", &folder.path("chat.jsonl"), "--ledger", &ledger]);
    assert_eq!(output.status.code(), Some(2));
    let shown = text(&output.stderr);
    assert!(shown.contains("restore a copy") && !shown.contains("CANARY"), "{shown}");
    assert!(fs::read_to_string(&ledger).unwrap().contains("CANARY"));
}

#[test]
fn a_draft_is_printed_and_nothing_sent() {
    let folder = Folder::new();
    let chat = folder.path("chat.jsonl");
    let picture = "examples/data/pictures/cat.webp";
    let arguments = ["report-draft", &chat, "--request-by", "guardian", "--attach", picture];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr).lines().count(), 1);
    assert!(text(&output.stderr).contains("nothing was sent"));
    let draft: Value = serde_json::from_str(&text(&output.stdout)).unwrap();
    let annotations = &draft["incidentSummary"]["reportAnnotations"];
    assert_eq!(annotations["sextortion"]["derived"], true);
    assert_eq!(draft["fileDetails"][0]["value"]["pdq"].as_str().unwrap().len(), 64);
    assert_eq!(draft["left_to_reviewer"][0]["field"], "incidentSummary.incidentDateTime");

    let when = [&arguments[..4], &["--when", "2026-11-20T18:30:00+02:00"]].concat();
    let time = &json(&when)["incidentSummary"]["incidentDateTime"];
    assert_eq!((&time["value"], &time["derived"]), (&"2026-11-20T16:30:00Z".into(), &false.into()));
    assert_eq!(run(&["report-draft", &chat]).status.code(), Some(2), "somebody has to ask");
}

#[test]
fn no_word_and_no_name_leaves_the_chat_unless_included_on_purpose() {
    let folder = Folder::new();
    let ledger = folder.ledger("ledger.json", 1);
    let (chat, page) = (folder.path("chat.jsonl"), folder.path("page.html"));
    let draft = ["report-draft", &chat, "--request-by", "guardian"];
    let mut all = fs::read_to_string(&ledger).unwrap();
    all += &printed(&["transparency", &ledger, "--html", &page]);
    all += &printed(&["transparency", &ledger, "--json"]);
    all += &printed(&["contest", &ledger]);
    all += &fs::read_to_string(&page).unwrap();
    all += &printed(&draft);
    assert!(!all.contains("CANARY") && !all.contains("900123"));

    let included = printed(&[&draft[..], &["--include", "messages,people"]].concat());
    assert!(included.contains("CANARYTHREAT") && included.contains("CANARYNAME"));
    assert!(!included.contains("CANARYANSWER") && !included.contains("900123"), "{included}");
    assert!(included.contains("[redacted: phone]"));
}

#[test]
fn the_page_is_one_file_in_both_directions() {
    let folder = Folder::new();
    let ledger = folder.ledger("ledger.json", 1);
    for (language, direction) in [("en", "ltr"), ("ar", "rtl")] {
        let path = folder.path("page.html");
        printed(&["transparency", &ledger, "--html", &path, "--lang", language]);
        let page = fs::read_to_string(&path).unwrap();
        assert!(page.contains(&format!("lang=\"{language}\" dir=\"{direction}\"")));
        assert!(!page.contains("<script") && !page.contains("src=") && page.contains("<svg"));
    }
}

/// The error rates of a report are those that the commands print today, within their intervals.
#[test]
fn published_error_rates_are_current() {
    let folder = Folder::new();
    let measured = |name: &str, arguments: &[&str]| -> Value {
        let path = folder.path(name);
        printed(&[&["eval", "--json", &path], arguments].concat());
        serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap()
    };
    let nowhere = folder.path("nowhere");
    let heldout = ["--messages", "tests/accuracy/heldout"];
    let messages = measured(
        "messages.json",
        &[&heldout[..], &["--ordinary", &nowhere, "--fairness", &nowhere]].concat(),
    );
    let set = ["--conversations", "--set", "tests/accuracy/fresh-conversations"];
    let conversations =
        measured("conversations.json", &[&set[..], &["--ordinary", &nowhere]].concat());
    let ledger = folder.ledger("ledger.json", 1);
    let report = json(&["transparency", &ledger, "--json"]);

    let mut compared = 0;
    for rate in report["methodology"]["error_rates"].as_array().unwrap() {
        let of_messages = |field: &str| {
            let mut languages = messages["sets"][0]["languages"].as_array().unwrap().iter();
            languages.find(|other| other["language"] == rate["language"]).unwrap()[field].clone()
        };
        let all = &conversations["sets"][0]["all"];
        let now = match rate["what"].as_str().unwrap() {
            "indicator_signalled" => of_messages("recall"),
            "harmless_signalled" => of_messages("hard_negatives_signalled"),
            "harmless_warned" => of_messages("hard_negatives_warned"),
            "risky_conversation_warned" => all["recall"].clone(),
            "harmless_conversation_warned" => all["any_action"].clone(),
            _ => continue,
        };
        let part = |value: &Value, name: &str| value[name].as_f64().unwrap();
        let within = (part(rate, "low")..=part(rate, "high")).contains(&part(&now, "share"));
        assert!(within, "run models/training/report/error_rates.py: {rate} is now {now}");
        assert_eq!(rate["of"], now["of"], "run models/training/report/error_rates.py: {rate}");
        compared += 1;
    }
    assert!(compared > 30, "{compared}");
}
