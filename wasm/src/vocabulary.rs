//! The core's words, by which the test of the package compares its declarations.

use std::collections::BTreeMap;

use himaya::assessment::{InputType, Origin, StatusReason};
use himaya::conversation::{Cue, Relation};
use himaya::intervention::{Gender, HelpAudience, InterventionLevel, Reader, Urgency};
use himaya::policy::{LockedBy, Preset};
use himaya::taxonomy::Stage;
use himaya::{Action, AgeBand, Behavior, Category, Status};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::json::to_json;

macro_rules! words {
    ($($word:ident),+) => {
        [$((stringify!($word), $word::ALL.iter().map(|word| word.slug()).collect())),+]
    };
}

/// Every word of every list: JSON.
///
/// # Errors
/// None.
#[wasm_bindgen]
pub fn vocabulary() -> Result<String, JsValue> {
    let words: BTreeMap<&str, Vec<&str>> = BTreeMap::from(words![
        AgeBand,
        Preset,
        InputType,
        Action,
        Origin,
        Status,
        StatusReason,
        Category,
        Behavior,
        Stage,
        Cue,
        Relation,
        Reader,
        Gender,
        InterventionLevel,
        HelpAudience,
        Urgency,
        LockedBy
    ]);
    Ok(to_json(&words)?)
}
