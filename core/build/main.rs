//! Compiles the indicator rules of `himaya-models` into the artefact that the crate embeds.

#![allow(clippy::print_stdout, reason = "how a build script talks to cargo")]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[allow(dead_code, unreachable_pub)]
#[path = "../src/taxonomy/words.rs"]
mod taxonomy;
#[allow(dead_code, unused_imports, unreachable_pub)]
mod text;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-changed=src/taxonomy/words.rs");
    println!("cargo::rerun-if-changed=build");
    let sources = text::lexicon::LexiconSources {
        version: himaya_models::lexicon::VERSION,
        bibliography: himaya_models::lexicon::BIBLIOGRAPHY,
        files: himaya_models::lexicon::FILES,
    };
    match text::lexicon::Lexicon::compile(&sources) {
        Ok(bytes) => fs::write(Path::new(&env::var("OUT_DIR")?).join("lexicon.bin"), bytes)?,
        Err(issues) => {
            for issue in issues {
                println!("cargo::error={issue}");
            }
        }
    }
    Ok(())
}
