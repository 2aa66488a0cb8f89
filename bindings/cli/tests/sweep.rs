//! `himaya eval --sweep`: the page adds up to what `eval` measures.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const MESSAGES: &str = r#"{"id":"1","text":"are you home alone?","label":"indicator","behavior":"alone_query"}
{"id":"2","text":"nothing to see","label":"indicator","behavior":"secrecy"}
{"id":"3","text":"this is our secret, don't tell your mum","label":"indicator","behavior":"secrecy"}
{"id":"4","text":"see you at practice tomorrow","label":"hard_negative"}
{"id":"5","text":"add me on snapchat","label":"hard_negative"}
"#;
const ORDINARY: &str = "see you tomorrow\nare you home alone?\nis it raining?\n";

/// What the page's own script makes of its data at `eval`'s threshold and the one above all.
const ASK: &str = r#"
const page = require("fs").readFileSync(process.argv[1], "utf8");
const data = JSON.parse(page.match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1]);
(0, eval)(page.match(/<script>(.*?)<\/script>\n<\/html>/s)[1]);
const choice = { threshold: data.in_use, riskySet: 0, harmlessSet: 1, traffic: 30000, prevalence: 0 };
const at = (language, group, more) => sweep.outcome(data, { ...choice, ...more }, language, group);
console.log(JSON.stringify({
  en: at("en", ""), all: at("", ""), secrecy: at("en", "secrecy"), alone: at("", "alone_query"),
  hard: at("en", "", { harmlessSet: 0 }), strict: at("en", "", { threshold: 100 }),
  risky: at("en", "", { prevalence: 1000000 }),
}));
"#;

/// The page, what `eval` measured, and what the page's script makes of it.
fn swept(folder: &Path) -> (String, Value, Option<Value>) {
    fs::write(folder.join("en.jsonl"), MESSAGES).unwrap();
    fs::create_dir(folder.join("ordinary")).unwrap();
    fs::write(folder.join("ordinary/own.en.txt"), ORDINARY).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let output = Command::new(env!("CARGO_BIN_EXE_himaya"))
        .args(["--no-text-model", "eval", "--messages", &path("en.jsonl")])
        .args(["--ordinary", &path("ordinary"), "--fairness", &path("none")])
        .args(["--json", &path("eval.json"), "--sweep", &path("sweep.html")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let measured = serde_json::from_slice(&fs::read(path("eval.json")).unwrap()).unwrap();
    let asked = Command::new("node").args(["-e", ASK, &path("sweep.html")]).output();
    let asked = match asked {
        Ok(asked) => {
            assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
            Some(serde_json::from_slice(&asked.stdout).unwrap())
        }
        Err(_) if std::env::var_os("CI").is_none() => None,
        Err(error) => panic!("node: {error}"),
    };
    (fs::read_to_string(path("sweep.html")).unwrap(), measured, asked)
}

#[test]
fn the_page_agrees_with_what_eval_measures() {
    let folder = TempDir::new().unwrap();
    let (page, measured, asked) = swept(folder.path());
    assert!(page.contains("default-src 'none'") && !page.contains("http-equiv=\"refresh"));
    assert!(!page.contains("practice tomorrow"), "no message is on the page");
    let Some(asked) = asked else {
        return;
    };
    let english = &measured["sets"][0]["languages"][0];
    for (name, of, expected) in [
        ("en", "recall", &english["recall"]),
        ("all", "recall", &english["recall"]),
        ("secrecy", "recall", &english["recall_by_behavior"]["secrecy"]),
        ("alone", "recall", &english["recall_by_behavior"]["alone_query"]),
        ("hard", "alarms", &english["hard_negatives_signalled"]),
        ("en", "alarms", &measured["ordinary"][0]["signalled"]),
    ] {
        let found = &asked[name][of];
        for number in ["hits", "of", "share", "low", "high"] {
            let (found, expected) = (found[number].as_f64(), expected[number].as_f64());
            assert!((found.unwrap() - expected.unwrap()).abs() < 1e-12, "{name} {of} {number}");
        }
    }
    // One of three ordinary messages, of 30,000 a day; taken for being asked whether alone, and
    // never for secrecy.
    assert_eq!(asked["en"]["alerts"], 10_000.0);
    assert_eq!(asked["alone"]["alarms"]["hits"], 1);
    assert_eq!(
        (&asked["secrecy"]["alarms"]["hits"], &asked["secrecy"]["alarms"]["of"]),
        (&0.into(), &3.into())
    );
    assert_eq!(
        (&asked["strict"]["alarms"]["hits"], &asked["risky"]["wrong"]),
        (&0.into(), &0.into())
    );
}
