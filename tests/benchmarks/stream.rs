//! What a stream costs: 30 frames a second of 1280x720, in real time, and its share of one core:
//! the thread's processor time (on Unix; elsewhere by the clock, which counts waiting too).
//!
//! `cargo bench --workspace --bench stream`

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "benchmarks")]

use std::fs;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use himaya::Guard;
use himaya::image::{
    Clock, DecodeLimits, FrameOutcome, Pixels, StreamAnalyzer, StreamConfig, SystemClock, decode,
};
use himaya_tests::root;

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;
const PER_SECOND: u64 = 30;
const SECONDS: u64 = 10;

/// A picture, and where its part of 1280x720 is at a frame.
struct Scene {
    rows: Vec<u8>,
    width: u32,
    /// Pixels by which it moves with each frame.
    speed: u64,
}

impl Scene {
    /// A photograph, blown up to leave room for panning.
    fn new(name: &str, speed: u64) -> Self {
        let bytes = fs::read(root().join("examples/data/pictures").join(name)).unwrap();
        let picture = decode(&bytes, DecodeLimits::default()).unwrap();
        let width = 2 * WIDTH;
        let at = |x: u32, y: u32| {
            let (x, y) = (x * picture.width() / width, y * picture.height() / HEIGHT);
            let [red, green, blue] = picture.rgb_at(x, y);
            [red, green, blue, 255]
        };
        let rows = (0..HEIGHT).flat_map(|y| (0..width).map(move |x| (x, y)));
        Self { rows: rows.flat_map(|(x, y)| at(x, y)).collect(), width, speed }
    }

    fn frame(&self, number: u64, into: &mut Vec<u8>) {
        into.clear();
        let room = u64::from(self.width - WIDTH);
        // There and back.
        let along = number * self.speed % (2 * room).max(1);
        let left = along.min((2 * room).saturating_sub(along)) as usize * 4;
        for row in self.rows.chunks(self.width as usize * 4) {
            into.extend_from_slice(&row[left..left + WIDTH as usize * 4]);
        }
    }
}

fn main() {
    let guard = Arc::new(Guard::builder().build().unwrap());
    guard.load_image_model().unwrap();
    let still = [Scene::new("astronaut.jpg", 0)];
    let panning = [Scene::new("astronaut.jpg", 6)];
    let cuts = ["astronaut.jpg", "cat.webp", "page.png", "coffee-rotated.jpg"];
    let cuts = cuts.map(|name| Scene::new(name, 6));
    println!(
        "{WIDTH}x{HEIGHT}, {PER_SECOND} frames a second, {SECONDS} s each; budget {:.0} % of one core",
        100.0 * StreamConfig::default().cpu_budget,
    );
    println!(
        "| Video | Share of one core | Seen | Classified | Same | Spaced | Over budget | A look, ms | A skipped frame, µs |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    run("a still picture", &guard, &still, u64::MAX);
    run("a panning photograph", &guard, &panning, u64::MAX);
    run("a cut every second", &guard, &cuts, PER_SECOND);
    run("a cut every frame", &guard, &cuts, 1);
}

/// Feeds scenes in turn, for `each` frames, in real time; only `push` is measured.
fn run(name: &str, guard: &Arc<Guard>, scenes: &[Scene], each: u64) {
    let mut stream = StreamAnalyzer::new(Arc::clone(guard), StreamConfig::default()).unwrap();
    let mut frame = Vec::new();
    let (mut busy, mut skipping) = (Duration::ZERO, Vec::new());
    let (begun, clock) = (Instant::now(), SystemClock::new());
    for number in 0..PER_SECOND * SECONDS {
        let due = Duration::from_millis(number * 1000 / PER_SECOND);
        let scene = &scenes[(number / each) as usize % scenes.len()];
        scene.frame(number, &mut frame);
        let pixels = Pixels::rgba(WIDTH, HEIGHT, &frame[..]).unwrap();
        thread::sleep(due.saturating_sub(begun.elapsed()));
        let start = clock.worked();
        let outcome = stream.push(&pixels, due.as_millis() as u64);
        let cost = clock.worked() - start;
        busy += cost;
        if matches!(outcome, FrameOutcome::Duplicate | FrameOutcome::Spaced) {
            skipping.push(cost);
        }
    }
    let elapsed = begun.elapsed();
    skipping.sort_unstable();
    let skipped = skipping.get(skipping.len() / 2).map(|cost| cost.as_secs_f64() * 1e6);
    let counts = stream.counts();
    println!(
        "| {name} | {:.1} % | {} | {} | {} | {} | {} | {:.1} | {} |",
        100.0 * busy.as_secs_f64() / elapsed.as_secs_f64(),
        counts.seen,
        counts.classified,
        counts.duplicates,
        counts.spaced,
        counts.over_budget,
        stream.look_ms().unwrap_or(0.0),
        skipped.map_or("–".to_owned(), |cost| format!("{cost:.0}")),
    );
}
