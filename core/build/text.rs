//! The part of `src/text` that compiles rules, shared with the build script.

#[path = "../src/text/lexicon/mod.rs"]
pub(crate) mod lexicon;
#[path = "../src/text/normalize/mod.rs"]
pub(crate) mod normalize;
