//! What a word stands for: looked up by hash, as it is written and in the disguises that
//! writers use.
//!
//! A word that is not known as written is tried without glued particles, with stretched letters
//! shortened, and with look-alike digits, symbols and letters of other scripts read as what they
//! resemble.

use std::collections::BTreeMap;

use super::table::{WordHash, Words};
use crate::text::normalize::latin_look_alike;

/// Letters of the longest word worth looking up.
pub(super) const MAX_WORD: usize = 32;
/// The shortest rest of a word after a glued particle.
const MIN_BARE: usize = 2;
/// The shortest word that doubled letters may hide.
const MIN_UNDOUBLED: usize = 4;
/// From this many equal letters on a word is stretched.
const STRETCHED: usize = 3;
/// The shortest beginning that a stem may be.
pub(super) const MIN_STEM: usize = 2;
/// Letters of the beginnings by which unknown words are told early.
const FILTERED: [usize; 2] = [3, 5];
/// Bits of the filter of beginnings for each word; many words share theirs.
const BITS_A_WORD: usize = 4;

const EMPTY: u32 = u32::MAX;

/// All words of all languages, each with the set of symbols that it stands for.
#[derive(Debug)]
pub(super) struct Vocabulary {
    begins: Beginnings,
    words: HashIndex,
    stems: HashIndex,
    /// Glued particles by the letter that they begin with.
    prefixes: Vec<(char, Vec<Vec<char>>)>,
}

impl Vocabulary {
    pub(super) fn new(words: &Words, stems: &Words, particles: &[String]) -> Self {
        let mut prefixes: BTreeMap<char, Vec<Vec<char>>> = BTreeMap::new();
        for prefix in particles {
            let prefix: Vec<char> = prefix.chars().collect();
            if let Some(letter) = prefix.first() {
                prefixes.entry(*letter).or_default().push(prefix);
            }
        }
        Self {
            begins: Beginnings::new([words, stems]),
            words: HashIndex::new(words),
            stems: HashIndex::new(stems),
            prefixes: prefixes.into_iter().collect(),
        }
    }

    /// Adds the sets of symbols that a word stands for; tells whether there are any.
    pub(super) fn look_up(&self, word: &[char], out: &mut Vec<u32>) -> bool {
        let before = out.len();
        self.look_up_bare(word, MIN_STEM, out);
        let prefixes = self.prefixes.iter().find(|(letter, _)| word.first() == Some(letter));
        for prefix in prefixes.map_or(&[][..], |(_, prefixes)| prefixes) {
            if let Some(bare) = word.strip_prefix(prefix.as_slice())
                && bare.len() >= MIN_BARE
            {
                self.look_up_bare(bare, MIN_STEM, out);
            }
        }
        out.len() > before
    }

    /// Looks up a word as it is, and its beginnings of `min_stem` letters or more.
    pub(super) fn look_up_bare(&self, word: &[char], min_stem: usize, out: &mut Vec<u32>) {
        self.look_up_on(WordHash::new(), 0, word, min_stem, out);
    }

    /// Looks up a word of which the first letters, `letters` in number, were hashed already, and
    /// its beginnings of `min_stem` letters or more.
    pub(super) fn look_up_on(
        &self,
        begun: WordHash,
        mut letters: usize,
        rest: &[char],
        min_stem: usize,
        out: &mut Vec<u32>,
    ) {
        let mut hash = begun;
        for c in rest {
            hash = hash.with(*c);
            letters += 1;
            if FILTERED.contains(&letters) && !self.begins.may_hold(hash) {
                return;
            }
            if letters >= min_stem
                && let Some(set) = self.stems.get(hash.get())
            {
                add(set, out);
            }
        }
        if let Some(set) = self.words.get(hash.get()) {
            add(set, out);
        }
    }

    /// Looks a word up as written, and in the disguises that writers use; tells how many of the
    /// sets stand for it without look-alikes. What is known as it is written and looks ordinary
    /// has no other reading.
    pub(super) fn look_up_disguised(&self, word: &[char], out: &mut Vec<u32>) -> usize {
        let known = self.look_up(word, out);
        let plain = out.len();
        let mut latin = [' '; MAX_WORD];
        let ascii = word.iter().all(char::is_ascii);
        if !ascii && let Some(word) = read_as_latin(word, &mut latin) {
            self.look_up(word, out);
            self.look_up_misspelled(word, out);
            return plain;
        }
        let letters = word.iter().all(|c| c.is_alphabetic());
        if !known || !letters || longest_run(word) >= STRETCHED {
            self.look_up_misspelled(word, out);
        }
        if letters { out.len() } else { plain }
    }

    /// Looks up a word with look-alikes read as letters and stretched letters shortened.
    pub(super) fn look_up_misspelled(&self, word: &[char], out: &mut Vec<u32>) {
        let mut buffer = [' '; MAX_WORD];
        let letters = word.iter().all(|c| c.is_alphabetic());
        // Digits may be letters as they are: in Arabizi `3` is one.
        let readings: &[fn(char) -> Option<char>] =
            if letters { &[Some] } else { &[leet_as_i, leet_as_l, Some] };
        for reading in readings {
            let Some(plain) = rewrite(word, reading, usize::MAX, &mut buffer) else {
                continue;
            };
            if !letters {
                self.look_up(plain, out);
            }
            let longest = longest_run(plain);
            let mut shorter = [' '; MAX_WORD];
            if longest >= STRETCHED {
                if let Some(doubled) = rewrite(plain, &Some, 2, &mut shorter) {
                    self.look_up(doubled, out);
                }
                if let Some(unstretched) = unstretch(plain, &mut shorter) {
                    self.look_up(unstretched, out);
                }
            }
            if longest >= 2
                && let Some(single) = rewrite(plain, &Some, 1, &mut shorter)
                && (longest >= STRETCHED || single.len() >= MIN_UNDOUBLED)
            {
                self.look_up(single, out);
            }
        }
    }
}

/// A word of mixed scripts, or wholly of letters that look Latin, as the Latin word that it
/// looks like.
fn read_as_latin<'b>(word: &[char], buffer: &'b mut [char; MAX_WORD]) -> Option<&'b [char]> {
    for (slot, c) in buffer.iter_mut().zip(word) {
        *slot = if c.is_ascii() { *c } else { latin_look_alike(*c)? };
    }
    buffer.get(..word.len())
}

/// Digits and symbols read as the letters that they resemble; `1`, `!`, `|` as `i`.
fn leet_as_i(c: char) -> Option<char> {
    Some(match c {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '6' | '9' => 'g',
        '7' => 't',
        '8' => 'b',
        c if c.is_alphabetic() => c,
        _ => return None,
    })
}

/// The same with `1`, `!`, `|` as `l`.
fn leet_as_l(c: char) -> Option<char> {
    match c {
        '1' | '!' | '|' => Some('l'),
        c => leet_as_i(c),
    }
}

/// Rewrites a word into `buffer`, with runs of one letter cut to `run` letters.
fn rewrite<'b>(
    word: &[char],
    reading: &dyn Fn(char) -> Option<char>,
    run: usize,
    buffer: &'b mut [char; MAX_WORD],
) -> Option<&'b [char]> {
    let (mut len, mut repeated, mut last) = (0, 0, None);
    for c in word {
        let c = reading(*c)?;
        repeated = if last == Some(c) { repeated + 1 } else { 1 };
        last = Some(c);
        if repeated <= run {
            *buffer.get_mut(len)? = c;
            len += 1;
        }
    }
    buffer.get(..len)
}

/// Cuts stretched letters to one and leaves doubled ones: `fuuull` is `full`.
fn unstretch<'b>(word: &[char], buffer: &'b mut [char; MAX_WORD]) -> Option<&'b [char]> {
    let mut len = 0;
    for run in word.chunk_by(|a, b| a == b) {
        let kept = if run.len() >= STRETCHED { 1 } else { run.len() };
        for c in run.iter().take(kept) {
            *buffer.get_mut(len)? = *c;
            len += 1;
        }
    }
    buffer.get(..len)
}

fn longest_run(word: &[char]) -> usize {
    word.chunk_by(|a, b| a == b).map(<[char]>::len).max().unwrap_or(0)
}

fn add(set: u32, sets: &mut Vec<u32>) {
    if !sets.contains(&set) {
        sets.push(set);
    }
}

/// Which beginnings known words have, of the lengths in [`FILTERED`]: a bit set by hash, which
/// spares most words the tables. Sometimes it says yes wrongly, never no.
#[derive(Debug)]
struct Beginnings {
    bits: Vec<u64>,
}

impl Beginnings {
    fn new(words: [&Words; 2]) -> Self {
        let known: usize = words.iter().map(|words| words.len()).sum();
        let size = (known * BITS_A_WORD / 64).max(1).next_power_of_two();
        let mut begins = Self { bits: vec![0; size] };
        for words in words {
            words.visit(|path, _| {
                for hash in FILTERED.iter().filter_map(|letters| path.get(*letters)) {
                    let (at, bit) = begins.place(hash.get());
                    if let Some(word) = begins.bits.get_mut(at) {
                        *word |= bit;
                    }
                }
            });
        }
        begins
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        ((hash >> 40) as usize & (self.bits.len() - 1), 1 << (hash >> 20 & 63))
    }

    fn may_hold(&self, hash: WordHash) -> bool {
        let (at, bit) = self.place(hash.get());
        self.bits.get(at).is_some_and(|word| word & bit != 0)
    }
}

/// An open-addressing table from well-mixed hashes to indices. A slot holds the half of the
/// hash that its place does not tell.
#[derive(Debug)]
struct HashIndex {
    slots: Vec<(u32, u32)>,
    shift: u32,
}

impl HashIndex {
    fn new(words: &Words) -> Self {
        let bits = (words.len().max(1) * 2).next_power_of_two().trailing_zeros().max(4);
        let mut index = Self { slots: vec![(0, EMPTY); 1 << bits], shift: 64 - bits };
        words.visit(|path, value| {
            let (mut at, tag) = index.place(path.last().map_or(0, |hash| hash.get()));
            while let Some(slot) = index.slots.get_mut(at) {
                if slot.1 == EMPTY || slot.0 == tag {
                    *slot = (tag, value);
                    break;
                }
                at = (at + 1) & ((1 << bits) - 1);
            }
        });
        index
    }

    fn place(&self, hash: u64) -> (usize, u32) {
        let mixed = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        ((mixed >> self.shift) as usize, mixed as u32)
    }

    fn get(&self, hash: u64) -> Option<u32> {
        let mask = self.slots.len() - 1;
        let (mut at, tag) = self.place(hash);
        loop {
            let (found, value) = *self.slots.get(at)?;
            if value == EMPTY {
                return None;
            }
            if found == tag {
                return Some(value);
            }
            at = (at + 1) & mask;
        }
    }
}
