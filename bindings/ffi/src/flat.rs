//! Calls with pixels once more, with nothing but numbers and borrowed bytes for arguments: for
//! packages in whose language everything else costs microseconds. `direct` has those for messages.

use crate::assessment::Assessment;
use crate::error::ImageError;
use crate::guard::Guard;
use crate::picture::PixelFormat;
use crate::stream::{FrameOutcome, StreamAnalyzer};

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
