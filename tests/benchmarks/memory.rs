//! Memory: what a guard adds to a process, without and with the text classifier, and what a
//! million messages add to that.
//!
//! `cargo bench -p himaya-tests --bench memory` (Linux)

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "benchmarks")]

use std::fs;
use std::hint::black_box;

use himaya::Guard;

/// What the process holds, in MB; 0 where there is no `/proc`.
fn resident() -> f64 {
    let pages = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = pages.split(' ').nth(1).and_then(|pages| pages.parse::<f64>().ok());
    pages.unwrap_or(0.0) * 4096.0 / 1e6
}

fn main() {
    let messages = 1_000_000;
    let texts =
        ["did you see the game last night?", "هل أنت وحدك", "send me a pic", "ok", "wo bist du"];
    let warm = |guard: &Guard, n: usize| {
        for text in texts.iter().cycle().take(n) {
            black_box(guard.assess_message(text));
        }
    };
    let nothing = resident();
    let rules = Guard::builder().without_text_model().build().unwrap();
    warm(&rules, 10_000);
    let with_rules = resident();
    let both = Guard::builder().build().unwrap();
    warm(&both, 10_000);
    let with_both = resident();
    warm(&both, messages);
    let after = resident();
    println!("guard with rules alone          {:6.1} MB", with_rules - nothing);
    println!("another, with the classifier    {:6.1} MB", with_both - with_rules);
    println!("{messages} messages more       {:6.1} MB", after - with_both);
}
