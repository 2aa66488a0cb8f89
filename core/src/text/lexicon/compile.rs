//! Rule files -> one automaton over all languages.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::pattern::{self, Element};
use super::source::{LexiconIssue, LexiconIssueKind as Kind, Locator, RuleFile, SCHEMA_VERSION};
use super::table::{
    FIRST_WORD_SYMBOL, Output, ROOT, Rule, SYMBOL_END, SYMBOL_NUMBER, SYMBOL_START, Tables, Words,
};
use crate::taxonomy::Category;

/// Nodes that one pattern may take.
const MAX_PATTERN_NODES: usize = 4096;
/// How deep classes may name each other.
const MAX_CLASS_DEPTH: usize = 6;

/// Rule files by name, in the order in which they were given.
pub(crate) type Sources<'a> = [(&'a str, &'a str)];

/// Compiles rule files; all problems of all files are reported at once.
///
/// `known_sources` are the keys of the bibliography.
pub(crate) fn compile(
    version: &str,
    sources: &Sources<'_>,
    known_sources: &BTreeSet<String>,
) -> Result<Tables, Vec<LexiconIssue>> {
    let mut compiler = Compiler::new(version, known_sources);
    for (file, text) in sources {
        let locator = Locator { file, text };
        match locator.read() {
            Ok(rules) => compiler.add(&locator, &rules),
            Err(issue) => compiler.issues.push(issue),
        }
    }
    compiler.finish()
}

/// The keys of `sources.toml`.
pub(crate) fn bibliography_keys(file: &str, text: &str) -> Result<BTreeSet<String>, LexiconIssue> {
    let locator = Locator { file, text };
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        locator.issue(offset, None, Kind::Syntax(error.message().trim_end().to_owned()))
    })?;
    Ok(table.keys().cloned().collect())
}

#[derive(Default, PartialEq, Eq, PartialOrd, Ord)]
struct Node {
    edges: BTreeSet<(u32, u32)>,
    gaps: BTreeSet<(u8, u32)>,
    outputs: BTreeSet<Output>,
    /// Reached over a gap: a pattern does not end here.
    open: bool,
}

struct Compiler<'a> {
    known_sources: &'a BTreeSet<String>,
    tables: Tables,
    nodes: Vec<Node>,
    words: BTreeMap<String, BTreeSet<u32>>,
    stems: BTreeMap<String, BTreeSet<u32>>,
    /// Choices that any number in digits satisfies.
    numbers: BTreeSet<u32>,
    /// Glued particles, with the number of their language.
    prefixes: BTreeSet<(u32, String)>,
    files: BTreeMap<String, String>,
    issues: Vec<LexiconIssue>,
}

/// What is known while one file is compiled.
struct Scope<'a> {
    locator: &'a Locator<'a>,
    transcriptions: Vec<(String, String)>,
    spellings: BTreeMap<String, BTreeSet<String>>,
    classes: BTreeMap<String, Vec<Vec<Element>>>,
    words: BTreeMap<String, u32>,
    stems: BTreeMap<String, u32>,
    choices: BTreeMap<Vec<Element>, u32>,
    /// Where an element leads from some nodes, if a pattern had it there already: patterns
    /// that begin alike share their beginning.
    linked: BTreeMap<(Vec<u32>, Element), Vec<u32>>,
}

impl<'a> Compiler<'a> {
    fn new(version: &str, known_sources: &'a BTreeSet<String>) -> Self {
        let tables =
            Tables { version: version.to_owned(), symbols: FIRST_WORD_SYMBOL, ..Tables::default() };
        Self {
            known_sources,
            tables,
            nodes: vec![Node::default()],
            words: BTreeMap::new(),
            stems: BTreeMap::new(),
            numbers: BTreeSet::from([SYMBOL_NUMBER]),
            prefixes: BTreeSet::new(),
            files: BTreeMap::new(),
            issues: Vec::new(),
        }
    }

    fn add(&mut self, locator: &Locator<'_>, file: &RuleFile) {
        if *file.schema_version.get_ref() != SCHEMA_VERSION {
            let kind = Kind::SchemaVersion(*file.schema_version.get_ref());
            self.issues.push(locator.issue(file.schema_version.span().start, None, kind));
            return;
        }
        let language = &file.language;
        if let Some(other) = self.files.insert(language.clone(), locator.file.to_owned()) {
            let kind = Kind::DuplicateLanguage(language.clone(), other);
            self.issues.push(locator.issue(0, None, kind));
            return;
        }
        self.tables.languages.push(language.clone());
        self.tables.symbol_starts.push(self.tables.symbols);
        let mut scope = Scope {
            locator,
            transcriptions: file.transcriptions.clone().into_iter().collect(),
            spellings: BTreeMap::new(),
            classes: BTreeMap::new(),
            words: BTreeMap::new(),
            stems: BTreeMap::new(),
            choices: BTreeMap::new(),
            linked: BTreeMap::new(),
        };
        self.read_spellings(&mut scope, file);
        self.read_classes(&mut scope, file);
        for prefix in &file.clitics.prefixes {
            if let Some(prefix) = self.normal(&scope, prefix) {
                self.prefixes.insert((self.tables.languages.len() as u32 - 1, prefix));
            }
        }
        let guards = self.read_guards(&mut scope, &file.guards);
        let topics = self.read_guards(&mut scope, &file.topics);
        let mut ids = BTreeMap::new();
        for rule in &file.rules {
            self.add_rule(&mut scope, file, rule, &guards, &topics, &mut ids);
        }
    }

    fn normal(&mut self, scope: &Scope<'_>, word: &Spanned<String>) -> Option<String> {
        match pattern::normal_word(word.get_ref()) {
            Ok(word) => Some(word),
            Err(error) => {
                let kind = Kind::Pattern(word.get_ref().clone(), error);
                self.issues.push(scope.locator.issue(word.span().start, None, kind));
                None
            }
        }
    }

    fn read_spellings(&mut self, scope: &mut Scope<'_>, file: &RuleFile) {
        for (word, variants) in &file.spellings {
            let Some(canonical) = self.normal(scope, word) else {
                continue;
            };
            let mut spellings = BTreeSet::new();
            for variant in variants {
                spellings.extend(self.normal(scope, variant));
                let other = pattern::transcribed(variant.get_ref(), &scope.transcriptions);
                spellings.extend(other.and_then(|other| pattern::normal_word(&other).ok()));
            }
            scope.spellings.insert(canonical, spellings);
        }
    }

    fn read_classes(&mut self, scope: &mut Scope<'_>, file: &RuleFile) {
        for (name, entries) in &file.classes {
            let mut parsed = Vec::new();
            for entry in entries {
                parsed.extend(self.parse(scope, None, entry));
            }
            scope.classes.insert(name.get_ref().clone(), parsed);
        }
        for (name, entries) in &file.classes {
            if self.cyclic(scope, name.get_ref(), 0) {
                let offset = entries.first().map_or(name.span().start, |e| e.span().start);
                let kind = Kind::CyclicClass(name.get_ref().clone());
                self.issues.push(scope.locator.issue(offset, None, kind));
                scope.classes.insert(name.get_ref().clone(), Vec::new());
            }
        }
    }

    fn cyclic(&self, scope: &Scope<'_>, class: &str, depth: usize) -> bool {
        fn mentions(elements: &[Element], found: &mut Vec<String>) {
            for element in elements {
                match element {
                    Element::Class(name) => found.push(name.clone()),
                    Element::Choice(choices) => choices.iter().for_each(|c| mentions(c, found)),
                    _ => {}
                }
            }
        }
        if depth > MAX_CLASS_DEPTH {
            return true;
        }
        let mut found = Vec::new();
        for entry in scope.classes.get(class).into_iter().flatten() {
            mentions(entry, &mut found);
        }
        found.iter().any(|name| self.cyclic(scope, name, depth + 1))
    }

    fn read_guards(
        &mut self,
        scope: &mut Scope<'_>,
        named: &BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    ) -> BTreeMap<String, u32> {
        let mut guards = BTreeMap::new();
        for (name, patterns) in named {
            let guard = self.new_guard();
            guards.insert(name.get_ref().clone(), guard);
            for pattern in patterns {
                self.insert(scope, None, pattern, Output::Guard(guard));
            }
        }
        guards
    }

    fn new_guard(&mut self) -> u32 {
        self.tables.guards += 1;
        self.tables.guards - 1
    }

    fn add_rule(
        &mut self,
        scope: &mut Scope<'_>,
        file: &RuleFile,
        rule: &super::source::RuleSource,
        named_guards: &BTreeMap<String, u32>,
        named_topics: &BTreeMap<String, u32>,
        ids: &mut BTreeMap<String, usize>,
    ) {
        let id = rule.id.get_ref().as_str();
        let at = rule.id.span().start;
        let mut problems = Vec::new();
        if let Some(line) = ids.insert(id.to_owned(), scope.locator.line(at)) {
            problems.push((at, Kind::DuplicateId(line)));
        }
        let weight = *rule.weight.get_ref();
        if !(weight > 0.0 && weight <= 1.0) {
            problems.push((rule.weight.span().start, Kind::Weight(weight)));
        }
        let severity = *rule.severity.get_ref();
        if severity > 7 {
            problems.push((rule.severity.span().start, Kind::Severity(severity)));
        }
        if !self.known_sources.contains(rule.source.get_ref()) {
            let kind =
                Kind::UnknownSource(rule.source.get_ref().clone(), listed(self.known_sources));
            problems.push((rule.source.span().start, kind));
        }
        if rule.patterns.is_empty() {
            problems.push((at, Kind::NoPatterns));
        }
        if rule.examples.is_empty() {
            problems.push((at, Kind::NoExamples));
        }
        let category = rule.category.or_else(|| rule.behavior.map(|b| b.category()));
        if category.is_none() {
            problems.push((at, Kind::NoSubject));
        }

        let index = self.tables.rules.len() as u32;
        let (mut guards, mut topics) = (Vec::new(), Vec::new());
        let mut own_guard = None;
        for unless in &rule.unless {
            if let Some(name) = unless.get_ref().strip_prefix('@') {
                match (named_guards.get(name), named_topics.get(name)) {
                    (Some(guard), _) => guards.push(*guard),
                    (None, Some(topic)) => topics.push(*topic),
                    (None, None) => {
                        let known = named_guards.keys().chain(named_topics.keys());
                        let known = known.cloned().collect();
                        let kind = Kind::UnknownGuard(name.to_owned(), listed(&known));
                        problems.push((unless.span().start, kind));
                    }
                }
            } else {
                let guard = *own_guard.get_or_insert_with(|| self.new_guard());
                self.insert(scope, Some(id), unless, Output::Guard(guard));
            }
        }
        guards.extend(own_guard);
        for (offset, kind) in problems {
            self.issues.push(scope.locator.issue(offset, Some(id), kind));
        }
        for pattern in &rule.patterns {
            self.insert(scope, Some(id), pattern, Output::Rule(index));
        }
        self.tables.rules.push(Rule {
            code: format!("{}.{id}", file.language).into(),
            behavior: rule.behavior,
            category: category.unwrap_or(Category::Grooming),
            direction: rule.direction,
            weight,
            severity,
            decisive: rule.decisive,
            source: rule.source.get_ref().clone(),
            guards,
            topics,
        });
    }

    fn parse(
        &mut self,
        scope: &Scope<'_>,
        rule: Option<&str>,
        text: &Spanned<String>,
    ) -> Option<Vec<Element>> {
        match pattern::parse(text.get_ref(), &scope.transcriptions) {
            Ok(elements) => Some(elements),
            Err(error) => {
                let kind = Kind::Pattern(text.get_ref().clone(), error);
                self.issues.push(scope.locator.issue(text.span().start, rule, kind));
                None
            }
        }
    }

    /// Parses one pattern and links it into the automaton.
    fn insert(
        &mut self,
        scope: &mut Scope<'_>,
        rule: Option<&str>,
        text: &Spanned<String>,
        output: Output,
    ) {
        let Some(elements) = self.parse(scope, rule, text) else {
            return;
        };
        let before = self.nodes.len();
        let ends = self.link(scope, &elements, vec![ROOT], None, 0);
        let kind = match ends {
            Ok(_) if self.nodes.len() - before > MAX_PATTERN_NODES => {
                Kind::PatternTooLarge(text.get_ref().clone(), MAX_PATTERN_NODES)
            }
            Ok(ends) => {
                for end in ends.into_iter().filter(|end| *end != ROOT) {
                    if let Some(node) = self.nodes.get_mut(end as usize)
                        && !node.open
                    {
                        node.outputs.insert(output);
                    }
                }
                return;
            }
            Err(kind) => kind,
        };
        self.issues.push(scope.locator.issue(text.span().start, rule, kind));
    }

    fn new_node(&mut self) -> u32 {
        self.nodes.push(Node::default());
        self.nodes.len() as u32 - 1
    }

    /// Links `elements` behind the nodes `starts`; gives the nodes at which they end. `into`
    /// is where the last word leads, if that is already decided.
    fn link(
        &mut self,
        scope: &mut Scope<'_>,
        elements: &[Element],
        starts: Vec<u32>,
        into: Option<u32>,
        depth: usize,
    ) -> Result<Vec<u32>, Kind> {
        let mut at = starts;
        for (index, element) in elements.iter().enumerate() {
            let into = into.filter(|_| index + 1 == elements.len());
            let from = (at.clone(), element.clone());
            if let Some(known) = scope.linked.get(&from).filter(|_| into.is_none()) {
                at.clone_from(known);
                continue;
            }
            at = match element {
                Element::Choice(choices) => self.link_choice(scope, choices, at, into, depth)?,
                Element::Class(name) => {
                    let Some(entries) = scope.classes.get(name).cloned() else {
                        let known = scope.classes.keys().cloned().collect();
                        return Err(Kind::UnknownClass(name.to_owned(), listed(&known)));
                    };
                    if depth > MAX_CLASS_DEPTH {
                        return Err(Kind::CyclicClass(name.to_owned()));
                    }
                    self.link_choice(scope, &entries, at, into, depth + 1)?
                }
                Element::Gap(gap) => {
                    let to = self.new_node();
                    for from in at.into_iter().filter(|from| *from != ROOT) {
                        if let Some(node) = self.nodes.get_mut(from as usize) {
                            node.gaps.insert((*gap, to));
                        }
                    }
                    if let Some(node) = self.nodes.get_mut(to as usize) {
                        node.open = true;
                    }
                    vec![to]
                }
                single => {
                    let symbol = self.symbol(scope, single);
                    vec![self.step(&at, symbol, into)]
                }
            };
            if into.is_none() {
                scope.linked.insert(from, at.clone());
            }
        }
        Ok(at)
    }

    /// Links alternatives: they share their end, single words among them one symbol, and
    /// those that begin alike their beginning.
    fn link_choice(
        &mut self,
        scope: &mut Scope<'_>,
        choices: &[Vec<Element>],
        starts: Vec<u32>,
        into: Option<u32>,
        depth: usize,
    ) -> Result<Vec<u32>, Kind> {
        let end = into.unwrap_or_else(|| self.new_node());
        let mut singles: BTreeSet<&Element> = BTreeSet::new();
        let mut longer: BTreeMap<&Element, Vec<&[Element]>> = BTreeMap::new();
        let mut ends = BTreeSet::new();
        let mut rest: Vec<&Vec<Element>> = choices.iter().rev().collect();
        while let Some(choice) = rest.pop() {
            match choice.as_slice() {
                [] => ends.extend(&starts),
                [single @ (Element::Word(_) | Element::Stem(_) | Element::Number)] => {
                    singles.insert(single);
                }
                [Element::Choice(inner)] => rest.extend(inner.iter().rev()),
                [first, behind @ ..] => longer.entry(first).or_default().push(behind),
            }
        }
        for (first, behind) in longer {
            let mut sequence = vec![first.clone()];
            match behind.as_slice() {
                [only] => sequence.extend_from_slice(only),
                _ => {
                    sequence.push(Element::Choice(behind.iter().map(|s| s.to_vec()).collect()));
                }
            }
            ends.extend(self.link(scope, &sequence, starts.clone(), Some(end), depth)?);
        }
        if let Some(first) = singles.first() {
            let symbol = if singles.len() == 1 {
                self.symbol(scope, first)
            } else {
                self.choice_symbol(scope, &singles)
            };
            ends.insert(self.step(&starts, symbol, Some(end)));
        }
        Ok(ends.into_iter().collect())
    }

    fn step(&mut self, starts: &[u32], symbol: u32, into: Option<u32>) -> u32 {
        let to = into.unwrap_or_else(|| self.new_node());
        for from in starts {
            if let Some(node) = self.nodes.get_mut(*from as usize) {
                node.edges.insert((symbol, to));
            }
        }
        to
    }

    fn symbol(&mut self, scope: &mut Scope<'_>, single: &Element) -> u32 {
        match single {
            Element::Word(word) => self.word_symbol(scope, word),
            Element::Stem(stem) => self.stem_symbol(scope, stem),
            Element::Start => SYMBOL_START,
            Element::End => SYMBOL_END,
            _ => SYMBOL_NUMBER,
        }
    }

    fn choice_symbol(&mut self, scope: &mut Scope<'_>, singles: &BTreeSet<&Element>) -> u32 {
        let key: Vec<Element> = singles.iter().copied().cloned().collect();
        if let Some(symbol) = scope.choices.get(&key) {
            return *symbol;
        }
        let symbol = self.new_symbol();
        for single in &key {
            match single {
                Element::Word(word) => self.add_word(scope, word, symbol),
                Element::Stem(stem) => {
                    self.stems.entry(stem.clone()).or_default().insert(symbol);
                }
                _ => {
                    self.numbers.insert(symbol);
                }
            }
        }
        scope.choices.insert(key, symbol);
        symbol
    }

    fn new_symbol(&mut self) -> u32 {
        self.tables.symbols += 1;
        self.tables.symbols - 1
    }

    fn word_symbol(&mut self, scope: &mut Scope<'_>, word: &str) -> u32 {
        if let Some(symbol) = scope.words.get(word) {
            return *symbol;
        }
        let symbol = self.new_symbol();
        scope.words.insert(word.to_owned(), symbol);
        self.add_word(scope, word, symbol);
        symbol
    }

    /// Makes a word, in all its spellings, stand for a symbol.
    fn add_word(&mut self, scope: &Scope<'_>, word: &str, symbol: u32) {
        self.words.entry(word.to_owned()).or_default().insert(symbol);
        for variant in scope.spellings.get(word).into_iter().flatten() {
            self.words.entry(variant.clone()).or_default().insert(symbol);
        }
    }

    fn stem_symbol(&mut self, scope: &mut Scope<'_>, stem: &str) -> u32 {
        if let Some(symbol) = scope.stems.get(stem) {
            return *symbol;
        }
        let symbol = self.new_symbol();
        scope.stems.insert(stem.to_owned(), symbol);
        self.stems.entry(stem.to_owned()).or_default().insert(symbol);
        symbol
    }

    fn finish(mut self) -> Result<Tables, Vec<LexiconIssue>> {
        if !self.issues.is_empty() {
            self.issues.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
            return Err(self.issues);
        }
        let mut sets: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let mut coded = |words: &BTreeMap<String, BTreeSet<u32>>| {
            Words::new(words.iter().map(|(word, symbols)| {
                let next = sets.len() as u32;
                let set = *sets.entry(symbols.iter().copied().collect()).or_insert(next);
                (word.as_str(), set)
            }))
        };
        self.tables.words = coded(&self.words);
        self.tables.stems = coded(&self.stems);
        let mut by_index: Vec<(u32, Vec<u32>)> = sets.into_iter().map(|(s, i)| (i, s)).collect();
        by_index.sort_unstable();
        by_index.into_iter().for_each(|(_, symbols)| self.tables.sets.push(symbols.into_iter()));
        let nodes = minimal(&self.nodes);
        self.tables.nodes = nodes.len() as u32;
        for (index, node) in (0..).zip(&nodes) {
            self.tables.edges.extend(node.edges.iter().map(|(s, to)| (index, *s, *to)));
            self.tables.gaps.extend(node.gaps.iter().map(|(gap, to)| (index, *gap, *to)));
            self.tables.outputs.extend(node.outputs.iter().map(|output| (index, *output)));
        }
        self.tables.numbers = self.numbers.into_iter().collect();
        self.tables.prefixes = self.prefixes.into_iter().collect();
        Ok(self.tables)
    }
}

/// Merges nodes from which the same follows, and numbers the rest by their distance from the
/// root. The automaton has no cycles: a pattern only leads on.
fn minimal(nodes: &[Node]) -> Vec<Node> {
    let mut merged: Vec<Option<u32>> = vec![None; nodes.len()];
    let mut known: BTreeMap<Node, u32> = BTreeMap::new();
    let mut path = vec![(ROOT, false)];
    while let Some((index, children_done)) = path.pop() {
        let Some(node) = nodes.get(index as usize) else {
            continue;
        };
        let new = |old: u32| merged.get(old as usize).copied().flatten();
        if new(index).is_some() {
            continue;
        }
        if !children_done {
            path.push((index, true));
            let children = node.edges.iter().map(|(_, to)| *to);
            let children = children.chain(node.gaps.iter().map(|(_, to)| *to));
            path.extend(children.filter(|child| new(*child).is_none()).map(|child| (child, false)));
            continue;
        }
        let signature = Node {
            edges: node.edges.iter().filter_map(|(s, to)| Some((*s, new(*to)?))).collect(),
            gaps: node.gaps.iter().filter_map(|(gap, to)| Some((*gap, new(*to)?))).collect(),
            outputs: node.outputs.clone(),
            open: false,
        };
        let next = known.len() as u32;
        let number = *known.entry(signature).or_insert(next);
        if let Some(slot) = merged.get_mut(index as usize) {
            *slot = Some(number);
        }
    }
    let mut by_number: Vec<Node> = Vec::with_capacity(known.len());
    let mut sorted: Vec<(u32, Node)> = known.into_iter().map(|(node, n)| (n, node)).collect();
    sorted.sort_unstable_by_key(|(number, _)| *number);
    by_number.extend(sorted.into_iter().map(|(_, node)| node));
    breadth_first(&by_number, merged.first().copied().flatten().unwrap_or(ROOT))
}

/// Numbers nodes in the order in which they are met from `root`, which becomes [`ROOT`].
fn breadth_first(nodes: &[Node], root: u32) -> Vec<Node> {
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::from([(root, ROOT)]);
    let mut order = vec![root];
    let mut at = 0;
    while let Some(node) = order.get(at).and_then(|index| nodes.get(*index as usize)) {
        for child in node.edges.iter().map(|(_, to)| *to).chain(node.gaps.iter().map(|(_, to)| *to))
        {
            let next = numbers.len() as u32;
            if *numbers.entry(child).or_insert(next) == next {
                order.push(child);
            }
        }
        at += 1;
    }
    let number = |old: &u32| numbers.get(old).copied().unwrap_or(ROOT);
    let renumbered = order.iter().filter_map(|index| nodes.get(*index as usize)).map(|node| Node {
        edges: node.edges.iter().map(|(symbol, to)| (*symbol, number(to))).collect(),
        gaps: node.gaps.iter().map(|(gap, to)| (*gap, number(to))).collect(),
        outputs: node.outputs.clone(),
        open: false,
    });
    renumbered.collect()
}

fn listed(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return "none".to_owned();
    }
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}
