//! Looking at what an animation shows beside its first frame.

use super::choice::choose;
use super::frames::Animation;
use crate::assessment::{Action, Assessment, Status, StatusReason};
use crate::guard::{Guard, Limits};
use crate::image::pixels::Pixels;
use crate::image::thumbnail::Thumbnail;

/// Goes on from the `first` frame and its assessment; gives the strongest one's, with a status
/// for all of them. A still picture's comes back as it is.
pub(crate) fn assess_others(
    guard: &Guard,
    limits: &Limits,
    bytes: &[u8],
    first: Pixels<'_>,
    assessment: Assessment,
) -> Assessment {
    let open = || Animation::open(bytes, limits.image, limits.animation);
    let mut looks = Looks { guard, strongest: assessment, reasons: Vec::new() };
    let mut animation = match open() {
        Ok(Some(animation)) => animation,
        Ok(None) => return looks.strongest,
        Err(_) => {
            looks.note(StatusReason::ImageUnreadable);
            return looks.done();
        }
    };
    let seen = Thumbnail::of(&first);
    drop(first);

    // Once to see what there is, once to look at it: all frames together do not fit into memory.
    let mut thumbnails = Vec::new();
    for frame in &mut animation {
        match frame {
            Ok(frame) => thumbnails.push(Thumbnail::of(&frame.pixels)),
            Err(_) => looks.note(StatusReason::ImageUnreadable),
        }
    }
    let count = (limits.animation.max_looks as usize).saturating_sub(1);
    let choice = choose(&seen, &thumbnails, count);
    if animation.is_cut() || !choice.complete {
        looks.note(StatusReason::FramesSkipped);
    }
    drop(animation);
    let Some(last) = choice.frames.last() else { return looks.done() };
    let again = open().ok().flatten().into_iter().flatten().take(last + 1);
    for (index, frame) in again.enumerate() {
        if choice.frames.binary_search(&index).is_err() {
            continue;
        }
        match frame {
            Ok(frame) => looks.look(&frame.pixels),
            Err(_) => looks.note(StatusReason::ImageUnreadable),
        }
    }
    looks.done()
}

struct Looks<'a> {
    guard: &'a Guard,
    strongest: Assessment,
    reasons: Vec<StatusReason>,
}

impl Looks<'_> {
    fn look(&mut self, pixels: &Pixels<'_>) {
        let rank = |assessment: &Assessment| (assessment.action, assessment.risk);
        match self.guard.assess_pixels(pixels) {
            Ok(assessment) if rank(&assessment) > rank(&self.strongest) => {
                self.strongest = assessment;
            }
            Ok(_) => {}
            Err(error) => self.note(error.status_reason()),
        }
    }

    /// Frames were not looked at.
    fn note(&mut self, reason: StatusReason) {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    fn done(self) -> Assessment {
        let Self { guard, strongest: mut assessment, reasons } = self;
        if !reasons.is_empty() {
            assessment.status = Status::Degraded;
        }
        // A bound is the host's own; what cannot be read may be anything.
        let failed = reasons.iter().filter(|reason| **reason != StatusReason::FramesSkipped);
        let asked = failed.map(|reason| guard.assess_failure(*reason).action).max();
        assessment.action = assessment.action.max(asked.unwrap_or(Action::Allow));
        assessment.status_reasons.extend(reasons);
        assessment
    }
}
