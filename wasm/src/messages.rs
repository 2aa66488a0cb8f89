//! Words for people, as JavaScript sees them.

use std::collections::BTreeMap;

use himaya::conversation::Cause;
use himaya::intervention::{
    Addressee, Argument, GuardianDigest, InterventionLevel, Messages, Notice, Reader,
};
use serde::Deserialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::json::{from_json, to_json, word};

/// A value that a message shows.
#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Number(u32),
    Text(String),
}

/// The messages of one language for one person; see [`Messages`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct HimayaMessages {
    core: Messages,
    addressee: Addressee,
}

#[wasm_bindgen]
impl HimayaMessages {
    /// In the first of the preferred languages that there is, else in English.
    ///
    /// # Errors
    /// `ArgumentError` for an age band or gender that there is not.
    #[wasm_bindgen(constructor)]
    pub fn new(
        languages: Vec<String>,
        age_band: Option<String>,
        gender: Option<String>,
    ) -> Result<Self, JsValue> {
        let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
        let mut addressee = Addressee::default();
        if let Some(band) = &age_band {
            addressee.age = Some(word("age band", band)?);
        }
        if let Some(gender) = &gender {
            addressee.gender = word("gender", gender)?;
        }
        Ok(Self { core: Messages::for_languages(&languages), addressee })
    }

    /// BCP 47 code of the language.
    pub fn language(&self) -> String {
        self.core.language().to_owned()
    }

    /// Whether the language is written from right to left.
    #[wasm_bindgen(js_name = rightToLeft)]
    pub fn right_to_left(&self) -> bool {
        self.core.is_right_to_left()
    }

    /// The notice that a key of an assessment or digest names.
    ///
    /// # Errors
    /// `ArgumentError` for a level that there is not.
    #[wasm_bindgen(js_name = forKey)]
    pub fn for_key(&self, key: &str, level: &str) -> Result<Option<String>, JsValue> {
        let level = word("level", level)?;
        let named = Reader::of_key(key);
        let notice = named.and_then(|(reader, category)| {
            self.core.notice(reader, category, &self.addressee, level)
        });
        written(notice)
    }

    /// What a reader is told of a category.
    ///
    /// # Errors
    /// `ArgumentError` for a word that there is not.
    pub fn notice(
        &self,
        reader: &str,
        category: &str,
        level: &str,
    ) -> Result<Option<String>, JsValue> {
        let (reader, category) = (word("reader", reader)?, word("category", category)?);
        let level = word("level", level)?;
        written(self.core.notice(reader, category, &self.addressee, level))
    }

    /// The text of a key; `values` is a JSON object of numbers and texts.
    ///
    /// # Errors
    /// `ArgumentError` when the values are not that.
    pub fn text(&self, key: &str, values: &str) -> Result<Option<String>, JsValue> {
        let values: BTreeMap<String, Value> = from_json("values", values)?;
        let values: Vec<(&str, Argument<'_>)> = values
            .iter()
            .map(|(name, value)| match value {
                Value::Number(number) => (name.as_str(), Argument::Number(*number)),
                Value::Text(text) => (name.as_str(), Argument::Text(text)),
            })
            .collect();
        Ok(self.core.text_with(key, &self.addressee, &values))
    }

    /// That something could not be checked: text and step.
    ///
    /// # Errors
    /// `ArgumentError` for a kind of input that there is not.
    pub fn unchecked(&self, input: &str) -> Result<Vec<String>, JsValue> {
        Ok(pair(self.core.unchecked(word("input type", input)?, &self.addressee)))
    }

    /// What a child is told where messages and pictures are looked at: title and text.
    #[wasm_bindgen(js_name = monitoringNotice)]
    pub fn monitoring_notice(&self) -> Vec<String> {
        pair(self.core.monitoring_notice(&self.addressee))
    }

    /// That an adult will be told in so many hours: text and step.
    #[wasm_bindgen(js_name = digestDelay)]
    pub fn digest_delay(&self, hours: u32) -> Vec<String> {
        pair(self.core.digest_delay(hours, &self.addressee))
    }

    /// What a behaviour is, in a few words.
    ///
    /// # Errors
    /// `ArgumentError` for a behaviour that there is not.
    pub fn behavior(&self, behavior: &str) -> Result<String, JsValue> {
        Ok(self.core.behavior(word("behavior", behavior)?))
    }

    /// What counts in a conversation, in a few words; `cause` is JSON of `Cause`.
    ///
    /// # Errors
    /// `ArgumentError` when it is not that.
    pub fn cause(&self, cause: &str) -> Result<String, JsValue> {
        Ok(self.core.cause(from_json::<Cause>("cause", cause)?))
    }

    /// What a stage is, in a few words.
    ///
    /// # Errors
    /// `ArgumentError` for a stage that there is not.
    pub fn stage(&self, stage: &str) -> Result<String, JsValue> {
        Ok(self.core.stage(word("stage", stage)?))
    }

    /// What a category is, in a few words.
    ///
    /// # Errors
    /// `ArgumentError` for a category that there is not.
    pub fn category(&self, category: &str) -> Result<String, JsValue> {
        Ok(self.core.category(word("category", category)?))
    }

    /// What an action means, in a few words.
    ///
    /// # Errors
    /// `ArgumentError` for an action that there is not.
    pub fn action(&self, action: &str) -> Result<String, JsValue> {
        Ok(self.core.action(word("action", action)?))
    }

    /// A digest (JSON) in words for a guardian, addressed by the age of the child.
    ///
    /// # Errors
    /// `ArgumentError` when it is no digest, or for a level that there is not.
    pub fn digest(&self, digest: &str, level: &str) -> Result<String, JsValue> {
        let digest: GuardianDigest = from_json("digest", digest)?;
        let level: InterventionLevel = word("level", level)?;
        Ok(digest.to_text(&self.core, &self.addressee, level))
    }
}

/// The languages that there are messages in, by code.
#[wasm_bindgen(js_name = messageLanguages)]
pub fn message_languages() -> Vec<String> {
    Messages::languages().map(str::to_owned).collect()
}

fn written(notice: Option<Notice>) -> Result<Option<String>, JsValue> {
    Ok(notice.map(|notice| to_json(&notice)).transpose()?)
}

/// Two texts, or none.
fn pair(texts: Option<(String, String)>) -> Vec<String> {
    texts.map_or_else(Vec::new, |(first, second)| vec![first, second])
}
