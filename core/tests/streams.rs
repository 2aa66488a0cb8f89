//! Streams with the real model. A policy with a low threshold makes plain red "sensitive":
//! the model gives it 0.04, and grey stripes 0.01.

#![cfg(all(feature = "image-model", feature = "embedded-models"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use himaya::assessment::{InputType, StatusReason};
use himaya::image::{
    FrameOutcome, ModelPack, Pixels, StreamAnalyzer, StreamChange, StreamConfig, StreamCounts,
};
use himaya::{Action, Guard, Policy, Status};
use sha2::{Digest, Sha256};

/// `red` is what plain red calls for.
fn policy(red: &str, on_failure: &str) -> Policy {
    Policy::from_toml(&format!(
        "schema_version = 1\nname = \"test\"\nversion = 1\non_failure = \"{on_failure}\"\n\
         [[rows]]\ncategory = \"sensitive_image\"\nat = 0.03\naction = \"{red}\"\n"
    ))
    .unwrap()
}

fn guard(red: &str) -> Arc<Guard> {
    Arc::new(Guard::builder().policy(policy(red, "closed")).build().unwrap())
}

/// A guard whose model cannot be loaded.
fn broken_guard(on_failure: &str) -> Arc<Guard> {
    use himaya_models::image::{CONFIG, MANIFEST, MODEL};
    let model = &MODEL[..1000];
    let hex = |bytes: &[u8]| -> String {
        Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    };
    let manifest = MANIFEST
        .replace(&hex(MODEL), &hex(model))
        .replace(&MODEL.len().to_string(), &model.len().to_string());
    let pack = ModelPack::new(&manifest, CONFIG, Cow::Borrowed(model)).unwrap();
    let policy = policy("blur", on_failure);
    Arc::new(Guard::builder().policy(policy).image_model(pack).build().unwrap())
}

/// All that changes is looked at.
fn unhurried() -> StreamConfig {
    StreamConfig { cpu_budget: 1.0, min_interval_ms: 0, max_interval_ms: 2000 }
}

fn analyzer(red: &str) -> StreamAnalyzer {
    StreamAnalyzer::new(guard(red), unhurried()).unwrap()
}

/// What comes after `change` calls.
fn noted(analyzer: &mut StreamAnalyzer) -> Arc<Mutex<Vec<StreamChange>>> {
    let changes: Arc<Mutex<Vec<StreamChange>>> = Arc::default();
    let notes = Arc::clone(&changes);
    analyzer.on_change(move |change| notes.lock().unwrap().push(*change));
    changes
}

fn red() -> Pixels<'static> {
    Pixels::rgb(64, 64, [200, 0, 0].repeat(64 * 64)).unwrap()
}

/// Stripes that look another way for another `n`.
fn stripes(n: u32) -> Pixels<'static> {
    let grey = |index: u32| if (index % 64 + 8 * n) & 16 == 0 { 60 } else { 180 };
    Pixels::rgb(64, 64, (0..64 * 64).flat_map(|index| [grey(index); 3]).collect::<Vec<u8>>())
        .unwrap()
}

fn assert_sums(counts: StreamCounts) {
    let StreamCounts { seen, classified, failed, duplicates, spaced, over_budget, late, paused } =
        counts;
    let sum = classified + failed + duplicates + spaced + over_budget + late + paused;
    assert_eq!(seen, sum, "{counts:?}");
}

#[test]
fn one_frame_does_not_trigger_three_do_and_the_change_is_told_once() {
    let mut stream = analyzer("blur");
    let changes = noted(&mut stream);
    stream.push(&stripes(0), 0);
    stream.push(&red(), 100);
    for n in 0..4 {
        stream.push(&stripes(n), 200 + u64::from(n) * 100);
        assert!(!stream.should_indicate());
    }
    for time in [1000, 1100, 1200] {
        assert!(!stream.should_interrupt(), "{time}");
        // What stands is looked at until it is decided.
        assert_eq!(stream.push(&red(), time), FrameOutcome::Classified);
    }
    assert!(stream.should_interrupt() && stream.should_indicate() && !stream.should_mute());
    let stands = stream.assessment();
    assert_eq!((stands.input_type, stands.action), (InputType::Stream, Action::Blur));
    assert_eq!((stands.status, stands.models.len()), (Status::Complete, 1));
    assert_eq!(stands.message_key.as_deref(), Some("notice-sensitive_image"));
    assert!(stands.risk > 0.03 && (stands.findings[0].score - stands.risk).abs() < 1e-6);
    assert_eq!(stream.push(&red(), 1300), FrameOutcome::Duplicate);

    for n in 0..30 {
        stream.push(&stripes(n), 1400 + u64::from(n) * 100);
        assert_eq!(stream.should_interrupt(), n < 18, "{n}");
    }
    let told: Vec<_> =
        changes.lock().unwrap().iter().map(|change| (change.time_ms, change.after)).collect();
    assert_eq!(told, [(1200, Action::Blur), (3200, Action::Allow)]);
    assert_eq!(stream.assessment().action, Action::Allow);
    assert_eq!(stream.summary().action, Action::Blur);
    assert_sums(stream.counts());
}

#[test]
fn the_policy_says_what_red_calls_for() {
    for (word, indicate, interrupt, mute) in [
        ("allow", false, false, false),
        ("indicate", true, false, false),
        ("blur", true, true, false),
        ("interrupt", true, true, false),
        ("mute", true, true, true),
    ] {
        let mut stream = analyzer(word);
        (0..3).for_each(|n| {
            stream.push(&red(), n);
        });
        let said = (stream.should_indicate(), stream.should_interrupt(), stream.should_mute());
        assert_eq!(said, (indicate, interrupt, mute), "{word}");
    }
}

#[test]
fn what_looks_the_same_is_looked_at_again_after_two_seconds_only() {
    let mut stream = analyzer("blur");
    let looks = (0..300).filter(|n| stream.push(&stripes(0), n * 33) == FrameOutcome::Classified);
    assert_eq!(looks.count(), 5);
    let counts = stream.counts();
    assert_eq!((counts.seen, counts.classified, counts.duplicates), (300, 5, 295));
}

#[test]
fn a_cut_is_looked_at_at_once_and_other_changes_wait() {
    let config = StreamConfig { min_interval_ms: 1000, ..unhurried() };
    let mut stream = StreamAnalyzer::new(guard("blur"), config).unwrap();
    let dim = |levels: u8| Pixels::rgb(8, 8, vec![100 + levels; 192]).unwrap();
    assert_eq!(stream.push(&dim(0), 0), FrameOutcome::Classified);
    assert_eq!(stream.push(&dim(15), 100), FrameOutcome::Spaced);
    assert_eq!(stream.push(&dim(100), 200), FrameOutcome::Classified);
    assert_eq!(stream.push(&dim(85), 300), FrameOutcome::Spaced);
    assert_eq!(stream.push(&dim(85), 1250), FrameOutcome::Classified);
    assert_sums(stream.counts());
}

#[test]
fn late_and_repeated_times_are_left_out_and_a_jump_back_is_followed() {
    let mut stream = analyzer("blur");
    let mut push = |n, time| stream.push(&stripes(n), time);
    assert_eq!(push(0, 5000), FrameOutcome::Classified);
    assert_eq!(push(1, 5000), FrameOutcome::Late);
    assert_eq!(push(1, 4000), FrameOutcome::Late);
    assert_eq!(push(1, 5001), FrameOutcome::Classified);
    assert_eq!(push(2, 100), FrameOutcome::Classified);
    assert_eq!(push(3, 101), FrameOutcome::Classified);
    assert_eq!(push(2, u64::MAX), FrameOutcome::Classified);
    assert_eq!(stream.assessment().status, Status::Complete);
    // A host whose clock stands still is told.
    (0..30).for_each(|n| {
        stream.push(&stripes(n), u64::MAX);
    });
    let stands = stream.assessment();
    assert_eq!(stands.status_reasons, [StatusReason::FramesSkipped]);
    assert_eq!(stands.status, Status::Degraded);
}

#[test]
fn the_budget_holds_whatever_frames_come() {
    // A clock that 20 ms pass on whenever it is read: so much does every frame cost.
    let clock = Arc::new(AtomicU64::new(0));
    let read = Arc::clone(&clock);
    let now = move || Duration::from_millis(read.fetch_add(20, Ordering::Relaxed));
    let config = StreamConfig { min_interval_ms: 0, ..StreamConfig::default() };
    let mut stream = StreamAnalyzer::with_clock(guard("blur"), config, now).unwrap();
    for n in 0..200_u32 {
        stream.push(&stripes(n), u64::from(n) * 33);
    }
    let counts = stream.counts();
    assert_sums(counts);
    assert!(counts.over_budget > 50 && counts.classified > 50, "{counts:?}");
    let (spent, elapsed) = (counts.classified * 20, clock.load(Ordering::Relaxed));
    assert!(spent <= elapsed / 4 + 20, "{spent} of {elapsed} ms");
    assert_eq!(stream.summary().status, Status::Complete, "{counts:?}");
    assert!((stream.look_ms().unwrap() - 20.0).abs() < 1.0);
}

#[test]
fn a_budget_that_is_too_small_is_told() {
    let clock = Arc::new(AtomicU64::new(0));
    let read = Arc::clone(&clock);
    let now = move || Duration::from_millis(read.fetch_add(500, Ordering::Relaxed));
    let config = StreamConfig { cpu_budget: 0.002, ..StreamConfig::default() };
    let mut stream = StreamAnalyzer::with_clock(guard("blur"), config, now).unwrap();
    for n in 0..200_u32 {
        stream.push(&stripes(n), u64::from(n) * 33);
    }
    let summary = stream.summary();
    assert_eq!(summary.status_reasons, [StatusReason::FramesSkipped]);
    assert_eq!(summary.status, Status::Degraded);
}

#[test]
fn a_model_that_fails_follows_the_policy_and_one_failure_does_not() {
    for (on_failure, action) in [("closed", Action::Blur), ("open", Action::Allow)] {
        let mut stream = StreamAnalyzer::new(broken_guard(on_failure), unhurried()).unwrap();
        let changes = noted(&mut stream);
        assert_eq!(stream.push(&stripes(0), 0), FrameOutcome::Failed);
        assert_eq!(stream.assessment().action, Action::Allow);
        assert_eq!(stream.assessment().status, Status::Degraded);
        for n in 1..4 {
            assert_eq!(stream.push(&stripes(n), u64::from(n)), FrameOutcome::Failed);
        }
        let stands = stream.assessment();
        assert_eq!((stands.action, stands.status), (action, Status::Failed));
        assert_eq!(stands.status_reasons, [StatusReason::ModelUnavailable]);
        assert_eq!(stream.summary().action, action);
        assert_eq!(changes.lock().unwrap().len(), usize::from(action != Action::Allow));
        assert_eq!(stream.counts().failed, 4);
    }
}

#[test]
fn what_the_host_lost_follows_the_policy_at_once() {
    let mut stream = analyzer("blur");
    stream.push(&stripes(0), 0);
    stream.lost(StatusReason::FramesSkipped);
    assert_eq!(stream.summary().status, Status::Degraded);
    assert!(!stream.should_interrupt());
    stream.lost(StatusReason::VideoUnreadable);
    assert!(stream.should_interrupt());
    let reasons = stream.summary().status_reasons;
    assert_eq!(reasons, [StatusReason::VideoUnreadable, StatusReason::FramesSkipped]);
    (1..3).for_each(|n| {
        stream.push(&stripes(n), u64::from(n));
    });
    assert!(!stream.should_interrupt());
    assert_eq!(stream.summary().action, Action::Blur);
}

#[test]
fn a_paused_stream_stands_still_and_a_new_one_begins_clear() {
    let mut stream = analyzer("blur");
    let changes = noted(&mut stream);
    (0..3).for_each(|n| {
        stream.push(&red(), n);
    });
    stream.pause();
    assert_eq!(stream.push(&stripes(0), 5000), FrameOutcome::Paused);
    assert!(stream.should_interrupt());
    stream.resume();
    assert_eq!(stream.push(&red(), 5001), FrameOutcome::Classified);
    stream.reset();
    assert!(!stream.should_interrupt());
    assert_eq!(stream.counts(), StreamCounts::default());
    assert_eq!(stream.summary().action, Action::Allow);
    let after: Vec<Action> = changes.lock().unwrap().iter().map(|change| change.after).collect();
    assert_eq!(after, [Action::Blur, Action::Allow]);
    assert_eq!(stream.push(&stripes(0), 0), FrameOutcome::Classified);
}

#[test]
fn several_streams_share_a_guard_on_their_own_threads() {
    let guard = guard("blur");
    let actions: Vec<Action> = thread::scope(|scope| {
        let streams: Vec<_> = (0..4)
            .map(|stream| {
                let guard = Arc::clone(&guard);
                scope.spawn(move || {
                    let mut analyzer = StreamAnalyzer::new(guard, unhurried()).unwrap();
                    for n in 0..6 {
                        let picture = if stream % 2 == 0 { red() } else { stripes(n) };
                        analyzer.push(&picture, u64::from(n) * 100);
                    }
                    analyzer.assessment().action
                })
            })
            .collect();
        streams.into_iter().map(|stream| stream.join().unwrap()).collect()
    });
    assert_eq!(actions, [Action::Blur, Action::Allow, Action::Blur, Action::Allow]);
}

#[test]
fn nothing_of_a_frame_is_printed() {
    let mut stream = analyzer("blur");
    stream.push(&red(), 0);
    let shown = format!("{stream:?}");
    assert!(shown.starts_with("StreamAnalyzer { config: ") && shown.len() < 400, "{shown}");
}
