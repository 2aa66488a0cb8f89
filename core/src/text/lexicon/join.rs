//! Rules of several artefacts as one automaton: a host may bring only the languages that it needs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::packed::Packed;
use super::table::{ArtifactError, FIRST_WORD_SYMBOL, Output, ROOT, Tables, Words};

/// Joins rule sets; each language may be in one of them only.
pub(super) fn join(parts: Vec<Tables>) -> Result<Tables, ArtifactError> {
    let mut joined = Tables { symbols: FIRST_WORD_SYMBOL, nodes: ROOT + 1, ..Tables::default() };
    let mut vocabulary = Vocabulary::default();
    let mut versions = BTreeSet::new();
    for part in parts {
        if let Some(twice) = part.languages.iter().find(|one| joined.languages.contains(one)) {
            return Err(ArtifactError::LanguageTwice(twice.clone()));
        }
        let offsets = Offsets {
            language: joined.languages.len() as u32,
            rule: joined.rules.len() as u32,
            guard: joined.guards,
            symbol: joined.symbols - FIRST_WORD_SYMBOL,
            node: joined.nodes - 1,
        };
        // None overflows: what was read and what was joined are both below a sixteenth of it.
        joined.symbols = part.symbols + offsets.symbol;
        joined.nodes = part.nodes + offsets.node;
        joined.guards += part.guards;
        joined.check_size()?;
        vocabulary.add(&part, offsets)?;
        versions.insert(part.version);
        joined.languages.extend(part.languages);
        joined.rules.extend(part.rules.into_iter().map(|mut rule| {
            let guards = rule.guards.iter_mut().chain(&mut rule.topics);
            guards.for_each(|guard| *guard += offsets.guard);
            rule
        }));
        let edge =
            |(from, symbol, to)| (offsets.node(from), offsets.symbol(symbol), offsets.node(to));
        joined.edges.extend(part.edges.into_iter().map(edge));
        let gap = |(from, width, to)| (offsets.node(from), width, offsets.node(to));
        joined.gaps.extend(part.gaps.into_iter().map(gap));
        let output = |(node, output)| (offsets.node(node), offsets.output(output));
        joined.outputs.extend(part.outputs.into_iter().map(output));
        joined.numbers.extend(part.numbers.into_iter().map(|symbol| offsets.symbol(symbol)));
        let start = |symbol| offsets.symbol(symbol);
        joined.symbol_starts.extend(part.symbol_starts.into_iter().map(start));
        let prefix = |(language, particle)| (offsets.language + language, particle);
        joined.prefixes.extend(part.prefixes.into_iter().map(prefix));
    }
    // Their roots are one, and so are the symbols that stand for no word.
    joined.edges.sort_unstable();
    joined.gaps.sort_unstable();
    joined.outputs.sort_unstable();
    joined.numbers.sort_unstable();
    joined.numbers.dedup();
    joined.version = versions.into_iter().collect::<Vec<_>>().join("/");
    (joined.words, joined.stems, joined.sets) = vocabulary.finish();
    Ok(joined)
}

/// How much is added to the numbers of a part.
#[derive(Clone, Copy)]
struct Offsets {
    language: u32,
    rule: u32,
    guard: u32,
    symbol: u32,
    node: u32,
}

impl Offsets {
    const fn symbol(self, symbol: u32) -> u32 {
        if symbol < FIRST_WORD_SYMBOL { symbol } else { symbol + self.symbol }
    }

    const fn node(self, node: u32) -> u32 {
        if node == ROOT { ROOT } else { node + self.node }
    }

    const fn output(self, output: Output) -> Output {
        match output {
            Output::Rule(rule) => Output::Rule(rule + self.rule),
            Output::Guard(guard) => Output::Guard(guard + self.guard),
        }
    }
}

/// Words of all parts, and what each stands for.
#[derive(Default)]
struct Vocabulary {
    words: Written,
    stems: Written,
    /// Sets of symbols of all parts, one behind the other.
    sets: Packed<u32>,
}

impl Vocabulary {
    fn add(&mut self, part: &Tables, offsets: Offsets) -> Result<(), ArtifactError> {
        let first = self.sets.len() as u32;
        for (words, known) in [(&part.words, &mut self.words), (&part.stems, &mut self.stems)] {
            words.visit(|letters, _, set| known.push(letters, first + set))?;
        }
        for set in part.sets.iter() {
            self.sets.push(set.iter().map(|symbol| offsets.symbol(*symbol)));
        }
        Ok(())
    }

    /// Whole words, beginnings of words, and their sets.
    fn finish(self) -> (Words, Words, Packed<u32>) {
        let mut sets = Sets { of: self.sets, joined: BTreeMap::new() };
        let words = self.words.coded(&mut sets);
        let stems = self.stems.coded(&mut sets);
        (words, stems, sets.of)
    }
}

/// Words one behind the other, in one piece of memory: there are tens of thousands.
#[derive(Default)]
struct Written {
    letters: String,
    /// Where each word lies, and its set.
    words: Vec<(Range<usize>, u32)>,
}

impl Written {
    fn push(&mut self, word: &[char], set: u32) {
        let start = self.letters.len();
        self.letters.extend(word);
        self.words.push((start..self.letters.len(), set));
    }

    fn coded(mut self, sets: &mut Sets) -> Words {
        let letters = self.letters.as_str();
        let word = |(place, _): &(Range<usize>, u32)| letters.get(place.clone()).unwrap_or("");
        // Stable, which is quick for what is a few sorted rows.
        self.words.sort_by(|one, other| word(one).cmp(word(other)));
        let alike = self.words.chunk_by(|one, other| word(one) == word(other));
        Words::new(alike.filter_map(|alike| {
            Some((word(alike.first()?), sets.union(alike.iter().map(|(_, set)| *set))))
        }))
    }
}

struct Sets {
    of: Packed<u32>,
    joined: BTreeMap<Vec<u32>, u32>,
}

impl Sets {
    /// The set of what is in any of some sets.
    fn union(&mut self, mut sets: impl ExactSizeIterator<Item = u32>) -> u32 {
        if sets.len() == 1
            && let Some(only) = sets.next()
        {
            return only;
        }
        let symbols: BTreeSet<u32> = sets.flat_map(|set| self.of.of(set)).copied().collect();
        let next = self.of.len() as u32;
        *self.joined.entry(symbols.into_iter().collect()).or_insert_with_key(|symbols| {
            self.of.push(symbols.iter().copied());
            next
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::{Lexicon, LexiconSources};

    fn artifact(languages: &[&str]) -> Vec<u8> {
        let sources = Lexicon::embedded_sources();
        let named = |(path, _): &&(&str, &str)| {
            languages.iter().any(|language| path.ends_with(&format!("/{language}.toml")))
        };
        let files: Vec<_> = sources.files.iter().filter(named).copied().collect();
        assert_eq!(files.len(), languages.len());
        Lexicon::compile(&LexiconSources { files: &files, ..sources }).unwrap()
    }

    fn hits(lexicon: &Lexicon, text: &str) -> HashSet<(String, usize, usize, bool)> {
        let hits = lexicon.explain(text).hits.into_iter();
        hits.map(|hit| (hit.rule.code.to_string(), hit.span.start, hit.span.end, hit.guarded))
            .collect()
    }

    #[test]
    fn joined_rules_read_as_rules_that_were_compiled_together() {
        let languages = ["ar", "de", "en", "id"];
        let together = Lexicon::from_artifact(&artifact(&languages)).unwrap();
        let [pair, en, id] = [&["ar", "de"][..], &["en"], &["id"]].map(artifact);
        let joined = Lexicon::from_artifacts(&[&pair, &en, &id]).unwrap();
        assert_eq!(joined.languages(), together.languages());
        assert_eq!(joined.rules().len(), together.rules().len());
        let mut found = 0;
        for (path, text) in Lexicon::embedded_sources().files {
            let file: toml::Table = toml::from_str(text).unwrap();
            for rule in file["rules"].as_array().unwrap() {
                let examples = ["examples", "counter_examples"].into_iter();
                let examples = examples.filter_map(|key| rule.get(key)?.as_array()).flatten();
                for example in examples.map(|example| example.as_str().unwrap()) {
                    let expected = hits(&together, example);
                    assert_eq!(hits(&joined, example), expected, "{path}: {example}");
                    found += expected.len();
                }
            }
        }
        assert!(found > 2000, "{found}");
    }

    #[test]
    fn a_language_that_comes_twice_is_refused() {
        let [en, both] = [&["en"][..], &["de", "en"]].map(artifact);
        let error = Lexicon::from_artifacts(&[&en, &both]).unwrap_err();
        assert_eq!(error.to_string(), "rules of language `en` were given twice; give each once");
    }

    #[test]
    fn of_one_artefact_nothing_changes_and_none_knows_nothing() {
        let en = artifact(&["en"]);
        let [alone, joined] =
            [Lexicon::from_artifact(&en), Lexicon::from_artifacts(&[&en])].map(Result::unwrap);
        assert_eq!(alone.version(), joined.version());
        let none = Lexicon::from_artifacts(&[]).unwrap();
        assert!(none.rules().is_empty() && none.explain("are you alone?").hits.is_empty());
    }
}
