//! Any bytes as an update (its archive, its manifest, its data, the state of its folder) and as a
//! model pack (its manifest, its configuration), signed and with checksums that hold.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use himaya::Guard;
use himaya::error::UpdateError;
use himaya::update::{UpdateFiles, UpdateFolder, UpdateKey, UpdateManifest, UpdatePack};
use himaya_fuzz::{MARKER, short};
use libfuzzer_sys::fuzz_target;
use minisign::KeyPair;

/// Between the files that an input stands for.
const BETWEEN: &[u8] = b"\n---\n";

fuzz_target!(|bytes: &[u8]| {
    update(bytes);
    let files = split(bytes);
    update(&tar(&files));
    state(bytes);
    #[cfg(feature = "networks")]
    models::read(&files);
});

/// Up to three files.
fn split(bytes: &[u8]) -> [&[u8]; 3] {
    let cut = |bytes: &'_ [u8]| bytes.windows(BETWEEN.len()).position(|at| at == BETWEEN);
    let mut files = [bytes, &[], &[]];
    for at in 0..2 {
        if let Some(place) = cut(files[at]) {
            files[at + 1] = &files[at][place + BETWEEN.len()..];
            files[at] = &files[at][..place];
        }
    }
    files
}

struct Keys {
    pair: KeyPair,
    public: UpdateKey,
}

fn keys() -> &'static Keys {
    static KEYS: OnceLock<Keys> = OnceLock::new();
    KEYS.get_or_init(|| {
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        let public = pair.pk.to_box().unwrap().to_string().parse().unwrap();
        Keys { pair, public }
    })
}

fn update(archive: &[u8]) {
    let keys = keys();
    let signature = minisign::sign(None, &keys.pair.sk, archive, None, None).unwrap().to_string();
    match UpdatePack::verify(archive, &signature, &keys.public) {
        Ok(pack) => {
            assert!(pack.manifest().floor <= pack.manifest().version);
            assert!(!pack.contents().is_empty());
            match Guard::builder().update(&pack).build() {
                Ok(guard) => drop(guard.assess_message("are you home alone?")),
                Err(error) => short(&error),
            }
        }
        Err(error) => quiet(archive, &error),
    }
}

/// An archive as `UpdateFiles` would write it, were the manifest one.
fn tar(files: &[&[u8]; 3]) -> Vec<u8> {
    let mut update = UpdateFiles::new();
    update.add("weights.toml", files[1].to_vec()).unwrap();
    if !files[2].is_empty() {
        update.add("help.toml", files[2].to_vec()).unwrap();
    }
    let whole = update.archive(&UpdateManifest::new("fuzz", 1)).unwrap();
    // The manifest comes first; its bytes begin behind a header of 512.
    let mut header: [u8; 512] = whole[..512].try_into().unwrap();
    let size = usize::from_str_radix(std::str::from_utf8(&header[124..135]).unwrap(), 8).unwrap();
    let rest = &whole[512 + size.next_multiple_of(512)..];
    header[124..135].copy_from_slice(format!("{:011o}", files[0].len()).as_bytes());
    header[148..156].fill(b' ');
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    let mut archive = [&header[..], files[0]].concat();
    archive.resize(512 + files[0].len().next_multiple_of(512), 0);
    archive.extend(rest);
    archive
}

fn state(bytes: &[u8]) {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    let path = PATH.get_or_init(|| {
        let name = format!("himaya-fuzz-updates-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        path
    });
    fs::write(path.join("state.json"), bytes).unwrap();
    let folder = UpdateFolder::open(path, keys().public.clone()).unwrap();
    match folder.current() {
        Ok(current) => assert!(current.pack.is_none(), "there is no archive"),
        Err(error) => quiet(bytes, &error),
    }
}

/// An error says what is wrong, and repeats nothing of what it found.
fn quiet(bytes: &[u8], error: &UpdateError) {
    short(error);
    let marked = bytes.windows(MARKER.len()).any(|at| at == MARKER.as_bytes());
    assert!(!marked || !error.to_string().contains(MARKER), "{error}");
}

#[cfg(feature = "networks")]
mod models {
    use std::borrow::Cow;

    use himaya::error::ModelPackError;
    use himaya_fuzz::{manifest_of, short};

    pub fn read(files: &[&[u8]; 3]) {
        let [manifest, config, model] = files.map(String::from_utf8_lossy);
        let model = model.as_bytes();
        // As it is, and with checksums that hold.
        for manifest in [&*manifest, &*manifest_of(config.as_bytes(), model)] {
            let file = || Cow::Owned(model.to_vec());
            check(himaya::image::ModelPack::new(manifest, &config, file()).map(|pack| {
                let [one, a, b, c] = pack.input_shape();
                assert!(one == 1 && (a == 3 || c == 3) && a.max(b).max(c) <= 1024);
                assert!((1..=64).contains(&pack.classes().len()));
            }));
            check(himaya::text::ModelPack::new(manifest, &config, file()).map(drop));
        }
    }

    fn check(read: Result<(), ModelPackError>) {
        if let Err(error) = read {
            short(&error);
        }
    }
}
