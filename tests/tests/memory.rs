//! Memory over many messages. Alone in its file, so that no other test shares the process.
#![cfg(target_os = "linux")]

use std::fs;

use himaya::Guard;

/// What the process holds, in bytes.
fn resident() -> usize {
    let pages = fs::read_to_string("/proc/self/statm").unwrap();
    pages.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

#[test]
fn it_does_not_grow_with_messages() {
    let guard = Guard::builder().build().unwrap();
    let texts =
        ["are you home alone?", "did you see the game", "هذا سر بيننا", "ok", "send me a pic 🙂"];
    let run = |messages: usize| {
        for text in texts.iter().cycle().take(messages) {
            guard.assess_message(text);
        }
    };
    run(10_000);
    let before = resident();
    run(100_000);
    let grown = resident().saturating_sub(before);
    assert!(grown < 1 << 20, "{grown} bytes more after 100,000 messages");
}
