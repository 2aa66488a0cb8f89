//! Where a stream's own cost is read from.

use std::time::Duration;

/// A clock that never goes back, such as a browser's `performance.now()`.
pub trait Clock: Send {
    /// Time since some fixed moment.
    fn now(&self) -> Duration;

    /// For how long the calling thread has worked. Where that is not known it is [`now`](Self::now),
    /// which counts waiting for the processor as work.
    fn worked(&self) -> Duration {
        self.now()
    }
}

impl<F: Fn() -> Duration + Send> Clock for F {
    fn now(&self) -> Duration {
        self()
    }
}

/// The operating system's clock; on Unix it knows how long a thread has worked. There is none in
/// a browser.
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
#[derive(Clone, Copy, Debug)]
pub struct SystemClock(std::time::Instant);

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
impl SystemClock {
    /// Begins at zero.
    pub fn new() -> Self {
        Self(std::time::Instant::now())
    }
}

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    #[cfg(unix)]
    fn worked(&self) -> Duration {
        use rustix::time::{ClockId, clock_gettime};
        Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_else(|_| self.now())
    }
}
