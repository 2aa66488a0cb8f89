//! The picture path against the original network, run by tfjs.
//!
//! `tests/golden/images.json` holds tfjs's probabilities; `tests/run` fetches the pictures.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "tests")]

use std::collections::BTreeMap;
use std::fs;

use himaya::image::{DecodeLimits, decode};
use himaya::{AgeBand, Guard, Policy};
use himaya_tests::{golden_pictures, in_ci, root};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// What the issue asks for, on pictures whose decoded pixels are the same.
const TOLERANCE: f32 = 1e-5;
/// JPEG decoders differ by a few levels a pixel, which moves a score by up to this much.
const LOSSY_TOLERANCE: f32 = 0.02;

#[derive(Deserialize)]
struct Golden {
    pictures: Vec<Picture>,
}

#[derive(Deserialize)]
struct Picture {
    file: String,
    sha256: String,
    width: u32,
    height: u32,
    lossy: bool,
    probabilities: BTreeMap<String, f32>,
    sensitive: f32,
}

fn golden() -> Option<(std::path::PathBuf, Golden)> {
    let Some(folder) = golden_pictures() else {
        assert!(!in_ci(), "golden pictures are missing; run tests/run, which fetches them");
        eprintln!("skipped: golden pictures are missing; tests/run fetches them");
        return None;
    };
    let text = fs::read_to_string(root().join("tests/golden/images.json")).unwrap();
    Some((folder, serde_json::from_str(&text).unwrap()))
}

#[test]
fn pictures_decode_to_the_same_pixels_as_in_the_reference() {
    let Some((folder, golden)) = golden() else {
        return;
    };
    let mut lossless = 0;
    for picture in golden.pictures.iter().filter(|picture| !picture.lossy) {
        let bytes = fs::read(folder.join(&picture.file)).unwrap();
        let pixels = decode(&bytes, DecodeLimits::default()).unwrap();
        let size = (pixels.width(), pixels.height());
        assert_eq!(size, (picture.width, picture.height), "{}", picture.file);
        let mut sum = Sha256::new();
        for y in 0..size.1 {
            for x in 0..size.0 {
                sum.update(pixels.rgb_at(x, y));
            }
        }
        let sum: String = sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(sum, picture.sha256, "{}", picture.file);
        lossless += 1;
    }
    assert!(lossless >= 30, "only {lossless} lossless pictures");
}

#[test]
fn scores_agree_with_tfjs_and_so_does_every_decision() {
    let Some((folder, golden)) = golden() else {
        return;
    };
    let guard = Guard::builder().build().unwrap();
    let mut largest: (f32, f32) = (0.0, 0.0);
    for picture in &golden.pictures {
        let bytes = fs::read(folder.join(&picture.file)).unwrap();
        // The reference knows the first frame of a picture that moves; `assess_image` all of them.
        let pixels = decode(&bytes, DecodeLimits::default()).unwrap();
        let assessment = guard.assess_pixels(&pixels).unwrap();
        let tolerance = if picture.lossy { LOSSY_TOLERANCE } else { TOLERANCE };
        for class in &assessment.class_scores {
            let expected = picture.probabilities[class.class.as_ref()];
            let difference = (class.score - expected).abs();
            assert!(
                difference <= tolerance,
                "{}: {} is {} here and {expected} in tfjs",
                picture.file,
                class.class,
                class.score,
            );
            let slot = if picture.lossy { &mut largest.1 } else { &mut largest.0 };
            *slot = slot.max(difference);
        }
        for band in [AgeBand::From6To9, AgeBand::From13To15, AgeBand::Adult] {
            let policy = Policy::preset(band).unwrap().table(band);
            let guard_action = |score: f32| {
                let mut finding = assessment.findings.first().cloned();
                finding.iter_mut().for_each(|finding| finding.score = score);
                finding.map(|finding| policy.action_for(&finding, score))
            };
            assert_eq!(guard_action(assessment.risk), guard_action(picture.sensitive));
        }
        for threshold in [0.3, 0.4, 0.5, 0.6, 0.7] {
            let (here, there) = (assessment.risk >= threshold, picture.sensitive >= threshold);
            assert_eq!(here, there, "{}: decision at {threshold}", picture.file);
        }
    }
    eprintln!(
        "{} pictures; largest difference to tfjs {:.1e} (lossless), {:.1e} (JPEG)",
        golden.pictures.len(),
        largest.0,
        largest.1,
    );
}
