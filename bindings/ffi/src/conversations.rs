//! Many conversations, kept in a store between messages.

use std::num::NonZeroUsize;
use std::sync::Arc;

use himaya::conversation as core;

use crate::assessment::Assessment;
use crate::conversation::{Contact, Message};
use crate::explanation::Explanation;
use crate::fault::contained;
use crate::guard::Guard;
use crate::store::{ConversationStore, Hosted, StoreError};
use crate::vocabulary::Role;

/// What came of a message.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Observation {
    /// What went wrong with the store or with what was kept.
    pub trouble: Option<String>,
    /// The assessment. It is `degraded` where the conversation before could not be taken into
    /// account or the one behind could not be kept.
    pub assessment: Assessment,
}

/// Follows many conversations and keeps them in a store. May be used on any number of threads.
#[derive(Debug, uniffi::Object)]
pub struct Conversations {
    core: core::Conversations<Box<dyn core::ConversationStore>>,
}

impl Conversations {
    fn with(store: impl core::ConversationStore + 'static) -> Arc<Self> {
        Arc::new(Self { core: core::Conversations::new(Box::new(store)) })
    }

    pub(crate) fn observed(
        &self,
        guard: &Guard,
        counterpart: &str,
        message: &himaya::Message<'_>,
    ) -> (himaya::Assessment, Option<String>) {
        let seen = self.core.observe(&guard.core, counterpart, message);
        let assessment = seen.assessment.with_spans_in(guard.unit, message.text);
        (assessment, seen.trouble.map(|trouble| trouble.to_string()))
    }
}

#[uniffi::export]
impl Conversations {
    /// Keeps them in memory, those observed last: `max` of them, at least one.
    #[uniffi::constructor]
    pub fn in_memory(max: u32) -> Arc<Self> {
        let max = NonZeroUsize::new(max as usize).unwrap_or(NonZeroUsize::MIN);
        Self::with(core::MemoryStore::new(max))
    }

    /// Keeps them in a store of the host's own.
    #[uniffi::constructor]
    pub fn in_store(store: Arc<dyn ConversationStore>) -> Arc<Self> {
        Self::with(Hosted(store))
    }

    /// Takes in the next message of a conversation. `counterpart` is any name of the other side
    /// that stays the same.
    ///
    /// The message is assessed in any case. Where what was kept is damaged, the conversation
    /// begins anew; where the store cannot be read, the message is assessed alone and nothing is
    /// written over.
    pub fn observe(&self, guard: &Guard, counterpart: &str, message: Message) -> Observation {
        let (assessment, trouble) =
            contained(|| self.observed(guard, counterpart, &message.as_core()));
        Observation { assessment: assessment.into(), trouble }
    }

    /// Says what the host knows of a counterpart; it counts from the next message on.
    ///
    /// # Errors
    /// When the conversation cannot be read or kept.
    pub fn set_contact(&self, counterpart: &str, contact: Contact) -> Result<(), StoreError> {
        Ok(contained(|| self.core.set_contact(counterpart, contact.into()))?)
    }

    /// Notes that somebody deleted a message.
    ///
    /// # Errors
    /// When the conversation cannot be read or kept.
    pub fn note_deleted(&self, counterpart: &str, role: Role) -> Result<(), StoreError> {
        Ok(contained(|| self.core.note_deleted(counterpart, role.into()))?)
    }

    /// Why a conversation stands where it stands.
    ///
    /// # Errors
    /// When the conversation cannot be read.
    pub fn explain(&self, guard: &Guard, counterpart: &str) -> Result<Explanation, StoreError> {
        Ok(contained(|| self.core.explain(&guard.core, counterpart))?.into())
    }

    /// Erases a conversation, and says whether there was one.
    ///
    /// # Errors
    /// When the store cannot erase it.
    pub fn forget(&self, counterpart: &str) -> Result<bool, StoreError> {
        Ok(contained(|| self.core.forget(counterpart))?)
    }

    /// Erases all conversations.
    ///
    /// # Errors
    /// When the store cannot erase them.
    pub fn forget_all(&self) -> Result<(), StoreError> {
        Ok(contained(|| self.core.forget_all())?)
    }
}

#[cfg(feature = "file-store")]
#[uniffi::export]
impl Conversations {
    /// Keeps them in a file, which is made where there is none. Names stand in it as salted
    /// digests. The file is closed when the object is let go.
    ///
    /// # Errors
    /// When the file cannot be opened, is none of a store, or another process has it open.
    #[uniffi::constructor]
    pub fn in_file(path: String) -> Result<Arc<Self>, StoreError> {
        Ok(Self::with(contained(|| core::FileStore::open(path))?))
    }
}
