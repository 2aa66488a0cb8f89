//! Animations with the real model: nothing hides behind a harmless first frame. A policy with a
//! low threshold makes plain red "sensitive" (the model gives it 0.04).

#![cfg(all(feature = "image-model", feature = "embedded-models"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use himaya::assessment::{InputType, StatusReason};
use himaya::image::{Animation, AnimationLimits, DecodeLimits};
use himaya::{Action, Guard, Limits, Policy, Status};
use image::codecs::gif::{GifEncoder, Repeat};
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{Delay, ExtendedColorType, Frame, ImageEncoder, RgbaImage};

const SIDE: u32 = 64;

fn guard(animation: AnimationLimits) -> Guard {
    let policy = "schema_version = 1\nname = \"test\"\nversion = 1\non_failure = \"closed\"\n\
        [[rows]]\ncategory = \"sensitive_image\"\nat = 0.03\naction = \"indicate\"\n";
    let limits = Limits { animation, ..Limits::default() };
    Guard::builder().policy(Policy::from_toml(policy).unwrap()).limits(limits).build().unwrap()
}

fn red() -> RgbaImage {
    RgbaImage::from_pixel(SIDE, SIDE, image::Rgba([200, 0, 0, 255]))
}

fn stripes(n: u32) -> RgbaImage {
    RgbaImage::from_fn(SIDE, SIDE, |x, _| {
        let grey = if (x + 4 * n) & 16 == 0 { 60 } else { 180 };
        image::Rgba([grey, grey, grey, 255])
    })
}

fn gif(frames: &[RgbaImage], delay_ms: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = GifEncoder::new(&mut out);
    encoder.set_repeat(Repeat::Infinite).unwrap();
    for frame in frames {
        let delay = Delay::from_numer_denom_ms(delay_ms, 1);
        encoder.encode_frame(Frame::from_parts(frame.clone(), 0, 0, delay)).unwrap();
    }
    drop(encoder);
    out
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let padding = vec![0; body.len() % 2];
    [&kind[..], &(body.len() as u32).to_le_bytes(), body, &padding].concat()
}

/// WebP's container around still pictures (RFC 9649, 2.7).
fn webp(frames: &[RgbaImage]) -> Vec<u8> {
    let side = (SIDE - 1).to_le_bytes();
    let size = [&side[..3], &side[..3]].concat();
    let mut chunks = chunk(b"VP8X", &[&[0b10, 0, 0, 0][..], &size].concat());
    chunks.extend(chunk(b"ANIM", &[0; 6]));
    for frame in frames {
        let mut still = Vec::new();
        let rgb = image::DynamicImage::from(frame.clone()).into_rgb8();
        WebPEncoder::new_lossless(&mut still)
            .write_image(&rgb, SIDE, SIDE, ExtendedColorType::Rgb8)
            .unwrap();
        let header = [&[0; 6][..], &size, &[100, 0, 0, 0]].concat();
        chunks.extend(chunk(b"ANMF", &[&header, &still[12..]].concat()));
    }
    chunk(b"RIFF", &[&b"WEBP"[..], &chunks].concat())
}

/// APNG's chunks around still pictures; `hidden`: the first is no part of the animation.
fn apng(frames: &[RgbaImage], hidden: bool) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], body: &[u8]| {
        let named = [&kind[..], body].concat();
        let sum = crc32fast::hash(&named);
        [&(body.len() as u32).to_be_bytes()[..], &named, &sum.to_be_bytes()].concat()
    };
    let data = |frame: &RgbaImage| {
        let mut still = Vec::new();
        PngEncoder::new(&mut still)
            .write_image(frame, SIDE, SIDE, ExtendedColorType::Rgba8)
            .unwrap();
        // Signature and header are 33 bytes, the end 12, its own length, name and sum 12.
        still[33 + 8..still.len() - 12 - 4].to_vec()
    };
    let moving = frames.len() - usize::from(hidden);
    let mut out = b"\x89PNG\r\n\x1A\n".to_vec();
    let side = SIDE.to_be_bytes();
    out.extend(chunk(b"IHDR", &[&side[..], &side, &[8, 6, 0, 0, 0]].concat()));
    out.extend(chunk(b"acTL", &[(moving as u32).to_be_bytes(), [0; 4]].concat()));
    let mut sequence = 0_u32;
    let mut next = || {
        sequence += 1;
        (sequence - 1).to_be_bytes()
    };
    for (index, frame) in frames.iter().enumerate() {
        if index > 0 || !hidden {
            let control = [&next()[..], &side, &side, &[0; 8], &[0, 1, 0, 10, 0, 0]].concat();
            out.extend(chunk(b"fcTL", &control));
        }
        match index {
            0 => out.extend(chunk(b"IDAT", &data(frame))),
            _ => out.extend(chunk(b"fdAT", &[&next()[..], &data(frame)].concat())),
        }
    }
    out.extend(chunk(b"IEND", &[]));
    out
}

/// Harmless frames with a red one among them.
fn hiding(at: usize, count: u32) -> Vec<RgbaImage> {
    (0..count).map(|n| if n as usize == at { red() } else { stripes(n % 2) }).collect()
}

#[test]
fn a_frame_behind_a_harmless_one_is_found_in_every_format() {
    let guard = guard(AnimationLimits::default());
    for frames in [hiding(1, 2), hiding(29, 30), hiding(17, 30)] {
        for bytes in [gif(&frames, 40), webp(&frames), apng(&frames, false), apng(&frames, true)] {
            let assessment = guard.assess_image(&bytes).unwrap();
            let name = String::from_utf8_lossy(&bytes[..4]).into_owned();
            assert_eq!(assessment.action, Action::Indicate, "{name}");
            assert_eq!(assessment.input_type, InputType::Image);
            assert_eq!(assessment.status, Status::Complete, "{name}");
        }
    }
    // What a viewer that knows no APNG shows counts too.
    let still_red = apng(&[red(), stripes(0), stripes(1)], true);
    assert_eq!(guard.assess_image(&still_red).unwrap().action, Action::Indicate);
    let harmless = gif(&[stripes(0), stripes(1), stripes(2)], 40);
    let assessment = guard.assess_image(&harmless).unwrap();
    assert_eq!((assessment.action, assessment.status), (Action::Allow, Status::Complete));
}

#[test]
fn still_pictures_have_one_frame() {
    let (limits, bounds) = (DecodeLimits::default(), AnimationLimits::default());
    for bytes in [gif(&[red()], 40), webp(&[red()])[..].to_vec(), apng(&[red()], false)] {
        let frames = Animation::open(&bytes, limits, bounds).unwrap();
        assert!(frames.is_none_or(|frames| frames.count() == 1));
    }
    let mut still = Vec::new();
    PngEncoder::new(&mut still).write_image(&red(), SIDE, SIDE, ExtendedColorType::Rgba8).unwrap();
    assert!(Animation::open(&still, limits, bounds).unwrap().is_none());
    assert!(Animation::open(b"GIF", limits, bounds).is_err());
}

#[test]
fn frames_are_shown_as_long_as_browsers_show_them() {
    let (limits, bounds) = (DecodeLimits::default(), AnimationLimits::default());
    for (said, shown) in [(0, 100), (10, 100), (20, 20), (500, 500)] {
        let bytes = gif(&[red(), stripes(0), stripes(1)], said);
        let frames = Animation::open(&bytes, limits, bounds).unwrap().unwrap();
        let times: Vec<(u64, u64)> =
            frames.map(|frame| frame.unwrap()).map(|f| (f.start_ms, f.duration_ms)).collect();
        assert_eq!(times, [(0, shown), (shown, shown), (2 * shown, shown)]);
    }
}

#[test]
fn bounds_hold_and_what_they_leave_out_is_told() {
    let frames: Vec<RgbaImage> = (0..4).map(stripes).collect();
    let bytes = gif(&frames, 40);
    let of = |bounds: AnimationLimits| {
        let mut animation =
            Animation::open(&bytes, DecodeLimits::default(), bounds).unwrap().unwrap();
        let count = animation.by_ref().inspect(|frame| assert!(frame.is_ok())).count();
        (count, animation.is_cut())
    };
    let all = AnimationLimits::default();
    assert_eq!(of(all), (4, false));
    assert_eq!(of(AnimationLimits { max_frames: 3, ..all }), (3, true));
    let pixels = u64::from(SIDE * SIDE);
    assert_eq!(of(AnimationLimits { max_pixels: 2 * pixels, ..all }), (2, true));
    assert_eq!(of(AnimationLimits { max_pixels: 0, max_frames: 0, ..all }), (0, true));

    for bounds in [
        AnimationLimits { max_looks: 2, ..all },
        AnimationLimits { max_frames: 2, ..all },
        AnimationLimits { max_looks: 0, ..all },
    ] {
        let assessment = guard(bounds).assess_image(&bytes).unwrap();
        assert_eq!(assessment.status, Status::Degraded, "{bounds:?}");
        assert_eq!(assessment.status_reasons, [StatusReason::FramesSkipped]);
        assert_eq!(assessment.action, Action::Allow);
    }
}

#[test]
fn frames_that_cannot_be_read_follow_the_policy() {
    let guard = guard(AnimationLimits::default());
    let frames: Vec<RgbaImage> = (0..6).map(stripes).collect();
    for whole in [gif(&frames, 40), webp(&frames), apng(&frames, false)] {
        // What is cut off behind the first frame, and what is damaged there.
        let end = whole.len() - whole.len() / 4;
        match guard.assess_image(&whole[..end]) {
            Ok(assessment) => {
                assert_eq!(assessment.status_reasons, [StatusReason::ImageUnreadable]);
                assert_eq!(
                    (assessment.status, assessment.action),
                    (Status::Degraded, Action::Blur)
                );
            }
            // A WebP file whose chunks reach beyond its end is refused as a whole.
            Err(error) => assert_eq!(error.status_reason(), StatusReason::ImageUnreadable),
        }
    }
    // A canvas of no width is one error, not one a frame.
    let mut empty = gif(&frames, 40);
    empty[6..8].fill(0);
    let animation =
        Animation::open(&empty, DecodeLimits::default(), AnimationLimits::default()).unwrap();
    assert_eq!(animation.unwrap().map(|frame| frame.is_err()).collect::<Vec<_>>(), [true]);
    // A GIF without its last byte is whole.
    let whole = gif(&frames, 40);
    let assessment = guard.assess_image(&whole[..whole.len() - 1]).unwrap();
    assert_eq!(assessment.action, Action::Allow, "{:?}", assessment.status_reasons);
}
