//! Messages as hashed n-grams: what the text classifier sees, in training as in use.
//!
//! A message becomes tokens (words, numbers, pictographs), a token the hashes of itself, of
//! itself with the token before it, and of its character n-grams between boundary marks, as in
//! Bojanowski et al., "Enriching Word Vectors with Subword Information" (TACL 2017), whose
//! hashed buckets keep the table small and every word in reach. A hash is FNV-1a over code
//! points with a finalising mix; a model takes it modulo the rows of its table.
//!
//! Pictographs come behind the words, each kind once: between words or repeated they would part what
//! belongs together, and outweigh it. Words come normalised (`normalize`): folded, letters that were pulled apart put together,
//! look-alikes read as letters, every run of a letter as one.

use std::ops::Range;

use super::normalize::{
    Emoji, Glue, Normalized, SegmentKind, cyrillic_look_alike, latin_look_alikes,
};

/// Hashes of one token at most.
pub const MAX_HASHES: usize = 24;
/// Which of a token's hashes is that of the token with the one before it.
pub const PAIR: usize = 1;
/// Letters of a token that are looked at.
const MAX_LETTERS: usize = 24;
/// Lengths of the character n-grams, in the order in which they are taken.
const NGRAMS: [usize; 3] = [3, 4, 5];
/// Kinds of pictographs that are looked at.
const MAX_EMOJI: usize = 8;
/// Numbers of up to so many digits are words of their own; longer ones count by their length.
const MAX_NUMBER: usize = 2;

/// What a hash stands for, so that a word and an n-gram of the same letters differ.
#[derive(Clone, Copy)]
enum Kind {
    Word = 1,
    Pair = 2,
    Ngram = 3,
}

/// The hashed n-grams of a message, token by token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    hashes: Vec<u32>,
    /// Where each token's hashes end.
    ends: Vec<u32>,
    /// How many of the tokens, the last ones, are pictographs.
    pictographs: usize,
}

impl Features {
    /// Reads a message. Time and memory are linear in its length.
    pub fn new(text: &str) -> Self {
        Self::of(&Normalized::new(text))
    }

    pub(crate) fn of(message: &Normalized) -> Self {
        Self::of_segments(message, 0..message.segments.len())
    }

    /// Each sentence by itself, in their order.
    #[cfg(feature = "text-model")]
    pub(crate) fn of_sentences(message: &Normalized) -> impl Iterator<Item = Self> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = message.segments.get(start..).filter(|rest| !rest.is_empty())?;
            let more = rest.iter().skip(1).take_while(|segment| segment.glue != Glue::Sentence);
            let sentence = start..start + 1 + more.count();
            start = sentence.end;
            Some(Self::of_segments(message, sentence))
        })
    }

    fn of_segments(message: &Normalized, segments: Range<usize>) -> Self {
        let mut reader = Reader::default();
        let first = message.emoji.partition_point(|emoji| (emoji.before as usize) < segments.start);
        let mut emoji = message.emoji.iter().skip(first).peekable();
        let (start, end) = (segments.start, segments.end);
        let all = message.segments.get(segments).unwrap_or(&[]);
        for (index, segment) in (start..).zip(all) {
            while emoji.next_if(|emoji| emoji.before as usize <= index).is_some() {
                reader.end_token();
            }
            let chars = message.chars(segment);
            let joins = match segment.glue {
                Glue::Direct | Glue::Spelled => true,
                // `m.e.e.t` is one word, `mum/dad` are two.
                Glue::Punctuated => chars.len() == 1 && reader.last == 1,
                Glue::Apart | Glue::Sentence => false,
            };
            if !joins {
                reader.end_token();
            }
            if segment.glue == Glue::Sentence {
                reader.before = 0;
            }
            reader.word.extend(chars.iter().take(MAX_LETTERS.saturating_sub(reader.word.len())));
            reader.digits &= segment.kind == SegmentKind::Digits;
            reader.last = chars.len();
        }
        reader.end_token();
        let mut kinds = Vec::with_capacity(MAX_EMOJI.min(message.emoji.len()));
        let last = end == message.segments.len();
        let within = |emoji: &&Emoji| last || (emoji.before as usize) < end;
        for emoji in message.emoji.iter().skip(first).take_while(within) {
            if kinds.len() < MAX_EMOJI && !kinds.contains(&emoji.symbol) {
                kinds.push(emoji.symbol);
                reader.emoji(emoji.symbol);
            }
        }
        reader.features.pictographs = kinds.len();
        reader.features
    }

    /// How many tokens the message has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many of the tokens, the last ones, are pictographs.
    #[cfg(feature = "text-model")]
    pub(crate) fn pictographs(&self) -> usize {
        self.pictographs
    }

    /// The hashes of each token: 1 to [`MAX_HASHES`], the token itself first.
    pub fn tokens(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let token = self.hashes.get(start..*end as usize).unwrap_or(&[]);
            start = *end as usize;
            token
        })
    }
}

/// Collects tokens.
struct Reader {
    features: Features,
    word: Vec<char>,
    /// Whether the word is digits only so far.
    digits: bool,
    /// Letters of the segment before.
    last: usize,
    /// Hash of the token before, 0 at the start of a sentence.
    before: u32,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            features: Features::default(),
            word: Vec::with_capacity(MAX_LETTERS + 2),
            digits: true,
            last: 0,
            before: 0,
        }
    }
}

impl Reader {
    fn emoji(&mut self, symbol: char) {
        self.token(&['\u{2}', symbol, '\u{3}'], false);
    }

    fn end_token(&mut self) {
        let mut word = std::mem::take(&mut self.word);
        if !word.is_empty() {
            if self.digits {
                if word.len() > MAX_NUMBER {
                    let length = word.len() as u32;
                    word.truncate(0);
                    word.extend(['#', char::from_digit(length.min(9), 10).unwrap_or('9')]);
                }
            } else {
                read_as_letters(&mut word);
            }
            word.dedup_by(|a, b| a == b && a.is_alphabetic());
            word.insert(0, '\u{2}');
            word.push('\u{3}');
            self.token(&word, !self.digits);
        }
        word.clear();
        self.word = word;
        self.digits = true;
    }

    /// Takes a word between its boundary marks, with its n-grams if asked.
    fn token(&mut self, word: &[char], ngrams: bool) {
        let hashes = &mut self.features.hashes;
        let end = hashes.len() + MAX_HASHES;
        let whole = hash(Kind::Word, word.iter().map(|c| *c as u32));
        hashes.push(whole);
        hashes.push(hash(Kind::Pair, [self.before, whole]));
        if ngrams {
            let all = NGRAMS.iter().filter(|n| **n < word.len()).flat_map(|n| word.windows(*n));
            let room = end - hashes.len();
            hashes.extend(all.take(room).map(|n| hash(Kind::Ngram, n.iter().map(|c| *c as u32))));
        }
        self.features.ends.push(hashes.len() as u32);
        self.before = whole;
    }
}

/// Reads digits, symbols and letters of other scripts inside a word as the letters that they
/// resemble. In Arabizi digits are letters: always the same ones, which is all that counts here.
fn read_as_letters(word: &mut [char]) {
    for c in word.iter_mut() {
        *c = match *c {
            '0' => 'o',
            '1' | '!' | '|' => 'i',
            '3' | '€' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '6' | '9' => 'g',
            '7' => 't',
            '8' => 'b',
            other => other,
        };
    }
    let is_cyrillic = |c: &char| ('\u{400}'..='\u{52F}').contains(c);
    let latin = word.iter().filter(|c| c.is_ascii_lowercase()).count();
    let only_cyrillic = |c: &char| is_cyrillic(c) && latin_look_alikes(*c).is_none();
    if latin > 0 && word.iter().any(only_cyrillic) {
        for c in word.iter_mut().filter(|c| c.is_ascii_lowercase()) {
            *c = cyrillic_look_alike(*c).unwrap_or(*c);
        }
        return;
    }
    for c in word.iter_mut().filter(|c| !c.is_ascii()) {
        if latin > 0 || is_latin_variant(*c) {
            *c = latin_look_alikes(*c).map_or(*c, |[small, _]| small);
        }
    }
}

/// Whether a letter is of the Latin script's rarer blocks: small capitals and the like.
const fn is_latin_variant(c: char) -> bool {
    matches!(c as u32, 0x180..=0x2AF | 0x1D00..=0x1DBF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF)
}

/// FNV-1a over 32-bit units, mixed so that every bit counts (`lowbias32` of Chris Wellons'
/// hash-prospector).
fn hash(kind: Kind, units: impl IntoIterator<Item = u32>) -> u32 {
    const PRIME: u32 = 0x0100_0193;
    let mut hash = (0x811C_9DC5 ^ kind as u32).wrapping_mul(PRIME);
    for unit in units {
        hash = (hash ^ unit).wrapping_mul(PRIME);
    }
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x7FEB_352D);
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x846C_A68B);
    hash ^ (hash >> 16)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<u32> {
        Features::new(text).tokens().filter_map(|token| token.first().copied()).collect()
    }

    #[test]
    fn disguises_give_the_same_words() {
        let plain = words("meet me at home");
        for text in [
            "MEET me at home!",
            "m e e t  me at home",
            "m3et m€ @t h0me",
            "meeeet me, at home",
            "mеet me at hоme",
        ] {
            assert_eq!(words(text), plain, "{text}");
        }
        assert_eq!(words("ᴍᴇᴇᴛ ᴍᴇ ᴀᴛ ʜᴏᴍᴇ"), plain);
        assert_eq!(words("cоceд"), words("сосед"));
    }

    #[test]
    fn pictographs_between_words_part_nothing() {
        let plain = Features::new("are you home alone? 😊 😘");
        assert_eq!(Features::new("are 😊 you 😊 home 😊 alone? 😘"), plain);
        assert_eq!(Features::new("a😊b").len(), 3);
        assert_eq!(Features::new(&"😀😁😂🤣😃😄😅😆😉😊".repeat(3)).len(), MAX_EMOJI);
    }

    #[test]
    fn a_token_has_its_word_its_pair_and_its_ngrams() {
        let features = Features::new("to the sea 13 2024 🙂");
        let sizes: Vec<usize> = features.tokens().map(<[u32]>::len).collect();
        // `<to>` has two 3-grams; `<the>` and `<sea>` three 3-grams and two 4-grams.
        assert_eq!(sizes, [4, 7, 7, 2, 2, 2]);
        assert_ne!(words("sea the"), words("the sea"));
        assert_eq!(words("2024"), words("1999"));
        assert_ne!(words("13"), words("12"));
    }

    #[test]
    fn hashes_are_those_that_models_were_trained_with() {
        let features = Features::new("to سر");
        let hashes: Vec<Vec<u32>> = features.tokens().map(<[u32]>::to_vec).collect();
        insta::assert_json_snapshot!(hashes);
    }

    proptest! {
        #[test]
        fn tokens_stay_within_their_bounds(text in "\\PC{0,80}|[\\u{0}-\\u{10FFFF}]{0,80}") {
            let features = Features::new(&text);
            prop_assert_eq!(features.tokens().count(), features.len());
            for token in features.tokens() {
                prop_assert!((2..=MAX_HASHES).contains(&token.len()));
            }
        }
    }
}
