//! Where installed updates are kept.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::archive::{MAX_BYTES, within};
use super::{UpdateError, UpdateKey, UpdatePack};
use crate::data;

const SCHEMA_VERSION: u32 = 1;
const STATE: &str = "state.json";
/// Bytes of a signature or a state.
const MAX_SMALL: u64 = 64 << 10;

/// A folder of the host's own with the update in force and the one before.
///
/// The archives are kept as they were signed, and their signatures are checked whenever they are
/// read. Whoever may write to the folder can still put an older signed archive and an older
/// state in place together: keep it where the child's account cannot write.
#[derive(Debug)]
pub struct UpdateFolder {
    path: PathBuf,
    key: UpdateKey,
}

/// What installing came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// The version now in force.
    pub version: u64,
    /// The one that was before.
    pub previous: Option<u64>,
    /// The least version that may be installed from now on.
    pub floor: u64,
}

/// What is in force.
#[derive(Debug)]
pub struct Current {
    /// The pack; `None`: what is embedded in the build.
    pub pack: Option<UpdatePack>,
    /// Versions that should be in force and cannot be used, and why.
    pub refused: Vec<(u64, UpdateError)>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct State {
    schema_version: u32,
    current: Option<u64>,
    previous: Option<u64>,
    floor: u64,
}

impl UpdateFolder {
    /// Uses a folder, and makes it where there is none.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(path: impl AsRef<Path>, key: UpdateKey) -> Result<Self, UpdateError> {
        let path = path.as_ref().to_path_buf();
        fs::create_dir_all(&path).map_err(at(&path))?;
        Ok(Self { path, key })
    }

    /// Checks an archive and puts it in force: signature, floor, version, every file, self-test.
    /// Guards that exist go on with what they have; make a new one with [`UpdateFolder::current`].
    ///
    /// # Errors
    /// When it is refused or cannot be written; what was in force is in force still.
    pub fn install(&self, archive: Vec<u8>, signature: &str) -> Result<Installed, UpdateError> {
        let pack = UpdatePack::verify(&archive, signature, &self.key)?;
        let (version, floor) = (pack.manifest().version, pack.manifest().floor);
        let _lock = self.lock()?;
        let state = self.state()?;
        if version < state.floor {
            return Err(UpdateError::BelowFloor { found: version, floor: state.floor });
        }
        if let Some(current) = state.current.filter(|current| version <= *current) {
            return Err(UpdateError::NotNewer { found: version, current });
        }
        pack.self_test()?;
        self.write(&self.archive(version), &archive)?;
        self.write(&self.signature(version), signature.as_bytes())?;
        // From here on, if it lasts, the new one is in force.
        let new = State {
            schema_version: SCHEMA_VERSION,
            current: Some(version),
            previous: state.current.filter(|previous| *previous >= floor),
            floor: state.floor.max(floor),
        };
        self.set_state(&new)?;
        self.tidy(&new);
        Ok(Installed { version, previous: new.previous, floor: new.floor })
    }

    /// The pack in force. One that cannot be read or whose signature does not hold is passed over
    /// for the one before, and that for what is embedded; `refused` says so.
    ///
    /// # Errors
    /// When it cannot be told what is in force.
    pub fn current(&self) -> Result<Current, UpdateError> {
        let state = self.state()?;
        let mut refused = Vec::new();
        for version in [state.current, state.previous].into_iter().flatten() {
            match self.load(version) {
                Ok(pack) => return Ok(Current { pack: Some(pack), refused }),
                Err(error) => refused.push((version, error)),
            }
        }
        Ok(Current { pack: None, refused })
    }

    /// Puts the pack before in force again, or what is embedded where there is none.
    ///
    /// # Errors
    /// When there is no update in force, or the pack before cannot be used.
    pub fn roll_back(&self) -> Result<Option<u64>, UpdateError> {
        let _lock = self.lock()?;
        let state = self.state()?;
        if state.current.is_none() {
            return Err(UpdateError::NoPrevious);
        }
        if let Some(previous) = state.previous {
            self.load(previous)?;
        }
        let new = State { current: state.previous, previous: None, ..state };
        self.set_state(&new)?;
        self.tidy(&new);
        Ok(new.current)
    }

    fn load(&self, version: u64) -> Result<UpdatePack, UpdateError> {
        let archive = read(&self.archive(version), MAX_BYTES)?;
        let signature =
            String::from_utf8_lossy(&read(&self.signature(version), MAX_SMALL)?).into_owned();
        let pack = UpdatePack::verify(&archive, &signature, &self.key)?;
        if pack.manifest().version != version {
            let detail = format!("version {} is kept as {version}", pack.manifest().version);
            return Err(UpdateError::Manifest(detail));
        }
        Ok(pack)
    }

    fn archive(&self, version: u64) -> PathBuf {
        self.path.join(format!("{version}.tar"))
    }

    fn signature(&self, version: u64) -> PathBuf {
        self.path.join(format!("{version}.tar.minisig"))
    }

    /// One process at a time changes the folder.
    fn lock(&self) -> Result<File, UpdateError> {
        let path = self.path.join("lock");
        let file = File::create(&path).map_err(at(&path))?;
        file.lock().map_err(at(&path))?;
        Ok(file)
    }

    fn state(&self) -> Result<State, UpdateError> {
        let path = self.path.join(STATE);
        let bytes = match read(&path, MAX_SMALL) {
            Ok(bytes) => bytes,
            Err(UpdateError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                return Ok(State {
                    schema_version: SCHEMA_VERSION,
                    current: None,
                    previous: None,
                    floor: 1,
                });
            }
            Err(error) => return Err(error),
        };
        let state: State = serde_json::from_slice(&bytes)
            .map_err(|error| UpdateError::State(data::json_place(&error, "a state")))?;
        if state.schema_version != SCHEMA_VERSION {
            let found = state.schema_version;
            let why = format!("schema_version {found}; this build reads {SCHEMA_VERSION}");
            return Err(UpdateError::State(why));
        }
        Ok(state)
    }

    fn set_state(&self, state: &State) -> Result<(), UpdateError> {
        let json =
            serde_json::to_vec(state).map_err(|error| UpdateError::State(error.to_string()))?;
        self.write(&self.path.join(STATE), &json)
    }

    /// Writes a file whole or not at all, so that it lasts.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), UpdateError> {
        let new = path.with_extension("new");
        let write = || {
            let mut file = File::create(&new)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&new, path)?;
            // A folder can be made to last on Unix alone.
            if cfg!(unix) { File::open(&self.path)?.sync_all() } else { Ok(()) }
        };
        write().map_err(at(path))
    }

    /// Removes what is in force no longer, and what a killed process left. Where that fails,
    /// there is a file too many.
    fn tidy(&self, state: &State) {
        let kept = [state.current, state.previous];
        let needed = |name: &str| {
            let version = name.strip_suffix(".minisig").unwrap_or(name).strip_suffix(".tar");
            match version.map(str::parse) {
                Some(Ok(version)) => kept.contains(&Some(version)),
                _ => !name.ends_with(".new"),
            }
        };
        for entry in fs::read_dir(&self.path).into_iter().flatten().flatten() {
            if entry.file_name().to_str().is_some_and(|name| !needed(name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn read(path: &Path, max: u64) -> Result<Vec<u8>, UpdateError> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(at(path))?;
    file.take(max + 1).read_to_end(&mut bytes).map_err(at(path))?;
    within(if bytes.len() as u64 > max { MAX_BYTES + 1 } else { bytes.len() as u64 })?;
    Ok(bytes)
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> UpdateError {
    let path = path.to_path_buf();
    move |source| UpdateError::Io { path, source }
}
