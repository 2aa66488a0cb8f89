//! Any bytes as a policy (TOML, JSON), as a lock on one, as the name of a preset; a real policy
//! with pieces of the input in it.
#![no_main]

use himaya::policy::{LockedBy, PolicyLock};
use himaya::{AgeBand, Policy};
use himaya_fuzz::{MARKER, short};
use libfuzzer_sys::fuzz_target;

const REAL: &str = include_str!("../../../models/policy/teen.toml");

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    read(&text);
    // The marker stands for whatever a damaged file may hold: no error repeats it at length.
    read(&format!("{text}\n{}", MARKER.repeat(40)));
    let (at, piece) = text.split_once('\n').unwrap_or(("", &text));
    let at = at.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    let (before, after) = REAL.split_at(REAL.floor_char_boundary(at % REAL.len()));
    let after = after.split_once('\n').map_or("", |(_, after)| after);
    read(&format!("{before}{piece}\n{after}"));
});

fn read(text: &str) {
    for read in [Policy::from_toml(text), Policy::from_json(text), text.parse()] {
        match read {
            Ok(policy) => use_it(&policy),
            Err(error) => short(&error),
        }
    }
    match PolicyLock::from_json(text) {
        Ok(lock) => {
            let child = Policy::preset(AgeBand::From10To12).unwrap();
            if let Err(error) = lock.check(&child) {
                short(&error);
            }
        }
        Err(error) => short(&error),
    }
}

fn use_it(policy: &Policy) {
    let json = policy.to_json().unwrap();
    let again = Policy::from_json(&json).unwrap();
    assert_eq!(again.sha256(), policy.sha256());
    assert!(policy.diff(&again).is_empty());
    policy.lock(LockedBy::Guardian).check(&again).unwrap();
    let _ = policy.concerns(AgeBand::ALL);
    let child = Policy::preset(AgeBand::From10To12).unwrap();
    let _ = (policy.diff(&child), policy.diff(&child).shift());
    for band in AgeBand::ALL {
        let _ = policy.table(*band);
    }
}
