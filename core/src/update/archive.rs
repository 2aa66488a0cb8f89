//! The files of an update, in one archive.

use std::collections::BTreeMap;
use std::io::Read;

use tar::{Archive, Builder, EntryType, Header};

use super::{UpdateError, UpdateManifest};

/// Bytes of an archive.
pub(super) const MAX_BYTES: u64 = 64 << 20;
/// The files that an update may hold, in the order in which they are written.
pub(super) const NAMES: [&str; 10] = [
    MANIFEST,
    RULES,
    HELP,
    WEIGHTS,
    "text/manifest.json",
    "text/config.json",
    "text/model.onnx",
    "image/manifest.json",
    "image/config.json",
    "image/model.onnx",
];
pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const RULES: &str = "rules.bin";
pub(super) const HELP: &str = "help.toml";
pub(super) const WEIGHTS: &str = "weights.toml";

/// The files of an update: compiled rules (`rules.bin`), help services (`help.toml`), weights of
/// the conversation engine (`weights.toml`), packs of models (`text/…`, `image/…`).
#[derive(Clone, Debug, Default)]
pub struct UpdateFiles {
    files: BTreeMap<&'static str, Vec<u8>>,
}

impl UpdateFiles {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file under its name in the archive.
    ///
    /// # Errors
    /// When no such file has a place in an update, or it is there already.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), UpdateError> {
        let known = NAMES.iter().find(|known| **known == name);
        let name = *known.ok_or_else(|| UpdateError::UnknownFile(shortened(name)))?;
        match self.files.insert(name, bytes) {
            None => Ok(()),
            Some(_) => Err(UpdateError::Twice(name)),
        }
    }

    /// The archive with these files and a manifest. The same files give the same bytes.
    ///
    /// # Errors
    /// When the manifest does not hold, or there are too many bytes.
    pub fn archive(&self, manifest: &UpdateManifest) -> Result<Vec<u8>, UpdateError> {
        manifest.check()?;
        let manifest = serde_json::to_vec_pretty(manifest)
            .map_err(|error| UpdateError::Manifest(error.to_string()))?;
        let mut tar = Builder::new(Vec::new());
        let archive = |error: std::io::Error| UpdateError::Archive(error.to_string());
        for name in NAMES {
            let bytes = if name == MANIFEST { Some(&manifest) } else { self.files.get(name) };
            let Some(bytes) = bytes else { continue };
            let mut header = Header::new_ustar();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            header.set_entry_type(EntryType::Regular);
            tar.append_data(&mut header, name, bytes.as_slice()).map_err(archive)?;
        }
        let bytes = tar.into_inner().map_err(archive)?;
        within(bytes.len() as u64)?;
        Ok(bytes)
    }

    pub(super) fn read(archive: &[u8]) -> Result<Self, UpdateError> {
        within(archive.len() as u64)?;
        // The crate's own words repeat what it found.
        let damaged = |number: usize| {
            move |_: std::io::Error| {
                UpdateError::Archive(format!("file {number} is damaged or cut off"))
            }
        };
        let mut files = Self::new();
        for (entry, number) in Archive::new(archive).entries().map_err(damaged(1))?.zip(1..) {
            let mut entry = entry.map_err(damaged(number))?;
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            if entry.header().entry_type() != EntryType::Regular {
                return Err(UpdateError::UnknownFile(shortened(&name)));
            }
            let mut bytes = Vec::new();
            // The archive is in memory, so an entry cannot be larger than that.
            entry.read_to_end(&mut bytes).map_err(damaged(number))?;
            files.add(&name, bytes)?;
        }
        Ok(files)
    }

    pub(super) fn take(&mut self, name: &'static str) -> Option<Vec<u8>> {
        self.files.remove(name)
    }

    pub(super) fn take_text(&mut self, name: &'static str) -> Result<Option<String>, UpdateError> {
        let text = self.take(name).map(String::from_utf8).transpose();
        text.map_err(|_| UpdateError::NotText(name))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

pub(super) fn within(bytes: u64) -> Result<(), UpdateError> {
    if bytes <= MAX_BYTES { Ok(()) } else { Err(UpdateError::TooLarge(bytes)) }
}

/// A name out of a file that nobody has checked.
fn shortened(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}
