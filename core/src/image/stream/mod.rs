//! Video and livestreams: frames in, one standing answer out.
//!
//! A [`StreamAnalyzer`] skips frames that show what was looked at already, spaces its looks so
//! that its share of a core stays within a budget, and lets several looks decide together.
//! `docs/streams.md` has the rules, their delays and how to hook it to a camera or a call.

mod analyzer;
mod answer;
mod budget;
mod clock;
mod config;
mod hysteresis;
mod outcome;

pub use analyzer::StreamAnalyzer;
pub use clock::Clock;
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
pub use clock::SystemClock;
pub use config::{StreamConfig, StreamConfigError};
pub use outcome::{FrameOutcome, StreamChange, StreamCounts};
