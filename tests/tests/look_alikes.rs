//! The table of letters that look Latin is what Unicode says: its confusables (UTS #39), by
//! `unicode-security`, and the names of small capitals and of letters with hooks and the like.
//!
//! Linking that crate would cost the WebAssembly build more than all the rest of folding
//! (`tests/benchmarks/unicode_size`); few of its letters matter. `HIMAYA_UPDATE_GOLDEN=1 cargo test -p himaya-tests` writes the table anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fmt::Write as _;
use std::{env, fs};

use himaya_tests::root;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// The Latin letter, in lower case, that the skeleton of a character is, marks left aside.
fn latin(c: char) -> Option<char> {
    let mut letters = [0; 4];
    let mut skeleton = skeleton(c.encode_utf8(&mut letters) as &str);
    let first = skeleton.next()?;
    let only = skeleton.all(is_combining_mark);
    let letter = if first.is_ascii() { Some(first) } else { base(first) };
    letter.filter(|letter| only && letter.is_ascii_alphabetic()).map(|c| c.to_ascii_lowercase())
}

/// The letter of which a character is a form, by its name: a small capital, or one with a hook.
fn base(c: char) -> Option<char> {
    let name = unicode_names2::name(c)?.to_string();
    let rest = name.strip_prefix("LATIN LETTER SMALL CAPITAL ").or_else(|| {
        let rest = name.strip_prefix("LATIN SMALL LETTER ")?;
        rest.split_once(" WITH ").map(|(letter, _)| letter)
    })?;
    let mut letters = rest.chars();
    letters.next().filter(|_| letters.next().is_none()).map(|c| c.to_ascii_lowercase())
}

/// The Latin letters that a character looks like in lower case and as a capital.
fn look_alikes(c: char) -> Option<[char; 2]> {
    let upper = c.to_uppercase().collect::<Vec<_>>();
    let small = latin(c).or_else(|| base(c));
    let capital = match upper.as_slice() {
        [upper] if *upper != c => latin(*upper),
        _ => None,
    };
    Some([small.or(capital)?, capital.or(small)?])
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
         /// Letters, sorted, and the Latin ones that they look like in lower case and as capitals.\n\
         pub(super) const LOOK_ALIKES: &[(char, char, char)] = &[\n",
    );
    let mut letters = 0;
    for c in ('\u{80}'..=char::MAX).filter(|c| is_candidate(*c)) {
        if let Some([small, capital]) = look_alikes(c) {
            writeln!(table, "    ('\\u{{{:x}}}', '{small}', '{capital}'),", c as u32).unwrap();
            letters += 1;
        }
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
