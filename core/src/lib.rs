//! Himaya (حماية, "protection"): child safety on the device.
//!
//! A [`Guard`] looks at chat messages and pictures where they are, keeps a few numbers for
//! each conversation and never a word, and answers with an [`Assessment`]: what was found,
//! why, and what the [`Policy`] says to do.
//!
//! ```
//! use himaya::{Action, AgeBand, Conversation, Guard, Message};
//!
//! let guard = Guard::builder().age_band(AgeBand::From10To12).build()?;
//! let mut conversation = Conversation::new();
//!
//! // A single mild indicator is a signal; it does not warn.
//! let first = guard.observe(&mut conversation, &Message::from_counterpart("are you home alone?"));
//! assert_eq!(first.action, Action::Allow);
//! assert!(!first.findings.is_empty());
//!
//! // What warns is the pattern over a conversation.
//! for text in [
//!     "this is our secret, don't tell your mum",
//!     "add me on snapchat",
//!     "send me a selfie",
//!     "you are so mature for your age",
//! ] {
//!     guard.observe(&mut conversation, &Message::from_counterpart(text));
//! }
//! let last = guard.observe(&mut conversation, &Message::from_counterpart("hello?"));
//! assert!(last.risk > 0.5 && last.is_actionable());
//! # Ok::<(), himaya::error::BuildError>(())
//! ```
//!
//! Features, all default but `decode`: `text-model` (the text classifier; networks of another form
//! than the standard one's need `onnx`), `image-model` (the picture model, with `onnx`: tract);
//! `embedded-models` (the files of both; without it the host gives
//! them, `text::ModelPack::standard`); `embedded-rules` (the rules of all languages; without it the
//! host gives those that it needs, `GuardBuilder::lexicon`); `file-store` (conversations kept in a
//! file); `phone` (phone numbers by libphonenumber); `updates` (signed updates); `decode` (bounded
//! picture decoding alone).

pub mod assess;
pub mod assessment;
pub mod conversation;
mod data;
pub mod error;
#[cfg(any(feature = "decode", feature = "networks"))]
mod fence;
mod guard;
#[cfg(feature = "decode")]
pub mod image;
pub mod import;
pub mod intervention;
mod message;
#[cfg(feature = "networks")]
mod onnx;
#[cfg(feature = "networks")]
mod pack;
pub mod policy;
pub mod report;
pub mod score;
mod spans;
pub mod taxonomy;
pub mod text;
#[cfg(feature = "updates")]
pub mod update;

pub use assessment::{Action, Assessment, Finding, Status};
pub use conversation::{Conversation, Conversations, Thread};
pub use guard::{Guard, GuardBuilder, Limits};
pub use message::{Message, Role};
pub use policy::{AgeBand, Policy};
pub use spans::SpanUnit;
pub use taxonomy::{Behavior, Category};
