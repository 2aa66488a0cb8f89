//! Conversations as hosts follow them: over messages, people, stores and clocks.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::num::NonZeroUsize;
use std::sync::Mutex;

use himaya::assessment::StatusReason;
use himaya::conversation::{
    Cause, Contact, ConversationStore, Conversations, Cue, MemoryStore, Relation, StoreError,
    Trouble,
};
use himaya::{Action, Behavior, Conversation, Guard, Message, Role, Status, Thread};

const MINUTE: i64 = 60_000;
/// Leaflet phrases of different behaviours.
const PATTERN: [&str; 8] = [
    "how old are you?",
    "are you home alone?",
    "this is our secret, don't tell your mum",
    "you are so mature for your age",
    "add me on snapchat",
    "send me a selfie",
    "your parents don't understand you",
    "let's meet up, just us two",
];

fn guard() -> Guard {
    let builder = Guard::builder();
    #[cfg(feature = "text-model")]
    let builder = builder.without_text_model();
    builder.build().unwrap()
}

fn memory(max: usize) -> MemoryStore {
    MemoryStore::new(NonZeroUsize::new(max).unwrap())
}

#[test]
fn an_explanation_adds_up_and_says_when() {
    let guard = guard();
    let mut conversation = Conversation::new();
    conversation.set_contact(Contact::new(Relation::Family).utc_offset(0));
    let mut last = None;
    for (minute, text) in (0..).zip(PATTERN) {
        let message = Message::from_counterpart(text).at(minute * MINUTE);
        last = Some(guard.observe(&mut conversation, &message));
    }
    let explanation = guard.explain(&conversation);
    assert_eq!(Some(explanation.risk), last.map(|assessment| assessment.risk));
    let sum: f32 = explanation.contributions.iter().map(|c| c.nats).sum();
    assert!((sum - explanation.nats).abs() < 1e-4);
    assert!((explanation.risk >= 0.5) == (explanation.nats >= explanation.boundary));
    let cause = |cause| explanation.contributions.iter().find(|c| c.cause == cause);
    let alone = cause(Cause::Behavior(Behavior::AloneQuery)).unwrap();
    assert_eq!((alone.first, alone.last), (Some(MINUTE), Some(MINUTE)));
    assert!(cause(Cause::Relation(Relation::Family)).unwrap().nats < 0.0);
    assert!(cause(Cause::Cue(Cue::Night)).is_some(), "it was just past midnight");
    let timeline = &explanation.timeline;
    assert!(timeline.len() >= 6 && timeline.is_sorted_by_key(|event| event.message));
    assert!(timeline.iter().any(|event| event.behaviors == [Behavior::AloneQuery]));
    let json = serde_json::to_string(&explanation).unwrap();
    assert!(json.contains("\"behavior\":\"secrecy\"") && !json.contains("mum"), "{json}");
}

#[test]
fn a_store_that_is_chosen_at_run_time_keeps_and_forgets_as_any_other() {
    let guard = guard();
    let store: Box<dyn ConversationStore> = Box::new(memory(9));
    store.save("before", b"x").unwrap();
    assert!(store.load("before").unwrap().is_some() && store.forget("before").unwrap());
    let conversations = Conversations::new(store);
    for text in PATTERN {
        conversations.observe(&guard, "a", &Message::from_counterpart(text));
    }
    let risk = || conversations.explain(&guard, "a").unwrap().risk;
    assert!(risk() > 0.5);
    conversations.forget_all().unwrap();
    assert!(risk() < 0.1);
}

#[test]
fn a_phrase_split_over_messages_counts_like_the_whole() {
    let guard = guard();
    let nats = |texts: &[&str], store: bool| {
        let conversations = Conversations::new(memory(9));
        let mut conversation = Conversation::new();
        for text in texts {
            let message = Message::from_counterpart(text);
            if store {
                conversations.observe(&guard, "a", &message);
            } else {
                guard.observe(&mut conversation, &message);
            }
        }
        let explanation = match store {
            true => conversations.explain(&guard, "a").unwrap(),
            false => guard.explain(&conversation),
        };
        let secrecy = Cause::Behavior(Behavior::Secrecy);
        explanation.contributions.iter().find(|c| c.cause == secrecy).map(|c| c.nats)
    };
    for store in [false, true] {
        let whole = nats(&["dont tell your mum"], store);
        assert!(whole.is_some());
        assert_eq!(nats(&["dont tell", "your mum"], store), whole, "in a store: {store}");
        assert_eq!(nats(&["dont", "tell", "your", "mum"], store), whole, "in a store: {store}");
    }
}

#[test]
fn people_in_a_group_are_told_apart() {
    let guard = guard();
    let mut group = Thread::new(&guard, Some("child"));
    let mut together = 0.0;
    for (number, text) in (0..).zip(PATTERN) {
        let name = ["a", "b", "c", "d", "e", "f", "g", "h"][number];
        together = group.observe(name, None, text).risk;
    }
    let mut alone = Thread::new(&guard, Some("child"));
    let mut by_one = 0.0;
    for text in PATTERN {
        alone.observe("friend", None, "lol ok see you at practice");
        by_one = alone.observe("a", None, text).risk;
    }
    assert!(together < 0.3, "one phrase each is no pattern: {together}");
    assert!(by_one > 0.5, "one person showing it all is, in a group as well: {by_one}");
    assert!(alone.explain("friend").unwrap().nats < 1.0);
    assert!(alone.explain("nobody").is_none());
}

#[test]
fn what_was_deleted_or_edited_away_still_counts() {
    let guard = guard();
    let mut conversation = Conversation::new();
    guard.observe(&mut conversation, &Message::from_counterpart(PATTERN[2]));
    let before = guard.explain(&conversation).nats;
    conversation.note_deleted(Role::Counterpart);
    guard.observe(&mut conversation, &Message::from_counterpart("never mind").edited());
    let explanation = guard.explain(&conversation);
    assert_eq!((explanation.deleted, explanation.received), (1, 1));
    assert!((explanation.nats - before).abs() < 0.01, "{before} {}", explanation.nats);
}

#[test]
fn a_store_keeps_conversations_and_forgets_them() {
    let guard = guard();
    let conversations = Conversations::new(memory(100));
    let mut conversation = Conversation::new();
    for text in PATTERN {
        let message = Message::from_counterpart(text).at(MINUTE);
        let kept = conversations.observe(&guard, "a", &message);
        assert!(kept.trouble.is_none());
        assert_eq!(kept.assessment, guard.observe(&mut conversation, &message));
        conversations.observe(&guard, "b", &Message::from_counterpart("hello"));
    }
    conversations.set_contact("a", Contact::new(Relation::Known)).unwrap();
    conversations.note_deleted("a", Role::Counterpart).unwrap();
    assert_eq!(conversations.explain(&guard, "a").unwrap().deleted, 1);
    assert!(conversations.forget("a").unwrap() && !conversations.forget("a").unwrap());
    assert_eq!(conversations.explain(&guard, "a").unwrap().received, 0);
    assert_eq!(conversations.explain(&guard, "b").unwrap().received, 8);
    conversations.forget_all().unwrap();
    assert!(conversations.store().is_empty());
}

#[test]
fn forgetting_takes_half_said_phrases_along() {
    let guard = guard();
    let conversations = Conversations::new(memory(9));
    conversations.observe(&guard, "a", &Message::from_counterpart("dont tell"));
    conversations.forget("a").unwrap();
    let after = conversations.observe(&guard, "a", &Message::from_counterpart("your mum"));
    assert!(after.assessment.findings.is_empty());
}

#[test]
fn many_threads_lose_no_message() {
    let guard = guard();
    let conversations = Conversations::new(memory(100));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for number in 0..200 {
                    let name = ["a", "b", "c"][number % 3];
                    conversations.observe(&guard, name, &Message::from_counterpart("hello"));
                }
            });
        }
    });
    let received =
        ["a", "b", "c"].map(|name| conversations.explain(&guard, name).unwrap().received);
    assert_eq!(received.iter().sum::<u32>(), 800);
}

/// A store that holds bytes as they are and can be told to fail.
#[derive(Default)]
struct Faulty {
    state: Mutex<Option<Vec<u8>>>,
    fails: Mutex<bool>,
}

impl ConversationStore for Faulty {
    fn load(&self, _: &str) -> Result<Option<Vec<u8>>, StoreError> {
        match *self.fails.lock().unwrap() {
            true => Err(StoreError::Host("the disk is gone".to_owned())),
            false => Ok(self.state.lock().unwrap().clone()),
        }
    }

    fn save(&self, _: &str, state: &[u8]) -> Result<(), StoreError> {
        *self.state.lock().unwrap() = Some(state.to_vec());
        Ok(())
    }

    fn forget(&self, _: &str) -> Result<bool, StoreError> {
        Ok(self.state.lock().unwrap().take().is_some())
    }

    fn forget_all(&self) -> Result<(), StoreError> {
        self.forget("").map(|_| ())
    }
}

#[test]
fn damaged_state_is_said_and_the_guard_goes_on_from_empty() {
    let guard = guard();
    let conversations = Conversations::new(Faulty::default());
    let threat = Message::from_counterpart("pay me or everyone sees your pictures");
    conversations.store().save("a", b"HMYC garbage").unwrap();
    let seen = conversations.observe(&guard, "a", &threat);
    assert_eq!(seen.assessment.status, Status::Degraded);
    assert_eq!(seen.assessment.status_reasons, [StatusReason::ConversationDamaged]);
    assert_eq!(seen.assessment.action, Action::Interrupt, "the message is assessed all the same");
    let Some(Trouble::Conversation(error)) = seen.trouble else { panic!("{:?}", seen.trouble) };
    assert!(!error.to_string().contains("garbage"));
    let next = conversations.observe(&guard, "a", &Message::from_counterpart("hello"));
    assert_eq!((next.assessment.status, next.trouble.is_none()), (Status::Complete, true));
    assert!(next.assessment.risk > 0.5, "what came since is kept");
}

#[test]
fn a_store_that_fails_is_said_and_not_written_over() {
    let guard = guard();
    let conversations = Conversations::new(Faulty::default());
    conversations.observe(&guard, "a", &Message::from_counterpart("hello"));
    let before = conversations.store().state.lock().unwrap().clone();
    *conversations.store().fails.lock().unwrap() = true;
    let seen = conversations.observe(&guard, "a", &Message::from_counterpart(PATTERN[1]));
    assert_eq!(seen.assessment.status_reasons, [StatusReason::StoreUnavailable]);
    assert!(!seen.assessment.findings.is_empty());
    assert!(matches!(seen.trouble, Some(Trouble::Store(_))));
    assert!(conversations.explain(&guard, "a").is_err());
    assert_eq!(*conversations.store().state.lock().unwrap(), before);
}

#[test]
fn states_of_this_version_and_those_before_stay_readable() {
    let bytes = |hex: &str| -> Vec<u8> {
        let pairs = (0..hex.trim().len() / 2).map(|at| &hex[2 * at..2 * at + 2]);
        pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
    };
    let now = bytes(include_str!("conversation_4.hex"));
    let kept = Conversation::import(&now).unwrap();
    assert_eq!(kept.export(), now);
    // Both without a course.
    let [third, second] = [include_str!("conversation_3.hex"), include_str!("conversation_2.hex")]
        .map(|hex| Conversation::import(&bytes(hex)).unwrap());
    assert_eq!(third, second);
    assert_eq!(third.export().len() + 17, now.len());
    assert_eq!((kept.received(), kept.sent(), kept.deleted()), (8, 1, 1));
    assert_eq!(kept.contact(), Contact::new(Relation::School).utc_offset(180));
    let explanation = guard().explain(&kept);
    assert!(
        explanation.contributions.iter().any(|c| c.cause == Cause::Behavior(Behavior::Secrecy))
    );
    assert!(!explanation.timeline.is_empty());
}

#[test]
fn a_stored_conversation_that_is_reminded_goes_on_as_if_it_had_not_been_stored() {
    let guard = Guard::builder().build().unwrap();
    let said = [
        Message::from_counterpart("are you home alone?").at(0),
        Message::from_protected("yes why").at(1_000),
        Message::from_counterpart("dont tell your").at(2_000),
    ];
    let next = Message::from_counterpart("mum ok").at(3_000);
    let mut unbroken = Conversation::new();
    for message in &said {
        guard.observe(&mut unbroken, message);
    }
    let stored = unbroken.export();
    let expected = guard.observe(&mut unbroken, &next);

    let mut forgotten = Conversation::import(&stored).unwrap();
    assert_ne!(guard.observe(&mut forgotten, &next), expected);
    let mut reminded = Conversation::import(&stored).unwrap();
    guard.remind(&mut reminded, &said[2]);
    assert_eq!(guard.observe(&mut reminded, &next), expected);
    assert_eq!(reminded, unbroken);
}
