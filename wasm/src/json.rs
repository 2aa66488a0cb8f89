//! Objects cross as JSON: the core brings writer and reader along, and the engine's own are quick.

use himaya::{Assessment, SpanUnit};
use serde::Serialize;
use serde::de::value::{Error as WordError, StrDeserializer};
use serde::de::{Deserialize, DeserializeOwned, Error as _, IntoDeserializer};

use crate::failure::Failure;

pub(crate) fn to_json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(Failure::Json)
}

/// Reads what was given for `what`.
pub(crate) fn from_json<T: DeserializeOwned>(what: &'static str, json: &str) -> Result<T, Failure> {
    serde_json::from_str(json).map_err(|error| Failure::Argument { what, error })
}

/// Reads a word of the vocabulary.
pub(crate) fn word<'a, T: Deserialize<'a>>(
    what: &'static str,
    word: &'a str,
) -> Result<T, Failure> {
    let reader: StrDeserializer<'a, WordError> = word.into_deserializer();
    T::deserialize(reader)
        .map_err(|error| Failure::Argument { what, error: serde_json::Error::custom(error) })
}

/// The assessment of a message, its spans counted as JavaScript counts.
pub(crate) fn of_message(assessment: Assessment, text: &str) -> Result<String, Failure> {
    to_json(&assessment.with_spans_in(SpanUnit::Utf16, text))
}
