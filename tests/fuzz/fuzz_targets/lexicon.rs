//! Any bytes as a file of rules and as compiled rules, as they are and with a checksum that holds, and
//! as changes of prepared rules; what compiles reads messages.
#![no_main]

use std::sync::LazyLock;

use himaya::Guard;
use himaya::error::LexiconIssue;
use himaya::text::{Lexicon, LexiconSources};
use himaya_fuzz::{check_assessment, short};
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};

/// Bytes of a file of rules: compiling a class of classes takes time by design.
const MAX_SOURCE: usize = 4096;
/// Bytes in front of the content of compiled rules, and where their checksum begins.
const HEADER: usize = 38;
const SUM: usize = 6;
/// What tells the build in front of prepared rules.
const LAYOUT: usize = 68;
const SOURCE: &str = r#"
schema_version = 1
language = "xx"
name = "Test"
[clitics]
prefixes = ["w", "ال"]
[classes]
parents = ["mum", "dad"]
[guards]
surprise = ["surprise party"]
[[rules]]
id = "secrecy.dont-tell"
behavior = "secrecy"
direction = "counterpart"
weight = 0.8
severity = 4
source = "leaflet"
patterns = ["(dont|never) tell [your] <parents>", "are you ...2 alone", "وحدك"]
unless = ["@surprise"]
examples = ["dont tell mum"]
counter_examples = ["dont tell mum about the surprise party"]
"#;
/// Made once: rules as they lie in memory.
static PREPARED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let artefact = compile(SOURCE).unwrap();
    Lexicon::from_artifact(&artefact).unwrap().prepared().unwrap()
});

fuzz_target!(|bytes: &[u8]| {
    artefact(bytes);
    let mut whole = [b"HMLX\x03\x00".as_slice(), &[0; HEADER - SUM], bytes].concat();
    let sum = Sha256::digest(&whole[HEADER..]);
    whole[SUM..HEADER].copy_from_slice(&sum);
    artefact(&whole);
    prepared(bytes);
    if bytes.len() <= MAX_SOURCE {
        source(&String::from_utf8_lossy(bytes));
    }
});

fn artefact(bytes: &[u8]) {
    match Lexicon::from_artifact(bytes) {
        Ok(lexicon) => read_with(lexicon),
        Err(error) => short(&error),
    }
}

/// Prepared rules with a byte changed for every three bytes: where, and to what.
fn prepared(bytes: &[u8]) {
    let mut changed = PREPARED.clone();
    let content = changed.len() - LAYOUT;
    for change in bytes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % content;
        changed[LAYOUT + at] = change[2];
    }
    match Lexicon::from_prepared(&changed) {
        Ok(lexicon) => read_with(lexicon),
        Err(error) => short(&error),
    }
}

fn compile(text: &str) -> Result<Vec<u8>, Vec<LexiconIssue>> {
    Lexicon::compile(&LexiconSources {
        version: "1",
        bibliography: ("sources.toml", "leaflet = {}\n"),
        files: &[("xx.toml", text)],
    })
}

fn source(text: &str) {
    match compile(text) {
        Ok(artefact) => read_with(Lexicon::from_artifact(&artefact).unwrap()),
        Err(issues) => {
            assert!(!issues.is_empty());
            issues.iter().for_each(short);
        }
    }
}

fn read_with(lexicon: Lexicon) {
    let guard = Guard::builder().lexicon(lexicon).build().unwrap();
    for text in ["", "a b c d 1 2", "are you home alone? don't tell", "هل أنت وحدك في البيت"]
    {
        check_assessment(text, &guard.assess_message(text));
    }
}
