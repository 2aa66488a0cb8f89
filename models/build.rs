//! Lists the rule files, so that a language is added by adding a file.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("lexicon");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?
            .file_name()
            .into_string()
            .map_err(|name| format!("{name:?}"))?;
        if name.ends_with(".toml") && name != "sources.toml" {
            names.push(name);
        }
    }
    names.sort();
    let mut code = String::from("&[\n");
    for name in names {
        let path = folder.join(&name);
        writeln!(
            code,
            "    ({:?}, include_str!({path:?})),",
            format!("models/lexicon/{name}")
        )?;
    }
    code.push_str("]\n");
    fs::write(
        Path::new(&env::var("OUT_DIR")?).join("lexicon_files.rs"),
        code,
    )?;
    Ok(())
}
