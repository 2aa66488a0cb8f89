//! What a function of the library answers.

use std::slice;

use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// UniFFI's buffer.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct RustBuffer {
    capacity: u64,
    length: u64,
    data: *mut u8,
}

/// What UniFFI's functions say of a fault.
#[repr(C)]
pub struct Status {
    code: i8,
    error: RustBuffer,
}

/// UniFFI's function that frees a buffer.
pub type Free = unsafe extern "C" fn(RustBuffer, &mut Status);

/// Most answers are smaller.
const ROOM: usize = 1024;

/// Calls with the address and size of a room for the answer, without the interpreter's lock, and
/// takes the answer.
pub fn answered<'py>(
    py: Python<'py>,
    free: Free,
    call: impl FnOnce(*mut u8, u64) -> i64 + Send,
) -> PyResult<Bound<'py, PyBytes>> {
    let mut room = [0; ROOM];
    let returned = py.detach(|| call(room.as_mut_ptr(), ROOM as u64));
    let many = usize::try_from(returned.unsigned_abs()).unwrap_or(ROOM).min(ROOM);
    let (said, _) = room.split_at(many);
    match returned {
        1.. => Ok(PyBytes::new(py, said)),
        0 => Ok(taken(py, free, &room)),
        _ => {
            let fault = String::from_utf8_lossy(said);
            let kind = py.import("himaya.errors")?.getattr("FaultError")?;
            Err(PyErr::from_value(kind.call1((fault,))?))
        }
    }
}

/// An answer that did not fit.
fn taken<'py>(py: Python<'py>, free: Free, room: &[u8; ROOM]) -> Bound<'py, PyBytes> {
    // SAFETY: 0 says that the room begins with a buffer, which is larger than nothing and ours.
    unsafe {
        let buffer = room.as_ptr().cast::<RustBuffer>().read_unaligned();
        let length = usize::try_from(buffer.length).unwrap_or(0);
        let answer = PyBytes::new(py, slice::from_raw_parts(buffer.data, length));
        let nothing = RustBuffer { capacity: 0, length: 0, data: std::ptr::null_mut() };
        free(buffer, &mut Status { code: 0, error: nothing });
        answer
    }
}
