//! Calls for messages from CPython, past ctypes: that costs several microseconds a call, the core
//! itself tens. It calls the functions of `ffi/src/direct.rs`, whose addresses the package gives
//! it, and is in no other way bound to them. Where it cannot be loaded (PyPy, free-threaded
//! builds), the package does without: `_by_ctypes.py` has the same.
#![deny(clippy::undocumented_unsafe_blocks)]

mod answer;
mod calls;
mod head;

/// The compiled part of the package.
#[pyo3::pymodule(gil_used = true)]
mod _direct {
    #[pymodule_export]
    use super::calls::Calls;
    #[pymodule_export]
    use super::head::Head;
}
