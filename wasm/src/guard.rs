//! The guard, as JavaScript sees it.

use himaya::{AgeBand, Assessment, Guard, SpanUnit};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::failure::Failure;

/// The engine; see [`himaya::Guard`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct HimayaGuard {
    guard: Guard,
}

#[wasm_bindgen]
impl HimayaGuard {
    /// `ageBand`: "0-5", "6-9", "10-12" (the default), "13-15", "16-17" or "adult".
    ///
    /// # Errors
    /// `PolicyError` for another age band, `BuildError` when an embedded artefact is damaged.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(js_name = ageBand)] age_band: Option<String>,
    ) -> Result<Self, JsValue> {
        Self::build(age_band.as_deref()).map_err(JsValue::from)
    }

    fn build(age_band: Option<&str>) -> Result<Self, Failure> {
        let mut builder = Guard::builder();
        if let Some(band) = age_band {
            builder = builder.age_band(band.parse::<AgeBand>()?);
        }
        Ok(Self { guard: builder.build()? })
    }

    /// Assesses one message from an unknown counterpart, without a conversation around it.
    ///
    /// # Errors
    /// None that a message can cause.
    #[wasm_bindgen(js_name = assessMessage)]
    pub fn assess_message(&self, text: &str) -> Result<JsValue, JsValue> {
        let assessment = self.guard.assess_message(text);
        object(&assessment.with_spans_in(SpanUnit::Utf16, text))
    }
}

#[cfg(feature = "image-model")]
#[wasm_bindgen]
impl HimayaGuard {
    /// Assesses raw pixels: RGBA, 8 bits, row by row, as in `ImageData`; alpha is left out of
    /// account.
    ///
    /// # Errors
    /// `PixelsError` when `rgba` has not `4 * width * height` bytes, `ImageError` when the model
    /// cannot be loaded or run.
    #[wasm_bindgen(js_name = assessPixels)]
    pub fn assess_pixels(&self, rgba: &[u8], width: u32, height: u32) -> Result<JsValue, JsValue> {
        let pixels = himaya::image::Pixels::rgba(width, height, rgba).map_err(Failure::from)?;
        object(&self.guard.assess_pixels(&pixels).map_err(Failure::from)?)
    }

    /// Loads the picture model now instead of with the first picture.
    ///
    /// # Errors
    /// `ImageError` when it cannot be loaded.
    #[wasm_bindgen(js_name = loadImageModel)]
    pub fn load_image_model(&self) -> Result<(), JsValue> {
        Ok(self.guard.load_image_model().map_err(Failure::from)?)
    }
}

/// Version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Through JSON: the core brings the writer along, and the engine's own parser is quick.
fn object(assessment: &Assessment) -> Result<JsValue, JsValue> {
    let json = serde_json::to_string(assessment).map_err(Failure::from)?;
    js_sys::JSON::parse(&json)
}
