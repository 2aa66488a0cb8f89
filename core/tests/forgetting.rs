//! What is forgotten is gone from the memory of the process, as the system sees it.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs::{self, File};
use std::num::NonZeroUsize;
use std::os::unix::fs::FileExt;
use std::sync::{Mutex, PoisonError};

use himaya::conversation::{ConversationStore, Conversations, MemoryStore};
use himaya::{Guard, Message};

/// As in the memory of this process nowhere else: looked for without being written down.
const MASK: u8 = 0xa5;

/// How often the masked bytes stand, unmasked, in memory that this process may write to.
fn found(masked: &[u8]) -> usize {
    // One search at a time: what another one has read of this memory would be found, too.
    static SEARCH: Mutex<()> = Mutex::new(());
    let _alone = SEARCH.lock().unwrap_or_else(PoisonError::into_inner);
    let memory = File::open("/proc/self/mem").unwrap();
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let mut chunk = vec![0; 1 << 20];
    let own = chunk.as_ptr_range();
    let own = own.start as u64..own.end as u64;
    let mut times = 0;
    for line in
        maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|may| may.starts_with("rw")))
    {
        let (start, end) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let end = u64::from_str_radix(end, 16).unwrap();
        let mut at = u64::from_str_radix(start, 16).unwrap();
        while at < end {
            let length = (end - at).min(chunk.len() as u64) as usize;
            // Pages that nobody may read are none of ours.
            let read = memory.read_at(&mut chunk[..length], at).unwrap_or(0);
            let hits =
                chunk[..read].windows(masked.len()).enumerate().filter(|(offset, window)| {
                    !own.contains(&(at + *offset as u64))
                        && window.iter().zip(masked).all(|(byte, masked)| *byte == masked ^ MASK)
                });
            times += hits.count();
            let step = read.saturating_sub(masked.len() - 1);
            at += if step == 0 { length as u64 } else { step as u64 };
        }
    }
    chunk.fill(0);
    std::hint::black_box(&chunk);
    times
}

fn masked(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.iter_mut().for_each(|byte| *byte ^= MASK);
    bytes
}

#[test]
fn what_a_store_in_memory_forgets_is_in_no_memory_any_more() {
    let store = MemoryStore::new(NonZeroUsize::new(2).unwrap());
    let byte = |n: u32, seed: u32| ((n + seed).wrapping_mul(2_654_435_761) >> 24) as u8;
    let state = |seed: u32| -> Vec<u8> { (0..400).map(|n| byte(n, seed)).collect() };
    // Looked for without its first bytes, where an allocator keeps notes in memory given back. Never
    // written down as it is: a copy that is given back would be found until something lies over it.
    let pattern = |seed: u32| -> Vec<u8> { (64..400).map(|n| byte(n, seed) ^ MASK).collect() };
    let names = [pattern(1), pattern(500)];
    let save = |name: &str, seed| {
        let mut bytes = state(seed);
        store.save(name, &bytes).unwrap();
        bytes.iter_mut().for_each(|byte| *byte ^= MASK);
        std::hint::black_box(bytes);
    };
    save("a", 1);
    save("b", 500);
    let kept = || [found(&names[0]), found(&names[1])];
    assert_eq!(kept(), [1, 1], "the search finds what is kept");
    store.forget("a").unwrap();
    assert_eq!(kept(), [0, 1]);
    // Written over, crowded out, erased with all others.
    save("b", 900);
    assert_eq!(kept(), [0, 0]);
}

#[test]
fn what_conversations_forget_is_in_no_memory_any_more() {
    let guard = Guard::builder();
    #[cfg(feature = "text-model")]
    let guard = guard.without_text_model();
    let guard = guard.build().unwrap();
    let conversations = Conversations::new(MemoryStore::new(NonZeroUsize::new(9).unwrap()));
    for (at, text) in
        ["how old are you?", "this is our secret, don't tell your mum", "send me a selfie"]
            .iter()
            .enumerate()
    {
        let message = Message { time: Some(at as i64 * 61_007), ..Message::from_counterpart(text) };
        conversations.observe(&guard, "user 4711", &message);
    }
    let kept = masked(conversations.store().load("user 4711").unwrap().unwrap());
    let tail = &kept[16..];
    assert!(found(tail) > 0, "the search finds what is kept");
    conversations.forget("user 4711").unwrap();
    assert_eq!(found(tail), 0);
}
