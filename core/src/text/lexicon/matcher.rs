//! Running the automaton over a normalised message.
//!
//! Words are looked up by hash; a word that is not known as written is tried without glued
//! particles, with stretched letters shortened and with look-alike digits and symbols read
//! as letters. Neighbouring pieces that may be one word pulled apart are tried joined. The
//! automaton then runs over all readings at once. Time is linear in the message's length,
//! memory is bounded by it and by [`MAX_ACTIVE`].

use std::ops::Range;

use super::table::{Output, ROOT, Rule, SYMBOL_END, SYMBOL_START, Tables, WordHash};
use crate::text::normalize::{Glue, MAX_SEGMENT_CHARS, Normalized, SegmentKind};

/// Partial matches followed at once; later ones are dropped.
const MAX_ACTIVE: usize = 512;
/// Pieces that may be joined to one word.
const MAX_JOIN: usize = 20;
/// Letters of the longest word worth looking up.
const MAX_WORD: usize = 32;
/// The shortest rest of a word after a glued particle.
const MIN_BARE: usize = 2;
/// The shortest word that doubled letters may hide.
const MIN_UNDOUBLED: usize = 4;
/// The shortest beginning that a stem may be.
const MIN_STEM: usize = 2;

const EMPTY: u32 = u32::MAX;

/// A rule found in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) rule: u32,
    /// Segments of the normalised message.
    pub(crate) segments: Range<usize>,
    /// Whether a guard silences it.
    pub(crate) guarded: bool,
}

/// The tables, laid out for running.
#[derive(Debug)]
pub(crate) struct Matcher {
    rules: Vec<Rule>,
    words: HashIndex,
    stems: HashIndex,
    /// Symbols of each set.
    sets: Vec<Vec<u32>>,
    /// Where each set leads from the root, gaps included.
    starts: Vec<Vec<Item>>,
    /// The set of what any number in digits stands for, and of the message's two ends.
    number: u32,
    start: u32,
    end: u32,
    /// 64-bit words of a bit set over all symbols.
    symbol_words: usize,
    edges: ByNode<(u32, u32)>,
    gaps: ByNode<(u8, u32)>,
    outputs: ByNode<Output>,
    prefixes: Vec<Vec<char>>,
}

impl Matcher {
    pub(crate) fn new(tables: Tables) -> Self {
        let nodes = tables.nodes as usize;
        let mut sets = tables.sets;
        let mut add = |symbols: Vec<u32>| {
            sets.push(symbols);
            sets.len() as u32 - 1
        };
        let (number, start) = (add(tables.numbers), add(vec![SYMBOL_START]));
        let end = add(vec![SYMBOL_END]);
        let mut matcher = Self {
            words: HashIndex::new(&tables.words),
            stems: HashIndex::new(&tables.stems),
            edges: ByNode::new(nodes, tables.edges.into_iter().map(|(n, s, to)| (n, (s, to)))),
            gaps: ByNode::new(nodes, tables.gaps.into_iter().map(|(n, gap, to)| (n, (gap, to)))),
            outputs: ByNode::new(nodes, tables.outputs.into_iter()),
            prefixes: tables.prefixes.iter().map(|p| p.chars().collect()).collect(),
            rules: tables.rules,
            symbol_words: (tables.symbols as usize).div_ceil(64),
            starts: Vec::new(),
            number,
            start,
            end,
            sets,
        };
        matcher.starts = matcher.starts_of_sets(tables.symbols as usize);
        matcher
    }

    /// What lies behind the root's edges, by set.
    fn starts_of_sets(&self, symbols: usize) -> Vec<Vec<Item>> {
        let mut by_symbol: Vec<Vec<u32>> = vec![Vec::new(); symbols];
        for (symbol, to) in self.edges.of(ROOT) {
            if let Some(nodes) = by_symbol.get_mut(*symbol as usize) {
                nodes.push(*to);
            }
        }
        let behind = |symbol: &u32| by_symbol.get(*symbol as usize).into_iter().flatten();
        let starts = |set: &Vec<u32>| {
            let mut nodes: Vec<u32> = set.iter().flat_map(behind).copied().collect();
            nodes.sort_unstable();
            nodes.dedup();
            nodes.into_iter().flat_map(|node| self.items(node)).collect()
        };
        self.sets.iter().map(starts).collect()
    }

    /// A node as items: itself, and what its gaps lead to.
    fn items(&self, node: u32) -> impl Iterator<Item = Item> {
        let gaps = self.gaps.of(node).iter().map(|(gap, to)| Item {
            node: *to,
            start: 0,
            gap: *gap,
            skipped: false,
        });
        std::iter::once(Item { node, start: 0, gap: 0, skipped: false }).chain(gaps)
    }

    pub(crate) fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Finds all rules in a message, in the order of where they end.
    pub(crate) fn run(&self, message: &Normalized) -> Vec<Hit> {
        let mut run = Run::new(self);
        run.arrivals.push((self.start, 0));
        for index in 0..message.segments.len() {
            run.step(message, index);
        }
        run.end(message.segments.len());
        run.finish()
    }

    /// Adds the sets of symbols that a word stands for; tells whether there are any.
    fn look_up(&self, word: &[char], out: &mut Vec<u32>) -> bool {
        let before = out.len();
        self.look_up_plain(word, out);
        for prefix in &self.prefixes {
            if let Some(bare) = word.strip_prefix(prefix.as_slice())
                && bare.len() >= MIN_BARE
            {
                self.look_up_plain(bare, out);
            }
        }
        out.len() > before
    }

    fn look_up_plain(&self, word: &[char], out: &mut Vec<u32>) {
        let mut hash = WordHash::new();
        for (index, c) in word.iter().enumerate() {
            hash = hash.with(*c);
            if index + 1 >= MIN_STEM
                && let Some(set) = self.stems.get(hash.get())
            {
                add(set, out);
            }
        }
        if let Some(set) = self.words.get(hash.get()) {
            add(set, out);
        }
    }

    /// Looks a word up as written, then in the disguises that writers use.
    fn look_up_disguised(&self, word: &[char], out: &mut Vec<u32>) {
        if self.look_up(word, out) {
            return;
        }
        let mut buffer = [' '; MAX_WORD];
        let letters_only = word.iter().all(|c| c.is_alphabetic());
        let readings: &[fn(char) -> Option<char>] =
            if letters_only { &[Some] } else { &[leet_as_i, leet_as_l] };
        for reading in readings {
            let Some(plain) = rewrite(word, reading, usize::MAX, &mut buffer) else {
                continue;
            };
            if !letters_only && self.look_up(plain, out) {
                return;
            }
            let longest = longest_run(plain);
            let mut shorter = [' '; MAX_WORD];
            if longest >= 3
                && let Some(doubled) = rewrite(plain, &Some, 2, &mut shorter)
                && self.look_up(doubled, out)
            {
                return;
            }
            if longest >= 2
                && let Some(single) = rewrite(plain, &Some, 1, &mut shorter)
                && (longest >= 3 || single.len() >= MIN_UNDOUBLED)
                && self.look_up(single, out)
            {
                return;
            }
        }
    }
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

fn longest_run(word: &[char]) -> usize {
    word.chunk_by(|a, b| a == b).map(<[char]>::len).max().unwrap_or(0)
}

fn add(set: u32, sets: &mut Vec<u32>) {
    if !sets.contains(&set) {
        sets.push(set);
    }
}

/// A partial match.
#[derive(Clone, Copy, Debug)]
struct Item {
    node: u32,
    start: u32,
    /// Words that may still be skipped.
    gap: u8,
    /// Whether a word was skipped already.
    skipped: bool,
}

/// State of one run. Matches that have only just begun are not written out: `arrivals`
/// holds the sets of the words that end here, and [`Matcher::starts`] what follows of each.
struct Run<'a> {
    matcher: &'a Matcher,
    current: usize,
    arrivals: Vec<(u32, u32)>,
    next_arrivals: Vec<(u32, u32)>,
    /// Partial matches at the current segment and at the next one.
    active: Vec<Item>,
    next: Vec<Item>,
    /// Arrivals and partial matches behind joined words.
    later_arrivals: Vec<(usize, (u32, u32))>,
    later: Vec<(usize, Item)>,
    /// Bit set of the symbols of the word at hand.
    symbols: Vec<u64>,
    hits: Vec<Hit>,
    guards: Vec<u32>,
}

impl<'a> Run<'a> {
    fn new(matcher: &'a Matcher) -> Self {
        Self {
            matcher,
            current: 0,
            arrivals: Vec::with_capacity(4),
            next_arrivals: Vec::with_capacity(4),
            active: Vec::with_capacity(32),
            next: Vec::with_capacity(32),
            later_arrivals: Vec::new(),
            later: Vec::new(),
            symbols: vec![0; matcher.symbol_words],
            hits: Vec::new(),
            guards: Vec::new(),
        }
    }

    fn step(&mut self, message: &Normalized, index: usize) {
        let Some(segment) = message.segments.get(index) else {
            return;
        };
        self.arrive(index);
        if segment.glue == Glue::Sentence {
            self.active.retain(|item| !item.skipped);
        }
        let mut sets = Vec::with_capacity(4);
        match segment.kind {
            SegmentKind::Digits => {
                sets.push(self.matcher.number);
                self.matcher.look_up(cap(message.chars(segment)), &mut sets);
            }
            SegmentKind::Letters => {
                self.matcher.look_up_disguised(cap(message.chars(segment)), &mut sets);
            }
            SegmentKind::LetterLike => {}
        }
        self.advance(&sets, index, index + 1);
        self.join(message, index, &mut sets);
        if segment.glue != Glue::Sentence {
            self.skip(segment.glue.may_join());
        }
    }

    /// Lets gaps pass over the current segment; a further piece of a word that was pulled
    /// apart costs nothing.
    fn skip(&mut self, piece: bool) {
        let mut pass = |item: &Item| {
            let free = piece && item.skipped;
            if free || item.gap > 0 {
                let gap = if free { item.gap } else { item.gap - 1 };
                push_unique(&mut self.next, Item { gap, skipped: true, ..*item });
            }
        };
        self.active.iter().for_each(&mut pass);
        for (set, start) in &self.arrivals {
            for item in self.matcher.starts.get(*set as usize).into_iter().flatten() {
                pass(&Item { start: *start, ..*item });
            }
        }
    }

    /// Tries neighbouring pieces as one word.
    fn join(&mut self, message: &Normalized, index: usize, sets: &mut Vec<u32>) {
        let joins = |at: usize| message.segments.get(at).is_some_and(|s| s.glue.may_join());
        if !joins(index + 1) {
            return;
        }
        let mut word = [' '; MAX_WORD];
        let mut len = 0;
        for end in index..(index + MAX_JOIN).min(message.segments.len()) {
            if end > index && !joins(end) {
                break;
            }
            let Some(segment) = message.segments.get(end) else {
                break;
            };
            for c in message.chars(segment) {
                let Some(slot) = word.get_mut(len) else {
                    return;
                };
                *slot = *c;
                len += 1;
            }
            if end > index
                && let Some(word) = word.get(..len)
            {
                sets.clear();
                self.matcher.look_up_disguised(word, sets);
                self.advance(sets, index, end + 1);
            }
        }
    }

    /// Moves what waits for segment `index` to the front.
    fn arrive(&mut self, index: usize) {
        self.current = index;
        self.active.clear();
        std::mem::swap(&mut self.active, &mut self.next);
        if index > 0 {
            self.arrivals.clear();
            std::mem::swap(&mut self.arrivals, &mut self.next_arrivals);
        }
        if !self.later.is_empty() {
            let active = &mut self.active;
            self.later.retain(|(at, item)| {
                if *at == index {
                    push_unique(active, *item);
                }
                *at > index
            });
        }
        if !self.later_arrivals.is_empty() {
            let arrivals = &mut self.arrivals;
            self.later_arrivals.retain(|(at, arrival)| {
                if *at == index {
                    arrivals.push(*arrival);
                }
                *at > index
            });
        }
    }

    /// Follows all edges that a word between segments `from..to` allows.
    fn advance(&mut self, sets: &[u32], from: usize, to: usize) {
        let matcher = self.matcher;
        for set in sets {
            for symbol in matcher.sets.get(*set as usize).into_iter().flatten() {
                if let Some(word) = self.symbols.get_mut(*symbol as usize / 64) {
                    *word |= 1 << (symbol % 64);
                }
            }
        }
        if !sets.is_empty() {
            for at in 0..self.active.len() {
                let Some(item) = self.active.get(at).copied() else {
                    break;
                };
                self.follow(&item, to);
            }
            for at in 0..self.arrivals.len() {
                let Some((set, start)) = self.arrivals.get(at).copied() else {
                    break;
                };
                for item in matcher.starts.get(set as usize).into_iter().flatten() {
                    self.follow(&Item { start, ..*item }, to);
                }
            }
        }
        for set in sets {
            for symbol in matcher.sets.get(*set as usize).into_iter().flatten() {
                if let Some(word) = self.symbols.get_mut(*symbol as usize / 64) {
                    *word = 0;
                }
            }
            let arrival = (*set, from as u32);
            for item in matcher.starts.get(*set as usize).into_iter().flatten() {
                self.report(item.node, arrival.1, to);
            }
            if to == self.current + 1 {
                self.next_arrivals.push(arrival);
            } else if self.later_arrivals.len() < MAX_ACTIVE {
                self.later_arrivals.push((to, arrival));
            }
        }
    }

    fn follow(&mut self, item: &Item, to: usize) {
        let matcher = self.matcher;
        for (symbol, child) in matcher.edges.of(item.node) {
            let word = self.symbols.get(*symbol as usize / 64).copied().unwrap_or(0);
            if word >> (symbol % 64) & 1 == 1 {
                self.report(*child, item.start, to);
                for next in matcher.items(*child) {
                    self.wait(Item { start: item.start, ..next }, to);
                }
            }
        }
    }

    /// Notes what reaching a node means.
    fn report(&mut self, node: u32, start: u32, at: usize) {
        for output in self.matcher.outputs.of(node) {
            match *output {
                Output::Rule(rule) => {
                    if !self.hits.iter().any(|hit| hit.rule == rule) {
                        let segments = start as usize..at;
                        self.hits.push(Hit { rule, segments, guarded: false });
                    }
                }
                Output::Guard(guard) => {
                    if !self.guards.contains(&guard) {
                        self.guards.push(guard);
                    }
                }
            }
        }
    }

    fn wait(&mut self, item: Item, at: usize) {
        if at == self.current + 1 {
            push_unique(&mut self.next, item);
        } else if self.later.len() < MAX_ACTIVE {
            self.later.push((at, item));
        }
    }

    fn end(&mut self, at: usize) {
        self.arrive(at);
        self.advance(&[self.matcher.end], at, at);
    }

    fn finish(mut self) -> Vec<Hit> {
        for hit in &mut self.hits {
            let rule = self.matcher.rules.get(hit.rule as usize);
            let guards = rule.map_or(&[][..], |rule| rule.guards.as_slice());
            hit.guarded = guards.iter().any(|guard| self.guards.contains(guard));
        }
        self.hits
    }
}

fn cap(word: &[char]) -> &[char] {
    word.get(..MAX_WORD.min(MAX_SEGMENT_CHARS)).unwrap_or(word)
}

fn push_unique(items: &mut Vec<Item>, item: Item) {
    for known in items.iter_mut() {
        if known.node == item.node && known.skipped == item.skipped {
            known.gap = known.gap.max(item.gap);
            return;
        }
    }
    if items.len() < MAX_ACTIVE {
        items.push(item);
    }
}

/// An open-addressing table from well-mixed hashes to indices.
#[derive(Debug)]
struct HashIndex {
    slots: Vec<(u64, u32)>,
    shift: u32,
}

impl HashIndex {
    fn new(entries: &[(u64, u32)]) -> Self {
        let bits = (entries.len().max(1) * 2).next_power_of_two().trailing_zeros().max(4);
        let mut index = Self { slots: vec![(0, EMPTY); 1 << bits], shift: 64 - bits };
        for (hash, value) in entries {
            let mut at = index.place(*hash);
            while let Some(slot) = index.slots.get_mut(at) {
                if slot.1 == EMPTY || slot.0 == *hash {
                    *slot = (*hash, *value);
                    break;
                }
                at = (at + 1) & ((1 << bits) - 1);
            }
        }
        index
    }

    fn place(&self, hash: u64) -> usize {
        (hash.wrapping_mul(0xD6E8_FEB8_6659_FD93) >> self.shift) as usize
    }

    fn get(&self, hash: u64) -> Option<u32> {
        let mask = self.slots.len() - 1;
        let mut at = self.place(hash);
        loop {
            let (found, value) = *self.slots.get(at)?;
            if value == EMPTY {
                return None;
            }
            if found == hash {
                return Some(value);
            }
            at = (at + 1) & mask;
        }
    }
}

/// Values by node, packed.
#[derive(Debug)]
struct ByNode<T> {
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T> ByNode<T> {
    /// `entries` are sorted by node.
    fn new(nodes: usize, entries: impl Iterator<Item = (u32, T)>) -> Self {
        let mut starts = Vec::with_capacity(nodes + 1);
        let mut values = Vec::new();
        for (node, value) in entries {
            while starts.len() <= node as usize {
                starts.push(values.len() as u32);
            }
            values.push(value);
        }
        starts.resize(nodes + 1, values.len() as u32);
        Self { starts, values }
    }

    fn of(&self, node: u32) -> &[T] {
        let node = node as usize;
        match (self.starts.get(node), self.starts.get(node + 1)) {
            (Some(start), Some(end)) => {
                self.values.get(*start as usize..*end as usize).unwrap_or(&[])
            }
            _ => &[],
        }
    }
}
