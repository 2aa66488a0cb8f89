//! Himaya for JavaScript. Converts and never decides: what is found and what to do about it comes
//! from the crate `himaya`. Empty on other targets.
//!
//! What `npm/src` wraps: objects in and out are JSON in the core's form, except that spans count
//! UTF-16 code units, as JavaScript's strings do.
//!
//! WebAssembly has no unwinding. Should a dependency panic, which the core turns into an error
//! elsewhere, the call throws a `WebAssembly.RuntimeError`; the module must then be made anew.

#[cfg(target_family = "wasm")]
mod conversation;
#[cfg(target_family = "wasm")]
mod digest;
#[cfg(target_family = "wasm")]
mod failure;
#[cfg(target_family = "wasm")]
mod guard;
#[cfg(target_family = "wasm")]
mod help;
#[cfg(target_family = "wasm")]
mod json;
#[cfg(target_family = "wasm")]
mod messages;
#[cfg(all(target_family = "wasm", feature = "full"))]
mod models;
#[cfg(target_family = "wasm")]
mod options;
#[cfg(all(target_family = "wasm", feature = "full"))]
mod picture;
#[cfg(target_family = "wasm")]
mod policy;
#[cfg(target_family = "wasm")]
mod rules;
#[cfg(all(target_family = "wasm", feature = "full"))]
mod stream;
#[cfg(target_family = "wasm")]
mod thread;
#[cfg(target_family = "wasm")]
mod vocabulary;

#[cfg(target_family = "wasm")]
mod version {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Version of the package.
    #[wasm_bindgen]
    pub fn version() -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}
