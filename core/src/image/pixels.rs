//! Raw pixels and the resampling that the picture models were trained with.

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
        let expected = u64::from(width) * u64::from(height) * u64::from(channels);
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

    /// Bilinear resampling with aligned corners (step `(side - 1) / (target - 1)`), the
    /// aspect squashed, values 0..1, planes red, green, blue: `resizeBilinear` of
    /// TensorFlow with `alignCorners`, over pixels divided by 255 first.
    #[cfg(feature = "image-model")]
    pub(crate) fn to_planes(&self, width: usize, height: usize) -> ndarray::Array4<f32> {
        use ndarray::Axis;

        let channels = usize::from(self.channels);
        let [red, green, blue] = if channels < 3 { [0; 3] } else { [0, 1, 2] };
        let row_bytes = self.width as usize * channels;
        let row_at = |y: u32| {
            let start = y as usize * row_bytes;
            self.data.get(start..start + row_bytes).unwrap_or(&[])
        };
        let columns: Vec<Tap> = taps(self.width, width).collect();
        let mut planes = ndarray::Array4::zeros((1, 3, height, width));
        let lerp = |a: f64, b: f64, part: f64| a + (b - a) * part;
        for (row, vertical) in taps(self.height, height).enumerate() {
            let (upper, lower) = (row_at(vertical.low), row_at(vertical.high));
            for (channel, offset) in [red, green, blue].into_iter().enumerate() {
                let mut plane = planes.index_axis_mut(Axis(0), 0);
                let mut plane = plane.index_axis_mut(Axis(0), channel);
                let mut line = plane.index_axis_mut(Axis(0), row);
                for (value, horizontal) in line.iter_mut().zip(&columns) {
                    let low = horizontal.low as usize * channels + offset;
                    let high = horizontal.high as usize * channels + offset;
                    let across = |source: &[u8]| match (source.get(low), source.get(high)) {
                        (Some(left), Some(right)) => {
                            lerp(unit(*left), unit(*right), horizontal.part)
                        }
                        _ => 0.0,
                    };
                    *value = lerp(across(upper), across(lower), vertical.part) as f32;
                }
            }
        }
        planes
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

/// A byte as 0..1, rounded as TensorFlow rounds it.
#[cfg(feature = "image-model")]
fn unit(byte: u8) -> f64 {
    const UNITS: [f64; 256] = {
        let mut units = [0.0; 256];
        let mut byte = 0;
        while byte < 256 {
            units[byte] = (byte as f32 / 255.0) as f64;
            byte += 1;
        }
        units
    };
    UNITS[usize::from(byte)]
}

/// Two neighbours and how far between them to read.
#[cfg(feature = "image-model")]
struct Tap {
    low: u32,
    high: u32,
    part: f64,
}

#[cfg(feature = "image-model")]
fn taps(side: u32, target: usize) -> impl Iterator<Item = Tap> {
    let step = if target > 1 { f64::from(side - 1) / (target - 1) as f64 } else { f64::from(side) };
    (0..target).map(move |index| {
        let at = step * index as f64;
        let low = (at.floor() as u32).min(side - 1);
        Tap { low, high: (at.ceil() as u32).min(side - 1), part: at - f64::from(low) }
    })
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
    }

    #[cfg(feature = "image-model")]
    #[test]
    fn resampling_meets_the_corners() {
        let pixels = Pixels::rgb(2, 1, vec![0, 0, 0, 255, 255, 255]).unwrap();
        let planes = pixels.to_planes(3, 2);
        let row: Vec<f32> = (0..3).map(|column| planes[(0, 1, 1, column)]).collect();
        assert_eq!(row, [0.0, 0.5, 1.0]);
    }
}
