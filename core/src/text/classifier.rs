//! The text classifier: hashed n-grams -> ONNX -> what a message shows, rules left aside.
//!
//! `models/training/text` makes the network; `features` makes its input, in training as here.

use std::borrow::Cow;
use std::sync::Arc;

use once_cell::sync::OnceCell;
use serde::Deserialize;

use super::features::{Features, MAX_HASHES, PAIR};
use super::signals::{ANYTHING, NEUTRAL_CONTEXT, SOUNDS, context_of};
use crate::assessment::ModelRef;
use crate::error::{ModelPackError, OnnxError};
use crate::message::Role;
use crate::onnx::TokenNetwork;
use crate::pack::{Config, Pack};
use crate::taxonomy::{Behavior, Category, Direction};

/// The most that log odds of one message count.
const MAX_ODDS: f32 = 6.0;
/// Tokens that one run may look at.
const MAX_TOKENS: usize = 256;
/// Words of a long sentence that are read by themselves. Of 6, 8 and 10, 10 signals the fewest harmless messages.
const WINDOW: usize = 10;
/// Words that say something without fillers around them, at least.
const FEWEST_WORDS: usize = 2;
/// Words of a list that may be kept from the network.
const MAX_WORDS: usize = 1 << 16;

/// A text classifier that was read and whose checksums hold.
pub type ModelPack = Pack<TextConfig>;

/// `config.json` of a text classifier.
#[derive(Clone, Debug, Deserialize)]
pub struct TextConfig {
    input: InputConfig,
    /// Slugs of behaviours, `bullying`, `counterpart`, `protected`, `counterpart_context` and
    /// `protected_context`, in the order of the network's outputs. Those of contexts may be missing.
    outputs: Vec<String>,
    pub(super) fusion: Fusion,
}

#[derive(Clone, Debug, Deserialize)]
struct InputConfig {
    /// Rows of the embedding table; row 0 is for padding.
    rows: u32,
    /// Hashes of one token at most.
    hashes: usize,
    /// Whether the hash of a token with the one before it is one of them.
    pairs: bool,
    /// Tokens of a window; longer messages are read in several that overlap by half.
    tokens: usize,
    /// Words that say who somebody is and nothing else (names, nationalities, religions). The
    /// network is not shown them, so that it judges everybody alike (masking of identity terms, as
    /// in Dixon et al., "Measuring and Mitigating Unintended Bias in Text Classification", AIES
    /// 2018). The hashes of their tokens in ascending order, each as what it adds to the one before.
    #[serde(default)]
    identity_terms: Vec<u32>,
    /// Words that people put before or behind what they say: greetings, laughter, interjections. A message is
    /// read without them too. Written like `identity_terms`.
    #[serde(default)]
    fillers: Vec<u32>,
}

/// Hashes in ascending order, from what each adds to the one before; `None` if they exceed 32 bits.
fn hashes(differences: &[u32]) -> Option<Vec<u32>> {
    let mut hash = 0_u32;
    let ascending = differences.iter().map(|more| {
        hash = hash.checked_add(*more)?;
        Some(hash)
    });
    ascending.collect()
}

/// How rules and classifier are put together (`signals`).
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Fusion {
    /// Of the side that a message comes from.
    pub(super) counterpart: SideFusion,
    pub(super) protected: SideFusion,
}

/// Coefficients of a logistic regression over what rules and classifier say of a message.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct SideFusion {
    bias: f32,
    /// Of the classifier's log odds.
    model: f32,
    /// Of the weight of the strongest rule.
    rule: f32,
    /// From this fused probability on the classifier signals by itself.
    pub(super) signal_at: f32,
    /// Below this fused probability a rule that is not decisive does not signal.
    pub(super) doubt_below: f32,
}

impl SideFusion {
    /// The probability that a message shows an indicator, from the classifier's and the weight
    /// of the strongest rule (0 for none).
    pub(super) fn probability(&self, model: f32, rule: f32) -> f32 {
        let model = model.clamp(1e-6, 1.0 - 1e-6);
        let odds = (model / (1.0 - model)).ln();
        sigmoid(self.bias + self.model * odds + self.rule * rule)
    }
}

fn sigmoid(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

/// Pieces of a sentence that overlap by half, if it is long: what stands far away in it may be about something else.
pub(super) fn windows<'t, 'f>(tokens: &'t [&'f [u32]]) -> impl Iterator<Item = &'t [&'f [u32]]> {
    let is_long = tokens.len() > WINDOW + WINDOW / 2;
    let starts = if is_long { tokens.len() - WINDOW / 2 } else { 0 };
    let pieces = (0..starts).step_by(WINDOW / 2);
    pieces.filter_map(|at| tokens.get(at..tokens.len().min(at + WINDOW)))
}

impl Fusion {
    pub(super) fn side(&self, role: Role) -> &SideFusion {
        match role {
            Role::Counterpart => &self.counterpart,
            Role::Protected => &self.protected,
        }
    }
}

impl Config for TextConfig {
    fn check(&self) -> Result<(), String> {
        let input = &self.input;
        let sides = [&self.fusion.counterpart, &self.fusion.protected];
        let finite = sides.iter().all(|side| {
            [side.bias, side.model, side.rule].iter().all(|number| number.is_finite())
                && [side.signal_at, side.doubt_below].iter().all(|p| (0.0..=1.0).contains(p))
        });
        let supported = [
            ((2..=1 << 24).contains(&input.rows), "input.rows must lie between 2 and 16777216"),
            ((1..=MAX_HASHES).contains(&input.hashes), "input.hashes must lie between 1 and 24"),
            ((2..=MAX_TOKENS).contains(&input.tokens), "input.tokens must lie between 2 and 256"),
            (
                input.identity_terms.len() <= MAX_WORDS && hashes(&input.identity_terms).is_some(),
                "input.identity_terms must be up to 65536 differences of ascending 32-bit hashes",
            ),
            (
                input.fillers.len() <= MAX_WORDS && hashes(&input.fillers).is_some(),
                "input.fillers must be up to 65536 differences of ascending 32-bit hashes",
            ),
            (finite, "fusion must hold numbers, signal_at and doubt_below from 0 to 1"),
        ];
        if let Some((_, remedy)) = supported.iter().find(|(holds, _)| !holds) {
            return Err((*remedy).to_owned());
        }
        let unknown = self.outputs.iter().find(|output| Output::from_slug(output).is_none());
        if let Some(output) = unknown {
            return Err(format!("outputs names `{output}`, which is no behaviour and no side"));
        }
        for side in ["counterpart", "protected"] {
            if self.outputs.iter().filter(|output| *output == side).count() != 1 {
                return Err(format!("outputs must name `{side}` once"));
            }
        }
        Ok(())
    }
}

impl ModelPack {
    /// The classifier that this build embeds.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    #[cfg(feature = "embedded-models")]
    pub fn embedded() -> Result<Self, ModelPackError> {
        Self::standard(Cow::Borrowed(himaya_models::text::MODEL))
    }

    /// The same classifier, its file given by the host: `models/text/himaya-text-1/model.onnx`.
    ///
    /// # Errors
    /// When it is another file.
    pub fn standard(model: Cow<'static, [u8]>) -> Result<Self, ModelPackError> {
        use himaya_models::text;
        Self::new(text::MANIFEST, &text::CONFIG.text(), model)
    }
}

/// What one output of the network stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Output {
    Shows(Shown),
    /// Anything at all, said by this side.
    Side(Role),
    /// That what this side says stands in a risky conversation.
    Context(Role),
}

/// What a message may show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shown {
    /// `None` for bullying.
    pub(super) behavior: Option<Behavior>,
    pub(super) category: Category,
}

impl Shown {
    /// What tells it from everything else that may be shown.
    pub(super) const fn key(self) -> (Option<Behavior>, Category) {
        (self.behavior, self.category)
    }
}

impl Output {
    fn from_slug(slug: &str) -> Option<Self> {
        Some(match slug {
            "counterpart" => Self::Side(Role::Counterpart),
            "protected" => Self::Side(Role::Protected),
            "counterpart_context" => Self::Context(Role::Counterpart),
            "protected_context" => Self::Context(Role::Protected),
            "bullying" => Self::Shows(Shown { behavior: None, category: Category::Bullying }),
            _ => {
                let behavior = Behavior::from_slug(slug)?;
                Self::Shows(Shown { behavior: Some(behavior), category: behavior.category() })
            }
        })
    }
}

/// What the classifier holds of a message.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opinion {
    /// Log odds of each behaviour, of anything by the side that wrote it, and of its context; the
    /// other side's context says nothing.
    pub(super) sound: [f32; SOUNDS],
    /// The probability that the side which wrote it shows anything.
    pub(super) probability: f32,
    /// What it most likely shows, and which output says so.
    pub(super) shown: Shown,
    pub(super) output: usize,
    /// The side that wrote it.
    pub(super) role: Role,
}

/// A network that reads messages; loaded when a first message needs it.
#[derive(Debug)]
pub(crate) struct TextClassifier {
    file: Cow<'static, [u8]>,
    network: OnceCell<TokenNetwork>,
    input: InputConfig,
    /// Hashes of the words that the network is not shown, in ascending order.
    identity_hashes: Vec<u32>,
    /// Hashes of fillers, in ascending order.
    filler_hashes: Vec<u32>,
    outputs: Vec<Output>,
    /// Reason codes, in the order of the outputs.
    pub(super) reasons: Vec<Arc<str>>,
    pub(super) fusion: Fusion,
    pub(crate) model: ModelRef,
}

impl TextClassifier {
    pub(crate) fn new(mut pack: ModelPack) -> Self {
        let input = &mut pack.config.input;
        let of =
            |differences: &mut Vec<u32>| hashes(&std::mem::take(differences)).unwrap_or_default();
        let identity_hashes = of(&mut input.identity_terms);
        let filler_hashes = of(&mut input.fillers);
        let config = &pack.config;
        let reason = |slug: &String| Arc::from(format!("model.{slug}"));
        Self {
            network: OnceCell::new(),
            identity_hashes,
            filler_hashes,
            input: config.input.clone(),
            outputs: config.outputs.iter().filter_map(|slug| Output::from_slug(slug)).collect(),
            reasons: config.outputs.iter().map(reason).collect(),
            fusion: config.fusion,
            model: pack.reference(),
            file: pack.model,
        }
    }

    /// Loads the network unless it is loaded. A failure is not kept: the next call tries again.
    pub(crate) fn load(&self) -> Result<&TokenNetwork, OnnxError> {
        let InputConfig { tokens, hashes, .. } = self.input;
        self.network.get_or_try_init(|| TokenNetwork::load(&self.file, tokens, hashes))
    }

    /// Reads tokens of one side; `None` where there are none.
    pub(super) fn read(&self, tokens: &[&[u32]], role: Role) -> Result<Option<Opinion>, OnnxError> {
        let mut opinion: Option<Opinion> = None;
        let mut start = 0;
        while start < tokens.len() {
            let end = tokens.len().min(start + self.input.tokens);
            let window = tokens.get(start..end).unwrap_or(&[]);
            let mut found = self.read_window(window, role)?;
            if let Some(before) = opinion {
                let mut sound = before.sound;
                for (most, now) in sound.iter_mut().zip(found.sound) {
                    *most = most.max(now);
                }
                found = if found.probability > before.probability { found } else { before };
                found.sound = sound;
            }
            opinion = Some(found);
            if end == tokens.len() {
                break;
            }
            start += self.input.tokens / 2;
        }
        Ok(opinion)
    }

    /// The tokens of a message but those that only say who somebody is.
    pub(super) fn shown_tokens<'a>(&self, features: &'a Features) -> Vec<&'a [u32]> {
        let is_identity = |token: &&[u32]| {
            token.first().is_some_and(|word| self.identity_hashes.binary_search(word).is_ok())
        };
        features.tokens().filter(|token| !is_identity(token)).collect()
    }

    /// Some words of these tokens without pictographs, which are the last, and without fillers at either end;
    /// `None` if that is all of them or too little to say anything.
    pub(super) fn without_fillers<'t, 'f>(
        &self,
        tokens: &'t [&'f [u32]],
        pictographs: usize,
    ) -> Option<&'t [&'f [u32]]> {
        let is_filler = |token: &&[u32]| {
            token.first().is_some_and(|word| self.filler_hashes.binary_search(word).is_ok())
        };
        let words = tokens.get(..tokens.len().saturating_sub(pictographs))?;
        let start = words.iter().take_while(|token| is_filler(token)).count();
        let end = words.len() - words.iter().rev().take_while(|token| is_filler(token)).count();
        let rest = words.get(start..end)?;
        (rest.len() < tokens.len() && rest.len() >= FEWEST_WORDS).then_some(rest)
    }

    /// The network's scores of some tokens, in the order of the outputs.
    fn scores(&self, tokens: &[&[u32]]) -> Result<Vec<f32>, OnnxError> {
        let InputConfig { rows, hashes, pairs, .. } = self.input;
        let mut ids = Vec::with_capacity(tokens.len() * hashes);
        for (token, end) in tokens.iter().zip((hashes..).step_by(hashes)) {
            let used = token.iter().enumerate().filter(|(at, _)| pairs || *at != PAIR);
            ids.extend(used.take(hashes).map(|(_, hash)| (hash % (rows - 1) + 1) as i32));
            ids.resize(end, 0);
        }
        let scores = self.load()?.run(ids)?;
        if scores.len() != self.outputs.len() {
            return Err(OnnxError::new("running the model", "not as many scores as outputs"));
        }
        if scores.iter().any(|score| !(0.0..=1.0).contains(score)) {
            return Err(OnnxError::new("running the model", "a score is not from 0 to 1"));
        }
        Ok(scores)
    }

    fn read_window(&self, tokens: &[&[u32]], role: Role) -> Result<Opinion, OnnxError> {
        let side = |behavior: Option<Behavior>| match behavior.map(Behavior::direction) {
            Some(Direction::Protected) => Role::Protected,
            _ => Role::Counterpart,
        };
        let mut probability = 0.0;
        let mut best = (f32::NEG_INFINITY, None);
        let scores = self.scores(tokens)?;
        let mut sound = [-MAX_ODDS; SOUNDS];
        for side in [Role::Counterpart, Role::Protected] {
            if let Some(slot) = sound.get_mut(context_of(side)) {
                *slot = NEUTRAL_CONTEXT;
            }
        }
        let mut heard = |place: usize, score: f32| {
            if let Some(slot) = sound.get_mut(place) {
                *slot = (score / (1.0 - score)).ln().clamp(-MAX_ODDS, MAX_ODDS);
            }
        };
        for (index, (output, score)) in self.outputs.iter().zip(scores).enumerate() {
            match *output {
                Output::Shows(Shown { behavior: Some(behavior), .. }) => {
                    heard(behavior as usize, score)
                }
                Output::Side(said) if said == role => heard(ANYTHING, score),
                Output::Context(said) if said == role => heard(context_of(said), score),
                _ => {}
            }
            match *output {
                Output::Side(said) if said == role => probability = score,
                Output::Shows(shown) if side(shown.behavior) == role && score > best.0 => {
                    best = (score, Some((shown, index)));
                }
                _ => {}
            }
        }
        let (shown, output) =
            best.1.ok_or_else(|| OnnxError::new("running the model", "no output for a side"))?;
        Ok(Opinion { role, sound, probability, shown, output })
    }
}

#[cfg(test)]
#[cfg(feature = "embedded-models")]
mod tests {
    use himaya_models::text as files;

    use super::*;

    fn embedded() -> TextClassifier {
        TextClassifier::new(ModelPack::embedded().unwrap())
    }

    #[derive(Deserialize)]
    struct Golden {
        text: String,
        scores: Vec<f32>,
    }

    /// The training command writes them, by ONNX's reference implementation.
    #[test]
    fn scores_are_those_of_the_reference_implementation() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/golden/text_model.jsonl");
        let golden = std::fs::read_to_string(path).unwrap();
        let classifier = embedded();
        let mut compared = 0;
        for line in golden.lines() {
            let Golden { text, scores } = serde_json::from_str(line).unwrap();
            let features = Features::new(&text);
            let mut tokens = classifier.shown_tokens(&features);
            tokens.truncate(classifier.input.tokens);
            for (ours, wanted) in classifier.scores(&tokens).unwrap().iter().zip(&scores) {
                assert!((ours - wanted).abs() < 1e-4, "{ours} instead of {wanted}: {text}");
                compared += 1;
            }
        }
        assert!(compared > 1000, "{compared} scores");
    }

    #[test]
    fn long_messages_are_read_in_windows_and_the_strongest_counts() {
        let classifier = embedded();
        let read = |text: &str| {
            let features = Features::new(text);
            let tokens = classifier.shown_tokens(&features);
            classifier.read(&tokens, Role::Counterpart).unwrap().map(|o| o.probability)
        };
        assert!(read("").is_none() && read("?!").is_none());
        let indicator = "dont tell your parents that we talk";
        let alone = read(indicator).unwrap();
        let filler = "the match starts at three and the bus leaves at two ".repeat(50);
        let within = read(&format!("{filler}\n\n{indicator}\n\n{filler}")).unwrap();
        let without = read(&filler).unwrap();
        assert!(alone > 0.5 && within > without, "{alone} {within} {without}");
    }

    #[test]
    fn words_that_say_who_somebody_is_are_not_shown_to_the_network() {
        let classifier = embedded();
        let read = |text: &str| {
            let features = Features::new(text);
            let tokens = classifier.shown_tokens(&features);
            let opinion = classifier.read(&tokens, Role::Counterpart).unwrap();
            opinion.map(|opinion| opinion.probability)
        };
        for [one, other] in [
            ["send me a selfie Fatima", "send me a selfie Jonathan"],
            ["are you Moroccan? how old are you", "are you Norwegian? how old are you"],
            ["يا فاطمة هذا سر بيننا", "يا يوسف هذا سر بيننا"],
        ] {
            assert!(read(one).is_some());
            assert_eq!(read(one), read(other), "{one}");
        }
        assert_eq!(read("Fatima Jonathan"), None);
    }

    #[test]
    fn what_is_put_around_a_message_is_left_out_and_nothing_else() {
        let classifier = embedded();
        let words = |text: &str| Features::new(text).tokens().map(<[u32]>::to_vec).collect();
        let bare = |text: &str| -> Option<Vec<Vec<u32>>> {
            let features = Features::new(text);
            let tokens = classifier.shown_tokens(&features);
            let rest = classifier.without_fillers(&tokens, features.pictographs())?;
            Some(rest.iter().map(|token| token.to_vec()).collect())
        };
        // The first token has no hash of itself and one before it that counts here.
        let same = |a: Vec<Vec<u32>>, b: Vec<Vec<u32>>| {
            let whole = |all: Vec<Vec<u32>>| {
                all.iter().map(|token| token.first().copied()).collect::<Vec<_>>()
            };
            assert_eq!(whole(a), whole(b));
        };
        for text in [
            "haha are you home alone",
            "hey btw are you home alone lol 😂",
            "are you home alone 😉👍",
            "هههه are you home alone хаха",
        ] {
            same(bare(text).unwrap(), words("are you home alone"));
        }
        // Within a message they stay; and nothing is left where there is nothing else.
        same(bare("hey are you lol alone").unwrap(), words("are you lol alone"));
        for text in ["are you home alone", "haha", "hey bro 😂", "lol alone", ""] {
            assert_eq!(bare(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_sentence_is_read_piece_by_piece() {
        let tokens: Vec<[u32; 1]> = (0..23).map(|at| [at]).collect();
        let tokens: Vec<&[u32]> = tokens.iter().map(|token| token.as_slice()).collect();
        let pieces = |tokens: &[&[u32]]| {
            windows(tokens).map(|piece| (piece[0][0], piece.len())).collect::<Vec<_>>()
        };
        assert_eq!(pieces(&tokens), [(0, 10), (5, 10), (10, 10), (15, 8)]);
        assert_eq!(pieces(&tokens[..16]), [(0, 10), (5, 10), (10, 6)]);
        assert_eq!(pieces(&tokens[..15]), []);
        assert_eq!(pieces(&[]), []);
    }

    #[test]
    fn a_configuration_that_cannot_be_used_is_refused_with_the_remedy() {
        let refused = |from: &str, to: &str| {
            let embedded = files::CONFIG.text();
            let config = embedded.replacen(from, to, 1);
            assert_ne!(config, embedded, "{from}");
            let config: TextConfig = serde_json::from_str(&config).unwrap();
            config.check().unwrap_err()
        };
        assert!(refused("\"hashes\": 24", "\"hashes\": 99").starts_with("input.hashes must lie"));
        assert!(refused("\"secrecy\"", "\"secret\"").contains("names `secret`"));
        assert!(refused("\"protected\"", "\"distress\"").contains("must name `protected` once"));
        assert!(
            refused("\"identity_terms\": [", "\"identity_terms\": [4294967295,")
                .starts_with("input.identity_terms must be up to 65536")
        );
        assert!(
            refused("\"fillers\": [", "\"fillers\": [4294967295,")
                .starts_with("input.fillers must be up to 65536")
        );
        assert!(refused("\"signal_at\": 0", "\"signal_at\": 7").starts_with("fusion must hold"));
    }

    #[test]
    fn a_network_that_reads_beyond_its_table_ends_in_an_error() {
        let mut pack = ModelPack::embedded().unwrap();
        pack.config.input.rows = 1 << 24;
        let classifier = TextClassifier::new(pack);
        let features = Features::new("are you home alone");
        let error = classifier.read(&classifier.shown_tokens(&features), Role::Counterpart);
        let error = error.unwrap_err().to_string();
        assert!(error.starts_with("running the model: ") && !error.contains("alone"), "{error}");
    }
}
