//! What became of frames.

use serde::Serialize;

use crate::assessment::Action;

/// What became of one frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FrameOutcome {
    /// It was classified.
    Classified,
    /// It was to be classified, which failed; the policy's `on_failure` counts.
    Failed,
    /// It shows what the last classified frame showed.
    Duplicate,
    /// A look had just been taken.
    Spaced,
    /// The budget was spent.
    OverBudget,
    /// Its time is that of an earlier frame or before it.
    Late,
    /// The analyzer was paused.
    Paused,
}

/// How many frames came and what became of them: `seen` is the sum of all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StreamCounts {
    /// Frames that came.
    pub seen: u64,
    /// See [`FrameOutcome::Classified`].
    pub classified: u64,
    /// See [`FrameOutcome::Failed`].
    pub failed: u64,
    /// See [`FrameOutcome::Duplicate`].
    pub duplicates: u64,
    /// See [`FrameOutcome::Spaced`].
    pub spaced: u64,
    /// See [`FrameOutcome::OverBudget`].
    pub over_budget: u64,
    /// See [`FrameOutcome::Late`].
    pub late: u64,
    /// See [`FrameOutcome::Paused`].
    pub paused: u64,
}

impl StreamCounts {
    pub(super) fn add(&mut self, outcome: FrameOutcome) {
        let count = match outcome {
            FrameOutcome::Classified => &mut self.classified,
            FrameOutcome::Failed => &mut self.failed,
            FrameOutcome::Duplicate => &mut self.duplicates,
            FrameOutcome::Spaced => &mut self.spaced,
            FrameOutcome::OverBudget => &mut self.over_budget,
            FrameOutcome::Late => &mut self.late,
            FrameOutcome::Paused => &mut self.paused,
        };
        *count += 1;
        self.seen += 1;
    }
}

/// The action of a stream changed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StreamChange {
    /// Time of the frame that changed it, in milliseconds of the stream.
    pub time_ms: u64,
    /// What was to be done before.
    pub before: Action,
    /// What is to be done now.
    pub after: Action,
    /// What enough looks agree on now, 0..1.
    pub risk: f32,
}
