//! Policies as files: TOML and JSON, read strictly.

use std::str::FromStr;

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::{MAX_ROWS, Policy, PolicyError, Preset, SCHEMA_VERSION};
use crate::data;
use crate::taxonomy::Category;

/// Characters of a policy's name.
const MAX_NAME: usize = 64;

impl Policy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// When the text is not TOML, has unknown or missing fields, or values out of range.
    pub fn from_toml(text: &str) -> Result<Self, PolicyError> {
        let wrong = |(line, message)| PolicyError::Syntax { line, message };
        data::parse::<Self>(text).map_err(wrong)?.checked()
    }

    /// Reads the JSON form (`docs/schemas/policy.schema.json`).
    ///
    /// # Errors
    /// As [`Policy::from_toml`].
    pub fn from_json(text: &str) -> Result<Self, PolicyError> {
        json::<Self>(text)?.checked()
    }

    /// The JSON form, indented.
    ///
    /// # Errors
    /// None that a policy can cause.
    pub fn to_json(&self) -> Result<String, PolicyError> {
        serde_json::to_string_pretty(self).map_err(|error| unwritable(&error))
    }

    /// SHA-256 of what the policy decides, as hex digits: of its JSON form without spaces and
    /// without [`Policy::leniency`], which contests change within the policy's own bounds.
    pub fn sha256(&self) -> String {
        let strict = Self { leniency: Vec::new(), ..self.clone() };
        // A policy is numbers, lists and names: there is nothing that could not be written.
        let json = serde_json::to_vec(&strict).unwrap_or_default();
        Sha256::digest(json).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn checked(self) -> Result<Self, PolicyError> {
        if self.schema_version != SCHEMA_VERSION {
            return Err(PolicyError::SchemaVersion(self.schema_version));
        }
        let usual = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-' | '_');
        if self.name.is_empty() || self.name.len() > MAX_NAME || !self.name.chars().all(usual) {
            return Err(PolicyError::Name(super::error::shortened(&self.name)));
        }
        if self.rows.len() > MAX_ROWS {
            return Err(PolicyError::TooManyRows(self.rows.len()));
        }
        for (index, row) in self.rows.iter().enumerate() {
            let number = index + 1;
            if !(0.0..=1.0).contains(&row.at) {
                return Err(PolicyError::Threshold { row: number, at: row.at });
            }
            if row
                .ages
                .iter()
                .enumerate()
                .any(|(at, age)| row.ages.iter().skip(at + 1).any(|a| a == age))
            {
                return Err(PolicyError::Ages { row: number, fault: "names one band twice" });
            }
            let before = self.rows.iter().take(index);
            if let Some(first) = before.into_iter().position(|other| other.says_the_same(row)) {
                let first = first + 1;
                return Err(PolicyError::DuplicateRow {
                    row: number,
                    first,
                    category: row.category,
                });
            }
        }
        if let Some(contest) = &self.contest {
            contest.check()?;
        }
        for leniency in &self.leniency {
            self.permits(leniency)?;
        }
        Ok(self)
    }

    pub(super) fn permits(&self, leniency: &super::Leniency) -> Result<(), PolicyError> {
        let super::Leniency { category, raise } = *leniency;
        let permitted = self.permitted_leniency(category);
        // Sums of steps carry rounding.
        if (0.0..=permitted + 1e-6).contains(&raise) {
            Ok(())
        } else {
            Err(PolicyError::Leniency { category, raise, permitted })
        }
    }

    fn permitted_leniency(&self, category: Category) -> f32 {
        self.contest.as_ref().map_or(0.0, |contest| contest.permitted(category))
    }
}

impl FromStr for Policy {
    type Err = PolicyError;

    /// Reads the name of a preset, the JSON form (which begins with `{`) or the TOML form.
    fn from_str(text: &str) -> Result<Self, PolicyError> {
        match Preset::from_slug(text.trim()) {
            Some(preset) => Self::named(preset),
            None if text.trim_start().starts_with('{') => Self::from_json(text),
            None => Self::from_toml(text),
        }
    }
}

/// Reads JSON strictly.
pub(super) fn json<T: DeserializeOwned>(text: &str) -> Result<T, PolicyError> {
    serde_json::from_str(text).map_err(|error| unwritable(&error))
}

fn unwritable(error: &serde_json::Error) -> PolicyError {
    let line = error.line();
    let message = error.to_string();
    let place = format!(" at line {line} column {}", error.column());
    PolicyError::Syntax { line, message: message.trim_end_matches(&place).to_owned() }
}
