//! Rules that can never fire, or that another rule makes idle.
//!
//! Whether one pattern contains another is decided by trying: of every pattern some messages
//! are made up, with each alternative chosen in turn and by chance (the same chance in every
//! run), and read with all rules of the files at hand.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::Lexicon;
use super::matcher::Hit;
use super::pattern::{self, Element};
use super::source::{LexiconIssue, LexiconIssueKind as Kind, Locator, RuleFile, RuleSource};
use super::table::Rule;
use crate::taxonomy::Direction;
use crate::text::normalize::Normalized;

/// Messages that are made up of one pattern.
const SAMPLES: usize = 40;
/// How deep classes may name each other before a sample gives up.
const MAX_DEPTH: usize = 12;

/// Looks at every rule of a file that compiles.
pub(super) fn lint(
    lexicon: &Lexicon,
    locator: &Locator<'_>,
    file: &RuleFile,
    issues: &mut Vec<LexiconIssue>,
) {
    let mut classes = BTreeMap::new();
    for (name, entries) in &file.classes {
        let entries = entries.iter().filter_map(|entry| pattern::parse(entry.get_ref(), &[]).ok());
        classes.insert(name.get_ref().as_str(), entries.collect::<Vec<_>>());
    }
    let mut indices = BTreeMap::new();
    for (index, rule) in (0..).zip(lexicon.matcher.rules()) {
        indices.insert(rule.code.as_ref(), index);
    }
    let mut idle = BTreeSet::new();
    for rule in &file.rules {
        let code = format!("{}.{}", file.language, rule.id.get_ref());
        if let Some(index) = indices.get(code.as_str()) {
            lint_rule(lexicon, locator, &classes, (*index, rule), &mut idle, issues);
        }
    }
}

fn lint_rule(
    lexicon: &Lexicon,
    locator: &Locator<'_>,
    classes: &BTreeMap<&str, Vec<Vec<Element>>>,
    (index, rule): (u32, &RuleSource),
    idle: &mut BTreeSet<u32>,
    issues: &mut Vec<LexiconIssue>,
) {
    let id = Some(rule.id.get_ref().as_str());
    // Rules that fire on every message made up so far.
    let mut always: Option<BTreeSet<u32>> = None;
    for text in &rule.patterns {
        let tried = try_pattern(lexicon, classes, index, text);
        if !tried.fires {
            let kind = if tried.guarded {
                Kind::AlwaysGuarded(text.get_ref().clone())
            } else {
                Kind::NeverMatches(text.get_ref().clone())
            };
            issues.push(locator.issue(text.span().start, id, kind));
            return;
        }
        always = Some(match always {
            None => tried.always,
            Some(before) => before.intersection(&tried.always).copied().collect(),
        });
    }
    let own = lexicon.rule(index);
    let other = always.into_iter().flatten().find(|other| {
        *other != index
            && !idle.contains(other)
            && own.zip(lexicon.rule(*other)).is_some_and(|(own, other)| replaces(other, own))
    });
    if let Some(other) = other.and_then(|other| lexicon.rule(other)) {
        idle.insert(index);
        let kind = Kind::Shadowed(other.code.to_string());
        issues.push(locator.issue(rule.id.span().start, id, kind));
    }
}

/// Whether whatever `own` finds is as well served by `other`.
fn replaces(other: &Rule, own: &Rule) -> bool {
    other.behavior == own.behavior
        && other.category == own.category
        && (other.direction == own.direction || other.direction == Direction::Either)
        && other.weight >= own.weight
        && other.severity >= own.severity
        && other.decisive >= own.decisive
}

struct Tried {
    /// Whether the rule fires on a message made of its pattern.
    fires: bool,
    /// Whether a guard silenced it on another.
    guarded: bool,
    /// The rules that fire on all of them.
    always: BTreeSet<u32>,
}

fn try_pattern(
    lexicon: &Lexicon,
    classes: &BTreeMap<&str, Vec<Vec<Element>>>,
    index: u32,
    text: &Spanned<String>,
) -> Tried {
    let mut tried = Tried { fires: false, guarded: false, always: BTreeSet::new() };
    let Ok(elements) = pattern::parse(text.get_ref(), &[]) else {
        return tried;
    };
    for sample in 0..SAMPLES {
        let mut writer = Writer { classes, chance: sample as u64, turn: sample, words: Vec::new() };
        writer.write(&elements, 0);
        let (hits, _) = lexicon.run(&Normalized::new(&writer.words.join(" ")), None);
        let fires = |hit: &&Hit| !hit.guarded;
        match hits.iter().find(|hit| hit.rule == index) {
            Some(hit) if hit.guarded => tried.guarded = true,
            Some(_) => {
                let rules: BTreeSet<u32> = hits.iter().filter(fires).map(|hit| hit.rule).collect();
                tried.always = match tried.fires {
                    true => tried.always.intersection(&rules).copied().collect(),
                    false => rules,
                };
                tried.fires = true;
            }
            None => {}
        }
    }
    tried
}

/// Writes a message that a pattern should find.
struct Writer<'a> {
    classes: &'a BTreeMap<&'a str, Vec<Vec<Element>>>,
    chance: u64,
    /// Which alternative the first choices take.
    turn: usize,
    words: Vec<String>,
}

impl Writer<'_> {
    fn write(&mut self, elements: &[Element], depth: usize) {
        for element in elements {
            match element {
                Element::Word(word) | Element::Stem(word) => self.words.push(word.clone()),
                Element::Number => self.words.push("12".to_owned()),
                Element::Choice(choices) => self.write_one(choices, depth),
                Element::Class(name) => {
                    let choices = self.classes.get(name.as_str());
                    self.write_one(choices.map_or(&[], Vec::as_slice), depth);
                }
                Element::Gap(_) | Element::Start | Element::End => {}
            }
        }
    }

    fn write_one(&mut self, choices: &[Vec<Element>], depth: usize) {
        if choices.is_empty() || depth > MAX_DEPTH {
            return;
        }
        // Half of the choices go round, half are left to chance (xorshift, Marsaglia 2003).
        self.chance =
            self.chance.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x1234_5678_9ABC_DEF1);
        self.chance ^= self.chance >> 29;
        let pick = if self.chance & 1 == 0 { self.turn } else { (self.chance >> 33) as usize };
        if let Some(choice) = choices.get(pick % choices.len()) {
            self.write(choice, depth + 1);
        }
    }
}
