//! The guard, as JavaScript sees it.

use std::sync::Arc;

use himaya::{Guard, Message, Role};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::conversation::HimayaConversation;
use crate::failure::Failure;
use crate::json::{from_json, of_message, to_json, word};
use crate::options::Options;

/// The engine; see [`himaya::Guard`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct HimayaGuard {
    pub(crate) core: Arc<Guard>,
}

#[wasm_bindgen]
impl HimayaGuard {
    /// `options`: JSON of `GuardOptions`.
    ///
    /// # Errors
    /// `PolicyError` for a policy or age band, `BuildError` for other data, `ArgumentError` for an
    /// option that there is not.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str) -> Result<Self, JsValue> {
        let options: Options = from_json("options of a guard", options)?;
        let core = options.builder()?.build().map_err(Failure::from)?;
        Ok(Self { core: Arc::new(core) })
    }

    /// Assesses one message from an unknown counterpart, without a conversation around it.
    ///
    /// # Errors
    /// None that a message can cause.
    #[wasm_bindgen(js_name = assessMessage)]
    pub fn assess_message(&self, text: &str) -> Result<String, JsValue> {
        Ok(of_message(self.core.assess_message(text), text)?)
    }

    /// Takes in the next message of a conversation. `time`: milliseconds.
    ///
    /// # Errors
    /// `ArgumentError` for a role that there is not.
    pub fn observe(
        &self,
        conversation: &mut HimayaConversation,
        role: &str,
        text: &str,
        time: Option<f64>,
        edited: bool,
    ) -> Result<String, JsValue> {
        let role: Role = word("role", role)?;
        let message = Message { role, text, time: time.map(|time| time as i64), edited };
        let assessment = self.core.observe(&mut conversation.core, &message);
        Ok(of_message(assessment, text)?)
    }

    /// Why a conversation stands where it stands.
    ///
    /// # Errors
    /// None that a conversation can cause.
    pub fn explain(&self, conversation: &HimayaConversation) -> Result<String, JsValue> {
        Ok(to_json(&self.core.explain(&conversation.core))?)
    }

    /// What the policy says about an input that could not be assessed.
    ///
    /// # Errors
    /// `ArgumentError` for a reason that there is not.
    #[wasm_bindgen(js_name = assessFailure)]
    pub fn assess_failure(&self, reason: &str) -> Result<String, JsValue> {
        let reason = word("reason of a failure", reason)?;
        Ok(to_json(&self.core.assess_failure(reason))?)
    }

    /// Version of the rules in force.
    #[wasm_bindgen(js_name = rulesetVersion)]
    pub fn ruleset_version(&self) -> String {
        self.core.lexicon().version().to_owned()
    }

    /// Languages that the rules are written for, as codes of ISO 639-1.
    pub fn languages(&self) -> Vec<String> {
        self.core.lexicon().languages().to_vec()
    }

    /// Age of the protected person.
    #[wasm_bindgen(js_name = ageBand)]
    pub fn age_band(&self) -> String {
        self.core.age_band().slug().to_owned()
    }
}

#[cfg(feature = "full")]
#[wasm_bindgen]
impl HimayaGuard {
    /// Prepares the text classifier now instead of with the first message.
    ///
    /// # Errors
    /// `ModelError` when it cannot be loaded.
    #[wasm_bindgen(js_name = loadTextModel)]
    pub fn load_text_model(&self) -> Result<(), JsValue> {
        Ok(self.core.load_text_model().map_err(Failure::from)?)
    }

    /// Prepares the picture model now instead of with the first picture.
    ///
    /// # Errors
    /// `ModelError` when there is none or it cannot be loaded.
    #[wasm_bindgen(js_name = loadImageModel)]
    pub fn load_image_model(&self) -> Result<(), JsValue> {
        Ok(self.core.load_image_model().map_err(Failure::from)?)
    }
}
