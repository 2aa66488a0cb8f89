//! Pictures: assessing them and hashing them.

use himaya::image::{Pdq, PdqHash, Pixels, decode};

use crate::assessment::Assessment;
use crate::error::{HashError, ImageError, ModelError};
use crate::fault::contained;
use crate::guard::Guard;

/// How raw pixels lie in memory: 8 bits a channel, row by row from the top left, channels
/// interleaved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PixelFormat {
    /// Red, green, blue, alpha; alpha is left out of account.
    Rgba,
    /// Red, green, blue.
    Rgb,
}

impl PixelFormat {
    pub(crate) fn pixels(self, data: &[u8], w: u32, h: u32) -> Result<Pixels<'_>, ImageError> {
        Ok(match self {
            Self::Rgba => Pixels::rgba(w, h, data)?,
            Self::Rgb => Pixels::rgb(w, h, data)?,
        })
    }
}

/// The PDQ hash of a picture and how much it can be relied on.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PictureHash {
    /// 64 hex digits.
    pub hash: String,
    /// 0..=100: how much there is to see. Below 50 unlike pictures have like hashes.
    pub quality: u8,
}

impl From<Pdq> for PictureHash {
    fn from(Pdq { hash, quality }: Pdq) -> Self {
        Self { hash: hash.to_string(), quality }
    }
}

#[uniffi::export]
impl Guard {
    /// Assesses an encoded picture (JPEG, PNG, WebP, GIF, BMP). Of an animation all that it shows
    /// is looked at, within the limits, and the strongest frame counts.
    ///
    /// # Errors
    /// When it exceeds the limits, cannot be decoded, or the model cannot be loaded;
    /// `assess_failure` says what the policy does then.
    pub fn assess_image(&self, bytes: &[u8]) -> Result<Assessment, ImageError> {
        Ok(contained(|| self.core.assess_image(bytes))?.into())
    }

    /// Assesses raw pixels: looks them up in the hash lists, if there are any, then classifies
    /// them. A known picture is classified only if that could lead to a stronger action.
    ///
    /// # Errors
    /// When the buffer does not fit the size, or the model cannot be loaded or run.
    pub fn assess_pixels(
        &self,
        pixels: &[u8],
        width: u32,
        height: u32,
        format: PixelFormat,
    ) -> Result<Assessment, ImageError> {
        let pixels = format.pixels(pixels, width, height)?;
        Ok(contained(|| self.core.assess_pixels(&pixels))?.into())
    }

    /// Loads the picture model now instead of with the first picture.
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub fn load_image_model(&self) -> Result<(), ModelError> {
        contained(|| self.core.load_image_model())
            .map_err(|error| ModelError::Unusable(error.to_string()))
    }
}

/// Hashes an encoded picture (its first frame) by PDQ, bit for bit as Meta's reference does.
///
/// # Errors
/// When it has more than 50 megapixels or 64 MiB, or cannot be decoded.
#[uniffi::export]
pub fn hash_image(bytes: &[u8]) -> Result<PictureHash, ImageError> {
    contained(|| Ok(Pdq::of(&decode(bytes, himaya::Limits::default().image)?).into()))
}

/// Hashes raw pixels by PDQ.
///
/// # Errors
/// When the buffer does not fit the size.
#[uniffi::export]
pub fn hash_pixels(
    pixels: &[u8],
    width: u32,
    height: u32,
    format: PixelFormat,
) -> Result<PictureHash, ImageError> {
    let pixels = format.pixels(pixels, width, height)?;
    Ok(contained(|| Pdq::of(&pixels)).into())
}

/// Differing bits of two PDQ hashes, 0..=256. Up to 31 is held for the same picture.
///
/// # Errors
/// When one of them has not 64 hex digits.
#[uniffi::export]
pub fn hash_distance(one: &str, other: &str) -> Result<u32, HashError> {
    Ok(one.parse::<PdqHash>()?.distance(&other.parse()?))
}
