//! What the WebP decoder (image-webp 0.2.4) does not check before it asks for memory; all of
//! it was found by fuzzing.

/// What is wrong with a file, if the decoder must not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A chunk is longer than what is left of the file.
    Cut,
    /// A frame has more pixels than the limit, whatever the canvas claims.
    Frame { width: u32, height: u32 },
    /// A picture has another size than the canvas or frame that it fills.
    Mismatch,
}

/// Chunks that the decoder reads; it leaves others alone.
const KNOWN: [&[u8; 4]; 9] =
    [b"ALPH", b"ANIM", b"ANMF", b"EXIF", b"ICCP", b"VP8 ", b"VP8L", b"VP8X", b"XMP "];
/// Bytes of the file's header.
const RIFF_HEADER: usize = 12;
/// Bytes of an animation frame's header: place, size, duration, flags.
const FRAME_HEADER: usize = 16;

/// Checks sizes of chunks and frames. Chunks are followed to the end of the file, not to the
/// end that its header names, for so does the decoder.
pub(super) fn check(bytes: &[u8], max_pixels: u64) -> Result<(), Fault> {
    chunks(bytes.get(RIFF_HEADER..).unwrap_or(&[]), None, max_pixels, true)
}

/// `fills` is the size that pictures among the chunks must have, if it is known.
fn chunks(
    mut rest: &[u8],
    mut fills: Option<(u32, u32)>,
    max_pixels: u64,
    top: bool,
) -> Result<(), Fault> {
    let mut behind_alpha = false;
    while let Some((named, size, body)) = split(rest) {
        // In a frame the decoder takes what follows alpha for a picture, whatever its name.
        let kind = if behind_alpha && !top { b"VP8 " } else { named };
        behind_alpha = named == b"ALPH";
        let size_of_frame = frame_size(kind, body);
        if let Some((width, height)) = size_of_frame
            && u64::from(width) * u64::from(height) > max_pixels
        {
            return Err(Fault::Frame { width, height });
        }
        let Some(payload) = body.get(..size) else {
            return if KNOWN.contains(&kind) { Err(Fault::Cut) } else { Ok(()) };
        };
        match kind {
            b"VP8X" => fills = fills.or(size_of_frame),
            b"VP8 " | b"VP8L" if fills.is_some() && fills != size_of_frame => {
                return Err(Fault::Mismatch);
            }
            // Frames hold no frames.
            b"ANMF" if top => {
                let inner = payload.get(FRAME_HEADER..).unwrap_or(&[]);
                chunks(inner, size_of_frame, max_pixels, false)?;
            }
            _ => {}
        }
        rest = body.get(size + size % 2..).unwrap_or(&[]);
    }
    Ok(())
}

/// Kind and size of the first chunk, and what follows its header.
fn split(bytes: &[u8]) -> Option<(&[u8; 4], usize, &[u8])> {
    let (kind, rest) = bytes.split_first_chunk::<4>()?;
    let (size, body) = rest.split_first_chunk::<4>()?;
    Some((kind, usize::try_from(u32::from_le_bytes(*size)).unwrap_or(usize::MAX), body))
}

/// Width and height that a chunk claims for its frame (RFC 6386, 9.1; RFC 9649, 2.7 and 3.4).
fn frame_size(kind: &[u8; 4], payload: &[u8]) -> Option<(u32, u32)> {
    let low = |bytes: &[u8]| bytes.iter().rev().fold(0_u32, |value, b| value << 8 | u32::from(*b));
    match kind {
        b"VP8 " => {
            let side = |at: usize| payload.get(at..at + 2).map(|bytes| low(bytes) & 0x3FFF);
            Some((side(6)?, side(8)?))
        }
        b"VP8L" => {
            let bits = low(payload.get(1..5)?);
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        b"VP8X" => {
            let side = |at: usize| payload.get(at..at + 3).map(|bytes| low(bytes) + 1);
            Some((side(4)?, side(7)?))
        }
        b"ANMF" => {
            let side = |at: usize| payload.get(at..at + 3).map(|bytes| low(bytes) + 1);
            Some((side(6)?, side(9)?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(kind: &[u8; 4], claimed: u32, payload: &[u8]) -> Vec<u8> {
        [&kind[..], &claimed.to_le_bytes(), payload].concat()
    }

    fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
        [&b"RIFF\x24\0\0\0WEBP"[..], &chunks.concat()].concat()
    }

    #[test]
    fn a_chunk_longer_than_the_file_is_noticed() {
        for kind in KNOWN {
            assert_eq!(check(&file(&[chunk(kind, 0x7FFF_FF00, &[])]), 100), Err(Fault::Cut));
        }
        let unknown = file(&[chunk(b"junk", 0x7FFF_FF00, &[])]);
        assert_eq!(check(&unknown, 100), Ok(()));
        let behind = file(&[chunk(b"ANIM", 6, &[0; 6]), chunk(b"EXIF", u32::MAX, &[])]);
        assert_eq!(check(&behind, 100), Err(Fault::Cut));
    }

    #[test]
    fn a_frame_larger_than_the_limit_is_noticed_wherever_it_is() {
        let vp8 = [0, 0, 0, 0x9D, 0x01, 0x2A, 0xFF, 0x3F, 0xFF, 0x3F];
        let large = Err(Fault::Frame { width: 0x3FFF, height: 0x3FFF });
        assert_eq!(check(&file(&[chunk(b"VP8 ", 10, &vp8)]), 1_000_000), large);
        let mut header = [0; FRAME_HEADER];
        header[6..12].copy_from_slice(&[0xFE, 0x3F, 0, 0xFE, 0x3F, 0]);
        let inner = [&header[..], &chunk(b"VP8 ", 10, &vp8)].concat();
        let frame = chunk(b"ANMF", inner.len() as u32, &inner);
        assert_eq!(check(&file(std::slice::from_ref(&frame)), 1_000_000), large);
        assert_eq!(check(&file(&[frame]), 1 << 28), Ok(()));
    }

    #[test]
    fn a_picture_of_another_size_than_its_canvas_is_noticed() {
        let canvas = [0, 0, 0, 0, 9, 0, 0, 4, 0, 0];
        let picture = |width: u8, height: u8| [0, 0, 0, 0x9D, 0x01, 0x2A, width, 0, height, 0];
        let whole = |width, height| {
            file(&[chunk(b"VP8X", 10, &canvas), chunk(b"VP8 ", 10, &picture(width, height))])
        };
        assert_eq!(check(&whole(10, 5), 100), Ok(()));
        assert_eq!(check(&whole(10, 6), 100), Err(Fault::Mismatch));
    }

    #[test]
    fn frames_within_frames_take_no_stack() {
        let mut nested = Vec::new();
        for _ in 0..20_000 {
            nested = chunk(b"ANMF", 16 + nested.len() as u32, &[&[0; 16][..], &nested].concat());
            if nested.len() > 200_000 {
                break;
            }
        }
        assert!(check(&file(&[nested]), 100).is_ok());
    }
}
