//! Compiles the indicator rules of `himaya-models` into the artefact that the crate embeds, packed
//! unless it is built for WebAssembly, which is packed as a whole on its way.

#![allow(clippy::print_stdout, reason = "how a build script talks to cargo")]

use std::error::Error;
use std::path::Path;
use std::{env, fs, io};

use sha2::{Digest, Sha256};

#[allow(dead_code, unreachable_pub)]
#[path = "../src/taxonomy/words.rs"]
mod taxonomy;
#[allow(dead_code, unused_imports, unreachable_pub)]
mod text;

/// How hard to pack, 0 to 10: it is done once.
const LEVEL: u8 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-changed=src/taxonomy/words.rs");
    println!("cargo::rerun-if-changed=build");
    let sources = text::lexicon::LexiconSources {
        version: himaya_models::lexicon::VERSION,
        bibliography: himaya_models::lexicon::BIBLIOGRAPHY,
        files: himaya_models::lexicon::FILES,
    };
    println!("cargo::rustc-env=HIMAYA_RULES_LAYOUT={}", layout()?);
    match text::lexicon::Lexicon::compile(&sources) {
        Ok(bytes) => write(&bytes)?,
        Err(issues) => {
            for issue in issues {
                println!("cargo::error={issue}");
            }
        }
    }
    Ok(())
}

/// SHA-256 of the code that lays rules out: what one build has prepared, another cannot read.
fn layout() -> Result<String, Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("src/text/lexicon");
    let paths: Result<Vec<_>, _> = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect();
    let mut paths = paths.map_err(|error: io::Error| error)?;
    paths.sort();
    let mut hash = Sha256::new();
    for path in paths {
        hash.update(fs::read(path)?);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Writes the artefact, and what reads it: an expression that gives its bytes.
fn write(artifact: &[u8]) -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let file = Path::new(&out).join("lexicon.bin");
    let read = if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        fs::write(&file, artifact)?;
        format!("include_bytes!({file:?})")
    } else {
        fs::write(&file, miniz_oxide::deflate::compress_to_vec(artifact, LEVEL))?;
        format!("&himaya_models::unpack(include_bytes!({file:?}), {})", artifact.len())
    };
    fs::write(Path::new(&out).join("lexicon.rs"), read)?;
    Ok(())
}
