//! Measured error rates, for the method that a transparency report writes out.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::tally::Share;
use crate::taxonomy::slugs;

const SCHEMA_VERSION: u32 = 1;

slugs! {
    /// What an error rate is of.
    Measured {
        /// Held-out messages with one indicator that gave a signal.
        IndicatorSignalled = "indicator_signalled",
        /// Held-out messages that only sound like one, and gave a signal.
        HarmlessSignalled = "harmless_signalled",
        /// Likewise, and warned by themselves.
        HarmlessWarned = "harmless_warned",
        /// Messages of ordinary chat that warned by themselves.
        OrdinaryMessageWarned = "ordinary_message_warned",
        /// Held-out conversations with a risk that were warned of.
        RiskyConversationWarned = "risky_conversation_warned",
        /// Held-out conversations that only sound like one, and got any action.
        HarmlessConversationWarned = "harmless_conversation_warned",
        /// Ordinary dialogues that got any action.
        OrdinaryDialogueWarned = "ordinary_dialogue_warned",
        /// Views of harmless drawings taken for sensitive.
        DrawnPictureSensitive = "drawn_picture_sensitive",
        /// Views of harmless pictures of published packages taken for sensitive.
        PackagedPictureSensitive = "packaged_picture_sensitive",
    }
}

/// How often something happened when it was measured.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ErrorRate {
    /// Of what.
    pub what: Measured,
    /// BCP 47 code of the language, where it was measured by language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// How often, with its interval.
    #[serde(flatten)]
    pub share: Share,
    /// What prints it, in the project's repository.
    pub command: String,
}

/// Why a file of error rates cannot be used.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum RatesError {
    /// Not TOML, or not the fields of such a file.
    #[error("{0}")]
    Syntax(String),
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// More hits than there were tries.
    #[error("rate {row} ({what}): {hits} of {of}; give a part of a whole above 0")]
    Range {
        /// Row, from 1.
        row: usize,
        /// Of what.
        what: Measured,
        /// How many.
        hits: u64,
        /// Of how many.
        of: u64,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema_version: u32,
    rates: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    what: Measured,
    language: Option<String>,
    hits: u64,
    of: u64,
    command: String,
}

impl ErrorRate {
    /// Those that this build embeds (`models/report/error_rates.toml`).
    ///
    /// # Errors
    /// None that the shipped file can cause; the build's tests read it.
    pub fn embedded() -> Result<Vec<Self>, RatesError> {
        Self::from_toml(&himaya_models::report::ERROR_RATES.text())
    }

    fn from_toml(text: &str) -> Result<Vec<Self>, RatesError> {
        let syntax = |error: toml::de::Error| RatesError::Syntax(error.to_string());
        let File { schema_version, rates } = toml::from_str(text).map_err(syntax)?;
        if schema_version != SCHEMA_VERSION {
            return Err(RatesError::SchemaVersion(schema_version));
        }
        let checked = rates.into_iter().enumerate().map(|(index, row)| {
            let Row { what, language, hits, of, command } = row;
            if of == 0 || hits > of {
                return Err(RatesError::Range { row: index + 1, what, hits, of });
            }
            Ok(Self { what, language, share: Share::new(hits, of), command })
        });
        checked.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_the_method_speaks_of_was_measured() {
        let rates = ErrorRate::embedded().unwrap();
        for what in Measured::ALL {
            assert!(rates.iter().any(|rate| rate.what == *what), "{what}");
        }
        assert!(rates.iter().all(|rate| !rate.command.is_empty()));
    }

    #[test]
    fn a_wrong_file_is_refused_with_the_reason() {
        let good = himaya_models::report::ERROR_RATES.text();
        for (right, wrong, message) in [
            ("schema_version = 1", "schema_version = 2", "schema_version 2 is not supported"),
            ("of = 81", "of = 3", "rate 1 (indicator_signalled): "),
            ("hits", "hist", "unknown field `hist`"),
        ] {
            let error = ErrorRate::from_toml(&good.replace(right, wrong)).unwrap_err().to_string();
            assert!(error.contains(message), "{error}");
        }
    }
}
