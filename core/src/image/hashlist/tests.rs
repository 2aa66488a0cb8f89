//! The list and its index, against each other and against damage.

use std::fs;

use proptest::prelude::*;

use super::*;

fn hash(seed: u64) -> PdqHash {
    // SplitMix64.
    let mut state = seed.wrapping_mul(4);
    PdqHash::from_words(std::array::from_fn(|_| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let word = (state ^ state >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let word = (word ^ word >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ word >> 31
    }))
}

/// The hash with these bits turned over.
fn with(hash: PdqHash, bits: impl IntoIterator<Item = usize>) -> PdqHash {
    let mut words = hash.words();
    bits.into_iter().for_each(|bit| words[bit / 64] ^= 1 << (bit % 64));
    PdqHash::from_words(words)
}

fn read(text: &str) -> Result<HashList, HashListError> {
    HashList::read("test", text.as_bytes())
}

fn fault(text: &str) -> (u64, LineFault) {
    match read(text).unwrap_err() {
        HashListError::Line { line, fault } => (line, fault),
        other => panic!("{other}"),
    }
}

fn sorted(mut hashes: Vec<PdqHash>) -> Vec<PdqHash> {
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

fn index_bytes(hashes: &[PdqHash]) -> Vec<u8> {
    let mut bytes = Vec::new();
    index::write(hashes, &mut bytes).unwrap();
    bytes
}

#[test]
fn every_form_gives_the_same_list() {
    let (a, b) = (hash(1), hash(2));
    let upper = b.to_string().to_uppercase();
    for text in [
        format!("{a}\n{b}\n"),
        format!("\u{feff}{a}\r\n\r\n{upper}"),
        format!("{a},100\n{b},50\n"),
        format!("{a},100,cat.png\n{b},50,\"a, b.png\"\n"),
        format!("hash={a},quality=80,filename=a.png\nhash={b},norm=128,delta=0\n"),
        format!("hash,quality,filename\n{a},90,x\n{b},,y\n"),
        format!("id,\"Indicator\", quality\n1,\"{a}\",50\n\"2, or 3\",{b},51\n"),
        format!("pdq\n{a}\n{b}\n"),
        format!("indicator,pdq_hash\nx,{a}\ny,{b}"),
    ] {
        let list = read(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!((list.len(), list.dropped()), (2, Dropped::default()), "{text}");
        assert_eq!((list.matches(&a), list.matches(&b)), (Some(0), Some(0)), "{text}");
        assert_eq!(list.matches(&hash(3)), None);
    }
}

#[test]
fn hashes_of_low_quality_and_duplicates_are_dropped_and_counted() {
    let (a, b) = (hash(1), hash(2));
    let list = read(&format!("{a},49\n{b},50\n{b},90\n{b}\n")).unwrap();
    assert_eq!(list.dropped(), Dropped { low_quality: 1, duplicates: 2 });
    assert_eq!((list.len(), list.matches(&a)), (1, None));
}

#[test]
fn a_wrong_line_is_named_and_not_repeated() {
    let a = hash(1);
    assert_eq!(fault("secret\n"), (1, LineFault::Header));
    assert_eq!(fault(&format!("{a}\n\n{a}0\n")), (3, LineFault::Hash));
    assert_eq!(fault(&format!("{a}\ng{}\n", &a.to_string()[1..])), (2, LineFault::Hash));
    assert_eq!(fault(&format!("{a},101\n")), (1, LineFault::Quality));
    assert_eq!(fault(&format!("{a},cat.png\n")), (1, LineFault::Quality));
    assert_eq!(fault(&format!("x,hash\n1,{a}\n2\n")), (3, LineFault::Hash));
    assert!(matches!(fault(&"a".repeat(1 << 20)), (1, LineFault::TooLong(_))));
    let error = read(&format!("{a}\nCANARY\n")).unwrap_err();
    assert_eq!(error.to_string(), "line 2: not a PDQ hash; it has 64 hex digits");
    assert!(!format!("{error:?}").contains("CANARY"));
}

#[test]
fn nothing_of_a_list_can_be_read_back() {
    let a = hash(1);
    let list = read(&a.to_string()).unwrap();
    let shown = format!("{list:?}");
    assert!(!shown.contains(&a.to_string()[..8]), "{shown}");
    assert!(shown.contains("len: 1"));
}

#[test]
fn names_and_distances_out_of_range_are_refused() {
    for name in ["", "a b", "é", &"x".repeat(65)] {
        assert!(matches!(HashList::read(name, &b""[..]), Err(HashListError::Name)), "{name}");
    }
    assert!(read("").unwrap().is_empty());
    assert!(matches!(read("").unwrap().with_distance(32), Err(HashListError::Distance(32))));
    let (a, near) = (hash(1), with(hash(1), 0..20));
    let list = read(&a.to_string()).unwrap();
    assert_eq!(list.matches(&near), Some(20));
    assert_eq!(list.with_distance(19).unwrap().matches(&near), None);
}

#[test]
fn an_index_file_answers_like_the_list_that_it_was_made_from() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.idx");
    let text: String = (0..5000).map(|seed| format!("{}\n", hash(seed))).collect();
    let list = read(&text).unwrap();
    list.write_index(&path).unwrap();
    let opened = HashList::open("test", &path).unwrap();
    assert_eq!(opened.len(), 5000);
    for seed in 0..5000 {
        let asked = with(hash(seed), (0..seed as usize % 41).map(|bit| bit * 6 % 256));
        assert_eq!(opened.matches(&asked), list.matches(&asked));
    }
    // Writing anew leaves what is mapped alone; a copy of a copy is the same.
    opened.write_index(&path).unwrap();
    assert_eq!(opened.matches(&hash(7)), Some(0));
    assert_eq!(HashList::open("test", &path).unwrap().matches(&hash(7)), Some(0));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let text_path = folder.path().join("list.txt");
    fs::write(&text_path, text).unwrap();
    assert_eq!(HashList::open("test", &text_path).unwrap().len(), 5000);
}

#[test]
fn an_index_cut_under_a_running_process_answers_still() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.idx");
    let text: String = (0..50).map(|seed| format!("{}\n", hash(seed))).collect();
    read(&text).unwrap().write_index(&path).unwrap();
    let opened = HashList::open("test", &path).unwrap();
    fs::OpenOptions::new().write(true).truncate(true).open(&path).unwrap();
    // Mapped, asking would have ended this process.
    assert!((0..50).all(|seed| opened.matches(&hash(seed)) == Some(0)));
    assert!(HashList::open("test", &path).unwrap().is_empty());
}

#[test]
fn an_index_larger_than_what_is_read_is_mapped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.idx");
    let count = READ_UP_TO / 128 + 1;
    let hashes = sorted((0..count).map(hash).collect());
    fs::write(&path, index_bytes(&hashes)).unwrap();
    assert!(fs::metadata(&path).unwrap().len() > READ_UP_TO);
    let opened = HashList::open("test", &path).unwrap();
    assert_eq!(opened.len() as u64, count);
    assert_eq!(opened.matches(&with(hash(9), 0..31)), Some(31));
}

#[test]
fn a_cut_or_foreign_index_is_refused() {
    let whole = index_bytes(&sorted((0..100).map(hash).collect()));
    let fault = |bytes: Vec<u8>| Index::read(bytes).err();
    assert_eq!(fault(whole.clone()), None);
    assert_eq!(fault(Vec::new()), Some(IndexFault::Magic));
    assert_eq!(fault(whole[..20].to_vec()), Some(IndexFault::Magic));
    assert!(matches!(fault(whole[..5000].to_vec()), Some(IndexFault::Length { .. })));
    let longer = [&whole[..], b"\0"].concat();
    assert!(matches!(fault(longer), Some(IndexFault::Length { .. })));
    for (place, expected) in
        [(3, IndexFault::Magic), (8, IndexFault::Checksum), (13, IndexFault::Checksum)]
    {
        let mut damaged = whole.clone();
        damaged[place] ^= 1;
        assert_eq!(fault(damaged), Some(expected));
    }
    let mut newer = whole.clone();
    newer[8] = 2;
    let sum = crc32fast::hash(&newer[..24]).to_le_bytes();
    newer[24..28].copy_from_slice(&sum);
    assert_eq!(fault(newer), Some(IndexFault::Version(2)));
    // The beginnings of the first table.
    let mut tables = whole;
    tables[32 + 100 * 32] = 1;
    assert_eq!(fault(tables), Some(IndexFault::Tables));
}

#[test]
fn damage_anywhere_ends_in_an_error_or_in_an_answer() {
    let whole = index_bytes(&sorted((0..50).map(hash).collect()));
    let mut errors = 0;
    let places = (0..64).chain((64..whole.len()).step_by(59_999));
    for place in places {
        for value in [0xFF, 0x80, whole[place] ^ 1] {
            let mut damaged = whole.clone();
            damaged[place] = value;
            match Index::read(damaged) {
                Ok(index) => (0..50).for_each(|seed| {
                    index.nearest(&hash(seed), 31);
                }),
                Err(_) => errors += 1,
            }
        }
    }
    assert!(errors > 3 * 28, "{errors}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Bits turned over anywhere, or crowded into as few or spread over as many chunks as can be.
    #[test]
    fn the_index_finds_what_a_search_one_by_one_finds(
        seed in any::<u64>(),
        queries in proptest::collection::vec(
            (0..200_u64, 0..=40_usize, 0..4_u8, any::<u64>()), 1..40),
        limit in 0..=31_u32,
    ) {
        let hashes = sorted((0..200).map(|number| hash(seed ^ number)).collect());
        let index = Index::read(index_bytes(&hashes)).unwrap();
        let flat = Flat::new(&hashes);
        for (number, bits, shape, start) in queries {
            let places: Vec<usize> = match shape {
                0 => (0..bits).collect(),
                // Every chunk in turn: 2 bits off in each at 32.
                1 => (0..bits).map(|bit| bit % 16 * 16 + bit / 16).collect(),
                // Every pair in turn, all bits in one of its chunks.
                2 => (0..bits).map(|bit| bit % 8 * 32 + bit / 8).collect(),
                _ => {
                    let mut all: Vec<usize> = (0..256).collect();
                    (0..256).for_each(|at| {
                        let other = hash(start.wrapping_add(at as u64)).words()[0] as usize % 256;
                        all.swap(at, other);
                    });
                    all.truncate(bits);
                    all
                }
            };
            let turn = start as usize % 256;
            let asked = with(hash(seed ^ number), places.iter().map(|place| (place + turn) % 256));
            let expected = flat.nearest(&asked, limit);
            prop_assert_eq!(index.nearest(&asked, limit), expected);
            prop_assert_eq!(expected.is_some(), bits as u32 <= limit);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "([0-9a-fA-F]{64}|hash|,|\"|\n|=|quality|[0-9]{1,3}|.){0,40}") {
        let _ = read(&text);
    }

    #[test]
    fn hashes_come_back_from_their_text(words in any::<[u64; 4]>()) {
        let hash = PdqHash::from_words(words);
        prop_assert_eq!(hash.to_string().parse::<PdqHash>(), Ok(hash));
    }
}
