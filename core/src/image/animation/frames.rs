//! Frame after frame, with the size known and bounded before memory is asked for.

use std::borrow::Cow;
use std::fmt;
use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{
    AnimationDecoder, DynamicImage, Frame, Frames, ImageDecoder, ImageFormat, ImageResult,
};

use super::sniff::is_animated;
use crate::fence::fenced;
use crate::image::decode::{DecodeError, DecodeLimits, checked, damaged_as, memory, pixels, spare};
use crate::image::pixels::Pixels;

/// A frame that is shown no longer than this …
const TOO_SHORT_MS: u64 = 10;
/// … is shown for as long as browsers show it.
const SHORTEST_MS: u64 = 100;

/// Bounds for animations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnimationLimits {
    /// Frames that are decoded.
    pub max_frames: u32,
    /// Pixels that are decoded, over all frames.
    pub max_pixels: u64,
    /// Frames that the model looks at.
    pub max_looks: u32,
}

impl Default for AnimationLimits {
    /// 1000 frames and 250 megapixels decoded, 16 frames looked at.
    fn default() -> Self {
        Self { max_frames: 1000, max_pixels: 250_000_000, max_looks: 16 }
    }
}

/// One frame as it is shown, with what earlier ones left of the picture.
#[derive(Clone, Debug)]
pub struct AnimationFrame {
    /// The whole picture, upright.
    pub pixels: Pixels<'static>,
    /// Milliseconds from the beginning of the first loop.
    pub start_ms: u64,
    /// For how long it is shown: 100 ms where the file says 10 or less, as in browsers.
    pub duration_ms: u64,
}

/// The frames of one loop of a GIF, WebP or APNG file, decoded one by one. Ends with the first
/// error, or when a bound is met: [`is_cut`](Self::is_cut).
pub struct Animation<'a> {
    frames: Option<Frames<'a>>,
    format_name: &'static str,
    orientation: Orientation,
    frame_pixels: u64,
    frames_left: u32,
    pixels_left: u64,
    time_ms: u64,
    cut: bool,
}

impl<'a> Animation<'a> {
    /// Reads the header; `None` for a picture with one frame.
    ///
    /// # Errors
    /// When the file or a frame exceeds `limits`, or the header cannot be read.
    pub fn open(
        bytes: &'a [u8],
        limits: DecodeLimits,
        bounds: AnimationLimits,
    ) -> Result<Option<Self>, DecodeError> {
        let (format, format_name) = checked(bytes, limits)?;
        if !is_animated(bytes) {
            return Ok(None);
        }
        let header = fenced(|| frames(bytes, format, limits));
        let gave_up = || damaged_as(format_name, "the decoder gave up");
        let header = header.ok_or_else(gave_up)?;
        let (frames, orientation, (width, height)) =
            header.map_err(|error| damaged_as(format_name, &error.to_string()))?;
        let frame_pixels = u64::from(width) * u64::from(height);
        if frame_pixels > limits.max_pixels {
            return Err(DecodeError::TooManyPixels { width, height, max: limits.max_pixels });
        }
        // A canvas, a frame and the same upright, of four bytes a pixel each.
        spare(frame_pixels.saturating_mul(12))?;
        Ok(Some(Self {
            frames: Some(frames),
            format_name,
            orientation,
            frame_pixels,
            frames_left: bounds.max_frames,
            pixels_left: bounds.max_pixels,
            time_ms: 0,
            cut: false,
        }))
    }

    /// Whether frames were left out for a bound, or there are just as many as it allows. Only known
    /// at the end.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    fn frame(&mut self, frame: Frame) -> Result<AnimationFrame, DecodeError> {
        let (numerator, denominator) = frame.delay().numer_denom_ms();
        let delay = u64::from(numerator / denominator.max(1));
        let duration_ms = if delay <= TOO_SHORT_MS { SHORTEST_MS } else { delay };
        let start_ms = self.time_ms;
        self.time_ms += duration_ms;
        let mut picture = DynamicImage::ImageRgba8(frame.into_buffer());
        picture.apply_orientation(self.orientation);
        Ok(AnimationFrame { pixels: pixels(picture)?, start_ms, duration_ms })
    }
}

impl Iterator for Animation<'_> {
    type Item = Result<AnimationFrame, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        // Put back unless it failed: a decoder that panicked is not looked at again.
        let mut frames = self.frames.take()?;
        let left =
            self.frames_left.checked_sub(1).zip(self.pixels_left.checked_sub(self.frame_pixels));
        let Some((frames_left, pixels_left)) = left else {
            self.cut = true;
            return None;
        };
        (self.frames_left, self.pixels_left) = (frames_left, pixels_left);
        let name = self.format_name;
        match fenced(|| frames.next().map(|frame| (frames, frame))) {
            Some(Some((frames, Ok(frame)))) => {
                let frame = self.frame(frame);
                self.frames = frame.is_ok().then_some(frames);
                Some(frame)
            }
            Some(Some((_, Err(error)))) => Some(Err(damaged_as(name, &error.to_string()))),
            Some(None) => None,
            None => Some(Err(damaged_as(name, "the decoder gave up"))),
        }
    }
}

impl fmt::Debug for Animation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Animation").field("format", &self.format_name).finish_non_exhaustive()
    }
}

/// A GIF file with its last byte, without which many are written and every browser shows them.
fn ended(bytes: &[u8]) -> Cow<'_, [u8]> {
    const TRAILER: &[u8] = b";";
    if bytes.ends_with(TRAILER) { bytes.into() } else { [bytes, TRAILER].concat().into() }
}

/// The frames of a checked file, how to turn them, and their size.
fn frames(
    bytes: &[u8],
    format: ImageFormat,
    limits: DecodeLimits,
) -> ImageResult<(Frames<'_>, Orientation, (u32, u32))> {
    let upright = Orientation::NoTransforms;
    let source = Cursor::new(bytes);
    match format {
        ImageFormat::Gif => {
            let mut decoder = GifDecoder::new(Cursor::new(ended(bytes)))?;
            decoder.set_limits(memory(limits))?;
            let size = decoder.dimensions();
            Ok((decoder.into_frames(), upright, size))
        }
        ImageFormat::WebP => {
            let mut decoder = WebPDecoder::new(source)?;
            let orientation = decoder.orientation().unwrap_or(upright);
            let size = decoder.dimensions();
            Ok((decoder.into_frames(), orientation, size))
        }
        _ => {
            let mut decoder = PngDecoder::with_limits(source, memory(limits))?;
            let orientation = decoder.orientation().unwrap_or(upright);
            let size = decoder.dimensions();
            Ok((decoder.apng()?.into_frames(), orientation, size))
        }
    }
}
