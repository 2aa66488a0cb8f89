//! A video file as a stream, and the times at which something was seen.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use himaya::assessment::StatusReason;
use himaya::image::{StreamAnalyzer, StreamChange, StreamConfig, StreamCounts};
use himaya::{Action, Assessment, Guard};
use serde::Serialize;

use crate::ffmpeg::{Frames, VideoError};
use crate::input::Unreadable;

/// Seconds of a video that are looked at.
const MAX_SECONDS: u32 = 4 * 60 * 60;

/// A video that was looked at.
pub struct CheckedVideo {
    pub assessment: Assessment,
    pub seen: Vec<Seen>,
    pub counts: StreamCounts,
    pub length_ms: u64,
}

/// A part of a video and the action that stood while it ran.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Seen {
    pub from_ms: u64,
    pub to_ms: u64,
    pub action: Action,
}

/// Looks at `per_second` frames a second.
pub fn check(guard: &Arc<Guard>, path: &Path, per_second: u32) -> Result<CheckedVideo, Unreadable> {
    let unreadable = |error: &dyn ToString| Unreadable::video(&error.to_string());
    let mut frames = Frames::of(path, per_second, MAX_SECONDS).map_err(|e| unreadable(&e))?;
    // Nobody waits for a file in real time: no frame is left out for its cost.
    let config = StreamConfig { cpu_budget: 1.0, min_interval_ms: 0, ..StreamConfig::default() };
    let mut stream = StreamAnalyzer::new(Arc::clone(guard), config).map_err(|e| unreadable(&e))?;
    let changes: Arc<Mutex<Vec<StreamChange>>> = Arc::default();
    let noted = Arc::clone(&changes);
    stream.on_change(move |change| {
        noted.lock().unwrap_or_else(PoisonError::into_inner).push(*change);
    });

    let time = |index: u64| index * 1000 / u64::from(per_second);
    let mut index = 0;
    loop {
        match frames.next() {
            Ok(Some(pixels)) => stream.push(&pixels, time(index)),
            Ok(None) if index == 0 => return Err(unreadable(&VideoError::Empty)),
            Ok(None) => break,
            Err(error) if index == 0 => return Err(unreadable(&error)),
            Err(_) => {
                stream.lost(StatusReason::VideoUnreadable);
                break;
            }
        };
        index += 1;
    }
    let length_ms = time(index);
    if length_ms >= u64::from(MAX_SECONDS) * 1000 {
        stream.lost(StatusReason::FramesSkipped);
    }
    let changes = changes.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(CheckedVideo {
        assessment: stream.summary(),
        seen: seen(&changes, length_ms),
        counts: stream.counts(),
        length_ms,
    })
}

/// The parts between changes in which something was to be done.
fn seen(changes: &[StreamChange], end: u64) -> Vec<Seen> {
    let ends = changes.iter().skip(1).map(|change| change.time_ms).chain([end]);
    changes
        .iter()
        .zip(ends)
        .filter(|(change, _)| change.after != Action::Allow)
        .map(|(change, to_ms)| Seen { from_ms: change.time_ms, to_ms, action: change.after })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_reach_from_change_to_change() {
        let change = |time_ms, before, after| StreamChange { time_ms, before, after, risk: 0.5 };
        let changes = [
            change(1000, Action::Allow, Action::Indicate),
            change(3000, Action::Indicate, Action::Blur),
            change(4000, Action::Blur, Action::Allow),
            change(9000, Action::Allow, Action::Blur),
        ];
        let part = |from_ms, to_ms, action| Seen { from_ms, to_ms, action };
        let expected = [
            part(1000, 3000, Action::Indicate),
            part(3000, 4000, Action::Blur),
            part(9000, 9500, Action::Blur),
        ];
        assert_eq!(seen(&changes, 9500), expected);
        assert_eq!(seen(&[], 9500), []);
    }
}
