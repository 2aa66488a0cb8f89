//! What a conversation adds up to.
//!
//! [`Conversation`] is the bounded numeric state kept for one counterpart: numbers and
//! times, never words. `sequential` turns signals into risk, `course` follows how it
//! goes, `interplay` adds what they say together, `explain` says what it is made of,
//! `codec` makes bytes of it, and [`Conversations`] keeps many of them in a
//! [`ConversationStore`].

mod codec;
mod conversations;
mod course;
mod cues;
mod explain;
mod interplay;
pub(crate) mod sequential;
mod state;
mod store;
mod thread;
mod timeline;
pub(crate) mod weights;

pub use codec::ConversationError;
pub use conversations::{Conversations, Observation, Trouble};
pub use cues::Cue;
pub use explain::{Cause, Contribution, Explanation, StageShare, TimelineEvent};
pub use state::{Contact, Conversation, Relation};
#[cfg(feature = "file-store")]
pub use store::FileStore;
pub use store::{ConversationStore, MemoryStore, StoreError};
pub use thread::Thread;
pub use weights::WeightsError;
