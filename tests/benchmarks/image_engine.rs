//! The native engine as one of those that `tests/benchmarks/image/run` compares: reads lines
//! `KIND FIRST COUNT` and answers with times and scores, one JSON object a line.
//!
//! `image_engine FOLDER`: the folder that `compare.py` filled.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "benchmarks")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;
use std::{env, fs, io};

use himaya::Guard;
use himaya::image::Pixels;
use serde::Deserialize;
use serde_json::json;

/// A picture in a file of its own: RGBA, no header.
#[derive(Deserialize)]
struct Picture {
    file: String,
    width: u32,
    height: u32,
}

/// What the process holds now and held at most, in MB; 0 where there is no `/proc`.
fn resident() -> [f64; 2] {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0)
    };
    [kilobytes("VmRSS:"), kilobytes("VmHWM:")].map(|kilobytes| kilobytes * 1024.0 / 1e6)
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

fn main() {
    // `cargo test --benches` starts it without a folder.
    let folder = env::args().nth(1).filter(|argument| !argument.starts_with('-'));
    let Some(folder) = folder.map(PathBuf::from) else { return };
    let listing = fs::read(folder.join("pictures.json")).unwrap();
    let pictures: BTreeMap<String, Vec<Picture>> = serde_json::from_slice(&listing).unwrap();

    let [start, _] = resident();
    let begun = Instant::now();
    let guard = Guard::builder().build().unwrap();
    guard.load_image_model().unwrap();
    println!("{}", json!({ "start_mb": start, "ready_ms": milliseconds(begun) }));

    for line in io::stdin().lines() {
        let line = line.unwrap();
        let words: Vec<&str> = line.split(' ').collect();
        let (first, count) = (words[1].parse().unwrap(), words[2].parse().unwrap());
        let (mut times, mut scores) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for picture in pictures[words[0]].iter().cycle().skip(first).take(count) {
            let rgba = fs::read(folder.join(&picture.file)).unwrap();
            let begun = Instant::now();
            let pixels = Pixels::rgba(picture.width, picture.height, &rgba[..]).unwrap();
            let assessment = guard.assess_pixels(&pixels).unwrap();
            times.push(milliseconds(begun));
            let classes = assessment.class_scores.iter();
            scores.push(classes.map(|class| class.score).collect::<Vec<_>>());
        }
        let [now, peak] = resident();
        println!("{}", json!({ "ms": times, "scores": scores, "now_mb": now, "peak_mb": peak }));
    }
}
