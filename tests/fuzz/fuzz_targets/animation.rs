//! Any file as an animation: no panic, no size, time or memory beyond the limits.
#![no_main]

use std::hint::black_box;

use himaya::image::{Animation, AnimationLimits, DecodeLimits};
use libfuzzer_sys::fuzz_target;

const LIMITS: DecodeLimits = DecodeLimits { max_pixels: 1_000_000, max_bytes: 1 << 20 };
const BOUNDS: AnimationLimits =
    AnimationLimits { max_frames: 20, max_pixels: 5_000_000, max_looks: 16 };

fuzz_target!(|bytes: &[u8]| {
    let mut animation = match Animation::open(bytes, LIMITS, BOUNDS) {
        Ok(Some(animation)) => animation,
        Ok(None) => return,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    let (mut frames, mut total, mut end) = (0, 0, 0);
    let mut failed = false;
    for frame in &mut animation {
        assert!(!failed, "a frame behind an error");
        frames += 1;
        let Ok(frame) = frame else {
            failed = true;
            continue;
        };
        let (width, height) = (frame.pixels.width(), frame.pixels.height());
        total += u64::from(width) * u64::from(height);
        assert_eq!(frame.start_ms, end);
        assert!(frame.duration_ms > 10);
        end += frame.duration_ms;
        for (x, y) in [(0, 0), (width - 1, height - 1), (u32::MAX, u32::MAX)] {
            black_box(frame.pixels.rgb_at(x, y));
        }
    }
    assert!(frames <= BOUNDS.max_frames, "{frames} frames");
    assert!(total <= BOUNDS.max_pixels, "{total} pixels");
    assert!(animation.next().is_none());
});
