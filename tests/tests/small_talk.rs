//! Harmless sentences around an indicator do not hide it.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

use std::fs;

use himaya::{Conversation, Guard, Message, Role};
use himaya_tests::root;
use serde_json::Value;

/// From this score on a message is signalled.
const SIGNAL: f32 = 0.5;
/// The least share of the signalled indicators of a language that stay so.
const LEAST: f32 = 0.9;
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

#[test]
fn small_talk_around_an_indicator_hides_few() {
    let guard = Guard::builder().build().unwrap();
    println!(
        "language, indicators signalled alone, of these with a sentence before or behind; hard negatives alone, with it"
    );
    for (language, sentences) in SENTENCES {
        let file = root().join(format!("tests/accuracy/heldout/{language}.jsonl"));
        // Alone and with a sentence, of indicators and of hard negatives: signalled, of.
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
            let end = if text.ends_with(['.', '!', '?', '؟', '…']) { "" } else { "." };
            let around = sentences.iter().flat_map(|sentence| {
                [format!("{sentence} {text}"), format!("{text}{end} {sentence}")]
            });
            let around = around.filter(|text| signalled(text)).count();
            let is_alone = signalled(text);
            if line["label"] == "indicator" {
                if is_alone {
                    kept[0] += around;
                    kept[1] += 2 * sentences.len();
                }
            } else {
                alone[0] += usize::from(is_alone);
                alone[1] += 1;
                with[0] += around;
                with[1] += 2 * sentences.len();
            }
        }
        let share = |[some, all]: [usize; 2]| some as f32 / all as f32;
        let (kept, alone, with) = (share(kept), share(alone), share(with));
        println!("{language} {kept:.3}; {alone:.3} {with:.3}");
        assert!(kept >= LEAST, "{language}: only {kept} stay");
        assert!(with <= alone + MORE, "{language}: {with} of the hard negatives, {alone} alone");
    }
}
