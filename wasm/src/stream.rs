//! Video and livestreams, as JavaScript sees them.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use himaya::image::{Pixels, StreamAnalyzer, StreamChange, StreamConfig};
use serde::Deserialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::failure::Failure;
use crate::guard::HimayaGuard;
use crate::json::{from_json, to_json, word};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

fn now() -> Duration {
    Duration::try_from_secs_f64(performance_now() / 1000.0).unwrap_or_default()
}

/// `StreamOptions` of `npm/src`, without the observer.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Options {
    cpu_budget: Option<f32>,
    min_interval_ms: Option<u64>,
    max_interval_ms: Option<u64>,
}

impl From<Options> for StreamConfig {
    fn from(asked: Options) -> Self {
        let default = Self::default();
        Self {
            cpu_budget: asked.cpu_budget.unwrap_or(default.cpu_budget),
            min_interval_ms: asked.min_interval_ms.unwrap_or(default.min_interval_ms),
            max_interval_ms: asked.max_interval_ms.unwrap_or(default.max_interval_ms),
        }
    }
}

/// Looks at the frames of one video or livestream; see [`StreamAnalyzer`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct HimayaStream {
    core: StreamAnalyzer,
    changes: Arc<Mutex<Vec<StreamChange>>>,
}

#[wasm_bindgen]
impl HimayaStream {
    /// Begins a stream; `options` is JSON.
    ///
    /// # Errors
    /// `ArgumentError` when the options contradict themselves.
    #[wasm_bindgen(constructor)]
    pub fn new(guard: &HimayaGuard, options: &str) -> Result<Self, JsValue> {
        let config: Options = from_json("options of a stream", options)?;
        let mut core = StreamAnalyzer::with_clock(Arc::clone(&guard.core), config.into(), now)
            .map_err(Failure::from)?;
        let changes = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&changes);
        core.on_change(move |change| {
            noted.lock().unwrap_or_else(PoisonError::into_inner).push(*change);
        });
        Ok(Self { core, changes })
    }

    /// Takes the next frame; says what became of it: JSON.
    ///
    /// # Errors
    /// `PixelsError` when the buffer does not fit the size.
    pub fn push(
        &mut self,
        rgba: &[u8],
        width: u32,
        height: u32,
        time_ms: f64,
    ) -> Result<String, JsValue> {
        let pixels = Pixels::rgba(width, height, rgba).map_err(Failure::from)?;
        Ok(to_json(&self.core.push(&pixels, time_ms as u64))?)
    }

    /// The changes of the action since this was last asked: JSON.
    ///
    /// # Errors
    /// None that changes can cause.
    pub fn changes(&self) -> Result<String, JsValue> {
        let mut changes = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(to_json(&std::mem::take(&mut *changes))?)
    }

    /// Says that a part of the stream could not be had.
    ///
    /// # Errors
    /// `ArgumentError` for a reason that there is not.
    pub fn lost(&mut self, reason: &str) -> Result<(), JsValue> {
        self.core.lost(word("reason of a failure", reason)?);
        Ok(())
    }

    /// Whether the video should be covered or stopped.
    #[wasm_bindgen(js_name = shouldInterrupt)]
    pub fn should_interrupt(&self) -> bool {
        self.core.should_interrupt()
    }

    /// Whether a sign should be shown.
    #[wasm_bindgen(js_name = shouldIndicate)]
    pub fn should_indicate(&self) -> bool {
        self.core.should_indicate()
    }

    /// Whether the sound should be off too.
    #[wasm_bindgen(js_name = shouldMute)]
    pub fn should_mute(&self) -> bool {
        self.core.should_mute()
    }

    /// Where the stream stands now: JSON.
    ///
    /// # Errors
    /// None that a stream can cause.
    pub fn assessment(&self) -> Result<String, JsValue> {
        Ok(to_json(&self.core.assessment())?)
    }

    /// The stream so far: JSON.
    ///
    /// # Errors
    /// None that a stream can cause.
    pub fn summary(&self) -> Result<String, JsValue> {
        Ok(to_json(&self.core.summary())?)
    }

    /// What became of the frames so far: JSON.
    ///
    /// # Errors
    /// None that a stream can cause.
    pub fn counts(&self) -> Result<String, JsValue> {
        Ok(to_json(&self.core.counts())?)
    }

    /// What a look costs on average, in milliseconds of work.
    #[wasm_bindgen(js_name = lookMs)]
    pub fn look_ms(&self) -> Option<f64> {
        self.core.look_ms()
    }

    /// Leaves frames out until `resume`.
    pub fn pause(&mut self) {
        self.core.pause();
    }

    /// Goes on; the next frame is looked at as if a new scene began.
    pub fn resume(&mut self) {
        self.core.resume();
    }

    /// Begins a new stream with the same guard, configuration and budget.
    pub fn reset(&mut self) {
        self.core.reset();
    }
}
