//! Rows of values and sets of symbols, each laid out as one piece of memory.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::raw;
use super::table::MAX_NUMBER;

/// Rows of values, one behind the other.
#[derive(Clone, Debug)]
pub(crate) struct Packed<T> {
    /// Where each row begins, and where the last ends.
    starts: Vec<u32>,
    values: Vec<T>,
}

/// What is kept as two columns of numbers.
pub(super) trait Columns: Copy {
    fn columns(self) -> (u32, u32);

    /// `None` if the numbers mean nothing.
    fn from_columns(first: u32, second: u32) -> Option<Self>;
}

impl Columns for (u32, u32) {
    fn columns(self) -> (u32, u32) {
        self
    }

    fn from_columns(first: u32, second: u32) -> Option<Self> {
        Some((first, second))
    }
}

impl Columns for (u8, u32) {
    fn columns(self) -> (u32, u32) {
        (self.0.into(), self.1)
    }

    fn from_columns(first: u32, second: u32) -> Option<Self> {
        Some((first.try_into().ok()?, second))
    }
}

/// Rows as they are kept: how many, and the row and the columns of each value. Most rows have none.
#[derive(Deserialize, Serialize)]
struct StoredRows {
    number: u32,
    #[serde(with = "raw::steps")]
    rows: Vec<u32>,
    #[serde(with = "raw::steps")]
    first: Vec<u32>,
    #[serde(with = "raw::steps")]
    second: Vec<u32>,
}

impl<T: Columns> Serialize for Packed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.len() as u32;
        let rows = (0..number).flat_map(|row| self.of(row).iter().map(move |_| row)).collect();
        let (first, second) = self.values.iter().map(|value| value.columns()).unzip();
        StoredRows { number, rows, first, second }.serialize(serializer)
    }
}

impl<'de, T: Columns> Deserialize<'de> for Packed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let broken = || de::Error::custom("values that do not fit their rows");
        let StoredRows { number, rows, first, second } = StoredRows::deserialize(deserializer)?;
        let whole = rows.len() == first.len() && rows.len() == second.len();
        let known = rows.is_sorted() && rows.last().is_none_or(|last| *last < number);
        if !whole || !known || number > MAX_NUMBER {
            return Err(broken());
        }
        let mut packed = Self {
            starts: Vec::with_capacity(number as usize + 1),
            values: Vec::with_capacity(rows.len()),
        };
        for (row, (first, second)) in rows.into_iter().zip(first.into_iter().zip(second)) {
            packed.begin(row);
            packed.values.push(T::from_columns(first, second).ok_or_else(broken)?);
        }
        packed.begin(number);
        Ok(packed)
    }
}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self { starts: vec![0], values: Vec::new() }
    }
}

impl<T> Packed<T> {
    /// `entries` are sorted by row.
    pub(super) fn new(rows: usize, entries: impl Iterator<Item = (u32, T)>) -> Self {
        let starts = Vec::with_capacity(rows + 1);
        let values = Vec::with_capacity(entries.size_hint().0);
        let mut packed = Self { starts, values };
        for (row, value) in entries {
            packed.begin(row);
            packed.values.push(value);
        }
        packed.begin(rows as u32);
        packed
    }

    /// What is added from now on belongs to this row or to one behind it.
    fn begin(&mut self, row: u32) {
        while self.starts.len() <= row as usize {
            self.starts.push(self.values.len() as u32);
        }
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
#[derive(Debug, Default)]
pub(super) struct SymbolSets {
    sets: Vec<Place>,
    symbols: Vec<u32>,
    filters: Vec<u64>,
}

/// Sets as they are kept: how many symbols each has, and the symbols of all. Filters follow from them.
#[derive(Deserialize, Serialize)]
struct StoredSets {
    #[serde(with = "raw::steps")]
    lengths: Vec<u32>,
    #[serde(with = "raw::steps")]
    symbols: Vec<u32>,
}

impl Serialize for SymbolSets {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let lengths = self.sets.iter().map(|place| place.symbols.1 - place.symbols.0).collect();
        StoredSets { lengths, symbols: self.symbols.clone() }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for SymbolSets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let StoredSets { lengths, symbols } = StoredSets::deserialize(deserializer)?;
        let (mut sets, mut end) = (Vec::with_capacity(lengths.len()), 0_u32);
        let mut filters = Vec::with_capacity(symbols.len() / 2);
        for length in lengths {
            let start = end;
            end = start.saturating_add(length);
            let Some(of) = symbols.get(start as usize..end as usize) else {
                return Err(de::Error::custom("a set beyond the symbols"));
            };
            sets.push(Place::new(of, start, &mut filters));
        }
        Ok(Self { sets, symbols, filters })
    }
}

/// Where a set lies, and its filter folded to one word.
#[derive(Clone, Copy, Debug)]
struct Place {
    folded: u64,
    symbols: (u32, u32),
    filter: (u32, u32),
}

impl Place {
    /// Of symbols that begin at `start`; appends their filter.
    fn new(symbols: &[u32], start: u32, filters: &mut Vec<u64>) -> Self {
        let filter = filters.len() as u32;
        let folded = filter_to(symbols, filters);
        let symbols = (start, start + symbols.len() as u32);
        Self { folded, symbols, filter: (filter, filters.len() as u32) }
    }
}

impl SymbolSets {
    /// Adds a set; gives its number.
    pub(super) fn push(&mut self, symbols: impl Iterator<Item = u32>) -> u32 {
        let start = self.symbols.len() as u32;
        self.symbols.extend(symbols);
        let symbols = self.symbols.get(start as usize..).unwrap_or_default();
        self.sets.push(Place::new(symbols, start, &mut self.filters));
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
    fn rows_come_back_and_values_without_a_row_are_refused() {
        let packed = Packed::new(5, [(1, (7_u8, 9_u32)), (1, (8, 2)), (3, (0, 4))].into_iter());
        let read = |stored: &StoredRows| {
            postcard::from_bytes::<Packed<(u8, u32)>>(&postcard::to_stdvec(stored).unwrap())
        };
        let back: Packed<(u8, u32)> =
            postcard::from_bytes(&postcard::to_stdvec(&packed).unwrap()).unwrap();
        assert_eq!((&back.starts, &back.values), (&packed.starts, &packed.values));
        assert_eq!(back.of(1), [(7, 9), (8, 2)]);
        let stored = |number, rows: &[u32], first: &[u32]| StoredRows {
            number,
            rows: rows.to_vec(),
            first: first.to_vec(),
            second: vec![1; first.len()],
        };
        assert!(read(&stored(4, &[1, 3], &[0, 255])).is_ok());
        assert!(read(&stored(3, &[1, 3], &[0, 255])).is_err(), "no such row");
        assert!(read(&stored(4, &[3, 1], &[0, 255])).is_err(), "not in order");
        assert!(read(&stored(4, &[1, 3], &[0, 256])).is_err(), "no such value");
        assert!(read(&stored(4, &[1], &[0, 255])).is_err(), "a value without a row");
        assert!(read(&stored(u32::MAX, &[], &[])).is_err(), "more than there may be");
    }

    #[test]
    fn sets_come_back_with_their_filters_and_may_not_end_behind_the_last_symbol() {
        let mut sets = SymbolSets::default();
        sets.push([3, 70, 5000].into_iter());
        sets.push((0..200).map(|n| n * 7));
        let back: SymbolSets = postcard::from_bytes(&postcard::to_stdvec(&sets).unwrap()).unwrap();
        assert_eq!((&back.symbols, &back.filters), (&sets.symbols, &sets.filters));
        assert!(back.of(0).holds(70) && back.of(1).holds(70) && !back.of(1).holds(71));
        let beyond = StoredSets { lengths: vec![2, 2], symbols: vec![1, 2, 3] };
        let bytes = postcard::to_stdvec(&beyond).unwrap();
        assert!(postcard::from_bytes::<SymbolSets>(&bytes).is_err());
    }

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
