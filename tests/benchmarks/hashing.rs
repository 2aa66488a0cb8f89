//! Picture hashes and lists of them: hashing, searching one by one and by index, memory.
//!
//! `cargo bench --workspace --bench hashing`. The large list takes 2 GB of disk and of memory
//! while it is made; `HIMAYA_BENCH_HASHES=1000000` leaves it out.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "benchmarks")]

use std::env;
use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::io::{BufReader, Read};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use divan::Bencher;
use himaya::image::{HashList, Pdq, PdqHash, Pixels};

/// Hashes of the lists.
const LISTS: [usize; 2] = [1_000_000, 10_000_000];

fn main() {
    let most = env::var("HIMAYA_BENCH_HASHES").ok().and_then(|most| most.parse().ok());
    for hashes in LISTS.into_iter().filter(|hashes| most.is_none_or(|most| *hashes <= most)) {
        let before = resident();
        let list = HashList::read("bench", BufReader::new(Text::new(hashes))).unwrap();
        let read = resident() - before;
        list.write_index(&index(hashes)).unwrap();
        drop(list);
        let file = fs::metadata(index(hashes)).unwrap().len() as f64 / 1e6;
        println!(
            "{hashes} hashes: {read:.0} MB in memory when read as text, index file {file:.0} MB"
        );
    }
    divan::main();
    LISTS.iter().for_each(|hashes| drop(fs::remove_file(index(*hashes))));
}

fn index(hashes: usize) -> PathBuf {
    env::temp_dir().join(format!("himaya-bench-{hashes}.idx"))
}

/// What the process holds, in MB; 0 where there is no `/proc`.
fn resident() -> f64 {
    let pages = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = pages.split(' ').nth(1).and_then(|pages| pages.parse::<f64>().ok());
    pages.unwrap_or(0.0) * 4096.0 / 1e6
}

/// SplitMix64.
fn random(state: u64) -> u64 {
    let word = state.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let word = (word ^ word >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let word = (word ^ word >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ word >> 31
}

fn hash_text(number: u64) -> String {
    (0..4).fold(String::new(), |mut text, word| {
        write!(text, "{:016x}", random(number * 4 + word)).unwrap();
        text
    })
}

/// The text form of a list, made while it is read.
struct Text {
    left: std::ops::Range<u64>,
    line: Vec<u8>,
}

impl Text {
    fn new(hashes: usize) -> Self {
        Self { left: 0..hashes as u64, line: Vec::new() }
    }
}

impl Read for Text {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.line.is_empty()
            && let Some(number) = self.left.next()
        {
            self.line = (hash_text(number) + "\n").into_bytes();
        }
        let length = buffer.len().min(self.line.len());
        buffer[..length].copy_from_slice(&self.line[..length]);
        self.line.drain(..length);
        Ok(length)
    }
}

fn picture(width: u32, height: u32) -> Pixels<'static> {
    let bytes = (0..u64::from(width * height * 3)).map(|number| random(number) as u8);
    Pixels::rgb(width, height, bytes.collect::<Vec<u8>>()).unwrap()
}

/// A hash that no list holds, another each time.
fn unknown() -> PdqHash {
    static NUMBER: AtomicU64 = AtomicU64::new(1 << 40);
    hash_text(NUMBER.fetch_add(1, Ordering::Relaxed)).parse().unwrap()
}

#[divan::bench]
fn hash_512x512(bencher: Bencher<'_, '_>) {
    let pixels = picture(512, 512);
    bencher.bench_local(|| Pdq::of(black_box(&pixels)));
}

#[divan::bench]
fn eight_hashes_512x512(bencher: Bencher<'_, '_>) {
    let pixels = picture(512, 512);
    bencher.bench_local(|| Pdq::dihedral(black_box(&pixels)));
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn hash_12_megapixels(bencher: Bencher<'_, '_>) {
    let pixels = picture(4000, 3000);
    bencher.bench_local(|| Pdq::of(black_box(&pixels)));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn hash_12_megapixels_unshrunk(bencher: Bencher<'_, '_>) {
    let pixels = picture(4000, 3000);
    bencher.bench_local(|| Pdq::unshrunk(black_box(&pixels)));
}

#[divan::bench]
fn search_one_by_one_250_thousand(bencher: Bencher<'_, '_>) {
    let list = HashList::read("bench", BufReader::new(Text::new(250_000))).unwrap();
    bencher.with_inputs(unknown).bench_local_values(|hash| list.matches(&hash));
}

#[divan::bench(args = LISTS, sample_count = 1000, sample_size = 1)]
fn search_index(bencher: Bencher<'_, '_>, hashes: usize) {
    let Ok(list) = HashList::open("bench", &index(hashes)) else {
        return;
    };
    // Pages that were never touched would be counted as search.
    for _ in 0..2000 {
        black_box(list.matches(&unknown()));
    }
    bencher.with_inputs(unknown).bench_local_values(|hash| list.matches(&hash));
}
