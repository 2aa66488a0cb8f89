//! `himaya pack`: an update from its files to the messages that it reads.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// Runs the command in a folder.
fn run(folder: &TempDir, line: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_himaya"))
        .args(line.split(' '))
        .current_dir(folder.path())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

/// The status and what was said.
fn done(folder: &TempDir, line: &str) -> (i32, String) {
    let output = run(folder, line);
    (output.status.code().unwrap(), said(&output))
}

/// A folder with the English rules and one more.
fn sources(folder: &TempDir, phrase: &str) {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let rules = fs::read_to_string(root.join("models/lexicon/en.toml")).unwrap();
    let added = format!(
        "\n[[rules]]\nid = \"secrecy.update\"\nbehavior = \"secrecy\"\ndirection = \
         \"counterpart\"\nweight = 0.8\nseverity = 4\nsource = \"leaflet\"\npatterns = \
         [\"{phrase}\"]\nexamples = [\"{phrase}\"]\n"
    );
    fs::create_dir_all(folder.path().join("sources/lexicon")).unwrap();
    fs::write(folder.path().join("sources/lexicon/en.toml"), rules + &added).unwrap();
}

#[test]
fn an_update_goes_from_its_files_to_the_messages_that_it_reads() {
    let folder = TempDir::new().unwrap();
    sources(&folder, "zanzibar under the rug");
    fs::write(folder.path().join("password"), "a password for a test\n").unwrap();
    let make = "pack key --secret-key s.key --public-key p.pub --no-password";
    assert_eq!(done(&folder, make).0, 0);
    // Nobody's key is written over.
    assert_eq!(done(&folder, make).0, 2);
    let build = |number: u32| {
        let line = format!("pack build sources -o {number}.tar --number {number}");
        assert_eq!(done(&folder, &line).0, 0);
        let line = format!("pack sign {number}.tar --secret-key s.key --no-password");
        assert_eq!(done(&folder, &line).0, 0);
    };
    build(1);
    let (status, words) = done(&folder, "pack verify 1.tar --key p.pub");
    assert_eq!(status, 0, "{words}");
    assert!(words.starts_with("himaya-rules 1: rules; "), "{words}");
    assert!(words.ends_with("its self-test passes\n"), "{words}");

    let (status, words) = done(&folder, "pack install 1.tar --into updates --key p.pub");
    assert_eq!((status, words.as_str()), (0, "version 1 is in force in updates\n"));
    let (status, words) = done(&folder, "pack install 1.tar --into updates --key p.pub");
    assert_eq!(status, 2);
    assert!(words.contains("is not newer than version 1, which is in force"), "{words}");

    fs::write(folder.path().join("chat.txt"), "zanzibar under the rug\n").unwrap();
    let (without, _) = done(&folder, "check --json chat.txt");
    // The classifier would doubt a rule about words that mean nothing.
    let check = "check --json --no-text-model --updates updates --update-key p.pub chat.txt";
    let (_, with) = done(&folder, check);
    assert_eq!(without, 0);
    assert!(with.contains("en.secrecy.update") && with.contains("himaya-rules-1"), "{with}");

    build(2);
    assert_eq!(done(&folder, "pack install 2.tar --into updates --key p.pub").0, 0);
    let (_, words) = done(&folder, "pack current updates --key p.pub");
    assert!(words.starts_with("himaya-rules 2: "), "{words}");
    let (_, words) = done(&folder, "pack roll-back updates --key p.pub");
    assert_eq!(words, "version 1 is in force again\n");

    // Exchanged on the disk: said, and nothing is checked with something else.
    let kept = folder.path().join("updates/1.tar");
    let mut bytes = fs::read(&kept).unwrap();
    bytes[1000] ^= 1;
    fs::write(&kept, bytes).unwrap();
    let (status, words) = done(&folder, "pack current updates --key p.pub");
    assert_eq!(status, 1);
    assert!(words.contains("damaged or exchanged"), "{words}");
    let (status, _) = done(&folder, "check --updates updates --update-key p.pub chat.txt");
    assert_eq!(status, 2);
}

#[test]
fn what_is_wrong_with_an_update_is_said() {
    let folder = TempDir::new().unwrap();
    sources(&folder, "zanzibar");
    let keys = "pack key --secret-key s.key --public-key p.pub --no-password";
    let others = "pack key --secret-key o.key --public-key o.pub --no-password";
    assert_eq!((done(&folder, keys).0, done(&folder, others).0), (0, 0));
    let (status, words) = done(&folder, "pack build sources -o a.tar --number 3 --floor 4");
    assert_eq!(status, 2);
    assert!(words.contains("floor at most version"), "{words}");
    assert_eq!(done(&folder, "pack build sources -o a.tar --number 3").0, 0);
    let (status, words) = done(&folder, "pack verify a.tar --key p.pub");
    assert_eq!(status, 2);
    assert!(words.contains("a.tar.minisig"), "{words}");
    assert_eq!(done(&folder, "pack sign a.tar --secret-key o.key --no-password").0, 0);
    let (status, words) = done(&folder, "pack verify a.tar --key p.pub");
    assert_eq!(status, 2);
    assert!(words.contains("made with another key"), "{words}");
    let (status, words) = done(&folder, "pack verify a.tar --key RWnonsense");
    assert_eq!(status, 2);
    assert!(words.contains("not a public key of minisign"), "{words}");
    let (status, words) = done(&folder, "check --updates nowhere chat.txt");
    assert_eq!(status, 2);
    assert!(words.contains("--update-key"), "{words}");
}

#[cfg(unix)]
#[test]
fn a_secret_key_is_nobody_else_s_to_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("password"), "a password for a test\n").unwrap();
    let keys = "pack key --secret-key s.key --public-key p.pub --password-file password";
    assert_eq!(done(&folder, keys).0, 0);
    let mode = fs::metadata(folder.path().join("s.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    sources(&folder, "zanzibar");
    assert_eq!(done(&folder, "pack build sources -o a.tar --number 1").0, 0);
    let sign = "pack sign a.tar --secret-key s.key --password-file";
    assert_eq!(done(&folder, &format!("{sign} password")).0, 0);
    assert_eq!(done(&folder, "pack verify a.tar --key p.pub").0, 0);
    fs::write(folder.path().join("password"), "another\n").unwrap();
    assert_eq!(done(&folder, &format!("{sign} password")).0, 2);
}
