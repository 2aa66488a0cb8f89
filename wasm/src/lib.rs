//! Himaya for JavaScript. Converts and never decides: what is found and what to do about it comes
//! from the crate `himaya`.
//!
//! Assessments are plain objects in the form of [`himaya::Assessment`]'s JSON, except that spans
//! count UTF-16 code units, as JavaScript's strings do.
//!
//! WebAssembly has no unwinding. Should a dependency panic, which the core turns into an error
//! elsewhere, the call throws a `WebAssembly.RuntimeError`; the module must then be made anew.

mod failure;
mod guard;
mod spans;

use wasm_bindgen::prelude::wasm_bindgen;

pub use guard::HimayaGuard;

/// Version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
