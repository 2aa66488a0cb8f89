//! Help services, as JavaScript sees them.

use himaya::AgeBand;
use himaya::intervention::{HelpAudience, HelpQuery, HelpService, HelpServices, Reach};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::failure::Failure;
use crate::json::{to_json, word};

/// A service with the ways to reach it, the safest first.
#[derive(Serialize)]
struct Reachable<'a> {
    #[serde(flatten)]
    service: &'a HelpService,
    reach: Vec<Reach<'a>>,
}

fn written<'a>(services: impl IntoIterator<Item = &'a HelpService>) -> Result<String, JsValue> {
    let reachable = |service: &'a HelpService| Reachable { service, reach: service.reach() };
    let services: Vec<Reachable<'_>> = services.into_iter().map(reachable).collect();
    Ok(to_json(&services)?)
}

/// A list of help services; see [`HelpServices`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct HimayaHelp {
    core: HelpServices,
}

#[wasm_bindgen]
impl HimayaHelp {
    /// The services that come with Himaya, or those of a list of the host's own (TOML).
    ///
    /// # Errors
    /// `DataError` when a row does not hold.
    #[wasm_bindgen(constructor)]
    pub fn new(toml: Option<String>) -> Result<Self, JsValue> {
        let core = match toml {
            Some(toml) => HelpServices::from_toml(&toml),
            None => HelpServices::embedded(),
        };
        Ok(Self { core: core.map_err(Failure::from)? })
    }

    /// The services to show, best first: JSON.
    ///
    /// # Errors
    /// `ArgumentError` for an audience or age band that there is not.
    pub fn lookup(
        &self,
        country: &str,
        audience: &str,
        language: &str,
        age_band: Option<String>,
    ) -> Result<String, JsValue> {
        let audience = word("audience", audience)?;
        let age: Option<AgeBand> = age_band.as_deref().map(|b| word("age band", b)).transpose()?;
        written(self.core.lookup(&HelpQuery { country, audience, language, age }))
    }

    /// All services: JSON.
    ///
    /// # Errors
    /// None that a list can cause.
    pub fn all(&self) -> Result<String, JsValue> {
        written(self.core.all())
    }

    /// What a person must confirm before a release: JSON.
    ///
    /// # Errors
    /// None that a list can cause.
    #[wasm_bindgen(js_name = toConfirm)]
    pub fn to_confirm(&self) -> Result<String, JsValue> {
        written(self.core.to_confirm())
    }

    /// Adds services (TOML) before those that there are.
    ///
    /// # Errors
    /// `DataError` when a row does not hold; the list is then as before.
    pub fn extend(&mut self, toml: &str) -> Result<(), JsValue> {
        Ok(self.core.extend(toml).map_err(Failure::from)?)
    }

    /// Puts services (TOML) in place of those for the same country and audience.
    ///
    /// # Errors
    /// `DataError` when a row does not hold; the list is then as before.
    pub fn replace(&mut self, toml: &str) -> Result<(), JsValue> {
        Ok(self.core.replace(toml).map_err(Failure::from)?)
    }

    /// Takes down that a person confirmed services: a TOML table `[confirmed]` of `id = date`.
    ///
    /// # Errors
    /// `DataError` when it is not that; the list is then as before.
    pub fn confirm(&mut self, toml: &str) -> Result<(), JsValue> {
        Ok(self.core.confirm(toml).map_err(Failure::from)?)
    }
}

/// Which services suit a reader of a notice, the most needed first.
///
/// # Errors
/// `ArgumentError` for a word that there is not.
#[wasm_bindgen(js_name = suitableHelp)]
pub fn suitable_help(
    reader: &str,
    category: &str,
    age_band: Option<String>,
) -> Result<Vec<String>, JsValue> {
    let age: Option<AgeBand> =
        age_band.as_deref().map(|band| word("age band", band)).transpose()?;
    let suitable =
        HelpAudience::suitable(word("reader", reader)?, word("category", category)?, age);
    Ok(suitable.iter().map(|audience| audience.slug().to_owned()).collect())
}
