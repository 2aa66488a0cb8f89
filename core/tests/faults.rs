//! What a machine may do to a process that keeps conversations or installs updates: kill it, fill
//! its disk, take its folder away. Nothing that was acknowledged is lost, and what fails says so.
//!
//! The tests start this program again as the process to which it happens.

#![cfg(all(target_os = "linux", feature = "file-store"))]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

use std::env;
use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use himaya::conversation::{ConversationStore, FileStore, StoreError};

const KILLS: u64 = 200;
#[cfg(feature = "updates")]
const KILLS_OF_UPDATES: u64 = 50;
const PATH: &str = "HIMAYA_FAULTS_STORE";

/// The state of round `round`: long enough to reach over pages, and told from every other.
fn state(round: u64) -> Vec<u8> {
    (0..60).flat_map(|place| (round * 1000 + place).to_le_bytes()).collect()
}

fn round(state: &[u8]) -> u64 {
    let number = u64::from_le_bytes(*state.first_chunk().unwrap()) / 1000;
    assert_eq!(state, self::state(number), "a state is whole");
    number
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("conversations.redb");
    (folder, path)
}

/// This program as the process to which it happens, started by `through` (a shell, to set limits).
struct Victim {
    child: Child,
    asks: ChildStdin,
    says: Lines<BufReader<ChildStdout>>,
}

impl Victim {
    fn start(part: &str, store: &Path, through: &[&str]) -> Self {
        let own = env::current_exe().unwrap();
        let own = own.to_str().unwrap();
        let call = [own, "--exact", part, "--nocapture", "--quiet"];
        let mut words = through.iter().copied().chain(call);
        let mut child = Command::new(words.next().unwrap())
            .args(words)
            .env(PATH, store)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let says = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { asks: child.stdin.take().unwrap(), child, says }
    }

    /// The next thing it says; the runner of tests says others.
    fn hears(&mut self, what: &str) -> Option<String> {
        let find = |line: String| line.strip_prefix(what).map(|rest| rest.trim().to_owned());
        self.says.by_ref().map_while(Result::ok).find_map(find)
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Moments, the same in every run (what happens at them is not).
struct Random(u64);

impl Random {
    fn up_to(&mut self, most: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        most * (self.0 % 1000) as u32 / 1000
    }
}

fn say(what: &str, value: impl std::fmt::Display) {
    // One write, so that a kill does not tear it.
    std::io::stdout().write_all(format!("\n{what} {value}\n").as_bytes()).unwrap();
}

fn keep_on_writing(path: &str) {
    let store = FileStore::open(path).unwrap();
    let from = store.load("a").unwrap().map_or(0, |state| round(&state));
    for round in from + 1.. {
        store.save("a", &state(round)).unwrap();
        say("kept", round);
        if round % 7 == 0 {
            // Forgetting writes the whole file anew.
            store.save("b", &state(round)).unwrap();
            store.forget("b").unwrap();
        }
    }
}

#[test]
fn killed_at_two_hundred_moments_nothing_acknowledged_is_lost() {
    if let Ok(path) = env::var(PATH) {
        return keep_on_writing(&path);
    }
    let (_folder, path) = folder();
    let (mut kept, mut later, mut left) = (0, 0, 0);
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for _ in 0..KILLS {
        let own = "killed_at_two_hundred_moments_nothing_acknowledged_is_lost";
        let mut victim = Victim::start(own, &path, &[]);
        let mut last: u64 = victim.hears("kept").unwrap().parse().unwrap();
        let until = Instant::now() + random.up_to(Duration::from_millis(20));
        while Instant::now() < until {
            last = victim.hears("kept").unwrap().parse().unwrap();
        }
        std::thread::sleep(random.up_to(Duration::from_millis(4)));
        victim.kill();
        // What it said before it died.
        while let Some(more) = victim.hears("kept") {
            last = more.parse().unwrap();
        }
        left += u64::from(path.with_extension("redb.new").exists());
        let store = FileStore::open(&path).unwrap();
        let found = round(&store.load("a").unwrap().unwrap());
        assert!(found == last || found == last + 1, "{last} was acknowledged, {found} is there");
        assert!(!path.with_extension("redb.new").exists());
        later += found - last;
        kept += 1;
    }
    println!(
        "killed {KILLS} times: {kept} times everything acknowledged was there; {later} times also the \
         state that was being written, {left} times a half-written new file beside it"
    );
}

fn fill_the_disk(path: &str) {
    let store = FileStore::open(path).unwrap();
    store.save("a", &state(1)).unwrap();
    let mut filled = 0_u64;
    let error = loop {
        match store.save(&format!("filling {filled}"), &state(filled)) {
            Ok(()) => filled += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::Io(_)), "{error}");
    assert_eq!(store.load("a").unwrap().map(|state| round(&state)), Some(1));
    assert_eq!(store.load(&format!("filling {}", filled - 1)).unwrap(), Some(state(filled - 1)));
    assert!(store.forget("filling 0").is_err() || store.load("filling 0").unwrap().is_none());
    say("full", filled);
    // The other side makes room and says so.
    std::io::stdin().read_exact(&mut [0]).unwrap();
    store.save("a", &state(2)).unwrap();
    assert_eq!(store.load("a").unwrap().map(|state| round(&state)), Some(2));
    assert!(store.forget("filling 1").unwrap());
    say("room", filled);
}

#[test]
fn a_full_disk_costs_what_could_not_be_written_and_nothing_else() {
    if let Ok(path) = env::var(PATH) {
        return fill_the_disk(&path);
    }
    let (_folder, path) = folder();
    // Files may grow to 2 MiB; beyond, writing fails instead of ending the process.
    let limited = ["sh", "-c", "trap '' XFSZ; ulimit -S -f 4096; exec \"$@\"", "sh"];
    let own = "a_full_disk_costs_what_could_not_be_written_and_nothing_else";
    let mut victim = Victim::start(own, &path, &limited);
    let filled: u64 = victim.hears("full").unwrap().parse().unwrap();
    let id = victim.child.id().to_string();
    let room = Command::new("prlimit").args(["--pid", &id, "--fsize=unlimited"]).status().unwrap();
    assert!(room.success());
    victim.asks.write_all(b"\n").unwrap();
    assert_eq!(victim.hears("room").unwrap().parse(), Ok(filled));
    assert!(victim.child.wait().unwrap().success());
    let store = FileStore::open(&path).unwrap();
    assert_eq!(store.load("a").unwrap().map(|state| round(&state)), Some(2));
    for kept in 2..filled {
        assert_eq!(store.load(&format!("filling {kept}")).unwrap(), Some(state(kept)));
    }
}

#[test]
fn a_place_where_no_file_can_be_made_is_an_error_that_says_so() {
    for place in ["/proc/himaya.redb", "/no such folder/himaya.redb"] {
        let error = FileStore::open(place).unwrap_err();
        assert!(matches!(error, StoreError::Io(_)), "{error}");
        assert!(error.to_string().starts_with("the store cannot be read or written: "), "{error}");
    }
}

#[test]
fn a_file_that_is_cut_or_overwritten_is_refused_or_whole() {
    let (_folder, path) = folder();
    let store = FileStore::open(&path).unwrap();
    (0..50).for_each(|n| store.save(&n.to_string(), &state(n)).unwrap());
    drop(store);
    let whole = std::fs::read(&path).unwrap();
    for cut in (0..whole.len()).step_by(whole.len() / 64) {
        std::fs::write(&path, &whole[..cut]).unwrap();
        if let Ok(store) = FileStore::open(&path) {
            for n in 0..50 {
                if let Ok(Some(found)) = store.load(&n.to_string()) {
                    assert_eq!(found, state(n));
                }
            }
        }
    }
}

/// Installs the updates of a folder, one after the other, from the one after that in force.
#[cfg(feature = "updates")]
fn keep_on_installing(path: &str) {
    let folder = update_folder(Path::new(path));
    let current = folder.current().unwrap();
    assert!(current.refused.is_empty(), "{:?}", current.refused);
    for version in current.pack.map_or(0, |pack| pack.manifest().version) + 1.. {
        let archive = Path::new(path).join(format!("new/{version}.tar"));
        let signature = std::fs::read_to_string(archive.with_extension("sig")).unwrap();
        say("about to", version);
        folder.install(std::fs::read(archive).unwrap(), &signature).unwrap();
        say("kept", version);
    }
}

#[cfg(feature = "updates")]
fn update_folder(path: &Path) -> himaya::update::UpdateFolder {
    let key = std::fs::read_to_string(path.join("key")).unwrap().parse().unwrap();
    himaya::update::UpdateFolder::open(path.join("installed"), key).unwrap()
}

#[cfg(feature = "updates")]
#[test]
fn killed_while_it_installs_the_old_update_or_the_new_one_is_in_force() {
    use himaya::update::{UpdateFiles, UpdateManifest};
    if let Ok(path) = env::var(PATH) {
        return keep_on_installing(&path);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    std::fs::create_dir(path.join("new")).unwrap();
    let keys = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    std::fs::write(path.join("key"), keys.pk.to_box().unwrap().to_string()).unwrap();
    let mut files = UpdateFiles::new();
    files
        .add("weights.toml", himaya_models::conversation::WEIGHTS.text().into_owned().into())
        .unwrap();
    for version in 1..=KILLS_OF_UPDATES * 4 {
        let archive = files.archive(&UpdateManifest::new("weights", version)).unwrap();
        let signature = minisign::sign(None, &keys.sk, archive.as_slice(), None, None).unwrap();
        let to = path.join(format!("new/{version}.tar"));
        std::fs::write(to.with_extension("sig"), signature.to_string()).unwrap();
        std::fs::write(to, archive).unwrap();
    }
    let own = "killed_while_it_installs_the_old_update_or_the_new_one_is_in_force";
    // How long one takes here: kills are spread over that.
    let begun = Instant::now();
    let first = std::fs::read_to_string(path.join("new/1.sig")).unwrap();
    update_folder(path).install(std::fs::read(path.join("new/1.tar")).unwrap(), &first).unwrap();
    let usual = begun.elapsed();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let (mut old, mut new) = (0, 0);
    for _ in 0..KILLS_OF_UPDATES {
        let before = update_folder(path).current().unwrap();
        let before = before.pack.map_or(0, |pack| pack.manifest().version);
        let mut victim = Victim::start(own, path, &[]);
        victim.hears("about to").unwrap();
        std::thread::sleep(random.up_to(usual * 2));
        victim.kill();
        let mut last = before;
        while let Some(more) = victim.hears("kept") {
            last = more.parse().unwrap();
        }
        let current = update_folder(path).current().unwrap();
        assert!(current.refused.is_empty(), "{:?}", current.refused);
        let found = current.pack.map_or(0, |pack| pack.manifest().version);
        assert!(found == last || found == last + 1, "{last} was installed, {found} is in force");
        if found == before { old += 1 } else { new += 1 }
    }
    println!(
        "killed {KILLS_OF_UPDATES} times while installing: {old} times the old update was in force, {new} times a newer one"
    );
}

#[cfg(feature = "decode")]
fn decode_in_little_memory() {
    use himaya::error::DecodeError;
    use himaya::image::{DecodeLimits, decode};
    let picture = |side: u32| {
        let mut out = std::io::Cursor::new(Vec::new());
        let grey = image::GrayImage::new(side, side);
        grey.write_to(&mut out, image::ImageFormat::Png).unwrap();
        out.into_inner()
    };
    let (small, large) = (picture(64), picture(7000));
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let used = status.lines().find_map(|line| line.strip_prefix("VmSize:")).unwrap();
    let used: u64 = used.trim().trim_end_matches(" kB").trim().parse().unwrap();
    let most = format!("--as={}", (used << 10) + (96 << 20));
    let id = std::process::id().to_string();
    assert!(Command::new("prlimit").args(["--pid", &id, &most]).status().unwrap().success());
    let usual = DecodeLimits::default();
    let error = decode(&large, usual).unwrap_err();
    assert!(matches!(error, DecodeError::Memory { bytes } if bytes > 98 << 20), "{error}");
    // The process lives and goes on.
    say("small", decode(&small, usual).unwrap().width());
}

#[cfg(feature = "decode")]
#[test]
fn a_picture_for_which_there_is_no_memory_is_an_error_and_the_process_lives() {
    if env::var(PATH).is_ok() {
        return decode_in_little_memory();
    }
    let own = "a_picture_for_which_there_is_no_memory_is_an_error_and_the_process_lives";
    let mut victim = Victim::start(own, Path::new("-"), &[]);
    assert_eq!(victim.hears("small").as_deref(), Some("64"));
    assert!(victim.child.wait().unwrap().success());
}

#[cfg(feature = "image-model")]
#[test]
fn a_model_whose_files_vanish_or_change_goes_on_as_it_was_read() {
    use himaya::Guard;
    use himaya::error::ModelPackError;
    use himaya::image::{ModelPack, Pixels};
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden/packs");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let copy = |from: &str, file: &str| {
        std::fs::copy(golden.join(from).join(file), path.join(file)).unwrap();
    };
    ["manifest.json", "config.json", "model.onnx"].iter().for_each(|file| copy("red", file));
    let guard = || {
        let guard = Guard::builder().image_model(ModelPack::from_folder(path).unwrap());
        #[cfg(feature = "text-model")]
        let guard = guard.without_text_model();
        guard.build().unwrap()
    };
    let red = Pixels::rgb(8, 8, [255, 0, 0].repeat(64)).unwrap();
    let risk = |guard: &Guard| guard.assess_pixels(&red).unwrap().risk;
    let (loaded, waiting) = (guard(), guard());
    assert!(risk(&loaded) > 0.99);
    // Another model in its place, a part of it, nothing: who has read it is not concerned, also who
    // has made no network of it yet.
    copy("green", "model.onnx");
    assert!(risk(&loaded) > 0.99 && risk(&waiting) > 0.99);
    let error = ModelPack::from_folder(path).unwrap_err();
    assert!(matches!(error, ModelPackError::Checksum { file: "model.onnx", .. }), "{error}");
    std::fs::OpenOptions::new()
        .write(true)
        .open(path.join("model.onnx"))
        .unwrap()
        .set_len(100)
        .unwrap();
    let error = ModelPack::from_folder(path).unwrap_err();
    assert!(matches!(error, ModelPackError::Checksum { .. }), "{error}");
    std::fs::remove_file(path.join("model.onnx")).unwrap();
    assert!(risk(&loaded) > 0.99);
    let error = ModelPack::from_folder(path).unwrap_err();
    assert!(matches!(error, ModelPackError::Read { .. }), "{error}");
}
