//! Pictures: loading the model, one picture, one thread.
//!
//! `cargo bench --workspace --bench image`

#![allow(clippy::unwrap_used, reason = "benchmarks")]

use std::fs;

use divan::{Bencher, black_box};
use himaya::Guard;
use himaya::image::{DecodeLimits, Pixels, decode};
use himaya_tests::root;

fn main() {
    divan::main();
}

const PICTURE: &str = "examples/data/pictures/astronaut.jpg";

#[divan::bench(sample_count = 10, sample_size = 1)]
fn model_ready(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(|| Guard::builder().build().unwrap())
        .bench_values(|guard| guard.load_image_model().map(|()| guard).unwrap());
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn classify_pixels(bencher: Bencher<'_, '_>) {
    let guard = Guard::builder().build().unwrap();
    guard.load_image_model().unwrap();
    let bytes = fs::read(root().join(PICTURE)).unwrap();
    let pixels: Pixels<'_> = decode(&bytes, DecodeLimits::default()).unwrap();
    bencher.bench_local(|| guard.assess_pixels(black_box(&pixels)).unwrap());
}

#[divan::bench(sample_count = 50)]
fn decode_jpeg(bencher: Bencher<'_, '_>) {
    let bytes = fs::read(root().join(PICTURE)).unwrap();
    bencher.bench_local(|| decode(black_box(&bytes), DecodeLimits::default()).unwrap());
}
