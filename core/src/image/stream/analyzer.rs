//! Frames in, one standing answer out.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::answer::Answer;
use super::budget::Budget;
use super::clock::Clock;
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
use super::clock::SystemClock;
use super::config::{StreamConfig, StreamConfigError};
use super::hysteresis::Doubt;
use super::outcome::{FrameOutcome, StreamChange, StreamCounts};
use crate::assessment::{Action, Assessment, StatusReason};
use crate::guard::Guard;
use crate::image::pixels::Pixels;
use crate::image::thumbnail::Thumbnail;

/// A frame that is this many milliseconds behind is late; one further behind means that the
/// stream goes on at an earlier time.
const REORDERED_MS: u64 = 1000;
/// From this many late frames in a row on the clock of the host is at fault.
const LATE_IN_A_ROW: u32 = 30;

/// A budget that makes frames wait this many times the longest interval is too small.
const OVERDUE: u64 = 2;

type Observer = Box<dyn FnMut(&StreamChange) + Send>;

/// Looks at the frames of one video or livestream, one after another, within a budget.
///
/// Holds two thumbnails of 256 bytes and some numbers, never a frame. It is `Send`; several of
/// them may share a guard, each on a thread of its own.
///
/// ```
/// use std::sync::Arc;
/// use himaya::Guard;
/// use himaya::image::{Pixels, StreamAnalyzer, StreamConfig};
///
/// let guard = Arc::new(Guard::builder().build()?);
/// let mut stream = StreamAnalyzer::new(guard, StreamConfig::default())?;
/// stream.on_change(|change| println!("{} from {} ms on", change.after, change.time_ms));
/// let frame = vec![128; 4 * 320 * 240];
/// stream.push(&Pixels::rgba(320, 240, &frame[..])?, 0);
/// assert!(!stream.should_interrupt());
/// assert_eq!(stream.counts().classified, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct StreamAnalyzer {
    guard: Arc<Guard>,
    config: StreamConfig,
    clock: Box<dyn Clock>,
    observer: Option<Observer>,
    budget: Budget,
    counts: StreamCounts,
    answer: Answer,
    /// Whether the model was loaded, or that was tried.
    loaded: bool,
    paused: bool,
    timing: Timing,
    /// What the last classified frame showed.
    looked_at: Option<Thumbnail>,
    /// What the frame before this one showed.
    previous: Option<Thumbnail>,
    /// Whether the scene was cut since the last look.
    cut: bool,
    action: Action,
}

/// Times in milliseconds of the stream.
#[derive(Debug, Default)]
struct Timing {
    /// Of the latest frame.
    time: Option<u64>,
    /// Of the latest look, or of the first frame.
    look: u64,
    late: u32,
}

const _: () = {
    const fn assert_send<T: Send>() {}
    assert_send::<StreamAnalyzer>();
};

impl StreamAnalyzer {
    /// Begins a stream, with the operating system's clock.
    ///
    /// # Errors
    /// When the configuration contradicts itself.
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    pub fn new(guard: Arc<Guard>, config: StreamConfig) -> Result<Self, StreamConfigError> {
        Self::with_clock(guard, config, SystemClock::new())
    }

    /// Begins a stream, with a clock of the host's own for what looks cost.
    ///
    /// # Errors
    /// When the configuration contradicts itself.
    pub fn with_clock(
        guard: Arc<Guard>,
        config: StreamConfig,
        clock: impl Clock + 'static,
    ) -> Result<Self, StreamConfigError> {
        config.check()?;
        Ok(Self {
            budget: Budget::new(config.cpu_budget),
            answer: Answer::new(&guard),
            guard,
            config,
            clock: Box::new(clock),
            observer: None,
            counts: StreamCounts::default(),
            loaded: false,
            paused: false,
            timing: Timing::default(),
            looked_at: None,
            previous: None,
            cut: false,
            action: Action::Allow,
        })
    }

    /// Calls `observer` whenever the action changes, within [`push`](Self::push) and
    /// [`reset`](Self::reset); replaces the one before. Its time is not counted.
    pub fn on_change(&mut self, observer: impl FnMut(&StreamChange) + Send + 'static) {
        self.observer = Some(Box::new(observer));
    }

    /// Takes the next frame, of `time_ms` milliseconds of the stream, and looks at it if it
    /// shows something new and the budget permits; says what became of it.
    ///
    /// A frame with the time of an earlier one, or up to a second before it, is left out. One
    /// further back means that the stream goes on at an earlier time.
    pub fn push(&mut self, pixels: &Pixels<'_>, time_ms: u64) -> FrameOutcome {
        if self.paused {
            self.counts.add(FrameOutcome::Paused);
            return FrameOutcome::Paused;
        }
        let outcome =
            if self.accept(time_ms) { self.take(pixels, time_ms) } else { FrameOutcome::Late };
        self.counts.add(outcome);
        self.notify(time_ms);
        outcome
    }

    /// Says that a part of the stream could not be had, because its file or connection broke
    /// (what the policy's `on_failure` asks for stands from now on, until two looks succeed), or
    /// that the host left it out ([`StatusReason::FramesSkipped`], which changes the status alone).
    pub fn lost(&mut self, reason: StatusReason) {
        if reason == StatusReason::FramesSkipped {
            self.answer.skip();
        } else {
            self.answer.lose(&self.guard, reason);
        }
        self.notify(self.timing.time.unwrap_or(0));
    }

    /// Whether the video should be covered or stopped: the action is `blur` or stronger.
    pub fn should_interrupt(&self) -> bool {
        self.action >= Action::Blur
    }

    /// Whether a sign should be shown: the action is `indicate` or stronger.
    pub fn should_indicate(&self) -> bool {
        self.action >= Action::Indicate
    }

    /// Whether the sound should be off too: the action is `mute`.
    pub fn should_mute(&self) -> bool {
        self.action >= Action::Mute
    }

    /// Where the stream stands now. Risk and scores of findings are what enough looks agree on;
    /// the action holds until several looks clear it.
    pub fn assessment(&self) -> Assessment {
        self.answer.now(&self.guard)
    }

    /// The stream so far: what it was at its strongest, and whether all of it could be looked
    /// at.
    pub fn summary(&self) -> Assessment {
        self.answer.summary(&self.guard)
    }

    /// What became of the frames so far.
    pub fn counts(&self) -> StreamCounts {
        self.counts
    }

    /// What a look costs on average, in milliseconds of work; `None` before the first.
    pub fn look_ms(&self) -> Option<f64> {
        self.budget.look_ms()
    }

    /// Leaves frames out until [`resume`](Self::resume); what stands stays.
    pub fn pause(&mut self) {
        self.paused = true;
    }

    /// Goes on; the next frame is looked at as if a new scene began.
    pub fn resume(&mut self) {
        self.paused = false;
        self.previous = None;
        self.looked_at = None;
    }

    /// Begins a new stream with the same guard, configuration, observer and budget.
    pub fn reset(&mut self) {
        self.answer = Answer::new(&self.guard);
        self.counts = StreamCounts::default();
        self.cut = false;
        self.resume();
        let time = std::mem::take(&mut self.timing).time;
        self.notify(time.unwrap_or(0));
    }

    /// Looks at a frame or leaves it, and pays for it.
    fn take(&mut self, pixels: &Pixels<'_>, time: u64) -> FrameOutcome {
        self.budget.refill(self.clock.now());
        // A look is not to be had: not even a thumbnail is made.
        if !self.budget.is_solvent() {
            return self.over_budget(time);
        }
        let start = self.clock.worked();
        let mut loading = Duration::ZERO;
        let outcome = self.leave(pixels, time).unwrap_or_else(|| {
            loading = self.load();
            self.look(pixels, time)
        });
        let cost = self.clock.worked().saturating_sub(start).saturating_sub(loading);
        let looked = matches!(outcome, FrameOutcome::Classified | FrameOutcome::Failed);
        self.budget.spend(cost, looked);
        outcome
    }

    /// Why a frame is left, if it is not to be looked at; makes its thumbnail the previous one.
    fn leave(&mut self, pixels: &Pixels<'_>, time: u64) -> Option<FrameOutcome> {
        let since = time.saturating_sub(self.timing.look);
        let thumbnail = Thumbnail::of(pixels);
        let same = self.looked_at.as_ref().is_some_and(|looked_at| thumbnail.same_as(looked_at));
        let cut = self.previous.as_ref().is_none_or(|previous| thumbnail.cut_from(previous));
        self.cut = !same && (self.cut || cut);
        self.previous = Some(thumbnail);

        let first = self.looked_at.is_none();
        let doubt = self.answer.doubt();
        let overdue = since >= self.config.max_interval_ms;
        if same && doubt == Doubt::No && !overdue {
            self.answer.caught_up();
            return Some(FrameOutcome::Duplicate);
        }
        if !first && !self.cut && since < self.config.min_interval_ms {
            return Some(FrameOutcome::Spaced);
        }
        let urgent = self.cut || doubt == Doubt::Triggers || overdue;
        if !urgent && !self.budget.has_reserve() {
            return Some(self.over_budget(time));
        }
        None
    }

    /// Whether a frame's time is after all others; a jump back moves the stream's own time.
    fn accept(&mut self, time: u64) -> bool {
        let timing = &mut self.timing;
        match timing.time {
            Some(last) if time <= last && last - time <= REORDERED_MS => {
                timing.late = timing.late.saturating_add(1);
                if timing.late >= LATE_IN_A_ROW {
                    self.answer.skip();
                }
                return false;
            }
            Some(last) if time < last => {
                timing.look = time;
                self.answer.rewind(time);
            }
            None => timing.look = time,
            Some(_) => {}
        }
        timing.late = 0;
        timing.time = Some(time);
        true
    }

    fn over_budget(&mut self, time: u64) -> FrameOutcome {
        if time.saturating_sub(self.timing.look) / OVERDUE > self.config.max_interval_ms {
            self.answer.skip();
        }
        FrameOutcome::OverBudget
    }

    /// Loads the model before the first look, which takes as long as several looks but is the
    /// guard's, not the stream's; gives the time it took. The look says why it failed.
    fn load(&mut self) -> Duration {
        if std::mem::replace(&mut self.loaded, true) {
            return Duration::ZERO;
        }
        let start = self.clock.worked();
        let _ = self.guard.load_image_model();
        self.clock.worked().saturating_sub(start)
    }

    fn look(&mut self, pixels: &Pixels<'_>, time: u64) -> FrameOutcome {
        self.timing.look = time;
        self.looked_at.clone_from(&self.previous);
        self.cut = false;
        match self.guard.assess_pixels(pixels) {
            Ok(assessment) => {
                self.answer.look(&self.guard, time, assessment);
                FrameOutcome::Classified
            }
            Err(error) => {
                self.answer.fail(&self.guard, error.status_reason());
                FrameOutcome::Failed
            }
        }
    }

    fn notify(&mut self, time_ms: u64) {
        let after = self.answer.action();
        let before = std::mem::replace(&mut self.action, after);
        if before == after {
            return;
        }
        let risk = self.answer.risk();
        if let Some(observer) = &mut self.observer {
            observer(&StreamChange { time_ms, before, after, risk });
        }
    }
}

impl fmt::Debug for StreamAnalyzer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamAnalyzer")
            .field("config", &self.config)
            .field("action", &self.action)
            .field("counts", &self.counts)
            .finish_non_exhaustive()
    }
}
