//! Conversations: what following one adds to reading a message, and keeping its state.
//!
//! `cargo bench --workspace --bench conversation`

#![allow(clippy::unwrap_used, reason = "benchmarks")]

use std::num::NonZeroUsize;

use divan::{Bencher, black_box};
use himaya::conversation::{ConversationStore, Conversations, FileStore, MemoryStore};
use himaya::{Conversation, Guard, Message};

fn main() {
    divan::main();
}

/// What had read the messages before: with a classifier, the trees count.
const READ_BY: [&str; 2] = ["rules", "classifier"];

/// A message of a conversation in which much was shown, without a text to read: the engine alone.
#[divan::bench(args = READ_BY)]
fn engine_alone(bencher: Bencher<'_, '_>, read_by: &str) {
    let guard = guard(read_by);
    let (mut conversation, mut time) = (full(&guard), 0);
    bencher.bench_local(|| {
        time += 60_000;
        guard.observe(&mut conversation, &Message::from_counterpart(black_box("")).at(time))
    });
}

#[divan::bench(args = READ_BY)]
fn explain(bencher: Bencher<'_, '_>, read_by: &str) {
    let guard = guard(read_by);
    let conversation = full(&guard);
    bencher.bench_local(|| guard.explain(black_box(&conversation)));
}

#[divan::bench]
fn export(bencher: Bencher<'_, '_>) {
    let conversation = full(&rules());
    bencher.bench_local(|| black_box(&conversation).export());
}

#[divan::bench]
fn import(bencher: Bencher<'_, '_>) {
    let bytes = full(&rules()).export();
    bencher.bench_local(|| Conversation::import(black_box(&bytes)).unwrap());
}

/// Load, observe, save, with a hundred thousand conversations in memory.
#[divan::bench]
fn in_memory(bencher: Bencher<'_, '_>) {
    let guard = rules();
    let store = MemoryStore::new(NonZeroUsize::new(100_000).unwrap());
    let state = full(&guard).export();
    let names: Vec<String> = (0..100_000).map(|number| format!("user {number}")).collect();
    for name in &names {
        store.save(name, &state).unwrap();
    }
    let conversations = Conversations::new(store);
    let mut names = names.iter().cycle();
    bencher.bench_local(|| {
        let name = names.next().unwrap();
        conversations.observe(&guard, name, &Message::from_counterpart(black_box("")))
    });
}

/// The same in a file, each message on the disk before the next.
#[divan::bench(sample_count = 20, sample_size = 5)]
fn in_a_file(bencher: Bencher<'_, '_>) {
    let guard = rules();
    let folder = tempfile::tempdir().unwrap();
    let store = FileStore::open(folder.path().join("conversations.redb")).unwrap();
    let conversations = Conversations::new(store);
    bencher.bench_local(|| {
        conversations.observe(&guard, "user", &Message::from_counterpart(black_box("")))
    });
}

fn guard(read_by: &str) -> Guard {
    if read_by == "classifier" { Guard::builder().build().unwrap() } else { rules() }
}

fn rules() -> Guard {
    Guard::builder().without_text_model().build().unwrap()
}

/// A conversation that shows nearly everything.
fn full(guard: &Guard) -> Conversation {
    let mut conversation = Conversation::new();
    let texts = [
        "how old are you?",
        "what school do you go to?",
        "are you home alone?",
        "this is our secret, don't tell your mum",
        "your parents don't understand you",
        "you are so mature for your age",
        "i'll buy you a gift card",
        "add me on snapchat",
        "let's meet up, just us",
        "send me a selfie",
        "you owe me",
        "pay me or everyone sees your pictures",
    ];
    for (time, text) in (0..).zip(texts) {
        guard.observe(&mut conversation, &Message::from_counterpart(text).at(time * 60_000));
    }
    conversation
}
