//! A thread with several people in it, as JavaScript sees it.

use std::sync::Arc;

use himaya::{Guard, Thread};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::conversation::contact;
use crate::guard::HimayaGuard;
use crate::json::{of_message, to_json};

/// Follows a thread; see [`Thread`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct HimayaThread {
    core: Thread<Arc<Guard>>,
}

#[wasm_bindgen]
impl HimayaThread {
    /// Starts a thread; `protected` is the name of the protected person.
    #[wasm_bindgen(constructor)]
    pub fn new(guard: &HimayaGuard, protected: Option<String>) -> Self {
        Self { core: Thread::new(Arc::clone(&guard.core), protected.as_deref()) }
    }

    /// Says what the host knows of somebody: JSON of `Contact`.
    ///
    /// # Errors
    /// `ArgumentError` when it is not that.
    #[wasm_bindgen(js_name = setContact)]
    pub fn set_contact(&mut self, name: &str, json: &str) -> Result<(), JsValue> {
        self.core.set_contact(name, contact(json)?);
        Ok(())
    }

    /// Takes in the next message. `time`: milliseconds.
    ///
    /// # Errors
    /// None that a message can cause.
    pub fn observe(
        &mut self,
        from: &str,
        text: &str,
        time: Option<f64>,
    ) -> Result<String, JsValue> {
        let time = time.map(|time| time as i64);
        Ok(of_message(self.core.observe(from, time, text), text)?)
    }

    /// Why the conversation with somebody stands where it stands.
    ///
    /// # Errors
    /// None that a name can cause.
    pub fn explain(&self, name: &str) -> Result<Option<String>, JsValue> {
        Ok(self.core.explain(name).map(|explanation| to_json(&explanation)).transpose()?)
    }
}
