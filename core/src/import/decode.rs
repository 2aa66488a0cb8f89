//! Bytes -> text, whatever wrote them.

use std::borrow::Cow;

/// Text of a file: UTF-8 or UTF-16, with or without byte order mark. What is not valid
/// becomes U+FFFD, so that one bad byte does not hide a whole chat; the second value tells
/// whether that happened.
pub fn decode_text(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let units = |pairs: &[u8], read: fn([u8; 2]) -> u16| {
        let (whole, rest) = pairs.as_chunks::<2>();
        let mut damaged = !rest.is_empty();
        let text = char::decode_utf16(whole.iter().map(|pair| read(*pair)))
            .map(|unit| {
                unit.unwrap_or_else(|_| {
                    damaged = true;
                    char::REPLACEMENT_CHARACTER
                })
            })
            .collect::<String>();
        (Cow::Owned(text), damaged)
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => lossy(rest),
        _ => lossy(bytes),
    }
}

fn lossy(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let text = String::from_utf8_lossy(bytes);
    let damaged = matches!(text, Cow::Owned(_));
    (text, damaged)
}

/// A JSON string as serde_json gives it as bytes: lone surrogates, which JavaScript strings
/// may hold, arrive as three-byte sequences and become U+FFFD each.
pub(crate) fn from_wtf8(bytes: Vec<u8>) -> String {
    let mut bytes = match String::from_utf8(bytes) {
        Ok(text) => return text,
        Err(error) => error.into_bytes(),
    };
    for at in 0..bytes.len().saturating_sub(2) {
        if let Some([first @ 0xED, second @ 0xA0..=0xBF, third]) = bytes.get_mut(at..at + 3) {
            (*first, *second, *third) = (0xEF, 0xBF, 0xBD);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_and_utf16_are_read_with_and_without_marks() {
        assert_eq!(decode_text("سر".as_bytes()), ("سر".into(), false));
        assert_eq!(decode_text(b"\xEF\xBB\xBFhi"), ("hi".into(), false));
        assert_eq!(decode_text(b"\xFF\xFEh\0i\0"), ("hi".into(), false));
        assert_eq!(decode_text(b"\xFE\xFF\0h\0i"), ("hi".into(), false));
        assert_eq!(decode_text(b"h\xFFi"), ("h\u{FFFD}i".into(), true));
        assert_eq!(decode_text(b"\xFF\xFE\0\xD8"), ("\u{FFFD}".into(), true));
    }

    #[test]
    fn lone_surrogates_become_one_replacement_each() {
        assert_eq!(from_wtf8(b"a\xED\xA0\x80b".to_vec()), "a\u{FFFD}b");
        assert_eq!(from_wtf8("plain".into()), "plain");
    }
}
