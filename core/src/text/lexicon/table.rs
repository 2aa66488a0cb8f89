//! The compiled rules: one compact automaton over all languages, as an artefact.
//!
//! Layout: `b"HMLX"`, format version (u16, little endian), SHA-256 of the payload, payload
//! (postcard, with words front-coded and numbers as differences, column by column, so that
//! it compresses well). Everything an index points to is checked when an artefact is read.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::packed::{Columns, Packed};
use crate::taxonomy::{Behavior, Category, Direction};

const MAGIC: &[u8; 4] = b"HMLX";
const FORMAT_VERSION: u16 = 4;
const HEADER: usize = 4 + 2 + 32;
/// Nodes, symbols and guards are numbered below this.
pub(super) const MAX_NUMBER: u32 = 1 << 24;

/// What an outcome's number counts.
const RULE: u32 = 0;
const GUARD: u32 = 1;

/// Symbols that stand for no word.
pub(crate) const SYMBOL_START: u32 = 0;
pub(crate) const SYMBOL_END: u32 = 1;
pub(crate) const SYMBOL_NUMBER: u32 = 2;
pub(crate) const FIRST_WORD_SYMBOL: u32 = 3;

/// The root of the automaton.
pub(crate) const ROOT: u32 = 0;

/// The SHA-256 of an artefact's content.
pub(crate) type Checksum = [u8; 32];

/// Why compiled rules cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ArtifactError {
    /// Not an artefact of this kind.
    #[error("not a compiled rule set: it should begin with `HMLX` and have {HEADER} bytes or more")]
    NotALexicon,
    /// Another version of the format.
    #[error("compiled rules of format {found}; this build reads format {FORMAT_VERSION}")]
    Version {
        /// The version found.
        found: u16,
    },
    /// The checksum does not fit.
    #[error(
        "compiled rules are damaged: the SHA-256 of their content is not the one in the header"
    )]
    Checksum,
    /// The content cannot be decoded.
    #[error("compiled rules cannot be decoded: {0}")]
    Decode(#[from] postcard::Error),
    /// An index leads nowhere.
    #[error("compiled rules are inconsistent: a {0} refers to something that is not there")]
    Inconsistent(&'static str),
    /// Prepared by other code than this build's.
    #[error("prepared rules of another build; prepare them anew")]
    OtherBuild,
    /// Artefacts that cannot be joined.
    #[error("rules of language `{0}` were given twice; give each once")]
    LanguageTwice(String),
}

/// One rule, without its patterns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Reason code: `<lang>.<id>`.
    pub code: Arc<str>,
    /// What it points to.
    pub behavior: Option<Behavior>,
    /// The harm that it belongs to.
    pub category: Category,
    /// Who must have said it.
    pub direction: Direction,
    /// 0..1.
    pub weight: f32,
    /// 0..7.
    pub severity: u8,
    /// Whether it may warn from one message.
    pub decisive: bool,
    /// Key in `sources.toml`.
    pub source: String,
    /// Guards that silence it wherever they stand in its message.
    pub(crate) guards: Vec<u32>,
    /// Guards that silence it in their own sentence, at most [`TOPIC_REACH`](super::matcher::TOPIC_REACH) words away.
    pub(crate) topics: Vec<u32>,
}

impl Rule {
    /// Whether its numbers are.
    pub(super) fn in_range(&self) -> bool {
        (0.0..=1.0).contains(&self.weight) && self.severity <= 7
    }
}

/// What reaching a node means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Output {
    Rule(u32),
    Guard(u32),
}

impl Columns for Output {
    fn columns(self) -> (u32, u32) {
        match self {
            Self::Rule(rule) => (RULE, rule),
            Self::Guard(guard) => (GUARD, guard),
        }
    }

    fn from_columns(kind: u32, number: u32) -> Option<Self> {
        match kind {
            RULE => Some(Self::Rule(number)),
            GUARD => Some(Self::Guard(number)),
            _ => None,
        }
    }
}

/// Words, each with an index into the sets of symbols.
///
/// `coded` holds them sorted, each as the number of characters that it shares with the one
/// before, the number of bytes that follow, and these bytes (UTF-8).
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Words {
    coded: Vec<u8>,
    /// As [`back_references`].
    sets: Vec<u32>,
}

impl Words {
    /// Takes words in the order of their characters.
    pub(crate) fn new<'a>(words: impl Iterator<Item = (&'a str, u32)>) -> Self {
        let mut out = Self::default();
        let (mut before, mut chars) = (Vec::<char>::new(), Vec::<char>::new());
        let mut sets = Vec::new();
        for (word, set) in words {
            chars.clear();
            chars.extend(word.chars());
            let both = before.iter().zip(&chars);
            let shared = both.take_while(|(a, b)| a == b).count().min(usize::from(u8::MAX));
            let same: usize = chars.iter().take(shared).map(|c| c.len_utf8()).sum();
            let rest = word.as_bytes().get(same..).unwrap_or_default();
            let Ok(length) = u8::try_from(rest.len()) else {
                continue;
            };
            out.coded.extend([shared as u8, length]);
            out.coded.extend_from_slice(rest);
            sets.push(set);
            std::mem::swap(&mut before, &mut chars);
        }
        out.sets = back_references(sets.into_iter());
        out
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.sets.len()
    }

    /// Visits each word: its letters, the hashes of its beginnings from that of nothing to that
    /// of the whole, and its set.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(crate) fn visit(
        &self,
        mut visit: impl FnMut(&[char], &[WordHash], u32),
    ) -> Result<(), ArtifactError> {
        let broken = || ArtifactError::Inconsistent("word");
        let mut rest = self.coded.as_slice();
        let (mut word, mut path) = (Vec::new(), vec![WordHash::new()]);
        for set in references(&self.sets) {
            let ([shared, length], after) = rest.split_first_chunk().ok_or_else(broken)?;
            let (letters, after) =
                after.split_at_checked(usize::from(*length)).ok_or_else(broken)?;
            rest = after;
            word.truncate(usize::from(*shared));
            path.truncate(usize::from(*shared) + 1);
            let mut hash = path.last().copied().ok_or_else(broken)?;
            for c in std::str::from_utf8(letters).map_err(|_| broken())?.chars() {
                hash = hash.with(c);
                word.push(c);
                path.push(hash);
            }
            visit(&word, &path, set);
        }
        Ok(())
    }
}

/// The automaton and its vocabulary.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tables {
    /// Version of the rules, from `models/lexicon`.
    pub(crate) version: String,
    /// BCP 47 codes of the languages.
    pub(crate) languages: Vec<String>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) guards: u32,
    pub(crate) symbols: u32,
    pub(crate) nodes: u32,
    /// Whole words.
    pub(crate) words: Words,
    /// Beginnings of words.
    pub(crate) stems: Words,
    /// Sets of symbols that a word stands for.
    pub(crate) sets: Packed<u32>,
    /// (node, symbol, child), sorted.
    pub(crate) edges: Vec<(u32, u32, u32)>,
    /// (node, words that may be skipped, child), sorted.
    pub(crate) gaps: Vec<(u32, u8, u32)>,
    /// (node, what it means), sorted.
    pub(crate) outputs: Vec<(u32, Output)>,
    /// Symbols that any number in digits stands for.
    pub(crate) numbers: Vec<u32>,
    /// The first symbol of each language; those of the next language begin where they end.
    pub(crate) symbol_starts: Vec<u32>,
    /// Particles glued before words, with the number of their language.
    pub(crate) prefixes: Vec<(u32, String)>,
}

impl Tables {
    /// Writes the artefact.
    pub(crate) fn encode(&self) -> Result<Vec<u8>, ArtifactError> {
        let payload = postcard::to_stdvec(&Stored::from(self))?;
        let mut out = Vec::with_capacity(HEADER + payload.len());
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
        out.extend_from_slice(&Sha256::digest(&payload));
        out.extend_from_slice(&payload);
        Ok(out)
    }

    /// Reads an artefact and checks all but its words' letters, which [`Words::visit`] does.
    pub(crate) fn decode(bytes: &[u8]) -> Result<(Self, Checksum), ArtifactError> {
        let (Some(b"HMLX"), Some([low, high]), Some(sum), Some(payload)) =
            (bytes.get(..4), bytes.get(4..6), bytes.get(6..HEADER), bytes.get(HEADER..))
        else {
            return Err(ArtifactError::NotALexicon);
        };
        let found = u16::from_le_bytes([*low, *high]);
        if found != FORMAT_VERSION {
            return Err(ArtifactError::Version { found });
        }
        let found: Checksum = Sha256::digest(payload).into();
        if found.as_slice() != sum {
            return Err(ArtifactError::Checksum);
        }
        let stored: Stored = postcard::from_bytes(payload)?;
        let tables = Self::from(stored);
        tables.check()?;
        Ok((tables, found))
    }

    /// Whether nodes, symbols and guards can be numbered.
    pub(crate) fn check_size(&self) -> Result<(), ArtifactError> {
        let fits = [
            (self.nodes, 1, "node"),
            (self.symbols, FIRST_WORD_SYMBOL, "symbol"),
            (self.guards, 0, "guard"),
        ];
        match fits.iter().find(|(number, least, _)| !(*least..MAX_NUMBER).contains(number)) {
            Some((.., what)) => Err(ArtifactError::Inconsistent(what)),
            None => Ok(()),
        }
    }

    fn check(&self) -> Result<(), ArtifactError> {
        let ok = |holds: bool, what| {
            if holds { Ok(()) } else { Err(ArtifactError::Inconsistent(what)) }
        };
        let (rules, sets) = (self.rules.len() as u32, self.sets.len() as u32);
        self.check_size()?;
        for words in [&self.words, &self.stems] {
            ok(references(&words.sets).all(|set| set < sets), "word")?;
        }
        let mut symbols = self.sets.values().iter().chain(&self.numbers);
        ok(symbols.all(|symbol| *symbol < self.symbols), "symbol set")?;
        let edge = |(node, symbol, child): &(u32, u32, u32)| {
            *node < self.nodes && *symbol < self.symbols && *child < self.nodes
        };
        ok(self.edges.iter().all(edge), "edge")?;
        ok(self.gaps.iter().all(|(n, _, c)| *n < self.nodes && *c < self.nodes), "gap")?;
        let output = |(node, output): &(u32, Output)| {
            *node < self.nodes
                && match output {
                    Output::Rule(rule) => *rule < rules,
                    Output::Guard(guard) => *guard < self.guards,
                }
        };
        ok(self.outputs.iter().all(output), "node's outcome")?;
        let language = |(language, _): &(u32, String)| (*language as usize) < self.languages.len();
        let starts = self.symbol_starts.len() == self.languages.len();
        ok(starts && self.prefixes.iter().all(language), "particle")?;
        let guards =
            |rule: &Rule| rule.guards.iter().chain(&rule.topics).all(|guard| *guard < self.guards);
        ok(self.rules.iter().all(|rule| guards(rule) && rule.in_range()), "rule")
    }
}

/// The tables as they are written: each column by itself, ascending numbers as differences.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: String,
    languages: Vec<String>,
    rules: Vec<Rule>,
    guards: u32,
    symbols: u32,
    nodes: u32,
    words: Words,
    stems: Words,
    set_lengths: Vec<u32>,
    set_symbols: Vec<i32>,
    edge_nodes: Vec<i32>,
    edge_symbols: Vec<i32>,
    edge_children: Vec<u32>,
    gap_nodes: Vec<i32>,
    gap_widths: Vec<u8>,
    gap_children: Vec<u32>,
    outputs: Vec<(u32, Output)>,
    numbers: Vec<i32>,
    symbol_starts: Vec<u32>,
    prefixes: Vec<(u32, String)>,
}

impl From<&Tables> for Stored {
    fn from(tables: &Tables) -> Self {
        let edge_nodes: Vec<u32> = tables.edges.iter().map(|(node, ..)| *node).collect();
        let edge_symbols: Vec<u32> = tables.edges.iter().map(|(_, symbol, _)| *symbol).collect();
        let gap_nodes: Vec<u32> = tables.gaps.iter().map(|(node, ..)| *node).collect();
        Self {
            version: tables.version.clone(),
            languages: tables.languages.clone(),
            rules: tables.rules.clone(),
            guards: tables.guards,
            symbols: tables.symbols,
            nodes: tables.nodes,
            words: tables.words.clone(),
            stems: tables.stems.clone(),
            set_lengths: tables.sets.iter().map(|set| set.len() as u32).collect(),
            set_symbols: differences(tables.sets.values()),
            edge_nodes: differences(&edge_nodes),
            edge_symbols: differences(&edge_symbols),
            edge_children: back_references(tables.edges.iter().map(|(.., child)| *child)),
            gap_nodes: differences(&gap_nodes),
            gap_widths: tables.gaps.iter().map(|(_, width, _)| *width).collect(),
            gap_children: back_references(tables.gaps.iter().map(|(.., child)| *child)),
            outputs: tables.outputs.clone(),
            numbers: differences(&tables.numbers),
            symbol_starts: tables.symbol_starts.clone(),
            prefixes: tables.prefixes.clone(),
        }
    }
}

impl From<Stored> for Tables {
    fn from(stored: Stored) -> Self {
        let mut symbols = sums(&stored.set_symbols);
        let mut sets = Packed::default();
        for length in &stored.set_lengths {
            sets.push(symbols.by_ref().take(*length as usize));
        }
        let edges = sums(&stored.edge_nodes)
            .zip(sums(&stored.edge_symbols))
            .zip(references(&stored.edge_children))
            .map(|((node, symbol), child)| (node, symbol, child));
        let gaps = sums(&stored.gap_nodes)
            .zip(&stored.gap_widths)
            .zip(references(&stored.gap_children))
            .map(|((node, width), child)| (node, *width, child));
        Self {
            sets,
            edges: edges.collect(),
            gaps: gaps.collect(),
            numbers: sums(&stored.numbers).collect(),
            version: stored.version,
            languages: stored.languages,
            rules: stored.rules,
            guards: stored.guards,
            symbols: stored.symbols,
            nodes: stored.nodes,
            words: stored.words,
            stems: stored.stems,
            outputs: stored.outputs,
            symbol_starts: stored.symbol_starts,
            prefixes: stored.prefixes,
        }
    }
}

/// Each number less the one before; [`sums`] undoes it.
fn differences(numbers: &[u32]) -> Vec<i32> {
    let mut before = 0_u32;
    let step = |number: &u32| number.wrapping_sub(std::mem::replace(&mut before, *number)) as i32;
    numbers.iter().map(step).collect()
}

fn sums(differences: &[i32]) -> impl Iterator<Item = u32> {
    differences.iter().scan(0_u32, |sum, step| {
        *sum = sum.wrapping_add_signed(*step);
        Some(*sum)
    })
}

/// Numbers of which most are one more than the highest before, as their distance from that.
fn back_references(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut fresh = 0_u32;
    let mut reference = |number: u32| {
        let back = fresh.wrapping_sub(number);
        fresh = fresh.max(number.wrapping_add(1));
        back
    };
    numbers.map(&mut reference).collect()
}

/// Undoes [`back_references`].
fn references(back: &[u32]) -> impl Iterator<Item = u32> {
    back.iter().scan(0_u32, |fresh, back| {
        let number = fresh.wrapping_sub(*back);
        *fresh = (*fresh).max(number.wrapping_add(1));
        Some(number)
    })
}

/// Hash of a word, extended character by character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordHash(u64);

impl WordHash {
    pub(crate) const fn new() -> Self {
        Self(0x9AE1_6A3B_2F90_404F)
    }

    #[inline]
    pub(crate) const fn with(self, c: char) -> Self {
        let mixed = (self.0 ^ c as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Self(mixed ^ (mixed >> 29))
    }

    #[inline]
    pub(crate) const fn get(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_artefact_comes_back_and_damage_is_noticed() {
        let tables = Tables { nodes: 1, symbols: 3, version: "1".to_owned(), ..Tables::default() };
        let bytes = tables.encode().unwrap();
        assert_eq!(Tables::decode(&bytes).unwrap().0.version, "1");
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert!(Tables::decode(&damaged).is_err(), "byte {at}");
            assert!(Tables::decode(&bytes[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn an_index_that_leads_nowhere_is_refused() {
        let tables = Tables { nodes: 1, symbols: 3, edges: vec![(0, 2, 7)], ..Tables::default() };
        let error = Tables::decode(&tables.encode().unwrap()).unwrap_err();
        assert!(matches!(error, ArtifactError::Inconsistent("edge")), "{error}");
    }
}
