//! Messages, and the state of one conversation.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use himaya::conversation as core;

use crate::error::ConversationError;
use crate::vocabulary::{Relation, Role};

/// One message.
#[derive(Clone, uniffi::Record)]
pub struct Message {
    /// Who wrote it.
    pub role: Role,
    /// The text, of any length; what lies beyond the limit is not read and the assessment says
    /// so.
    pub text: String,
    /// Milliseconds since any fixed point, by the receiving device's clock and not by what the
    /// sender claims; absent if unknown.
    #[uniffi(default = None)]
    pub time: Option<i64>,
    /// Whether it takes the place of one that was shown before.
    #[uniffi(default = false)]
    pub edited: bool,
}

impl Message {
    pub(crate) fn as_core(&self) -> himaya::Message<'_> {
        let Self { role, text, time, edited } = self;
        himaya::Message { role: (*role).into(), text, time: *time, edited: *edited }
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_core().fmt(f)
    }
}

/// What the host knows of a counterpart besides the messages. Nobody is exempt: it shifts the
/// evidence, and by little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Contact {
    /// Who it is to the child.
    pub relation: Relation,
    /// Children whom the account contacted lately (the host chooses the time, for instance 30
    /// days); absent if unknown.
    #[uniffi(default = None)]
    pub children_contacted: Option<u32>,
    /// Minutes that the child's clock is ahead of UTC. With it, message times must be Unix times
    /// (milliseconds since 1970), and messages by night count. Absent if unknown.
    #[uniffi(default = None)]
    pub utc_offset: Option<i16>,
}

impl From<Contact> for core::Contact {
    fn from(from: Contact) -> Self {
        let mut contact = Self::new(from.relation.into());
        contact.children_contacted = from.children_contacted;
        contact.utc_offset = from.utc_offset;
        contact
    }
}

impl From<core::Contact> for Contact {
    fn from(from: core::Contact) -> Self {
        Self {
            relation: from.relation.into(),
            children_contacted: from.children_contacted,
            utc_offset: from.utc_offset,
        }
    }
}

/// Numbers kept for one counterpart: what was shown, when and how often. No words, no names.
/// May be used on any thread; calls wait for each other.
#[derive(Debug, uniffi::Object)]
pub struct Conversation {
    state: Mutex<core::Conversation>,
}

#[uniffi::export]
impl Conversation {
    /// A conversation in which nothing was said yet, with somebody of whom nothing is known.
    #[uniffi::constructor]
    pub fn new() -> Arc<Self> {
        Arc::new(Self { state: Mutex::new(core::Conversation::new()) })
    }

    /// A conversation from what [`Conversation::export_state`] gave, of this or an earlier version.
    ///
    /// # Errors
    /// When the bytes are no stored conversation, were changed, or are of a newer version.
    #[uniffi::constructor]
    pub fn import_state(state: Vec<u8>) -> Result<Arc<Self>, ConversationError> {
        let state = Mutex::new(core::Conversation::import(&state)?);
        Ok(Arc::new(Self { state }))
    }

    /// The state as at most 512 bytes to keep: numbers only, nothing of what was said or by whom.
    pub fn export_state(&self) -> Vec<u8> {
        self.lock().export()
    }

    /// What the host knows of the counterpart.
    pub fn contact(&self) -> Contact {
        self.lock().contact().into()
    }

    /// Says what the host knows of the counterpart; it counts from the next message on.
    pub fn set_contact(&self, contact: Contact) {
        self.lock().set_contact(contact.into());
    }

    /// Notes that somebody deleted a message. It takes no evidence back: who could read the
    /// message was reached by it.
    pub fn note_deleted(&self, role: Role) {
        self.lock().note_deleted(role.into());
    }

    /// Messages that the child received.
    pub fn received(&self) -> u32 {
        self.lock().received()
    }

    /// Messages that the child sent.
    pub fn sent(&self) -> u32 {
        self.lock().sent()
    }

    /// Messages that were deleted after the child could see them.
    pub fn deleted(&self) -> u32 {
        self.lock().deleted()
    }
}

impl Conversation {
    // Numbers only: what a panic left of them is a conversation still.
    pub(crate) fn lock(&self) -> MutexGuard<'_, core::Conversation> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
