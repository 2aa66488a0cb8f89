//! The pattern language of `models/lexicon/README.md`: parsed, not yet expanded.

use thiserror::Error;

use crate::text::normalize::Normalized;

/// The widest gap that a pattern may ask for, in words.
pub(crate) const MAX_GAP: u8 = 8;
/// The gap that `...` alone means.
const DEFAULT_GAP: u8 = 3;
/// The fewest letters before `*`.
const MIN_STEM: usize = 2;
/// How deep groups may nest.
const MAX_DEPTH: usize = 8;

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Element {
    Word(String),
    Stem(String),
    Class(String),
    Number,
    Gap(u8),
    /// One of several sequences; an empty one makes the group optional.
    Choice(Vec<Vec<Element>>),
    Start,
    End,
}

/// Why a pattern cannot be read, and what would be right.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PatternError {
    /// The pattern holds no word.
    #[error("the pattern has no word; write at least one word, class or <number>")]
    Empty,
    /// A bracket has no partner.
    #[error("`{0}` has no partner; close every ( with ), [ with ] and < with >")]
    Unbalanced(char),
    /// `|` outside of a group.
    #[error("`|` stands outside a group; write (one|other)")]
    StrayBar,
    /// Groups nest too deep.
    #[error("groups nest deeper than {MAX_DEPTH}; use a class instead")]
    TooDeep,
    /// A word holds nothing that is compared.
    #[error("`{0}` has no letter or digit left after normalising; leave it out")]
    NotAWord(String),
    /// A word normalises to several words.
    #[error("`{0}` reads as several words; put spaces between them")]
    SeveralWords(String),
    /// A stem is too short.
    #[error("`{0}*` is too short; give at least {MIN_STEM} letters before `*`")]
    ShortStem(String),
    /// A gap is not between 1 and the limit.
    #[error("`...{0}` is no gap; write `...` or `...1` to `...{MAX_GAP}`")]
    BadGap(String),
    /// A gap at the rim of a pattern would match anything.
    #[error("a pattern cannot begin or end with a gap; leave the `...` out")]
    GapAtRim,
}

/// Other ways to write a letter: `ä` as `ae`.
pub(crate) type Transcriptions = [(String, String)];

/// Parses one pattern. A word with letters that may be transcribed is a choice of both forms.
pub(crate) fn parse(
    pattern: &str,
    transcriptions: &Transcriptions,
) -> Result<Vec<Element>, PatternError> {
    let mut parser = Parser { rest: pattern, transcriptions };
    let sequence = parser.sequence(0)?;
    match parser.rest.chars().next() {
        Some('|') => return Err(PatternError::StrayBar),
        Some(c) => return Err(PatternError::Unbalanced(c)),
        None => {}
    }
    let is_gap = |element: Option<&Element>| matches!(element, Some(Element::Gap(_)));
    if is_gap(sequence.first()) || is_gap(sequence.last()) {
        return Err(PatternError::GapAtRim);
    }
    if sequence.is_empty() { Err(PatternError::Empty) } else { Ok(sequence) }
}

struct Parser<'a> {
    rest: &'a str,
    transcriptions: &'a Transcriptions,
}

impl<'a> Parser<'a> {
    fn sequence(&mut self, depth: usize) -> Result<Vec<Element>, PatternError> {
        if depth > MAX_DEPTH {
            return Err(PatternError::TooDeep);
        }
        let mut out = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            let Some(first) = self.rest.chars().next() else {
                return Ok(out);
            };
            match first {
                ')' | ']' | '|' => return Ok(out),
                '(' | '[' => {
                    self.skip(first);
                    out.push(self.group(first, depth)?);
                }
                '<' => {
                    self.skip(first);
                    let name = self.until('>').ok_or(PatternError::Unbalanced('<'))?;
                    out.push(match name {
                        "number" => Element::Number,
                        _ => Element::Class(name.to_owned()),
                    });
                }
                '>' => return Err(PatternError::Unbalanced('>')),
                _ => {
                    let raw = self.word();
                    out.push(match transcribed(raw, self.transcriptions) {
                        Some(other) => Element::Choice(vec![vec![word(raw)?], vec![word(&other)?]]),
                        None => word(raw)?,
                    });
                }
            }
        }
    }

    fn group(&mut self, open: char, depth: usize) -> Result<Element, PatternError> {
        let close = if open == '(' { ')' } else { ']' };
        let mut choices = vec![self.sequence(depth + 1)?];
        loop {
            match self.rest.chars().next() {
                Some('|') => {
                    self.skip('|');
                    choices.push(self.sequence(depth + 1)?);
                }
                Some(c) if c == close => {
                    self.skip(c);
                    break;
                }
                _ => return Err(PatternError::Unbalanced(open)),
            }
        }
        if choices.iter().all(Vec::is_empty) {
            return Err(PatternError::Empty);
        }
        if open == '[' {
            choices.push(Vec::new());
        }
        Ok(Element::Choice(choices))
    }

    fn skip(&mut self, c: char) {
        self.rest = self.rest.get(c.len_utf8()..).unwrap_or("");
    }

    fn until(&mut self, end: char) -> Option<&'a str> {
        let (name, rest) = self.rest.split_once(end)?;
        self.rest = rest;
        Some(name.trim())
    }

    fn word(&mut self) -> &'a str {
        let end = self
            .rest
            .find(|c: char| c.is_whitespace() || "()[]<>|".contains(c))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }
}

/// The word with its letters transcribed, if it has any such.
pub(crate) fn transcribed(raw: &str, transcriptions: &Transcriptions) -> Option<String> {
    let mut out = raw.to_owned();
    for (letter, other) in transcriptions {
        out = out.replace(letter.as_str(), other);
    }
    (out != raw).then_some(out)
}

fn word(raw: &str) -> Result<Element, PatternError> {
    match raw {
        "^" => return Ok(Element::Start),
        "$" => return Ok(Element::End),
        _ => {}
    }
    if let Some(width) = raw.strip_prefix("...") {
        let gap = if width.is_empty() { Some(DEFAULT_GAP) } else { width.parse().ok() };
        return match gap {
            Some(gap @ 1..=MAX_GAP) => Ok(Element::Gap(gap)),
            _ => Err(PatternError::BadGap(width.to_owned())),
        };
    }
    match raw.strip_suffix('*') {
        Some(stem) => {
            let stem = normal_word(stem)?;
            if stem.chars().count() < MIN_STEM {
                return Err(PatternError::ShortStem(stem));
            }
            Ok(Element::Stem(stem))
        }
        None => normal_word(raw).map(Element::Word),
    }
}

/// A word as the normaliser leaves it; one emoji is a word too.
pub(crate) fn normal_word(raw: &str) -> Result<String, PatternError> {
    let normalized = Normalized::new(raw);
    match normalized.emoji.as_slice() {
        [] => {}
        [emoji] if normalized.segments.is_empty() => return Ok(emoji.symbol.to_string()),
        _ => return Err(PatternError::SeveralWords(raw.to_owned())),
    }
    let mut out = String::new();
    for (index, segment) in normalized.segments.iter().enumerate() {
        if index > 0 && !segment.glue.may_join() {
            return Err(PatternError::SeveralWords(raw.to_owned()));
        }
        out.extend(normalized.chars(segment));
    }
    if out.is_empty() { Err(PatternError::NotAWord(raw.to_owned())) } else { Ok(out) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_reads_as_it_looks() {
        let word = |w: &str| Element::Word(w.to_owned());
        assert_eq!(
            parse("(don't|never) tell [your] <parents> ...5 secret* $", &[]).unwrap(),
            vec![
                Element::Choice(vec![vec![word("dont")], vec![word("never")]]),
                word("tell"),
                Element::Choice(vec![vec![word("your")], vec![]]),
                Element::Class("parents".to_owned()),
                Element::Gap(5),
                Element::Stem("secret".to_owned()),
                Element::End,
            ]
        );
    }

    #[test]
    fn transcribed_letters_are_read_in_both_ways() {
        let transcriptions = [("ü".to_owned(), "ue".to_owned())];
        let stem = |stem: &str| vec![Element::Stem(stem.to_owned())];
        assert_eq!(
            parse("du früh*", &transcriptions).unwrap(),
            vec![
                Element::Word("du".to_owned()),
                Element::Choice(vec![stem("fruh"), stem("frueh")])
            ]
        );
    }

    #[test]
    fn every_slip_is_named() {
        let cases = [
            ("", PatternError::Empty),
            ("(a|b", PatternError::Unbalanced('(')),
            ("a) b", PatternError::Unbalanced(')')),
            ("<parents", PatternError::Unbalanced('<')),
            ("a | b", PatternError::StrayBar),
            ("a ...9 b", PatternError::BadGap("9".to_owned())),
            ("... a", PatternError::GapAtRim),
            ("a*", PatternError::ShortStem("a".to_owned())),
            ("?", PatternError::NotAWord("?".to_owned())),
            ("🤫🤐", PatternError::SeveralWords("🤫🤐".to_owned())),
        ];
        for (pattern, error) in cases {
            assert_eq!(parse(pattern, &[]), Err(error), "{pattern}");
        }
    }
}
