//! Any bytes as what a device keeps in JSON: a ledger, the days behind a digest.
#![no_main]

use std::sync::OnceLock;

use himaya::intervention::{DelayPolicy, DigestBuilder};
use himaya::policy::ContestRules;
use himaya::report::{AssessmentId, ContestReason, Ledger, TransparencyReport, Week};
use himaya::{AgeBand, Assessment, Policy};
use himaya_fuzz::{MARKER, guard, short};
use libfuzzer_sys::fuzz_target;

const TIME: i64 = 1_800_000_000_000;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    ledger(&text);
    digest(&text);
});

/// A message that every preset for children acts upon.
fn warning() -> &'static Assessment {
    static WARNING: OnceLock<Assessment> = OnceLock::new();
    WARNING.get_or_init(|| {
        let text = format!("pay me or I send your pictures to your friends {MARKER}");
        guard().assess_message(&text)
    })
}

fn ledger(text: &str) {
    let mut ledger = match Ledger::from_json(text) {
        Ok(ledger) => ledger,
        Err(error) => return short(&error),
    };
    let kept = ledger.to_json();
    assert_eq!(Ledger::from_json(&kept).unwrap().to_json(), kept);
    let rules: ContestRules = Policy::preset(AgeBand::From16To17).unwrap().contest.unwrap();
    let id = AssessmentId::from_bytes([7; 16]);
    ledger.record_as(warning(), TIME, id);
    let _ = ledger.contest(id, ContestReason::Harmless, TIME, &rules);
    let _ = ledger.overridden(id);
    let other = ledger.clone();
    ledger.merge(&other);
    for leniency in ledger.leniency(&rules, TIME) {
        assert!((0.0..=1.0).contains(&leniency.raise));
    }
    let weeks = ledger.weeks().unwrap_or(Week::of(TIME)..=Week::of(TIME));
    for language in ["en", "ar"] {
        let mut report = TransparencyReport::new(&ledger, weeks.clone(), &[], language).unwrap();
        let again = report.clone();
        report.merge(&again).unwrap();
        let page = report.to_html().unwrap();
        assert!(!page.contains(MARKER) && !page.contains("<script"));
    }
    // What was counted can be kept.
    Ledger::from_json(&ledger.to_json()).unwrap();
}

fn digest(text: &str) {
    let delay = DelayPolicy::default().hours(AgeBand::From10To12);
    let mut builder = match DigestBuilder::from_json(text, delay) {
        Ok(builder) => builder,
        Err(error) => return short(&error),
    };
    builder.record(warning(), TIME);
    for until in [TIME, 0, i64::MIN, i64::MAX] {
        let shown = format!("{:?}", builder.digest(until));
        assert!(!shown.contains(MARKER));
    }
    DigestBuilder::from_json(&builder.to_json().unwrap(), delay).unwrap();
}
