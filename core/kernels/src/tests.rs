use proptest::collection::vec;
use proptest::prelude::*;

use std::sync::Arc;

use super::*;

/// Miri takes some thousand times as long.
const CASES: u32 = if cfg!(miri) { 3 } else { 200 };
const FEWER: usize = if cfg!(miri) { 20 } else { 1 };
/// More than a register holds.
const CHANNELS: usize = if cfg!(miri) { 12 } else { 70 };

/// Of so many channels, as many again are weights enough to be kept in 8 bits.
const WIDE: usize = if cfg!(miri) { 8 } else { 182 };

/// A sum in double precision, and how far one in single precision may be from it.
struct Sum {
    value: f64,
    /// Of the terms without their signs.
    magnitude: f64,
    terms: usize,
}

impl Sum {
    fn add(&mut self, term: f64) {
        self.value += term;
        self.magnitude += term.abs();
        self.terms += 1;
    }

    /// The greatest error in whatever order the terms are added (N. J. Higham, Accuracy and Stability of Numerical
    /// Algorithms, 2nd ed., section 3.1: n u times the sum of the magnitudes), to first order.
    fn error(&self) -> f64 {
        self.terms as f64 * f64::from(f32::EPSILON) / 2.0 * self.magnitude
    }
}

/// The definition, in double precision.
fn by_definition(
    window: &Window,
    input: &[f32],
    channels: usize,
    term: impl Fn(usize, usize, usize) -> Option<f32>,
    bias: &[f32],
) -> Vec<Sum> {
    let mut out = Vec::new();
    for y in 0..window.out_size.0 {
        for x in 0..window.out_size.1 {
            for (to, bias) in bias.iter().enumerate() {
                let mut sum = Sum { value: 0.0, magnitude: 0.0, terms: 0 };
                sum.add(f64::from(*bias));
                for ky in 0..window.kernel.0 {
                    for kx in 0..window.kernel.1 {
                        let row = (y * window.stride.0 + ky) as isize - window.before.0 as isize;
                        let column = (x * window.stride.1 + kx) as isize - window.before.1 as isize;
                        if row < 0
                            || column < 0
                            || row >= window.size.0 as isize
                            || column >= window.size.1 as isize
                        {
                            continue;
                        }
                        let at = (row as usize * window.size.1 + column as usize) * channels;
                        for from in 0..channels {
                            if let Some(weight) = term(to, from, ky * window.kernel.1 + kx) {
                                sum.add(f64::from(weight) * f64::from(input[at + from]));
                            }
                        }
                    }
                }
                out.push(sum);
            }
        }
    }
    out
}

fn window() -> impl Strategy<Value = Window> {
    let pair = |range: std::ops::Range<usize>| (range.clone(), range);
    (pair(1..12), pair(1..6), pair(1..3), pair(0..3), pair(0..3)).prop_filter_map(
        "the window must fit",
        |(size, kernel, stride, before, after)| {
            let out = |size: usize, kernel: usize, stride: usize, before: usize, after: usize| {
                Some(((size + before + after).checked_sub(kernel)?) / stride + 1)
            };
            let rows = out(size.0, kernel.0, stride.0, before.0, after.0)?;
            let columns = out(size.1, kernel.1, stride.1, before.1, after.1)?;
            Some(Window { kernel, stride, before, size, out_size: (rows, columns) })
        },
    )
}

/// Numbers in -1..1 from a seed.
fn numbers(count: usize, seed: u32) -> Vec<f32> {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 8) as f32 / 8_388_608.0 - 1.0
    };
    (0..count).map(|_| next()).collect()
}

fn assert_close(found: &[f32], expected: &[Sum], bounds: Bounds, what: &str) {
    for (at, (found, sum)) in found.iter().zip(expected).enumerate() {
        let expected = sum.value.clamp(f64::from(bounds.0), f64::from(bounds.1));
        assert!(
            (f64::from(*found) - expected).abs() <= sum.error(),
            "{what}, {at}: {found} instead of {expected}, within {}",
            sum.error()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn every_engine_convolves_as_the_definition_says(
        window in window(),
        channels in 1_usize..20,
        out_channels in 1..CHANNELS,
        seed in any::<u32>(),
        adds in any::<bool>(),
        cuts in any::<bool>(),
    ) {
        let taps = window.kernel.0 * window.kernel.1;
        let input = numbers(window.numbers(1) * channels, seed);
        let weights = numbers(out_channels * channels * taps, seed ^ 7);
        let bias = numbers(out_channels, seed ^ 11);
        let add = adds.then(|| numbers(window.out_numbers(1) * out_channels, seed ^ 13));
        let bounds = if cuts { (0.0, 6.0) } else { (f32::NEG_INFINITY, f32::INFINITY) };
        let weight = |to: usize, from: usize, tap: usize| {
            weights.get((to * channels + from) * taps + tap).copied()
        };
        let mut expected = by_definition(&window, &input, channels, weight, &bias);
        for (sum, add) in expected.iter_mut().zip(add.iter().flatten()) {
            sum.add(f64::from(*add));
        }
        for engine in Engine::available() {
            let dense = Dense::new(engine, &weights, &bias, channels, taps).unwrap();
            let mut out = vec![f32::NAN; window.out_numbers(1) * out_channels];
            dense.run(&window, &input, add.as_deref(), bounds, &mut Scratch::default(), &mut out).unwrap();
            assert_close(&out, &expected, bounds, &format!("{engine:?}"));
        }
    }

    #[test]
    fn weights_of_8_bits_stand_for_the_numbers_that_they_are(
        rows in 1_usize..30,
        channels in WIDE..WIDE + 20,
        out_channels in WIDE..WIDE + 20,
        lowest in -255_i16..=0,
        seed in any::<u32>(),
    ) {
        let input = numbers(rows * channels, seed);
        let bias = numbers(out_channels, seed ^ 11);
        let step = 0.003_283_46;
        let mut weights = numbers(out_channels * channels, seed ^ 7);
        for weight in &mut weights {
            *weight = ((weight.fract().abs() * 255.0).floor() + f32::from(lowest)) * step;
        }
        weights[0] = if lowest < 0 { -step } else { step };
        let window = Window::pointwise(1, rows);
        let weight = |to: usize, from: usize, _| weights.get(to * channels + from).copied();
        let expected = by_definition(&window, &input, channels, weight, &bias);
        let bounds = (f32::NEG_INFINITY, f32::INFINITY);
        for engine in Engine::available() {
            let dense = Dense::new(engine, &weights, &bias, channels, 1).unwrap();
            assert!(matches!(dense.weights, Weights::Codes { .. }));
            let mut out = vec![f32::NAN; rows * out_channels];
            dense.run(&window, &input, None, bounds, &mut Scratch::default(), &mut out).unwrap();
            assert_close(&out, &expected, bounds, &format!("{engine:?}"));
        }
    }

    #[test]
    fn every_engine_convolves_each_channel_as_the_definition_says(
        window in window(),
        square in any::<bool>(),
        channels in 1..CHANNELS,
        seed in any::<u32>(),
    ) {
        let window = if square && window.size.0 + window.before.0 >= 3 && window.size.1 + window.before.1 >= 3 {
            let out = |size: usize, before: usize, stride| (size + before - 3) / stride + 1;
            Window {
                kernel: (3, 3),
                out_size: (
                    out(window.size.0, window.before.0, window.stride.0),
                    out(window.size.1, window.before.1, window.stride.1),
                ),
                ..window
            }
        } else {
            window
        };
        let taps = window.kernel.0 * window.kernel.1;
        let input = numbers(window.numbers(1) * channels, seed);
        let weights = numbers(channels * taps, seed ^ 7);
        let bias = numbers(channels, seed ^ 11);
        let bounds = (0.0, 6.0);
        let weight = |to: usize, from: usize, tap: usize| {
            (to == from).then(|| weights[to * taps + tap])
        };
        let expected = by_definition(&window, &input, channels, weight, &bias);
        for engine in Engine::available() {
            let depthwise = Depthwise::new(engine, &weights, &bias, taps).unwrap();
            let mut out = vec![f32::NAN; window.out_numbers(1) * channels];
            depthwise.run(&window, &input, bounds, &mut out).unwrap();
            assert_close(&out, &expected, bounds, &format!("{engine:?}"));
        }
    }

    #[test]
    fn a_block_in_strips_is_its_three_convolutions(
        (height, width) in (1_usize..40, 1_usize..20),
        (stride, kernel) in (1_usize..3, prop_oneof![Just(1), Just(3), Just(3), Just(5)]),
        before in 0_usize..3,
        (channels, wide, out_channels) in (1_usize..9, prop_oneof![1_usize..40, 900 / FEWER..1200 / FEWER], 1_usize..9),
        (seed, widens, adds) in any::<(u32, bool, bool)>(),
    ) {
        let channels = if widens { channels } else { wide };
        let out = |side: usize| (side + 2 * before).checked_sub(kernel).map(|last| last / stride + 1);
        let (Some(out_height), Some(out_width)) = (out(height), out(width)) else { return Ok(()) };
        let window = Window {
            kernel: (kernel, kernel),
            stride: (stride, stride),
            before: (before, before),
            size: (height, width),
            out_size: (out_height, out_width),
        };
        let engine = Engine::fastest();
        let dense = |from: usize, to: usize, seed| {
            Arc::new(Dense::new(engine, &numbers(from * to, seed), &numbers(to, seed ^ 3), from, 1).unwrap())
        };
        let taps = kernel * kernel;
        let filter = || Arc::new(Depthwise::new(engine, &numbers(wide * taps, seed ^ 5), &numbers(wide, seed ^ 9), taps).unwrap());
        let (relu6, linear) = ((0.0, 6.0), (f32::NEG_INFINITY, f32::INFINITY));
        let input = numbers(window.numbers(1) * channels, seed);
        let add = adds.then(|| numbers(window.out_numbers(1) * out_channels, seed ^ 13));

        let mut widened = vec![0.0; window.numbers(1) * wide];
        if widens {
            dense(channels, wide, seed ^ 7)
                .run(&Window::pointwise(height, width), &input, None, relu6, &mut Scratch::default(), &mut widened)
                .unwrap();
        } else {
            widened.copy_from_slice(&input);
        }
        let mut filtered = vec![0.0; window.out_numbers(1) * wide];
        filter().run(&window, &widened, relu6, &mut filtered).unwrap();
        let mut expected = vec![0.0; window.out_numbers(1) * out_channels];
        let narrow = Window::pointwise(out_height, out_width);
        dense(wide, out_channels, seed ^ 8)
            .run(&narrow, &filtered, add.as_deref(), linear, &mut Scratch::default(), &mut expected)
            .unwrap();

        let block = Separable {
            widen: widens.then(|| (dense(channels, wide, seed ^ 7), relu6)),
            depthwise: (filter(), relu6),
            narrow: (dense(wide, out_channels, seed ^ 8), linear),
        };
        // Each of the narrow convolution's terms is at most 6.
        let sums = 6.0 * (wide + 2) as f32;
        let mut found = vec![f32::NAN; expected.len()];
        // What a run before it left in the strips must not matter.
        let mut scratch = Scratch::default();
        let unlike = vec![f32::NAN; input.len()];
        block.run(&window, &unlike, add.as_deref(), &mut scratch, &mut found).unwrap();
        block.run(&window, &input, add.as_deref(), &mut scratch, &mut found).unwrap();
        for (found, expected) in found.iter().zip(&expected) {
            // A strip of one pixel adds in another order.
            prop_assert!((found - expected).abs() <= 1e-6 * sums, "{} {}", found, expected);
        }
    }

    #[test]
    fn products_with_many_rows_are_cut_into_blocks(
        rows in 1_usize..600 / FEWER,
        channels in 200 / FEWER..1200 / FEWER,
        out_channels in 1_usize..40,
        seed in any::<u32>(),
    ) {
        let window = Window::pointwise(rows, 1);
        let input = numbers(rows * channels, seed);
        let weights = numbers(out_channels * channels, seed ^ 7);
        let bias = numbers(out_channels, seed ^ 11);
        let weight = |to: usize, from: usize, _| weights.get(to * channels + from).copied();
        let expected = by_definition(&window, &input, channels, weight, &bias);
        let bounds = (f32::NEG_INFINITY, f32::INFINITY);
        for engine in Engine::available() {
            let dense = Dense::new(engine, &weights, &bias, channels, 1).unwrap();
            let mut out = vec![f32::NAN; rows * out_channels];
            dense.run(&window, &input, None, bounds, &mut Scratch::default(), &mut out).unwrap();
            assert_close(&out, &expected, bounds, &format!("{engine:?}"));
        }
    }

    #[test]
    fn buffers_of_any_other_length_are_refused(
        window in window(),
        channels in 1_usize..5,
        extra in vec(any::<bool>(), 3),
    ) {
        let taps = window.kernel.0 * window.kernel.1;
        let dense = Dense::new(Engine::fastest(), &vec![0.0; 2 * channels * taps], &[0.0; 2], channels, taps).unwrap();
        let longer = |length: usize, index: usize| vec![0.0; length + usize::from(extra[index])];
        let input = longer(window.numbers(1) * channels, 0);
        let mut out = longer(window.out_numbers(1) * 2, 1);
        let add = longer(window.out_numbers(1) * 2, 2);
        let result = dense.run(&window, &input, Some(&add), (0.0, 6.0), &mut Scratch::default(), &mut out);
        prop_assert_eq!(result.is_ok(), !extra.contains(&true));
    }

    #[test]
    fn windows_that_cannot_be_counted_are_refused(
        numbers in vec(prop_oneof![0..4_usize, Just(1 << 31), usize::MAX - 3..=usize::MAX], 10),
        channels in 0_usize..3,
    ) {
        let pair = |at: usize| (numbers[at], numbers[at + 1]);
        let window = Window { kernel: pair(0), stride: pair(2), before: pair(4), size: pair(6), out_size: pair(8) };
        let (held, taps) = (window.numbers(channels).min(50), window.taps().min(20));
        let input = vec![1.0; held];
        let mut out = vec![0.0; window.out_numbers(channels).min(50)];
        let engine = Engine::fastest();
        let dense = Dense::new(engine, &vec![1.0; channels * channels * taps], &vec![0.0; channels], channels, taps);
        let depthwise = Depthwise::new(engine, &vec![1.0; channels * taps], &vec![0.0; channels], taps);
        let results = [
            dense.unwrap().run(&window, &input, None, (0.0, 6.0), &mut Scratch::default(), &mut out),
            depthwise.unwrap().run(&window, &input, (0.0, 6.0), &mut out),
        ];
        let fits = |(stride, side): (usize, usize)| (1..4).contains(&stride) && side < 4;
        let small = fits((window.stride.0, window.size.0)) && fits((window.stride.1, window.size.1));
        prop_assert!(small || results.iter().all(Result::is_err) || out.is_empty() || input.is_empty());
    }
}

#[test]
fn panels_are_as_wide_as_they_may_be() {
    assert_eq!(panels(1, 2), [1]);
    assert_eq!(panels(3, 2), [2, 1]);
    assert_eq!(panels(4, 3), [2, 2]);
    assert_eq!(panels(7, 3), [3, 2, 2]);
    assert_eq!(panels(0, 2), [] as [usize; 0]);
}
