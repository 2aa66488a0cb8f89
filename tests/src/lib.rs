//! Helpers that the tests and benchmarks share.

#![forbid(unsafe_code)]

pub mod costly;

use std::env;
use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The folder that `tests/golden/pictures/make_pictures.py` fills, if it was.
pub fn golden_pictures() -> Option<PathBuf> {
    let cache = env::var_os("HIMAYA_CACHE").map(PathBuf::from).or_else(|| {
        let xdg = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = xdg.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")));
        Some(cache?.join("himaya"))
    })?;
    Some(cache.join("golden-pictures")).filter(|folder| folder.is_dir())
}

/// Whether the run must not skip anything.
pub fn in_ci() -> bool {
    env::var_os("CI").is_some_and(|value| value == "true")
}
