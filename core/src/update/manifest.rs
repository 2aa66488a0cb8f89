//! What an update says of itself.

use serde::{Deserialize, Serialize};

use super::UpdateError;
use crate::data;

const SCHEMA_VERSION: u32 = 1;
/// Characters of a name.
const MAX_NAME: usize = 64;

/// What an update says of itself: `manifest.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdateManifest {
    schema_version: u32,
    /// For people: letters, digits, `-`, `_` and `.`, up to 64.
    pub name: String,
    /// Rises with every update, from 1.
    pub version: u64,
    /// Versions below are withdrawn: once this one is installed, none of them may be again.
    /// At most `version`.
    pub floor: u64,
    /// The oldest version of Himaya that can use it, such as `0.1.0`.
    pub requires: String,
}

impl UpdateManifest {
    /// A manifest that withdraws nothing and asks for this build or a later one.
    pub fn new(name: impl Into<String>, version: u64) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            name: name.into(),
            version,
            floor: 1,
            requires: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    /// Sets the least version that may be installed from then on.
    #[must_use]
    pub const fn with_floor(mut self, floor: u64) -> Self {
        self.floor = floor;
        self
    }

    pub(super) fn from_json(json: &[u8]) -> Result<Self, UpdateError> {
        let manifest: Self = serde_json::from_slice(json)
            .map_err(|error| UpdateError::Manifest(data::json_place(&error, "a manifest")))?;
        manifest.check()?;
        Ok(manifest)
    }

    pub(super) fn check(&self) -> Result<(), UpdateError> {
        let wrong = |what: String| Err(UpdateError::Manifest(what));
        if self.schema_version != SCHEMA_VERSION {
            let found = self.schema_version;
            return wrong(format!("schema_version {found}; this build reads {SCHEMA_VERSION}"));
        }
        let usual = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if self.name.is_empty() || self.name.len() > MAX_NAME || !self.name.chars().all(usual) {
            return wrong(format!("name: give 1 to {MAX_NAME} letters, digits, `-`, `_` or `.`"));
        }
        if self.version == 0 || self.floor > self.version {
            return wrong("version is 1 or more, and floor at most version".to_owned());
        }
        let this = env!("CARGO_PKG_VERSION");
        match (numbers(&self.requires), numbers(this)) {
            (None, _) => wrong("requires: give a version such as 0.1.0".to_owned()),
            (Some(requires), Some(own)) if requires > own => {
                let [a, b, c] = requires;
                Err(UpdateError::Requires { requires: format!("{a}.{b}.{c}"), this })
            }
            _ => Ok(()),
        }
    }
}

fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.').map(str::parse);
    let numbers = [parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?];
    parts.next().is_none().then_some(numbers)
}
