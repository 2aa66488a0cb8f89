//! Updates as a host and an attacker meet them.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use minisign::KeyPair;

use super::*;
use crate::guard::Guard;
use crate::text::{Lexicon, LexiconSources};

/// Rules of one language that pass its probes, and further ones.
const RULES: &str = r#"
schema_version = 1
language = "en"
name = "English"

[[rules]]
id = "alone_query.home"
behavior = "alone_query"
direction = "counterpart"
weight = 0.6
severity = 3
source = "leaflet"
patterns = ["are you home alone"]
examples = ["are you home alone?"]

[[rules]]
id = "secrecy.mum"
behavior = "secrecy"
direction = "counterpart"
weight = 0.8
severity = 4
source = "leaflet"
patterns = ["our secret", "zanzibar"]
examples = ["our secret"]
"#;

struct Host {
    _folder: tempfile::TempDir,
    path: PathBuf,
    keys: KeyPair,
}

impl Host {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("updates");
        Self { _folder: folder, path, keys: KeyPair::generate_unencrypted_keypair().unwrap() }
    }

    fn key(&self) -> UpdateKey {
        self.keys.pk.to_box().unwrap().to_string().parse().unwrap()
    }

    fn open(&self) -> UpdateFolder {
        UpdateFolder::open(&self.path, self.key()).unwrap()
    }

    fn sign(&self, archive: &[u8]) -> String {
        let (pk, sk) = (Some(&self.keys.pk), &self.keys.sk);
        minisign::sign(pk, sk, Cursor::new(archive), None, None).unwrap().to_string()
    }

    fn install(&self, archive: Vec<u8>) -> Result<Installed, UpdateError> {
        let signature = self.sign(&archive);
        self.open().install(archive, &signature)
    }

    /// Version in force and the versions that were passed over.
    fn current(&self) -> (Option<u64>, Vec<u64>) {
        let current = self.open().current().unwrap();
        let refused = current.refused.iter().map(|(version, _)| *version).collect();
        (current.pack.map(|pack| pack.manifest().version), refused)
    }
}

fn compiled(rules: &str) -> Vec<u8> {
    let sources = LexiconSources {
        version: "update",
        bibliography: ("sources.toml", "leaflet = {}\n"),
        files: &[("en.toml", rules)],
    };
    Lexicon::compile(&sources).unwrap()
}

fn archive_of(rules: &str, manifest: &UpdateManifest) -> Vec<u8> {
    let mut files = UpdateFiles::new();
    files.add("rules.bin", compiled(rules)).unwrap();
    files.archive(manifest).unwrap()
}

fn archive(version: u64) -> Vec<u8> {
    archive_of(RULES, &UpdateManifest::new("rules", version))
}

#[test]
fn an_update_is_in_force_from_the_next_guard_on() {
    let host = Host::new();
    assert_eq!(host.current(), (None, vec![]));
    let installed = host.install(archive(7)).unwrap();
    assert_eq!(installed, Installed { version: 7, previous: None, floor: 1 });
    let pack = host.open().current().unwrap().pack.unwrap();
    assert_eq!(pack.contents(), ["rules"]);
    let builder = Guard::builder().update(&pack);
    // Which would doubt a rule about a word that means nothing.
    #[cfg(feature = "text-model")]
    let builder = builder.without_text_model();
    let guard = builder.build().unwrap();
    assert!(guard.lexicon().version().starts_with("update+"));
    let assessment = guard.assess_message("zanzibar");
    assert_eq!(assessment.ruleset_version.as_deref(), Some(guard.lexicon().version()));
    assert_eq!(assessment.findings.len(), 1);
}

#[test]
fn the_same_files_give_the_same_archive() {
    assert_eq!(archive(3), archive(3));
}

#[test]
fn only_what_the_key_signed_is_read() {
    let (host, other) = (Host::new(), Host::new());
    let bytes = archive(1);
    let refused = |archive: &[u8], signature: &str| {
        UpdatePack::verify(archive, signature, &host.key()).unwrap_err().to_string()
    };
    let signature = host.sign(&bytes);
    UpdatePack::verify(&bytes, &signature, &host.key()).unwrap();
    assert!(refused(&bytes, &other.sign(&bytes)).contains("another key"));
    assert!(refused(&bytes, "nonsense").contains("minisign"));
    for at in [0, 120, 600, bytes.len() - 1] {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        assert!(refused(&damaged, &signature).contains("damaged or exchanged"), "byte {at}");
    }
    // A signature whose comment somebody rewrote.
    let comment = signature.replace("trusted comment: ", "trusted comment: again ");
    assert!(refused(&bytes, &comment).starts_with("signature"));
}

#[test]
fn an_older_one_is_refused_and_so_is_what_was_withdrawn() {
    let host = Host::new();
    host.install(archive(5)).unwrap();
    assert!(matches!(host.install(archive(5)), Err(UpdateError::NotNewer { .. })));
    assert!(matches!(host.install(archive(4)), Err(UpdateError::NotNewer { current: 5, .. })));
    let withdrawing = archive_of(RULES, &UpdateManifest::new("rules", 9).with_floor(8));
    let installed = host.install(withdrawing).unwrap();
    // What it withdrew is not kept to go back to.
    assert_eq!(installed, Installed { version: 9, previous: None, floor: 8 });
    assert_eq!(host.open().roll_back().unwrap(), None);
    assert!(matches!(host.install(archive(7)), Err(UpdateError::BelowFloor { floor: 8, .. })));
    host.install(archive(8)).unwrap();
    assert_eq!(host.current(), (Some(8), vec![]));
}

#[test]
fn one_that_fails_its_self_test_leaves_the_old_one_in_force() {
    let host = Host::new();
    host.install(archive(1)).unwrap();
    let blind = RULES.replace("are you home alone\"]", "xylophone\"]");
    let broken = archive_of(&blind, &UpdateManifest::new("rules", 2));
    let error = host.install(broken).unwrap_err().to_string();
    assert_eq!(error, "self-test: alone_query is not seen in `are you home alone?`");
    let shrill = RULES
        .replace("zanzibar", "practice tomorrow")
        .replace("weight = 0.8\nseverity = 4", "weight = 1.0\nseverity = 7\ndecisive = true");
    let shrill = archive_of(&shrill, &UpdateManifest::new("rules", 2));
    let error = host.install(shrill).unwrap_err().to_string();
    assert!(error.contains("warns, and nobody should be warned"), "{error}");
    assert_eq!(host.current(), (Some(1), vec![]));
}

#[test]
fn going_back_puts_the_one_before_in_force() {
    let host = Host::new();
    assert!(matches!(host.open().roll_back(), Err(UpdateError::NoPrevious)));
    for version in [1, 2, 3] {
        host.install(archive(version)).unwrap();
    }
    // The last two are kept, and nothing else.
    let mut names: Vec<_> = fs::read_dir(&host.path)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let kept = ["2.tar", "2.tar.minisig", "3.tar", "3.tar.minisig", "lock", "state.json"];
    assert_eq!(names, kept);
    assert_eq!(host.open().roll_back().unwrap(), Some(2));
    assert_eq!(host.current(), (Some(2), vec![]));
    assert_eq!(host.open().roll_back().unwrap(), None);
    assert_eq!(host.current(), (None, vec![]));
    // The one that was taken back may come again.
    host.install(archive(3)).unwrap();
    assert_eq!(host.current(), (Some(3), vec![]));
}

#[test]
fn one_that_was_damaged_on_the_disk_gives_way_to_the_one_before() {
    let host = Host::new();
    host.install(archive(1)).unwrap();
    host.install(archive(2)).unwrap();
    let path = host.path.join("2.tar");
    let mut bytes = fs::read(&path).unwrap();
    bytes[700] ^= 1;
    fs::write(&path, &bytes).unwrap();
    assert_eq!(host.current(), (Some(1), vec![2]));
    // Another signed archive under its name is no better.
    fs::write(&path, fs::read(host.path.join("1.tar")).unwrap()).unwrap();
    fs::copy(host.path.join("1.tar.minisig"), host.path.join("2.tar.minisig")).unwrap();
    assert_eq!(host.current(), (Some(1), vec![2]));
    fs::remove_file(host.path.join("1.tar")).unwrap();
    assert_eq!(host.current(), (None, vec![2, 1]));
    fs::write(host.path.join("state.json"), b"{").unwrap();
    assert!(matches!(host.open().current(), Err(UpdateError::State(_))));
    fs::write(host.path.join("state.json"), br#"{"CANARY CANARY":1}"#).unwrap();
    let error = host.open().current().unwrap_err().to_string();
    assert!(error.starts_with("state.json: line 1, column 16: no field or value of a state"));
}

#[test]
fn what_an_archive_may_not_hold_is_named() {
    let host = Host::new();
    let refused = |archive: Vec<u8>| {
        let signature = host.sign(&archive);
        UpdatePack::verify(&archive, &signature, &host.key()).unwrap_err().to_string()
    };
    let tar = |entries: &[(&str, tar::EntryType, &[u8])]| {
        let mut tar = tar::Builder::new(Vec::new());
        for (name, kind, bytes) in entries {
            let mut header = tar::Header::new_ustar();
            header.set_size(bytes.len() as u64);
            header.set_entry_type(*kind);
            // As an attacker would, past the writer's checks.
            header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
            header.set_cksum();
            tar.append(&header, *bytes).unwrap();
        }
        tar.into_inner().unwrap()
    };
    let manifest = serde_json::to_vec(&UpdateManifest::new("rules", 1)).unwrap();
    let file = tar::EntryType::Regular;
    assert!(refused(b"PK\x03\x04 and so on".to_vec()).starts_with("not a tar archive: "));
    assert_eq!(refused(vec![b'x'; 2048]), "not a tar archive: file 1 is damaged or cut off");
    let mut second = tar(&[("manifest.json", file, b"{}")]);
    second.truncate(1024);
    second.extend(b"CANARY CANARY ".repeat(80));
    assert_eq!(refused(second), "not a tar archive: file 2 is damaged or cut off");
    for name in ["../../etc/passwd", "/etc/passwd", "rules.toml", "text/../rules.bin"] {
        let error = refused(tar(&[("manifest.json", file, &manifest), (name, file, b"x")]));
        assert!(error.starts_with(&format!("`{name}` has no place in an update")), "{error}");
    }
    let link = tar(&[("rules.bin", tar::EntryType::Symlink, b"")]);
    assert!(refused(link).starts_with("`rules.bin` has no place"));
    let twice =
        [("manifest.json", file, &*manifest), ("help.toml", file, b""), ("help.toml", file, b"")];
    assert_eq!(refused(tar(&twice)), "`help.toml` stands twice in it");
    assert_eq!(refused(tar(&[("manifest.json", file, &manifest)])), UpdateError::Empty.to_string());
    for (help, wrong) in [
        ("schema_version = 1\nPRIVATE = 2", "help.toml: line 2: no field or value of a list of"),
        ("PRIVATE\n", "help.toml: line 1: no field or value of a list of"),
    ] {
        let error = refused(tar(&[
            ("manifest.json", file, &manifest),
            ("help.toml", file, help.as_bytes()),
        ]));
        assert!(error.starts_with(wrong) && !error.contains("PRIVATE"), "{error}");
    }
    let rules = refused(tar(&[("manifest.json", file, &manifest), ("rules.bin", file, b"x")]));
    assert!(rules.starts_with("rules.bin: not a compiled rule set"), "{rules}");
    let manifests = [
        (",\"version\":1", ",\"version\":0", "version is 1 or more"),
        ("floor\":1", "floor\":2", "floor at most version"),
        ("\"rules\"", "\"\"", "name: give 1 to 64"),
        ("schema_version\":1", "schema_version\":2", "this build reads 1"),
        ("\"requires\":\"0.1.0\"", "\"requires\":\"99.0.0\"", "or later; this is"),
        ("\"requires\":\"0.1.0\"", "\"requires\":\"new\"", "give a version such as 0.1.0"),
    ];
    let json = String::from_utf8(manifest).unwrap();
    let error = refused(tar(&[("manifest.json", file, br#"{"CANARY CANARY":1}"#)]));
    assert_eq!(error, "manifest.json: line 1, column 16: no field or value of a manifest");
    for (from, to, says) in manifests {
        let changed = json.replace(from, to);
        assert_ne!(changed, json, "{from}");
        let error =
            refused(tar(&[("manifest.json", file, changed.as_bytes()), ("rules.bin", file, b"x")]));
        assert!(error.contains(says), "{error}");
    }
    let mut files = UpdateFiles::new();
    files.add("weights.toml", vec![b' '; (64 << 20) + 1]).unwrap();
    let error = files.archive(&UpdateManifest::new("rules", 1)).unwrap_err();
    assert!(matches!(error, UpdateError::TooLarge(_)));
}

#[test]
fn weights_that_are_none_are_refused_without_their_words() {
    let mut files = UpdateFiles::new();
    files.add("weights.toml", b"schema_version = 1\nPRIVATE = 2".to_vec()).unwrap();
    let error = Host::new()
        .install(files.archive(&UpdateManifest::new("weights", 1)).unwrap())
        .unwrap_err();
    assert!(error.to_string().starts_with("weights.toml: line 2: no field or value"), "{error}");
    assert!(!format!("{error} {error:?}").contains("PRIVATE"), "{error:?}");
}

#[test]
fn the_embedded_rules_pass_the_self_test() {
    let bytes = Lexicon::compile(&Lexicon::embedded_sources()).unwrap();
    let mut files = UpdateFiles::new();
    files.add("rules.bin", bytes).unwrap();
    files.add("help.toml", himaya_models::help::SERVICES.text().into_owned().into()).unwrap();
    files
        .add("weights.toml", himaya_models::conversation::WEIGHTS.text().into_owned().into())
        .unwrap();
    let host = Host::new();
    host.install(files.archive(&UpdateManifest::new("all", 1)).unwrap()).unwrap();
    let pack = host.open().current().unwrap().pack.unwrap();
    assert_eq!(pack.contents(), ["rules", "help", "weights"]);
    assert!(pack.help_services().unwrap().all().len() > 100);
}
