//! Reading labelled messages and ordinary chat.

use std::fs;
use std::path::{Path, PathBuf};

use himaya::Role;
use serde::Deserialize;

use crate::{Failure, read};

/// What a labelled message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// Shows the behaviour named.
    Indicator,
    /// Sounds alike and is harmless.
    HardNegative,
}

/// A labelled message.
#[derive(Debug, Deserialize)]
pub struct Labelled {
    pub id: String,
    pub text: String,
    pub label: Label,
    /// Behaviour or category of an indicator.
    #[serde(default)]
    pub behavior: Option<String>,
    #[serde(default)]
    direction: Option<String>,
    #[serde(skip)]
    pub language: String,
}

impl Labelled {
    /// Who says it.
    pub fn role(&self) -> Role {
        match self.direction.as_deref() {
            Some("protected") => Role::Protected,
            _ => Role::Counterpart,
        }
    }
}

/// Labelled messages that belong together.
pub struct Set {
    pub name: String,
    pub messages: Vec<Labelled>,
}

/// Reads a file `<lang>.jsonl`, or all such files of a folder.
pub fn read_set(path: &Path) -> Result<Set, Failure> {
    let files = jsonl_files(path)?;
    let mut messages = Vec::new();
    for file in &files {
        let language = stem(file);
        for (number, line) in (1..).zip(read(file)?.lines()) {
            if line.trim().is_empty() {
                continue;
            }
            let mut message: Labelled = serde_json::from_str(line).map_err(|error| {
                Failure::Labelled { path: file.clone(), line: number, message: error.to_string() }
            })?;
            message.language.clone_from(&language);
            if message.label == Label::Indicator && message.behavior.is_none() {
                let message = "an indicator needs \"behavior\"".to_owned();
                return Err(Failure::Labelled { path: file.clone(), line: number, message });
            }
            messages.push(message);
        }
    }
    Ok(Set { name: stem(path), messages })
}

/// Ordinary chat of one file.
pub struct Ordinary {
    pub name: String,
    pub language: String,
    pub messages: Vec<String>,
    /// The same by dialogue, with names, where the file tells them apart.
    pub dialogs: Vec<Vec<(String, String)>>,
}

/// A line of a file of dialogues.
#[derive(Deserialize)]
struct Dialog {
    messages: Vec<Said>,
}

#[derive(Deserialize)]
struct Said {
    from: String,
    text: String,
}

/// Reads the files of a folder, of which there may be none.
pub fn ordinary_files(folder: &Path) -> Result<Vec<Ordinary>, Failure> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut out = Vec::new();
    for path in listed(folder)? {
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned());
        let text = match ending.as_deref() {
            Some("txt" | "jsonl") => read(&path)?,
            _ => continue,
        };
        let mut dialogs = Vec::new();
        let messages: Vec<String> = if ending.as_deref() == Some("txt") {
            text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
        } else {
            for (number, line) in (1..).zip(text.lines()) {
                let dialog: Dialog = serde_json::from_str(line).map_err(|error| {
                    let message = error.to_string();
                    Failure::Labelled { path: path.clone(), line: number, message }
                })?;
                dialogs
                    .push(dialog.messages.into_iter().map(|said| (said.from, said.text)).collect());
            }
            let said = dialogs.iter().flatten();
            said.map(|(_, text): &(String, String)| text.clone()).collect()
        };
        let name = stem(&path);
        let language = name.rsplit('.').next().unwrap_or_default().to_owned();
        out.push(Ordinary { name, language, messages, dialogs });
    }
    Ok(out)
}

/// A file, or all files `*.jsonl` of a folder.
pub fn jsonl_files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut files = listed(path)?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
    Ok(files)
}

pub fn listed(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |source| Failure::Read { path: folder.to_path_buf(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        files.push(entry.map_err(failed)?.path());
    }
    files.sort();
    Ok(files)
}

pub fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
