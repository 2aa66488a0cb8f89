//! What a conversation adds up to.
//!
//! [`Conversation`] is the bounded numeric state kept for one counterpart: numbers and
//! times, never words. `sequential` turns signals into risk.

pub(crate) mod sequential;
mod state;
mod thread;

pub use sequential::WeightsError;
pub use state::{Conversation, ConversationError};
pub use thread::Thread;
