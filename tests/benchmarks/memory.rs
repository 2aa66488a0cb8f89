//! Memory: what a guard adds to a process, without and with the text classifier, and what a
//! million messages and a million conversations add to that.
//!
//! `cargo bench --workspace --bench memory` (Linux)

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "benchmarks")]

use std::fs;
use std::hint::black_box;
use std::num::NonZeroUsize;

use himaya::conversation::{Conversations, MemoryStore};
use himaya::{Guard, Message};

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
    let conversations = NonZeroUsize::new(messages).unwrap();
    let conversations = Conversations::new(MemoryStore::new(conversations));
    for number in 0..messages {
        let counterpart = format!("user {number}");
        // Two kinds of signal each, where most conversations have none.
        for text in ["are you home alone?", "this is our secret"] {
            let message = Message::from_counterpart(text).at(number as i64);
            black_box(conversations.observe(&rules, &counterpart, &message));
        }
    }
    let followed = resident();
    println!("guard with rules alone          {:6.1} MB", with_rules - nothing);
    println!("another, with the classifier    {:6.1} MB", with_both - with_rules);
    println!("{messages} messages more       {:6.1} MB", after - with_both);
    println!("{messages} conversations       {:6.1} MB", followed - after);
}
