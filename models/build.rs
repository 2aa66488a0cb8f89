//! Lists the files of rules, messages and frameworks, so that one is added by adding a file.

#![allow(clippy::print_stdout, reason = "how a build script talks to cargo")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    list(
        "lexicon",
        ".toml",
        |name| name != "sources.toml",
        |name| format!("models/lexicon/{name}"),
    )?;
    list(
        "assess",
        ".toml",
        |name| name != "questions.toml",
        |name| format!("models/assess/{name}"),
    )?;
    for folder in ["messages", "report"] {
        list(folder, ".ftl", |_| true, |name| name.trim_end_matches(".ftl").to_owned())?;
    }
    Ok(())
}

/// Writes `<folder>_files.rs`: a slice of label and text for each file of a folder.
fn list(
    folder: &str,
    ending: &str,
    wanted: fn(&str) -> bool,
    label: fn(&str) -> String,
) -> Result<(), Box<dyn Error>> {
    let path = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(folder);
    println!("cargo::rerun-if-changed={}", path.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&path)? {
        let name = entry?.file_name().into_string().map_err(|name| format!("{name:?}"))?;
        if name.ends_with(ending) && wanted(&name) {
            names.push(name);
        }
    }
    names.sort();
    let mut code = String::from("&[\n");
    for name in names {
        writeln!(code, "    ({:?}, include_str!({:?})),", label(&name), path.join(&name))?;
    }
    code.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join(format!("{folder}_files.rs")), code)?;
    Ok(())
}
