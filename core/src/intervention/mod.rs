//! Words for people: what was found and what to do next, in their language; whom to ask for help;
//! what a guardian learns, and when.
//!
//! `models/messages/<lang>.ftl` (Project Fluent) holds the words; keys are the slugs of the
//! vocabulary and the `message_key`s of assessments. `models/help/services.toml` holds help
//! services.
//!
//! ```
//! use himaya::intervention::{
//!     Addressee, HelpAudience, HelpQuery, HelpServices, InterventionLevel, Messages, Reader,
//! };
//! use himaya::{AgeBand, Category};
//!
//! // The languages that the device's owner prefers.
//! let messages = Messages::for_languages(&["en-GB"]);
//! let child = Addressee::aged(AgeBand::From13To15);
//! let notice = messages
//!     .notice(Reader::Approached, Category::Sextortion, &child, InterventionLevel::Simple)
//!     .ok_or("nothing to say")?;
//! println!("{}: {}", notice.title, notice.step);
//!
//! let services = HelpServices::embedded()?;
//! let query = HelpQuery {
//!     country: "GB",
//!     audience: HelpAudience::Child,
//!     language: messages.language(),
//!     age: child.age,
//! };
//! for service in services.lookup(&query) {
//!     println!("{}: {:?}", service.name, service.reach());
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod check;
mod delay;
mod digest;
mod help;
mod language;
mod messages;
mod notice;
mod reader;

pub use check::{FaultKind, LanguageCheck, MessageFault, check_messages};
pub use delay::{DelayError, DelayHours, DelayPolicy, DelayRow};
pub use digest::{
    DigestBuilder, DigestError, DigestItem, Frequency, GuardianDigest, Recorded, Trend, Urgency,
};
pub use help::{
    HelpAges, HelpAudience, HelpQuery, HelpService, HelpServices, HelpServicesError, Reach,
    Verified,
};
pub use messages::{Argument, Messages, MessagesError};
pub use notice::Notice;
pub use reader::{Addressee, Gender, Reader};

pub use crate::policy::InterventionLevel;
