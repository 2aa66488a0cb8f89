//! Text: building a guard, one message, a long message.
//!
//! `cargo bench --workspace --bench text`

#![allow(clippy::unwrap_used, reason = "benchmarks")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use himaya::Guard;

fn main() {
    divan::main();
}

/// Messages of 40 characters: ordinary, with a signal, Arabic, disguised.
const MESSAGES: [(&str, &str); 4] = [
    ("ordinary", "did you see the game last night? so good"),
    ("signal", "are you home alone or with your parents?"),
    ("arabic", "هل شاهدت المباراة أمس مع أصدقائك في البيت"),
    ("disguised", "4re y0u h.o.m.e a l o n e  riiight n0w??"),
];

#[divan::bench(sample_count = 50)]
fn build_guard() -> Guard {
    Guard::builder().build().unwrap()
}

#[divan::bench(args = MESSAGES.map(|(name, _)| name))]
fn message_of_40_characters(bencher: Bencher<'_, '_>, name: &str) {
    let guard = Guard::builder().build().unwrap();
    guard.load_text_model().unwrap();
    let (_, text) = *MESSAGES.iter().find(|(n, _)| *n == name).unwrap();
    bencher.bench_local(|| guard.assess_message(black_box(text)));
}

#[divan::bench(args = MESSAGES.map(|(name, _)| name))]
fn the_same_by_rules_alone(bencher: Bencher<'_, '_>, name: &str) {
    let guard = Guard::builder().without_text_model().build().unwrap();
    let (_, text) = *MESSAGES.iter().find(|(n, _)| *n == name).unwrap();
    bencher.bench_local(|| guard.assess_message(black_box(text)));
}

#[divan::bench(sample_count = 50)]
fn load_text_classifier(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(|| Guard::builder().build().unwrap())
        .bench_local_values(|guard| guard.load_text_model().unwrap());
}

#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000])]
fn long_message(bencher: Bencher<'_, '_>, bytes: usize) {
    let guard = Guard::builder().build().unwrap();
    let line = "did you see the game last night? it was so good, we should go there. ";
    let text = line.repeat(bytes / line.len() + 1);
    let text = text.get(..bytes).unwrap();
    bencher.counter(BytesCount::of_str(text)).bench_local(|| guard.assess_message(black_box(text)));
}
