//! Files to look at: found, told apart, read within bounds.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use himaya::assessment::StatusReason;
use himaya::image::{DecodeLimits, Pixels, decode};
use himaya::{Assessment, Guard};
use thiserror::Error;
use walkdir::WalkDir;

/// Bytes that one file may have.
const MAX_FILE: u64 = 512 << 20;

/// What a file is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Picture,
    Video,
    JsonLines,
    Text,
    /// Not looked at unless it was named.
    Other,
}

impl Kind {
    /// Whether chats are kept in such files.
    pub fn is_chat(self) -> bool {
        matches!(self, Self::JsonLines | Self::Text)
    }
}

/// A file to look at.
#[derive(Debug)]
pub struct Input {
    pub path: PathBuf,
    pub kind: Kind,
    /// Whether the path was given, rather than found in a folder.
    pub named: bool,
}

/// A path that cannot be read.
#[derive(Debug, Error)]
#[error("{source}")]
pub struct InputError {
    pub path: PathBuf,
    pub source: io::Error,
}

/// All files under `paths`, folders in the order of their names.
pub fn collect(paths: &[PathBuf]) -> Vec<Result<Input, InputError>> {
    let mut out = Vec::new();
    for path in paths {
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => {
                    let named = entry.depth() == 0;
                    let path = entry.into_path();
                    out.push(Ok(Input { kind: kind(&path), path, named }));
                }
                Err(error) => {
                    let path = error.path().unwrap_or(path).to_owned();
                    let source = error.into();
                    out.push(Err(InputError { path, source }));
                }
            }
        }
    }
    out
}

fn kind(path: &Path) -> Kind {
    let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    match extension.as_deref() {
        Some("jpg" | "jpeg" | "jpe" | "png" | "webp" | "gif" | "bmp") => Kind::Picture,
        Some(
            "mp4" | "m4v" | "mov" | "webm" | "mkv" | "avi" | "mpg" | "mpeg" | "3gp" | "3g2" | "ogv"
            | "wmv" | "flv" | "mts" | "m2ts",
        ) => Kind::Video,
        Some("jsonl" | "ndjson" | "json") => Kind::JsonLines,
        Some("txt" | "log") => Kind::Text,
        _ => Kind::Other,
    }
}

/// Whether bytes begin like a picture.
pub fn looks_like_picture(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xFF, 0xD8, 0xFF, ..]
            | [0x89, b'P', b'N', b'G', ..]
            | [b'G', b'I', b'F', b'8', ..]
            | [b'B', b'M', ..]
    ) || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
}

/// Whether bytes begin like a video (MP4 and its kin, Matroska and WebM, AVI).
pub fn looks_like_video(bytes: &[u8]) -> bool {
    bytes.get(4..8) == Some(b"ftyp")
        || bytes.starts_with(&[0x1A, 0x45, 0xDF, 0xA3])
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"AVI "))
}

/// Reads a whole file.
pub fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE {
        let message = format!("the file has more than {MAX_FILE} bytes; split it");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(bytes)
}

/// Why a file could not be assessed: for people, and for the policy.
#[derive(Debug)]
pub struct Unreadable {
    pub message: String,
    pub reason: StatusReason,
}

impl Unreadable {
    pub fn picture(error: &impl ToString) -> Self {
        Self { message: error.to_string(), reason: StatusReason::ImageUnreadable }
    }

    pub fn video(error: &impl ToString) -> Self {
        Self { message: error.to_string(), reason: StatusReason::VideoUnreadable }
    }

    pub fn message(error: &impl ToString) -> Self {
        Self { message: error.to_string(), reason: StatusReason::MessageUnreadable }
    }
}

/// Reads and decodes a picture.
pub fn decode_picture(path: &Path) -> Result<Pixels<'static>, String> {
    let bytes = read_bounded(path).map_err(|error| error.to_string())?;
    decode(&bytes, DecodeLimits::default()).map_err(|error| error.to_string())
}

/// Reads and assesses a picture.
pub fn assess_picture(guard: &Guard, path: &Path) -> Result<Assessment, Unreadable> {
    let bytes = read_bounded(path).map_err(|error| Unreadable::picture(&error))?;
    guard
        .assess_image(&bytes)
        .map_err(|error| Unreadable { message: error.to_string(), reason: error.status_reason() })
}
