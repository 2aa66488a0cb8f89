//! `himaya audit` with the real binary: the same rows whatever the form, whatever the number of
//! threads, and whenever it is killed; and nothing of what was said in what it writes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Int64Type};
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray, TimestampMillisecondArray};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A row as the tests make it.
#[derive(Clone)]
struct Row {
    id: u64,
    conversation: String,
    role: &'static str,
    time: i64,
    text: String,
}

/// What is said: ordinary, with leaflet phrases among it, some of them over two messages.
const SAID: [&str; 12] = [
    "see you at practice",
    "what did you get for question four",
    "my cat is asleep on the keyboard",
    "are you home alone?",
    "dont tell your",
    "mum ok",
    "how was the match?",
    "add me on snapchat",
    "can you bring the blue folder tomorrow",
    "this is our secret, don't tell your mum",
    "haha yes",
    "ok",
];
const START: i64 = 1_790_000_000_000;

/// Conversations mixed in the order of time. The canary is in every text.
fn rows(number: u64, conversations: u64) -> Vec<Row> {
    let mut seed = 7_u64;
    let mut random = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    };
    let row = |id| {
        let conversation = random() % conversations;
        let role = if random() % 3 == 0 { "protected" } else { "counterpart" };
        let said = SAID[(random() % SAID.len() as u64) as usize];
        // Few enough words behind it that a phrase may be gone on with.
        let text = if random() % 2 == 0 { said.to_owned() } else { format!("CANARYWORD {said}") };
        let conversation = format!("c{conversation}");
        Row { id, conversation, role, time: START + 700 * id as i64, text }
    };
    (0..number).map(row).collect()
}

fn json_lines(rows: &[Row]) -> String {
    let line = |row: &Row| {
        let Row { id, conversation, role, time, text } = row;
        json!({"id": id, "conversation": conversation, "role": role, "time": time, "text": text})
    };
    rows.iter().map(|row| line(row).to_string() + "\n").collect()
}

fn delimited(rows: &[Row], by: char) -> String {
    let mut out = ["text", "role", "time", "conversation", "id", "other\n"].join(&by.to_string());
    for Row { id, conversation, role, time, text } in rows {
        writeln!(out, "\"{text}\"{by}{role}{by}{time}{by}{conversation}{by}{id}{by}\"x\n\"\"\"")
            .unwrap();
    }
    out
}

fn parquet(rows: &[Row], path: &Path) {
    let text = |of: fn(&Row) -> &str| -> ArrayRef {
        Arc::new(StringArray::from_iter_values(rows.iter().map(of)))
    };
    let times = rows.iter().map(|row| row.time).collect::<Vec<_>>();
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("id", Arc::new(Int64Array::from_iter_values(rows.iter().map(|row| row.id as i64)))),
        ("conversation", text(|row| &row.conversation)),
        ("role", text(|row| row.role)),
        ("time", Arc::new(TimestampMillisecondArray::from(times).with_timezone("UTC"))),
        ("text", text(|row| &row.text)),
    ];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer =
        ArrowWriter::try_new(File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn with(&self, name: &str, text: &str) -> PathBuf {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    fn command(&self, archive: &Path, out: &str, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_himaya"));
        command.args(["audit", "--no-text-model", "--out"]).arg(self.path(out)).arg(archive);
        command.args(more);
        command
    }

    fn audit(&self, archive: &Path, out: &str, more: &[&str]) -> Output {
        self.command(archive, out, more).output().unwrap()
    }

    /// Audits what is wholly readable.
    fn audited(&self, archive: &Path, out: &str, more: &[&str]) -> PathBuf {
        let output = self.audit(archive, out, more);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        self.path(out)
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// All files under a folder, by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            out.extend(
                files(&path).into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)),
            );
        } else {
            out.insert(name, fs::read(&path).unwrap());
        }
    }
    out
}

fn summary(out: &Path) -> Value {
    serde_json::from_slice(&fs::read(out.join("summary.json")).unwrap()).unwrap()
}

/// The table: conversation, row, action, risk, reason codes.
fn table(out: &Path) -> Vec<(String, i64, String, u32, String)> {
    let mut rows = Vec::new();
    for (name, _) in files(&out.join("assessments")) {
        let file = File::open(out.join("assessments").join(name)).unwrap();
        for batch in ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap() {
            let batch = batch.unwrap();
            let text = |name: &str| batch.column_by_name(name).unwrap().as_string::<i32>().clone();
            let (conversations, actions) = (text("conversation"), text("action"));
            let numbers = batch.column_by_name("row").unwrap().as_primitive::<Int64Type>().clone();
            let risks = batch.column_by_name("risk").unwrap().as_primitive::<Float32Type>().clone();
            let codes = batch.column_by_name("reason_codes").unwrap().as_list::<i32>().clone();
            for at in 0..batch.num_rows() {
                let codes = codes.value(at);
                let codes: Vec<&str> = codes.as_string::<i32>().iter().flatten().collect();
                rows.push((
                    conversations.value(at).to_owned(),
                    numbers.value(at),
                    actions.value(at).to_owned(),
                    risks.value(at).to_bits(),
                    codes.join(" "),
                ));
            }
        }
    }
    rows
}

#[test]
fn all_forms_give_the_same_table_and_nothing_of_what_was_said() {
    let folder = Folder::new();
    let rows = rows(5_000, 60);
    parquet(&rows, &folder.path("archive.parquet"));
    let archives = [
        folder.with("archive.jsonl", &json_lines(&rows)),
        folder.with("archive.csv", &delimited(&rows, ',')),
        folder.with("archive.tsv", &delimited(&rows, '\t')),
        folder.path("archive.parquet"),
    ];
    let mut tables = Vec::new();
    for (place, archive) in archives.iter().enumerate() {
        let out = folder.audited(archive, &format!("out{place}"), &["--chunk-rows", "700"]);
        let summary = summary(&out);
        assert_eq!((&summary["rows"], &summary["assessed"]), (&json!(5000), &json!(5000)));
        assert_eq!(summary["conversations"], 60);
        assert!(summary["by_action"]["allow"].as_u64().unwrap() < 5000, "{summary}");
        for (name, bytes) in files(&out) {
            let found = bytes.windows(6).any(|window| window == b"CANARY");
            assert!(!found, "{name} has something of what was said");
        }
        assert!(!out.join("state.redb").exists());
        assert!(fs::read_to_string(out.join("transparency.html")).unwrap().contains("<html"));
        let numbers: Vec<i64> = (1..=5000).collect();
        let table = table(&out);
        assert_eq!(table.iter().map(|row| row.1).collect::<Vec<_>>(), numbers);
        tables.push(table);
    }
    assert!(tables.iter().all(|table| *table == tables[0]));
}

#[test]
fn a_conversation_is_followed_from_chunk_to_chunk_as_by_the_guard_itself() {
    let folder = Folder::new();
    let rows = rows(3_000, 7);
    let archive = folder.with("archive.jsonl", &json_lines(&rows));
    let guard = himaya::Guard::builder().without_text_model().build().unwrap();
    let mut conversations: BTreeMap<&str, himaya::Conversation> = BTreeMap::new();
    let expected: Vec<(String, u32)> = rows
        .iter()
        .map(|row| {
            let message = match row.role {
                "protected" => himaya::Message::from_protected(&row.text),
                _ => himaya::Message::from_counterpart(&row.text),
            };
            let conversation = conversations.entry(&row.conversation).or_default();
            let assessment = guard.observe(conversation, &message.at(row.time));
            (assessment.action.to_string(), assessment.risk.to_bits())
        })
        .collect();
    for (chunk, threads) in [("100", "1"), ("999", "3"), ("131072", "2")] {
        let out = format!("out{chunk}");
        let out = folder.audited(&archive, &out, &["--chunk-rows", chunk, "--threads", threads]);
        let found: Vec<(String, u32)> =
            table(&out).into_iter().map(|(_, _, action, risk, _)| (action, risk)).collect();
        assert_eq!(found, expected, "chunks of {chunk} rows");
    }
}

/// How many parts of a table there are.
fn parts(out: &Path) -> usize {
    let Ok(entries) = fs::read_dir(out.join("assessments")) else {
        return 0;
    };
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".parquet")).count()
}

/// Kills a run some time after it wrote a part; gives whether it was still running.
fn kill(child: &mut Child, out: &Path, after: usize, wait: Duration) -> bool {
    let started = Instant::now();
    while parts(out) < after && child.try_wait().unwrap().is_none() {
        assert!(started.elapsed() < Duration::from_secs(60), "no part after a minute");
        sleep(Duration::from_millis(2));
    }
    sleep(wait);
    let running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    running
}

#[test]
fn killed_at_any_moment_it_goes_on_without_losing_or_repeating_a_row() {
    let folder = Folder::new();
    // More conversations than stay in memory of some shards, so that states are read back.
    let rows = rows(48_000, 900);
    let half = rows.len() / 2;
    fs::create_dir(folder.path("archive")).unwrap();
    folder.with("archive/1.jsonl", &(json_lines(&rows[..half]) + "not a row CANARYWORD\n"));
    parquet(&rows[half..], &folder.path("archive/2.parquet"));
    let archive = folder.path("archive");
    let more = ["--chunk-rows", "500"];
    let whole = folder.audit(&archive, "whole", &more);
    assert_eq!(whole.status.code(), Some(1), "{}", said(&whole));

    let out = folder.path("broken");
    let (parts_in_all, wanted) = (parts(&folder.path("whole")), 20);
    let mut kills = 0;
    let mut waits = (0..).map(|step| Duration::from_micros(step * 7919 % 40_000));
    while kills < wanted {
        let mut command = folder.command(&archive, "broken", &more);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let before = parts(&out);
        // However fast the machine is, the kills come within half of the archive.
        let ahead = 2 * before * wanted > kills * parts_in_all;
        let wait = if ahead { Duration::ZERO } else { waits.next().unwrap() };
        assert!(kill(&mut child, &out, before + 1, wait), "finished after {kills} kills");
        kills += 1;
        let state = fs::read(out.join("state.redb")).unwrap();
        assert!(!state.windows(6).any(|window| window == b"CANARY"), "the state has words in it");
    }
    let last = folder.audit(&archive, "broken", &more);
    assert_eq!(last.status.code(), Some(1), "{}", said(&last));
    assert!(said(&last).contains("going on behind row "), "{}", said(&last));
    let (expected, found) = (files(&folder.path("whole")), files(&out));
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (name, bytes) in &expected {
        assert!(found[name] == *bytes, "{name} differs after {kills} kills");
    }
    assert_eq!(summary(&out)["assessed"], 48_000);
}

#[test]
fn unreadable_rows_are_counted_and_told_by_number_and_never_by_what_they_say() {
    let folder = Folder::new();
    let text = "{\"conversation\":\"c\",\"text\":\"see you\"}\n\nCANARYWORD\n{\"conversation\":\"c\"}\n{\"conversation\":\"c\",\"text\":\"ok\",\"time\":\"CANARYWORD\"}\n";
    let archive = folder.with("archive.jsonl", text);
    let output = folder.audit(&archive, "out", &[]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let shown = said(&output);
    assert!(shown.contains("archive.jsonl: row 3: not JSON"), "{shown}");
    assert!(shown.contains("row 4: `text` is missing"), "{shown}");
    assert!(shown.contains("row 5: `time` must be milliseconds since 1970"), "{shown}");
    assert!(!shown.contains("CANARY"), "{shown}");
    let expected = json!({"missing_field": 1, "not_json": 1, "wrong_type": 1});
    assert_eq!(summary(&folder.path("out"))["unreadable"], expected);
    let listed = fs::read_to_string(folder.path("out/unreadable/part-000000.jsonl")).unwrap();
    assert_eq!(listed.lines().count(), 3);
    assert!(!listed.contains("CANARY") && listed.contains("\"row\":3"), "{listed}");

    let strict = folder.audit(&archive, "strict", &["--strict"]);
    assert_eq!(strict.status.code(), Some(2));
    assert!(said(&strict).contains("row 3: not JSON"), "{}", said(&strict));
    let two = folder.audit(&archive, "two", &["--max-bad-rows", "2"]);
    assert_eq!(two.status.code(), Some(2), "{}", said(&two));
    assert!(said(&two).contains("3 rows are unreadable and 2 may be"), "{}", said(&two));
    // A limit that is raised lets the same run go on.
    assert_eq!(folder.audit(&archive, "two", &["--max-bad-rows", "3"]).status.code(), Some(1));
}

#[test]
fn columns_may_have_other_names_and_what_is_missing_is_said() {
    let folder = Folder::new();
    let archive = folder.with(
        "archive.csv",
        "thread,body,who,child\nc,are you home alone?,ben,lea\nc,yes,lea,lea\n",
    );
    let output = folder.audit(&archive, "out", &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("there is no column `conversation`; `--column conversation=NAME`")
    );
    let more = [
        "--column",
        "conversation=thread",
        "--column",
        "text=body",
        "--column",
        "sender=who",
        "--column",
        "protected=child",
    ];
    let output = folder.audit(&archive, "named", &more);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let rows = table(&folder.path("named"));
    assert!(rows[0].4.contains("alone"), "{rows:?}");
}

#[test]
fn an_audit_is_gone_on_with_only_as_it_was_begun() {
    let folder = Folder::new();
    let archive = folder.with("archive.jsonl", &json_lines(&rows(20, 2)));
    folder.audited(&archive, "out", &[]);
    let again = folder.audit(&archive, "out", &[]);
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("holds an audit that is finished"), "{}", said(&again));

    let broken = folder.with("broken.jsonl", &(json_lines(&rows(20, 2)) + "no row\n"));
    let more = ["--chunk-rows", "10", "--strict"];
    assert_eq!(folder.audit(&broken, "broken", &more).status.code(), Some(2));
    let other = folder.audit(&broken, "broken", &["--chunk-rows", "10", "--age-band", "16-17"]);
    assert!(said(&other).contains("begun with another --age-band"), "{}", said(&other));
    let other = folder.audit(&archive, "broken", &["--chunk-rows", "10"]);
    assert!(said(&other).contains("begun with another archive"), "{}", said(&other));
    let empty = folder.audit(&folder.with("notes.doc", "x"), "none", &[]);
    assert!(said(&empty).contains("not a kind of file that is read"), "{}", said(&empty));
}

/// The most memory that a running process has had, in MB.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok().map(|kb| kb / 1024)
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_archive_and_progress_is_on_standard_error() {
    let folder = Folder::new();
    let mut peaks = Vec::new();
    for number in [20_000, 160_000] {
        let archive = folder.with("archive.jsonl", &json_lines(&rows(number, number / 8)));
        let out = format!("out{number}");
        let mut command = folder.command(&archive, &out, &["--chunk-rows", "4096"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut most = 0;
        while child.try_wait().unwrap().is_none() {
            most = most.max(peak(child.id()).unwrap_or(0));
            sleep(Duration::from_millis(2));
        }
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        let progress = String::from_utf8(output.stderr).unwrap();
        assert!(
            progress.contains(" rows a second, ") && progress.contains(" left\n"),
            "{progress}"
        );
        println!("{number} rows: {most} MB at most");
        peaks.push(most);
    }
    // Eight times the rows and the conversations, of which 65,536 at most stay in memory.
    assert!(peaks[1] < peaks[0] + 96, "{peaks:?} MB");
}
