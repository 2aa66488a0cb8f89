use super::*;
use crate::assessment::{Assessment, InputType, Origin, Status};
use crate::intervention::delay::{DelayHours, DelayPolicy};
use crate::{AgeBand, Finding};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
const NOON: i64 = 20_000 * DAY_MS + 12 * HOUR_MS;

fn assessment(category: Category, severity: u8, action: Action) -> Assessment {
    let finding = Finding {
        category,
        score: 1.0,
        severity: Severity::new(severity),
        origin: Origin::Rule,
        stage: None,
        behaviors: Vec::new(),
        spans: std::iter::once(3..7).collect(),
        reason_codes: vec!["en.secret.rule".into()],
    };
    Assessment {
        schema_version: 1,
        models: Vec::new(),
        ruleset_version: None,
        input_type: InputType::Message,
        risk: 0.9,
        findings: vec![finding],
        message_score: None,
        class_scores: Vec::new(),
        action,
        relaxed: false,
        message_key: None,
        deterrence_key: None,
        monitoring_notice_required: true,
        status: Status::Complete,
        status_reasons: Vec::new(),
    }
}

fn bullying() -> Assessment {
    assessment(Category::Bullying, 3, Action::Indicate)
}

#[test]
fn a_weeks_items_have_urgency_frequency_and_trend() {
    let mut builder = DigestBuilder::new(DelayHours::NONE);
    for day in [0, 8, 9, 10, 11] {
        builder.record(&bullying(), NOON + day * DAY_MS);
    }
    builder.record(&assessment(Category::Sextortion, 7, Action::Interrupt), NOON + 11 * DAY_MS);
    assert_eq!(builder.record(&assessment(Category::Grooming, 7, Action::Allow), NOON), None);
    let digest = builder.digest(NOON + 12 * DAY_MS);
    let [blackmail, bullying] = digest.items.as_slice() else { panic!("{digest:?}") };
    assert_eq!((blackmail.category, blackmail.urgency), (Category::Sextortion, Urgency::Now));
    assert_eq!((blackmail.frequency, blackmail.trend), (Frequency::Once, Trend::New));
    assert_eq!(blackmail.advice_key, "guardian-sextortion");
    assert!(blackmail.help.contains(&HelpAudience::ImageRemoval));
    assert_eq!((bullying.urgency, bullying.frequency), (Urgency::Calm, Frequency::Often));
    assert_eq!((bullying.trend, bullying.by_day), (Trend::More, [0, 0, 1, 1, 1, 1, 0]));
    assert_eq!(builder.digest(NOON + 60 * DAY_MS).items, []);
}

#[test]
fn messages_of_half_an_hour_count_once() {
    let mut builder = DigestBuilder::new(DelayHours::NONE);
    for minute in 0..20 {
        let recorded = builder.record(&bullying(), NOON + minute * 60_000).unwrap();
        assert_eq!(recorded.is_new, minute == 0);
    }
    builder.record(&bullying(), NOON + 2 * HOUR_MS);
    let digest = builder.digest(NOON + 3 * HOUR_MS);
    assert_eq!(digest.items.first().unwrap().by_day, [0, 0, 0, 0, 0, 0, 2]);
}

#[test]
fn a_young_person_may_tell_first() {
    let hours = DelayPolicy::default().hours(AgeBand::From13To15);
    let mut builder = DigestBuilder::new(hours);
    let recorded = builder.record(&bullying(), NOON).unwrap();
    assert_eq!(recorded.wait_hours, 48);
    let grave = assessment(Category::SelfHarm, 6, Action::Indicate);
    assert_eq!(builder.record(&grave, NOON).unwrap().wait_hours, 0);
    let at = |builder: &mut DigestBuilder, hours: i64| {
        let items = builder.digest(NOON + hours * HOUR_MS).items;
        items.iter().map(|item| item.category).collect::<Vec<_>>()
    };
    assert_eq!(at(&mut builder, 1), [Category::SelfHarm]);
    let kept = builder.to_json().unwrap();
    let mut builder = DigestBuilder::from_json(&kept, hours).unwrap();
    assert_eq!(at(&mut builder, 47), [Category::SelfHarm]);
    assert_eq!(at(&mut builder, 49), [Category::SelfHarm, Category::Bullying]);
}

#[test]
fn a_wrong_clock_hides_nothing_for_good() {
    let hours = DelayPolicy::default().hours(AgeBand::From16To17);
    let mut builder = DigestBuilder::new(hours);
    builder.record(&bullying(), NOON + 9_000 * DAY_MS);
    assert_eq!(builder.digest(NOON).items.len(), 1);
    let mut builder = DigestBuilder::new(DelayHours::NONE);
    builder.record(&bullying(), i64::MAX);
    builder.record(&bullying(), i64::MIN);
    assert_eq!(builder.digest(NOON).items.len(), 1);
    builder.digest(i64::MIN);
    builder.digest(i64::MAX);
}

#[test]
fn what_is_kept_is_bounded_and_says_nothing_of_words_or_people() {
    let mut builder = DigestBuilder::new(DelayHours { calm: 168, soon: 72, today: 24, now: 1 });
    for day in 0..400 {
        for category in Category::ALL {
            let mut assessment = assessment(*category, (day % 8) as u8, Action::Blur);
            assessment.status = Status::Degraded;
            builder.record(&assessment, NOON + day * DAY_MS);
        }
    }
    let kept = builder.to_json().unwrap();
    assert!(kept.len() < 48_000, "{}", kept.len());
    assert!(!kept.contains("rule") && !kept.contains("span"), "{kept}");
    let digest = builder.digest(NOON + 399 * DAY_MS);
    assert!(digest.unchecked >= 9 * 7);
    let json = serde_json::to_string(&digest).unwrap();
    assert_eq!(serde_json::from_str::<GuardianDigest>(&json).unwrap(), digest);
    assert!(!json.contains("rule") && !json.contains("span"), "{json}");
}

#[test]
fn what_was_kept_is_refused_if_it_is_damaged() {
    let kept = DigestBuilder::new(DelayHours::NONE).to_json().unwrap();
    let error =
        |text: &str| DigestBuilder::from_json(text, DelayHours::NONE).unwrap_err().to_string();
    assert!(error("{").starts_with("kept digest: "));
    // Fuzzing found that a damaged file was repeated at length.
    let error_of_a_field = error(r#"{"CANARY CANARY":1}"#);
    assert_eq!(
        error_of_a_field,
        "kept digest: line 1, column 16: no field or value of a digest; begin anew"
    );
    let other = kept.replace("\"schema_version\":1", "\"schema_version\":4");
    assert!(error(&other).contains("schema_version 4 is not supported"));
}
