//! The picture model's pack: what its `config.json` says.

use std::borrow::Cow;

use serde::Deserialize;

use crate::error::ModelPackError;
use crate::pack::{Config, Pack};

/// The longest side of a model's input.
const MAX_INPUT_SIDE: usize = 1024;
/// Classes that a model may have.
const MAX_CLASSES: usize = 64;

/// A picture model that was read and whose checksums hold.
pub type ModelPack = Pack<ImageConfig>;

/// `config.json`.
#[derive(Clone, Debug, Deserialize)]
pub struct ImageConfig {
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

impl ModelPack {
    /// The model that this build embeds: nsfwjs MobileNetV2Mid.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    pub fn embedded() -> Result<Self, ModelPackError> {
        use himaya_models::image;
        Self::new(image::MANIFEST, image::CONFIG, Cow::Borrowed(image::MODEL))
    }
}

impl Config for ImageConfig {
    fn check(&self) -> Result<(), String> {
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
            return Err((*remedy).to_owned());
        }
        match self.class_sums.sensitive.iter().find(|class| !self.classes.contains(class)) {
            Some(class) => {
                Err(format!("class_sums.sensitive names `{class}`, which is none of the classes"))
            }
            None => Ok(()),
        }
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
