//! The table of letters that look Latin is what Unicode says (UTS #39), by `unicode-security`.
//!
//! Linking that crate would cost the WebAssembly build more than all the rest of folding
//! (`tests/benchmarks/unicode_size`); few of its letters matter. `HIMAYA_UPDATE_GOLDEN=1 cargo test -p himaya-tests` writes the table anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::{env, fs};

use himaya_tests::root;
use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

/// The Latin letter, in lower case, that a character looks like.
fn latin(c: char) -> Option<char> {
    let letter = |c: char| {
        let mut skeleton = skeleton(c.encode_utf8(&mut [0; 4]) as &str).collect::<Vec<_>>();
        match (skeleton.pop(), skeleton.is_empty()) {
            (Some(c), true) if c.is_ascii_alphabetic() => Some(c.to_ascii_lowercase()),
            _ => None,
        }
    };
    let upper = c.to_uppercase().collect::<Vec<_>>();
    letter(c).or_else(|| match upper.as_slice() {
        [upper] if *upper != c => letter(*upper),
        _ => None,
    })
}

/// Letters that normalising leaves as they are, outside of scripts written from right to left.
fn is_candidate(c: char) -> bool {
    let lower: String = c.to_lowercase().collect();
    let plain: String = lower.nfkd().collect();
    !c.is_ascii()
        && c.is_alphabetic()
        && plain.chars().eq([c])
        && !matches!(c as u32, 0x590..=0x8FF | 0x1EE00..=0x1EEFF)
}

#[test]
fn the_table_of_look_alikes_is_unicodes() {
    let mut table = String::from(
        "// Written by tests/tests/look_alikes.rs; do not edit.\n\n\
         /// Letters that look like a Latin one (UTS #39), sorted.\n\
         pub(super) const LOOK_ALIKES: &[(char, char)] = &[\n",
    );
    let mut letters = 0;
    for (c, latin) in ('\u{80}'..=char::MAX).filter(|c| is_candidate(*c)).filter_map(|c| {
        let latin = latin(c)?;
        Some((c, latin))
    }) {
        writeln!(table, "    ('\\u{{{:x}}}', '{latin}'),", c as u32).unwrap();
        letters += 1;
    }
    table.push_str("];\n");
    assert!(letters > 200, "{letters}");
    let path = root().join("core/src/text/normalize/look_alikes.rs");
    if env::var_os("HIMAYA_UPDATE_GOLDEN").is_some() {
        fs::write(path, table).unwrap();
    } else {
        let stored = fs::read_to_string(path).unwrap();
        assert!(stored == table, "look_alikes.rs is out of date: see the head of this test");
    }
}
