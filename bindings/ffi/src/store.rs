//! A store of the host's own.

use std::sync::Arc;

use himaya::conversation as core;
use thiserror::Error;

/// Why a store cannot do what it was asked to.
#[derive(Debug, Error, uniffi::Error)]
pub enum StoreError {
    /// Another process has it open.
    #[error("{reason}")]
    InUse {
        /// What was wrong.
        reason: String,
    },
    /// The file is none of a store, or was damaged.
    #[error("{reason}")]
    Damaged {
        /// What was wrong.
        reason: String,
    },
    /// The file was written by a newer version.
    #[error("{reason}")]
    Version {
        /// What was wrong.
        reason: String,
    },
    /// Reading or writing failed.
    #[error("{reason}")]
    Io {
        /// What was wrong.
        reason: String,
    },
    /// What was kept of a conversation is damaged or of a newer version.
    #[error("{reason}")]
    Conversation {
        /// What was wrong.
        reason: String,
    },
    /// The host's own store failed.
    #[error("{reason}")]
    Host {
        /// What was wrong. It must not contain message text.
        reason: String,
    },
}

impl From<core::StoreError> for StoreError {
    fn from(error: core::StoreError) -> Self {
        let reason = error.to_string();
        match error {
            core::StoreError::InUse => Self::InUse { reason },
            core::StoreError::Damaged(_) => Self::Damaged { reason },
            core::StoreError::Version(_) => Self::Version { reason },
            core::StoreError::Io(_) => Self::Io { reason },
            _ => Self::Host { reason },
        }
    }
}

impl From<core::Trouble> for StoreError {
    fn from(trouble: core::Trouble) -> Self {
        match trouble {
            core::Trouble::Store(error) => error.into(),
            trouble => Self::Conversation { reason: trouble.to_string() },
        }
    }
}

/// Whatever else a host's store throws. What it says does not go on: nobody knows what is in it.
impl From<uniffi::UnexpectedUniFFICallbackError> for StoreError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Host { reason: "it threw something other than a store error".to_owned() }
    }
}

/// Keeps the exported states of conversations; a host may bring its own. It is called on the
/// thread that observes a message, and must not call back into the same `Conversations`.
///
/// `counterpart` is the host's name for the other side. A store should not write it down as it
/// is: the stores that come with the library keep a digest.
#[uniffi::export(with_foreign)]
pub trait ConversationStore: Send + Sync {
    /// The state kept for a counterpart; absent for one of whom nothing is kept.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn load(&self, counterpart: String) -> Result<Option<Vec<u8>>, StoreError>;

    /// Keeps a state in place of the one before.
    ///
    /// # Errors
    /// When it cannot be written; then the one before is still kept.
    fn save(&self, counterpart: String, state: Vec<u8>) -> Result<(), StoreError>;

    /// Erases what is kept for a counterpart, and says whether there was anything.
    ///
    /// # Errors
    /// When it cannot be erased.
    fn forget(&self, counterpart: String) -> Result<bool, StoreError>;

    /// Erases everything.
    ///
    /// # Errors
    /// When it cannot be erased.
    fn forget_all(&self) -> Result<(), StoreError>;
}

/// A host's store as the core sees it.
pub(crate) struct Hosted(pub(crate) Arc<dyn ConversationStore>);

impl core::ConversationStore for Hosted {
    fn load(&self, counterpart: &str) -> Result<Option<Vec<u8>>, core::StoreError> {
        self.0.load(counterpart.to_owned()).map_err(failed)
    }

    fn save(&self, counterpart: &str, state: &[u8]) -> Result<(), core::StoreError> {
        self.0.save(counterpart.to_owned(), state.to_vec()).map_err(failed)
    }

    fn forget(&self, counterpart: &str) -> Result<bool, core::StoreError> {
        self.0.forget(counterpart.to_owned()).map_err(failed)
    }

    fn forget_all(&self) -> Result<(), core::StoreError> {
        self.0.forget_all().map_err(failed)
    }
}

fn failed(error: StoreError) -> core::StoreError {
    core::StoreError::Host(error.to_string())
}
