//! Notices, help and digests as a host uses them; snapshots of what is serialised.

#![allow(clippy::unwrap_used, reason = "tests")]

use himaya::intervention::{
    Addressee, DelayPolicy, DigestBuilder, Frequency, Gender, HelpAges, HelpAudience,
    InterventionLevel, Messages, Reader, Trend, Urgency,
};
use himaya::{AgeBand, Guard, Thread};
use insta::assert_json_snapshot;
use serde_json::json;

const MINUTE: i64 = 60_000;
const DAY: i64 = 1440 * MINUTE;

/// Blackmail on one day, and a week in which it came again.
fn digest_builder() -> DigestBuilder {
    let builder = Guard::builder();
    #[cfg(feature = "text-model")]
    let builder = builder.without_text_model();
    let guard = builder.build().unwrap();
    let hours = DelayPolicy::default().hours(AgeBand::From10To12);
    let mut builder = DigestBuilder::new(hours);
    for day in [100, 103, 104] {
        let mut thread = Thread::new(&guard, Some("b"));
        for (minute, text) in [(0, "hi"), (5, "pay me or I send your pictures to your friends")] {
            let time = day * DAY + minute * MINUTE;
            let assessment = thread.observe("a", Some(time), text);
            builder.record(&assessment, time);
        }
    }
    builder
}

#[test]
fn every_word_of_care() {
    assert_json_snapshot!(json!({
        "reader": Reader::ALL,
        "gender": Gender::ALL,
        "level": InterventionLevel::ALL,
        "audience": HelpAudience::ALL,
        "ages": HelpAges::ALL,
        "urgency": Urgency::ALL,
        "frequency": Frequency::ALL,
        "trend": Trend::ALL,
        "addressee": Addressee::aged(AgeBand::From6To9),
        "delay": DelayPolicy::default(),
    }));
}

#[test]
fn a_digest_and_what_is_kept_for_it() {
    let mut builder = digest_builder();
    let kept: serde_json::Value = serde_json::from_str(&builder.to_json().unwrap()).unwrap();
    assert_json_snapshot!(json!({ "digest": builder.digest(105 * DAY), "kept": kept }));
}

#[test]
fn a_digest_in_words_says_what_to_do() {
    let digest = digest_builder().digest(105 * DAY);
    let guardian = Addressee::aged(AgeBand::From10To12);
    let messages = Messages::new("en").unwrap();
    let text = digest.to_text(&messages, &guardian, InterventionLevel::Descriptive);
    let category = digest.items.first().unwrap().category;
    let notice =
        messages.notice(Reader::Guardian, category, &guardian, InterventionLevel::Descriptive);
    let notice = notice.unwrap();
    for part in [&notice.title, &notice.step, notice.body.as_ref().unwrap()] {
        assert!(text.contains(part.as_str()), "{text}");
    }
    assert!(!text.contains("pay me"), "{text}");
    let disabled = digest.to_text(&messages, &guardian, InterventionLevel::Disabled);
    assert_eq!(disabled, "");
    let quiet = digest_builder().digest(400 * DAY);
    let text = quiet.to_text(&messages, &guardian, InterventionLevel::Simple);
    assert!(text.contains(&messages.get("digest-none").unwrap()), "{text}");
}
