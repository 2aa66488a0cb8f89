//! Running the automaton over a normalised message.
//!
//! Each word is looked up ([`Vocabulary`]); neighbouring pieces that may be one word pulled
//! apart are tried joined. The automaton then runs over all readings at once. Time is linear in
//! the message's length, memory is bounded by it and by [`MAX_ACTIVE`].

use std::ops::{Range, RangeInclusive};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::packed::{OwnedSet, Packed, SymbolSets};
use super::raw::steps;
use super::table::{ArtifactError, Output, ROOT, Rule, SYMBOL_END, SYMBOL_START, Tables, WordHash};
use super::vocabulary::{MAX_WORD, MIN_STEM, Own, Vocabulary};
use crate::text::normalize::{Emoji, Glue, MAX_SEGMENT_CHARS, Normalized, Segment, SegmentKind};

/// Partial matches followed at once; later ones are dropped.
const MAX_ACTIVE: usize = 512;
/// Pieces that may be joined to one word.
const MAX_JOIN: usize = 20;
/// Digits of the longest number that may be a word: `15` for `is`.
const MAX_DIGITS_AS_WORD: usize = 4;
/// Words of a message that another language must know beyond those that a rule's language knows.
const CLEARLY_MORE: usize = 2;
/// Words between a rule and the last word of a topic that silences it, at most: so far on, a sentence may
/// be about something else.
pub(crate) const TOPIC_REACH: usize = 6;
/// As how many words of that a comma counts: what stands behind it is likely about something else.
const COMMA: usize = 4;
/// The fewest words of a clause that is about something of its own: the second of "are you alone, mum" is not.
const MIN_CLAUSE: usize = 3;
/// The shortest word that a space may have been put into.
const MIN_SPLIT: usize = 4;

/// Partial matches that a message hands on to the next one, of each kind.
const MAX_BEGUN: usize = 32;

/// Where nothing follows.
const NOWHERE: usize = usize::MAX;

/// The beginning of a match that lies in the message before.
const BEFORE: u32 = u32::MAX;

/// A rule found in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) rule: u32,
    /// Bytes of the message.
    pub(crate) bytes: Range<u32>,
    /// Which sentence of the message it ends in, from 0 on.
    pub(crate) sentence: u32,
    /// Which word of the message it ends with.
    last: usize,
    /// Whether it began in the message before.
    pub(crate) begun_before: bool,
    /// Whether a word of it is pieced together or in disguise wherever it was found.
    pub(crate) pieced: bool,
    /// Whether a guard silences it.
    pub(crate) guarded: bool,
}

/// A guard found in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FoundGuard {
    guard: u32,
    /// Which sentence it ends in.
    sentence: u32,
    /// Which word it ends with.
    last: usize,
}

/// Where an edge behind the first word of a pattern leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Second {
    node: u32,
    /// Words that may be skipped before it.
    gap: u8,
}

/// What may come second: symbols, and where they lead.
#[derive(Debug, Default)]
struct Seconds {
    symbols: OwnedSet,
    nodes: Vec<Second>,
}

impl Seconds {
    /// `edges` are sorted by symbol.
    fn new(edges: &[(u32, Second)]) -> Self {
        Self {
            symbols: OwnedSet::new(edges.iter().map(|(symbol, _)| *symbol).collect()),
            nodes: edges.iter().map(|(_, second)| *second).collect(),
        }
    }
}

/// What a word of a set may begin.
#[derive(Debug, Default)]
struct Beginning {
    /// What it means by itself.
    firsts: Vec<Output>,
    /// What follows it at the beginning of a pattern.
    seconds: Seconds,
    /// The same, without what may not skip a word.
    far_seconds: Seconds,
    /// The widest gap behind it, in words.
    reach: u8,
}

/// The tables, laid out for running.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Matcher {
    rules: Vec<Rule>,
    /// The language of each rule, and a bit set of the languages of each set of symbols.
    #[serde(with = "steps")]
    rule_languages: Vec<u32>,
    #[serde(with = "steps")]
    set_languages: Vec<u32>,
    vocabulary: Vocabulary,
    /// Symbols of each set.
    sets: SymbolSets,
    /// What a word of each set may begin, worked out when a first one is met: most never are.
    #[serde(skip)]
    beginnings: Vec<OnceLock<Box<Beginning>>>,
    /// The set of what any number in digits stands for, and of the two ends of a sentence.
    number: u32,
    start: u32,
    end: u32,
    edges: Packed<(u32, u32)>,
    gaps: Packed<(u8, u32)>,
    outputs: Packed<Output>,
}

impl Matcher {
    /// # Errors
    /// When the words cannot be read.
    pub(crate) fn new(tables: Tables) -> Result<Self, ArtifactError> {
        let nodes = tables.nodes as usize;
        let mut sets = SymbolSets::default();
        for symbols in tables.sets.iter() {
            sets.push(symbols.iter().copied());
        }
        let own = own_symbols(&tables, &mut sets);
        let set_languages = languages_of_sets(&tables, &sets);
        let number = sets.push(tables.numbers.iter().copied());
        let start = sets.push([SYMBOL_START].into_iter());
        let end = sets.push([SYMBOL_END].into_iter());
        let language_of = |rule: &Rule| {
            let language = rule.code.split('.').next().unwrap_or_default();
            tables.languages.iter().position(|known| known == language).unwrap_or(0) as u32
        };
        let mut matcher = Self {
            rule_languages: tables.rules.iter().map(language_of).collect(),
            set_languages,
            vocabulary: Vocabulary::new(&tables, own)?,
            sets,
            edges: Packed::new(nodes, tables.edges.into_iter().map(|(n, s, to)| (n, (s, to)))),
            gaps: Packed::new(nodes, tables.gaps.into_iter().map(|(n, gap, to)| (n, (gap, to)))),
            outputs: Packed::new(nodes, tables.outputs.into_iter()),
            beginnings: Vec::new(),
            rules: tables.rules,
            number,
            start,
            end,
        };
        matcher.make_room();
        Ok(matcher)
    }

    /// Makes room for what is worked out on the way.
    pub(super) fn make_room(&mut self) {
        self.beginnings.resize_with(self.sets.len(), OnceLock::new);
    }

    /// What a word of a set may begin.
    fn beginning(&self, set: u32) -> Option<&Beginning> {
        let slot = self.beginnings.get(set as usize)?;
        Some(slot.get_or_init(|| Box::new(self.beginning_of(set))))
    }

    fn beginning_of(&self, set: u32) -> Beginning {
        // Sorted by symbol.
        let children = self.edges.of(ROOT);
        let mut firsts: Vec<Output> = Vec::new();
        let mut edges: Vec<(u32, Second)> = Vec::new();
        for symbol in self.sets.of(set).symbols {
            let from = children.partition_point(|(known, _)| known < symbol);
            let nodes = children.get(from..).unwrap_or(&[]).iter();
            for (_, node) in nodes.take_while(|(known, _)| known == symbol) {
                firsts.extend(self.outputs.of(*node));
                let second =
                    |gap| move |(symbol, node): &(u32, u32)| (*symbol, Second { node: *node, gap });
                edges.extend(self.edges.of(*node).iter().map(second(0)));
                for (gap, over) in self.gaps.of(*node) {
                    edges.extend(self.edges.of(*over).iter().map(second(*gap)));
                }
            }
        }
        firsts.sort_unstable();
        firsts.dedup();
        edges.sort_unstable();
        edges.dedup();
        let reach = edges.iter().map(|(_, second)| second.gap).max().unwrap_or(0);
        let seconds = Seconds::new(&edges);
        edges.retain(|(_, second)| second.gap > 0);
        Beginning { firsts, seconds, far_seconds: Seconds::new(&edges), reach }
    }

    pub(crate) fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Finds all rules in a message, in the order of where they end, and tells what it began
    /// that the sender's next message may finish. `begun` is that of the message before.
    pub(crate) fn run(&self, message: &Normalized, begun: Option<&Begun>) -> (Vec<Hit>, Begun) {
        let mut run = Run::new(self, begun);
        run.languages.resize(message.segments.len(), 0);
        run.arrivals.push(Arrival { set: self.start, start: 0, age: 0, pieced: false });
        if let Some(begun) = begun {
            run.go_on(message, begun);
        }
        let mut next = Begun::default();
        let mut emoji = message.emoji.iter().peekable();
        for index in 0..message.segments.len() {
            run.arrive(index);
            while let Some(emoji) = emoji.next_if(|emoji| emoji.before as usize <= index) {
                run.emoji(emoji);
            }
            if index + MAX_WORD >= message.segments.len() {
                next.tail = run.tail(message, index).or(next.tail);
            }
            run.step(message, index);
        }
        run.arrive(message.segments.len());
        emoji.for_each(|emoji| run.emoji(emoji));
        run.end(message);
        run.finish(message, begun, next)
    }
}

/// For each set of symbols the bit set of the languages that they belong to, of the first 32.
fn languages_of_sets(tables: &Tables, sets: &SymbolSets) -> Vec<u32> {
    let bit = |symbol: &u32| {
        let language = tables.symbol_starts.partition_point(|start| start <= symbol);
        1_u32.checked_shl(language.saturating_sub(1) as u32).unwrap_or(0)
    };
    let languages = |set| sets.of(set).symbols.iter().map(bit).fold(0, |all, bit| all | bit);
    (0..sets.len() as u32).map(languages).collect()
}

/// For each language with particles, what of each set of symbols belongs to it, as a set; adds the
/// sets that there are not yet. Languages without particles need none.
fn own_symbols(tables: &Tables, sets: &mut SymbolSets) -> Vec<Own> {
    let starts = || tables.symbol_starts.iter().copied();
    let ends = starts().skip(1).chain([tables.symbols]);
    let languages = (0..).zip(starts().zip(ends)).map(|(language, (start, end))| {
        if !tables.prefixes.iter().any(|(other, _)| *other == language) {
            return Own::default();
        }
        let is_own = |symbol: &&u32| (start..end).contains(*symbol);
        Own::new((0..).zip(tables.sets.iter()).filter_map(|(set, symbols)| {
            match symbols.iter().filter(is_own).count() {
                0 => None,
                all if all == symbols.len() => Some((set, set)),
                _ => Some((set, sets.push(symbols.iter().filter(is_own).copied()))),
            }
        }))
    });
    languages.collect()
}

/// What a message began: partial matches, and the hash of its last word, which may be half a
/// word. Numbers only, and few of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Begun {
    behind: Front,
    tail: Option<Tail>,
    /// Guards and rules found: what was said once is not said again by the next message.
    guards: Vec<u32>,
    rules: Vec<u32>,
}

/// Partial matches at one place.
#[derive(Clone, Debug, Default, PartialEq)]
struct Front {
    active: Vec<Item>,
    arrivals: Vec<Arrival>,
}

impl Front {
    /// What the next message may go on with.
    fn new<'i>(
        active: impl Iterator<Item = &'i Item>,
        arrivals: impl Iterator<Item = &'i Arrival>,
    ) -> Self {
        let active = active.map(|item| Item { start: BEFORE, ..*item });
        let arrivals = arrivals.map(|arrival| Arrival { start: BEFORE, ..*arrival });
        Self {
            active: active.take(MAX_BEGUN).collect(),
            arrivals: arrivals.take(MAX_BEGUN).collect(),
        }
    }
}

/// The last word of a message: what was there before it, its hash and its length in letters.
#[derive(Clone, Debug, PartialEq)]
struct Tail {
    before: Front,
    hash: WordHash,
    letters: usize,
}

/// A partial match of two words or more.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Item {
    node: u32,
    /// Byte of the message at which it begins.
    start: u32,
    /// Words that may still be skipped.
    gap: u8,
    /// Whether a word was skipped already.
    skipped: bool,
    /// Whether a word of it was pieced together from a part of what hangs together, or is in
    /// disguise.
    pieced: bool,
}

/// A word that may be the first of many patterns: they are not written out before a second
/// word fits.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Arrival {
    set: u32,
    /// Byte of the message at which it begins.
    start: u32,
    /// Words skipped since.
    age: u8,
    /// As in [`Item`].
    pieced: bool,
}

/// A word, read in one of its ways, and where it stands.
#[derive(Clone, Copy)]
struct Place {
    /// Bytes of the message.
    start: u32,
    end: u32,
    /// The segment that follows.
    to: usize,
    /// As in [`Item`].
    pieced: bool,
}

/// State of one run.
struct Run<'a> {
    matcher: &'a Matcher,
    current: usize,
    arrivals: Vec<Arrival>,
    next_arrivals: Vec<Arrival>,
    /// Partial matches at the current segment and at the next one.
    active: Vec<Item>,
    next: Vec<Item>,
    /// Arrivals and partial matches behind joined words.
    later_arrivals: Vec<(usize, Arrival)>,
    later: Vec<(usize, Item)>,
    /// The sets of the word at hand.
    sets: Vec<u32>,
    /// For each segment the languages that know it as it is written, as a bit set.
    languages: Vec<u32>,
    /// Of a rule those that do not stand within the reach of a topic for the one before.
    hits: Vec<Hit>,
    /// In the order of their last words.
    guards: Vec<FoundGuard>,
    /// How many sentences ended before.
    sentence: u32,
    /// Rules found in the message before.
    known: &'a [u32],
    /// Whether there was one.
    goes_on: bool,
}

impl<'a> Run<'a> {
    fn new(matcher: &'a Matcher, begun: Option<&'a Begun>) -> Self {
        Self {
            matcher,
            known: begun.map_or(&[], |begun| &begun.rules),
            goes_on: begun.is_some(),
            current: 0,
            arrivals: Vec::with_capacity(16),
            next_arrivals: Vec::with_capacity(16),
            active: Vec::with_capacity(32),
            next: Vec::with_capacity(32),
            later_arrivals: Vec::new(),
            later: Vec::new(),
            sets: Vec::with_capacity(8),
            languages: Vec::with_capacity(16),
            hits: Vec::new(),
            guards: Vec::new(),
            sentence: 0,
        }
    }

    /// Takes up what the message before began: a phrase, or the word that it ended in.
    fn go_on(&mut self, message: &Normalized, begun: &Begun) {
        if let (Some(tail), Some(first)) = (&begun.tail, message.segments.first())
            && first.kind != SegmentKind::LetterLike
        {
            self.sets.clear();
            let first = message.hanging_together(0);
            let mut buffer = [' '; MAX_WORD];
            let word = message.joined(first.clone(), &mut buffer).unwrap_or(&[]);
            if tail.letters + word.len() >= MIN_SPLIT {
                let (hash, letters) = (tail.hash, tail.letters);
                let vocabulary = &self.matcher.vocabulary;
                vocabulary.look_up_on(hash, letters, word, letters + 1, &mut self.sets);
            }
            if !self.sets.is_empty() {
                let Front { active, arrivals } = tail.before.clone();
                let begun = std::mem::replace(&mut self.active, active);
                let arrived = std::mem::replace(&mut self.arrivals, arrivals);
                let end = message.bytes(first.end - 1).end;
                self.advance(Place { start: BEFORE, end, to: first.end, pieced: true });
                self.active = begun;
                self.arrivals = arrived;
            }
        }
        self.active.extend(&begun.behind.active);
        self.arrivals.extend(&begun.behind.arrivals);
    }

    /// The word that begins with a segment, if it is the last one of its message and the next
    /// message may go on with it.
    fn tail(&self, message: &Normalized, index: usize) -> Option<Tail> {
        let word = message.hanging_together(index);
        let begins = message.segments.get(index)?.glue != Glue::Direct;
        if !begins || word.end != message.segments.len() {
            return None;
        }
        let mut buffer = [' '; MAX_WORD];
        let word = message.joined(word, &mut buffer)?;
        Some(Tail {
            before: Front::new(self.active.iter(), self.arrivals.iter()),
            hash: word.iter().fold(WordHash::new(), |hash, c| hash.with(*c)),
            letters: word.len(),
        })
    }

    fn step(&mut self, message: &Normalized, index: usize) {
        let Some(segment) = message.segments.get(index) else {
            return;
        };
        // Who writes a phrase in two messages does not end a sentence between them.
        let parted = segment.glue == Glue::Sentence && (index > 0 || !self.goes_on);
        if parted && index > 0 {
            self.end_at(message.bytes(index - 1).end);
            self.sentence += 1;
        }
        if parted {
            self.active.retain(|item| !item.skipped);
            self.arrivals.retain(|arrival| arrival.age == 0);
            let start = message.bytes(index).start;
            let begins = Arrival { set: self.matcher.start, start, age: 0, pieced: false };
            push_arrival(&mut self.arrivals, begins);
        }
        self.sets.clear();
        let word = cap(message.chars(segment));
        let vocabulary = &self.matcher.vocabulary;
        let mut plain = 0;
        match segment.kind {
            SegmentKind::Digits => {
                self.sets.push(self.matcher.number);
                vocabulary.look_up(word, &mut self.sets);
                plain = self.sets.len();
                if word.len() <= MAX_DIGITS_AS_WORD {
                    vocabulary.look_up_misspelled(word, &mut self.sets);
                }
            }
            SegmentKind::Letters => plain = vocabulary.look_up_disguised(word, &mut self.sets),
            SegmentKind::LetterLike => {}
        }
        self.note_languages(plain, index..index + 1);
        let bytes = message.bytes(index);
        let pieced = is_part_of_disguise(message, index);
        let place = Place { start: bytes.start, end: bytes.end, to: index + 1, pieced };
        self.advance_readings(plain, place);
        if segment.bang || message.segments.get(index + 1).is_some_and(|s| s.glue.may_join()) {
            self.join(message, index);
        }
        if segment.glue != Glue::Direct {
            self.join_split(message, index);
        }
        if !parted || index == 0 {
            self.skip(segment.glue.may_join());
        }
    }

    /// Reads an emoji as a word. Whatever waits for the current segment keeps waiting too.
    fn emoji(&mut self, emoji: &Emoji) {
        self.sets.clear();
        self.matcher.vocabulary.look_up_bare(&[emoji.symbol], MIN_STEM, &mut self.sets);
        if !self.sets.is_empty() {
            let Range { start, end } = emoji.bytes;
            self.advance(Place { start, end, to: self.current, pieced: false });
        }
    }

    /// Lets gaps pass over the current segment; a further piece of a word that was pulled
    /// apart costs nothing.
    fn skip(&mut self, piece: bool) {
        for item in &self.active {
            let free = piece && item.skipped;
            if free || item.gap > 0 {
                let gap = if free { item.gap } else { item.gap - 1 };
                push_unique(&mut self.next, Item { gap, skipped: true, ..*item });
            }
        }
        for arrival in &self.arrivals {
            let age = if piece && arrival.age > 0 { arrival.age } else { arrival.age + 1 };
            let reach = self.matcher.beginning(arrival.set).map_or(0, |beginning| beginning.reach);
            if age <= reach {
                push_arrival(&mut self.next_arrivals, Arrival { age, ..*arrival });
            }
        }
    }

    /// Tries neighbouring pieces as one word.
    fn join(&mut self, message: &Normalized, index: usize) {
        let joins = |at: usize| message.segments.get(at).is_some_and(|s| s.glue.may_join());
        let start = message.bytes(index).start;
        let mut word = [' '; MAX_WORD];
        let mut len = 0;
        for at in index..(index + MAX_JOIN).min(message.segments.len()) {
            if at > index && !joins(at) {
                break;
            }
            let Some(segment) = message.segments.get(at) else {
                break;
            };
            for c in message.chars(segment) {
                let Some(slot) = word.get_mut(len) else {
                    return;
                };
                *slot = *c;
                len += 1;
            }
            let pieced = joins(index) || joins(at + 1);
            let place = Place { start, end: message.bytes(at).end, to: at + 1, pieced };
            if segment.bang
                && let Some(slot) = word.get_mut(len)
            {
                *slot = '!';
                self.sets.clear();
                let word = word.get(..=len).unwrap_or(&[]);
                self.matcher.vocabulary.look_up_misspelled(word, &mut self.sets);
                self.advance(Place { pieced: true, ..place });
            }
            if at > index
                && let Some(word) = word.get(..len)
            {
                self.sets.clear();
                let plain = self.matcher.vocabulary.look_up_disguised(word, &mut self.sets);
                self.note_languages(plain, index..at + 1);
                self.advance_readings(plain, place);
            }
        }
    }

    /// Tries two words as one that a space was put into.
    fn join_split(&mut self, message: &Normalized, index: usize) {
        let left = message.hanging_together(index);
        if message.segments.get(left.end).is_none_or(|right| right.glue != Glue::Apart) {
            return;
        }
        let whole = index..message.hanging_together(left.end).end;
        let (mut buffer, mut begun) = ([' '; MAX_WORD], [' '; MAX_WORD]);
        let (Some(word), Some(begun)) =
            (message.joined(whole.clone(), &mut buffer), message.joined(left, &mut begun))
        else {
            return;
        };
        if word.len() < MIN_SPLIT || word.iter().all(char::is_ascii_digit) {
            return;
        }
        // Two words that are known begin no third one.
        let vocabulary = &self.matcher.vocabulary;
        let mut known = |word: &[char]| {
            self.sets.clear();
            vocabulary.look_up_bare(word, usize::MAX, &mut self.sets);
            !self.sets.is_empty()
        };
        let both = known(begun) && known(word.get(begun.len()..).unwrap_or(&[]));
        let min_stem = if both { usize::MAX } else { begun.len() + 1 };
        self.sets.clear();
        self.matcher.vocabulary.look_up_bare(word, min_stem, &mut self.sets);
        if !self.sets.is_empty() {
            let (start, end) = (message.bytes(index).start, message.bytes(whole.end - 1).end);
            self.advance(Place { start, end, to: whole.end, pieced: true });
        }
    }

    /// Moves what waits for segment `index` to the front.
    fn arrive(&mut self, index: usize) {
        self.current = index;
        if index > 0 {
            self.active.clear();
            std::mem::swap(&mut self.active, &mut self.next);
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
                    push_arrival(arrivals, *arrival);
                }
                *at > index
            });
        }
    }

    /// Notes which languages know the first `plain` sets of the word that some segments are.
    fn note_languages(&mut self, plain: usize, segments: Range<usize>) {
        let known = self.sets.iter().take(plain);
        let known = known.filter_map(|set| self.matcher.set_languages.get(*set as usize));
        let known = known.fold(0, |all, languages| all | languages);
        for languages in self.languages.get_mut(segments).unwrap_or(&mut []) {
            *languages |= known;
        }
    }

    /// Follows all edges that a word allows: its first `plain` sets as it is written, the others
    /// in disguise.
    fn advance_readings(&mut self, plain: usize, place: Place) {
        let disguised = self.sets.split_off(plain);
        self.advance(place);
        if !disguised.is_empty() {
            self.sets = disguised;
            self.advance(Place { pieced: true, ..place });
        }
    }

    /// Follows all edges that the word at hand allows.
    fn advance(&mut self, place: Place) {
        let matcher = self.matcher;
        let sets = std::mem::take(&mut self.sets);
        for set in &sets {
            let word = matcher.sets.of(*set);
            for at in 0..self.active.len() {
                let Some(item) = self.active.get(at).copied() else {
                    break;
                };
                for (symbol, child) in matcher.edges.of(item.node) {
                    if word.holds(*symbol) {
                        let pieced = place.pieced || item.pieced;
                        self.reach_node(*child, item.start, Place { pieced, ..place });
                    }
                }
            }
            for at in 0..self.arrivals.len() {
                let Some(arrival) = self.arrivals.get(at).copied() else {
                    break;
                };
                let place = Place { pieced: place.pieced || arrival.pieced, ..place };
                let Some(beginning) = matcher.beginning(arrival.set) else { continue };
                let seconds = match arrival.age {
                    0 => &beginning.seconds,
                    _ => &beginning.far_seconds,
                };
                seconds.symbols.view().meet(&word, |at| {
                    if let Some(second) = seconds.nodes.get(at)
                        && second.gap >= arrival.age
                    {
                        self.reach_node(second.node, arrival.start, place);
                    }
                });
            }
        }
        for set in &sets {
            let Some(beginning) = matcher.beginning(*set) else { continue };
            self.report(&beginning.firsts, place.start, place);
            if beginning.seconds.symbols.is_empty() {
                continue;
            }
            let arrival = Arrival { set: *set, start: place.start, age: 0, pieced: place.pieced };
            if place.to == self.current + 1 {
                push_arrival(&mut self.next_arrivals, arrival);
            } else if place.to == self.current {
                push_arrival(&mut self.arrivals, arrival);
            } else if place.to != NOWHERE && self.later_arrivals.len() < MAX_ACTIVE {
                self.later_arrivals.push((place.to, arrival));
            }
        }
        self.sets = sets;
    }

    /// Notes what reaching a node means, and waits there for the next word.
    fn reach_node(&mut self, node: u32, start: u32, place: Place) {
        let (matcher, pieced) = (self.matcher, place.pieced);
        self.report(matcher.outputs.of(node), start, place);
        if !matcher.edges.of(node).is_empty() {
            self.wait(Item { node, start, gap: 0, skipped: false, pieced }, place.to);
        }
        for (gap, to) in matcher.gaps.of(node) {
            self.wait(Item { node: *to, start, gap: *gap, skipped: false, pieced }, place.to);
        }
    }

    /// Guards do not count when they are pieced together or in disguise: letters in a row spell
    /// too much, and nobody disguises what is harmless.
    fn report(&mut self, outputs: &[Output], start: u32, Place { end, pieced, .. }: Place) {
        for output in outputs {
            match *output {
                Output::Rule(rule) => {
                    let begun_before = start == BEFORE;
                    if begun_before && self.known.contains(&rule) {
                        continue;
                    }
                    let (sentence, last) = (self.sentence, self.current);
                    let here =
                        self.hits.iter_mut().rev().take_while(|hit| hit.sentence == sentence);
                    let mut here = here.take_while(|hit| hit.last + TOPIC_REACH >= last);
                    if let Some(known) = here.find(|hit| hit.rule == rule) {
                        known.pieced &= pieced;
                    } else {
                        let bytes = if begun_before { 0..end } else { start..end };
                        let guarded = false;
                        self.hits.push(Hit {
                            rule,
                            bytes,
                            sentence,
                            last,
                            begun_before,
                            pieced,
                            guarded,
                        });
                    }
                }
                Output::Guard(guard) => {
                    let found = FoundGuard { guard, sentence: self.sentence, last: self.current };
                    let mut here =
                        self.guards.iter().rev().take_while(|known| known.last == found.last);
                    if !pieced && !here.any(|known| *known == found) {
                        self.guards.push(found);
                    }
                }
            }
        }
    }

    fn wait(&mut self, item: Item, at: usize) {
        if at == self.current + 1 {
            push_unique(&mut self.next, item);
        } else if at == self.current {
            push_unique(&mut self.active, item);
        } else if at != NOWHERE && self.later.len() < MAX_ACTIVE {
            self.later.push((at, item));
        }
    }

    fn end(&mut self, message: &Normalized) {
        let end = message.bytes(message.segments.len().wrapping_sub(1)).end;
        let end = message.emoji.last().map_or(end, |emoji| emoji.bytes.end.max(end));
        self.end_at(end);
    }

    /// Finishes what has to stand at the end of a sentence. Nothing follows that, so it waits for
    /// no segment.
    fn end_at(&mut self, end: u32) {
        self.sets.clear();
        self.sets.push(self.matcher.end);
        self.advance(Place { start: end, end, to: NOWHERE, pieced: false });
    }

    fn finish(
        mut self,
        message: &Normalized,
        begun: Option<&Begun>,
        mut next: Begun,
    ) -> (Vec<Hit>, Begun) {
        let earlier = begun.map_or(&[][..], |begun| begun.guards.as_slice());
        let found = std::mem::take(&mut self.guards);
        let mut all: Vec<u32> = found.iter().map(|found| found.guard).collect();
        all.sort_unstable();
        all.dedup();
        for hit in &mut self.hits {
            let Some(rule) = self.matcher.rules.get(hit.rule as usize) else { continue };
            let first =
                message.segments.partition_point(|word| word.bytes().end <= hit.bytes.start);
            let start = found.partition_point(|found| found.last + TOPIC_REACH < first);
            let near =
                found.iter().skip(start).take_while(|found| found.last <= hit.last + TOPIC_REACH);
            let mut near = near.filter(|found| {
                found.sentence == hit.sentence && rule.topics.contains(&found.guard)
            });
            let before = earlier.iter().filter(|_| hit.begun_before);
            hit.guarded = rule.guards.iter().any(|guard| all.binary_search(guard).is_ok())
                || near
                    .any(|found| words_apart(message, first..=hit.last, found.last) <= TOPIC_REACH)
                || before.into_iter().any(|g| rule.guards.contains(g) || rule.topics.contains(g));
        }
        self.hits = once(std::mem::take(&mut self.hits));
        self.silence_other_languages(message);
        next.behind = Front::new(self.active.iter(), self.arrivals.iter());
        next.guards = all.into_iter().take(MAX_BEGUN).collect();
        next.rules = self.hits.iter().map(|hit| hit.rule).take(MAX_BEGUN).collect();
        (self.hits, next)
    }
}

/// How far the last word of a topic lies from the words of a hit; commas between count as words.
fn words_apart(message: &Normalized, hit: RangeInclusive<usize>, topic: usize) -> usize {
    let (from, to) = if topic < *hit.start() {
        (topic, *hit.start())
    } else if topic > *hit.end() {
        (*hit.end(), topic)
    } else {
        return 0;
    };
    let between = message.segments.get(from + 1..=to).unwrap_or(&[]);
    let commas = between.iter().filter(|segment| segment.clause).count();
    if commas == 0 || is_short_clause(message, topic) {
        to - from
    } else {
        to - from + COMMA * commas
    }
}

/// Whether the clause of a word has fewer than [`MIN_CLAUSE`] words.
fn is_short_clause(message: &Normalized, word: usize) -> bool {
    let begins = |segment: &&Segment| segment.clause || segment.glue == Glue::Sentence;
    let before = message.segments.get(..=word).unwrap_or(&[]).iter().rev();
    let behind = message.segments.get(word + 1..).unwrap_or(&[]).iter();
    let words = before.take(MIN_CLAUSE).take_while(|segment| !begins(segment)).count()
        + behind.take(MIN_CLAUSE).take_while(|segment| !begins(segment)).count();
    // The word with which it begins is not among them.
    words + 1 < MIN_CLAUSE
}

/// Of each rule the first hit that no guard silences, or else the first.
fn once(hits: Vec<Hit>) -> Vec<Hit> {
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        match kept.iter_mut().find(|known| known.rule == hit.rule) {
            Some(known) if known.guarded && !hit.guarded => *known = hit,
            Some(_) => (),
            None => kept.push(hit),
        }
    }
    kept
}

impl Run<'_> {
    /// Rules of one language also meet the words of its relatives, and do not know the guards
    /// there. Two things silence them: a guard of another language that silenced the same
    /// behaviour in the same words, if that language knows as much of the message; and another
    /// language that knows these words as well and clearly more of the message.
    fn silence_other_languages(&mut self, message: &Normalized) {
        let mut hits = std::mem::take(&mut self.hits);
        let silenced: Vec<Hit> = hits.iter().filter(|hit| hit.guarded).cloned().collect();
        for hit in hits.iter_mut().filter(|hit| !hit.guarded) {
            // Nobody disguises what is harmless, and in disguise no language knows its words.
            hit.guarded = !hit.pieced
                && (silenced.iter().any(|other| self.speaks_for(other, hit))
                    || self.is_of_another_language(message, hit));
        }
        self.hits = hits;
    }

    /// Whether a hit that a guard silenced is one of the same thing in another language.
    fn speaks_for(&self, silenced: &Hit, hit: &Hit) -> bool {
        let subject = |hit: &Hit| {
            let rule = self.matcher.rules.get(hit.rule as usize);
            rule.map(|rule| (rule.behavior, rule.category))
        };
        let (own, other) = (self.language_of(hit), self.language_of(silenced));
        let meet = hit.bytes.start < silenced.bytes.end && silenced.bytes.start < hit.bytes.end;
        meet && own != other
            && subject(hit) == subject(silenced)
            && known(&self.languages, other) >= known(&self.languages, own)
    }

    fn language_of(&self, hit: &Hit) -> u32 {
        self.matcher.rule_languages.get(hit.rule as usize).copied().unwrap_or(0)
    }

    fn is_of_another_language(&self, message: &Normalized, hit: &Hit) -> bool {
        let begin = message.segments.partition_point(|s| s.bytes().end <= hit.bytes.start);
        let end = message.segments.partition_point(|s| s.bytes().start < hit.bytes.end);
        let words = self.languages.get(begin..end).filter(|_| !hit.begun_before).unwrap_or(&[]);
        let own = self.language_of(hit);
        let (own_words, own_message) = (known(words, own), known(&self.languages, own));
        let knows_more = |other: u32| {
            known(words, other) >= own_words
                && known(&self.languages, other) >= own_message + CLEARLY_MORE
        };
        own_words > 0 && (0..u32::BITS).filter(|other| *other != own).any(knows_more)
    }
}

/// How many of some segments a language knows.
fn known(segments: &[u32], language: u32) -> usize {
    let bit = 1_u32.checked_shl(language).unwrap_or(0);
    segments.iter().filter(|languages| **languages & bit != 0).count()
}

/// Whether a segment is a part of what hangs together, as in `m3`; a number with its unit, as
/// `3pm`, is two words.
fn is_part_of_disguise(message: &Normalized, index: usize) -> bool {
    let direct = |at: usize| message.segments.get(at).is_some_and(|s| s.glue == Glue::Direct);
    let digits =
        |at: usize| message.segments.get(at).is_some_and(|s| s.kind == SegmentKind::Digits);
    match (direct(index), direct(index + 1)) {
        (false, false) => false,
        (false, true) => !digits(index) || direct(index + 2),
        (true, false) => !digits(index - 1) || direct(index - 1),
        (true, true) => true,
    }
}

fn cap(word: &[char]) -> &[char] {
    word.get(..MAX_WORD.min(MAX_SEGMENT_CHARS)).unwrap_or(word)
}

/// Of words that would be gone on with in the same way the first one waits: of letters or emoji in a
/// row there may be any number.
fn push_arrival(arrivals: &mut Vec<Arrival>, arrival: Arrival) {
    let waits = |known: &Arrival| {
        known.set == arrival.set && known.age == arrival.age && known.pieced == arrival.pieced
    };
    if arrivals.len() < MAX_ACTIVE && !arrivals.iter().any(waits) {
        arrivals.push(arrival);
    }
}

fn push_unique(items: &mut Vec<Item>, item: Item) {
    for known in items.iter_mut() {
        if known.node == item.node && known.skipped == item.skipped && known.pieced == item.pieced {
            known.gap = known.gap.max(item.gap);
            return;
        }
    }
    if items.len() < MAX_ACTIVE {
        items.push(item);
    }
}
