//! A fence around other people's code that reads untrusted bytes.

use std::panic::{self, AssertUnwindSafe};

/// Runs `work`; `None` when it panics. Does nothing in a build with `panic = "abort"`, which
/// WebAssembly always is: there a panic is a trap, and the host makes the module anew.
///
/// What `work` changed before it panicked must not be looked at again.
pub(crate) fn fenced<T>(work: impl FnOnce() -> T) -> Option<T> {
    panic::catch_unwind(AssertUnwindSafe(work)).ok()
}
