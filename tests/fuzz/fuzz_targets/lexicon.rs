//! Any bytes as a file of rules and as compiled rules, as they are and with a checksum that holds;
//! what compiles reads messages.
#![no_main]

use himaya::Guard;
use himaya::text::{Lexicon, LexiconSources};
use himaya_fuzz::{check_assessment, short};
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};

/// Bytes of a file of rules: compiling a class of classes takes time by design.
const MAX_SOURCE: usize = 4096;
/// Bytes in front of the content of compiled rules, and where their checksum begins.
const HEADER: usize = 38;
const SUM: usize = 6;

fuzz_target!(|bytes: &[u8]| {
    artefact(bytes);
    let mut whole = [b"HMLX\x03\x00".as_slice(), &[0; HEADER - SUM], bytes].concat();
    let sum = Sha256::digest(&whole[HEADER..]);
    whole[SUM..HEADER].copy_from_slice(&sum);
    artefact(&whole);
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

fn source(text: &str) {
    let sources = LexiconSources {
        version: "1",
        bibliography: ("sources.toml", "leaflet = {}\n"),
        files: &[("xx.toml", text)],
    };
    match Lexicon::compile(&sources) {
        Ok(artefact) => read_with(Lexicon::from_artifact(&artefact).unwrap()),
        Err(issues) => {
            assert!(!issues.is_empty());
            issues.iter().for_each(short);
        }
    }
}

fn read_with(lexicon: Lexicon) {
    let guard = Guard::builder().lexicon(lexicon).build().unwrap();
    for text in ["", "a b c d 1 2", "are you home alone? don't tell", "هل أنت وحدك في البيت"] {
        check_assessment(text, &guard.assess_message(text));
    }
}
