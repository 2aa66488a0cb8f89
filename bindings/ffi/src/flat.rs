//! Calls once more, with nothing but numbers and borrowed bytes for arguments: for packages in
//! whose language everything else costs microseconds.

use himaya::assessment::StatusReason;
use himaya::{Message, Role};

use crate::assessment::Assessment;
use crate::conversation::Conversation;
use crate::conversations::{Conversations, Observation};
#[cfg(feature = "image-model")]
use crate::error::ImageError;
use crate::fault::contained;
use crate::guard::Guard;
#[cfg(feature = "image-model")]
use crate::picture::PixelFormat;
#[cfg(feature = "image-model")]
use crate::stream::{FrameOutcome, StreamAnalyzer};
use crate::thread::ChatThread;

#[uniffi::export]
impl Guard {
    /// As `assess_message`. What is not UTF-8 gets a failed assessment, `message_unreadable`.
    pub fn assess_message_utf8(&self, text: &[u8]) -> Assessment {
        match str::from_utf8(text) {
            Ok(text) => self.assess_message(text),
            Err(_) => self.unreadable(),
        }
    }

    /// As `observe`; `time` is -2^63 where it is not known. What is not UTF-8 gets a failed
    /// assessment, `message_unreadable`, and leaves the conversation as it is.
    pub fn observe_utf8(
        &self,
        conversation: &Conversation,
        from_protected: bool,
        text: &[u8],
        time: i64,
        edited: bool,
    ) -> Assessment {
        let Ok(text) = str::from_utf8(text) else { return self.unreadable() };
        let message = message(from_protected, text, time, edited);
        contained(|| {
            let assessment = self.core.observe(&mut conversation.lock(), &message);
            Assessment::of(assessment, self.unit, text)
        })
    }
}

#[cfg(feature = "image-model")]
#[uniffi::export]
impl Guard {
    /// As `assess_pixels`, of RGBA where there is alpha, else of RGB.
    ///
    /// # Errors
    /// When the buffer does not fit the size, or the model cannot be loaded or run.
    pub fn assess_rgb_or_rgba(
        &self,
        pixels: &[u8],
        width: u32,
        height: u32,
        alpha: bool,
    ) -> Result<Assessment, ImageError> {
        let format = if alpha { PixelFormat::Rgba } else { PixelFormat::Rgb };
        self.assess_pixels(pixels, width, height, format)
    }
}

impl Guard {
    fn unreadable(&self) -> Assessment {
        self.core.assess_failure(StatusReason::MessageUnreadable).into()
    }
}

#[uniffi::export]
impl Conversations {
    /// As `observe`; `time` is -2^63 where it is not known. What is not UTF-8 gets a failed
    /// assessment, `message_unreadable`, and leaves the conversation as it is.
    pub fn observe_utf8(
        &self,
        guard: &Guard,
        counterpart: &str,
        from_protected: bool,
        text: &[u8],
        time: i64,
        edited: bool,
    ) -> Observation {
        match str::from_utf8(text) {
            Ok(text) => {
                self.observe_next(guard, counterpart, &message(from_protected, text, time, edited))
            }
            Err(_) => Observation { assessment: guard.unreadable(), trouble: None },
        }
    }
}

#[uniffi::export]
impl ChatThread {
    /// As `observe`; `time` is -2^63 where it is not known. What is not UTF-8 gets a failed
    /// assessment, `message_unreadable`, and leaves the thread as it is.
    pub fn observe_utf8(&self, guard: &Guard, sender: &str, text: &[u8], time: i64) -> Assessment {
        match str::from_utf8(text) {
            Ok(text) => self.observe(sender, text, known(time)),
            Err(_) => guard.unreadable(),
        }
    }
}

#[cfg(feature = "image-model")]
#[uniffi::export]
impl StreamAnalyzer {
    /// As `push`, of RGBA where there is alpha, else of RGB.
    ///
    /// # Errors
    /// When the buffer does not fit the size.
    pub fn push_rgb_or_rgba(
        &self,
        pixels: &[u8],
        width: u32,
        height: u32,
        alpha: bool,
        time_ms: u64,
    ) -> Result<FrameOutcome, ImageError> {
        let format = if alpha { PixelFormat::Rgba } else { PixelFormat::Rgb };
        self.push(pixels, width, height, format, time_ms)
    }
}

fn known(time: i64) -> Option<i64> {
    (time != i64::MIN).then_some(time)
}

fn message(from_protected: bool, text: &str, time: i64, edited: bool) -> Message<'_> {
    let role = if from_protected { Role::Protected } else { Role::Counterpart };
    Message { role, text, time: known(time), edited }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::GuardConfig;
    use crate::vocabulary::Status;

    #[test]
    fn what_is_not_utf_8_is_said_to_be_unreadable() {
        let guard = Guard::new(GuardConfig::default()).unwrap();
        let conversation = Conversation::new();
        let failed = guard.observe_utf8(&conversation, false, b"\xff", i64::MIN, false);
        assert_eq!((failed.status, conversation.received()), (Status::Failed, 0));
        assert_eq!(guard.assess_message_utf8(b"\xff"), failed);
    }

    #[test]
    fn both_ways_of_asking_get_the_same_answer() {
        let guard = Guard::new(GuardConfig::default()).unwrap();
        let text = "don't tell your mum, this is our secret";
        let flat = guard.assess_message_utf8(text.as_bytes());
        assert_eq!(flat, guard.assess_message(text));
        assert!(!flat.findings.is_empty());
    }
}
