//! Himaya for JavaScript. Converts and never decides: what is found and what to do about it comes
//! from the crate `himaya`. Empty on other targets.
//!
//! Assessments are plain objects in the form of `himaya::Assessment`'s JSON, except that spans
//! count UTF-16 code units, as JavaScript's strings do.
//!
//! WebAssembly has no unwinding. Should a dependency panic, which the core turns into an error
//! elsewhere, the call throws a `WebAssembly.RuntimeError`; the module must then be made anew.

#[cfg(target_family = "wasm")]
mod failure;
#[cfg(target_family = "wasm")]
mod guard;

#[cfg(target_family = "wasm")]
pub use guard::{HimayaGuard, version};
