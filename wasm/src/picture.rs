//! Pictures: assessing them and hashing them.

use himaya::image::{Pdq, PdqHash, Pixels, decode};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::failure::Failure;
use crate::guard::HimayaGuard;
use crate::json::to_json;

/// `PictureHash` of `npm/src`.
#[derive(Serialize)]
struct PictureHash {
    hash: String,
    quality: u8,
}

#[wasm_bindgen]
impl HimayaGuard {
    /// Assesses raw pixels: RGBA, 8 bits, row by row, as in `ImageData`; alpha is left out of
    /// account.
    ///
    /// # Errors
    /// `PixelsError` when `rgba` has not `4 * width * height` bytes, `ModelError` when the model
    /// cannot be loaded or run.
    #[wasm_bindgen(js_name = assessPixels)]
    pub fn assess_pixels(&self, rgba: &[u8], width: u32, height: u32) -> Result<String, JsValue> {
        let pixels = Pixels::rgba(width, height, rgba).map_err(Failure::from)?;
        Ok(to_json(&self.core.assess_pixels(&pixels).map_err(Failure::from)?)?)
    }

    /// Assesses an encoded picture (JPEG, PNG, WebP, GIF, BMP).
    ///
    /// # Errors
    /// `ImageError` when it cannot be decoded, else as `assessPixels`.
    #[wasm_bindgen(js_name = assessImage)]
    pub fn assess_image(&self, bytes: &[u8]) -> Result<String, JsValue> {
        Ok(to_json(&self.core.assess_image(bytes).map_err(Failure::from)?)?)
    }
}

/// Hashes raw pixels by PDQ: JSON of `PictureHash`.
///
/// # Errors
/// `PixelsError` when the buffer does not fit the size.
#[wasm_bindgen(js_name = hashPixels)]
pub fn hash_pixels(rgba: &[u8], width: u32, height: u32) -> Result<String, JsValue> {
    let pixels = Pixels::rgba(width, height, rgba).map_err(Failure::from)?;
    hashed(&pixels)
}

/// Hashes an encoded picture (its first frame) by PDQ: JSON of `PictureHash`.
///
/// # Errors
/// `ImageError` when it cannot be decoded.
#[wasm_bindgen(js_name = hashImage)]
pub fn hash_image(bytes: &[u8]) -> Result<String, JsValue> {
    let limits = himaya::Limits::default().image;
    hashed(&decode(bytes, limits).map_err(Failure::from)?)
}

/// Differing bits of two PDQ hashes, 0..=256.
///
/// # Errors
/// `ArgumentError` when one of them has not 64 hex digits.
#[wasm_bindgen(js_name = hashDistance)]
pub fn hash_distance(one: &str, other: &str) -> Result<u32, JsValue> {
    let hash = |text: &str| text.parse::<PdqHash>().map_err(Failure::from);
    Ok(hash(one)?.distance(&hash(other)?))
}

fn hashed(pixels: &Pixels<'_>) -> Result<String, JsValue> {
    let Pdq { hash, quality } = Pdq::of(pixels);
    Ok(to_json(&PictureHash { hash: hash.to_string(), quality })?)
}
