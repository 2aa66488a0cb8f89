//! Decoding from bytes, with the size known and bounded before memory is asked for.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use thiserror::Error;

use super::pixels::{Pixels, PixelsError};
use super::webp;
use crate::fence::fenced;

/// Bounds for decoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeLimits {
    /// Pixels (width times height) that a picture may have.
    pub max_pixels: u64,
    /// Bytes that a picture file may have.
    pub max_bytes: usize,
}

impl Default for DecodeLimits {
    /// 50 megapixels, 64 MiB.
    fn default() -> Self {
        Self { max_pixels: 50_000_000, max_bytes: 64 << 20 }
    }
}

/// Why a picture cannot be decoded.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The file is too long.
    #[error("the file has {found} bytes; at most {max} are read")]
    TooManyBytes {
        /// Bytes found.
        found: usize,
        /// The limit.
        max: usize,
    },
    /// The picture is too large.
    #[error("the picture is {width}x{height}; at most {max} pixels are decoded")]
    TooManyPixels {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
        /// The limit.
        max: u64,
    },
    /// Not a format that is read.
    #[error("not a JPEG, PNG, WebP, GIF or BMP file")]
    UnknownFormat,
    /// Damaged or cut off.
    #[error("the {format} data is damaged or cut off: {detail}")]
    Damaged {
        /// Name of the format.
        format: &'static str,
        /// What the decoder said.
        detail: String,
    },
    /// The system has not the memory for it now; another attempt may succeed.
    #[error("no memory for the {bytes} bytes that decoding takes; try later, or lower max_pixels")]
    Memory {
        /// Bytes that were asked for.
        bytes: u64,
    },
    /// It decodes to nothing.
    #[error(transparent)]
    Pixels(#[from] PixelsError),
}

/// Bytes a decoded pixel takes at most (16-bit RGBA).
const MAX_PIXEL_BYTES: u64 = 8;
/// What a decoder may use beside the picture itself.
const DECODER_SLACK: u64 = 32 << 20;

/// A picture, and the same turned upright or in other numbers.
const COPIES: u64 = 2;

/// Decodes the first frame, upright according to EXIF. Alpha is dropped, 16 bits become 8.
///
/// # Errors
/// When the file or the picture exceeds `limits`, or is not a readable picture.
pub fn decode(bytes: &[u8], limits: DecodeLimits) -> Result<Pixels<'static>, DecodeError> {
    let (format, format_name) = checked(bytes, limits)?;
    let damaged = |error: ImageError| damaged_as(format_name, &error.to_string());

    let picture = fenced(|| decode_within(bytes, format, limits, damaged));
    let broke = || damaged_as(format_name, "the decoder gave up");
    let picture = picture.unwrap_or_else(|| Err(broke()))?;
    Ok(pixels(picture)?)
}

/// The format of a file that decoders may see, and its name.
pub(super) fn checked(
    bytes: &[u8],
    limits: DecodeLimits,
) -> Result<(ImageFormat, &'static str), DecodeError> {
    if bytes.len() > limits.max_bytes {
        return Err(DecodeError::TooManyBytes { found: bytes.len(), max: limits.max_bytes });
    }
    let format = image::guess_format(bytes).map_err(|_| DecodeError::UnknownFormat)?;
    let format_name = name(format).ok_or(DecodeError::UnknownFormat)?;
    if format == ImageFormat::WebP {
        webp::check(bytes, limits.max_pixels).map_err(|fault| match fault {
            webp::Fault::Cut => {
                damaged_as(format_name, "a part claims more bytes than the file has")
            }
            webp::Fault::Mismatch => {
                damaged_as(format_name, "a picture has another size than its canvas")
            }
            webp::Fault::Frame { width, height } => {
                DecodeError::TooManyPixels { width, height, max: limits.max_pixels }
            }
        })?;
    }
    Ok((format, format_name))
}

/// What a decoder may use.
pub(super) fn memory(limits: DecodeLimits) -> Limits {
    let mut bounds = Limits::default();
    bounds.max_alloc =
        Some(limits.max_pixels.saturating_mul(MAX_PIXEL_BYTES).saturating_add(DECODER_SLACK));
    bounds
}

/// Decodes what was checked beforehand; `damaged` names the decoder's errors.
fn decode_within(
    bytes: &[u8],
    format: ImageFormat,
    limits: DecodeLimits,
    damaged: impl Fn(ImageError) -> DecodeError,
) -> Result<DynamicImage, DecodeError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(memory(limits));
    let mut decoder = reader.into_decoder().map_err(&damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > limits.max_pixels {
        return Err(DecodeError::TooManyPixels { width, height, max: limits.max_pixels });
    }
    spare(decoder.total_bytes().saturating_mul(COPIES).saturating_add(DECODER_SLACK))?;
    // A picture whose EXIF block is damaged is still a picture.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(&damaged)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// Asks for memory and gives it back: where decoders ask and get none, the process ends.
pub(super) fn spare(bytes: u64) -> Result<(), DecodeError> {
    let mut memory: Vec<u8> = Vec::new();
    let got = usize::try_from(bytes).is_ok_and(|bytes| memory.try_reserve_exact(bytes).is_ok());
    // Else the compiler takes both away.
    std::hint::black_box(&memory);
    if got { Ok(()) } else { Err(DecodeError::Memory { bytes }) }
}

pub(super) fn damaged_as(format: &'static str, detail: &str) -> DecodeError {
    DecodeError::Damaged { format, detail: detail.to_owned() }
}

fn name(format: ImageFormat) -> Option<&'static str> {
    Some(match format {
        ImageFormat::Jpeg => "JPEG",
        ImageFormat::Png => "PNG",
        ImageFormat::WebP => "WebP",
        ImageFormat::Gif => "GIF",
        ImageFormat::Bmp => "BMP",
        _ => return None,
    })
}

/// Keeps 8-bit buffers as they are: a large picture is not copied for its channels.
pub(super) fn pixels(picture: DynamicImage) -> Result<Pixels<'static>, PixelsError> {
    let (width, height) = (picture.width(), picture.height());
    let (channels, data) = match picture {
        DynamicImage::ImageLuma8(buffer) => (1, buffer.into_raw()),
        DynamicImage::ImageLumaA8(buffer) => (2, buffer.into_raw()),
        DynamicImage::ImageRgba8(buffer) => (4, buffer.into_raw()),
        other => (3, other.into_rgb8().into_raw()),
    };
    Pixels::new(width, height, channels, data.into())
}

#[cfg(test)]
mod tests {
    use image::codecs::png::PngEncoder;
    use image::{ExtendedColorType, ImageEncoder};

    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let data = vec![7; (width * height * 3) as usize];
        PngEncoder::new(&mut out)
            .write_image(&data, width, height, ExtendedColorType::Rgb8)
            .unwrap();
        out
    }

    #[test]
    fn limits_hold_on_both_sides() {
        let limits = DecodeLimits { max_pixels: 100, max_bytes: 10_000 };
        assert!(decode(&png(10, 10), limits).is_ok());
        let error = decode(&png(101, 1), limits).unwrap_err();
        assert_eq!(error.to_string(), "the picture is 101x1; at most 100 pixels are decoded");
        let file = png(10, 10);
        assert!(decode(&file, DecodeLimits { max_bytes: file.len(), ..limits }).is_ok());
        let tight = DecodeLimits { max_bytes: file.len() - 1, ..limits };
        assert!(matches!(decode(&file, tight), Err(DecodeError::TooManyBytes { .. })));
    }

    #[test]
    fn a_decompression_bomb_is_refused_before_memory_is_asked_for() {
        // A PNG header that claims 60000x60000 pixels (10 GB as RGB), 4 MB of zeros behind it.
        let mut bomb = png(1, 1);
        let side = 60_000_u32.to_be_bytes();
        bomb[16..20].copy_from_slice(&side);
        bomb[20..24].copy_from_slice(&side);
        let sum = crc32(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&sum.to_be_bytes());
        let error = decode(&bomb, DecodeLimits::default()).unwrap_err();
        assert!(matches!(error, DecodeError::TooManyPixels { .. }), "{error}");
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
            })
        })
    }

    #[test]
    fn what_is_not_a_picture_is_said_to_be_none() {
        for bytes in [&b""[..], b"GIF", b"<svg/>", b"%PDF-1.7", b"II*\0\x08\0\0\0"] {
            let error = decode(bytes, DecodeLimits::default()).unwrap_err();
            assert!(matches!(error, DecodeError::UnknownFormat), "{error}");
        }
        let whole = png(50, 50);
        for cut in [8, 20, 40, whole.len() - 20] {
            let error = decode(&whole[..cut], DecodeLimits::default()).unwrap_err();
            assert!(matches!(error, DecodeError::Damaged { .. }), "{cut}: {error}");
        }
    }

    /// A file of 174 bytes whose EXIF chunk claims to have 4 GB; it once took them.
    const WEBP_BOMB: &str = "52494646a600000057454250565038580a00000018000000070000050000414c504826000000019d\
        20904d431639b4474434362064ddb6588ff5500feeaff0fe5a9d88fec760ab835bbdea0356503820\
        38000000b001009d012a0800060005407c25b002ffe10eb56f6800fedcefd55a3ba0b485b6b64429\
        683d02c1b794811cd4e9f9215cab5fd6f01200004558494619fffffb4d4d002a0000000800010112\
        0003000000010006000000000000";

    #[test]
    fn a_metadata_chunk_larger_than_its_file_takes_no_memory() {
        let digits = WEBP_BOMB.as_bytes().as_chunks::<2>().0;
        let byte = |pair: &[u8; 2]| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap();
        let bomb: Vec<u8> = digits.iter().map(byte).collect();
        // The same behind the end that the header names.
        let mut behind = bomb.clone();
        behind[4] = 0x24;
        for bomb in [bomb, behind] {
            let error = decode(&bomb, DecodeLimits::default()).unwrap_err();
            assert!(error.to_string().contains("claims more bytes than the file has"), "{error}");
        }
    }
}
