//! What words for people cost: a host that shows none pays nothing.
//!
//! `cargo bench --workspace --bench messages`

#![allow(clippy::unwrap_used, reason = "benchmarks")]

use divan::{Bencher, black_box};
use himaya::intervention::{
    Addressee, HelpAudience, HelpQuery, HelpServices, InterventionLevel, Messages, Notice, Reader,
};
use himaya::{AgeBand, Category};

fn main() {
    divan::main();
}

const LANGUAGES: [&str; 2] = ["en", "ar-EG"];

fn notice(messages: &Messages) -> Notice {
    let child = Addressee::aged(AgeBand::From10To12);
    let level = InterventionLevel::Descriptive;
    messages.notice(Reader::Approached, black_box(Category::Sextortion), &child, level).unwrap()
}

#[divan::bench(args = LANGUAGES)]
fn choose_a_language(language: &str) -> Messages {
    Messages::new(black_box(language)).unwrap()
}

/// Reads the file of the language.
#[divan::bench(args = LANGUAGES)]
fn first_notice(bencher: Bencher<'_, '_>, language: &str) {
    bencher
        .with_inputs(|| Messages::new(language).unwrap())
        .bench_local_values(|messages| notice(&messages));
}

#[divan::bench(args = LANGUAGES)]
fn further_notice(bencher: Bencher<'_, '_>, language: &str) {
    let messages = Messages::new(language).unwrap();
    bencher.bench_local(|| notice(&messages));
}

#[divan::bench]
fn read_help_services() -> HelpServices {
    HelpServices::embedded().unwrap()
}

#[divan::bench]
fn look_up_help_services(bencher: Bencher<'_, '_>) {
    let services = HelpServices::embedded().unwrap();
    let query =
        HelpQuery { country: "EG", audience: HelpAudience::Child, language: "ar", age: None };
    bencher.bench_local(|| services.lookup(black_box(&query)).len());
}
