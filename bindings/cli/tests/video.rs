//! `himaya check` on videos that ffmpeg writes and reads. `tests/run` brings an ffmpeg.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "tests")]

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Plain red is "sensitive" by it: the model gives it 0.06, and ffmpeg's test cards 0.01.
const POLICY: &str = "schema_version = 1\nname = \"test\"\nversion = 1\non_failure = \"closed\"\n\
    [[rows]]\ncategory = \"sensitive_image\"\nat = 0.03\naction = \"blur\"\n";

fn himaya(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_himaya"));
    command.args(arguments);
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A folder with the policy.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("policy.toml"), POLICY).unwrap();
    folder
}

fn check(folder: &TempDir, arguments: &[&str]) -> Output {
    let policy = folder.path().join("policy.toml");
    himaya(&[&["check", "--policy", policy.to_str().unwrap()], arguments].concat())
        .output()
        .unwrap()
}

/// The program, where there is one; where nothing may be skipped there is.
fn ffmpeg() -> Option<String> {
    let program = env::var("HIMAYA_FFMPEG").unwrap_or_else(|_| "ffmpeg".to_owned());
    let version = Command::new(&program).arg("-version").stdout(Stdio::null()).status();
    if version.is_ok_and(|status| status.success()) {
        return Some(program);
    }
    assert!(env::var("CI").as_deref() != Ok("true"), "ffmpeg is missing; run tests/run");
    eprintln!("skipped: ffmpeg is missing; tests/run fetches it");
    None
}

/// Writes a video whose pictures are `source`, a filter graph of ffmpeg.
fn write(ffmpeg: &str, source: &str, path: &Path) {
    let output = Command::new(ffmpeg)
        .args(["-nostdin", "-v", "error", "-f", "lavfi", "-i", source, "-q:v", "2"])
        .args(["-pix_fmt", "yuv420p", "-c:v", "mpeg4", "-y"])
        .arg(path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
}

/// Ten seconds: a moving test card, but plain red from the fourth to the seventh.
const RED_IN_THE_MIDDLE: &str = "testsrc2=size=320x240:rate=10:duration=10,\
    drawbox=color=0xc80000:t=fill:enable='between(t,4,6.95)'";

#[test]
fn what_is_seen_in_a_video_is_told_with_its_times() {
    let Some(ffmpeg) = ffmpeg() else { return };
    let folder = folder();
    for name in ["film.mp4", "film.avi", "film.mkv", "film.mov", "-dash %d.mpg"] {
        let path = folder.path().join(name);
        let source = match name {
            "-dash %d.mpg" => RED_IN_THE_MIDDLE.replace("rate=10", "rate=25"),
            _ => RED_IN_THE_MIDDLE.to_owned(),
        };
        write(&ffmpeg, &source, Path::new(&format!("file:{}", path.to_str().unwrap())));
        let output = check(&folder, &["--json", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", text(&output.stdout));
        let line: Value = serde_json::from_slice(&output.stdout).unwrap();
        let assessment = &line["assessments"][0];
        assert_eq!(assessment["input_type"], "stream");
        assert_eq!(
            (&assessment["action"], &assessment["status"]),
            (&"blur".into(), &"complete".into())
        );
        let seen = line["seen"].as_array().unwrap();
        assert_eq!(seen.len(), 1, "{name}: {line}");
        let at = |key: &str| seen[0][key].as_u64().unwrap();
        // Three looks at four a second to see it; three looks and two seconds to let it go.
        assert!((4000..=5000).contains(&at("from_ms")), "{name}: {line}");
        assert!((8000..=9500).contains(&at("to_ms")), "{name}: {line}");
    }
    let path = folder.path().join("film.mp4");
    let shown = text(&check(&folder, &[path.to_str().unwrap()]).stdout);
    for expected in ["0:00:10, ", "frames looked at", "0:00:04 to ", "→ blur", "checked 1 video, 1"]
    {
        assert!(shown.contains(expected), "{expected} is missing in\n{shown}");
    }
    let output = himaya(&["check", path.to_str().unwrap()]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
}

#[test]
fn what_is_no_video_follows_the_policy() {
    let Some(ffmpeg) = ffmpeg() else { return };
    let folder = folder();
    let whole = folder.path().join("whole.avi");
    write(&ffmpeg, "testsrc=size=160x120:rate=10:duration=4", &whole);
    let bytes = fs::read(&whole).unwrap();
    let other = folder.path().join("other.txt");
    fs::write(&other, "hello").unwrap();
    let other = other.to_str().unwrap().to_owned();
    for (name, content) in [
        ("empty.mp4", b"".to_vec()),
        ("noise.mp4", (0..5000_u32).map(|n| (n * 7919 / 8) as u8).collect()),
        ("header.avi", bytes[..200].to_vec()),
        // Lists of other files and addresses are not followed.
        (
            "list.mp4",
            b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nwhole.avi\n#EXT-X-ENDLIST\n".to_vec(),
        ),
        ("concat.mp4", format!("ffconcat version 1.0\nfile '{}'\n", whole.display()).into_bytes()),
        ("text.mkv", fs::read(other).unwrap()),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        let output = check(&folder, &["--json", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{name}: {}", text(&output.stdout));
        let line: Value = serde_json::from_slice(&output.stdout).unwrap();
        let assessment = &line["assessments"][0];
        assert_eq!(
            (&assessment["action"], &assessment["status"]),
            (&"blur".into(), &"failed".into())
        );
        assert_eq!(assessment["status_reasons"][0], "video_unreadable");
        let message = line["error"]["message"].as_str().unwrap();
        assert!(message.starts_with("ffmpeg cannot read it: "), "{name}: {message}");
    }
}

#[cfg(unix)]
#[test]
fn a_video_that_breaks_off_is_told_and_follows_the_policy() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let program = folder.path().join("ffmpeg");
    let script = "#!/bin/sh\nprintf 'P6\\n1 1\\n255\\nabc'\necho broken >&2\nexit 1\n";
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let check = |form: &[&str]| {
        let arguments = [&["check", "film.mp4", "--frames-per-second", "1"], form].concat();
        let mut command = himaya(&arguments);
        fs::write(folder.path().join("film.mp4"), "any").unwrap();
        command.current_dir(folder.path()).env("HIMAYA_FFMPEG", &program).output().unwrap()
    };
    let output = check(&["--json"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    let assessment = &line["assessments"][0];
    assert_eq!(
        (&assessment["action"], &assessment["status"]),
        (&"blur".into(), &"degraded".into())
    );
    assert_eq!(assessment["status_reasons"][0], "video_unreadable");
    let shown = text(&check(&[]).stdout);
    assert!(shown.contains("not all of it was looked at: video_unreadable"), "{shown}");
}

#[test]
fn without_ffmpeg_it_is_said_how_to_get_it() {
    let folder = folder();
    let path = folder.path().join("film.mp4");
    fs::write(&path, b"\0\0\0\x18ftypisom").unwrap();
    let arguments = ["check", "--json", path.to_str().unwrap()];
    let output = himaya(&arguments).env("HIMAYA_FFMPEG", "/nowhere/ffmpeg").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    let message = line["error"]["message"].as_str().unwrap();
    assert!(
        message.contains("videos need ffmpeg") && message.contains("HIMAYA_FFMPEG"),
        "{message}"
    );
    assert_eq!(line["assessments"][0]["action"], "blur");
}
