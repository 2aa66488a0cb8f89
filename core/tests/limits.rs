//! Every limit of the table in SECURITY.md: what is just within it is taken, what is one beyond is
//! refused or left out, and said so.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::BufReader;
use std::num::NonZeroUsize;

use himaya::conversation::{ConversationStore, MemoryStore};
use himaya::error::{HelpServicesError, ImportErrorKind, PolicyError};
use himaya::import::{MAX_MESSAGES, chat_from_whatsapp, chats_from_jsonl};
use himaya::intervention::{HelpServices, Messages};
use himaya::report::{
    DraftError, Include, Ledger, LedgerError, PersonRequest, PersonRole, ReportDraft,
};
use himaya::score::{MAX_LINE, answer_lines};
use himaya::{Conversation, Guard, Limits, Message, Policy, Status, Thread};

fn guard(limits: Limits) -> Guard {
    let guard = Guard::builder().limits(limits);
    #[cfg(feature = "text-model")]
    let guard = guard.without_text_model();
    guard.build().unwrap()
}

#[test]
fn a_message_is_read_up_to_its_limit() {
    let text = "ab ".repeat(1 << 20);
    let usual = guard(Limits::default());
    for (bytes, status) in [(1 << 20, Status::Complete), ((1 << 20) + 1, Status::Degraded)] {
        assert_eq!(usual.assess_message(&text[..bytes]).status, status, "{bytes}");
    }
    let strict = guard(Limits { max_message_bytes: 8, ..Limits::default() });
    assert_eq!(strict.assess_message("12345678").status, Status::Complete);
    assert_eq!(strict.assess_message("123456789").status, Status::Degraded);
}

#[test]
fn a_chat_has_a_million_messages_at_most() {
    let kind = |result: Result<usize, himaya::error::ImportError>| result.map_err(|e| e.kind);
    let line = "{\"from\":\"a\",\"text\":\"k\"}\n";
    let jsonl = |lines: usize| {
        kind(chats_from_jsonl(&line.repeat(lines)).map(|chats| chats[0].messages.len()))
    };
    assert_eq!(jsonl(MAX_MESSAGES), Ok(MAX_MESSAGES));
    assert_eq!(jsonl(MAX_MESSAGES + 1), Err(ImportErrorKind::TooManyMessages));
    let line = "12/05/2026, 18:03 - A: k\n";
    let whatsapp = |lines: usize| {
        kind(chat_from_whatsapp(&line.repeat(lines)).map(|chat| chat.messages.len()))
    };
    assert_eq!(whatsapp(MAX_MESSAGES), Ok(MAX_MESSAGES));
    assert_eq!(whatsapp(MAX_MESSAGES + 1), Err(ImportErrorKind::TooManyMessages));
}

#[test]
fn a_line_of_the_protocol_is_answered_up_to_its_limit() {
    let guard = guard(Limits::default());
    let mut lines = Vec::new();
    for length in [MAX_LINE, MAX_LINE + 1] {
        let start = lines.len();
        lines.extend(br#"{"id":1,"text":"hello"}"#);
        lines.resize(start + length, b' ');
        lines.push(b'\n');
    }
    lines.extend(br#"{"id":2,"text":"hello"}"#);
    let mut out = Vec::new();
    answer_lines(&guard, &mut BufReader::new(&*lines), &mut out).unwrap();
    let answers: Vec<&str> = std::str::from_utf8(&out).unwrap().lines().collect();
    assert_eq!(answers.len(), 3);
    assert!(answers[0].starts_with(r#"{"id":1,"assessments""#), "{}", answers[0]);
    assert!(answers[1].starts_with(r#"{"line":2,"error":{"code":"line_too_long""#));
    assert!(answers[2].starts_with(r#"{"id":2,"assessments""#), "{}", answers[2]);
}

#[test]
fn a_conversation_is_kept_in_as_many_bytes_however_long_it_gets() {
    let guard = guard(Limits::default());
    let mut conversation = Conversation::new();
    let texts = [
        "are you home alone?",
        "this is our secret",
        "send me a selfie",
        "add me on snapchat",
        "you are so mature for your age",
        "pay me or i send it to everyone",
        "lets meet",
        "ok",
    ];
    let mut longest = 0;
    for number in 0..4000_i64 {
        let text = texts[number as usize % texts.len()];
        let message = Message::from_counterpart(text).at(number * 977_531);
        guard.observe(&mut conversation, &message);
        longest = longest.max(conversation.export().len());
    }
    assert!((100..=Conversation::MAX_BYTES).contains(&longest), "{longest}");
    assert_eq!(Conversation::MAX_BYTES, 512);
}

#[test]
fn a_store_in_memory_keeps_as_many_as_it_was_made_for() {
    let store = MemoryStore::new(NonZeroUsize::new(3).unwrap());
    for (number, kept) in [(1, 1), (2, 2), (3, 3), (4, 3)] {
        store.save(&number.to_string(), &[number]).unwrap();
        assert_eq!(store.len(), kept);
    }
    assert_eq!(store.load("1").unwrap(), None);
}

#[test]
fn a_thread_tells_4096_people_apart() {
    let guard = guard(Limits::default());
    let mut thread = Thread::new(&guard, Some("child"));
    for number in 0..4098 {
        thread.observe(&number.to_string(), None, "are you home alone?");
    }
    assert!(thread.explain("4095").is_some());
    assert!(thread.explain("4096").is_none() && thread.explain("4097").is_none());
}

#[test]
fn a_policy_has_256_rows_and_a_name_of_64_characters() {
    let policy = |rows: usize, name: usize| {
        let row = |number| {
            let at = (number + 1) as f32 / 1000.0;
            format!("[[rows]]\ncategory = \"grooming\"\nat = {at:?}\naction = \"indicate\"\n")
        };
        let rows: String = (0..rows).map(row).collect();
        let name = "n".repeat(name);
        Policy::from_toml(&format!(
            "schema_version = 1\nname = \"{name}\"\nversion = 1\non_failure = \"open\"\n{rows}"
        ))
    };
    // There are not as many that differ: the first that is there twice is told.
    assert!(matches!(policy(256, 64), Err(PolicyError::DuplicateRow { .. })));
    assert!(matches!(policy(257, 64), Err(PolicyError::TooManyRows(257))));
    policy(1, 64).unwrap();
    assert!(matches!(policy(1, 65), Err(PolicyError::Name(_))));
}

#[test]
fn what_is_kept_or_brought_as_text_has_4_mib_at_most() {
    let blank = " ".repeat((4 << 20) + 1);
    let (within, beyond) = (&blank[1..], &blank[..]);
    assert!(!matches!(Ledger::from_json(within), Err(LedgerError::TooLarge(_))));
    assert!(matches!(Ledger::from_json(beyond), Err(LedgerError::TooLarge(_))));
    assert!(!matches!(HelpServices::from_toml(within), Err(HelpServicesError::TooLarge)));
    assert!(matches!(HelpServices::from_toml(beyond), Err(HelpServicesError::TooLarge)));
}

#[test]
fn a_draft_has_a_hundred_attachments() {
    let request = PersonRequest { role: PersonRole::Child, time: 0 };
    let mut draft = ReportDraft::new(request, Include::default()).unwrap();
    for number in 0..100 {
        assert_eq!(draft.attach(b"", None), Ok(number));
    }
    assert_eq!(draft.attach(b"", None), Err(DraftError::TooManyAttachments));
}

#[test]
fn languages_are_looked_for_among_the_first_32() {
    let found = |before: usize| {
        let mut wanted = vec!["xx"; before];
        wanted.push("ar");
        Messages::for_languages(&wanted).language()
    };
    assert_eq!((found(31), found(32)), ("ar", "en"));
}

#[cfg(feature = "decode")]
mod pictures {
    use himaya::error::{DecodeError, HashListError};
    use himaya::image::{Animation, AnimationLimits, DecodeLimits, HashList, decode};
    use image::codecs::gif::GifEncoder;
    use image::{Frame, ImageFormat, RgbaImage};

    fn saved(width: u32, height: u32) -> Vec<u8> {
        let mut out = std::io::Cursor::new(Vec::new());
        RgbaImage::new(width, height).write_to(&mut out, ImageFormat::Png).unwrap();
        out.into_inner()
    }

    #[test]
    fn a_picture_has_as_many_bytes_and_pixels_as_are_decoded() {
        let file = saved(12, 9);
        let of = |max_pixels, max_bytes| decode(&file, DecodeLimits { max_pixels, max_bytes });
        assert_eq!(of(108, file.len()).unwrap().width(), 12);
        assert!(matches!(of(107, file.len()), Err(DecodeError::TooManyPixels { .. })));
        assert!(matches!(of(108, file.len() - 1), Err(DecodeError::TooManyBytes { .. })));
        let usual = DecodeLimits::default();
        assert_eq!((usual.max_pixels, usual.max_bytes), (50_000_000, 64 << 20));
        // Refused by what its header says, in no time.
        let mut large = saved(1, 1);
        for (width, refused) in [(50_000_000_u32, false), (50_000_001, true)] {
            large[16..20].copy_from_slice(&width.to_be_bytes());
            let sum = crc32fast::hash(&large[12..29]).to_be_bytes();
            large[29..33].copy_from_slice(&sum);
            let error = decode(&large, usual).unwrap_err();
            assert_eq!(matches!(error, DecodeError::TooManyPixels { .. }), refused, "{error}");
        }
    }

    #[test]
    fn an_animation_is_decoded_up_to_its_frames_and_pixels() {
        let mut file = Vec::new();
        let mut gif = GifEncoder::new(&mut file);
        for shade in [0, 90, 180, 250] {
            let picture = RgbaImage::from_pixel(4, 4, image::Rgba([shade, shade, shade, 255]));
            gif.encode_frame(Frame::new(picture)).unwrap();
        }
        drop(gif);
        let all = AnimationLimits::default();
        assert_eq!((all.max_frames, all.max_pixels, all.max_looks), (1000, 250_000_000, 16));
        let of = |bounds: AnimationLimits| {
            let mut animation =
                Animation::open(&file, DecodeLimits::default(), bounds).unwrap().unwrap();
            (animation.by_ref().count(), animation.is_cut())
        };
        // With as many as are decoded it is not known whether there would be more.
        assert_eq!(of(AnimationLimits { max_frames: 5, ..all }), (4, false));
        assert_eq!(of(AnimationLimits { max_frames: 4, ..all }).0, 4);
        assert_eq!(of(AnimationLimits { max_frames: 3, ..all }), (3, true));
        assert_eq!(of(AnimationLimits { max_pixels: 80, ..all }), (4, false));
        assert_eq!(of(AnimationLimits { max_pixels: 64, ..all }).0, 4);
        assert_eq!(of(AnimationLimits { max_pixels: 63, ..all }), (3, true));
    }

    #[test]
    fn a_hash_list_has_lines_names_and_distances_within_bounds() {
        let hash = "0123456789abcdef".repeat(4);
        let line = |length: usize| {
            let mut line = format!("{hash},100,");
            line.push_str(&"x".repeat(length - line.len()));
            HashList::read("list", line.as_bytes()).map(|list| list.len())
        };
        assert_eq!(line(65_536).unwrap(), 1);
        assert!(matches!(line(65_537), Err(HashListError::Line { .. })));
        let name = |length: usize| HashList::read(&"n".repeat(length), hash.as_bytes());
        assert!(name(64).is_ok() && matches!(name(65), Err(HashListError::Name)));
        let list = |distance| name(1).unwrap().with_distance(distance);
        assert!(list(31).is_ok() && matches!(list(32), Err(HashListError::Distance(32))));
    }
}

#[cfg(feature = "updates")]
#[test]
fn an_update_has_64_mib_at_most() {
    use himaya::error::UpdateError;
    use himaya::update::{UpdateFiles, UpdateManifest};
    let archive = |bytes: usize| {
        let mut files = UpdateFiles::new();
        files.add("weights.toml", vec![b' '; bytes]).unwrap();
        files.archive(&UpdateManifest::new("large", 1)).map(|archive| archive.len())
    };
    let rest = (64 << 20) - archive(0).unwrap();
    assert_eq!(archive(rest).unwrap(), 64 << 20);
    assert!(matches!(archive(rest + 1), Err(UpdateError::TooLarge(_))));
}

#[cfg(feature = "image-model")]
mod models {
    use std::borrow::Cow;
    use std::fs::{self, File};

    use himaya::error::ModelPackError;
    use himaya::image::ModelPack;
    use sha2::{Digest, Sha256};

    #[test]
    fn a_model_has_256_mib_and_its_configuration_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let large = |manifest: u64, model: u64| {
            fs::write(path.join("config.json"), "{}").unwrap();
            for (file, bytes) in [("manifest.json", manifest), ("model.onnx", model)] {
                File::create(path.join(file)).unwrap().set_len(bytes).unwrap();
            }
            matches!(ModelPack::from_folder(path), Err(ModelPackError::TooLarge { .. }))
        };
        assert!(!large(1 << 20, 256 << 20));
        assert!(large((1 << 20) + 1, 1) && large(1, (256 << 20) + 1));
    }

    #[test]
    fn a_picture_model_has_1024_pixels_a_side_and_64_classes() {
        let pack = |side: usize, classes: usize| {
            let names: Vec<String> = (0..classes).map(|class| format!("\"c{class}\"")).collect();
            let config = format!(
                r#"{{"schema_version": 1, "classes": [{}], "class_sums": {{"sensitive": ["c0"]}},
                "input": {{"width": {side}, "height": 8, "layout": "nchw", "channels": "rgb",
                "resize": "bilinear-half-pixel", "aspect": "squash"}}}}"#,
                names.join(",")
            );
            let sum = |bytes: &[u8]| -> String {
                Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
            };
            let manifest = format!(
                r#"{{"schema_version": 1, "name": "n", "version": "1", "files": {{
                "config.json": {{"sha256": "{}", "bytes": {}}},
                "model.onnx": {{"sha256": "{}", "bytes": 0}}}}}}"#,
                sum(config.as_bytes()),
                config.len(),
                sum(b"")
            );
            ModelPack::new(&manifest, &config, Cow::Borrowed(b""))
        };
        assert!(pack(1024, 64).is_ok());
        assert!(matches!(pack(1025, 64), Err(ModelPackError::Unsupported(_))));
        assert!(matches!(pack(1024, 65), Err(ModelPackError::Unsupported(_))));
    }
}
