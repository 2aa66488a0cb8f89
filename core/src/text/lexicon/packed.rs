//! Rows of values and sets of symbols, each laid out as one piece of memory.

use serde::{Deserialize, Serialize};

use super::raw::{self, Raw};

/// Rows of values, one behind the other.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(bound = "T: Raw")]
pub(crate) struct Packed<T> {
    /// Where each row begins, and where the last ends.
    #[serde(with = "raw")]
    starts: Vec<u32>,
    #[serde(with = "raw")]
    values: Vec<T>,
}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self { starts: vec![0], values: Vec::new() }
    }
}

impl<T> Packed<T> {
    /// `entries` are sorted by row.
    pub(super) fn new(rows: usize, entries: impl Iterator<Item = (u32, T)>) -> Self {
        let mut starts = Vec::with_capacity(rows + 1);
        let mut values = Vec::with_capacity(entries.size_hint().0);
        for (row, value) in entries {
            while starts.len() <= row as usize {
                starts.push(values.len() as u32);
            }
            values.push(value);
        }
        starts.resize(rows + 1, values.len() as u32);
        Self { starts, values }
    }

    /// Adds a row.
    pub(super) fn push(&mut self, row: impl Iterator<Item = T>) {
        self.values.extend(row);
        self.starts.push(self.values.len() as u32);
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The rows, one after the other.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len() as u32).map(|row| self.of(row))
    }

    /// The values of all rows.
    pub(super) fn values(&self) -> &[T] {
        &self.values
    }

    #[inline]
    pub(super) fn of(&self, row: u32) -> &[T] {
        let row = row as usize;
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(start), Some(end)) => {
                self.values.get(*start as usize..*end as usize).unwrap_or(&[])
            }
            _ => &[],
        }
    }
}

/// Bits of the filter for each symbol of a set.
const BITS_A_SYMBOL: usize = 8;

/// Sets of symbols, each sorted (the same one may stand there more than once), with a filter
/// that tells most of the symbols that are not in it at once.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct SymbolSets {
    #[serde(with = "raw")]
    sets: Vec<Place>,
    #[serde(with = "raw")]
    symbols: Vec<u32>,
    #[serde(with = "raw")]
    filters: Vec<u64>,
}

/// Where a set lies, and its filter folded to one word.
#[derive(Clone, Copy, Debug)]
struct Place {
    folded: u64,
    symbols: (u32, u32),
    filter: (u32, u32),
}

impl Raw for Place {
    const SIZE: usize = <(u64, ((u32, u32), (u32, u32)))>::SIZE;

    fn write(self, out: &mut Vec<u8>) {
        (self.folded, (self.symbols, self.filter)).write(out);
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (folded, (symbols, filter)) = Raw::read(bytes)?;
        Some(Self { folded, symbols, filter })
    }
}

impl SymbolSets {
    /// Adds a set; gives its number.
    pub(super) fn push(&mut self, symbols: impl Iterator<Item = u32>) -> u32 {
        let (start, filter) = (self.symbols.len() as u32, self.filters.len());
        self.symbols.extend(symbols);
        let symbols = self.symbols.get(start as usize..).unwrap_or_default();
        let folded = filter_to(symbols, &mut self.filters);
        let place = Place {
            folded,
            symbols: (start, self.symbols.len() as u32),
            filter: (filter as u32, self.filters.len() as u32),
        };
        self.sets.push(place);
        self.sets.len() as u32 - 1
    }

    pub(super) fn len(&self) -> usize {
        self.sets.len()
    }

    #[inline]
    pub(super) fn of(&self, set: u32) -> SymbolSet<'_> {
        let Some(Place { folded, symbols, filter }) = self.sets.get(set as usize) else {
            return SymbolSet { folded: 0, symbols: &[], filter: &[] };
        };
        let symbols = self.symbols.get(symbols.0 as usize..symbols.1 as usize);
        let filter = self.filters.get(filter.0 as usize..filter.1 as usize);
        SymbolSet {
            folded: *folded,
            symbols: symbols.unwrap_or(&[]),
            filter: filter.unwrap_or(&[]),
        }
    }
}

/// Appends the filter of a set; gives it folded to one word.
fn filter_to(symbols: &[u32], filters: &mut Vec<u64>) -> u64 {
    let size = match symbols.len() {
        0 => 0,
        symbols => (symbols * BITS_A_SYMBOL).div_ceil(64).next_power_of_two(),
    };
    let start = filters.len();
    filters.resize(start + size, 0);
    symbols.iter().fold(0, |folded, symbol| {
        let (at, bit) = bit(*symbol, size);
        if let Some(word) = filters.get_mut(start + at) {
            *word |= bit;
        }
        folded | bit
    })
}

/// A set by itself.
#[derive(Debug, Default)]
pub(super) struct OwnedSet {
    folded: u64,
    symbols: Vec<u32>,
    filter: Vec<u64>,
}

impl OwnedSet {
    /// `symbols` are sorted; the same one may stand there more than once.
    pub(super) fn new(symbols: Vec<u32>) -> Self {
        let mut filter = Vec::new();
        let folded = filter_to(&symbols, &mut filter);
        Self { folded, symbols, filter }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.symbols.is_empty()
    }

    pub(super) fn view(&self) -> SymbolSet<'_> {
        SymbolSet { folded: self.folded, symbols: &self.symbols, filter: &self.filter }
    }
}

/// One of them.
#[derive(Clone, Copy)]
pub(super) struct SymbolSet<'a> {
    folded: u64,
    pub(super) symbols: &'a [u32],
    filter: &'a [u64],
}

impl SymbolSet<'_> {
    #[inline]
    fn may_hold(&self, symbol: u32) -> bool {
        let (at, bit) = bit(symbol, self.filter.len());
        self.filter.get(at).is_some_and(|word| word & bit != 0)
    }

    #[inline]
    pub(super) fn holds(&self, symbol: u32) -> bool {
        self.may_hold(symbol) && self.symbols.binary_search(&symbol).is_ok()
    }

    /// Calls `found` with every place in this set at which a symbol of `other` stands. Costs as
    /// much as the smaller of the two.
    pub(super) fn meet(&self, other: &Self, mut found: impl FnMut(usize)) {
        if self.folded & other.folded == 0 {
            return;
        }
        if self.symbols.len() <= other.symbols.len() {
            for (at, symbol) in self.symbols.iter().enumerate() {
                if other.holds(*symbol) {
                    found(at);
                }
            }
            return;
        }
        for symbol in other.symbols.iter().filter(|symbol| self.may_hold(**symbol)) {
            let from = self.symbols.partition_point(|own| own < symbol);
            let equal = self.symbols.get(from..).unwrap_or(&[]).iter();
            let equal = equal.take_while(|own| *own == symbol).count();
            (from..from + equal).for_each(&mut found);
        }
    }
}

/// The word and the bit of a filter for a symbol.
#[inline]
fn bit(symbol: u32, words: usize) -> (usize, u64) {
    let mixed = symbol.wrapping_mul(0x9E37_79B1) >> 8;
    ((mixed >> 6) as usize & words.wrapping_sub(1), 1 << (mixed & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_meet_wherever_they_share_a_symbol() {
        let mut sets = SymbolSets::default();
        let small = sets.push([3, 70, 5000].into_iter());
        let large = sets.push((0..2000).map(|n| n * 7).chain([14_000, 14_000]));
        let none = sets.push(std::iter::empty());
        let meet = |a: u32, b: u32| {
            let mut found = Vec::new();
            sets.of(a).meet(&sets.of(b), |at| found.push(at));
            found
        };
        assert_eq!(meet(large, small), [10]);
        assert_eq!(meet(small, large), [1]);
        assert_eq!(meet(large, none), [0_usize; 0]);
        assert_eq!(meet(large, large).len(), 2002);
        assert!(sets.of(small).holds(5000) && !sets.of(small).holds(5001));
        let alone = OwnedSet::new(vec![3, 70, 5000]);
        let mut found = Vec::new();
        sets.of(large).meet(&alone.view(), |at| found.push(at));
        assert_eq!(found, [10]);
        assert!(!alone.is_empty() && OwnedSet::default().is_empty());
    }
}
