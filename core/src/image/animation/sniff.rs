//! Whether a file holds several frames, told from its structure alone.

/// Whether a GIF, WebP or PNG file claims several frames. Decompresses nothing.
pub(super) fn is_animated(bytes: &[u8]) -> bool {
    match bytes {
        [b'G', b'I', b'F', ..] => gif(bytes).unwrap_or(false),
        [0x89, b'P', b'N', b'G', ..] => png(bytes).unwrap_or(false),
        [b'R', b'I', b'F', b'F', ..] => webp(bytes),
        _ => false,
    }
}

/// The flag of an extended file (RFC 9649, 2.7).
fn webp(bytes: &[u8]) -> bool {
    const ANIMATION: u8 = 0b10;
    bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & ANIMATION != 0)
}

/// A chunk `acTL` before the first data (PNG, third edition, 11.3.6.1).
fn png(bytes: &[u8]) -> Option<bool> {
    let mut rest = bytes.get(8..)?;
    loop {
        let (length, behind) = rest.split_first_chunk::<4>()?;
        let (kind, body) = behind.split_first_chunk::<4>()?;
        match kind {
            b"acTL" => return Some(true),
            b"IDAT" => return Some(false),
            _ => {}
        }
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        rest = body.get(length.checked_add(4)?..)?;
    }
}

/// A second image descriptor (GIF89a, 20).
fn gif(bytes: &[u8]) -> Option<bool> {
    const SCREEN: usize = 13;
    let colors = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = SCREEN + colors(*bytes.get(10)?);
    let mut frames = 0;
    loop {
        match bytes.get(at)? {
            // An extension: its label, then blocks.
            0x21 => at = blocks(bytes, at + 2)?,
            // An image: its descriptor, colours, code size, then blocks.
            0x2C => {
                frames += 1;
                if frames > 1 {
                    return Some(true);
                }
                at = blocks(bytes, at + 10 + colors(*bytes.get(at + 9)?) + 1)?;
            }
            // The decoder passes over empty blocks too.
            0x00 => at += 1,
            _ => return Some(false),
        }
    }
}

/// Where a row of blocks ends.
fn blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match usize::from(*bytes.get(at)?) {
            0 => return Some(at + 1),
            length => at += length + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_off_anywhere_is_followed_to_its_end_only() {
        let gif = b"GIF89a\x02\0\x02\0\x80\0\0aaabbb\x21\xF9\x04\0\0\0\0\0\
            \x2C\0\0\0\0\x02\0\x02\0\0\x02\x02\x4C\x01\0\x2C\0\0\0\0\x02\0\x02\0\0\x02\x02\x4C\x01\0;";
        assert!(is_animated(gif));
        let second = gif.len() - 16;
        for end in 0..=second {
            assert!(!is_animated(&gif[..end]), "{end}");
        }
        let png = b"\x89PNG\r\n\x1A\n\0\0\0\x01IHDRx0000\0\0\0\x08acTL0000";
        assert!(is_animated(png));
        for end in 0..png.len() - 4 {
            assert!(!is_animated(&png[..end]) || end >= 29, "{end}");
        }
        assert!(!is_animated(b"\x89PNG\r\n\x1A\n\xFF\xFF\xFF\xFFacTx0000"));
        assert!(is_animated(b"RIFF0000WEBPVP8X0000\x02"));
        assert!(!is_animated(b"RIFF0000WEBPVP8X0000\x10"));
        assert!(!is_animated(b"BM") && !is_animated(b""));
    }
}
