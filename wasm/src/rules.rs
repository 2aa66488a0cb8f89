//! The rules, one file a language, which the host fetches. They are given once and live as long as
//! the module: guards share them.

use std::cell::RefCell;
use std::sync::Arc;

use himaya::GuardBuilder;
use himaya::error::ArtifactError;
use himaya::text::Lexicon;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::failure::Failure;

thread_local! {
    static RULES: RefCell<Option<Arc<Lexicon>>> = RefCell::default();
}

/// Takes compiled rules, each language once. Guards that are made from now on have them.
///
/// # Errors
/// `BuildError` when a file does not hold compiled rules, or a language comes twice.
#[wasm_bindgen(js_name = setRules)]
pub fn set_rules(files: Vec<Uint8Array>) -> Result<(), JsValue> {
    let files: Vec<Vec<u8>> = files.iter().map(Uint8Array::to_vec).collect();
    let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    let lexicon = Lexicon::from_artifacts(&files).map_err(|error| Failure::Build(error.into()))?;
    RULES.set(Some(Arc::new(lexicon)));
    Ok(())
}

/// Takes rules as `preparedRules` gave them, whose SHA-256 the host has compared: they hold no
/// checksum. Tells whether they are of this build; if not, nothing has changed.
///
/// # Errors
/// `BuildError` when the bytes are no prepared rules.
#[wasm_bindgen(js_name = setPreparedRules)]
pub fn set_prepared_rules(bytes: &[u8]) -> Result<bool, JsValue> {
    match Lexicon::from_prepared(bytes) {
        Ok(lexicon) => RULES.set(Some(Arc::new(lexicon))),
        Err(ArtifactError::OtherBuild) => return Ok(false),
        Err(error) => return Err(Failure::Build(error.into()).into()),
    }
    Ok(true)
}

/// The rules as they lie in memory, for `setPreparedRules` of the same build: a start with them takes
/// a fraction of the time. Empty if there are none.
///
/// # Errors
/// None that rules can cause.
#[wasm_bindgen(js_name = preparedRules)]
pub fn prepared_rules() -> Result<Vec<u8>, JsValue> {
    let Some(rules) = RULES.with_borrow(Clone::clone) else { return Ok(Vec::new()) };
    rules.prepared().map_err(|error| Failure::Build(error.into()).into())
}

pub(crate) fn added_to(builder: GuardBuilder) -> GuardBuilder {
    match RULES.with_borrow(Clone::clone) {
        Some(rules) => builder.lexicon(rules),
        None => builder,
    }
}
