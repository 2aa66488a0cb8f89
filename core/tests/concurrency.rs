//! Eight threads at once: no message is lost or counted twice, a model is loaded once and gives
//! everybody the same, and what one thread forgets no other brings back.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::num::NonZeroUsize;
use std::sync::Barrier;
use std::thread;

use himaya::conversation::{ConversationStore, Conversations, MemoryStore};
use himaya::{Conversation, Guard, Message};

const THREADS: usize = 8;
const MESSAGES: usize = 60;
const TEXTS: [&str; 4] = ["are you home alone?", "ok", "this is our secret", "see you tomorrow"];

fn rules() -> Guard {
    let guard = Guard::builder();
    #[cfg(feature = "text-model")]
    let guard = guard.without_text_model();
    guard.build().unwrap()
}

/// Every thread writes to one conversation that all share and to one of its own.
fn many_at_once<S: ConversationStore + Sync>(store: S) {
    let (guard, conversations, start) = (rules(), Conversations::new(store), Barrier::new(THREADS));
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let (guard, conversations, start) = (&guard, &conversations, &start);
            scope.spawn(move || {
                start.wait();
                for number in 0..MESSAGES {
                    let message = Message::from_counterpart(TEXTS[number % TEXTS.len()]);
                    for name in ["all", &format!("own {thread}")] {
                        let seen = conversations.observe(guard, name, &message);
                        assert!(seen.trouble.is_none(), "{:?}", seen.trouble);
                    }
                }
            });
        }
    });
    let received = |name: &str| {
        let state = conversations.store().load(name).unwrap().unwrap();
        Conversation::import(&state).unwrap().received() as usize
    };
    assert_eq!(received("all"), THREADS * MESSAGES);
    for thread in 0..THREADS {
        assert_eq!(received(&format!("own {thread}")), MESSAGES);
    }
}

#[test]
fn no_message_is_lost_in_a_store_in_memory() {
    many_at_once(MemoryStore::new(NonZeroUsize::new(64).unwrap()));
}

#[cfg(feature = "file-store")]
#[test]
fn no_message_is_lost_in_a_store_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("conversations.redb");
    many_at_once(himaya::conversation::FileStore::open(&path).unwrap());
}

#[test]
fn what_is_forgotten_while_others_write_begins_anew() {
    let store = MemoryStore::new(NonZeroUsize::new(64).unwrap());
    let (guard, conversations, start) = (rules(), Conversations::new(store), Barrier::new(THREADS));
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let (guard, conversations, start) = (&guard, &conversations, &start);
            scope.spawn(move || {
                start.wait();
                for number in 0..MESSAGES {
                    if thread == 0 {
                        conversations.forget("all").unwrap();
                    } else {
                        let text = TEXTS[number % TEXTS.len()];
                        let message = Message::from_counterpart(text);
                        assert!(conversations.observe(guard, "all", &message).trouble.is_none());
                    }
                }
            });
        }
    });
    conversations.forget("all").unwrap();
    assert_eq!(conversations.store().load("all").unwrap(), None);
}

#[cfg(all(feature = "text-model", feature = "image-model", feature = "embedded-models"))]
#[test]
fn models_that_all_want_first_are_loaded_for_all() {
    use himaya::image::Pixels;
    let (guard, start) = (Guard::builder().build().unwrap(), Barrier::new(THREADS));
    let picture = Pixels::rgb(16, 16, [200, 120, 90].repeat(256)).unwrap();
    let seen: Vec<(f32, f32)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                scope.spawn(|| {
                    start.wait();
                    let message = guard.assess_message("don't tell your mum about us");
                    (message.message_score.unwrap(), guard.assess_pixels(&picture).unwrap().risk)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(seen.iter().all(|one| *one == seen[0]), "{seen:?}");
}
