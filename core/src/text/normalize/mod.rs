//! Normalising chat text while keeping offsets.
//!
//! A message becomes a sequence of [`Segment`]s: runs of folded letters or digits with the
//! bytes of the original that they came from. How two neighbours hang together ([`Glue`])
//! is kept, so that a matcher can read `m.e.e.t`, `m e e t` or `s3cret` as one word without
//! losing the reading as several. Cost is linear in the length of the message.

mod fold;
mod look_alikes;
mod undisguise;

pub(crate) use fold::{Fold, cyrillic_look_alike, fold, latin_look_alikes};
pub(crate) use undisguise::Undisguised;

use std::ops::Range;

/// Folded letters kept of one segment; no word of a lexicon is longer.
pub(crate) const MAX_SEGMENT_CHARS: usize = 48;

/// The fewest words of a line that is a sentence by itself.
const MIN_LINE: usize = 3;

/// What a segment is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SegmentKind {
    /// Letters of any script.
    Letters,
    /// Decimal digits.
    Digits,
    /// A symbol that may stand for a letter, as in `p@rents`.
    LetterLike,
}

/// How a segment hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glue {
    /// The message starts, or a sentence ended before.
    Sentence,
    /// White space or punctuation with white space lies between.
    Apart,
    /// White space only, and both are single letters: `m e e t`.
    Spelled,
    /// Punctuation without white space lies between: `m.e.e.t`.
    Punctuated,
    /// Nothing lies between: letters meet digits or symbols, `s3cret`.
    Direct,
}

impl Glue {
    /// Whether the two segments may be one word pulled apart.
    pub(crate) const fn may_join(self) -> bool {
        matches!(self, Self::Spelled | Self::Punctuated | Self::Direct)
    }
}

/// A run of folded characters and the place that it has in the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Where its folded characters lie in [`Normalized::chars`].
    chars: Range<u32>,
    /// Bytes of the original, cut at character boundaries.
    bytes: Range<u32>,
    pub(crate) kind: SegmentKind,
    pub(crate) glue: Glue,
    /// Whether two spaces or more stand before it.
    wide: bool,
    /// Whether it is one character of the original.
    single: bool,
    /// Whether a `!` follows directly: an end, or an `i`.
    pub(crate) bang: bool,
    /// Whether a comma or the like stands before it.
    pub(crate) clause: bool,
}

impl Segment {
    /// Bytes of the original.
    pub(crate) fn bytes(&self) -> &Range<u32> {
        &self.bytes
    }
}

/// A pictograph in a message. It separates words like punctuation, and may stand for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Emoji {
    /// The segment before which it stands; their number if it stands behind all.
    pub(crate) before: u32,
    pub(crate) symbol: char,
    /// Bytes of the original.
    pub(crate) bytes: Range<u32>,
}

/// A message after normalising.
#[derive(Debug, Default)]
pub(crate) struct Normalized {
    chars: Vec<char>,
    pub(crate) segments: Vec<Segment>,
    /// In the order of the message.
    pub(crate) emoji: Vec<Emoji>,
}

impl Normalized {
    /// How many sentences there are.
    #[cfg(feature = "text-model")]
    pub(crate) fn sentences(&self) -> usize {
        let begins = self.segments.iter().skip(1).filter(|segment| segment.glue == Glue::Sentence);
        begins.count() + usize::from(!self.segments.is_empty())
    }

    /// Normalises `text`, of which at most 4 GiB are read.
    pub(crate) fn new(text: &str) -> Self {
        let mut builder = Builder::new(text);
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let end = at + c.len_utf8();
            match fold(c) {
                Fold::Letters(letters, n) => {
                    builder.push(SegmentKind::Letters, at..end, &letters[..usize::from(n)]);
                }
                Fold::Digit(digit) => builder.push(SegmentKind::Digits, at..end, &[digit]),
                Fold::LetterLike(symbol) => {
                    let next = chars.peek().map(|(_, next)| *next);
                    if builder.stands_for_letter(symbol, next) {
                        builder.push(SegmentKind::LetterLike, at..end, &[symbol]);
                    } else if symbol == '!' {
                        builder.bang();
                        builder.separate(Between::Break);
                    } else {
                        builder.separate(Between::Punctuation);
                    }
                }
                Fold::Emoji(symbol) => builder.emoji(symbol, at..end),
                Fold::Skip => {}
                Fold::Break if c.is_whitespace() => {
                    builder.separate(Between::Space);
                    builder.end_line();
                }
                // So does not who stops for a moment...
                Fold::Break if c == '…' => builder.separate(Between::Punctuation),
                Fold::Break if c == '.' && chars.peek().is_some_and(|(_, next)| *next == '.') => {
                    while chars.next_if(|(_, next)| *next == '.').is_some() {}
                    builder.separate(Between::Punctuation);
                }
                Fold::Break => builder.separate(Between::Break),
                Fold::Punctuation => {
                    builder.separate(Between::Punctuation);
                    builder.clause |= matches!(c, ',' | ';' | '،' | '؛' | '，' | '、' | '–' | '—');
                }
                Fold::Space => builder.separate(Between::Space),
            }
        }
        builder.finish()
    }

    /// The folded characters of a segment.
    pub(crate) fn chars(&self, segment: &Segment) -> &[char] {
        self.chars.get(segment.chars.start as usize..segment.chars.end as usize).unwrap_or(&[])
    }

    /// Bytes of the original that segment `index` covers; empty if there is no such segment.
    pub(crate) fn bytes(&self, index: usize) -> Range<u32> {
        self.segments.get(index).map_or(0..0, |segment| segment.bytes.clone())
    }

    /// The segments from `index` on that nothing parts, as far as they may be one word: `s3cret`
    /// is three of them.
    pub(crate) fn hanging_together(&self, index: usize) -> Range<usize> {
        let behind = self.segments.get(index + 1..).unwrap_or(&[]).iter().take(MAX_SEGMENT_CHARS);
        let direct = behind.take_while(|segment| segment.glue == Glue::Direct).count();
        index..index + 1 + direct
    }

    /// The folded characters of neighbouring segments, if they fit the buffer.
    pub(crate) fn joined<'b>(
        &self,
        segments: Range<usize>,
        buffer: &'b mut [char],
    ) -> Option<&'b [char]> {
        let mut len = 0;
        for segment in self.segments.get(segments)? {
            let chars = self.chars(segment);
            buffer.get_mut(len..len + chars.len())?.copy_from_slice(chars);
            len += chars.len();
        }
        buffer.get(..len)
    }

    /// The message as the matcher reads it, for explanations: segments with their glue shown
    /// (` ` apart, `·` joinable, ` / ` sentence).
    pub(crate) fn readable(&self) -> String {
        let mut out = String::new();
        let mut emoji = self.emoji.iter().peekable();
        for (index, segment) in self.segments.iter().enumerate() {
            while let Some(emoji) = emoji.next_if(|emoji| emoji.before as usize <= index) {
                out.extend([' ', emoji.symbol]);
            }
            match segment.glue {
                _ if out.is_empty() => {}
                Glue::Sentence => out.push_str(" / "),
                Glue::Apart => out.push(' '),
                Glue::Spelled | Glue::Punctuated | Glue::Direct => out.push('·'),
            }
            out.extend(self.chars(segment));
        }
        emoji.for_each(|emoji| out.extend([' ', emoji.symbol]));
        out.trim_start().to_owned()
    }
}

/// What lay between two segments, in rising order of separation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Punctuation,
    Space,
    Break,
}

struct Builder {
    out: Normalized,
    start: bool,
    punctuation: bool,
    /// Spaces, counted to 2.
    spaces: u8,
    sentence: bool,
    /// Whether a comma or the like was there.
    clause: bool,
    /// The segment with which the line begins.
    line: usize,
}

impl Builder {
    fn new(text: &str) -> Self {
        let out = Normalized {
            chars: Vec::with_capacity(text.len().min(1 << 16)),
            segments: Vec::with_capacity((text.len() / 4).clamp(4, 1 << 14)),
            emoji: Vec::new(),
        };
        Self {
            out,
            start: true,
            punctuation: false,
            spaces: 0,
            sentence: false,
            clause: false,
            line: 0,
        }
    }

    /// Who writes a word a line does not end a sentence with each.
    fn end_line(&mut self) {
        if self.out.segments.len() - self.line >= MIN_LINE {
            self.separate(Between::Break);
        }
        self.line = self.out.segments.len();
    }

    /// Notes a `!` that may end a sentence or a word.
    fn bang(&mut self) {
        let touches = self.touches();
        if let Some(last) = self.out.segments.last_mut().filter(|_| touches) {
            last.bang = true;
        }
    }

    /// Whether a symbol stands for a letter. `@`, `$`, `€` and `|` do so beside a letter, `!` only
    /// before one; between digits all are what they are.
    fn stands_for_letter(&self, symbol: char, next: Option<char>) -> bool {
        let is_letter = |c: char| {
            matches!(fold(c), Fold::Letters(..) | Fold::LetterLike('@' | '$' | '€' | '|'))
        };
        let beside = self.out.segments.last().map(|last| last.kind);
        let before = self.touches() && beside.is_some_and(|kind| kind != SegmentKind::Digits);
        let after = next.is_some_and(is_letter);
        let digit = next.is_some_and(|next| matches!(fold(next), Fold::Digit(_)));
        match symbol {
            '!' => after || before && digit,
            '|' => before || after || next == Some('|'),
            _ => before || after || self.touches() && digit,
        }
    }

    /// Whether the next character follows a segment without anything between.
    fn touches(&self) -> bool {
        !self.start && !self.punctuation && self.spaces == 0 && !self.sentence
    }

    fn separate(&mut self, between: Between) {
        match between {
            Between::Punctuation => self.punctuation = true,
            Between::Space => self.spaces = (self.spaces + 1).min(2),
            Between::Break => self.sentence = true,
        }
    }

    fn emoji(&mut self, symbol: char, bytes: Range<usize>) {
        self.separate(Between::Punctuation);
        if let (Ok(start), Ok(end)) = (u32::try_from(bytes.start), u32::try_from(bytes.end)) {
            let before = self.out.segments.len() as u32;
            self.out.emoji.push(Emoji { before, symbol, bytes: start..end });
        }
    }

    fn push(&mut self, kind: SegmentKind, bytes: Range<usize>, letters: &[char]) {
        let (Ok(start), Ok(end)) = (u32::try_from(bytes.start), u32::try_from(bytes.end)) else {
            return;
        };
        if self.touches()
            && let Some(last) = self.out.segments.last_mut()
            && last.kind == kind
            && kind != SegmentKind::LetterLike
        {
            last.bytes.end = end;
            last.single = false;
            for letter in letters {
                if ((last.chars.end - last.chars.start) as usize) < MAX_SEGMENT_CHARS {
                    self.out.chars.push(*letter);
                    last.chars.end += 1;
                }
            }
            return;
        }
        let from = self.out.chars.len() as u32;
        self.out.chars.extend(letters);
        let segment = Segment {
            chars: from..self.out.chars.len() as u32,
            bytes: start..end,
            kind,
            glue: self.glue(),
            wide: self.spaces > 1,
            single: true,
            bang: false,
            clause: self.clause && self.spaces > 0,
        };
        self.out.segments.push(segment);
        self.start = false;
        self.punctuation = false;
        self.spaces = 0;
        self.sentence = false;
        self.clause = false;
    }

    fn glue(&self) -> Glue {
        if self.start || (self.sentence && self.spaces > 0) {
            Glue::Sentence
        } else if self.spaces > 0 {
            // Tentative: `finish` takes it back for longer words.
            if self.punctuation { Glue::Apart } else { Glue::Spelled }
        } else if self.punctuation || self.sentence {
            Glue::Punctuated
        } else {
            Glue::Direct
        }
    }

    /// Spelling letter by letter shows only when all words are complete.
    fn finish(mut self) -> Normalized {
        let direct = |segment: &Segment| segment.glue == Glue::Direct;
        let mut left_long = true;
        for index in 0..self.out.segments.len() {
            let continued = self.out.segments.get(index + 1).is_some_and(direct);
            let Some(segment) = self.out.segments.get_mut(index) else {
                break;
            };
            let long = !segment.single || continued || direct(segment);
            if segment.glue == Glue::Spelled && (long || left_long) {
                segment.glue = Glue::Apart;
            }
            left_long = long;
        }
        if self.out.segments.iter().any(|segment| segment.glue == Glue::Spelled) {
            self.part_spelled_words();
        }
        self.out
    }

    /// Where words end among spelled letters: at wide spaces where there are narrow ones too
    /// (`h o m e  a l o n e`), and at spaces beside punctuated letters (`h.o.m.e a.l.o.n.e`).
    fn part_spelled_words(&mut self) {
        let spelled = |segment: &&Segment| segment.glue == Glue::Spelled;
        let narrow = self.out.segments.iter().filter(spelled).any(|segment| !segment.wide);
        let punctuated = |segment: &Segment| segment.glue == Glue::Punctuated;
        let (mut before, mut after_letter) = (false, false);
        for index in 0..self.out.segments.len() {
            let next = self.out.segments.get(index + 1).is_some_and(punctuated);
            let Some(segment) = self.out.segments.get_mut(index) else {
                break;
            };
            let now = punctuated(segment);
            // A letter by itself beside a word in points: `d.o u g.o`.
            if segment.glue == Glue::Spelled
                && ((narrow && segment.wide) || before || next || after_letter)
            {
                segment.glue = Glue::Apart;
                after_letter = before || next;
            } else {
                after_letter = false;
            }
            before = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> String {
        Normalized::new(text).readable()
    }

    #[test]
    fn words_keep_apart_and_tricks_stay_joinable() {
        assert_eq!(read("Don't tell your mum!"), "dont tell your mum");
        assert_eq!(read("m e e t me"), "m·e·e·t me");
        assert_eq!(read("m.e.e.t s3cret p@rents"), "m·e·e·t s·3·cret p·@·rents");
        assert_eq!(read("ok. really? yes"), "ok / really / yes");
        assert_eq!(read("k!ss, hi! there"), "k·!·ss hi / there");
        assert_eq!(
            read("b@ll$ !ch a||ein m€ 5€ $5 wow!!! ok"),
            "b·@·ll·$ !·ch a·|·|·ein m·€ 5 5 wow / ok"
        );
        assert_eq!(read("so... how old\nare\nyou\nok\nbye"), "so how old / are you ok bye");
        assert_eq!(read("a be c"), "a be c");
        assert_eq!(read("w e i ß"), "w·e·i·ss");
        assert_eq!(read("h o m e  a l o n e  u"), "h·o·m·e a·l·o·n·e u");
        assert_eq!(read("m  e  e  t"), "m·e·e·t");
        assert_eq!(read("d.o u g.o h.o.m.e"), "d·o u g·o h·o·m·e");
    }

    #[test]
    fn nothing_comes_of_nothing() {
        for text in ["", " ", "\0\u{200B}", "!!! ... ???", "🙂🙃"] {
            assert_eq!(Normalized::new(text).segments.len(), 0, "{text:?}");
        }
    }

    #[test]
    fn emoji_stand_beside_the_words() {
        assert_eq!(read("send a 📸 now👍🏽"), "send a 📸 now 👍");
        assert_eq!(read("m🙂e🙂e🙂t"), "m 🙂·e 🙂·e 🙂·t");
        assert_eq!(read("🤫🤫"), "🤫 🤫");
    }

    #[test]
    fn long_words_are_kept_in_bounded_space() {
        let normalized = Normalized::new(&"a".repeat(1_000_000));
        assert_eq!(normalized.segments.len(), 1);
        assert_eq!(normalized.chars.len(), MAX_SEGMENT_CHARS);
        assert_eq!(normalized.bytes(0), 0..1_000_000);
    }

    proptest! {
        #[test]
        fn every_span_cuts_the_original_at_character_boundaries(text in "\\PC{0,80}|[\\u{0}-\\u{10FFFF}]{0,80}") {
            let normalized = Normalized::new(&text);
            let mut before = 0;
            for index in 0..normalized.segments.len() {
                let span = normalized.bytes(index);
                let span = span.start as usize..span.end as usize;
                prop_assert!(text.get(span.clone()).is_some(), "{span:?}");
                prop_assert!(span.start >= before && span.end > span.start);
                before = span.end;
            }
        }

        #[test]
        fn folding_again_changes_nothing(text in "\\PC{0,60}") {
            let once: String = Normalized::new(&text).segments_text();
            let twice: String = Normalized::new(&once).segments_text();
            prop_assert_eq!(once, twice);
        }
    }

    impl Normalized {
        fn segments_text(&self) -> String {
            // Symbols depend on their neighbours, which joining would change.
            let plain = self.segments.iter().filter(|s| s.kind != SegmentKind::LetterLike);
            let words: Vec<String> = plain.map(|s| self.chars(s).iter().collect()).collect();
            words.concat()
        }
    }
}
