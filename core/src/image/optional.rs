//! Picture models that are not embedded but can be built from published packages.

use std::collections::BTreeMap;

use himaya_models::image::OPTIONAL;
use serde::Deserialize;
use thiserror::Error;

const SCHEMA_VERSION: u32 = 1;

/// The list of optional models cannot be used.
#[derive(Debug, Error)]
#[error("{path}: {detail}")]
pub struct OptionalModelsError {
    path: &'static str,
    detail: String,
}

/// A model that `models/training/image/build` makes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionalModel {
    /// Name, as in its manifest.
    pub name: String,
    /// Version, as in its manifest.
    pub version: String,
    /// What `build --model` calls it.
    pub recipe: String,
    /// Where the weights come from.
    pub source: String,
    /// SPDX identifier of the weights' licence.
    pub license: String,
    /// What it is for.
    pub purpose: String,
    /// Bytes of `model.onnx`.
    pub bytes: u64,
    /// SHA-256 of each file that is built, as hex digits.
    pub sha256: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    schema_version: u32,
    model: Vec<OptionalModel>,
}

/// The models of `models/image/optional.toml`.
///
/// # Errors
/// None unless the build itself is damaged.
pub fn optional_models() -> Result<Vec<OptionalModel>, OptionalModelsError> {
    let (path, text) = OPTIONAL;
    let failed = |detail| OptionalModelsError { path, detail };
    let list: List = toml::from_str(text).map_err(|error| failed(error.message().to_owned()))?;
    if list.schema_version != SCHEMA_VERSION {
        return Err(failed(format!("schema_version {} is not 1", list.schema_version)));
    }
    Ok(list.model)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_list_names_every_file_of_a_pack_with_its_checksum() {
        for model in optional_models().unwrap() {
            for file in ["model.onnx", "config.json", "manifest.json"] {
                let sum = model.sha256.get(file).map_or("", String::as_str);
                assert!(sum.len() == 64 && sum.bytes().all(|b| b.is_ascii_hexdigit()), "{file}");
            }
        }
    }
}
