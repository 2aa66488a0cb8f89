//! Rows of a platform's archive: one message each, of many conversations.
//!
//! Whatever a row was read from (a line of JSON, of CSV, a row of Parquet), its fields are taken for
//! what they mean here.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::ImportErrorKind as Kind;
use super::decode::from_wtf8;
use crate::message::Role;

const NO_OBJECT: &str = "himaya-object:";
const NO_VALUE: &str = "himaya-value:";
const TIME: &str = "milliseconds since 1970 or a date such as 2026-11-28T20:00:00Z";

/// What a column of an archive means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArchiveField {
    /// The message's own name. Optional.
    Id,
    /// The conversation that it belongs to: one child and one other side.
    Conversation,
    /// Who wrote it: `protected` or `counterpart`.
    Role,
    /// Who wrote it, by name; looked at where there is no role.
    Sender,
    /// Name of the protected person; without role and this, everybody is a counterpart.
    Protected,
    /// When it was received. Optional.
    Time,
    /// What it says.
    Text,
}

impl ArchiveField {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Id,
        Self::Conversation,
        Self::Role,
        Self::Sender,
        Self::Protected,
        Self::Time,
        Self::Text,
    ];

    /// How the field is called in messages, and its column unless another is named.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Conversation => "conversation",
            Self::Role => "role",
            Self::Sender => "sender",
            Self::Protected => "protected",
            Self::Time => "time",
            Self::Text => "text",
        }
    }

    /// The field that is called so.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.slug() == slug)
    }

    /// What a value must be.
    const fn expected(self) -> &'static str {
        match self {
            Self::Id | Self::Conversation => "a string or a whole number",
            Self::Role => "`protected` or `counterpart`",
            Self::Sender | Self::Protected => "a string, the name of a person",
            Self::Time => TIME,
            Self::Text => "a string",
        }
    }

    /// What is wrong with a value that is nothing of the kind.
    pub const fn refused(self) -> Kind {
        Kind::Type { field: self.slug(), expected: self.expected() }
    }
}

/// By which names an archive calls its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveColumns([String; ArchiveField::ALL.len()]);

impl Default for ArchiveColumns {
    /// By those of [`ArchiveField::slug`].
    fn default() -> Self {
        Self(std::array::from_fn(|at| {
            ArchiveField::ALL.get(at).map_or_else(String::new, |field| field.slug().to_owned())
        }))
    }
}

impl ArchiveColumns {
    /// Calls the column of a field by another name.
    pub fn rename(&mut self, field: ArchiveField, name: impl Into<String>) {
        if let Some(column) = self.0.get_mut(field as usize) {
            *column = name.into();
        }
    }

    /// The column of a field.
    pub fn name(&self, field: ArchiveField) -> &str {
        self.0.get(field as usize).map_or("", String::as_str)
    }

    /// The field of a column.
    pub fn field(&self, name: &str) -> Option<ArchiveField> {
        ArchiveField::ALL.iter().copied().find(|field| self.name(*field) == name)
    }
}

/// A value of a row, as its file has it.
#[derive(Clone, PartialEq)]
pub enum ArchiveValue {
    /// Text.
    Text(String),
    /// A whole number; of a time, milliseconds since 1970.
    Number(i64),
    /// Anything else.
    Other,
}

impl fmt::Debug for ArchiveValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ArchiveValue(..)")
    }
}

/// A row of an archive. `Debug` hides what it says and by whom.
#[derive(Clone, PartialEq)]
pub struct ArchiveRow {
    /// The message's own name, if it has one.
    pub id: Option<String>,
    /// The conversation that it belongs to.
    pub conversation: String,
    /// Who wrote it.
    pub role: Role,
    /// Milliseconds since 1970, if known.
    pub time: Option<i64>,
    /// The text.
    pub text: String,
}

impl fmt::Debug for ArchiveRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ArchiveRow").field("time", &self.time).finish_non_exhaustive()
    }
}

/// The values of a row, before it is known whether they make one.
#[derive(Default)]
pub struct ArchiveRowBuilder {
    id: Option<String>,
    conversation: Option<String>,
    role: Option<Role>,
    sender: Option<String>,
    protected: Option<String>,
    time: Option<i64>,
    text: Option<String>,
}

impl fmt::Debug for ArchiveRowBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ArchiveRowBuilder").finish_non_exhaustive()
    }
}

impl ArchiveRowBuilder {
    /// Sets a field. A value that is not there is not set.
    ///
    /// # Errors
    /// When it is nothing that the field can be.
    pub fn set(&mut self, field: ArchiveField, value: ArchiveValue) -> Result<(), Kind> {
        use ArchiveValue::{Number, Text};
        match (field, value) {
            (ArchiveField::Id, value) => self.id = Some(name(field, value)?),
            (ArchiveField::Conversation, value) => self.conversation = Some(name(field, value)?),
            (ArchiveField::Role, Text(role)) => {
                self.role = Some(match role.as_str() {
                    "protected" => Role::Protected,
                    "counterpart" => Role::Counterpart,
                    _ => return Err(field.refused()),
                });
            }
            (ArchiveField::Sender, value) => self.sender = Some(name(field, value)?),
            (ArchiveField::Protected, value) => self.protected = Some(name(field, value)?),
            (ArchiveField::Time, Number(time)) => self.time = Some(time),
            (ArchiveField::Time, Text(time)) => {
                self.time = Some(milliseconds(&time).ok_or(field.refused())?);
            }
            (ArchiveField::Text, Text(text)) => self.text = Some(text),
            _ => return Err(field.refused()),
        }
        Ok(())
    }

    /// The row.
    ///
    /// # Errors
    /// When there is no conversation or no text.
    pub fn finish(self) -> Result<ArchiveRow, Kind> {
        let conversation = self.conversation.ok_or(Kind::Missing("conversation"))?;
        let text = self.text.ok_or(Kind::Missing("text"))?;
        let named = self.protected.is_some() && self.protected == self.sender;
        let role = self.role.unwrap_or(if named { Role::Protected } else { Role::Counterpart });
        Ok(ArchiveRow { id: self.id, conversation, role, time: self.time, text })
    }
}

fn name(field: ArchiveField, value: ArchiveValue) -> Result<String, Kind> {
    match value {
        ArchiveValue::Text(name) => Ok(name),
        ArchiveValue::Number(number) => Ok(number.to_string()),
        ArchiveValue::Other => Err(field.refused()),
    }
}

/// Milliseconds since 1970 of a time that was written down.
fn milliseconds(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let time = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    i64::try_from(time.unix_timestamp_nanos().div_euclid(1_000_000)).ok()
}

/// Reads a row of JSON Lines. Fields of other names are ignored.
///
/// # Errors
/// What is wrong with it; nothing of what it says.
pub fn parse_archive_row(line: &[u8], columns: &ArchiveColumns) -> Result<ArchiveRow, Kind> {
    // serde_json reads strings asked for as bytes without looking at their encoding.
    if std::str::from_utf8(line).is_err() {
        return Err(Kind::Encoding);
    }
    let mut reader = serde_json::Deserializer::from_slice(line);
    let mut refused = None;
    let row = RowSeed { columns, refused: &mut refused }
        .deserialize(&mut reader)
        .and_then(|row| reader.end().map(|()| row));
    match (row, refused) {
        (_, Some(kind)) => Err(kind),
        (Ok(row), None) => row.finish(),
        (Err(error), None) => Err(classify(&error)),
    }
}

/// Sorts serde's message into ours; serde's own may repeat content, so only places are kept.
fn classify(error: &serde_json::Error) -> Kind {
    let message = error.to_string();
    if message.contains(NO_OBJECT) {
        return Kind::NotAnObject;
    }
    let of = |field: &&ArchiveField| message.contains(&format!("{NO_VALUE}{}.", field.slug()));
    if let Some(field) = ArchiveField::ALL.iter().find(of) {
        return field.refused();
    }
    let what = if error.is_eof() { "it ends too early" } else { "syntax" };
    Kind::Json(format!("{what} at column {}", error.column()))
}

struct RowSeed<'a> {
    columns: &'a ArchiveColumns,
    /// Why a value was not taken; serde's own errors may repeat content.
    refused: &'a mut Option<Kind>,
}

impl<'de> DeserializeSeed<'de> for RowSeed<'_> {
    type Value = ArchiveRowBuilder;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for RowSeed<'_> {
    type Value = ArchiveRowBuilder;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(NO_OBJECT)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut row = ArchiveRowBuilder::default();
        while let Some(field) = map.next_key_seed(Key(self.columns))? {
            let Some(field) = field else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let value = map.next_value_seed(Value(field))?;
            if let Some(Err(kind)) = value.map(|value| row.set(field, value)) {
                *self.refused = Some(kind);
                return Err(de::Error::custom(NO_OBJECT));
            }
        }
        Ok(row)
    }
}

/// The name of a field.
struct Key<'a>(&'a ArchiveColumns);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<ArchiveField>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_bytes(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<ArchiveField>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(NO_OBJECT)
    }

    fn visit_bytes<E: de::Error>(self, name: &[u8]) -> Result<Self::Value, E> {
        Ok(std::str::from_utf8(name).ok().and_then(|name| self.0.field(name)))
    }
}

/// A value of a field; `null` is as if it were not there.
struct Value(ArchiveField);

impl<'de> DeserializeSeed<'de> for Value {
    type Value = Option<ArchiveValue>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        if self.0 == ArchiveField::Text {
            reader.deserialize_option(self)
        } else {
            reader.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Value {
    type Value = Option<ArchiveValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{NO_VALUE}{}.", self.0.slug())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(ArchiveValue::Text(text.to_owned())))
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        self.visit_byte_buf(bytes.to_vec())
    }

    fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Self::Value, E> {
        Ok(Some(ArchiveValue::Text(from_wtf8(bytes))))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(ArchiveValue::Number(number)))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(i64::try_from(number).map_or(ArchiveValue::Other, ArchiveValue::Number)))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
        // Milliseconds with a fraction; beyond 2^53 a float is no whole number any more.
        let whole = self.0 == ArchiveField::Time && number.abs() < 9e15;
        Ok(Some(if whole { ArchiveValue::Number(number as i64) } else { ArchiveValue::Other }))
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Some(ArchiveValue::Other))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    // As bytes, since JavaScript's strings may hold half characters.
    fn visit_some<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_byte_buf(self)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Some(ArchiveValue::Other))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Some(ArchiveValue::Other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: &str) -> Result<ArchiveRow, Kind> {
        parse_archive_row(line.as_bytes(), &ArchiveColumns::default())
    }

    #[test]
    fn a_row_is_read_whatever_the_types_of_its_names() {
        let full =
            r#"{"id":7,"conversation":"c","role":"protected","time":1000,"text":"hi","x":[1]}"#;
        let expected = ArchiveRow {
            id: Some("7".to_owned()),
            conversation: "c".to_owned(),
            role: Role::Protected,
            time: Some(1000),
            text: "hi".to_owned(),
        };
        assert_eq!(row(full).unwrap(), expected);
        let least = row(r#"{"conversation":12,"text":"hi","id":null,"time":null}"#).unwrap();
        assert_eq!((least.conversation.as_str(), least.role), ("12", Role::Counterpart));
        assert_eq!((least.id, least.time), (None, None));
    }

    #[test]
    fn times_are_numbers_or_dates() {
        let time = |time: &str| {
            row(&format!(r#"{{"conversation":"c","text":"t","time":{time}}}"#)).unwrap().time
        };
        assert_eq!(time("1500"), Some(1500));
        assert_eq!(time("1500.75"), Some(1500));
        assert_eq!(time("\"1500\""), Some(1500));
        assert_eq!(time("\"1970-01-01T01:00:01.5+01:00\""), Some(1500));
        assert_eq!(time("\"1969-12-31T23:59:59.9995Z\""), Some(-1));
    }

    #[test]
    fn who_wrote_a_message_is_told_by_role_or_by_name() {
        let role =
            |rest: &str| row(&format!(r#"{{"conversation":"c","text":"t",{rest}}}"#)).unwrap().role;
        assert_eq!(role(r#""sender":"lea","protected":"lea""#), Role::Protected);
        assert_eq!(role(r#""sender":"ben","protected":"lea""#), Role::Counterpart);
        assert_eq!(role(r#""sender":"lea""#), Role::Counterpart);
        assert_eq!(
            role(r#""sender":"lea","protected":"lea","role":"counterpart""#),
            Role::Counterpart
        );
    }

    #[test]
    fn columns_may_have_other_names() {
        let mut columns = ArchiveColumns::default();
        columns.rename(ArchiveField::Text, "body");
        columns.rename(ArchiveField::Conversation, "thread");
        let read = parse_archive_row(br#"{"thread":"c","body":"hi","text":5}"#, &columns);
        assert_eq!(read.unwrap().text, "hi");
    }

    #[test]
    fn what_is_wrong_is_told_and_nothing_repeated() {
        for (line, code) in [
            ("CANARY", "not_json"),
            (r#"{"conversation":"CANARY","text":"CANARY"#, "not_json"),
            (r#"["CANARY"]"#, "not_an_object"),
            (r#"{"conversation":"CANARY"}"#, "missing_field"),
            (r#"{"text":"CANARY"}"#, "missing_field"),
            (r#"{"conversation":"CANARY","text":null}"#, "missing_field"),
            (r#"{"conversation":"c","text":["CANARY"]}"#, "wrong_type"),
            (r#"{"conversation":"c","text":5}"#, "wrong_type"),
            (r#"{"conversation":{"CANARY":1},"text":"t"}"#, "wrong_type"),
            (r#"{"conversation":"c","text":"t","role":"CANARY"}"#, "wrong_type"),
            (r#"{"conversation":"c","text":"t","time":"CANARY"}"#, "wrong_type"),
        ] {
            let kind = row(line).unwrap_err();
            assert!(!format!("{kind} {kind:?}").contains("CANARY"), "{kind}");
            assert_eq!(kind.code(), code, "{line}");
        }
        let bytes = parse_archive_row(b"{\"text\":\"\xFF\"}", &ArchiveColumns::default());
        assert_eq!(bytes.unwrap_err(), Kind::Encoding);
    }

    #[test]
    fn half_characters_of_javascript_are_replaced() {
        let read = row("{\"conversation\":\"c\",\"text\":\"a\\ud83d b\"}").unwrap();
        assert_eq!(read.text, "a\u{FFFD} b");
    }

    #[test]
    fn debug_output_hides_what_was_said() {
        let read = row(r#"{"conversation":"CANARY","id":"CANARY","text":"CANARY"}"#).unwrap();
        let value = ArchiveValue::Text("CANARY".to_owned());
        let mut builder = ArchiveRowBuilder::default();
        builder.set(ArchiveField::Text, value.clone()).unwrap();
        let shown = format!("{read:?} {value:?} {builder:?}");
        assert!(!shown.contains("CANARY"), "{shown}");
    }
}
