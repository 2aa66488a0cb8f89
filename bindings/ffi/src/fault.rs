//! Panics: caught before UniFFI sees them, and rid of what they say.
//!
//! UniFFI turns a panic into an exception with the panic's message, and Rust prints that message
//! before. A message may quote the text that was read (`str` does, where a place lies within a
//! character), so that here only the place in the source goes on.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does `work`; should it panic, goes on with a panic that names the place alone, which UniFFI
/// makes an exception of.
pub(crate) fn contained<T>(work: impl FnOnce() -> T) -> T {
    attempted(work).unwrap_or_else(|fault| panic::resume_unwind(Box::new(fault)))
}

/// Does `work`; should it panic, says at which place.
pub(crate) fn attempted<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static QUIET: Once = Once::new();
    // The library has a standard library of its own: no other's panics come here.
    QUIET.call_once(|| panic::set_hook(Box::new(|info| note(info.location()))));
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let place = PLACE.take().unwrap_or_else(|| "an unknown place".to_owned());
        format!("a fault in Himaya at {place}; please report it")
    })
}

fn note(location: Option<&panic::Location<'_>>) {
    let place = location.map(|at| format!("{}:{}", at.file(), at.line()));
    // A thread that ends has none left.
    let _ = PLACE.try_with(|noted| noted.replace(place));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_goes_on_without_what_it_says() {
        let cause = panic::catch_unwind(|| contained(|| panic!("CANARY"))).unwrap_err();
        let message = cause.downcast_ref::<String>().unwrap();
        assert!(message.contains("fault.rs:") && !message.contains("CANARY"), "{message}");
    }
}
