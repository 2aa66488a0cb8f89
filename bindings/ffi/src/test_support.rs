//! For tests and benchmarks of the packages alone; in no library that is handed out.

use std::cell::Cell;
use std::time::{Duration, Instant};

use crate::direct;
use crate::fault::contained;
use crate::guard::Guard;
use crate::picture::PixelFormat;

/// Fails as a fault in the library would, with `text` in the panic's message.
#[uniffi::export]
#[allow(clippy::panic, reason = "what the tests call it for")]
pub fn deliberate_fault(text: String) {
    contained(|| panic!("{text}"));
}

/// Fails in place of `himaya_assess_message` as a fault in the library would.
///
/// # Safety
/// As `direct` says.
#[unsafe(no_mangle)]
#[allow(clippy::panic, reason = "what the tests call it for")]
pub unsafe extern "C" fn himaya_deliberate_fault(
    _guard: u64,
    text: *const u8,
    length: u64,
    room: *mut u8,
    capacity: u64,
) -> i64 {
    // SAFETY: as the caller promises.
    let (text, room) = unsafe { (direct::read(text, length), direct::room_at(room, capacity)) };
    direct::answered(room, || panic!("{text:?}"))
}

thread_local! {
    static CORE_TIME: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

/// Does the core's work, and adds up how long that takes on this thread.
pub(crate) fn core_work<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    CORE_TIME.set(CORE_TIME.get().saturating_add(start.elapsed()));
    result
}

/// Nanoseconds that the core has worked on messages on this thread since this was last asked: in the
/// very calls that are timed from outside, so that the rest is what the binding costs.
#[uniffi::export]
pub fn core_time() -> f64 {
    CORE_TIME.take().as_nanos() as f64
}

#[uniffi::export]
impl Guard {
    /// Nanoseconds that the core takes for an RGB picture, of each of several times.
    pub fn time_picture(&self, pixels: &[u8], width: u32, height: u32, times: u32) -> Vec<f64> {
        let Ok(pixels) = PixelFormat::Rgb.pixels(pixels, width, height) else { return Vec::new() };
        timed(times, || drop(self.core.assess_pixels(&pixels)))
    }
}

fn timed(times: u32, work: impl Fn()) -> Vec<f64> {
    let once = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_nanos() as f64
    };
    (0..times).map(once).collect()
}
