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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Action, Severity};
    use crate::policy::{AgeBand, Leniency, PolicyRow};

    fn child() -> Policy {
        Policy::named(Preset::Child).unwrap()
    }

    fn row(category: Category, severity: u8, action: Action) -> PolicyRow {
        let (ages, min_severity) = (Vec::new(), Severity::new(severity));
        PolicyRow { category, ages, at: 0.5, min_severity, action, reason: String::new() }
    }

    /// Rows of which none says what another says.
    fn rows(count: usize) -> Vec<PolicyRow> {
        let of = |category| {
            Action::ALL.iter().flat_map(move |action| {
                (0..=7).map(move |severity| row(category, severity, *action))
            })
        };
        Category::ALL.iter().copied().flat_map(of).take(count).collect()
    }

    #[test]
    fn a_policy_is_read_up_to_its_limits_and_no_further() {
        let (long, longer) = ("a".repeat(64), "a".repeat(65));
        for name in ["a", "az-09_", &long] {
            assert!(Policy { name: name.to_owned(), ..child() }.checked().is_ok(), "{name}");
        }
        for (name, shown) in [("", ""), ("aB", "aB"), ("ä", "ä"), (&longer, &long[..40])] {
            let error = Policy { name: name.to_owned(), ..child() }.checked().unwrap_err();
            assert_eq!(error, PolicyError::Name(shown.to_owned()));
        }
        for (count, expected) in
            [(256, None), (257, Some(PolicyError::TooManyRows(257))), (0, None)]
        {
            let policy = Policy { rows: rows(count), ..child() };
            assert_eq!(policy.rows.len(), count);
            assert_eq!(policy.checked().err(), expected);
        }
        for schema_version in [0, 2] {
            let error = Policy { schema_version, ..child() }.checked().unwrap_err();
            assert_eq!(error, PolicyError::SchemaVersion(schema_version));
        }
    }

    #[test]
    fn the_wrong_row_is_named_by_its_number() {
        let wrong = |at: usize, change: fn(&mut PolicyRow)| {
            let mut rows = rows(5);
            change(&mut rows[at]);
            Policy { rows, ..child() }.checked().err()
        };
        assert_eq!(wrong(2, |row| row.at = 0.0), None);
        assert_eq!(wrong(2, |row| row.at = 1.0), None);
        let threshold = |row, at| Some(PolicyError::Threshold { row, at });
        assert_eq!(wrong(0, |row| row.at = 1.01), threshold(1, 1.01));
        assert_eq!(wrong(2, |row| row.at = -0.01), threshold(3, -0.01));
        let (younger, older) = (AgeBand::From6To9, AgeBand::From10To12);
        let mut rows = rows(3);
        rows[1].ages = vec![younger, older];
        assert_eq!(Policy { rows: rows.clone(), ..child() }.checked().err(), None);
        rows[1].ages.push(younger);
        let fault = "names one band twice";
        let error = Policy { rows: rows.clone(), ..child() }.checked().unwrap_err();
        assert_eq!(error, PolicyError::Ages { row: 2, fault });
        rows[1] = rows[0].clone();
        rows.swap(1, 2);
        let error = Policy { rows, ..child() }.checked().unwrap_err();
        let category = Category::Grooming;
        assert_eq!(error, PolicyError::DuplicateRow { row: 3, first: 1, category });
    }

    #[test]
    fn leniency_may_exceed_what_is_permitted_by_rounding_only() {
        let category = Category::Bullying;
        for (raise, holds) in
            [(0.0, true), (0.1, true), (0.100_000_5, true), (0.100_1, false), (-0.000_1, false)]
        {
            let policy = Policy { leniency: vec![Leniency { category, raise }], ..child() };
            let permitted = 0.1;
            let wrong = PolicyError::Leniency { category, raise, permitted };
            assert_eq!(policy.checked().err(), (!holds).then_some(wrong));
        }
    }

    #[test]
    fn the_form_of_a_policy_is_told_by_how_it_begins() {
        let json = child().to_json().unwrap();
        for text in [format!("\n  {json}"), format!("# {{\n{}", Preset::Child.text())] {
            assert_eq!(text.parse::<Policy>().unwrap(), child());
        }
        assert_eq!(" teen\n".parse::<Policy>().unwrap().name, "teen");
        let error = "{\n\"name\": 1}".parse::<Policy>().unwrap_err();
        let message = "invalid type: integer `1`, expected a string".to_owned();
        assert_eq!(error, PolicyError::Syntax { line: 2, message });
    }

    #[test]
    fn a_checksum_is_of_what_the_policy_decides() {
        let (sum, other) = (child().sha256(), Policy { version: 99, ..child() }.sha256());
        let hex = |c: char| matches!(c, '0'..='9' | 'a'..='f');
        assert!(sum.len() == 64 && sum.chars().all(hex), "{sum}");
        assert_ne!(sum, other);
        let leniency = vec![Leniency { category: Category::Bullying, raise: 0.1 }];
        assert_eq!(Policy { leniency, ..child() }.sha256(), sum);
    }
}
