//! Model packs: an ONNX file with its configuration and a manifest of checksums.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::assessment::ModelRef;

const SCHEMA_VERSION: u32 = 1;
/// A model may have this many bytes.
const MAX_MODEL_BYTES: u64 = 256 << 20;
/// A configuration file may have this many bytes.
const MAX_CONFIG_BYTES: u64 = 1 << 20;

/// Characters of a file that an error repeats.
const MAX_SHOWN: usize = 400;

/// What a model's `config.json` says.
pub(crate) trait Config: DeserializeOwned {
    /// Says what is asked for that this build cannot do, and what it can.
    fn check(&self) -> Result<(), String>;
}

/// A model that was read and whose checksums hold.
#[derive(Clone, Debug)]
pub struct Pack<C> {
    pub(crate) name: String,
    pub(crate) version: String,
    /// SHA-256 of the model file, hex digits.
    pub(crate) sha256: String,
    pub(crate) config: C,
    pub(crate) model: Cow<'static, [u8]>,
}

#[derive(Deserialize)]
struct Manifest {
    schema_version: u32,
    name: String,
    version: String,
    files: BTreeMap<String, FileEntry>,
}

/// What every file of a pack has, read before the rest of it is understood.
#[derive(Deserialize)]
struct Version {
    schema_version: u32,
}

#[derive(Deserialize)]
struct FileEntry {
    sha256: String,
    bytes: u64,
}

/// Why a model pack is refused.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ModelPackError {
    /// A file cannot be read.
    #[error("{path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file is larger than any model.
    #[error("{path}: more than {max} bytes, too large for a model")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit.
        max: u64,
    },
    /// Not JSON, or not the fields of such a file.
    #[error("{file}: {detail}")]
    Syntax {
        /// The file.
        file: &'static str,
        /// What is wrong.
        detail: String,
    },
    /// Written for another version.
    #[error("{file}: schema_version {found} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion {
        /// The file.
        file: &'static str,
        /// The version found.
        found: u32,
    },
    /// The manifest does not list a file.
    #[error("manifest.json does not list {0}")]
    NotListed(&'static str),
    /// A file is not the one that the manifest names.
    #[error("{file} has SHA-256 {found}, but manifest.json says {expected}: damaged or exchanged")]
    Checksum {
        /// The file.
        file: &'static str,
        /// The sum found.
        found: String,
        /// The sum expected.
        expected: String,
    },
    /// The configuration asks for something that is not supported.
    #[error("config.json: {0}")]
    Unsupported(String),
}

#[allow(private_bounds, reason = "what a configuration holds is no host's business")]
impl<C: Config> Pack<C> {
    /// Reads `manifest.json`, `config.json` and `model.onnx` of a folder.
    ///
    /// # Errors
    /// When a file is missing, too large, not of this form, or not the one that the manifest
    /// names.
    pub fn from_folder(folder: &Path) -> Result<Self, ModelPackError> {
        let manifest = read(&folder.join("manifest.json"), MAX_CONFIG_BYTES)?;
        let config = read(&folder.join("config.json"), MAX_CONFIG_BYTES)?;
        let model = read(&folder.join("model.onnx"), MAX_MODEL_BYTES)?;
        let text = |bytes: Vec<u8>, file| {
            String::from_utf8(bytes)
                .map_err(|error| ModelPackError::Syntax { file, detail: shown(&error.to_string()) })
        };
        let manifest = text(manifest, "manifest.json")?;
        Self::new(&manifest, &text(config, "config.json")?, Cow::Owned(model))
    }

    /// Puts a pack together from its three files.
    ///
    /// # Errors
    /// As [`Pack::from_folder`].
    pub fn new(
        manifest: &str,
        config: &str,
        model: Cow<'static, [u8]>,
    ) -> Result<Self, ModelPackError> {
        let parsed: Manifest = json("manifest.json", manifest)?;
        version("manifest.json", parsed.schema_version)?;
        verify(&parsed, "config.json", config.as_bytes())?;
        let sha256 = verify(&parsed, "model.onnx", &model)?;
        let Version { schema_version } = json("config.json", config)?;
        version("config.json", schema_version)?;
        let config: C = json("config.json", config)?;
        config.check().map_err(|detail| ModelPackError::Unsupported(shown(&detail)))?;
        Ok(Self { name: parsed.name, version: parsed.version, sha256, config, model })
    }
}

fn read(path: &Path, max: u64) -> Result<Vec<u8>, ModelPackError> {
    let failed = |source| ModelPackError::Read { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(max + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > max {
        return Err(ModelPackError::TooLarge { path: path.to_owned(), max });
    }
    Ok(bytes)
}

fn json<T: for<'de> Deserialize<'de>>(file: &'static str, text: &str) -> Result<T, ModelPackError> {
    serde_json::from_str(text)
        .map_err(|error| ModelPackError::Syntax { file, detail: shown(&error.to_string()) })
}

/// What an error repeats of a file that somebody else wrote.
fn shown(text: &str) -> String {
    text.chars().take(MAX_SHOWN).collect()
}

fn version(file: &'static str, found: u32) -> Result<(), ModelPackError> {
    if found == SCHEMA_VERSION {
        Ok(())
    } else {
        Err(ModelPackError::SchemaVersion { file, found })
    }
}

fn verify(manifest: &Manifest, file: &'static str, bytes: &[u8]) -> Result<String, ModelPackError> {
    let entry = manifest.files.get(file).ok_or(ModelPackError::NotListed(file))?;
    let found: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if found == entry.sha256 && bytes.len() as u64 == entry.bytes {
        Ok(found)
    } else {
        Err(ModelPackError::Checksum { file, found, expected: shown(&entry.sha256) })
    }
}

impl<C> Pack<C> {
    /// Name of the model.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// SHA-256 of `model.onnx`, as hex digits.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Bytes of `model.onnx`.
    pub fn bytes(&self) -> usize {
        self.model.len()
    }

    /// How assessments name the model.
    pub(crate) fn reference(&self) -> ModelRef {
        ModelRef {
            name: self.name.as_str().into(),
            version: self.version.as_str().into(),
            sha256: self.sha256.as_str().into(),
        }
    }
}
