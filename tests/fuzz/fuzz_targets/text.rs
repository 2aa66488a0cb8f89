//! Any text through the rules, as one message and as a conversation.
#![no_main]

use std::sync::OnceLock;

use himaya::taxonomy::Direction;
use himaya::text::features::{Features, MAX_HASHES};
use himaya::{Conversation, Guard, Limits, Message, Role, Status};
use himaya_fuzz::{MARKER, built, check_assessment, guard};
use libfuzzer_sys::fuzz_target;

/// What the guard that cuts messages reads of each.
const CUT: usize = 64;
const MAX_MESSAGES: usize = 64;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    one_message(&text);
    cut_message(&text);
    conversation(&text);
});

fn one_message(text: &str) {
    let assessment = guard().assess_message(text);
    check_assessment(text, &assessment);
    assert_eq!(assessment.status, Status::Complete);

    let features = Features::new(text);
    assert!(features.tokens().all(|token| (2..=MAX_HASHES).contains(&token.len())));

    let explanation = guard().lexicon().explain(text);
    for hit in &explanation.hits {
        let cut = text.get(hit.span.clone());
        assert!(cut.is_some_and(|cut| !cut.is_empty()), "{}: span {:?}", hit.rule.code, hit.span);
    }
    // Whatever an assessment gives as a reason, the explanation shows.
    for code in assessment.findings.iter().flat_map(|finding| &finding.reason_codes) {
        let explained = explanation.hits.iter().any(|hit| {
            *hit.rule.code == **code && !hit.guarded && hit.rule.direction != Direction::Protected
        });
        assert!(
            explained || **code == *"conversation.pattern" || code.starts_with("contact."),
            "{code} is not explained"
        );
    }
}

fn cut_message(text: &str) {
    static GUARD: OnceLock<Guard> = OnceLock::new();
    let guard = GUARD.get_or_init(|| {
        #[allow(clippy::needless_update, reason = "`image` is there with `image-model` only")]
        let limits = Limits { max_message_bytes: CUT, ..Limits::default() };
        built(Guard::builder().limits(limits))
    });
    let assessment = guard.assess_message(text);
    check_assessment(&text[..text.floor_char_boundary(CUT)], &assessment);
    assert_eq!(assessment.status == Status::Degraded, text.len() > CUT);
}

/// One message a line; `>` before what the child says, `~` before what is edited, `@` before a time
/// to set the clock to.
fn conversation(text: &str) {
    let mut conversation = Conversation::new();
    let mut time = None;
    for line in text.split('\n').take(MAX_MESSAGES) {
        if let Some(Ok(set)) = line.strip_prefix('@').map(str::parse) {
            time = Some(set);
            continue;
        }
        let (role, text) = match line.strip_prefix('>') {
            Some(text) => (Role::Protected, text),
            None => (Role::Counterpart, line),
        };
        let (edited, text) = match text.strip_prefix('~') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let message = Message { role, text, time, edited };
        let assessment = guard().observe(&mut conversation, &message);
        check_assessment(text, &assessment);

        let state = conversation.export();
        let back = Conversation::import(&state).expect("it can be read back");
        // What a message began is not stored, so the stored forms are compared.
        assert_eq!(back.export(), state);
        assert!(state.len() <= Conversation::MAX_BYTES);
        assert!(!state.windows(MARKER.len()).any(|window| window == MARKER.as_bytes()));
        let explanation = guard().explain(&conversation);
        let sum: f32 = explanation.contributions.iter().map(|c| c.nats).sum();
        assert!((sum - explanation.nats).abs() < 1e-3, "{explanation:?}");
    }
}
