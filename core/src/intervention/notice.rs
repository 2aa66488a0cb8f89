//! A notice: what somebody is told when something was found.

use serde::Serialize;

use super::messages::{File, Messages, Values};
use super::reader::{Addressee, Reader};
use crate::assessment::Assessment;
use crate::policy::InterventionLevel;
use crate::taxonomy::Category;

/// What a person is told: what is going on, why if that is wanted, and one thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The key of the message, such as an assessment's `message_key`.
    pub key: String,
    /// What is going on; one line.
    pub title: String,
    /// Why, and what it means; at the level `descriptive` alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// One thing to do next; short enough for a button.
    pub step: String,
    /// BCP 47 code of the language of all three: that of the messages, or `en` where it lacks one
    /// of them.
    pub language: &'static str,
    /// Whether they are written from right to left.
    pub right_to_left: bool,
}

impl Messages {
    /// What a reader is told of a category.
    ///
    /// `None` at the level `disabled`, and where there are no words of the category for the
    /// reader ([`Reader::speaks_of`]). A notice is of one language throughout: what lacks a part in
    /// the language asked for is said in English as a whole, which [`Notice::language`] tells. An
    /// age or gender for which a language has no wording of its own is addressed in that
    /// message's default wording.
    pub fn notice(
        &self,
        reader: Reader,
        category: Category,
        addressee: &Addressee,
        level: InterventionLevel,
    ) -> Option<Notice> {
        if level == InterventionLevel::Disabled {
            return None;
        }
        let key = reader.key(category)?;
        let mut notice = self.files().find_map(|file| notice(file, &key, (addressee, &[])))?;
        notice.body = notice.body.filter(|_| level == InterventionLevel::Descriptive);
        Some(notice)
    }

    /// What a reader is told of an assessment ([`Reader::topic`]); `None` where there is nothing
    /// to tell. Of what could not be checked, [`Messages::unchecked`] speaks.
    pub fn notice_about(
        &self,
        assessment: &Assessment,
        reader: Reader,
        addressee: &Addressee,
        level: InterventionLevel,
    ) -> Option<Notice> {
        self.notice(reader, reader.topic(assessment)?, addressee, level)
    }
}

fn notice(file: &File, key: &str, values: Values<'_>) -> Option<Notice> {
    Some(Notice {
        title: file.text(&format!("{key}.title"), values)?,
        body: Some(file.text(key, values)?),
        step: file.text(&format!("{key}.step"), values)?,
        key: key.to_owned(),
        language: file.language,
        right_to_left: file.is_right_to_left(),
    })
}
