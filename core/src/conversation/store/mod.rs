//! Where conversations are kept between messages.

#[cfg(feature = "file-store")]
mod file;
mod memory;

#[cfg(feature = "file-store")]
pub use file::FileStore;
pub use memory::MemoryStore;
use sha2::{Digest, Sha256};
use thiserror::Error;

/// Keeps the exported states of conversations. [`Conversations`](super::Conversations) calls it;
/// a host may bring its own.
///
/// `counterpart` is the host's name for the other side, of any form. A store should not write it
/// down as it is: the stores here keep a digest.
pub trait ConversationStore: Send + Sync {
    /// The state kept for a counterpart.
    ///
    /// # Errors
    /// When the store cannot be read. A counterpart of whom nothing is kept is `None`.
    fn load(&self, counterpart: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Keeps a state in place of the one before.
    ///
    /// # Errors
    /// When it cannot be written; then the one before is still kept.
    fn save(&self, counterpart: &str, state: &[u8]) -> Result<(), StoreError>;

    /// Erases what is kept for a counterpart, and says whether there was anything.
    ///
    /// # Errors
    /// When it cannot be erased.
    fn forget(&self, counterpart: &str) -> Result<bool, StoreError>;

    /// Erases everything.
    ///
    /// # Errors
    /// When it cannot be erased.
    fn forget_all(&self) -> Result<(), StoreError>;
}

impl<S: ConversationStore + ?Sized> ConversationStore for Box<S> {
    fn load(&self, counterpart: &str) -> Result<Option<Vec<u8>>, StoreError> {
        (**self).load(counterpart)
    }

    fn save(&self, counterpart: &str, state: &[u8]) -> Result<(), StoreError> {
        (**self).save(counterpart, state)
    }

    fn forget(&self, counterpart: &str) -> Result<bool, StoreError> {
        (**self).forget(counterpart)
    }

    fn forget_all(&self) -> Result<(), StoreError> {
        (**self).forget_all()
    }
}

/// Why a store cannot do what it was asked to.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Another process has it open.
    #[error("the store is in use by another process; one process at a time may open it")]
    InUse,
    /// The file is none of a store, or was damaged.
    #[error("the store is damaged or not a store of conversations: {0}")]
    Damaged(String),
    /// The file was written by a newer version.
    #[error("the store is of version {0}; this build reads version 1")]
    Version(u64),
    /// Reading or writing failed.
    #[error("the store cannot be read or written: {0}")]
    Io(#[from] std::io::Error),
    /// A host's own store failed.
    #[error("the host's store: {0}")]
    Host(String),
}

/// A digest that stands for a counterpart.
pub(crate) type Key = [u8; 16];

pub(crate) fn key(salt: &[u8], counterpart: &str) -> Key {
    let mut digest = Sha256::new();
    digest.update(salt);
    digest.update(counterpart);
    let digest: [u8; 32] = digest.finalize().into();
    digest.first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use super::*;

    #[test]
    fn a_boxed_store_does_what_the_store_in_it_does() {
        let store: Box<MemoryStore> = Box::new(MemoryStore::new(NonZeroUsize::new(9).unwrap()));
        let boxed: &dyn ConversationStore = &store;
        boxed.save("a", &[1, 2]).unwrap();
        boxed.save("b", &[3]).unwrap();
        assert_eq!(store.len(), 2);
        assert_eq!(boxed.load("a").unwrap(), Some(vec![1, 2]));
        assert_eq!(boxed.load("c").unwrap(), None);
        assert!(boxed.forget("a").unwrap() && !boxed.forget("a").unwrap());
        assert_eq!((boxed.load("a").unwrap(), store.len()), (None, 1));
        boxed.forget_all().unwrap();
        assert!(store.is_empty());
    }

    #[test]
    fn a_key_is_the_beginning_of_a_salted_sha256() {
        // FIPS 180-2, appendix B.1: the digest of "abc".
        let abc = *b"\xba\x78\x16\xbf\x8f\x01\xcf\xea\x41\x41\x40\xde\x5d\xae\x22\x23";
        assert_eq!(key(b"", "abc"), abc);
        assert_eq!(key(b"a", "bc"), abc);
        assert_ne!(key(b"b", "abc"), abc);
    }
}
