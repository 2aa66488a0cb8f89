//! Himaya for Kotlin, Swift and Python, by UniFFI. Converts and never decides: what is found and
//! what to do about it comes from the crate `himaya`.
//!
//! What is generated from here is not what a host writes against: `bindings/kotlin`,
//! `bindings/swift` and `bindings/python` wrap it in the manner of their languages.
//!
//! No panic crosses, and no message text with one: see `fault`.
#![allow(unsafe_code, reason = "what UniFFI's macros write: exported C functions")]

mod assessment;
mod conversation;
mod conversations;
mod digest;
mod draft;
mod error;
mod explanation;
mod fault;
mod flat;
mod guard;
mod help;
mod ledger;
mod messages;
mod mirror;
#[cfg(feature = "image-model")]
mod picture;
mod policy;
mod store;
#[cfg(feature = "image-model")]
mod stream;
mod taxonomy;
#[cfg(feature = "test-support")]
mod test_support;
mod thread;
mod transparency;
mod vocabulary;

uniffi::setup_scaffolding!("himaya_ffi");

/// Version of the library.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
