//! Lists the files of rules, messages and frameworks, so that one is added by adding a file; packs those
//! that are read seldom.

#![allow(clippy::print_stdout, reason = "how a build script talks to cargo")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Files that are read when a guard is built, or when somebody asks for what they say.
const PACKED: [&str; 15] = [
    "conversation/weights.toml",
    "help/services.toml",
    "policy/adult.toml",
    "policy/child.toml",
    "policy/school.toml",
    "policy/teen.toml",
    "report/error_rates.toml",
    "taxonomy/behaviors.toml",
    "taxonomy/categories.toml",
    "taxonomy/outside.toml",
    "taxonomy/reasons.toml",
    "taxonomy/stages.toml",
    "text/himaya-text-1/config.json",
    "text/himaya-text-1/evaluation.json",
    "update/self_test.toml",
];

/// How hard to pack, 0 to 10: it is done once.
const LEVEL: u8 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    list("lexicon", "sources.toml")?;
    list("assess", "questions.toml")?;
    for folder in ["messages", "report"] {
        pack(folder)?;
    }
    for file in PACKED {
        let path = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path.file_stem().unwrap_or_default().display();
        let out = Path::new(&env::var("OUT_DIR")?).join(format!("{name}_file.rs"));
        fs::write(out, text_file(&format!("models/{file}"), &path)?)?;
    }
    Ok(())
}

/// Writes `<folder>_files.rs`: a slice of a folder's `.ftl` files by language.
fn pack(folder: &str) -> Result<(), Box<dyn Error>> {
    let mut code = String::from("&[\n");
    for (name, path) in files(folder, |name| name.ends_with(".ftl"))? {
        writeln!(code, "    {},", text_file(name.trim_end_matches(".ftl"), &path)?)?;
    }
    code.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join(format!("{folder}_files.rs")), code)?;
    Ok(())
}

/// What makes a `TextFile` of a file, packed unless it is built for WebAssembly.
fn text_file(name: &str, path: &Path) -> Result<String, Box<dyn Error>> {
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        return Ok(format!("crate::TextFile::plain({name:?}, include_str!({path:?}))"));
    }
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default().display();
    let file = path.file_name().unwrap_or_default().display();
    let packed = Path::new(&env::var("OUT_DIR")?).join(format!("{folder}-{file}.deflate"));
    let text = fs::read(path)?;
    fs::write(&packed, miniz_oxide::deflate::compress_to_vec(&text, LEVEL))?;
    Ok(format!("crate::TextFile::packed({name:?}, include_bytes!({packed:?}), {})", text.len()))
}

/// The names and paths of a folder's files, sorted.
fn files(
    folder: &str,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let path = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(folder);
    println!("cargo::rerun-if-changed={}", path.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&path)? {
        let name = entry?.file_name().into_string().map_err(|name| format!("{name:?}"))?;
        if wanted(&name) {
            files.push((name.clone(), path.join(name)));
        }
    }
    files.sort();
    Ok(files)
}

/// Writes `<folder>_files.rs`: a slice of path and text for each of a folder's `.toml` files but one.
fn list(folder: &str, except: &str) -> Result<(), Box<dyn Error>> {
    let mut code = String::from("&[\n");
    for (name, path) in files(folder, |name| name.ends_with(".toml") && name != except)? {
        writeln!(code, "    ({:?}, include_str!({path:?})),", format!("models/{folder}/{name}"))?;
    }
    code.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join(format!("{folder}_files.rs")), code)?;
    Ok(())
}
