//! Many conversations, kept in a store between messages.

use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

use lru::LruCache;
use zeroize::Zeroizing;

use super::explain::Explanation;
use super::state::{Contact, Conversation};
use super::store::{ConversationStore, Key, StoreError, key};
use crate::assessment::{Assessment, Status, StatusReason};
use crate::guard::Guard;
use crate::message::Message;
use crate::text::signals::Unfinished;

/// Locks, so that two messages of one conversation wait for each other, and those of others
/// rarely do.
const STRIPES: usize = 32;
/// Counterparts for each lock of whom it is remembered for minutes what a message left unfinished.
const RECENT: NonZeroUsize = NonZeroUsize::new(128).unwrap();

/// What came of a message.
#[derive(Debug)]
#[non_exhaustive]
pub struct Observation {
    /// The assessment. It is `degraded` where the conversation before could not be taken into
    /// account or the one behind could not be kept.
    pub assessment: Assessment,
    /// What went wrong with the store or with what was kept.
    pub trouble: Option<Trouble>,
}

/// Why a conversation could not be taken into account or kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Trouble {
    /// What was kept is damaged or from a newer version; the conversation begins anew.
    #[error("what was kept of the conversation: {0}")]
    Conversation(#[from] super::ConversationError),
    /// The store failed; what it held before, it still holds.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Follows many conversations and keeps them in a store.
///
/// ```
/// use std::num::NonZeroUsize;
/// use himaya::conversation::{Conversations, MemoryStore};
/// use himaya::{Guard, Message};
///
/// let guard = Guard::builder().build()?;
/// let thousand = NonZeroUsize::new(1000).unwrap();
/// let conversations = Conversations::new(MemoryStore::new(thousand));
/// let message = Message::from_counterpart("are you home alone?");
/// let seen = conversations.observe(&guard, "user 4711", &message);
/// assert!(!seen.assessment.findings.is_empty() && seen.trouble.is_none());
/// conversations.forget("user 4711")?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Conversations<S> {
    store: S,
    stripes: [Mutex<LruCache<Key, Box<Unfinished>>>; STRIPES],
}

impl<S: ConversationStore> Conversations<S> {
    /// Keeps conversations in this store.
    pub fn new(store: S) -> Self {
        let stripes = std::array::from_fn(|_| Mutex::new(LruCache::new(RECENT)));
        Self { store, stripes }
    }

    /// The store.
    pub const fn store(&self) -> &S {
        &self.store
    }

    /// Takes in the next message of a conversation. `counterpart` is any name of the other side
    /// that stays the same.
    ///
    /// The message is assessed in any case. Where what was kept is damaged, the conversation
    /// begins anew; where the store cannot be read, the message is assessed alone and nothing
    /// is written over.
    pub fn observe(&self, guard: &Guard, counterpart: &str, message: &Message<'_>) -> Observation {
        let key = key(&[], counterpart);
        let mut recent = self.stripe(&key);
        let (mut conversation, mut trouble) = match self.load(counterpart) {
            Ok(conversation) => (conversation, None),
            Err(trouble) => (Conversation::new(), Some(trouble)),
        };
        conversation.unfinished = recent.pop(&key);
        let mut assessment = guard.observe(&mut conversation, message);
        if let Some(unfinished) = conversation.unfinished.take() {
            recent.put(key, unfinished);
        }
        if !matches!(trouble, Some(Trouble::Store(_)))
            && let Err(error) = self.save(counterpart, &conversation)
        {
            trouble = trouble.or(Some(error.into()));
        }
        if let Some(trouble) = &trouble {
            assessment.status = Status::Degraded;
            assessment.status_reasons.push(match trouble {
                Trouble::Conversation(_) => StatusReason::ConversationDamaged,
                Trouble::Store(_) => StatusReason::StoreUnavailable,
            });
        }
        Observation { assessment, trouble }
    }

    /// Says what the host knows of a counterpart; it counts from the next message on.
    ///
    /// # Errors
    /// When the conversation cannot be read or kept.
    pub fn set_contact(&self, counterpart: &str, contact: Contact) -> Result<(), Trouble> {
        self.change(counterpart, |conversation| conversation.set_contact(contact))
    }

    /// Notes that somebody deleted a message.
    ///
    /// # Errors
    /// When the conversation cannot be read or kept.
    pub fn note_deleted(&self, counterpart: &str, role: crate::Role) -> Result<(), Trouble> {
        self.change(counterpart, |conversation| conversation.note_deleted(role))
    }

    /// Why a conversation stands where it stands.
    ///
    /// # Errors
    /// When the conversation cannot be read.
    pub fn explain(&self, guard: &Guard, counterpart: &str) -> Result<Explanation, Trouble> {
        Ok(guard.explain(&self.load(counterpart)?))
    }

    /// Erases a conversation, and says whether there was one.
    ///
    /// # Errors
    /// When the store cannot erase it.
    pub fn forget(&self, counterpart: &str) -> Result<bool, StoreError> {
        let key = key(&[], counterpart);
        let mut recent = self.stripe(&key);
        recent.pop(&key);
        self.store.forget(counterpart)
    }

    /// Erases all conversations.
    ///
    /// # Errors
    /// When the store cannot erase them.
    pub fn forget_all(&self) -> Result<(), StoreError> {
        let mut stripes: Vec<_> = self.stripes.iter().map(lock).collect();
        for recent in &mut stripes {
            recent.clear();
        }
        self.store.forget_all()
    }

    fn change(
        &self,
        counterpart: &str,
        change: impl FnOnce(&mut Conversation),
    ) -> Result<(), Trouble> {
        let _stripe = self.stripe(&key(&[], counterpart));
        let mut conversation = self.load(counterpart)?;
        change(&mut conversation);
        Ok(self.save(counterpart, &conversation)?)
    }

    // What passes between here and the store leaves nothing in memory that was given back.
    fn load(&self, counterpart: &str) -> Result<Conversation, Trouble> {
        match self.store.load(counterpart)?.map(Zeroizing::new) {
            Some(state) => Ok(Conversation::import(&state)?),
            None => Ok(Conversation::new()),
        }
    }

    fn save(&self, counterpart: &str, conversation: &Conversation) -> Result<(), StoreError> {
        self.store.save(counterpart, &Zeroizing::new(conversation.export()))
    }

    fn stripe(&self, key: &Key) -> MutexGuard<'_, LruCache<Key, Box<Unfinished>>> {
        let [first, ..] = *key;
        let [default, ..] = &self.stripes;
        lock(self.stripes.get(usize::from(first) % STRIPES).unwrap_or(default))
    }
}

// What is remembered for minutes is whole after every step, so a panic elsewhere does not spoil it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<S> std::fmt::Debug for Conversations<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Conversations").finish_non_exhaustive()
    }
}
