//! What is written to be costly takes time in proportion to its length.
//!
//! `cargo bench --workspace --bench growth` measures it up to 10 MB; here two sizes tell what is
//! linear from what is quadratic, in time that this thread was given, whatever else the machine does.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::hint::black_box;

use himaya::{Guard, Limits};
use himaya_tests::costly::{TEXTS, exponent, of_size, spent};

const SIZES: [usize; 2] = [4 << 10, 64 << 10];
/// Quadratic would be 2; caches that one size fits into and the other does not make it a little
/// more than 1.
const MOST: f64 = 1.25;

#[test]
fn costly_text_costs_in_proportion_to_its_length() {
    let limits = Limits { max_message_bytes: 1 << 20, ..Limits::default() };
    let guard = Guard::builder().limits(limits).without_text_model().build().unwrap();
    for (name, piece) in TEXTS {
        let points = SIZES.map(|size| {
            let text = of_size(piece, size);
            let times = (0..3).map(|_| {
                let start = spent();
                black_box(guard.assess_message(&text));
                spent() - start
            });
            (size, times.fold(f64::INFINITY, f64::min))
        });
        let exponent = exponent(&points);
        assert!(exponent < MOST, "{name}: {exponent:.2}, {points:?}");
    }
}
