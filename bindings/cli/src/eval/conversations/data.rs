//! Labelled conversations, ordinary dialogues, and what is made of both.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use himaya::Behavior;
use himaya::conversation::{Contact, Relation};
use himaya::import::{ChatMessage, ScoreContent, parse_score_line};
use serde::{Deserialize, Serialize};

use crate::eval::data::{Ordinary, jsonl_files, stem};
use crate::{Failure, read};

const MINUTE: i64 = 60_000;
/// How long what is made slow takes: two weeks, and this many messages at least.
const SLOW_MILLISECONDS: i64 = 14 * 24 * 60 * MINUTE;
const SLOW_MESSAGES: usize = 300;
/// Ordinary dialogues that make one long one.
const CHAINED: usize = 20;

/// What a conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// Somebody in it is a risk.
    Risky,
    /// Sounds alike and is harmless.
    Harmless,
}

/// A labelled conversation.
#[derive(Clone)]
pub struct Labelled {
    pub id: String,
    pub language: String,
    pub label: Label,
    pub kind: String,
    pub relation: Relation,
    /// Place of the message, from 0, behind which a careful moderator would first warn.
    pub mark: Option<usize>,
    /// Who is the risk.
    pub of: Option<String>,
    pub protected: String,
    pub messages: Vec<ChatMessage>,
    /// What the writer meant each message to be, where they said so.
    pub tags: Vec<Tag>,
}

/// What a message is in its conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// An indicator.
    Shows,
    /// Sounds like one.
    Near,
    /// Neither.
    Plain,
}

/// Conversations that belong together.
pub struct Set {
    pub name: String,
    pub conversations: Vec<Labelled>,
}

/// The fields that a labelled conversation has beside those of the `score` protocol.
#[derive(Deserialize)]
struct Labels {
    label: Label,
    kind: String,
    relation: Relation,
    #[serde(default)]
    mark: Option<usize>,
    #[serde(default)]
    of: Option<String>,
    messages: Vec<Tags>,
}

#[derive(Deserialize)]
struct Tags {
    #[serde(default)]
    shows: Option<Behavior>,
    #[serde(default)]
    near: Option<Behavior>,
}

/// Reads a file `<lang>.jsonl`, or all such files of a folder.
pub fn read_set(path: &Path) -> Result<Set, Failure> {
    let files = jsonl_files(path)?;
    let mut conversations = Vec::new();
    for file in &files {
        for (number, line) in (1..).zip(read(file)?.lines()) {
            if !line.trim().is_empty() {
                let conversation = labelled(line, stem(file)).map_err(|message| {
                    Failure::Labelled { path: file.clone(), line: number, message }
                })?;
                conversations.push(conversation);
            }
        }
    }
    Ok(Set { name: stem(path), conversations })
}

fn labelled(line: &str, language: String) -> Result<Labelled, String> {
    let labels: Labels = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let content = parse_score_line(line.as_bytes()).content.map_err(|error| error.to_string())?;
    let ScoreContent::Conversation(chat) = content else {
        return Err("a conversation needs \"messages\"".to_owned());
    };
    let mark = labels.mark.map(|mark| mark.wrapping_sub(1));
    if labels.label == Label::Risky {
        let of = labels.of.as_ref().ok_or("a risky conversation needs \"of\"")?;
        let marked = mark.and_then(|mark| chat.messages.get(mark));
        if marked.ok_or("\"mark\" must be the number of a message, from 1")?.from != *of {
            return Err("\"mark\" must be a message of \"of\"".to_owned());
        }
    }
    let tags = labels.messages.iter().map(|tags| match (tags.shows, tags.near) {
        (Some(_), _) => Tag::Shows,
        (_, Some(_)) => Tag::Near,
        _ => Tag::Plain,
    });
    let tags: Vec<Tag> = tags.collect();
    let tagged = tags.iter().any(|tag| *tag != Tag::Plain);
    Ok(Labelled {
        tags: if tagged { tags } else { Vec::new() },
        id: chat.id.ok_or("\"id\" is missing")?,
        language,
        label: labels.label,
        kind: labels.kind,
        relation: labels.relation,
        mark,
        of: labels.of,
        protected: chat.protected.ok_or("\"protected\" is missing")?,
        messages: chat.messages,
    })
}

impl Labelled {
    pub fn contact(&self) -> Contact {
        Contact::new(self.relation)
    }

    /// The same with a host that does not know who the counterpart is.
    fn untold(&self) -> Self {
        Self { relation: Relation::Unknown, ..self.clone() }
    }

    /// The same over two weeks, with ordinary chat between its messages: what is said there by
    /// turns is said by the people of the conversation by turns.
    fn slow(&self, ordinary: &[String]) -> Self {
        let mut people: Vec<String> = Vec::new();
        for message in &self.messages {
            if !people.contains(&message.from) {
                people.push(message.from.clone());
            }
        }
        let between = SLOW_MESSAGES / self.messages.len().max(1);
        let whole = (between + 1) * self.messages.len();
        let step = SLOW_MILLISECONDS / whole.max(1) as i64;
        // Every conversation begins elsewhere in the ordinary chat.
        let start =
            self.id.bytes().fold(0_usize, |sum, byte| sum * 31 % 65_521 + usize::from(byte));
        let mut ordinary = ordinary.iter().cycle().skip(start % ordinary.len().max(1));
        let mut speakers = people.iter().cycle();
        let mut messages = Vec::with_capacity(whole);
        let mut push = |from: &str, text: &str| {
            let time = Some(messages.len() as i64 * step);
            messages.push(ChatMessage { from: from.to_owned(), time, text: text.to_owned() });
        };
        for message in &self.messages {
            for _ in 0..between {
                if let (Some(from), Some(text)) = (speakers.next(), ordinary.next()) {
                    push(from, text);
                }
            }
            push(&message.from, &message.text);
        }
        let mark = self.mark.map(|mark| (mark + 1) * (between + 1) - 1);
        Self {
            mark,
            messages,
            tags: Vec::new(),
            kind: format!("{}, spread", self.kind),
            ..self.clone()
        }
    }
}

/// All conversations of a set with a host that does not know who the counterparts are.
pub fn untold(set: &Set) -> Set {
    let conversations = set.conversations.iter().map(Labelled::untold).collect();
    Set { name: set.name.clone(), conversations }
}

/// All conversations of a set, spread over two weeks, where there is ordinary chat of their
/// language.
pub fn spread(set: &Set, ordinary: &[Ordinary]) -> Set {
    let mut chat: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    // Whole dialogues first: single sentences are less like a chat.
    for dialogs in [true, false] {
        for file in ordinary.iter().filter(|file| file.dialogs.is_empty() != dialogs) {
            let texts = chat.entry(&file.language).or_default();
            if dialogs || texts.is_empty() {
                texts.extend(file.messages.iter().cloned());
            }
        }
    }
    let slow = set.conversations.iter().filter_map(|conversation| {
        chat.get(conversation.language.as_str()).map(|texts| conversation.slow(texts))
    });
    Set { name: format!("{}, spread over two weeks", set.name), conversations: slow.collect() }
}

/// Ordinary dialogues, with either side as the child: one by one, and chained to long ones.
pub fn dialogues(ordinary: &[Ordinary]) -> [Set; 2] {
    let sides = |file: &Ordinary, id: &str, said: &[(String, String)], step: i64| {
        let people: Vec<&String> = said.iter().map(|(from, _)| from).collect();
        let mut names: Vec<&String> = people.clone();
        names.sort();
        names.dedup();
        let sides = names.into_iter().map(|protected| Labelled {
            id: format!("{id}, {protected} protected"),
            language: file.language.clone(),
            label: Label::Harmless,
            kind: file.name.clone(),
            relation: Relation::Unknown,
            mark: None,
            of: None,
            protected: protected.clone(),
            tags: Vec::new(),
            messages: (0..)
                .zip(said)
                .map(|(number, (from, text))| ChatMessage {
                    from: from.clone(),
                    time: Some(number * step),
                    text: text.clone(),
                })
                .collect(),
        });
        sides.collect::<Vec<_>>()
    };
    let (mut single, mut chained) = (Vec::new(), Vec::new());
    for file in ordinary {
        for (number, dialog) in file.dialogs.iter().enumerate() {
            single.extend(sides(file, &format!("{} {number}", file.name), dialog, MINUTE));
        }
        for (number, dialogs) in file.dialogs.chunks(CHAINED).enumerate() {
            let said = dialogs.concat();
            let step = SLOW_MILLISECONDS / said.len().max(1) as i64;
            chained.extend(sides(file, &format!("{} chain {number}", file.name), &said, step));
        }
    }
    let chained_name = format!("ordinary dialogues, {CHAINED} chained");
    [
        Set { name: "ordinary dialogues".to_owned(), conversations: single },
        Set { name: chained_name, conversations: chained },
    ]
}

/// Where labelled conversations are by default.
pub fn default_sets() -> Vec<PathBuf> {
    ["blind-conversations", "fresh-conversations", "heldout-conversations", "conversations"]
        .map(|folder| Path::new("tests/accuracy").join(folder))
        .to_vec()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const LINE: &str = r#"{"id":"x","label":"risky","kind":"fast","relation":"unknown","mark":2,"of":"a","protected":"child","messages":[{"from":"child","minutes":0,"text":"one"},{"from":"a","minutes":1,"text":"two"}]}"#;

    #[test]
    fn a_mark_is_a_message_of_the_risk() {
        assert_eq!(labelled(LINE, "en".into()).unwrap().mark, Some(1));
        for (right, wrong, said) in [
            ("\"mark\":2", "\"mark\":1", "a message of \"of\""),
            ("\"mark\":2", "\"mark\":3", "the number of a message"),
            ("\"mark\":2", "\"mark\":0", "the number of a message"),
            ("\"of\":\"a\",", "", "needs \"of\""),
            ("risky", "maybe", "unknown variant"),
        ] {
            let error = labelled(&LINE.replace(right, wrong), "en".into()).err().unwrap();
            assert!(error.contains(said), "{error}");
        }
    }

    #[test]
    fn what_is_spread_keeps_its_messages_and_mark() {
        let conversation = labelled(LINE, "en".into()).unwrap();
        let slow = conversation.slow(&["hm".to_owned(), "ok".to_owned()]);
        assert!(slow.messages.len() >= SLOW_MESSAGES);
        assert_eq!(slow.messages[slow.mark.unwrap()].text, "two");
        let times: Vec<_> = slow.messages.iter().map(|message| message.time).collect();
        assert!(times.is_sorted());
    }
}
