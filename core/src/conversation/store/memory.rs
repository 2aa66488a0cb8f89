//! Conversations in memory, bounded.

use std::fmt;
use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

use lru::LruCache;
use zeroize::Zeroizing;

use super::{ConversationStore, Key, StoreError, key};

/// Keeps conversations in memory, at most a given number of them: where one more comes, the one
/// that was used longest ago is forgotten. Memory of what is forgotten or written over is zeroed;
/// all of it is gone when the process ends.
pub struct MemoryStore {
    states: Mutex<LruCache<Key, State>>,
}

/// Zeroed before its memory is given back, in a way that compilers do not leave out.
type State = Zeroizing<Box<[u8]>>;

impl MemoryStore {
    /// A store of at most this many conversations, of a few hundred bytes each.
    pub fn new(max: NonZeroUsize) -> Self {
        Self { states: Mutex::new(LruCache::new(max)) }
    }

    /// Conversations kept.
    pub fn len(&self) -> usize {
        self.states().len()
    }

    /// Whether none is kept.
    pub fn is_empty(&self) -> bool {
        self.states().is_empty()
    }

    // No operation leaves the cache half changed, so a panic elsewhere does not spoil it.
    fn states(&self) -> MutexGuard<'_, LruCache<Key, State>> {
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ConversationStore for MemoryStore {
    fn load(&self, counterpart: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.states().get(&key(&[], counterpart)).map(|state| state.to_vec()))
    }

    fn save(&self, counterpart: &str, state: &[u8]) -> Result<(), StoreError> {
        self.states().put(key(&[], counterpart), Zeroizing::new(state.into()));
        Ok(())
    }

    fn forget(&self, counterpart: &str) -> Result<bool, StoreError> {
        Ok(self.states().pop(&key(&[], counterpart)).is_some())
    }

    fn forget_all(&self) -> Result<(), StoreError> {
        self.states().clear();
        Ok(())
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").field("conversations", &self.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_used_longest_ago_makes_way() {
        let store = MemoryStore::new(NonZeroUsize::new(2).unwrap());
        store.save("a", &[1]).unwrap();
        store.save("b", &[2]).unwrap();
        assert_eq!(store.load("a").unwrap(), Some(vec![1]));
        store.save("c", &[3]).unwrap();
        assert_eq!(store.load("b").unwrap(), None);
        assert_eq!((store.load("a").unwrap(), store.len()), (Some(vec![1]), 2));
    }

    #[test]
    fn what_is_forgotten_is_gone() {
        let store = MemoryStore::new(NonZeroUsize::new(9).unwrap());
        store.save("a", &[1]).unwrap();
        store.save("b", &[2]).unwrap();
        assert!(store.forget("a").unwrap() && !store.forget("a").unwrap());
        assert_eq!(store.load("a").unwrap(), None);
        store.forget_all().unwrap();
        assert!(store.is_empty());
    }

    #[test]
    fn how_many_are_kept_is_told_and_nothing_more() {
        let store = MemoryStore::new(NonZeroUsize::new(9).unwrap());
        assert_eq!((store.len(), store.is_empty()), (0, true));
        for name in ["CANARY", "CANARY TOO"] {
            store.save(name, b"CANARY STATE").unwrap();
        }
        assert_eq!((store.len(), store.is_empty()), (2, false));
        assert_eq!(format!("{store:?}"), "MemoryStore { conversations: 2, .. }");
    }
}
