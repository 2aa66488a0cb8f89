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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::{ConversationError, MemoryStore, Relation};
    use crate::message::Role;

    fn memory() -> MemoryStore {
        MemoryStore::new(NonZeroUsize::new(9).unwrap())
    }

    fn hello() -> Message<'static> {
        Message::from_counterpart("hello")
    }

    /// Keeps in memory, as long as reading and writing work.
    struct Faulty {
        memory: MemoryStore,
        reads: bool,
        writes: bool,
    }

    fn works(does: bool) -> Result<(), StoreError> {
        if does { Ok(()) } else { Err(StoreError::Host("out of order".to_owned())) }
    }

    impl ConversationStore for Faulty {
        fn load(&self, counterpart: &str) -> Result<Option<Vec<u8>>, StoreError> {
            works(self.reads).and_then(|()| self.memory.load(counterpart))
        }

        fn save(&self, counterpart: &str, state: &[u8]) -> Result<(), StoreError> {
            works(self.writes).and_then(|()| self.memory.save(counterpart, state))
        }

        fn forget(&self, counterpart: &str) -> Result<bool, StoreError> {
            works(self.writes).and_then(|()| self.memory.forget(counterpart))
        }

        fn forget_all(&self) -> Result<(), StoreError> {
            works(self.writes).and_then(|()| self.memory.forget_all())
        }
    }

    #[test]
    fn what_is_told_and_counted_of_a_counterpart_is_kept_for_that_one() {
        let (guard, conversations) = (Guard::without_rules(), Conversations::new(memory()));
        let contact = Contact::new(Relation::School).children_contacted(7);
        conversations.set_contact("a", contact).unwrap();
        for role in [Role::Counterpart, Role::Counterpart, Role::Protected] {
            conversations.note_deleted("a", role).unwrap();
        }
        assert!(conversations.observe(&guard, "a", &hello()).trouble.is_none());
        assert!(conversations.observe(&guard, "b", &hello()).trouble.is_none());
        let [a, b] = ["a", "b"].map(|name| {
            Conversation::import(&conversations.store().load(name).unwrap().unwrap()).unwrap()
        });
        assert_eq!((a.contact(), a.received(), a.sent()), (contact, 1, 0));
        assert_eq!((a.received.deleted, a.sent.deleted), (2, 1));
        assert_eq!((b.contact(), b.received(), b.deleted()), (Contact::UNKNOWN, 1, 0));
        let explained = conversations.explain(&guard, "a").unwrap();
        assert_eq!(explained, guard.explain(&a));
        assert_ne!(explained, guard.explain(&b));
    }

    #[test]
    fn what_is_forgotten_is_gone_with_what_it_left_unfinished() {
        let (guard, conversations) = (Guard::without_rules(), Conversations::new(memory()));
        let unfinished = |name| {
            let key = key(&[], name);
            conversations.stripe(&key).contains(&key)
        };
        for name in ["a", "b", "c"] {
            conversations.observe(&guard, name, &hello());
            assert!(unfinished(name));
        }
        assert!(conversations.forget("a").unwrap());
        assert!(!conversations.forget("a").unwrap() && !conversations.forget("nobody").unwrap());
        assert_eq!(conversations.store().load("a").unwrap(), None);
        assert_eq!(["a", "b", "c"].map(unfinished), [false, true, true]);
        assert_eq!(conversations.store().len(), 2);
        conversations.forget_all().unwrap();
        assert!(conversations.store().is_empty());
        assert!(conversations.stripes.iter().all(|recent| lock(recent).is_empty()));
    }

    #[test]
    fn what_cannot_be_read_or_kept_is_told_and_nothing_unread_is_written_over() {
        let (guard, good) = (Guard::without_rules(), Conversation::new().export());
        let damaged = b"HMYC?".as_slice();
        let (bad, store) = (StatusReason::ConversationDamaged, StatusReason::StoreUnavailable);
        for (kept, reads, writes, reason, received) in [
            (good.as_slice(), true, true, None, Some(1)),
            (damaged, true, true, Some(bad), Some(1)),
            (damaged, true, false, Some(bad), None),
            (damaged, false, true, Some(store), None),
            (&good, false, true, Some(store), Some(0)),
            (&good, true, false, Some(store), Some(0)),
        ] {
            let memory = memory();
            memory.save("a", kept).unwrap();
            let conversations = Conversations::new(Faulty { memory, reads, writes });
            let Observation { assessment, trouble } = conversations.observe(&guard, "a", &hello());
            let case = format!("{kept:?} {reads} {writes}: {trouble:?}");
            assert!(assessment.status_reasons.iter().eq(reason.as_ref()), "{case}");
            assert_eq!(assessment.status == Status::Degraded, reason.is_some(), "{case}");
            let told = match trouble {
                None => None,
                Some(Trouble::Conversation(ConversationError::Version(63))) => Some(bad),
                Some(Trouble::Store(StoreError::Host(_))) => Some(store),
                Some(other) => panic!("{other:?}"),
            };
            assert_eq!(told, reason, "{case}");
            let state = conversations.store().memory.load("a").unwrap().unwrap();
            let after = Conversation::import(&state).ok();
            assert_eq!(after.map(|conversation| conversation.received()), received, "{case}");
        }
    }

    #[test]
    fn a_change_that_cannot_be_kept_changes_nothing() {
        let good = Conversation::new().export();
        for (kept, reads, writes) in
            [(b"HMYC?".as_slice(), true, true), (&good, false, true), (&good, true, false)]
        {
            let memory = memory();
            memory.save("a", kept).unwrap();
            let conversations = Conversations::new(Faulty { memory, reads, writes });
            assert!(conversations.set_contact("a", Contact::new(Relation::Known)).is_err());
            assert!(conversations.note_deleted("a", Role::Protected).is_err());
            assert_eq!(conversations.forget("nobody").is_err(), !writes);
            assert_eq!(conversations.store().memory.load("a").unwrap().unwrap(), kept);
            assert_eq!(conversations.forget_all().is_err(), !writes);
        }
    }

    #[test]
    fn keys_are_shared_out_among_all_locks() {
        let conversations = Conversations::new(memory());
        for (first, stripe) in [(0, 0), (1, 1), (31, 31), (32, 0), (33, 1), (100, 4), (255, 31)] {
            let mut key = [0xEE; 16];
            key[0] = first;
            let _held = conversations.stripe(&key);
            let held = conversations.stripes.iter().map(|stripe| stripe.try_lock().is_err());
            assert!(held.eq((0..STRIPES).map(|at| at == stripe)), "{first}");
        }
    }

    #[test]
    fn nothing_that_is_kept_is_printed() {
        let conversations = Conversations::new(memory());
        conversations.set_contact("CANARY", Contact::new(Relation::Family)).unwrap();
        assert_eq!(format!("{conversations:?}"), "Conversations { .. }");
    }
}
