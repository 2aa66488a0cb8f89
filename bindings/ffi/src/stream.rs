//! Video and livestreams.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use himaya::image as core;

use crate::assessment::Assessment;
use crate::error::{ImageError, StreamError};
use crate::fault::contained;
use crate::guard::Guard;
use crate::picture::PixelFormat;
use crate::vocabulary::{Action, StatusReason};

/// What a stream may cost and how often it is looked at; what is left out keeps its default. When
/// they disagree, `cpu_budget` wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, uniffi::Record)]
pub struct StreamConfig {
    /// Share of one core, above 0 and at most 1. With 1 nothing is left out for its cost.
    /// Default: 0.25.
    #[uniffi(default = None)]
    pub cpu_budget: Option<f32>,
    /// Milliseconds of the stream between two looks at least, but for a cut between scenes.
    /// Default: 100.
    #[uniffi(default = None)]
    pub min_interval_ms: Option<u64>,
    /// Milliseconds of the stream after which even what looks the same is looked at again.
    /// Default: 2000.
    #[uniffi(default = None)]
    pub max_interval_ms: Option<u64>,
}

impl From<StreamConfig> for core::StreamConfig {
    fn from(asked: StreamConfig) -> Self {
        let default = Self::default();
        Self {
            cpu_budget: asked.cpu_budget.unwrap_or(default.cpu_budget),
            min_interval_ms: asked.min_interval_ms.unwrap_or(default.min_interval_ms),
            max_interval_ms: asked.max_interval_ms.unwrap_or(default.max_interval_ms),
        }
    }
}

/// What became of one frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
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
    /// Something that this binding does not know.
    Other,
}

impl From<core::FrameOutcome> for FrameOutcome {
    fn from(outcome: core::FrameOutcome) -> Self {
        match outcome {
            core::FrameOutcome::Classified => Self::Classified,
            core::FrameOutcome::Failed => Self::Failed,
            core::FrameOutcome::Duplicate => Self::Duplicate,
            core::FrameOutcome::Spaced => Self::Spaced,
            core::FrameOutcome::OverBudget => Self::OverBudget,
            core::FrameOutcome::Late => Self::Late,
            core::FrameOutcome::Paused => Self::Paused,
            _ => Self::Other,
        }
    }
}

/// How many frames came and what became of them: `seen` is the sum of all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct StreamCounts {
    /// Frames that came.
    pub seen: u64,
    /// Frames that were classified.
    pub classified: u64,
    /// Frames that were to be classified, which failed.
    pub failed: u64,
    /// Frames that showed what the last classified one showed.
    pub duplicates: u64,
    /// Frames that came when a look had just been taken.
    pub spaced: u64,
    /// Frames for which the budget was spent.
    pub over_budget: u64,
    /// Frames with the time of an earlier one or before it.
    pub late: u64,
    /// Frames that came while the analyzer was paused.
    pub paused: u64,
}

impl From<core::StreamCounts> for StreamCounts {
    fn from(from: core::StreamCounts) -> Self {
        Self {
            seen: from.seen,
            classified: from.classified,
            failed: from.failed,
            duplicates: from.duplicates,
            spaced: from.spaced,
            over_budget: from.over_budget,
            late: from.late,
            paused: from.paused,
        }
    }
}

/// The action of a stream changed.
#[derive(Clone, Copy, Debug, PartialEq, uniffi::Record)]
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

impl From<&core::StreamChange> for StreamChange {
    fn from(change: &core::StreamChange) -> Self {
        let core::StreamChange { time_ms, before, after, risk } = *change;
        Self { time_ms, before: before.into(), after: after.into(), risk }
    }
}

/// Is told when the action of a stream changes. It is called on the thread that pushed the frame,
/// before that call returns, and may call the analyzer. It should not throw: what it throws ends
/// the call that pushed the frame, as a fault.
#[uniffi::export(with_foreign)]
pub trait StreamObserver: Send + Sync {
    /// The action changed.
    fn on_change(&self, change: StreamChange);
}

/// Looks at the frames of one video or livestream, one after another, within a budget. Holds two
/// thumbnails of 256 bytes and some numbers, never a frame. May be used on any thread; calls wait
/// for each other.
#[derive(uniffi::Object)]
pub struct StreamAnalyzer {
    analyzer: Mutex<core::StreamAnalyzer>,
    changes: Arc<Mutex<Vec<StreamChange>>>,
    observer: Option<Arc<dyn StreamObserver>>,
}

#[uniffi::export]
impl StreamAnalyzer {
    /// Begins a stream.
    ///
    /// # Errors
    /// When the configuration contradicts itself.
    #[uniffi::constructor(default(observer = None))]
    pub fn new(
        guard: &Guard,
        config: StreamConfig,
        observer: Option<Arc<dyn StreamObserver>>,
    ) -> Result<Arc<Self>, StreamError> {
        let mut analyzer = core::StreamAnalyzer::new(Arc::clone(&guard.core), config.into())?;
        let changes = Arc::new(Mutex::new(Vec::new()));
        if observer.is_some() {
            let noted = Arc::clone(&changes);
            analyzer.on_change(move |change| lock(&noted).push(change.into()));
        }
        Ok(Arc::new(Self { analyzer: Mutex::new(analyzer), changes, observer }))
    }

    /// Takes the next frame, of `time_ms` milliseconds of the stream, and looks at it if it shows
    /// something new and the budget permits; says what became of it.
    ///
    /// A frame with the time of an earlier one, or up to a second before it, is left out. One
    /// further back means that the stream goes on at an earlier time.
    ///
    /// # Errors
    /// When the buffer does not fit the size.
    pub fn push(
        &self,
        pixels: &[u8],
        width: u32,
        height: u32,
        format: PixelFormat,
        time_ms: u64,
    ) -> Result<FrameOutcome, ImageError> {
        let pixels = format.pixels(pixels, width, height)?;
        Ok(self.change(|analyzer| analyzer.push(&pixels, time_ms)).into())
    }

    /// Says that a part of the stream could not be had: broken (what the policy's `on_failure`
    /// asks for stands until two looks succeed), or left out by the host (`FramesSkipped`).
    pub fn lost(&self, reason: StatusReason) {
        self.change(|analyzer| analyzer.lost(reason.into()));
    }

    /// Whether the video should be covered or stopped: the action is `blur` or stronger.
    pub fn should_interrupt(&self) -> bool {
        lock(&self.analyzer).should_interrupt()
    }

    /// Whether a sign should be shown: the action is `indicate` or stronger.
    pub fn should_indicate(&self) -> bool {
        lock(&self.analyzer).should_indicate()
    }

    /// Whether the sound should be off too: the action is `mute`.
    pub fn should_mute(&self) -> bool {
        lock(&self.analyzer).should_mute()
    }

    /// Where the stream stands now. Risk and scores of findings are what enough looks agree on;
    /// the action holds until several looks clear it.
    pub fn assessment(&self) -> Assessment {
        lock(&self.analyzer).assessment().into()
    }

    /// The stream so far: what it was at its strongest, and whether all of it could be looked at.
    pub fn summary(&self) -> Assessment {
        lock(&self.analyzer).summary().into()
    }

    /// What became of the frames so far.
    pub fn counts(&self) -> StreamCounts {
        lock(&self.analyzer).counts().into()
    }

    /// What a look costs on average, in milliseconds of work; absent before the first.
    pub fn look_ms(&self) -> Option<f64> {
        lock(&self.analyzer).look_ms()
    }

    /// Leaves frames out until `resume`; what stands stays.
    pub fn pause(&self) {
        lock(&self.analyzer).pause();
    }

    /// Goes on; the next frame is looked at as if a new scene began.
    pub fn resume(&self) {
        lock(&self.analyzer).resume();
    }

    /// Begins a new stream with the same guard, configuration, observer and budget.
    pub fn reset(&self) {
        self.change(core::StreamAnalyzer::reset);
    }
}

impl StreamAnalyzer {
    /// Does something that may change the action, then tells the observer, which may call back:
    /// nothing is locked by then.
    fn change<T>(&self, work: impl FnOnce(&mut core::StreamAnalyzer) -> T) -> T {
        let done = contained(|| work(&mut lock(&self.analyzer)));
        let changes = std::mem::take(&mut *lock(&self.changes));
        for change in changes {
            if let Some(observer) = &self.observer {
                contained(|| observer.on_change(change));
            }
        }
        done
    }
}

// Whole after every step: what a panic left of it goes on.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl std::fmt::Debug for StreamAnalyzer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        lock(&self.analyzer).fmt(f)
    }
}
