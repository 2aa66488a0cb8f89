//! How a conversation goes: a small recurrent network over what it shows and sounds like after each message.
//!
//! The sums and means that everything else looks at do not tell what came first, what was answered by
//! what, and whether it was ever otherwise. A gated recurrent unit does (K. Cho et al., "Learning Phrase
//! Representations using RNN Encoder-Decoder for Statistical Machine Translation", EMNLP 2014, in the form in
//! which the reset gate is behind the product). Its state is [`STATES`] numbers in 127ths, as it is kept; it learnt with
//! that rounding. With inputs x and state h, both of this moment:
//!
//! ```text
//! r = sigmoid(W_r x + U_r h + b_r)         z = sigmoid(W_z x + U_z h + b_z)
//! n = tanh(W_n x + b_n + r U_n h)          h' = round(127 (z h + (1 - z) n)) / 127
//! log odds = o h' + v x + c
//! ```
//!
//! Only additions, products and quotients are used, in one order: every machine comes to the same state.

use serde::Deserialize;

use super::interplay::{self, Inputs};
use super::weights::WeightsError;

/// Numbers that are kept of how a conversation went.
pub(crate) const STATES: usize = 16;
/// How it went so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Course {
    /// Tag of the network that made it; to any other it says nothing.
    pub(crate) of: u8,
    /// In 127ths.
    pub(crate) state: [i8; STATES],
}

impl Course {
    /// Of no network.
    pub(crate) const NONE: Self = Self { of: 0, state: [0; STATES] };
}

const STEPS: f32 = 127.0;
/// Reset, update and new state.
const GATES: usize = 3;
const ROW: usize = GATES * STATES;
/// The most that a number of the file is, either way.
const MAX_NUMBER: f32 = 16.0;
/// The most that the log odds count, either way.
const MAX_ODDS: f32 = 8.0;

/// As in a weights file: rows of numbers with blanks between them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CourseFile {
    /// Names as the trees have them.
    inputs: Vec<String>,
    /// A row for each input: of the reset gate, the update gate and the new state.
    weights: Vec<String>,
    /// A row for each number of the state.
    recurrent: Vec<String>,
    bias: String,
    /// Of the log odds: of the state, of the inputs, and by itself.
    odds: String,
    direct: String,
    constant: f32,
}

/// The network.
#[derive(Clone, Debug)]
pub(crate) struct CourseNetwork {
    /// What tells its states from those of others, by 255 chances in 256.
    tag: u8,
    /// Of each input, by its place: its row, and what it adds to the log odds.
    inputs: Vec<(usize, [f32; ROW], f32)>,
    recurrent: [[f32; ROW]; STATES],
    bias: [f32; ROW],
    odds: [f32; STATES],
    constant: f32,
}

/// The numbers of a row, as many as there must be.
fn row<const N: usize>(text: &str) -> Option<[f32; N]> {
    let mut numbers = [0.0; N];
    let mut words = text.split_whitespace();
    for slot in &mut numbers {
        let number: f32 = words.next()?.parse().ok()?;
        *slot = (number.abs() <= MAX_NUMBER).then_some(number)?;
    }
    words.next().is_none().then_some(numbers)
}

impl Default for CourseNetwork {
    /// One that says nothing.
    fn default() -> Self {
        Self {
            tag: 0,
            inputs: Vec::new(),
            recurrent: [[0.0; ROW]; STATES],
            bias: [0.0; ROW],
            odds: [0.0; STATES],
            constant: 0.0,
        }
    }
}

impl CourseNetwork {
    /// # Errors
    /// When a name is no input's, or a row is not as it should be.
    pub(crate) fn new(file: &CourseFile) -> Result<Self, WeightsError> {
        let places = interplay::places(&file.inputs)?;
        let wrong = |what| WeightsError::Course(what);
        let direct =
            file.direct.split_whitespace().map(|number| row::<1>(number).map(|[number]| number));
        let direct: Option<Vec<f32>> = direct.collect();
        let direct = direct.ok_or(wrong("direct"))?;
        let rows: Option<Vec<[f32; ROW]>> = file.weights.iter().map(|text| row(text)).collect();
        let rows = rows.ok_or(wrong("weights"))?;
        if rows.len() != places.len() {
            return Err(wrong("weights"));
        }
        if direct.len() != places.len() {
            return Err(wrong("direct"));
        }
        let recurrent: Option<Vec<[f32; ROW]>> =
            file.recurrent.iter().map(|text| row(text)).collect();
        let recurrent =
            recurrent.and_then(|rows| rows.try_into().ok()).ok_or(wrong("recurrent"))?;
        if file.constant.is_nan() || file.constant.abs() > MAX_NUMBER {
            return Err(wrong("constant"));
        }
        let inputs = places.into_iter().zip(rows).zip(direct);
        Ok(Self {
            tag: tag(file),
            inputs: inputs.map(|((place, row), direct)| (place, row, direct)).collect(),
            recurrent,
            bias: row(&file.bias).ok_or(wrong("bias"))?,
            odds: row(&file.odds).ok_or(wrong("odds"))?,
            constant: file.constant,
        })
    }

    /// How it went, with one message more.
    pub(crate) fn step(&self, course: &mut Course, inputs: &Inputs) {
        let (mut now, mut before) = (self.bias, [0.0; ROW]);
        for (place, row, _) in &self.inputs {
            add(&mut now, row, inputs.get(*place).copied().unwrap_or(0.0));
        }
        course.state = self.state(course);
        course.of = self.tag;
        for (state, row) in course.state.iter().zip(&self.recurrent) {
            add(&mut before, row, f32::from(*state) / STEPS);
        }
        let part = |of: &[f32; ROW], gate: usize, at: usize| {
            of.get(gate * STATES + at).copied().unwrap_or(0.0)
        };
        for (at, state) in course.state.iter_mut().enumerate() {
            let reset = sigmoid(part(&now, 0, at) + part(&before, 0, at));
            let update = sigmoid(part(&now, 1, at) + part(&before, 1, at));
            let new = tanh(part(&now, 2, at) + reset * part(&before, 2, at));
            let held = update * (f32::from(*state) / STEPS) + (1.0 - update) * new;
            *state = (held * STEPS).round_ties_even() as i8;
        }
    }

    /// The state, if this network made it; else where all begin.
    fn state(&self, course: &Course) -> [i8; STATES] {
        if course.of == self.tag { course.state } else { [0; STATES] }
    }

    /// Log odds that it goes as risky ones do: -8 to 8.
    pub(crate) fn odds(&self, course: &Course, inputs: &Inputs) -> f32 {
        let state = self.state(course);
        let held = state.iter().zip(&self.odds).map(|(state, of)| of * f32::from(*state) / STEPS);
        let direct = self.inputs.iter();
        let direct = direct.map(|(place, _, of)| of * inputs.get(*place).copied().unwrap_or(0.0));
        let odds = held.sum::<f32>() + direct.sum::<f32>() + self.constant;
        odds.clamp(-MAX_ODDS, MAX_ODDS)
    }
}

/// A checksum of what the network is; never 0.
fn tag(file: &CourseFile) -> u8 {
    let mut sum = crc32fast::Hasher::new();
    let CourseFile { inputs, weights, recurrent, bias, odds, .. } = file;
    for text in inputs.iter().chain(weights).chain(recurrent).chain([bias, odds]) {
        sum.update(text.as_bytes());
    }
    (sum.finalize() % 255) as u8 + 1
}

fn add(sums: &mut [f32; ROW], row: &[f32; ROW], times: f32) {
    if times != 0.0 {
        for (sum, of) in sums.iter_mut().zip(row) {
            *sum += times * of;
        }
    }
}

fn sigmoid(odds: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * odds)
}

/// Lambert's continued fraction to the eleventh term, as one quotient; beyond 4.97 it is 1 to float's precision of 127ths.
fn tanh(of: f32) -> f32 {
    let x = of.clamp(-4.97, 4.97);
    let square = x * x;
    let above = x * (135_135.0 + square * (17_325.0 + square * (378.0 + square)));
    let below = 135_135.0 + square * (62_370.0 + square * (3_150.0 + square * 28.0));
    (above / below).clamp(-1.0, 1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::conversation::interplay::NOTHING;
    use crate::taxonomy::Behavior;

    fn numbers(values: &[f32]) -> String {
        values.iter().map(f32::to_string).collect::<Vec<_>>().join(" ")
    }

    /// Over secrecy and meeting; `change` says what of it is not zero.
    fn file(change: impl FnOnce(&mut [[f32; ROW]; 2], &mut [[f32; ROW]; STATES])) -> CourseFile {
        let (mut weights, mut recurrent) = ([[0.0; ROW]; 2], [[0.0; ROW]; STATES]);
        change(&mut weights, &mut recurrent);
        let mut odds = [0.0; STATES];
        odds[0] = 2.0;
        CourseFile {
            inputs: ["secrecy", "meeting"].map(str::to_owned).into(),
            weights: weights.iter().map(|row| numbers(row)).collect(),
            recurrent: recurrent.iter().map(|row| numbers(row)).collect(),
            bias: numbers(&[0.0; ROW]),
            odds: numbers(&odds),
            direct: "0.5 -0.25".to_owned(),
            constant: -1.0,
        }
    }

    fn inputs(secrecy: f32, meeting: f32) -> Inputs {
        let mut inputs = NOTHING;
        inputs[Behavior::Secrecy as usize] = secrecy;
        inputs[Behavior::Meeting as usize] = meeting;
        inputs
    }

    #[test]
    fn a_step_is_what_the_equations_say() {
        let network = CourseNetwork::new(&file(|weights, recurrent| {
            // The new state follows secrecy; what was held before speaks against it, by half.
            weights[0][2 * STATES] = 2.0;
            recurrent[0][2 * STATES] = -1.0;
            // Meeting closes the update gate, which then holds.
            weights[1][STATES] = 16.0;
        }));
        let network = network.unwrap();
        let mut course = Course::NONE;
        // Half of what was, half of tanh(2) = 0.9640.
        network.step(&mut course, &inputs(1.0, 0.0));
        assert_eq!(course.state[0], 61);
        // Half of 61/127, half of tanh(2 - 0.5 * 61/127) = 0.9426.
        network.step(&mut course, &inputs(1.0, 0.0));
        assert_eq!(course.state[0], 90);
        network.step(&mut course, &inputs(1.0, 1.0));
        assert_eq!((course.state[0], &course.state[1..]), (90, &[0; STATES - 1][..]));
        let odds = network.odds(&course, &inputs(1.0, 1.0));
        assert!((odds - (2.0 * 90.0 / 127.0 + 0.5 - 0.25 - 1.0)).abs() < 1e-6, "{odds}");
        assert_eq!(CourseNetwork::default().odds(&course, &inputs(1.0, 1.0)), 0.0);
    }

    #[test]
    fn what_came_first_matters() {
        let network = CourseNetwork::new(&file(|weights, recurrent| {
            weights[0][2 * STATES] = 4.0;
            weights[1][2 * STATES + 1] = 4.0;
            recurrent[0][2 * STATES + 1] = 4.0;
        }));
        let network = network.unwrap();
        let (secrecy, meeting) = (inputs(1.0, 0.0), inputs(0.0, 1.0));
        let [mut one, mut other] = [Course::NONE; 2];
        for (first, second, course) in
            [(secrecy, meeting, &mut one), (meeting, secrecy, &mut other)]
        {
            network.step(course, &first);
            network.step(course, &second);
        }
        assert_ne!(one, other);
    }

    #[test]
    fn what_another_network_held_says_nothing() {
        let network = |weight| {
            CourseNetwork::new(&file(|weights, _| weights[0][2 * STATES] = weight)).unwrap()
        };
        let [one, other] = [2.0, 3.0].map(network);
        let (mut course, mut fresh) = (Course::NONE, Course::NONE);
        one.step(&mut course, &inputs(1.0, 0.0));
        let odds = |of: &Course| other.odds(of, &inputs(0.0, 1.0));
        assert_eq!(odds(&course), odds(&fresh));
        for course in [&mut course, &mut fresh] {
            other.step(course, &inputs(1.0, 0.0));
        }
        assert_eq!(course, fresh);
        assert_ne!(odds(&course), odds(&Course::NONE));
    }

    #[test]
    fn a_file_that_does_not_fit_is_refused() {
        let refused = |change: &dyn Fn(&mut CourseFile)| {
            let mut file = file(|_, _| {});
            change(&mut file);
            CourseNetwork::new(&file).unwrap_err()
        };
        assert_eq!(refused(&|file| file.inputs[1] = "age".into()), WeightsError::Input(2));
        type Change = fn(&mut CourseFile);
        let changes: [(&str, Change); 10] = [
            ("weights", |file| file.weights[0].push_str(" 1")),
            ("weights", |file| file.weights.truncate(1)),
            ("weights", |file| file.weights[1] = file.weights[1].replacen('0', "17", 1)),
            ("recurrent", |file| file.recurrent.truncate(STATES - 1)),
            ("recurrent", |file| file.recurrent[3] = "0".into()),
            ("bias", |file| file.bias = file.bias.replacen('0', "NaN", 1)),
            ("odds", |file| file.odds = String::new()),
            ("direct", |file| file.direct = "0.5".into()),
            ("direct", |file| file.direct = "0.5 x".into()),
            ("constant", |file| file.constant = f32::NAN),
        ];
        for (name, change) in changes {
            assert_eq!(refused(&change), WeightsError::Course(name), "{name}");
        }
    }

    #[test]
    fn its_tangent_is_as_near_as_the_state_is_kept() {
        for step in -1000_i16..=1000 {
            let of = f32::from(step) / 100.0;
            assert!((tanh(of) - of.tanh()).abs() < 0.1 / STEPS, "{of}");
        }
        assert_eq!((tanh(f32::INFINITY), tanh(f32::NEG_INFINITY)), (tanh(4.97), -tanh(4.97)));
    }

    proptest! {
        #[test]
        fn whatever_comes_the_state_stays_within_its_steps(
            rows in prop::collection::vec(-16.0_f32..=16.0, ROW * STATES),
            shown in prop::collection::vec((0.0_f32..=1.0, -1.5_f32..=1.5), 1..30),
        ) {
            let network = CourseNetwork::new(&file(|weights, recurrent| {
                for (slot, value) in recurrent.iter_mut().flatten().zip(&rows) {
                    *slot = *value;
                }
                weights[0].copy_from_slice(&rows[..ROW]);
            }));
            let network = network.unwrap();
            let mut course = Course::NONE;
            for (secrecy, meeting) in shown {
                let inputs = inputs(secrecy, meeting);
                network.step(&mut course, &inputs);
                prop_assert!(!course.state.contains(&i8::MIN));
                let odds = network.odds(&course, &inputs);
                prop_assert!((-MAX_ODDS..=MAX_ODDS).contains(&odds));
            }
        }
    }
}
