//! How time grows with the length of a message: 1 kB to 10 MB of text that is written to be
//! costly, and the exponent of each (1: twice as long takes twice as long); a million tiny
//! messages in one conversation, the last thousands beside the first.
//!
//! Times are those that the thread was given, so that a busy machine does not count.
//!
//! `cargo bench --workspace --bench growth`

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "benchmarks")]

use std::hint::black_box;

use himaya::{Conversation, Guard, Limits, Message};
use himaya_tests::costly::{TEXTS, exponent, of_size, spent};

const SIZES: [usize; 5] = [1 << 10, 10 << 10, 100 << 10, 1 << 20, 10 << 20];
/// From this size on the exponent is taken: below, what every message costs weighs most.
const STEEP: usize = 10 << 10;
/// The classifier looks at a second of text a megabyte; by default a message is cut at 1 MiB.
const WITH_CLASSIFIER: usize = 1 << 20;

/// Seconds of the quickest of as many runs as fit into a time, but of three at least: machines are slower
/// at times.
fn quickest(mut work: impl FnMut()) -> f64 {
    let begin = spent();
    let mut least = f64::INFINITY;
    for run in 1.. {
        let start = spent();
        work();
        least = least.min(spent() - start);
        if run >= 3 && spent() - begin > 0.4 {
            break;
        }
    }
    least
}

fn table(guard: &Guard, sizes: &[usize]) {
    print!("{:24}", "");
    sizes.iter().for_each(|size| print!("{:>10}", format!("{} kB", size >> 10)));
    println!("  exponent");
    for (name, piece) in TEXTS {
        let mut points = Vec::new();
        print!("{name:24}");
        for size in sizes {
            let text = of_size(piece, *size);
            let time = quickest(|| {
                black_box(guard.assess_message(&text));
            });
            print!("{:>10}", format!("{:.2} ms", time * 1e3));
            if *size >= STEEP {
                points.push((*size, time));
            }
        }
        println!("  {:.3}", exponent(&points));
    }
}

fn main() {
    let limits = Limits { max_message_bytes: 16 << 20, ..Limits::default() };
    let rules = Guard::builder().limits(limits).without_text_model().build().unwrap();
    println!("rules alone");
    table(&rules, &SIZES);

    let both = Guard::builder().limits(limits).build().unwrap();
    both.load_text_model().unwrap();
    println!("\nwith the classifier");
    let sizes: Vec<usize> = SIZES.into_iter().filter(|size| *size <= WITH_CLASSIFIER).collect();
    table(&both, &sizes);

    println!("\na conversation of a million tiny messages, rules alone");
    let mut conversation = Conversation::new();
    let tenth = 100_000;
    for part in 0..10 {
        let start = spent();
        for number in 0..tenth {
            let text = ["k", "ok", "?", "😀", "are you home alone?"][number % 5];
            let time = ((part * tenth + number) as i64) * 1000;
            black_box(rules.observe(&mut conversation, &Message::from_counterpart(text).at(time)));
        }
        let each = (spent() - start) * 1e6 / tenth as f64;
        let bytes = conversation.export().len();
        println!("{:>8} messages  {each:6.2} µs each  state {bytes} bytes", (part + 1) * tenth);
    }
}
