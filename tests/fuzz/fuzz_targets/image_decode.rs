//! Any file through the picture decoders: no panic, no size and no memory beyond the limits.
#![no_main]

use std::hint::black_box;

use himaya::image::{DecodeLimits, decode};
use libfuzzer_sys::fuzz_target;

const LIMITS: DecodeLimits = DecodeLimits { max_pixels: 1_000_000, max_bytes: 1 << 20 };

fuzz_target!(|bytes: &[u8]| {
    match decode(bytes, LIMITS) {
        Ok(pixels) => {
            let (width, height) = (pixels.width(), pixels.height());
            assert!(bytes.len() <= LIMITS.max_bytes);
            assert!(width > 0 && height > 0, "{width}x{height}");
            assert!(u64::from(width) * u64::from(height) <= LIMITS.max_pixels, "{width}x{height}");
            for (x, y) in [(0, 0), (width - 1, height - 1), (u32::MAX, 0), (0, u32::MAX)] {
                black_box(pixels.rgb_at(x, y));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
