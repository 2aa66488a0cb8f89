//! Indicator rules: written as data, compiled to one automaton over all languages.
//!
//! `models/lexicon/README.md` describes the format. No language is detected: every message
//! is read with the rules of all languages at once, so code-switching costs nothing.

mod compile;
mod join;
mod lint;
mod matcher;
mod packed;
mod pattern;
mod prepared;
mod raw;
mod source;
mod table;
mod vocabulary;

use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use matcher::Matcher;
pub(crate) use matcher::{Begun, Hit};
pub use pattern::PatternError;
use source::Locator;
pub use source::{LexiconIssue, LexiconIssueKind};
pub use table::ArtifactError;
pub use table::Rule;
use table::{Checksum, Tables};

use super::normalize::Normalized;

/// Rule files to compile: their names, for messages, and their text.
#[derive(Clone, Copy, Debug)]
pub struct LexiconSources<'a> {
    /// Version of the rules as a whole.
    pub version: &'a str,
    /// `sources.toml`: name and text.
    pub bibliography: (&'a str, &'a str),
    /// `<lang>.toml` files: name and text.
    pub files: &'a [(&'a str, &'a str)],
}

/// Compiled indicator rules, ready to run. Immutable; share it freely.
#[derive(Debug, Deserialize, Serialize)]
pub struct Lexicon {
    matcher: Matcher,
    languages: Vec<String>,
    version: String,
    tag: u32,
}

impl Lexicon {
    /// Reads compiled rules.
    ///
    /// # Errors
    /// When the bytes are not compiled rules of this format, or damaged.
    pub fn from_artifact(bytes: &[u8]) -> Result<Self, ArtifactError> {
        Self::from_artifacts(&[bytes])
    }

    /// Reads compiled rules of several artefacts, say one a language.
    ///
    /// # Errors
    /// As [`Lexicon::from_artifact`], and when a language is in more than one of them.
    pub fn from_artifacts(artifacts: &[&[u8]]) -> Result<Self, ArtifactError> {
        let read: Result<Vec<(Tables, Checksum)>, _> =
            artifacts.iter().map(|bytes| Tables::decode(bytes)).collect();
        let (tables, sums): (Vec<Tables>, Vec<Checksum>) = read?.into_iter().unzip();
        let (tables, sum) = match (<[Tables; 1]>::try_from(tables), sums.as_slice()) {
            (Ok([only]), [sum]) => (only, *sum),
            (Ok([only]), _) => (only, Checksum::default()),
            (Err(tables), sums) => (join::join(tables)?, Sha256::digest(sums.concat()).into()),
        };
        Self::from_tables(tables, &sum)
    }

    /// Compiles rule files.
    ///
    /// # Errors
    /// Everything in the files that does not hold, with file and line. Examples are not
    /// tried: that is [`Lexicon::check`].
    pub fn from_sources(sources: &LexiconSources<'_>) -> Result<Self, Vec<LexiconIssue>> {
        let bytes = Self::compile(sources)?;
        Self::from_artifact(&bytes).map_err(|error| vec![internal(sources, &error)])
    }

    /// Compiles rule files to the artefact that [`Lexicon::from_artifact`] reads.
    ///
    /// # Errors
    /// As [`Lexicon::from_sources`].
    pub fn compile(sources: &LexiconSources<'_>) -> Result<Vec<u8>, Vec<LexiconIssue>> {
        let (file, text) = sources.bibliography;
        let known: BTreeSet<String> =
            compile::bibliography_keys(file, text).map_err(|issue| vec![issue])?;
        let tables = compile::compile(sources.version, sources.files, &known)?;
        tables.encode().map_err(|error| vec![internal(sources, &error)])
    }

    /// Compiles rule files, tries every example and counter-example of every rule, and looks
    /// for rules that cannot fire or that another one makes idle.
    ///
    /// # Errors
    /// Everything that does not hold, with file, line and remedy.
    pub fn check(sources: &LexiconSources<'_>) -> Result<Self, Vec<LexiconIssue>> {
        let lexicon = Self::from_sources(sources)?;
        let mut issues = Vec::new();
        for (file, text) in sources.files {
            let locator = Locator { file, text };
            match locator.read() {
                Ok(rules) => {
                    lexicon.try_examples(&locator, &rules, &mut issues);
                    lint::lint(&lexicon, &locator, &rules, &mut issues);
                }
                Err(issue) => issues.push(issue),
            }
        }
        if issues.is_empty() { Ok(lexicon) } else { Err(issues) }
    }

    fn try_examples(
        &self,
        locator: &Locator<'_>,
        file: &source::RuleFile,
        issues: &mut Vec<LexiconIssue>,
    ) {
        for rule in &file.rules {
            let id = rule.id.get_ref();
            let code = format!("{}.{id}", file.language);
            for example in &rule.examples {
                let explanation = self.explain(example.get_ref());
                let found = explanation.hits.iter().find(|hit| *hit.rule.code == *code);
                let detail = match found {
                    Some(hit) if !hit.guarded => continue,
                    Some(_) => "; a guard silences it".to_owned(),
                    None => format!("; it reads as \"{}\"", explanation.normalized),
                };
                let kind = LexiconIssueKind::ExampleMissed(example.get_ref().clone(), detail);
                issues.push(locator.issue(example.span().start, Some(id), kind));
            }
            for example in &rule.counter_examples {
                let explanation = self.explain(example.get_ref());
                if explanation.hits.iter().any(|hit| *hit.rule.code == *code && !hit.guarded) {
                    let kind = LexiconIssueKind::CounterExampleFound(example.get_ref().clone());
                    issues.push(locator.issue(example.span().start, Some(id), kind));
                }
            }
        }
    }

    fn from_tables(tables: Tables, sum: &Checksum) -> Result<Self, ArtifactError> {
        let tag = sum.iter().take(4).fold(0, |tag, byte| tag << 8 | u32::from(*byte));
        let short: String = sum.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self {
            tag,
            version: format!("{}+{short}", tables.version),
            languages: tables.languages.clone(),
            matcher: Matcher::new(tables)?,
        })
    }

    /// Version of the rules and the beginning of the SHA-256 of their content (of several artefacts, of
    /// their SHA-256 one after the other): `2026.11+0123456789ab`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// BCP 47 codes of the languages.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// All rules, language by language.
    pub fn rules(&self) -> &[Rule] {
        self.matcher.rules()
    }

    /// The rule that a reason code names.
    pub fn rule_of(&self, code: &str) -> Option<&Rule> {
        self.rules().iter().find(|rule| &*rule.code == code)
    }

    pub(crate) fn rule(&self, index: u32) -> Option<&Rule> {
        self.matcher.rules().get(index as usize)
    }

    /// A number that differs between rule sets: what one began, another cannot finish.
    pub(crate) fn tag(&self) -> u32 {
        self.tag
    }

    /// See [`Matcher::run`].
    pub(crate) fn run(&self, message: &Normalized, begun: Option<&Begun>) -> (Vec<Hit>, Begun) {
        self.matcher.run(message, begun)
    }

    /// Shows how a message is read and which rules fire, whoever says it.
    pub fn explain(&self, text: &str) -> Explanation {
        let message = Normalized::new(text);
        let (hits, _) = self.run(&message, None);
        let hits = hits
            .into_iter()
            .filter_map(|hit| {
                let rule = self.rule(hit.rule)?;
                let span = hit.bytes.start as usize..hit.bytes.end as usize;
                Some(RuleHit { rule: rule.clone(), span, guarded: hit.guarded })
            })
            .collect();
        Explanation { normalized: message.readable(), hits }
    }
}

fn internal(sources: &LexiconSources<'_>, error: &ArtifactError) -> LexiconIssue {
    let (file, text) = sources.files.first().copied().unwrap_or(("", ""));
    Locator { file, text }.issue(0, None, LexiconIssueKind::Syntax(error.to_string()))
}

/// How a message is read and what was found in it. Holds message text: it is for whoever
/// writes rules, never for logs.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The message as the rules see it: ` ` between words, `·` between pieces that may be
    /// one word, ` / ` between sentences.
    pub normalized: String,
    /// Rules found, in the order of where they end.
    pub hits: Vec<RuleHit>,
}

/// A rule found in a message.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleHit {
    /// The rule.
    pub rule: Rule,
    /// Bytes of the message.
    pub span: Range<usize>,
    /// Whether a guard silenced it.
    pub guarded: bool,
}

impl Rule {
    /// BCP 47 code of the language that it is written for.
    pub fn language(&self) -> &str {
        self.code.split('.').next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
schema_version = 1
language = "en"
name = "English"
[spellings]
you = ["u", "ya"]
[classes]
parents = ["mum", "dad", "your folks"]
[guards]
surprise = ["surprise party"]
[topics]
trip = ["tickets"]
[clitics]
prefixes = ["و", "ال", "وال"]
[[rules]]
id = "secrecy.dont-tell"
behavior = "secrecy"
direction = "counterpart"
weight = 0.8
severity = 4
source = "leaflet"
patterns = ["(dont|never) tell [your] <parents>", "our ... secret*"]
unless = ["@surprise", "they know"]
examples = ["Don't tell your mum", "it's our little secret"]
counter_examples = ["don't tell mum about the surprise party"]
[[rules]]
id = "alone_query.home"
behavior = "alone_query"
direction = "counterpart"
weight = 0.7
severity = 4
source = "leaflet"
patterns = ["are you alone", "سر", "^ meet me $"]
unless = ["@trip"]
examples = ["are u alone"]
"#;

    fn sources<'a>(files: &'a [(&'a str, &'a str)]) -> LexiconSources<'a> {
        LexiconSources { version: "1", bibliography: ("sources.toml", "[leaflet]"), files }
    }

    fn found(lexicon: &Lexicon, text: &str) -> Vec<(String, String)> {
        let explanation = lexicon.explain(text);
        let hits = explanation.hits.into_iter().filter(|hit| !hit.guarded);
        hits.map(|hit| (hit.rule.code.to_string(), text[hit.span].to_owned())).collect()
    }

    fn assert_found(text: &str, span: &str) {
        let lexicon = Lexicon::check(&sources(&[("en.toml", FILE)])).unwrap();
        let hits = found(&lexicon, text);
        assert_eq!(hits.len(), 1, "{text:?}: {hits:?}, read {:?}", lexicon.explain(text));
        assert_eq!(hits[0].1, span, "{text:?}");
    }

    fn assert_silent(text: &str) {
        let lexicon = Lexicon::check(&sources(&[("en.toml", FILE)])).unwrap();
        assert_eq!(found(&lexicon, text), vec![], "{text:?}");
    }

    #[test]
    fn phrases_are_found_with_their_place_in_the_original() {
        assert_found("hey! Don't tell your mum, ok", "Don't tell your mum");
        assert_found("NEVER TELL YOUR FOLKS", "NEVER TELL YOUR FOLKS");
        assert_found("this is our very own little secrets!", "our very own little secrets");
        assert_found("Are yа.. are ya alone?", "are ya alone");
        assert_found("ok والسر", "والسر");
        assert_found("meet me", "meet me");
        assert_found("hey. meet me! ok", "meet me");
    }

    #[test]
    fn disguises_do_not_hide_a_phrase() {
        for text in [
            "are u a l o n e",
            "a.r.e y.o.u a.l.o.n.e",
            "a r e y o u a l o n e",
            "ARE  Y\u{200B}OU AL0NE",
            "aaaare youuuu aloooonne",
            "ａｒｅ ｙｏｕ ａｌｏｎｅ",
            "𝗮𝗿𝗲 𝘆𝗼𝘂 𝗮𝗹𝗼𝗻𝗲",
            "áré yóü àlōnè",
            "аrе уоu аlоnе",
            "are you al one",
            "🅰🆁🅴 🇾🇴🇺 🅐🅛🅞🅝🅔",
            "are-you-alone",
            "are_you_@l0ne",
        ] {
            assert_found(text, text);
        }
    }

    #[test]
    fn guards_gaps_and_anchors_keep_rules_quiet() {
        assert_silent("don't tell mum. it's a surprise party");
        assert_silent("don't tell dad, they know");
        assert_silent("our house. it is secret");
        assert_silent("our one two three four secret");
        assert_silent("now meet me");
        assert_silent("meet me there");
        assert_silent("hey. now meet me. ok");
        assert_silent("hey, meet me, ok");
        assert_silent("alone you are");
    }

    #[test]
    fn a_topic_keeps_rules_quiet_in_its_own_sentence() {
        assert_silent("got the tickets, are you alone");
        assert_silent("are you alone or two tickets?");
        assert_found("got the tickets. are you alone?", "are you alone");
        assert_found("are you alone? got the tickets", "are you alone");
        // What is found twice is found where nothing silences it.
        assert_found("two tickets or are you alone? really, are you alone", "are you alone");
        let lexicon = Lexicon::check(&sources(&[("en.toml", FILE)])).unwrap();
        let text = "two tickets or are you alone? really, are you alone";
        let hit = lexicon.explain(text).hits.remove(0);
        assert_eq!((hit.guarded, hit.span.end), (false, text.len()));
        // Six words away, and seven.
        assert_silent("tickets one two three four five are you alone");
        assert_found("tickets one two three four five six are you alone", "are you alone");
        assert_silent("are you alone one two three four five tickets");
        assert_found("are you alone one two three four five six tickets", "are you alone");
        // A comma counts as four words, unless it only parts a word or two, as an address does.
        assert_silent("got tickets one, are you alone");
        assert_found("tickets one two, are you alone", "are you alone");
        assert_found("are you alone, one two tickets", "are you alone");
        assert_found("are you alone, one got tickets two", "are you alone");
        assert_silent("are you alone, one tickets");
        assert_silent("are you alone one two three, tickets");
        assert_silent("are you alone one, two three, tickets. one two");
        assert_found("tickets one two، are you alone", "are you alone");
        assert_silent("tickets one two,are you alone");
        // Within reach of one of two.
        let text = "are you alone, tickets one two three four five six are you alone";
        assert_eq!(lexicon.explain(text).hits.len(), 1);
        assert_found(text, "are you alone");
        // A guard speaks for all of the message.
        assert_silent("dont tell mum. the surprise party is on friday");
    }

    /// The spans in the last of several messages of one sender.
    fn found_over(texts: &[&str]) -> Vec<Range<u32>> {
        let lexicon = Lexicon::check(&sources(&[("en.toml", FILE)])).unwrap();
        let mut begun = None;
        let mut hits = Vec::new();
        for text in texts {
            let (found, next) = lexicon.run(&Normalized::new(text), begun.as_ref());
            begun = Some(next);
            hits = found;
        }
        hits.into_iter().filter(|hit| !hit.guarded).map(|hit| hit.bytes).collect()
    }

    #[test]
    fn what_one_message_began_the_next_one_may_finish() {
        assert_eq!(found_over(&["are you", "alone"]), vec![0..5]);
        assert_eq!(found_over(&["hey are you al", "one today"]), vec![0..3]);
        assert_eq!(found_over(&["don't tell", "your folks ok"]), vec![0..10]);
        assert_eq!(found_over(&["our little sec", "rets"]), vec![0..4]);
        assert_eq!(found_over(&["our little", "own secret"]), vec![0..10]);
        // A gap does not reach over the end of a sentence, nor does a third message count.
        assert_eq!(found_over(&["our house", "nice. secret"]), vec![]);
        assert_eq!(found_over(&["are you", "there", "alone"]), vec![]);
        // A guard of the first message holds for what it began.
        assert_eq!(found_over(&["surprise party, don't tell", "mum"]), vec![]);
        assert_eq!(found_over(&["now", "meet me"]), vec![0..7]);
        // What the first message said already is not said again.
        assert_eq!(found_over(&["our own secret", "ok secret"]), vec![]);
    }

    #[test]
    fn particles_are_glued_to_words_of_their_language_only() {
        let other = r#"
schema_version = 1
language = "ar"
name = "Arabic"
[clitics]
prefixes = ["w"]
[[rules]]
id = "secrecy.serr"
behavior = "secrecy"
direction = "counterpart"
weight = 0.8
severity = 4
source = "leaflet"
patterns = ["serr"]
examples = ["wserr"]
"#;
        let files = [("en.toml", FILE), ("ar.toml", other)];
        let lexicon = Lexicon::check(&sources(&files)).unwrap();
        assert_eq!(found(&lexicon, "wserr")[0].0, "ar.secrecy.serr");
        assert_eq!(found(&lexicon, "are wyou alone"), vec![]);
        assert_eq!(found(&lexicon, "are you alone")[0].0, "en.alone_query.home");
    }

    #[test]
    fn a_guard_speaks_for_the_other_languages_too() {
        let other = FILE
            .replace("language = \"en\"", "language = \"nl\"")
            .replace("unless = [\"@surprise\", \"they know\"]", "");
        let files = [("en.toml", FILE), ("nl.toml", other.as_str())];
        let lexicon = Lexicon::from_sources(&sources(&files)).unwrap();
        assert_eq!(found(&lexicon, "dont tell your mum").len(), 2);
        assert_eq!(found(&lexicon, "dont tell your mum, surprise party"), vec![]);
    }

    #[test]
    fn stretched_and_ambiguous_letters_are_tried_in_all_ways() {
        let file = FILE.replace("\"سر\"", "\"call me silly\"");
        let lexicon = Lexicon::check(&sources(&[("en.toml", &file)])).unwrap();
        for text in [
            "caaallll mee siiilllyy",
            "cccaaallllll mmmeee sssiiillllllyyy",
            "c@11 m3 s1l|y",
            "ca|1 me s!||y",
            "ᴄᴀʟʟ ᴍᴇ sɪʟʟʏ",
            "саll me ѕilly",
            "call\nme\nsilly",
            "call... me... silly",
        ] {
            assert_eq!(found(&lexicon, text).len(), 1, "{text:?} {:?}", lexicon.explain(text));
        }
    }

    #[test]
    fn emoji_may_stand_for_words_and_never_part_them() {
        let file = FILE.replace("parents = [\"mum\"", "parents = [\"👪\", \"mum\"");
        let lexicon = Lexicon::check(&sources(&[("en.toml", &file)])).unwrap();
        for (text, span) in [
            ("never tell your 👪", "never tell your 👪"),
            ("psst 🤫 never 🙊 tell🙈 your mum", "never 🙊 tell🙈 your mum"),
            ("are you 🏠 alone", "are you 🏠 alone"),
        ] {
            assert_eq!(found(&lexicon, text)[0].1, span, "{text}");
        }
        assert_eq!(found(&lexicon, "👪👪"), vec![]);
    }

    #[test]
    fn a_slip_in_a_file_is_named_with_its_line_and_remedy() {
        let cases = [
            ("weight = 0.7", "weight = 7", "weight 7 is out of range"),
            ("<parents>", "<parent>", "class <parent> is not defined"),
            ("@surprise", "@suprise", "guard @suprise is not defined"),
            ("\"leaflet\"", "\"leaflets\"", "source `leaflets` is not in sources.toml"),
            ("are you alone\"", "are you (alone\"", "has no partner"),
            ("alone_query.home", "secrecy.dont-tell", "already used on line 16"),
            ("are u alone", "is she alone", "is not found by this rule"),
            ("direction", "directoin", "unknown field"),
        ];
        for (right, wrong, message) in cases {
            let file = FILE.replace(right, wrong);
            let issues = Lexicon::check(&sources(&[("en.toml", &file)])).unwrap_err();
            let text = issues[0].to_string();
            assert!(text.starts_with("en.toml:") && text.contains(message), "{text}");
        }
    }

    #[test]
    fn rules_that_cannot_fire_or_that_another_makes_idle_are_found() {
        let cases = [
            ("\"they know\"", "\"tell\"", "is always silenced by a guard of this rule"),
            ("\"^ meet me $\"", "\"meet ^ me\"", "can never match"),
            (
                "alone_query.home\"\nbehavior = \"alone_query\"",
                "secrecy.sh\"\nbehavior = \"secrecy\"",
                "",
            ),
        ];
        for (right, wrong, message) in cases {
            let file = FILE.replace(right, wrong);
            assert_ne!(file, FILE);
            let issues = Lexicon::check(&sources(&[("en.toml", &file)])).err().unwrap_or_default();
            let text = issues.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
            assert!(message.is_empty() == text.is_empty() && text.contains(message), "{text}");
        }
        let narrow = r#"
[[rules]]
id = "secrecy.narrow"
behavior = "secrecy"
direction = "counterpart"
weight = 0.7
severity = 3
source = "leaflet"
patterns = ["never tell your (mum|dad)", "dont tell mum"]
examples = ["never tell your dad"]
"#;
        let file = format!("{FILE}{narrow}");
        let issues = Lexicon::check(&sources(&[("en.toml", &file)])).unwrap_err();
        assert_eq!(issues.len(), 1, "{issues:?}");
        let text = issues[0].to_string();
        assert!(
            text.contains("rule `secrecy.narrow`") && text.contains("`en.secrecy.dont-tell`"),
            "{text}"
        );
    }

    #[test]
    fn time_stays_linear_in_length_for_hostile_text() {
        let lexicon = Lexicon::check(&sources(&[("en.toml", FILE)])).unwrap();
        for piece in ["a.", "are you ", "our ", "aaa", "!@", "e\u{301}", "our. secret", "1a"] {
            let message = Normalized::new(&piece.repeat(200_000 / piece.len()));
            assert!(lexicon.run(&message, None).0.len() <= 2);
        }
    }
}
