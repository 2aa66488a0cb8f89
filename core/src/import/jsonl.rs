//! JSON Lines: messages, conversations, and the `score` protocol.
//!
//! Unknown fields are ignored, so that newer writers work with older readers.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::decode::from_wtf8;
use super::{Chat, ChatMessage, ImportError, ImportErrorKind as Kind, MAX_MESSAGES};

const MINUTE: f64 = 60_000.0;
const BAD_FIELD: &str = "himaya-field:";

/// One line of the `score` protocol.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreLine {
    /// `id`, given back as it came.
    pub id: Option<serde_json::Value>,
    /// What to assess, or why it cannot be.
    pub content: Result<ScoreContent, ImportError>,
}

/// What a line asks to assess.
#[derive(Clone, Debug, PartialEq)]
pub enum ScoreContent {
    /// One message from an unknown counterpart to a protected child.
    Message(ChatMessage),
    /// A conversation.
    Conversation(Chat),
}

/// Reads `{"id","text"}` or `{"id","messages":[{"from","minutes","text"}],"protected"}`.
pub fn parse_score_line(line: &[u8]) -> ScoreLine {
    let object = match Object::parse(line) {
        Ok(object) => object,
        Err(kind) => {
            let content = Err(ImportError::new(0, kind));
            return ScoreLine { id: id_alone(line), content };
        }
    };
    let id = object.id.clone();
    ScoreLine { id, content: object.into_content().map_err(|kind| ImportError::new(0, kind)) }
}

/// The `id` of a line whose other fields are of the wrong type.
fn id_alone(line: &[u8]) -> Option<serde_json::Value> {
    #[derive(serde::Deserialize)]
    struct Identified {
        id: Option<serde_json::Value>,
    }
    serde_json::from_slice::<Identified>(line).ok()?.id
}

/// Reads a file of JSON Lines.
///
/// Lines `{"from","minutes","text"}` together are one chat; lines `{"text"}` without sender
/// are a chat each; lines `{"id","messages":[…]}` are a chat each. A line
/// `{"id","protected"}` without text names the chat that the following lines make.
///
/// # Errors
/// The first line that cannot be read. [`parse_score_line`] goes on behind such lines.
pub fn chats_from_jsonl(text: &str) -> Result<Vec<Chat>, ImportError> {
    let mut chats = Vec::new();
    let mut open = Chat::default();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let fail = |kind| ImportError::new(index + 1, kind);
        let object = match Object::parse(line.as_bytes()) {
            Ok(object) => object,
            // One object written over several lines.
            Err(kind) if chats.is_empty() && open.messages.is_empty() => {
                let whole = Object::parse(text.trim().as_bytes()).map_err(|_| fail(kind))?;
                return Ok(vec![whole.into_chat().map_err(fail)?]);
            }
            Err(kind) => return Err(fail(kind)),
        };
        if object.text.is_none() && object.messages.is_none() && object.is_header() {
            if !open.messages.is_empty() {
                chats.push(std::mem::take(&mut open));
            }
            open.id = object.name();
            open.protected = object.protected;
            continue;
        }
        let sender = object.from.is_some();
        let name = object.name();
        match object.into_content().map_err(fail)? {
            ScoreContent::Conversation(chat) => chats.push(chat),
            ScoreContent::Message(message) if sender => {
                if open.messages.len() >= MAX_MESSAGES {
                    return Err(fail(Kind::TooManyMessages));
                }
                open.messages.push(message);
            }
            ScoreContent::Message(message) => {
                chats.push(Chat { id: name, messages: vec![message], ..Chat::default() });
            }
        }
    }
    if !open.messages.is_empty() {
        chats.push(open);
    }
    if chats.is_empty() { Err(ImportError::new(0, Kind::Empty)) } else { Ok(chats) }
}

/// The fields that any of the forms may have.
#[derive(Default)]
struct Object {
    id: Option<serde_json::Value>,
    protected: Option<String>,
    from: Option<String>,
    minutes: Option<f64>,
    text: Option<String>,
    messages: Option<Vec<Object>>,
}

impl Object {
    fn parse(line: &[u8]) -> Result<Self, Kind> {
        // serde_json reads strings asked for as bytes without looking at their encoding.
        if std::str::from_utf8(line).is_err() {
            return Err(Kind::Encoding);
        }
        let mut reader = serde_json::Deserializer::from_slice(line);
        let object = ObjectSeed { nested: false }
            .deserialize(&mut reader)
            .and_then(|object| reader.end().map(|()| object));
        object.map_err(|error| classify(&error))
    }

    fn is_header(&self) -> bool {
        self.id.is_some() || self.protected.is_some()
    }

    fn name(&self) -> Option<String> {
        self.id.as_ref().map(|id| match id {
            serde_json::Value::String(name) => name.clone(),
            other => other.to_string(),
        })
    }

    fn into_content(self) -> Result<ScoreContent, Kind> {
        match (&self.text, &self.messages) {
            (Some(_), Some(_)) => Err(Kind::TextAndMessages),
            (None, None) => Err(Kind::Missing("text")),
            (Some(_), None) => Ok(ScoreContent::Message(self.into_message()?)),
            (None, Some(_)) => {
                let id = self.name();
                let messages = self.messages.unwrap_or_default();
                let messages: Result<_, _> = messages.into_iter().map(Self::into_message).collect();
                Ok(ScoreContent::Conversation(Chat {
                    id,
                    protected: self.protected,
                    messages: messages?,
                    skipped: 0,
                }))
            }
        }
    }

    fn into_chat(self) -> Result<Chat, Kind> {
        let id = self.name();
        Ok(match self.into_content()? {
            ScoreContent::Conversation(chat) => chat,
            ScoreContent::Message(message) => {
                Chat { id, messages: vec![message], ..Chat::default() }
            }
        })
    }

    fn into_message(self) -> Result<ChatMessage, Kind> {
        Ok(ChatMessage {
            from: self.from.unwrap_or_default(),
            // `as` saturates, and JSON has no NaN.
            time: self.minutes.map(|minutes| (minutes * MINUTE) as i64),
            text: self.text.ok_or(Kind::Missing("text"))?,
        })
    }
}

/// Sorts serde's message into ours; serde's own may repeat content, so only places are kept.
fn classify(error: &serde_json::Error) -> Kind {
    let message = error.to_string();
    for (field, expected) in FIELD_TYPES {
        if message.contains(&format!("{BAD_FIELD}{field}")) {
            return Kind::Type { field, expected };
        }
    }
    if message.contains(&format!("{BAD_FIELD}object")) {
        return Kind::NotAnObject;
    }
    if message.contains(&format!("{BAD_FIELD}count")) {
        return Kind::TooManyMessages;
    }
    let what = if error.is_eof() { "it ends too early" } else { "syntax" };
    Kind::Json(format!("{what} at column {}", error.column()))
}

const FIELD_TYPES: [(&str, &str); 6] = [
    ("protected", "a string, the name of the protected person"),
    ("from", "a string, the name of the sender"),
    ("minutes", "a number"),
    ("text", "a string"),
    ("messages", "a list of objects {\"from\",\"minutes\",\"text\"}"),
    ("id", "any JSON value"),
];

fn bad<E: de::Error>(field: &str) -> E {
    E::custom(format_args!("{BAD_FIELD}{field}"))
}

struct ObjectSeed {
    nested: bool,
}

impl<'de> DeserializeSeed<'de> for ObjectSeed {
    type Value = Object;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Object, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ObjectSeed {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BAD_FIELD}{}", if self.nested { "messages" } else { "object" })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let mut object = Object::default();
        while let Some(key) = map.next_key_seed(Text("key"))? {
            match key.as_deref() {
                Some("id") => object.id = Some(map.next_value()?),
                Some("protected") => object.protected = map.next_value_seed(Text("protected"))?,
                Some("from") => object.from = map.next_value_seed(Text("from"))?,
                Some("minutes") => object.minutes = map.next_value_seed(Number("minutes"))?,
                Some("text") => {
                    object.text = map.next_value_seed(Text("text"))?;
                    if object.text.is_none() {
                        return Err(bad("text"));
                    }
                }
                Some("messages") if !self.nested => {
                    object.messages = Some(map.next_value_seed(Messages)?);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(object)
    }
}

/// A string, with lone surrogates replaced; `null` is as if it were not there.
struct Text(&'static str);

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_byte_buf(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BAD_FIELD}{}", self.0)
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(Some(from_wtf8(bytes.to_vec())))
    }

    fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Self::Value, E> {
        Ok(Some(from_wtf8(bytes)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
        Err(bad(self.0))
    }
}

/// A number; `null` is as if it were not there.
struct Number(&'static str);

impl<'de> DeserializeSeed<'de> for Number {
    type Value = Option<f64>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Number {
    type Value = Option<f64>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BAD_FIELD}{}", self.0)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Some(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Some(value as f64))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Some(value as f64))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

/// The list of a conversation's messages.
struct Messages;

impl<'de> DeserializeSeed<'de> for Messages {
    type Value = Vec<Object>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Messages {
    type Value = Vec<Object>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BAD_FIELD}messages")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut messages = Vec::new();
        while let Some(message) = list.next_element_seed(ObjectSeed { nested: true })? {
            if messages.len() >= MAX_MESSAGES {
                return Err(bad("count"));
            }
            messages.push(message);
        }
        Ok(messages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(line: &str) -> String {
        parse_score_line(line.as_bytes()).content.unwrap_err().to_string()
    }

    #[test]
    fn both_forms_of_the_score_protocol_are_read() {
        let line = parse_score_line(r#"{"id":7,"text":"hé","later":[1,{}]}"#.as_bytes());
        assert_eq!(line.id, Some(7.into()));
        let Ok(ScoreContent::Message(message)) = line.content else { panic!() };
        assert_eq!(message.text, "hé");

        let line = br#"{"id":"c","messages":[{"from":"a","minutes":1.5,"text":"x"},{"from":"b","minutes":-2,"text":"\ud800y","n":null}],"protected":"b"}"#;
        let Ok(ScoreContent::Conversation(chat)) = parse_score_line(line).content else { panic!() };
        assert_eq!(chat.protected.as_deref(), Some("b"));
        assert_eq!(chat.messages[0].time, Some(90_000));
        assert_eq!(
            (chat.messages[1].text.as_str(), chat.messages[1].time),
            ("\u{FFFD}y", Some(-120_000))
        );
    }

    #[test]
    fn bad_lines_are_named_without_repeating_them() {
        for (line, expected) in [
            ("CANARY", "not JSON (syntax at column 1); write one object a line"),
            (
                r#"{"text":"CANARY"#,
                "not JSON (it ends too early at column 15); write one object a line",
            ),
            ("[]", "not a JSON object; write {\"id\",\"text\"} or {\"id\",\"messages\":[…]}"),
            (
                "\"CANARY\"",
                "not a JSON object; write {\"id\",\"text\"} or {\"id\",\"messages\":[…]}",
            ),
            ("{}", "`text` is missing"),
            (r#"{"text":["CANARY"]}"#, "`text` must be a string"),
            (r#"{"text":5}"#, "`text` must be a string"),
            (r#"{"text":null}"#, "`text` must be a string"),
            (
                r#"{"text":"a","messages":[]}"#,
                "`text` and `messages` exclude each other; give one of them",
            ),
            (
                r#"{"messages":"CANARY"}"#,
                "`messages` must be a list of objects {\"from\",\"minutes\",\"text\"}",
            ),
            (
                r#"{"messages":["CANARY"]}"#,
                "`messages` must be a list of objects {\"from\",\"minutes\",\"text\"}",
            ),
            (r#"{"messages":[{"from":"a"}]}"#, "`text` is missing"),
            (r#"{"messages":[{"text":"CANARY","minutes":"noon"}]}"#, "`minutes` must be a number"),
        ] {
            assert_eq!(error(line), expected, "{line}");
        }
        assert_eq!(
            parse_score_line(b"{\"text\":\"\xFF\"}").content.unwrap_err().kind,
            Kind::Encoding
        );
    }

    #[test]
    fn the_id_survives_a_bad_line_where_it_can_be_read() {
        let line = parse_score_line(br#"{"id":"x","texts":"typo"}"#);
        assert_eq!(line.id, Some("x".into()));
        assert!(line.content.is_err());
        let line = parse_score_line(br#"{"id":"y","text":"hi","minutes":"noon"}"#);
        assert_eq!(line.id, Some("y".into()));
        assert!(line.content.is_err());
    }

    #[test]
    fn a_file_may_hold_one_chat_or_many() {
        let one = "{\"protected\":\"b\",\"id\":\"game\"}\n{\"from\":\"a\",\"minutes\":0,\"text\":\"hi\"}\n\n{\"from\":\"b\",\"minutes\":1,\"text\":\"yo\"}";
        let chats = chats_from_jsonl(one).unwrap();
        assert_eq!(chats.len(), 1);
        assert_eq!((chats[0].messages.len(), chats[0].protected.as_deref()), (2, Some("b")));
        let many = "{\"text\":\"one\"}\n{\"text\":\"two\"}\n{\"id\":1,\"messages\":[]}";
        assert_eq!(chats_from_jsonl(many).unwrap().len(), 3);
        assert_eq!(chats_from_jsonl("{\"text\":\"x\"}\n{").unwrap_err().line, 2);
        assert_eq!(chats_from_jsonl(" \n").unwrap_err().kind, Kind::Empty);
    }
}
