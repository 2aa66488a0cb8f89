//! The command as a user runs it: the real binary on real files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The repository's root.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn himaya(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_himaya"));
    command.args(arguments).current_dir(root()).env_remove("NO_COLOR");
    command
}

fn run(arguments: &[&str]) -> Output {
    himaya(arguments).output().unwrap()
}

fn score(arguments: &[&str], input: &[u8]) -> Vec<Value> {
    let mut child = himaya(&[&["score"], arguments].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn file(folder: &TempDir, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

const RISKY: &str = r#"{"protected":"b"}
{"from":"a","minutes":0,"text":"how old are you?"}
{"from":"b","minutes":1,"text":"CANARYCHILD 12"}
{"from":"a","minutes":5,"text":"CANARYWORD are you home alone?"}
{"from":"a","minutes":9,"text":"can you keep a secret?"}
{"from":"a","minutes":20,"text":"add me on snapchat"}
{"from":"a","minutes":30,"text":"send me a selfie"}
"#;

#[test]
fn the_sample_data_shows_findings_and_pictures() {
    let output = run(&["check", "examples/data"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let shown = text(&output.stdout);
    for expected in
        ["game-stranger.jsonl", "stranger-ar.jsonl", "cat.webp", "→ allow", "→ in", "checked "]
    {
        assert!(shown.contains(expected), "{expected} is missing in\n{shown}");
    }
    assert!(!shown.contains('\u{1b}'), "a pipe gets no colours");
}

#[test]
fn exit_status_tells_clear_found_and_bad_input_apart() {
    let folder = TempDir::new().unwrap();
    let clear = file(&folder, "clear.txt", "see you at practice\n");
    let risky = file(&folder, "risky.jsonl", RISKY);
    let broken = file(&folder, "broken.jsonl", "{\"from\":");
    assert_eq!(run(&["check", &clear]).status.code(), Some(0));
    assert_eq!(run(&["check", &risky]).status.code(), Some(1));
    assert_eq!(run(&["check", &broken, &risky]).status.code(), Some(2));
    assert_eq!(run(&["check", "/nowhere/at/all"]).status.code(), Some(2));
    assert_eq!(run(&["check"]).status.code(), Some(2));
    assert_eq!(run(&["check", "--age-band", "12-14", &clear]).status.code(), Some(2));
}

#[test]
fn message_text_is_shown_only_when_asked_for() {
    let folder = TempDir::new().unwrap();
    let risky = file(&folder, "risky.jsonl", RISKY);
    for arguments in [&["check", &risky][..], &["check", "--json", &risky]] {
        let output = run(arguments);
        let shown = text(&output.stdout) + &text(&output.stderr);
        assert!(!shown.contains("CANARY"), "{shown}");
    }
    let shown = text(&run(&["check", "--show-text", &risky]).stdout);
    assert!(shown.contains("CANARYWORD"), "{shown}");
}

#[test]
fn json_gives_one_assessment_a_message() {
    let folder = TempDir::new().unwrap();
    let risky = file(&folder, "risky.jsonl", RISKY);
    let output = run(&["check", "--json", &risky]);
    let value: Value = serde_json::from_str(text(&output.stdout).trim()).unwrap();
    let assessments = value["assessments"].as_array().unwrap();
    assert_eq!(assessments.len(), 6);
    assert_eq!(assessments[0]["action"], "allow");
    assert_eq!(assessments[0]["findings"][0]["behaviors"][0]["behavior"], "age_query");
    assert_ne!(assessments[5]["action"], "allow");
    let risks: Vec<f64> = assessments.iter().map(|a| a["risk"].as_f64().unwrap()).collect();
    assert!(risks.iter().all(|risk| (0.0..=1.0).contains(risk)));
}

#[test]
fn colours_and_language_follow_the_user() {
    let folder = TempDir::new().unwrap();
    let risky = file(&folder, "risky.jsonl", RISKY);
    let colored = himaya(&["check", &risky]).env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(text(&colored.stdout).contains('\u{1b}'));
    let plain = himaya(&["check", &risky])
        .env("CLICOLOR_FORCE", "1")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    assert!(!text(&plain.stdout).contains('\u{1b}'));
    let arabic = text(&run(&["check", "--lang", "ar", &risky]).stdout);
    assert!(arabic.contains("يسأل عن عمر الطفل"), "{arabic}");
    let unknown = run(&["check", "--lang", "xx", &risky]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("no messages in `xx`; there are: ar, "));
}

#[test]
fn policies_change_what_is_done() {
    let folder = TempDir::new().unwrap();
    let risky = file(&folder, "risky.jsonl", RISKY);
    assert_eq!(run(&["check", "--age-band", "adult", &risky]).status.code(), Some(0));
    let policy = file(
        &folder,
        "own.toml",
        "schema_version = 1\nname = \"own\"\nversion = 1\non_failure = \"open\"\n[[rows]]\ncategory = \"grooming\"\nat = 0.0\naction = \"mute\"\n",
    );
    let shown = text(&run(&["check", "--policy", &policy, &risky]).stdout);
    assert!(shown.contains("→ mute"), "{shown}");
    let broken = file(&folder, "broken.toml", "schema_version = 1\nname = 5\n");
    let output = run(&["check", "--policy", &broken, &risky]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("line 2:"), "{}", text(&output.stderr));
}

#[test]
fn score_answers_every_line_in_order_and_goes_on_behind_bad_ones() {
    let input = [
        &b"{\"id\":\"a\",\"text\":\"how old are you?\"}\n"[..],
        b"not json CANARY\n",
        b"{\"id\":\"b\",\"texts\":\"CANARY\"}\n",
        b"\n",
        b"{\"id\":\"bad utf8\",\"text\":\"\xFF CANARY\"}\n",
        b"{\"id\":{\"any\":1},\"messages\":[{\"from\":\"x\",\"minutes\":5,\"text\":\"hi\"},{\"from\":\"b\",\"minutes\":1,\"text\":\"\\udc00 hey\\u0000\"}],\"protected\":\"b\",\"unknown\":[]}\n",
        b"{\"id\":9,\"messages\":[]}\n",
        b"{\"id\":\"last\",\"text\":\"\"}",
    ]
    .concat();
    let answers = score(&[], &input);
    assert_eq!(answers.len(), 7);
    assert_eq!(answers[0]["id"], "a");
    let behavior = &answers[0]["assessments"][0]["findings"][0]["behaviors"][0];
    assert_eq!(behavior["behavior"], "age_query");
    assert!(behavior["score"].as_f64().unwrap() >= 0.5);
    assert_eq!(answers[0]["assessments"][0]["action"], "allow");
    assert_eq!(
        (&answers[1]["line"], &answers[1]["error"]["code"]),
        (&2.into(), &"not_json".into())
    );
    assert_eq!(
        (&answers[2]["id"], &answers[2]["error"]["code"]),
        (&"b".into(), &"missing_field".into())
    );
    assert_eq!(answers[3]["error"]["code"], "not_utf8");
    assert_eq!(answers[4]["id"]["any"], 1);
    assert_eq!(answers[4]["assessments"].as_array().unwrap().len(), 2);
    assert_eq!(answers[5]["assessments"].as_array().unwrap().len(), 0);
    assert_eq!(answers[6]["assessments"].as_array().unwrap().len(), 1);
    assert!(!format!("{answers:?}").contains("CANARY"));
}

#[test]
fn score_takes_messages_of_ten_megabytes() {
    let long = "are you home alone? ".repeat(500_000);
    let answers = score(
        &[],
        format!("{{\"id\":1,\"text\":\"{long}\"}}\n{{\"id\":2,\"text\":\"hi\"}}\n").as_bytes(),
    );
    assert_eq!(answers.len(), 2);
    let first = &answers[0]["assessments"][0];
    assert_eq!(first["status"], "degraded");
    assert_eq!(first["status_reasons"][0], "message_truncated");
    assert_eq!(first["findings"][0]["behaviors"][0]["behavior"], "alone_query");
}

#[test]
fn score_answers_before_its_input_ends() {
    let mut child =
        himaya(&["score"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    for id in 0..3 {
        writeln!(stdin, "{{\"id\":{id},\"text\":\"hi\"}}").unwrap();
        let answer: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(lines.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn score_images_gives_scores_or_the_reason_why_not() {
    let folder = TempDir::new().unwrap();
    let good = root().join("examples/data/pictures/cat.webp");
    let broken = file(&folder, "broken.png", b"\x89PNG\r\n\x1a\n and no more");
    let output = run(&["score-images", good.to_str().unwrap(), &broken, "/nowhere.png"]);
    assert_eq!(output.status.code(), Some(2));
    let lines: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    let sum: f64 =
        lines[0]["scores"].as_object().unwrap().values().map(|v| v.as_f64().unwrap()).sum();
    assert!((sum - 1.0).abs() < 1e-3);
    assert_eq!((&lines[0]["action"], &lines[0]["status"]), (&"allow".into(), &"complete".into()));
    // A child's policy covers what could not be looked at.
    assert_eq!((&lines[1]["action"], &lines[1]["status"]), (&"blur".into(), &"failed".into()));
    assert!(lines[1]["error"]["message"].as_str().unwrap().contains("PNG data is damaged"));
    assert!(lines[2]["error"].is_object());
}

#[test]
fn a_rotated_photograph_is_looked_at_upright() {
    use himaya::image::{DecodeLimits, decode};
    let bytes = fs::read(root().join("examples/data/pictures/coffee-rotated.jpg")).unwrap();
    let pixels = decode(&bytes, DecodeLimits::default()).unwrap();
    assert!(pixels.width() > pixels.height(), "{}x{}", pixels.width(), pixels.height());
}

#[test]
fn a_damaged_model_is_refused_with_the_reason() {
    let folder = TempDir::new().unwrap();
    let pack = root().join("models/image/mobilenet-v2-mid-4.4.0");
    for name in ["model.onnx", "config.json", "manifest.json"] {
        fs::copy(pack.join(name), folder.path().join(name)).unwrap();
    }
    let picture = "examples/data/pictures/cat.webp";
    let check = |folder: &Path| run(&["check", "--image-model", folder.to_str().unwrap(), picture]);
    assert_eq!(check(folder.path()).status.code(), Some(0));

    let model = fs::read(pack.join("model.onnx")).unwrap();
    fs::write(folder.path().join("model.onnx"), &model[..model.len() / 2]).unwrap();
    let output = check(folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("damaged or exchanged"), "{}", text(&output.stderr));

    // Truncated, but with a manifest that fits: tract's own reading fails, and is contained.
    let sum = {
        use sha2::Digest;
        let digest = sha2::Sha256::digest(&model[..model.len() / 2]);
        digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let manifest = fs::read_to_string(pack.join("manifest.json")).unwrap();
    let mut manifest: Value = serde_json::from_str(&manifest).unwrap();
    manifest["files"]["model.onnx"]["sha256"] = sum.into();
    manifest["files"]["model.onnx"]["bytes"] = (model.len() / 2).into();
    fs::write(folder.path().join("manifest.json"), manifest.to_string()).unwrap();
    let output = check(folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stdout).contains("loading the model"), "{}", text(&output.stdout));
    assert!(!text(&output.stderr).contains("panicked"), "{}", text(&output.stderr));
}

/// A pack of `tests/golden/packs`, which find a colour.
fn pack(name: &str) -> String {
    root().join("tests/golden/packs").join(name).to_str().unwrap().to_owned()
}

#[test]
fn models_are_listed_with_their_checksums_and_damaged_ones_are_refused() {
    let folder = TempDir::new().unwrap();
    let output = run(&["models", "list", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let shown = text(&output.stdout);
    let manifest = root().join("models/image/mobilenet-v2-mid-4.4.0/manifest.json");
    let manifest: Value = serde_json::from_str(&fs::read_to_string(manifest).unwrap()).unwrap();
    let sum = manifest["files"]["model.onnx"]["sha256"].as_str().unwrap();
    assert!(shown.contains("mobilenet-v2-mid 4.4.0") && shown.contains(sum), "{shown}");
    assert!(shown.contains("himaya-text 1.7.2") && shown.contains("no pack"), "{shown}");

    let copy = folder.path().join("copy");
    fs::create_dir(&copy).unwrap();
    for name in ["model.onnx", "config.json", "manifest.json"] {
        fs::copy(format!("{}/{name}", pack("red")), copy.join(name)).unwrap();
    }
    fs::write(copy.join("model.onnx"), "exchanged").unwrap();
    let both = ["models", "list", folder.path().to_str().unwrap(), &pack("red")];
    let output = run(&both);
    assert_eq!(output.status.code(), Some(2));
    let shown = text(&output.stdout);
    assert!(shown.contains("copy  refused: model.onnx has SHA-256"), "{shown}");
    assert!(shown.contains("red 1  pictures, 361 bytes"), "{shown}");
}

#[test]
fn a_pack_is_tried_or_refused_with_the_reason() {
    let output = run(&["models", "check", &pack("two-outputs")]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let shown = text(&output.stdout);
    assert!(shown.contains("input [1, 3, 8, 8], classes harmless, sensitive"), "{shown}");
    assert!(shown.contains("loaded in") && shown.contains("ran in"), "{shown}");
    for (name, reason) in [
        ("flat", "its input `input` takes [1, 3], and would be given [1, 3, 8, 8]"),
        ("nan", "gave 0 numbers between 0 and 1"),
        ("nowhere", "No such file or directory"),
    ] {
        let output = run(&["models", "check", &pack(name)]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(text(&output.stderr).contains(reason), "{}", text(&output.stderr));
    }
    let classifier = root().join("models/text/himaya-text-1");
    let output = run(&["models", "check", classifier.to_str().unwrap()]);
    assert!(text(&output.stdout).contains("usable with --text-model"), "{}", text(&output.stderr));
}

#[test]
fn how_to_build_other_models_is_told_and_nothing_is_fetched() {
    let output = run(&["models", "fetch", "open-nsfw"]);
    let shown = text(&output.stdout);
    assert!(shown.contains("models/training/image/build --model open-nsfw --check"), "{shown}");
    assert!(shown.contains("864bb37bf8863564b87eb330ab8c785a79a773f4e7c43cb96db52ed8611305fa"));
    assert!(!shown.contains("--model small"), "{shown}");
    let output = run(&["models", "fetch", "other"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("there are mobilenet-v2, open-nsfw"));
}

#[test]
fn a_second_model_is_asked_where_the_first_is_unsure() {
    // Two thirds red and hardly green, as a bitmap of one pixel.
    let mut bitmap = b"BM".to_vec();
    bitmap.extend([58, 54, 40].map(u32::to_le_bytes).concat().iter().copied());
    bitmap.splice(6..6, [0; 4]);
    bitmap.extend([1_u32, 1].map(u32::to_le_bytes).concat());
    bitmap.extend([1, 0, 24, 0]);
    bitmap.extend([0; 24]);
    bitmap.extend([0, 10, 170, 0]);
    let folder = TempDir::new().unwrap();
    let picture = folder.path().join("red.bmp");
    fs::write(&picture, bitmap).unwrap();
    let score = |settings: &[&str]| -> Value {
        let arguments = [&["score-images", picture.to_str().unwrap()], settings].concat();
        serde_json::from_slice(&run(&arguments).stdout).unwrap()
    };
    let (red, green) = (pack("red"), pack("green"));
    let alone = score(&["--image-model", &red]);
    assert_eq!(
        (alone["action"].as_str(), alone["models"].as_array().unwrap().len()),
        (Some("blur"), 1)
    );
    let both = score(&["--image-model", &red, "--second-image-model", &green]);
    assert_eq!(
        (both["action"].as_str(), both["models"].as_array().unwrap().len()),
        (Some("allow"), 2)
    );
    let refused = run(&["score-images", "--second-image-model", "/nowhere", "x.png"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("picture model: /nowhere/manifest.json"));
}

#[test]
fn chats_are_read_in_every_form_that_people_have() {
    let folder = TempDir::new().unwrap();
    let android = file(
        &folder,
        "android.txt",
        "12/05/2026, 18:00 - Messages are end-to-end encrypted.\n12/05/2026, 18:03 - Max: can you keep a secret?\n",
    );
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("can you keep a secret?".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let utf16 = file(&folder, "utf16.txt", utf16);
    let mixed = file(&folder, "mixed.txt", b"can you keep a secret? \xE9\xFF\0\n");
    let whole = file(
        &folder,
        "whole.json",
        "{\"id\":\"c\",\n \"messages\": [{\"from\":\"a\",\"text\":\"can you keep a secret?\"}]}",
    );
    for path in [&android, &utf16, &mixed, &whole] {
        let output = run(&["check", "--json", path]);
        assert_eq!(output.status.code(), Some(0), "{path}: {}", text(&output.stdout));
        assert!(text(&output.stdout).contains("\"secrecy\""), "{path}: {}", text(&output.stdout));
    }
    let empty = file(&folder, "empty.txt", "");
    let output = run(&["check", &empty]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stdout).contains("no message found"));
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let readable_anyway = fs::read_dir(&closed).is_ok();
    let output = run(&["check", folder.path().to_str().unwrap()]);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    // The superuser may read everything; then there is just nothing in it.
    let expected = if readable_anyway { 0 } else { 2 };
    assert_eq!(output.status.code(), Some(expected), "{}", text(&output.stdout));
}

#[test]
fn rule_writers_get_precise_answers() {
    let folder = TempDir::new().unwrap();
    let output = run(&["lexicon", "check"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("rules hold"));
    let broken = file(
        &folder,
        "xx.toml",
        "schema_version = 1\nlanguage = \"xx\"\nname = \"X\"\n[[rules]]\nid = \"a\"\nbehavior = \"secrecy\"\ndirection = \"either\"\nweight = 2.0\nseverity = 9\nsource = \"nobody\"\npatterns = [\"(a\"]\nexamples = [\"a\"]\n",
    );
    let output = run(&["lexicon", "check", &broken]);
    assert_eq!(output.status.code(), Some(2));
    let shown = text(&output.stderr);
    for expected in [
        ":8: rule `a`: weight 2",
        ":9: rule `a`: severity 9",
        ":10: rule `a`: source `nobody`",
        ":11: rule `a`: pattern",
    ] {
        assert!(shown.contains(expected), "{expected} is missing in\n{shown}");
    }
    let output = run(&["lexicon", "explain", "a r e  you home al0ne?"]);
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output.stdout);
    assert!(shown.contains("a·r·e you home al·0·ne") && shown.contains("alone_query"), "{shown}");
}

#[test]
fn a_language_is_added_by_adding_a_file() {
    let folder = TempDir::new().unwrap();
    let rules = "schema_version = 1\nlanguage = \"eo\"\nname = \"Esperanto\"\n[[rules]]\nid = \"secrecy.secret\"\nbehavior = \"secrecy\"\ndirection = \"counterpart\"\nweight = 0.8\nseverity = 4\nsource = \"leaflet\"\npatterns = [\"nia ...1 sekret*\"]\nexamples = [\"nia sekreto\", \"nia eta sekreto\"]\n";
    let rules = file(&folder, "eo.toml", rules);
    assert_eq!(run(&["lexicon", "check", &rules]).status.code(), Some(0));
    let output = run(&["--lexicon", &rules, "lexicon", "explain", "n1a s e k r e t o"]);
    assert!(text(&output.stdout).contains("eo.secrecy.secret"), "{}", text(&output.stdout));
    let counts = text(&run(&["--lexicon", &rules, "lexicon", "count"]).stdout);
    assert!(counts.contains("| Rules | eo |") && counts.contains("| secrecy | 1 |"), "{counts}");
    let artefact = folder.path().join("lexicon.bin");
    let output = run(&["lexicon", "compile", &rules, "-o", artefact.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(fs::read(artefact).unwrap().starts_with(b"HMLX"));
}

#[test]
fn features_are_printed_for_training_and_bad_lines_are_named_without_their_text() {
    let features = |input: &str| {
        let mut child = himaya(&["features"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let output = features("{\"text\": \"are you home alone?\"}\n{\"text\": \"\"}\n");
    let lines: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["tokens"].as_array().unwrap().len(), 4);
    assert_eq!(lines[0]["rules"][0]["behavior"], "alone_query");
    assert_eq!(lines[1]["tokens"].as_array().unwrap().len(), 0);
    let output = features("{\"text\": \"ok\"}\n{\"tekst\": \"CANARY\"}\n");
    assert_eq!(output.status.code(), Some(2));
    let shown = text(&output.stderr);
    assert!(shown.contains("standard input:2") && !shown.contains("CANARY"), "{shown}");
}

#[test]
fn accuracy_is_measured_on_any_labelled_messages() {
    let folder = TempDir::new().unwrap();
    let messages = r#"{"id":"1","text":"are you home alone?","label":"indicator","behavior":"alone_query"}
{"id":"2","text":"nothing to see","label":"indicator","behavior":"secrecy"}
{"id":"3","text":"see you at practice tomorrow","label":"hard_negative"}
"#;
    let messages = file(&folder, "en.jsonl", messages);
    file(&folder, "own.en.txt", "see you tomorrow\nis it raining?\n");
    let (json, html) = (folder.path().join("eval.json"), folder.path().join("eval.html"));
    let (json, html) = (json.to_str().unwrap(), html.to_str().unwrap());
    let ordinary = folder.path().to_str().unwrap();
    let measure = |messages: &str, ordinary: &str| {
        run(&[
            "--no-text-model",
            "eval",
            "--messages",
            messages,
            "--ordinary",
            ordinary,
            "--json",
            json,
            "--html",
            html,
        ])
    };
    let output = measure(&messages, "no-such-folder");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let shown = text(&output.stdout);
    assert!(shown.contains("| en | 50.0 % [9-91] of 2 | 50.0 % | 0.0 % [0-79] of 1 |"), "{shown}");
    let measured: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
    assert_eq!(measured["sets"][0]["confusion"]["secrecy"]["missed"], 1);
    assert_eq!(measured["sets"][0]["languages"][0]["auc"], 0.75);
    assert!(fs::read_to_string(html).unwrap().contains("<svg"));

    let output = run(&["eval", "--messages", &messages, "--ordinary", "no-such-folder"]);
    let shown = text(&output.stdout);
    assert!(shown.contains(", himaya-text 1.7.2+"), "{shown}");

    fs::remove_file(&messages).unwrap();
    let broken =
        file(&folder, "xx.jsonl", "{\"id\":\"1\",\"text\":\"CANARY\",\"label\":\"indicator\"}\n");
    let output = measure(&broken, ordinary);
    assert_eq!(output.status.code(), Some(2));
    let shown = text(&output.stderr);
    assert!(shown.contains("xx.jsonl:1") && shown.contains("behavior"), "{shown}");
    assert!(!shown.contains("CANARY"), "{shown}");
}

/// A conversation in which leaflet phrases come one after another, as a line of JSON.
fn risky(mark: usize, label: &str) -> String {
    let texts = [
        "hi",
        "how old are you?",
        "are you home alone?",
        "add me on snapchat",
        "this is our secret, don't tell your mum",
        "you are so mature for your age",
        "send me a selfie",
        "let's meet up, just us two",
        "ok?",
        "ok?",
    ];
    let messages: Vec<Value> = (0..)
        .zip(texts)
        .map(|(minutes, text)| serde_json::json!({"from": "sam", "minutes": minutes, "text": text}))
        .collect();
    let conversation = serde_json::json!({
        "id": "x", "label": label, "kind": "fast", "relation": "stranger", "mark": mark, "of": "sam",
        "protected": "child", "messages": messages,
    });
    format!("{conversation}\n")
}

#[test]
fn what_adds_up_is_explained_when_asked_for() {
    let folder = TempDir::new().unwrap();
    let chat = file(&folder, "chat.jsonl", risky(5, "risky"));
    let output = run(&["check", "--explain", "--protected", "child", &chat]);
    let shown = text(&output.stdout);
    assert!(shown.contains("nats of evidence; warns from"), "{shown}");
    assert!(shown.contains("asks to keep a secret  1 message"), "{shown}");
    assert!(shown.contains("isolation"), "{shown}");
    let arabic = text(&run(&["--lang", "ar", "check", "--explain", &chat]).stdout);
    assert!(arabic.contains("العزل"), "{arabic}");
    let plain = text(&run(&["check", &chat]).stdout);
    assert!(!plain.contains("nats of evidence"), "{plain}");

    let output = run(&["check", "--json", "--explain", &chat]);
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    let explanation = &line["explanations"]["sam"];
    let nats = |value: &Value| value["nats"].as_f64().unwrap();
    let sum: f64 = explanation["contributions"].as_array().unwrap().iter().map(nats).sum();
    assert!((sum - nats(explanation)).abs() < 1e-3, "{explanation}");
    assert!(!explanation.to_string().contains("mum"), "{explanation}");
}

#[test]
fn accuracy_is_measured_on_conversations() {
    let folder = TempDir::new().unwrap();
    let harmless = "{\"id\":\"y\",\"label\":\"harmless\",\"kind\":\"friends\",\"relation\":\"known\",\
        \"protected\":\"child\",\"messages\":[{\"from\":\"a\",\"minutes\":0,\"text\":\"hi\"}]}\n";
    let set = file(&folder, "en.jsonl", risky(8, "risky") + harmless);
    let ordinary = TempDir::new().unwrap();
    let dialog = "{\"id\":\"1\",\"messages\":[{\"from\":\"a\",\"text\":\"hi\"},{\"from\":\"b\",\"text\":\"hi\"}]}\n";
    file(&ordinary, "dialogs.own.en.jsonl", dialog);
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (json, html, trace) = (path("eval.json"), path("eval.html"), path("trace.jsonl.out"));
    let output = run(&[
        "eval",
        "--conversations",
        "--set",
        &set,
        "--ordinary",
        ordinary.path().to_str().unwrap(),
        "--json",
        &json,
        "--html",
        &html,
        "--trace",
        &trace,
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let shown = text(&output.stdout);
    assert!(shown.contains("| en | 1 of 1 [21-100 %] | 0 of 1 [0-79 %] |"), "{shown}");
    assert!(shown.contains("| ordinary dialogues | – | 0 of 2"), "{shown}");
    let measured: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
    assert_eq!(measured["sets"][0]["all"]["f1"], 1.0);
    assert_eq!(measured["sets"][0]["all"]["in_time"]["hits"], 1);
    assert_eq!(measured["sets"][1]["name"], "en, relation told");
    assert_eq!(measured["sets"][2]["name"], "en, spread over two weeks");
    assert!(measured["sets"][2]["all"]["messages"].as_u64().unwrap() > 300);
    assert!(fs::read_to_string(html).unwrap().contains("<polyline"));
    let trace = fs::read_to_string(trace).unwrap();
    assert_eq!(trace.lines().count(), 5 * 2, "as written, told, spread, single, chained");
    assert!(trace.contains("\"secrecy\":") && !trace.contains("mum"), "{trace}");

    let broken = file(&folder, "xx.jsonl", risky(99, "risky"));
    let output = run(&["eval", "--conversations", "--set", &broken, "--ordinary", "none"]);
    assert_eq!(output.status.code(), Some(2));
    let shown = text(&output.stderr);
    assert!(shown.contains("xx.jsonl:1") && shown.contains("\"mark\""), "{shown}");
    let output = run(&["--conversation-weights", &broken, "check", &set]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("conversation weights"), "{}", text(&output.stderr));
}

#[test]
fn hashes_have_the_form_of_the_reference_tools() {
    let picture = "examples/data/pictures/astronaut.jpg";
    let output = run(&["hash", picture]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let shown = text(&output.stdout);
    let fields: Vec<&str> = shown.trim().split(',').collect();
    assert_eq!((fields[0].len(), fields[1..].to_vec()), (64, vec!["100", picture]));
    assert_eq!(text(&run(&["hash", "--dihedral", picture]).stdout).lines().count(), 8);
    let json: Value = serde_json::from_slice(&run(&["hash", "--json", picture]).stdout).unwrap();
    assert_eq!(json["hash"], fields[0]);
    let failed = run(&["hash", "/nowhere.png", picture]);
    assert_eq!(failed.status.code(), Some(2));
    assert_eq!(text(&failed.stdout), shown);
}

#[test]
fn known_pictures_are_found_by_match_and_by_check() {
    let folder = TempDir::new().unwrap();
    let (known, other) =
        ("examples/data/pictures/astronaut.jpg", "examples/data/pictures/cat.webp");
    let hashes = text(&run(&["hash", known]).stdout);
    let list = file(&folder, "my list.txt", &hashes);
    let index = folder.path().join("index.idx");
    let index = index.to_str().unwrap();
    let built = run(&["match", "--list", &list, "--build-index", index]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    assert!(text(&built.stdout).ends_with("1 hashes\n"));

    for (list, name) in [(list.as_str(), "my-list"), (index, "index")] {
        let both = run(&["match", "--json", "--list", list, known, other]);
        assert_eq!(both.status.code(), Some(1), "{}", text(&both.stderr));
        let shown = text(&both.stdout);
        let lines: Vec<Value> =
            shown.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines[0]["matches"][0]["list"], name);
        assert_eq!(lines[0]["matches"][0]["distance"], 0);
        assert_eq!(lines[1]["matches"].as_array().unwrap().len(), 0);
        assert_eq!(run(&["match", "--list", list, other]).status.code(), Some(0));

        let checked = run(&["check", "--json", "--hash-list", list, known]);
        assert_eq!(checked.status.code(), Some(1), "{}", text(&checked.stderr));
        let value: Value = serde_json::from_slice(&checked.stdout).unwrap();
        let finding = &value["assessments"][0]["findings"][0];
        assert_eq!(finding["category"], "known_image");
        assert_eq!(finding["reason_codes"][0], format!("image.hash_list.{name}"));
        assert!(
            text(&run(&["check", "--hash-list", list, known]).stdout).contains("known picture")
        );
    }

    let asked = file(&folder, "asked.csv", &hashes);
    assert_eq!(run(&["match", "--list", &list, &asked]).status.code(), Some(1));
    let broken = file(&folder, "broken.txt", "CANARY\n");
    let refused = run(&["match", "--list", &broken, known]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("line 1") && !text(&refused.stderr).contains("CANARY"));
    let far = run(&["match", "--distance", "32", "--list", &list, known]);
    assert_eq!(far.status.code(), Some(2));
}
