//! Raw pixels.

use std::borrow::Cow;
use std::fmt;

use thiserror::Error;

/// 8-bit pixels, row by row from the top left, channels interleaved. `Debug` hides them.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels<'a> {
    width: u32,
    height: u32,
    channels: u8,
    data: Cow<'a, [u8]>,
}

/// Why a buffer is not a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PixelsError {
    /// Width or height is zero.
    #[error("the picture is {width}x{height}; both sides must be at least 1")]
    Empty {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// The buffer does not fit the size.
    #[error("{width}x{height} pixels of {channels} bytes need {expected} bytes, found {found}")]
    Length {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Bytes a pixel.
        channels: u8,
        /// Bytes needed.
        expected: u64,
        /// Bytes found.
        found: usize,
    },
}

impl<'a> Pixels<'a> {
    /// RGBA, four bytes a pixel. Alpha is left out of account.
    ///
    /// # Errors
    /// When a side is zero or the buffer has not `4 * width * height` bytes.
    pub fn rgba(
        width: u32,
        height: u32,
        data: impl Into<Cow<'a, [u8]>>,
    ) -> Result<Self, PixelsError> {
        Self::new(width, height, 4, data.into())
    }

    /// RGB, three bytes a pixel.
    ///
    /// # Errors
    /// When a side is zero or the buffer has not `3 * width * height` bytes.
    pub fn rgb(
        width: u32,
        height: u32,
        data: impl Into<Cow<'a, [u8]>>,
    ) -> Result<Self, PixelsError> {
        Self::new(width, height, 3, data.into())
    }

    /// `channels`: 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA.
    pub(crate) fn new(
        width: u32,
        height: u32,
        channels: u8,
        data: Cow<'a, [u8]>,
    ) -> Result<Self, PixelsError> {
        if width == 0 || height == 0 {
            return Err(PixelsError::Empty { width, height });
        }
        // Two sides fit; more than fits is more than any buffer has.
        let expected = (u64::from(width) * u64::from(height)).saturating_mul(u64::from(channels));
        if data.len() as u64 != expected {
            let found = data.len();
            return Err(PixelsError::Length { width, height, channels, expected, found });
        }
        Ok(Self { width, height, channels, data })
    }

    /// Pixels a row.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Bytes a pixel.
    pub(crate) fn channels(&self) -> u8 {
        self.channels
    }

    /// The bytes of each row, from the top.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.data.chunks_exact(self.width as usize * usize::from(self.channels))
    }

    /// Red, green and blue of a pixel, 0..=255; outside the picture the nearest one's.
    pub fn rgb_at(&self, x: u32, y: u32) -> [u8; 3] {
        let (x, y) = (x.min(self.width - 1) as usize, y.min(self.height - 1) as usize);
        let channels = usize::from(self.channels);
        let at = (y * self.width as usize + x) * channels;
        match self.data.get(at..at + channels) {
            Some([grey] | [grey, _]) => [*grey; 3],
            Some([r, g, b, ..]) => [*r, *g, *b],
            _ => [0; 3],
        }
    }

    /// The bytes of a row; none outside the picture.
    #[cfg(feature = "image-model")]
    pub(super) fn row(&self, y: u32) -> &[u8] {
        let bytes = self.width as usize * usize::from(self.channels);
        let start = y as usize * bytes;
        self.data.get(start..start + bytes).unwrap_or(&[])
    }
}

impl fmt::Debug for Pixels<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pixels")
            .field("width", &self.width)
            .field("height", &self.height)
            .field("channels", &self.channels)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_of_the_wrong_size_is_refused() {
        assert!(Pixels::rgba(2, 2, vec![0; 16]).is_ok());
        let error = Pixels::rgba(2, 2, vec![0; 15]).unwrap_err().to_string();
        assert_eq!(error, "2x2 pixels of 4 bytes need 16 bytes, found 15");
        assert!(matches!(Pixels::rgb(0, 5, vec![]), Err(PixelsError::Empty { .. })));
        assert!(Pixels::rgba(u32::MAX, u32::MAX, vec![]).is_err());
        // 2^64 bytes, which no 64 bits count.
        assert!(Pixels::rgba(1 << 31, 1 << 31, vec![]).is_err());
    }
}
