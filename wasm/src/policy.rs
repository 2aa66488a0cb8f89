//! Policies, as JavaScript sees them.

use himaya::intervention::DelayHours;
use himaya::policy::{InterventionLevel, LockedBy, OnFailure, Preset, Threshold};
use himaya::{AgeBand, Policy};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::failure::Failure;
use crate::guard::HimayaGuard;
use crate::json::{to_json, word};

/// `PolicyTable` of `npm/src`.
#[derive(Serialize)]
struct InForce<'a> {
    name: &'a str,
    version: u32,
    sha256: String,
    age_band: AgeBand,
    on_failure: OnFailure,
    intervention: InterventionLevel,
    monitoring_notice: bool,
    delay: DelayHours,
    thresholds: &'a [Threshold],
}

/// `PolicyConcern` of `npm/src`.
#[derive(Serialize)]
struct Concern {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    message: String,
}

#[wasm_bindgen]
impl HimayaGuard {
    /// What is in force for the guard's age band: JSON.
    ///
    /// # Errors
    /// None that a policy can cause.
    pub fn policy(&self) -> Result<String, JsValue> {
        let (policy, age_band) = (self.core.policy(), self.core.age_band());
        Ok(to_json(&InForce {
            name: &policy.name,
            version: policy.version,
            sha256: policy.sha256(),
            age_band,
            on_failure: policy.on_failure,
            intervention: policy.intervention,
            monitoring_notice: policy.monitoring_notice,
            delay: policy.delay.hours(age_band),
            thresholds: self.core.policy_table().thresholds(),
        })?)
    }
}

/// The file of a shipped policy: TOML, with its comments.
///
/// # Errors
/// `PolicyError` for a preset that there is not.
#[wasm_bindgen(js_name = presetText)]
pub fn preset_text(preset: &str) -> Result<String, JsValue> {
    let preset: Preset = preset.parse().map_err(Failure::from)?;
    Ok(preset.text().into_owned())
}

/// What may not be meant in a policy (preset, TOML or JSON), for people of these ages, or all: JSON.
///
/// # Errors
/// `PolicyError` when it does not hold, `ArgumentError` for an age band that there is not.
#[wasm_bindgen(js_name = checkPolicy)]
pub fn check_policy(policy: &str, age_bands: Vec<String>) -> Result<String, JsValue> {
    let policy: Policy = policy.parse().map_err(Failure::from)?;
    let bands: Result<Vec<AgeBand>, Failure> =
        age_bands.iter().map(|band| word("age band", band)).collect();
    let bands = bands?;
    let bands = if bands.is_empty() { AgeBand::ALL } else { &bands };
    let concerns: Vec<Concern> = policy
        .concerns(bands)
        .into_iter()
        .map(|concern| Concern {
            kind: concern.kind.slug(),
            row: concern.row,
            message: concern.message,
        })
        .collect();
    Ok(to_json(&concerns)?)
}

/// Settles on a policy: the lock, as JSON.
///
/// # Errors
/// `PolicyError` when it does not hold, `ArgumentError` for somebody who locks nothing.
#[wasm_bindgen(js_name = lockPolicy)]
pub fn lock_policy(policy: &str, by: &str) -> Result<String, JsValue> {
    let policy: Policy = policy.parse().map_err(Failure::from)?;
    Ok(to_json(&policy.lock(word::<LockedBy>("who locks", by)?))?)
}
