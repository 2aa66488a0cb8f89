//! Harmless sentences around an indicator do not hide it, nor do laughter, greetings and pictographs.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

use std::fs;

use himaya::{Conversation, Guard, Message, Role};
use himaya_tests::root;
use serde_json::Value;

/// From this score on a message is signalled.
const SIGNAL: f32 = 0.5;
/// The least share of the signalled indicators of a language that stay so.
const LEAST: f32 = 0.9;
/// The same where the harmless words stand in the same sentence: there they may well be what it is about.
const LEAST_WITHIN: f32 = 0.7;
/// By how much more of the hard negatives may be signalled.
const MORE: f32 = 0.03;

/// By language: about school, food and the weather, which rules know as harmless topics.
const SENTENCES: [(&str, [&str; 3]); 11] = [
    ("ar", ["خلصت الواجب اليوم.", "الأكل كان طيب جدا.", "الجو بارد في الخارج."]),
    (
        "de",
        [
            "Meine Hausaufgaben sind fertig.",
            "Die Pizza war kalt.",
            "Draußen regnet es schon wieder.",
        ],
    ),
    ("en", ["My homework is done.", "The pizza was cold.", "It is raining again."]),
    ("es", ["Ya terminé los deberes.", "La pizza estaba fría.", "Otra vez está lloviendo."]),
    ("fr", ["J'ai fini mes devoirs.", "La pizza était froide.", "Il pleut encore dehors."]),
    ("id", ["PR aku sudah selesai.", "Pizzanya dingin.", "Di luar hujan lagi."]),
    ("it", ["Ho finito i compiti.", "La pizza era fredda.", "Fuori piove di nuovo."]),
    ("nl", ["Mijn huiswerk is af.", "De pizza was koud.", "Het regent alweer buiten."]),
    ("pt", ["Já acabei os trabalhos de casa.", "A pizza estava fria.", "Está a chover outra vez."]),
    ("ru", ["Я сделал домашку.", "Пицца была холодная.", "На улице опять дождь."]),
    ("tr", ["Ödevim bitti.", "Pizza soğuktu.", "Dışarıda yine yağmur var."]),
];

/// By language: laughter and greetings; pictographs go with each.
const FILLERS: [(&str, [&str; 3]); 11] = [
    ("ar", ["هههههه", "مرحبا", "😂"]),
    ("de", ["hahaha", "hallo", "😅"]),
    ("en", ["hahaha", "hey", "😂"]),
    ("es", ["jajaja", "hola", "😁"]),
    ("fr", ["mdr", "salut", "😂"]),
    ("id", ["wkwkwk", "halo", "🤣"]),
    ("it", ["ahahah", "ciao", "😂"]),
    ("nl", ["haha", "hoi", "😊"]),
    ("pt", ["kkkk", "oi", "😂"]),
    ("ru", ["хахаха", "привет", "😄"]),
    ("tr", ["hahaha", "selam", "😂"]),
];

/// What stays signalled of the indicators that are signalled alone, and how many hard negatives are signalled alone and
/// with something around them, as shares.
struct Shares {
    kept: f32,
    alone: f32,
    with: f32,
}

/// Measures the held-out messages of a language; `around` makes variants of a message.
fn measured(guard: &Guard, language: &str, around: impl Fn(&str) -> Vec<String>) -> Shares {
    let file = root().join(format!("tests/accuracy/heldout/{language}.jsonl"));
    // Of indicators and of hard negatives: signalled, of.
    let (mut kept, mut alone, mut with) = ([0, 0], [0, 0], [0, 0]);
    for line in fs::read_to_string(file).unwrap().lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let text = line["text"].as_str().unwrap();
        let role = match line["direction"].as_str() {
            Some("protected") => Role::Protected,
            _ => Role::Counterpart,
        };
        let signalled = |text: &str| {
            let message = Message { role, text, time: None, edited: false };
            let assessment = guard.observe(&mut Conversation::new(), &message);
            assessment.findings.iter().any(|finding| finding.score >= SIGNAL)
        };
        let variants = around(text);
        let found = variants.iter().filter(|text| signalled(text)).count();
        let is_alone = signalled(text);
        if line["label"] == "indicator" {
            if is_alone {
                kept[0] += found;
                kept[1] += variants.len();
            }
        } else {
            alone[0] += usize::from(is_alone);
            alone[1] += 1;
            with[0] += found;
            with[1] += variants.len();
        }
    }
    let share = |[some, all]: [usize; 2]| some as f32 / all as f32;
    Shares { kept: share(kept), alone: share(alone), with: share(with) }
}

/// Fails where less than `least` stays signalled, or clearly more of the hard negatives is.
fn assert_few_hidden(what: &str, language: &str, shares: &Shares, least: f32) {
    let Shares { kept, alone, with } = *shares;
    println!("{what} {language} {kept:.3}; {alone:.3} {with:.3}");
    assert!(kept >= least, "{what}, {language}: only {kept} stay");
    assert!(
        with <= alone + MORE,
        "{what}, {language}: {with} of the hard negatives, {alone} alone"
    );
}

#[test]
fn small_talk_around_an_indicator_hides_few() {
    let guard = Guard::builder().build().unwrap();
    println!(
        "what stands around; language, indicators signalled alone that are so with it; hard negatives alone, with it"
    );
    for (language, sentences) in SENTENCES {
        let sentence = measured(&guard, language, |text| {
            let end = if text.ends_with(['.', '!', '?', '؟', '…']) { "" } else { "." };
            let both = |s: &&str| [format!("{s} {text}"), format!("{text}{end} {s}")];
            sentences.iter().flat_map(both).collect()
        });
        assert_few_hidden("a sentence", language, &sentence, LEAST);
        let clause = measured(&guard, language, |text| {
            let bare = text.trim_end_matches(['.', '!', '?', '؟', '…']);
            let clauses = sentences.iter().map(|s| s.trim_end_matches('.').to_lowercase());
            clauses.flat_map(|s| [format!("{s}, {text}"), format!("{bare}, {s}")]).collect()
        });
        assert_few_hidden("a clause", language, &clause, LEAST_WITHIN);
    }
    for (language, fillers) in FILLERS {
        let filler = measured(&guard, language, |text| {
            let both = |f: &&str| [format!("{f} {text}"), format!("{text} {f}")];
            fillers.iter().flat_map(both).collect()
        });
        assert_few_hidden("a filler", language, &filler, LEAST);
    }
}

#[test]
fn a_long_message_hides_no_disguise_at_its_end() {
    let guard = Guard::builder().without_text_model().build().unwrap();
    let small_talk = "see you at practice tomorrow, bring the ball and some water please. ";
    for times in [0, 10, 2_000] {
        let text = small_talk.repeat(times) + "a r e  y o u  h o m e  a l o n e";
        let message = Message::from_counterpart(&text);
        let assessment = guard.observe(&mut Conversation::new(), &message);
        let codes: Vec<_> = assessment.findings.iter().flat_map(|f| &f.reason_codes).collect();
        assert!(codes.iter().any(|code| ***code == *"en.alone_query.alone"), "{times}: {codes:?}");
    }
}
