//! Text for readers that know nothing of disguises: invisible characters and marks left out,
//! fancy letters and digits as ASCII, pictographs as spaces, the rest as it is.

use std::borrow::Cow;
use std::ops::Range;

use super::fold::{Fold, fold};

/// A text with its disguises undone, and where it came from.
#[derive(Debug)]
pub(crate) struct Undisguised<'a> {
    original: &'a str,
    text: Cow<'a, str>,
    /// Where in the original the character of each byte begins; empty for a text as it was.
    origins: Vec<u32>,
}

impl<'a> Undisguised<'a> {
    /// Reads `original`, of which at most 4 GiB are read.
    pub(crate) fn new(original: &'a str) -> Self {
        if original.is_ascii() {
            return Self { original, text: Cow::Borrowed(original), origins: Vec::new() };
        }
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len());
        for (at, c) in original.char_indices() {
            let Ok(at) = u32::try_from(at) else { break };
            let plain = if c.is_ascii() { Some(c) } else { plain(c) };
            if let Some(plain) = plain {
                text.push(plain);
                origins.resize(text.len(), at);
            }
        }
        Self { original, text: Cow::Owned(text), origins }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original behind bytes of the text.
    pub(crate) fn span(&self, bytes: Range<usize>) -> Range<usize> {
        let origin = |at: usize| self.origins.get(at).map(|origin| *origin as usize);
        let last = origin(bytes.end.saturating_sub(1));
        let (Some(start), Some(last)) = (origin(bytes.start), last) else {
            return bytes;
        };
        let length = self.original.get(last..).and_then(|rest| rest.chars().next());
        start..last + length.map_or(0, char::len_utf8)
    }
}

fn plain(c: char) -> Option<char> {
    match fold(c) {
        Fold::Letters([letter, ..], 1) if letter.is_ascii() => Some(letter),
        Fold::Digit(plain) | Fold::LetterLike(plain) => Some(plain),
        Fold::Emoji(_) => Some(' '),
        Fold::Skip => None,
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_become_plain_and_keep_their_place() {
        let text = "é ٠\u{200B}٧ 😊ｌina＠x";
        let undisguised = Undisguised::new(text);
        assert_eq!(undisguised.text(), "e 07  lina@x");
        let digits = undisguised.span(2..4);
        assert_eq!(&text[digits], "٠\u{200B}٧");
        assert_eq!(&text[undisguised.span(6..12)], "ｌina＠x");
    }
}
