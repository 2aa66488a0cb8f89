//! How time grows with the length of a message: 1 kB to 10 MB of text that is written to be
//! costly, and the exponent of each (1: twice as long takes twice as long); a million tiny
//! messages in one conversation, the last thousands beside the first.
//!
//! `cargo bench -p himaya-tests --bench growth`

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "benchmarks")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use himaya::{Conversation, Guard, Limits, Message};

const SIZES: [usize; 5] = [1 << 10, 10 << 10, 100 << 10, 1 << 20, 10 << 20];
/// From this size on the exponent is taken: below, what every message costs weighs most.
const STEEP: usize = 10 << 10;
/// The classifier looks at a second of text a megabyte; by default a message is cut at 1 MiB.
const WITH_CLASSIFIER: usize = 1 << 20;

/// Name, what is repeated.
const TEXTS: [(&str, &str); 12] = [
    ("ordinary words", "see you at practice tomorrow, bring the ball and some water please. "),
    ("ordinary Arabic", "نلتقي غدا في التدريب، لا تنس الكرة والماء من فضلك. "),
    ("no space at all", "seeyouatpractice"),
    ("combining marks", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}"),
    ("nothing but marks", "\u{301}\u{325}\u{489}"),
    ("nested emoji", "👩\u{200d}👩\u{200d}👧\u{200d}👦🏽\u{200d}❤\u{fe0f}\u{200d}🔥"),
    ("letters apart", "a r e y o u h o m e "),
    ("look-alikes", "аrе уоu h0mе аl0nе "),
    ("stretched", "aaaaaaaaaaaaaaaarrrrrrrrrreeeeeeee"),
    ("begun again and again", "are you home are you are you home are "),
    ("indicators", "are you home alone? this is our secret. "),
    ("e-mail and numbers", "a.b@c.de +44 7911 12345 www.x.y/z "),
];

/// The quickest of as many runs as fit into a time.
fn quickest(mut work: impl FnMut()) -> Duration {
    let begin = Instant::now();
    let mut least = Duration::MAX;
    loop {
        let start = Instant::now();
        work();
        least = least.min(start.elapsed());
        if begin.elapsed() > Duration::from_millis(400) {
            return least;
        }
    }
}

/// Least squares through (ln size, ln time).
fn exponent(points: &[(usize, Duration)]) -> f64 {
    let points: Vec<(f64, f64)> = points
        .iter()
        .filter(|(size, _)| *size >= STEEP)
        .map(|(size, time)| ((*size as f64).ln(), time.as_secs_f64().ln()))
        .collect();
    let n = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0 / n, sum.1 + at.1 / n));
    let both: f64 = points.iter().map(|at| (at.0 - x) * (at.1 - y)).sum();
    both / points.iter().map(|at| (at.0 - x).powi(2)).sum::<f64>()
}

fn of_size(piece: &str, size: usize) -> String {
    piece.repeat(size.div_ceil(piece.len()))
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
            print!("{:>10}", format!("{:.2} ms", time.as_secs_f64() * 1e3));
            points.push((*size, time));
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
        let start = Instant::now();
        for number in 0..tenth {
            let text = ["k", "ok", "?", "😀", "are you home alone?"][number % 5];
            let time = ((part * tenth + number) as i64) * 1000;
            black_box(rules.observe(&mut conversation, &Message::from_counterpart(text).at(time)));
        }
        let each = start.elapsed().as_secs_f64() * 1e6 / tenth as f64;
        let bytes = conversation.export().len();
        println!("{:>8} messages  {each:6.2} µs each  state {bytes} bytes", (part + 1) * tenth);
    }
}
