//! What a word stands for: looked up by hash, as it is written and in the disguises that
//! writers use.
//!
//! A word that is not known as written is tried without glued particles, with stretched letters
//! shortened, and with look-alike digits, symbols and letters of other scripts read as what they
//! resemble.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::raw;
use super::table::{ArtifactError, Tables, WordHash, Words};
use crate::text::normalize::{cyrillic_look_alike, latin_look_alikes};

/// Letters of the longest word worth looking up.
pub(super) const MAX_WORD: usize = 32;
/// The shortest rest of a word after a glued particle.
const MIN_BARE: usize = 2;
/// Digits and symbols of a word that may stand for two letters each, of which all combinations
/// are tried.
const MAX_AMBIGUOUS: u32 = 3;
/// From this many equal letters on a word is stretched.
const STRETCHED: usize = 3;
/// The shortest beginning that a stem may be.
pub(super) const MIN_STEM: usize = 2;
/// Letters of the beginnings by which unknown words are told early.
const FILTERED: [usize; 2] = [3, 5];
/// Bits of the filter of beginnings for each word; many words share theirs.
const BITS_A_WORD: usize = 4;

/// No set.
pub(super) const EMPTY: u32 = u32::MAX;

/// All words of all languages, each with the set of symbols that it stands for.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Vocabulary {
    begins: Beginnings,
    words: HashIndex,
    stems: HashIndex,
    /// Words and stems with doubled letters, as they are with each letter once.
    squeezed_words: Squeezed,
    squeezed_stems: Squeezed,
    /// Glued particles by the letter that they begin with.
    prefixes: Vec<(char, Vec<Particle>)>,
    /// By language.
    own: Vec<Own>,
}

/// What of each set belongs to a language, as a set. Languages without particles need none.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Own {
    /// The sets of which anything does, in order.
    #[serde(with = "raw::steps")]
    sets: Vec<u32>,
    #[serde(with = "raw::steps")]
    own: Vec<u32>,
}

impl Own {
    /// Of sets and their own, in order.
    pub(super) fn new(sets: impl Iterator<Item = (u32, u32)>) -> Self {
        let (sets, own) = sets.unzip();
        Self { sets, own }
    }

    fn of(&self, set: u32) -> Option<u32> {
        self.own.get(self.sets.binary_search(&set).ok()?).copied()
    }
}

/// A particle that is glued before words of its language.
#[derive(Debug, Deserialize, Serialize)]
struct Particle {
    letters: Vec<char>,
    language: u32,
}

impl Vocabulary {
    /// # Errors
    /// When the words cannot be read.
    pub(super) fn new(tables: &Tables, own: Vec<Own>) -> Result<Self, ArtifactError> {
        let mut prefixes: BTreeMap<char, Vec<Particle>> = BTreeMap::new();
        for (language, particle) in &tables.prefixes {
            let letters: Vec<char> = particle.chars().collect();
            if let Some(letter) = letters.first().copied() {
                let particle = Particle { letters, language: *language };
                prefixes.entry(letter).or_default().push(particle);
            }
        }
        let mut begins = Beginnings::new(tables.words.len() + tables.stems.len());
        let (words, squeezed_words) = index(&tables.words, &mut begins)?;
        let (stems, squeezed_stems) = index(&tables.stems, &mut begins)?;
        Ok(Self {
            begins,
            words,
            stems,
            squeezed_words,
            squeezed_stems,
            prefixes: prefixes.into_iter().collect(),
            own,
        })
    }

    /// Adds the sets of symbols that a word stands for; tells whether there are any.
    pub(super) fn look_up(&self, word: &[char], out: &mut Vec<u32>) -> bool {
        let before = out.len();
        self.look_up_bare(word, MIN_STEM, out);
        let particles = self.prefixes.iter().find(|(letter, _)| word.first() == Some(letter));
        for particle in particles.map_or(&[][..], |(_, particles)| particles) {
            if let Some(bare) = word.strip_prefix(particle.letters.as_slice())
                && bare.len() >= MIN_BARE
            {
                let mut sets = Vec::new();
                self.look_up_bare(bare, MIN_STEM, &mut sets);
                let own = self.own.get(particle.language as usize);
                let own = sets.iter().filter_map(|set| own?.of(*set));
                own.for_each(|set| add(set, out));
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
        if !word.iter().all(char::is_ascii) {
            let mut buffers = [[' '; MAX_WORD]; 3];
            let [small, capital, cyrillic] = &mut buffers;
            let small = read_as_latin(word, 0, small);
            let capital = read_as_latin(word, 1, capital).filter(|word| Some(*word) != small);
            let cyrillic = read_as_cyrillic(word, cyrillic);
            if small.is_some() || cyrillic.is_some() {
                self.look_up_squeezed(word, out);
                let plain = out.len();
                for word in [small, capital, cyrillic].into_iter().flatten() {
                    self.look_up(word, out);
                    self.look_up_misspelled(word, out);
                }
                return plain;
            }
        }
        let letters = word.iter().all(|c| is_letter(*c));
        if !known || !letters || longest_run(word) >= STRETCHED {
            self.look_up_misspelled(word, out);
        }
        if letters { out.len() } else { plain }
    }

    /// Looks up a word with look-alikes read as letters and stretched letters shortened.
    pub(super) fn look_up_misspelled(&self, word: &[char], out: &mut Vec<u32>) {
        let mut buffer = [' '; MAX_WORD];
        if word.iter().all(|c| is_letter(*c)) {
            return self.look_up_squeezed(word, out);
        }
        let ambiguous = word.iter().filter(|c| is_ambiguous(**c)).count() as u32;
        let step = if ambiguous <= MAX_AMBIGUOUS { 1 } else { u32::MAX };
        for choices in (0..=(1_u32 << ambiguous.min(MAX_AMBIGUOUS)) - 1).rev() {
            let choices = choices.wrapping_mul(step);
            if let Some(plain) = read_as_letters(word, choices, &mut buffer) {
                self.look_up(plain, out);
                self.look_up_squeezed(plain, out);
            }
            if step > 1 && choices == 0 {
                break;
            }
        }
        // Digits may be letters as they are: in Arabizi `3` is one.
        if word.iter().all(|c| is_letter(*c) || c.is_ascii_digit()) {
            self.look_up_squeezed(word, out);
        }
    }

    /// Looks up a word that may have stretched or doubled letters, with each letter once.
    fn look_up_squeezed(&self, word: &[char], out: &mut Vec<u32>) {
        if longest_run(word) < 2 {
            return;
        }
        let mut buffer = [' '; MAX_WORD];
        let Some(word) = squeeze(word, &mut buffer) else {
            return;
        };
        self.look_up(word, out);
        let mut hash = WordHash::new();
        for c in word {
            hash = hash.with(*c);
            self.squeezed_stems.get(hash).for_each(|set| add(set, out));
        }
        self.squeezed_words.get(hash).for_each(|set| add(set, out));
    }
}

/// A word of mixed scripts, or wholly of letters that look Latin, as the Latin word that it
/// looks like; its letters read as small ones (0) or as capitals (1).
fn read_as_latin<'b>(
    word: &[char],
    size: usize,
    buffer: &'b mut [char; MAX_WORD],
) -> Option<&'b [char]> {
    for (slot, c) in buffer.iter_mut().zip(word) {
        *slot = match c.is_ascii() {
            true => *c,
            false => *latin_look_alikes(*c)?.get(size)?,
        };
    }
    buffer.get(..word.len())
}

/// A word of Cyrillic and Latin letters as the Cyrillic word that it looks like.
fn read_as_cyrillic<'b>(word: &[char], buffer: &'b mut [char; MAX_WORD]) -> Option<&'b [char]> {
    let is_cyrillic = |c: &char| ('\u{400}'..='\u{52F}').contains(c);
    if !word.iter().any(is_cyrillic) || word.iter().all(is_cyrillic) {
        return None;
    }
    for (slot, c) in buffer.iter_mut().zip(word) {
        *slot = if is_cyrillic(c) { *c } else { cyrillic_look_alike(*c)? };
    }
    buffer.get(..word.len())
}

/// Whether a folded character is a letter; the others are digits and symbols that stand for one.
fn is_letter(c: char) -> bool {
    !c.is_ascii_digit() && !matches!(c, '@' | '$' | '!' | '|' | '€')
}

/// Whether a digit or symbol resembles both `i` and `l`.
fn is_ambiguous(c: char) -> bool {
    matches!(c, '1' | '|')
}

/// A word with its digits and symbols read as the letters that they resemble. A bit of `choices`
/// says for each ambiguous one whether it is an `l` rather than an `i`.
fn read_as_letters<'b>(
    word: &[char],
    mut choices: u32,
    buffer: &'b mut [char; MAX_WORD],
) -> Option<&'b [char]> {
    for (slot, c) in buffer.iter_mut().zip(word) {
        *slot = match *c {
            c if is_ambiguous(c) => {
                let letter = if choices & 1 == 1 { 'l' } else { 'i' };
                choices >>= 1;
                letter
            }
            '!' => 'i',
            '0' => 'o',
            '3' | '€' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '6' | '9' => 'g',
            '7' => 't',
            '8' => 'b',
            c if is_letter(c) => c,
            _ => return None,
        };
    }
    buffer.get(..word.len())
}

/// A word with each of its letters once where it has several in a row.
fn squeeze<'b>(word: &[char], buffer: &'b mut [char; MAX_WORD]) -> Option<&'b [char]> {
    let mut len = 0;
    for run in word.chunk_by(|a, b| a == b) {
        *buffer.get_mut(len)? = *run.first()?;
        len += 1;
    }
    buffer.get(..len)
}

fn longest_run(word: &[char]) -> usize {
    word.chunk_by(|a, b| a == b).map(<[char]>::len).max().unwrap_or(0)
}

#[inline]
fn add(set: u32, sets: &mut Vec<u32>) {
    if !sets.contains(&set) {
        sets.push(set);
    }
}

/// Indexes words as they are, by their beginnings, and squeezed.
fn index(words: &Words, begins: &mut Beginnings) -> Result<(HashIndex, Squeezed), ArtifactError> {
    let (mut index, mut squeezed) = (HashIndex::new(words.len()), Squeezed::default());
    words.visit(|word, path, set| {
        index.insert(path.last().map_or(0, |hash| hash.get()), set);
        begins.insert(path);
        squeezed.insert(word, set);
    })?;
    squeezed.sets.sort_unstable();
    Ok((index, squeezed))
}

/// Which beginnings known words have, of the lengths in [`FILTERED`]: a bit set by hash, which
/// spares most words the tables. Sometimes it says yes wrongly, never no.
#[derive(Debug, Deserialize, Serialize)]
struct Beginnings {
    #[serde(with = "raw")]
    bits: Vec<u64>,
}

impl Beginnings {
    fn new(words: usize) -> Self {
        let size = (words * BITS_A_WORD / 64).max(1).next_power_of_two();
        Self { bits: vec![0; size] }
    }

    fn insert(&mut self, path: &[WordHash]) {
        for hash in FILTERED.iter().filter_map(|letters| path.get(*letters)) {
            let (at, bit) = self.place(hash.get());
            if let Some(word) = self.bits.get_mut(at) {
                *word |= bit;
            }
        }
    }

    #[inline]
    fn place(&self, hash: u64) -> (usize, u64) {
        ((hash >> 40) as usize & self.bits.len().wrapping_sub(1), 1 << (hash >> 20 & 63))
    }

    #[inline]
    fn may_hold(&self, hash: WordHash) -> bool {
        let (at, bit) = self.place(hash.get());
        self.bits.get(at).is_some_and(|word| word & bit != 0)
    }
}

/// Hashes of squeezed words with what the words stand for, sorted: a squeezed word may be several.
#[derive(Debug, Default, Deserialize, Serialize)]
struct Squeezed {
    #[serde(with = "raw")]
    sets: Vec<(u64, u32)>,
}

impl Squeezed {
    fn insert(&mut self, word: &[char], set: u32) {
        if longest_run(word) > 1 {
            let runs = word.chunk_by(|a, b| a == b).filter_map(|run| run.first());
            let hash = runs.fold(WordHash::new(), |hash, c| hash.with(*c));
            self.sets.push((hash.get(), set));
        }
    }

    fn get(&self, hash: WordHash) -> impl Iterator<Item = u32> {
        let from = self.sets.partition_point(|(known, _)| *known < hash.get());
        let found = self.sets.get(from..).unwrap_or(&[]).iter();
        found.take_while(move |(known, _)| *known == hash.get()).map(|(_, set)| *set)
    }
}

/// An open-addressing table from well-mixed hashes to indices. A slot holds the half of the
/// hash that its place does not tell.
#[derive(Debug)]
struct HashIndex {
    slots: Vec<(u32, u32)>,
}

/// A table as it is kept: which slots are taken, a bit each, and what stands in these.
#[derive(Deserialize, Serialize)]
struct StoredIndex {
    #[serde(with = "raw")]
    taken: Vec<u64>,
    #[serde(with = "raw")]
    tags: Vec<u32>,
    #[serde(with = "raw::steps")]
    values: Vec<u32>,
}

impl Serialize for HashIndex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bits = |slots: &[(u32, u32)]| {
            let taken = slots.iter().enumerate().filter(|(_, (_, value))| *value != EMPTY);
            taken.fold(0_u64, |bits, (at, _)| bits | 1 << at)
        };
        let taken = self.slots.chunks(u64::BITS as usize).map(bits).collect();
        let full = self.slots.iter().filter(|(_, value)| *value != EMPTY);
        let (tags, values) = full.copied().unzip();
        StoredIndex { taken, tags, values }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for HashIndex {
    /// There must be as many slots as places are told apart, and one at least that is free.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let StoredIndex { taken, tags, values } = StoredIndex::deserialize(deserializer)?;
        let number: usize = taken.iter().map(|bits| bits.count_ones() as usize).sum();
        let slots = taken.len() * u64::BITS as usize;
        let whole = number == tags.len() && number == values.len() && number < slots;
        if !whole || !slots.is_power_of_two() || values.contains(&EMPTY) {
            return Err(de::Error::custom(
                "a table that does not hold what it should, or without an end",
            ));
        }
        let mut index = Self { slots: vec![(0, EMPTY); slots] };
        let mut full = tags.into_iter().zip(values);
        for (bits, slots) in taken.iter().zip(index.slots.chunks_mut(u64::BITS as usize)) {
            let mut rest = *bits;
            while let Some(slot) = slots.get_mut(rest.trailing_zeros() as usize)
                && let Some(one) = full.next()
            {
                *slot = one;
                rest &= rest - 1;
            }
        }
        Ok(index)
    }
}

impl HashIndex {
    fn new(words: usize) -> Self {
        let bits =
            (words.max(1) * 2).next_power_of_two().trailing_zeros().max(u64::BITS.trailing_zeros());
        Self { slots: vec![(0, EMPTY); 1 << bits] }
    }

    fn insert(&mut self, hash: u64, value: u32) {
        let mask = self.slots.len() - 1;
        let (mut at, tag) = self.place(hash);
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.1 == EMPTY || slot.0 == tag {
                *slot = (tag, value);
                break;
            }
            at = (at + 1) & mask;
        }
    }

    #[inline]
    fn place(&self, hash: u64) -> (usize, u32) {
        let mixed = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        ((mixed >> (u64::BITS - self.slots.len().trailing_zeros())) as usize, mixed as u32)
    }

    #[inline]
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
