//! The state of one conversation, as JavaScript sees it.

use himaya::conversation::{Contact, Conversation, Relation};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::failure::Failure;
use crate::json::{from_json, to_json, word};

/// `Contact` of `npm/src`.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ContactForm {
    #[serde(default = "unknown")]
    relation: Relation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    children_contacted: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    utc_offset: Option<i16>,
}

const fn unknown() -> Relation {
    Relation::Unknown
}

pub(crate) fn contact(json: &str) -> Result<Contact, Failure> {
    let form: ContactForm = from_json("contact", json)?;
    let mut contact = Contact::new(form.relation);
    contact.children_contacted = form.children_contacted;
    contact.utc_offset = form.utc_offset;
    Ok(contact)
}

/// Numbers kept for one counterpart; see [`Conversation`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct HimayaConversation {
    pub(crate) core: Conversation,
}

#[wasm_bindgen]
impl HimayaConversation {
    /// A conversation in which nothing was said yet.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "JavaScript has no defaults")]
    pub fn new() -> Self {
        Self { core: Conversation::new() }
    }

    /// From what `toBytes` gave, of this or an earlier version.
    ///
    /// # Errors
    /// `ConversationError` when the bytes are no stored conversation, were changed, or are of a
    /// newer version.
    pub fn from(bytes: &[u8]) -> Result<Self, JsValue> {
        Ok(Self { core: Conversation::import(bytes).map_err(Failure::from)? })
    }

    /// At most 512 bytes to keep.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.core.export()
    }

    /// What the host knows of the counterpart: JSON of `Contact`.
    ///
    /// # Errors
    /// None that a contact can cause.
    pub fn contact(&self) -> Result<String, JsValue> {
        let contact = self.core.contact();
        Ok(to_json(&ContactForm {
            relation: contact.relation,
            children_contacted: contact.children_contacted,
            utc_offset: contact.utc_offset,
        })?)
    }

    /// Says what the host knows of the counterpart: JSON of `Contact`.
    ///
    /// # Errors
    /// `ArgumentError` when it is not that.
    #[wasm_bindgen(js_name = setContact)]
    pub fn set_contact(&mut self, json: &str) -> Result<(), JsValue> {
        self.core.set_contact(contact(json)?);
        Ok(())
    }

    /// Notes that somebody deleted a message.
    ///
    /// # Errors
    /// `ArgumentError` for a role that there is not.
    #[wasm_bindgen(js_name = noteDeleted)]
    pub fn note_deleted(&mut self, role: &str) -> Result<(), JsValue> {
        self.core.note_deleted(word("role", role)?);
        Ok(())
    }

    /// Messages that the child received.
    pub fn received(&self) -> u32 {
        self.core.received()
    }

    /// Messages that the child sent.
    pub fn sent(&self) -> u32 {
        self.core.sent()
    }

    /// Messages that were deleted.
    pub fn deleted(&self) -> u32 {
        self.core.deleted()
    }
}
