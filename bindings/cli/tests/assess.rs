//! `himaya assess` as a user runs it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use himaya::assess::{Frameworks, NOTICE, RemedyKind};
use serde_json::Value;
use tempfile::TempDir;

const EXAMPLE: &str = "examples/data/assess/questionnaire.toml";

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_himaya"));
    command.args(arguments).current_dir(root()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_slice(&run(&[&["assess"], arguments, &["--json"]].concat()).stdout).unwrap()
}

/// Whether a value keeps to a schema, for the keywords that ours uses.
fn keeps_to(schema: &Value, value: &Value, whole: &Value, at: &str) {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return keeps_to(whole.pointer(name.trim_start_matches('#')).unwrap(), value, whole, at);
    }
    if let Some(constant) = schema.get("const") {
        assert_eq!(constant, value, "{at}");
    }
    if let Some(allowed) = schema.get("enum") {
        assert!(allowed.as_array().unwrap().contains(value), "{at}: {value}");
    }
    if let Some(allowed) = schema.get("type") {
        let is = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let one = |name: &Value| name.as_str() == Some(is);
        let fits = allowed.as_array().map_or_else(|| one(allowed), |names| names.iter().any(one));
        assert!(fits, "{at}: {value} is not of type {allowed}");
    }
    for name in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
        assert!(value.get(name.as_str().unwrap()).is_some(), "{at}: {name} is missing");
    }
    if let (Some(properties), Some(fields)) = (schema.get("properties"), value.as_object()) {
        for (name, field) in fields {
            let known = properties.get(name);
            let known = known.unwrap_or_else(|| panic!("{at}: {name} is not in the schema"));
            keeps_to(known, field, whole, &format!("{at}/{name}"));
        }
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        for (index, item) in values.iter().enumerate() {
            keeps_to(items, item, whole, &format!("{at}/{index}"));
        }
    }
}

#[test]
fn the_example_shows_points_gaps_and_remedies_and_says_what_it_is_not() {
    let output = run(&["assess", EXAMPLE]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let shown = text(&output.stdout);
    let joined = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(joined.contains(NOTICE), "{shown}");
    for framework in Frameworks::embedded().unwrap().frameworks() {
        assert!(joined.contains(&framework.name), "{}", framework.name);
        for point in &framework.points {
            assert!(joined.contains(&point.title), "{}", point.title);
        }
    }
    for expected in ["✗", "◐", "✓", "host:", "→", "is not known", "not answered"] {
        assert!(shown.contains(expected), "{expected} is missing in\n{shown}");
    }
    assert!(!shown.contains('\u{1b}'), "a pipe gets no colours");
    assert!(text(&run(&["assess", EXAMPLE, "--all"]).stdout).len() > shown.len());
}

#[test]
fn json_keeps_to_the_schema() {
    let path = root().join("docs/schemas/safety-assessment.schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    keeps_to(&schema, &json(&[EXAMPLE]), &schema, "");
}

#[test]
fn the_policy_in_force_changes_what_comes_out() {
    let point = |report: &Value, id: &str| {
        let points = report["frameworks"].as_array().unwrap().iter();
        let mut points = points.flat_map(|f| f["points"].as_array().unwrap());
        points.find(|point| point["id"] == id).unwrap()["outcome"].clone()
    };
    let child = json(&[EXAMPLE]);
    let adult = json(&[EXAMPLE, "--age-band", "adult"]);
    assert_eq!(child["policy"]["name"], "child");
    assert_eq!(adult["policy"]["name"], "adult");
    assert_eq!(point(&child, "cc-11"), "met");
    assert_eq!(point(&adult, "cc-11"), "partly");
}

#[test]
fn the_page_stands_by_itself_and_lets_no_name_become_markup() {
    let folder = TempDir::new().unwrap();
    let answers = folder.path().join("answers.toml");
    let page = folder.path().join("report.html");
    let text = "schema_version = 1\nservice = \"<script>alert(1)</script>\"\n[answers]\non_device = true\n";
    fs::write(&answers, text).unwrap();
    run(&["assess", answers.to_str().unwrap(), "--html", page.to_str().unwrap()]);
    let html = fs::read_to_string(page).unwrap();
    for wanted in ["<html lang=\"en\">", "prefers-color-scheme: dark", "<main>", "aria-label="] {
        assert!(html.contains(wanted), "{wanted}");
    }
    for unwanted in ["<script", "src=", "http://", "https://", "@import", "url("] {
        assert!(!html.contains(unwanted), "{unwanted}");
    }
    assert!(html.contains("no certificate"));
    assert_eq!(html.matches("<details").count(), html.matches("</details>").count());
}

#[test]
fn the_template_can_be_given_back() {
    let output = run(&["assess", "--template"]);
    assert_eq!(output.status.code(), Some(0));
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("answers.toml");
    fs::write(&path, &output.stdout).unwrap();
    let report = json(&[path.to_str().unwrap()]);
    let questions = Frameworks::embedded().unwrap().questions().len();
    assert_eq!(report["unanswered"].as_array().unwrap().len(), questions);
}

#[test]
fn a_wrong_questionnaire_is_refused_with_file_line_and_remedy() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("answers.toml");
    fs::write(&path, "schema_version = 1\n[answers]\nwarnings = \"loud\"\n").unwrap();
    let output = run(&["assess", path.to_str().unwrap()]);
    let error = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{error}");
    for expected in ["answers.toml: line 3", "`warnings` takes one of", "\"explained\""] {
        assert!(error.contains(expected), "{error}");
    }
    assert_eq!(run(&["assess"]).status.code(), Some(2));
}

#[test]
fn every_command_that_a_remedy_names_exists() {
    for framework in Frameworks::embedded().unwrap().frameworks() {
        let remedies = framework.points.iter().flat_map(|point| &point.remedies);
        for remedy in remedies.filter(|remedy| remedy.kind == RemedyKind::Command) {
            let mut arguments: Vec<&str> = remedy.name.split(' ').collect();
            if arguments.len() == 1 || arguments.first() != Some(&"explain") {
                arguments.push("--help");
            }
            assert_eq!(run(&arguments).status.code(), Some(0), "himaya {}", remedy.name);
        }
    }
}
