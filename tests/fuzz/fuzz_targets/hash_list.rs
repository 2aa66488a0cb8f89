//! Any bytes as the text form of a hash list, and as an index file, as it is and with a header
//! that holds.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use himaya::image::{HashLines, HashList, PdqHash};
use libfuzzer_sys::fuzz_target;

/// Bytes of the header of an index file, and of these the ones that its checksum is about.
const HEADER: usize = 32;
const SUMMED: usize = 24;

fuzz_target!(|bytes: &[u8]| {
    read(bytes);
    open(bytes);
    mend(bytes);
});

fn asked() -> [PdqHash; 3] {
    ["0", "f", "5"].map(|digit| digit.repeat(64).parse().unwrap())
}

fn read(bytes: &[u8]) {
    let hashes: Vec<PdqHash> = HashLines::new(bytes)
        .map_while(Result::ok)
        .filter(|line| line.quality.is_none_or(|quality| quality >= 50))
        .map(|line| line.hash)
        .collect();
    match HashList::read("fuzz", bytes) {
        Ok(list) => {
            let dropped = list.dropped();
            assert_eq!(list.len() + dropped.duplicates, hashes.len());
            for hash in hashes.iter().take(64) {
                assert_eq!(list.matches(hash), Some(0));
            }
            for hash in asked() {
                let nearest = hashes.iter().map(|found| found.distance(&hash)).min();
                assert_eq!(list.matches(&hash), nearest.filter(|distance| *distance <= 31));
            }
            assert!(format!("{list:?}").len() < 200);
        }
        Err(error) => {
            let shown = format!("{error} {error:?}");
            assert!(shown.len() < 400, "{shown}");
        }
    }
}

fn path() -> &'static PathBuf {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| {
        std::env::temp_dir().join(format!("himaya-fuzz-{}.idx", std::process::id()))
    })
}

/// Opens a file with these bytes and asks it.
fn open(bytes: &[u8]) {
    // Not in place: an earlier list may still be mapped.
    let _ = fs::remove_file(path());
    fs::write(path(), bytes).unwrap();
    if let Ok(list) = HashList::open("fuzz", path()) {
        for hash in asked() {
            let distance = list.matches(&hash);
            assert!(distance.is_none_or(|distance| distance <= 31));
        }
    }
    let _ = fs::remove_file(path());
}

/// A real index of a few hashes, overwritten with the input at places that it chooses.
fn mend(bytes: &[u8]) {
    static INDEX: OnceLock<Vec<u8>> = OnceLock::new();
    let whole = INDEX.get_or_init(|| {
        let text: String = (1..=9_u64).map(|n| format!("{:064x}\n", u128::from(n) << 60)).collect();
        let list = HashList::read("fuzz", text.as_bytes()).unwrap();
        list.write_index(path()).unwrap();
        fs::read(path()).unwrap()
    });
    let mut damaged = whole.clone();
    for patch in bytes.chunks_exact(5).take(64) {
        let place = u32::from_le_bytes(patch[..4].try_into().unwrap()) as usize % damaged.len();
        damaged[place] = patch[4];
    }
    let sum = crc32fast::hash(&damaged[..SUMMED]).to_le_bytes();
    damaged[SUMMED..HEADER - 4].copy_from_slice(&sum);
    open(&damaged);
}
