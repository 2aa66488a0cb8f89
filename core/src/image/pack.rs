//! The picture model's pack: what its `config.json` says.
//!
//! `docs/bring-a-model.md` describes each field for people,
//! `docs/schemas/picture-model-config.schema.json` for programs.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::error::ModelPackError;
use crate::pack::{Config, Pack};

/// The longest side of a model's input, and of the picture that it is cut from.
const MAX_INPUT_SIDE: usize = 1024;
/// Classes that a model may have.
const MAX_CLASSES: usize = 64;
/// The class sum that decides.
const SENSITIVE: &str = "sensitive";

/// A picture model that was read and whose checksums hold.
pub type ModelPack = Pack<ImageConfig>;

/// `config.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageConfig {
    #[serde(rename = "schema_version")]
    _schema_version: IgnoredAny,
    #[serde(default, rename = "name")]
    _name: IgnoredAny,
    #[serde(default, rename = "version")]
    _version: IgnoredAny,
    pub(crate) input: InputConfig,
    #[serde(default)]
    pub(crate) output: OutputConfig,
    pub(crate) classes: Vec<String>,
    class_sums: BTreeMap<String, Vec<String>>,
}

/// How a picture becomes the network's input.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InputConfig {
    /// The input's name in the file, where it is to be checked.
    pub(crate) name: Option<String>,
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) layout: Layout,
    pub(crate) channels: Channels,
    /// What the levels 0 and 255 become.
    #[serde(default = "unit_range")]
    pub(crate) range: [f32; 2],
    /// Subtracted after that, in the order of `channels`.
    #[serde(default)]
    pub(crate) mean: [f32; 3],
    /// Divided by at last, in the order of `channels`.
    #[serde(default = "unit_std")]
    pub(crate) std: [f32; 3],
    pub(crate) resize: Resize,
    pub(crate) aspect: Aspect,
    /// The side to resize to, where the input is cut out of the middle of that.
    pub(crate) resize_side: Option<usize>,
}

const fn unit_range() -> [f32; 2] {
    [0.0, 1.0]
}

const fn unit_std() -> [f32; 3] {
    [1.0; 3]
}

/// Where the channels lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Layout {
    /// [1, 3, height, width]: PyTorch.
    Nchw,
    /// [1, height, width, 3]: TensorFlow, Keras.
    Nhwc,
}

/// The order of the channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Channels {
    Rgb,
    Bgr,
}

/// How values between pixels are found, bilinear each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Resize {
    /// Corners meet corners: TensorFlow.js with `alignCorners`.
    #[serde(rename = "bilinear-align-corners")]
    AlignCorners,
    /// Areas meet areas, two neighbours an axis: OpenCV, `torch.nn.functional.interpolate`,
    /// `tf.image.resize`.
    #[serde(rename = "bilinear-half-pixel")]
    HalfPixel,
    /// A triangle as wide as what it shrinks, in levels of 8 bits: Pillow, and so torchvision on
    /// Pillow's pictures.
    #[serde(rename = "bilinear-antialias")]
    Antialias,
}

/// What happens to pictures of another shape than the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Aspect {
    /// Stretched to the input, or to `resize_side` square and the middle cut out of that.
    Squash,
    /// Its shorter side becomes `resize_side` long, and the middle is cut out.
    CenterCrop,
}

/// Which output is read, and what makes probabilities of it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutputConfig {
    /// The output's name in the file; the first one if absent.
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) activation: Activation,
}

/// What makes probabilities of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Activation {
    /// Nothing: they are probabilities.
    #[default]
    None,
    /// Over all classes, of which one holds.
    Softmax,
    /// Of each class by itself.
    Sigmoid,
}

impl ModelPack {
    /// The model that this build embeds: nsfwjs MobileNetV2Mid.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    #[cfg(feature = "embedded-models")]
    pub fn embedded() -> Result<Self, ModelPackError> {
        Self::standard(Cow::Borrowed(himaya_models::image::MODEL))
    }

    /// The same model, its file given by the host:
    /// `models/image/mobilenet-v2-mid-4.4.0/model.onnx`.
    ///
    /// # Errors
    /// When it is another file.
    pub fn standard(model: Cow<'static, [u8]>) -> Result<Self, ModelPackError> {
        use himaya_models::image;
        Self::new(image::MANIFEST, image::CONFIG, model)
    }

    /// The shape of the network's input: one picture, its channels first or last.
    pub fn input_shape(&self) -> [usize; 4] {
        let InputConfig { width, height, layout, .. } = self.config.input;
        match layout {
            Layout::Nchw => [1, 3, height, width],
            Layout::Nhwc => [1, height, width, 3],
        }
    }

    /// The classes in the order of the output.
    pub fn classes(&self) -> &[String] {
        &self.config.classes
    }
}

impl ImageConfig {
    /// Whether a class counts towards the sum that decides.
    pub(crate) fn is_sensitive(&self, class: &str) -> bool {
        self.class_sums.get(SENSITIVE).is_some_and(|sum| sum.iter().any(|name| name == class))
    }
}

impl InputConfig {
    fn check(&self) -> Result<(), String> {
        let Self { width, height, range, mean, std, aspect, resize_side, .. } = self;
        let sides = 1..=MAX_INPUT_SIDE;
        let finite = range.iter().chain(mean).chain(std).all(|value| value.is_finite());
        let longer = *width.max(height);
        let rules = [
            (
                sides.contains(width) && sides.contains(height),
                "input.width and input.height must lie between 1 and 1024",
            ),
            (finite, "input.range, input.mean and input.std must be finite"),
            (range[0] < range[1], "input.range must rise, as [0, 1] or [-1, 1]"),
            (std.iter().all(|std| *std > 0.0), "input.std must be greater than 0"),
            (
                resize_side.is_none_or(|side| (longer..=MAX_INPUT_SIDE).contains(&side)),
                "input.resize_side must be at least input.width and input.height, at most 1024",
            ),
            (
                *aspect == Aspect::Squash || resize_side.is_some(),
                "input.aspect \"center-crop\" needs input.resize_side, the length of the shorter \
                 side before the middle is cut out",
            ),
        ];
        first_broken(&rules)
    }
}

fn first_broken(rules: &[(bool, &str)]) -> Result<(), String> {
    match rules.iter().find(|(holds, _)| !holds) {
        Some((_, remedy)) => Err((*remedy).to_owned()),
        None => Ok(()),
    }
}

impl Config for ImageConfig {
    fn check(&self) -> Result<(), String> {
        self.input.check()?;
        let distinct: HashSet<&String> = self.classes.iter().collect();
        let one = self.classes.len() == 1;
        first_broken(&[
            ((1..=MAX_CLASSES).contains(&self.classes.len()), "there must be 1 to 64 classes"),
            (distinct.len() == self.classes.len(), "no two classes may have the same name"),
            (
                !(one && self.output.activation == Activation::Softmax),
                "output.activation \"softmax\" over one class is always 1; a single logit needs \
                 \"sigmoid\"",
            ),
            (
                self.class_sums.get(SENSITIVE).is_some_and(|sum| !sum.is_empty()),
                "class_sums.sensitive must name the classes that make a picture sensitive",
            ),
        ])?;
        for (name, sum) in &self.class_sums {
            if let Some(class) = sum.iter().find(|class| !self.classes.contains(class)) {
                return Err(format!(
                    "class_sums.{name} names `{class}`, which is none of the classes"
                ));
            }
            if sum.iter().collect::<HashSet<_>>().len() < sum.len() {
                return Err(format!("class_sums.{name} names a class twice"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[cfg(feature = "embedded-models")]
mod tests {
    use himaya_models::image as files;

    use super::*;

    fn pack(manifest: &str, config: &str, model: &[u8]) -> Result<ModelPack, ModelPackError> {
        ModelPack::new(manifest, config, Cow::Owned(model.to_vec()))
    }

    #[test]
    fn the_embedded_pack_holds() {
        let pack = ModelPack::embedded().unwrap();
        assert_eq!(pack.classes().len(), 5);
        assert_eq!(pack.input_shape(), [1, 3, 224, 224]);
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
