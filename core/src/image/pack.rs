//! Model packs: an ONNX file with its configuration and a manifest of checksums.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use sha2::{Digest, Sha256};
use thiserror::Error;

const SCHEMA_VERSION: u32 = 1;
/// A picture model may have this many bytes.
const MAX_MODEL_BYTES: u64 = 256 << 20;
/// A configuration file may have this many bytes.
const MAX_CONFIG_BYTES: u64 = 1 << 20;
/// The longest side of a model's input.
const MAX_INPUT_SIDE: usize = 1024;
/// Classes that a model may have.
const MAX_CLASSES: usize = 64;

/// A picture model that was read and whose checksums hold.
#[derive(Clone, Debug)]
pub struct ModelPack {
    pub(crate) name: String,
    pub(crate) version: String,
    /// SHA-256 of the model file, hex digits.
    pub(crate) sha256: String,
    pub(crate) config: ModelConfig,
    pub(crate) model: Cow<'static, [u8]>,
}

/// `config.json`.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct ModelConfig {
    schema_version: u32,
    pub(crate) input: InputConfig,
    pub(crate) classes: Vec<String>,
    pub(crate) class_sums: ClassSums,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct InputConfig {
    pub(crate) width: usize,
    pub(crate) height: usize,
    layout: String,
    channels: String,
    range: [f32; 2],
    resize: String,
    aspect: String,
}

/// Which classes make up a category.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct ClassSums {
    pub(crate) sensitive: Vec<String>,
}

#[derive(Deserialize)]
struct Manifest {
    schema_version: u32,
    name: String,
    version: String,
    files: BTreeMap<String, FileEntry>,
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

impl ModelPack {
    /// The model that this build embeds: nsfwjs MobileNetV2Mid.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    pub fn embedded() -> Result<Self, ModelPackError> {
        use himaya_models::image;
        Self::new(image::MANIFEST, image::CONFIG, Cow::Borrowed(image::MODEL))
    }

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
                .map_err(|error| ModelPackError::Syntax { file, detail: error.to_string() })
        };
        let manifest = text(manifest, "manifest.json")?;
        Self::new(&manifest, &text(config, "config.json")?, Cow::Owned(model))
    }

    /// Puts a pack together from its three files.
    ///
    /// # Errors
    /// As [`ModelPack::from_folder`].
    pub fn new(
        manifest: &str,
        config: &str,
        model: Cow<'static, [u8]>,
    ) -> Result<Self, ModelPackError> {
        let parsed: Manifest = json("manifest.json", manifest)?;
        version("manifest.json", parsed.schema_version)?;
        verify(&parsed, "config.json", config.as_bytes())?;
        let sha256 = verify(&parsed, "model.onnx", &model)?;
        let config: ModelConfig = json("config.json", config)?;
        version("config.json", config.schema_version)?;
        config.check()?;
        Ok(Self { name: parsed.name, version: parsed.version, sha256, config, model })
    }
}

impl ModelConfig {
    fn check(&self) -> Result<(), ModelPackError> {
        let input = &self.input;
        let sides = 1..=MAX_INPUT_SIDE;
        let supported = [
            (
                sides.contains(&input.width) && sides.contains(&input.height),
                "input.width and input.height must lie between 1 and 1024",
            ),
            (input.layout == "nchw", "input.layout must be \"nchw\""),
            (input.channels == "rgb", "input.channels must be \"rgb\""),
            (input.range == [0.0, 1.0], "input.range must be [0, 1]"),
            (
                input.resize == "bilinear-align-corners",
                "input.resize must be \"bilinear-align-corners\"",
            ),
            (input.aspect == "squash", "input.aspect must be \"squash\""),
            ((1..=MAX_CLASSES).contains(&self.classes.len()), "there must be 1 to 64 classes"),
        ];
        if let Some((_, remedy)) = supported.iter().find(|(holds, _)| !holds) {
            return Err(ModelPackError::Unsupported((*remedy).to_owned()));
        }
        match self.class_sums.sensitive.iter().find(|class| !self.classes.contains(class)) {
            Some(class) => Err(ModelPackError::Unsupported(format!(
                "class_sums.sensitive names `{class}`, which is none of the classes"
            ))),
            None => Ok(()),
        }
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
        .map_err(|error| ModelPackError::Syntax { file, detail: error.to_string() })
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
        Err(ModelPackError::Checksum { file, found, expected: entry.sha256.clone() })
    }
}

#[cfg(test)]
mod tests {
    use himaya_models::image as files;

    use super::*;

    fn pack(manifest: &str, config: &str, model: &[u8]) -> Result<ModelPack, ModelPackError> {
        ModelPack::new(manifest, config, Cow::Owned(model.to_vec()))
    }

    #[test]
    fn the_embedded_pack_holds() {
        let pack = ModelPack::embedded().unwrap();
        assert_eq!(pack.config.classes.len(), 5);
    }

    #[test]
    fn a_damaged_or_exchanged_file_is_refused_with_the_reason() {
        let mut damaged = files::MODEL.to_vec();
        damaged[1000] ^= 1;
        for model in [&damaged[..], &files::MODEL[..1000], b""] {
            let error = pack(files::MANIFEST, files::CONFIG, model).unwrap_err().to_string();
            assert!(error.starts_with("model.onnx has SHA-256"), "{error}");
        }
        let config = files::CONFIG.replace("squash", "crop");
        let error = pack(files::MANIFEST, &config, files::MODEL).unwrap_err().to_string();
        assert!(error.starts_with("config.json has SHA-256"), "{error}");
        let manifest =
            files::MANIFEST.replacen("\"schema_version\": 1", "\"schema_version\": 7", 1);
        let error = pack(&manifest, files::CONFIG, files::MODEL).unwrap_err().to_string();
        assert!(error.contains("schema_version 7 is not supported"), "{error}");
        let error = pack("{", files::CONFIG, files::MODEL).unwrap_err().to_string();
        assert!(error.starts_with("manifest.json: EOF"), "{error}");
    }
}
