//! The calls.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString, PyType};

use crate::answer::{Free, answered};

type AssessMessage = unsafe extern "C" fn(u64, *const u8, u64, *mut u8, u64) -> i64;
type Observe = unsafe extern "C" fn(u64, u64, i8, *const u8, u64, i64, i8, *mut u8, u64) -> i64;
type ObserveKept = unsafe extern "C" fn(
    u64,
    u64,
    *const u8,
    u64,
    i8,
    *const u8,
    u64,
    i64,
    i8,
    *mut u8,
    u64,
) -> i64;
type ObserveInThread =
    unsafe extern "C" fn(u64, u64, *const u8, u64, *const u8, u64, i64, *mut u8, u64) -> i64;

/// The library's functions for messages. Handles are UniFFI's, of objects that the caller holds;
/// `kind` is made of the answer's bytes.
#[pyclass(frozen, module = "himaya._direct")]
pub struct Calls {
    assess_message: AssessMessage,
    observe: Observe,
    observe_kept: ObserveKept,
    observe_in_thread: ObserveInThread,
    free: Free,
}

#[pymethods]
impl Calls {
    /// From the addresses of the functions of these names, and of UniFFI's that frees a buffer.
    #[new]
    fn new(
        assess_message: usize,
        observe: usize,
        observe_kept: usize,
        observe_in_thread: usize,
        free: usize,
    ) -> Self {
        // SAFETY: the package gives the addresses of these functions (`_native.py`), of a library
        // that stays loaded.
        unsafe {
            Self {
                assess_message: function(assess_message),
                observe: function(observe),
                observe_kept: function(observe_kept),
                observe_in_thread: function(observe_in_thread),
                free: function(free),
            }
        }
    }

    /// The guard's answer to a message.
    fn assess_message<'py>(
        &self,
        kind: &Bound<'py, PyType>,
        guard: u64,
        text: &Bound<'py, PyString>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let call = self.assess_message;
        let text = utf8(text)?;
        let (text, length) = (text.as_bytes(), text.as_bytes().len() as u64);
        kind.call1((answered(kind.py(), self.free, |room, capacity| {
            // SAFETY: the caller holds the guard; text and room outlive the call.
            unsafe { call(guard, text.as_ptr(), length, room, capacity) }
        })?,))
    }

    /// The guard's answer to the next message of a conversation.
    #[allow(clippy::too_many_arguments, reason = "those of a message")]
    fn observe<'py>(
        &self,
        kind: &Bound<'py, PyType>,
        guard: u64,
        conversation: u64,
        from_protected: bool,
        text: &Bound<'py, PyString>,
        time: i64,
        edited: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        let call = self.observe;
        let text = utf8(text)?;
        let (text, length) = (text.as_bytes(), text.as_bytes().len() as u64);
        let (from_protected, edited) = (i8::from(from_protected), i8::from(edited));
        kind.call1((answered(kind.py(), self.free, |room, capacity| {
            let text = text.as_ptr();
            // SAFETY: the caller holds both objects; text and room outlive the call.
            unsafe {
                call(
                    guard,
                    conversation,
                    from_protected,
                    text,
                    length,
                    time,
                    edited,
                    room,
                    capacity,
                )
            }
        })?,))
    }

    /// The answer to the next message of a conversation in a store: its bytes.
    #[allow(clippy::too_many_arguments, reason = "those of a message")]
    fn observe_kept<'py>(
        &self,
        conversations: u64,
        guard: u64,
        counterpart: &Bound<'py, PyString>,
        from_protected: bool,
        text: &Bound<'py, PyString>,
        time: i64,
        edited: bool,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let call = self.observe_kept;
        let py = text.py();
        let (text, name) = (utf8(text)?, utf8(counterpart)?);
        let (text, name) = (text.as_bytes(), name.as_bytes());
        let (from_protected, edited) = (i8::from(from_protected), i8::from(edited));
        answered(py, self.free, |room, capacity| {
            // SAFETY: the caller holds both objects; name, text and room outlive the call.
            unsafe {
                call(
                    conversations,
                    guard,
                    name.as_ptr(),
                    name.len() as u64,
                    from_protected,
                    text.as_ptr(),
                    text.len() as u64,
                    time,
                    edited,
                    room,
                    capacity,
                )
            }
        })
    }

    /// The answer to the next message of a thread.
    fn observe_in_thread<'py>(
        &self,
        kind: &Bound<'py, PyType>,
        thread: u64,
        guard: u64,
        sender: &Bound<'py, PyString>,
        text: &Bound<'py, PyString>,
        time: i64,
    ) -> PyResult<Bound<'py, PyAny>> {
        let call = self.observe_in_thread;
        let (text, name) = (utf8(text)?, utf8(sender)?);
        let (text, name) = (text.as_bytes(), name.as_bytes());
        kind.call1((answered(kind.py(), self.free, |room, capacity| {
            let (sender, sender_length) = (name.as_ptr(), name.len() as u64);
            let (text, length) = (text.as_ptr(), text.len() as u64);
            // SAFETY: the caller holds both objects; name, text and room outlive the call.
            unsafe {
                call(thread, guard, sender, sender_length, text, length, time, room, capacity)
            }
        })?,))
    }
}

/// # Safety
/// A function of the type `F` lies at the address.
unsafe fn function<F: Copy>(address: usize) -> F {
    const { assert!(size_of::<F>() == size_of::<usize>()) };
    let address = std::ptr::with_exposed_provenance::<()>(address);
    // SAFETY: as the caller promises; pointers to functions and data are of one size here.
    unsafe { std::mem::transmute_copy(&address) }
}

/// A string's bytes: where they lie, or, of one with lone surrogates, with `?` for each.
fn utf8<'a>(text: &'a Bound<'_, PyString>) -> PyResult<std::borrow::Cow<'a, str>> {
    if let Ok(text) = text.to_str() {
        return Ok(text.into());
    }
    let encoded = text.call_method1("encode", ("utf-8", "replace"))?;
    let bytes: &[u8] = encoded.extract()?;
    Ok(String::from_utf8_lossy(bytes).into_owned().into())
}
