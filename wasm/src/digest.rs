//! A guardian's digest, as JavaScript sees it.

use himaya::Assessment;
use himaya::intervention::DigestBuilder;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::failure::Failure;
use crate::guard::HimayaGuard;
use crate::json::{from_json, to_json};

/// Collects what a digest tells; see [`DigestBuilder`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct HimayaDigest {
    core: DigestBuilder,
}

#[wasm_bindgen]
impl HimayaDigest {
    /// With the delay of the guard's policy for its age band; `kept` is what `toJson` gave.
    ///
    /// # Errors
    /// `DataError` when it is not that, or of another version.
    #[wasm_bindgen(constructor)]
    pub fn new(guard: &HimayaGuard, kept: Option<String>) -> Result<Self, JsValue> {
        let delay = guard.core.policy().delay.hours(guard.core.age_band());
        let core = match kept {
            Some(kept) => DigestBuilder::from_json(&kept, delay).map_err(Failure::from)?,
            None => DigestBuilder::new(delay),
        };
        Ok(Self { core })
    }

    /// Counts an assessment (JSON) of a time in milliseconds since 1970.
    ///
    /// # Errors
    /// `ArgumentError` when it is no assessment.
    pub fn record(&mut self, assessment: &str, time: f64) -> Result<Option<String>, JsValue> {
        let assessment: Assessment = from_json("assessment", assessment)?;
        let recorded = self.core.record(&assessment, time as i64);
        Ok(recorded.map(|recorded| to_json(&recorded)).transpose()?)
    }

    /// What the guardian learns of the seven days that end at `until`, in milliseconds: JSON.
    ///
    /// # Errors
    /// None that a time can cause.
    pub fn digest(&mut self, until: f64) -> Result<String, JsValue> {
        Ok(to_json(&self.core.digest(until as i64))?)
    }

    /// What a host keeps between starts.
    ///
    /// # Errors
    /// None that such content can cause.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> Result<String, JsValue> {
        Ok(self.core.to_json().map_err(Failure::from)?)
    }
}
