//! Conversations in one file, by redb: copy-on-write B-trees, so that a process killed at any
//! moment leaves the last committed state.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockWriteGuard};

use redb::{
    Builder, Database, DatabaseError, ReadableDatabase, ReadableTable, StorageError,
    TableDefinition,
};

use super::{ConversationStore, Key, StoreError, key};

const STATES: TableDefinition<'_, Key, &[u8]> = TableDefinition::new("states");
const ABOUT: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("about");
const VERSION: u64 = 1;
/// Memory that the store uses at most for what it read, in bytes.
const CACHE: usize = 4 << 20;

/// Keeps conversations in one file. Counterparts are kept as salted digests, so that the file
/// says neither what was said nor by whom.
///
/// Every [`save`](ConversationStore::save) is on the disk when it returns. One process at a time
/// may have the file open. To forget, the file is written anew without what is forgotten, put in
/// place of the old one, and the old one overwritten with zeros: nothing of it is left in the
/// file's free pages. (What a disk or file system keeps of overwritten blocks is beyond a
/// program's reach; device encryption is the protection against that.)
///
/// A disk that is full for a while costs the states that could not be written in that time, and
/// nothing that was written before: after a failure the file is opened anew.
pub struct FileStore {
    path: PathBuf,
    /// `None` after reading or writing failed: the database must be opened anew.
    open: RwLock<Option<Open>>,
}

struct Open {
    database: Database,
    salt: Vec<u8>,
}

impl FileStore {
    /// Opens a store, or makes one where there is no file.
    ///
    /// # Errors
    /// When the file is in use, damaged, no store, or cannot be made.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let path = path.as_ref().to_path_buf();
        let open = Open::new(builder().create(&path)?)?;
        // Left behind where a process ended in the middle of forgetting; the old file holds. Not
        // before this one is ours: another process may be writing there.
        remove(&beside(&path))?;
        Ok(Self { path, open: RwLock::new(Some(open)) })
    }

    fn with<T>(&self, work: impl FnOnce(&Open) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let done = self.attempt(work);
        if matches!(done, Err(StoreError::Io(_))) {
            *self.exclusive() = None;
        }
        done
    }

    fn attempt<T>(
        &self,
        work: impl FnOnce(&Open) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(open) = &*self.open.read().unwrap_or_else(PoisonError::into_inner) {
            return work(open);
        }
        work(self.opened(&mut self.exclusive())?)
    }

    fn exclusive(&self) -> RwLockWriteGuard<'_, Option<Open>> {
        self.open.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens the database anew where that is needed.
    fn opened<'a>(&self, open: &'a mut Option<Open>) -> Result<&'a mut Open, StoreError> {
        match open {
            Some(open) => Ok(open),
            None => Ok(open.insert(Open::new(builder().create(&self.path)?)?)),
        }
    }

    /// Writes the file anew without what is kept for a counterpart, or with nothing in it, and
    /// says whether there was anything to leave out.
    fn rewrite(&self, forgotten: Option<&str>) -> Result<bool, StoreError> {
        let mut exclusive = self.exclusive();
        let open = self.opened(&mut exclusive)?;
        let forgotten = forgotten.map(|counterpart| open.key(counterpart));
        if let Some(key) = forgotten
            && open.database.begin_read()?.open_table(STATES)?.get(key)?.is_none()
        {
            return Ok(false);
        }
        let new = beside(&self.path);
        remove(&new)?;
        let fresh = match forgotten {
            Some(key) => open.copy(&new, key),
            None => builder().create(&new).map_err(StoreError::from).and_then(Open::new),
        };
        let fresh = fresh.inspect_err(|_| {
            let _ = remove(&new);
        })?;
        let old = File::options().write(true).open(&self.path)?;
        fs::rename(&new, &self.path)?;
        // From here on the new file is the store, whatever else goes wrong.
        *open = fresh;
        drop(exclusive);
        sync_folder(&self.path)?;
        overwrite(old)?;
        Ok(true)
    }
}

impl Open {
    /// Reads the version and the salt, or sets them in a new file.
    fn new(database: Database) -> Result<Self, StoreError> {
        let write = database.begin_write()?;
        let salt = {
            let mut about = write.open_table(ABOUT)?;
            write.open_table(STATES)?;
            let version = about.get("version")?.map(|version| number(version.value()));
            match version {
                Some(VERSION) => {}
                Some(other) => return Err(StoreError::Version(other)),
                None => {
                    about.insert("version", VERSION.to_le_bytes().as_slice())?;
                }
            }
            let known = about.get("salt")?.map(|salt| salt.value().to_vec());
            match known {
                Some(known) => known,
                None => {
                    let salt = fresh_salt()?;
                    about.insert("salt", salt.as_slice())?;
                    salt
                }
            }
        };
        write.commit()?;
        Ok(Self { database, salt })
    }

    /// A new file with the same salt and everything but one state.
    fn copy(&self, to: &Path, without: Key) -> Result<Self, StoreError> {
        let database = builder().create(to)?;
        let states = self.database.begin_read()?.open_table(STATES)?;
        let write = database.begin_write()?;
        {
            let mut about = write.open_table(ABOUT)?;
            about.insert("version", VERSION.to_le_bytes().as_slice())?;
            about.insert("salt", self.salt.as_slice())?;
            let mut copied = write.open_table(STATES)?;
            for state in states.iter()? {
                let (key, state) = state?;
                if key.value() != without {
                    copied.insert(key.value(), state.value())?;
                }
            }
        }
        write.commit()?;
        Ok(Self { database, salt: self.salt.clone() })
    }

    fn key(&self, counterpart: &str) -> Key {
        key(&self.salt, counterpart)
    }
}

impl ConversationStore for FileStore {
    fn load(&self, counterpart: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.with(|open| {
            let states = open.database.begin_read()?.open_table(STATES)?;
            Ok(states.get(open.key(counterpart))?.map(|state| state.value().to_vec()))
        })
    }

    fn save(&self, counterpart: &str, state: &[u8]) -> Result<(), StoreError> {
        self.with(|open| {
            let write = open.database.begin_write()?;
            write.open_table(STATES)?.insert(open.key(counterpart), state)?;
            Ok(write.commit()?)
        })
    }

    fn forget(&self, counterpart: &str) -> Result<bool, StoreError> {
        self.rewrite(Some(counterpart))
    }

    fn forget_all(&self) -> Result<(), StoreError> {
        self.rewrite(None).map(|_| ())
    }
}

impl fmt::Debug for FileStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileStore").field("path", &self.path).finish_non_exhaustive()
    }
}

fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE);
    builder
}

/// Where the file is written anew.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".new");
    path.with_file_name(name)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Makes a renamed file last.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if cfg!(unix) {
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

fn overwrite(mut file: File) -> io::Result<()> {
    let length = file.metadata()?.len();
    file.rewind()?;
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.sync_all()?;
    file.set_len(0)
}

fn fresh_salt() -> Result<Vec<u8>, StoreError> {
    let mut salt = vec![0; 16];
    getrandom::fill(&mut salt).map_err(|error| StoreError::Io(error.into()))?;
    Ok(salt)
}

fn number(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(u64::MAX, |bytes| u64::from_le_bytes(*bytes))
}

impl From<redb::Error> for StoreError {
    fn from(error: redb::Error) -> Self {
        match error {
            redb::Error::DatabaseAlreadyOpen => Self::InUse,
            redb::Error::Io(error) if error.kind() != io::ErrorKind::InvalidData => Self::Io(error),
            other => Self::Damaged(other.to_string()),
        }
    }
}

macro_rules! from_redb {
    ($($error:ty),+) => {
        $(impl From<$error> for StoreError {
            fn from(error: $error) -> Self {
                Self::from(redb::Error::from(error))
            }
        })+
    };
}

from_redb!(
    DatabaseError,
    StorageError,
    redb::TransactionError,
    redb::TableError,
    redb::CommitError
);

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use redb::StorageBackend;

    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn states_outlive_the_process() {
        let folder = folder();
        let path = folder.path().join("conversations.redb");
        let store = FileStore::open(&path).unwrap();
        assert_eq!(store.load("a").unwrap(), None);
        store.save("a", b"first").unwrap();
        store.save("a", b"second").unwrap();
        assert!(matches!(FileStore::open(&path), Err(StoreError::InUse)));
        drop(store);
        let store = FileStore::open(&path).unwrap();
        assert_eq!(store.load("a").unwrap().as_deref(), Some(b"second".as_slice()));
    }

    #[test]
    fn names_are_not_written_down_and_what_is_forgotten_is_erased() {
        let folder = folder();
        let path = folder.path().join("conversations.redb");
        let contains = |what: &[u8]| {
            let bytes = fs::read(&path).unwrap();
            bytes.windows(what.len()).any(|window| window == what)
        };
        let store = FileStore::open(&path).unwrap();
        for round in 0..50 {
            store.save("CANARY NAME", format!("CANARY STATE {round}").as_bytes()).unwrap();
            store.save("other", b"OTHER STATE").unwrap();
        }
        assert!(contains(b"CANARY STATE") && !contains(b"CANARY NAME"));
        assert!(store.forget("CANARY NAME").unwrap());
        assert!(!store.forget("CANARY NAME").unwrap());
        assert!(!contains(b"CANARY STATE") && contains(b"OTHER STATE"));
        assert_eq!(store.load("CANARY NAME").unwrap(), None);
        assert_eq!(store.load("other").unwrap().as_deref(), Some(b"OTHER STATE".as_slice()));
        store.save("third", b"THIRD STATE").unwrap();
        store.forget_all().unwrap();
        assert!(!contains(b"OTHER STATE") && !contains(b"THIRD STATE"));
        assert_eq!(store.load("other").unwrap(), None);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        drop(store);
        assert_eq!(FileStore::open(&path).unwrap().load("third").unwrap(), None);
    }

    #[test]
    fn a_half_written_file_beside_it_does_no_harm() {
        let folder = folder();
        let path = folder.path().join("conversations.redb");
        FileStore::open(&path).unwrap().save("a", b"kept").unwrap();
        fs::write(beside(&path), b"half written").unwrap();
        let store = FileStore::open(&path).unwrap();
        assert_eq!(store.load("a").unwrap().as_deref(), Some(b"kept".as_slice()));
        assert!(!beside(&path).exists());
    }

    #[test]
    fn a_store_that_is_in_use_is_left_alone() {
        let folder = folder();
        let path = folder.path().join("conversations.redb");
        let store = FileStore::open(&path).unwrap();
        store.save("a", b"kept").unwrap();
        store.save("b", b"gone").unwrap();
        fs::write(beside(&path), b"what the owner is writing").unwrap();
        assert!(matches!(FileStore::open(&path), Err(StoreError::InUse)));
        assert!(beside(&path).exists());
        assert!(store.forget("b").unwrap());
        store.save("a", b"kept after forgetting").unwrap();
        drop(store);
        let store = FileStore::open(&path).unwrap();
        let kept = store.load("a").unwrap();
        assert_eq!(kept.as_deref(), Some(b"kept after forgetting".as_slice()));
    }

    #[test]
    fn a_file_that_is_no_store_is_refused() {
        let folder = folder();
        let path = folder.path().join("notes.txt");
        fs::write(&path, "dear diary ".repeat(1000)).unwrap();
        let error = FileStore::open(&path).unwrap_err();
        assert!(matches!(error, StoreError::Damaged(_) | StoreError::Io(_)), "{error:?}");
        assert!(!error.to_string().contains("diary"));
    }

    #[test]
    fn a_store_of_another_version_is_refused() {
        let folder = folder();
        let path = folder.path().join("conversations.redb");
        for (stored, version) in [
            ([2, 0, 0, 0, 0, 0, 0, 0].as_slice(), 2),
            (&[1, 1, 0, 0, 0, 0, 0, 0], 257),
            (&[0; 8], 0),
            (&[1], u64::MAX),
        ] {
            let store = FileStore::open(&path).unwrap();
            store
                .with(|open| {
                    let write = open.database.begin_write()?;
                    write.open_table(ABOUT)?.insert("version", stored)?;
                    Ok(write.commit()?)
                })
                .unwrap();
            drop(store);
            let refused = FileStore::open(&path).unwrap_err();
            assert!(matches!(refused, StoreError::Version(v) if v == version), "{refused:?}");
            fs::remove_file(&path).unwrap();
        }
    }

    #[test]
    fn after_a_failure_the_file_is_opened_anew() {
        let folder = folder();
        let store = FileStore::open(folder.path().join("conversations.redb")).unwrap();
        store.save("a", b"kept").unwrap();
        let closed = || store.exclusive().is_none();
        let failed = store.with(|_| Err::<(), _>(StoreError::Host("full".to_owned())));
        assert!(failed.is_err() && !closed());
        let failed = store.with(|_| Err::<(), _>(StoreError::Io(io::ErrorKind::Other.into())));
        assert!(failed.is_err() && closed());
        assert_eq!(store.load("a").unwrap().as_deref(), Some(b"kept".as_slice()));
        assert!(!closed());
    }

    #[test]
    fn faults_of_the_database_are_told_apart() {
        let fault = |error: redb::Error| StoreError::from(error);
        let io = |kind: io::ErrorKind| fault(redb::Error::Io(kind.into()));
        assert!(matches!(fault(redb::Error::DatabaseAlreadyOpen), StoreError::InUse));
        assert!(matches!(fault(redb::Error::PreviousIo), StoreError::Damaged(_)));
        assert!(matches!(io(io::ErrorKind::InvalidData), StoreError::Damaged(_)));
        assert!(matches!(io(io::ErrorKind::StorageFull), StoreError::Io(_)));
    }

    #[test]
    fn stores_have_salts_of_their_own() {
        let [a, b] = [fresh_salt().unwrap(), fresh_salt().unwrap()];
        assert_eq!((a.len(), b.len()), (16, 16));
        assert_ne!(a, b);
        let folder = folder();
        let key = |name: &str| {
            let store = FileStore::open(folder.path().join(name)).unwrap();
            store.with(|open| Ok(open.key("a"))).unwrap()
        };
        assert_eq!(key("one"), key("one"));
        assert_ne!(key("one"), key("two"));
    }

    #[test]
    fn the_old_file_is_emptied_and_the_folder_told() {
        let folder = folder();
        let path = folder.path().join("conversations.redb");
        let store = FileStore::open(&path).unwrap();
        assert!(format!("{store:?}").starts_with("FileStore { path: "), "{store:?}");
        let old = folder.path().join("old");
        fs::hard_link(&path, &old).unwrap();
        store.forget_all().unwrap();
        assert_eq!(fs::metadata(&old).unwrap().len(), 0);
        assert!(fs::metadata(&path).unwrap().len() > 0);

        assert!(remove(&old).is_ok() && !old.exists() && remove(&old).is_ok());
        assert!(remove(folder.path()).is_err(), "a folder");
        sync_folder(Path::new("a file of the working directory")).unwrap();
        assert_eq!(sync_folder(&old.join("nowhere")).is_err(), cfg!(unix));
    }

    /// A disk that remembers everything that was done to it.
    #[derive(Clone, Debug, Default)]
    struct Disk(Arc<Mutex<(Vec<u8>, Vec<Change>)>>);

    #[derive(Clone, Debug)]
    enum Change {
        Write(u64, Vec<u8>),
        Length(u64),
    }

    fn apply(bytes: &mut Vec<u8>, change: &Change, upto: usize) {
        match change {
            Change::Length(length) => bytes.resize(*length as usize, 0),
            Change::Write(at, data) => {
                let (at, upto) = (*at as usize, upto.min(data.len()));
                bytes[at..at + upto].copy_from_slice(&data[..upto]);
            }
        }
    }

    impl Disk {
        fn change(&self, change: Change) -> Result<(), io::Error> {
            let mut disk = self.0.lock().unwrap();
            apply(&mut disk.0, &change, usize::MAX);
            disk.1.push(change);
            Ok(())
        }
    }

    impl StorageBackend for Disk {
        fn len(&self) -> Result<u64, io::Error> {
            Ok(self.0.lock().unwrap().0.len() as u64)
        }

        fn read(&self, at: u64, out: &mut [u8]) -> Result<(), io::Error> {
            let disk = self.0.lock().unwrap();
            out.copy_from_slice(&disk.0[at as usize..at as usize + out.len()]);
            Ok(())
        }

        fn set_len(&self, length: u64) -> Result<(), io::Error> {
            self.change(Change::Length(length))
        }

        fn sync_data(&self) -> Result<(), io::Error> {
            Ok(())
        }

        fn write(&self, at: u64, data: &[u8]) -> Result<(), io::Error> {
            self.change(Change::Write(at, data.to_vec()))
        }
    }

    #[test]
    fn killed_at_any_byte_the_last_committed_state_is_there() {
        let disk = Disk::default();
        let open = |disk: Disk| Open::new(builder().create_with_backend(disk).unwrap());
        let save = |open: &Open, state: &[u8]| {
            let write = open.database.begin_write().unwrap();
            write.open_table(STATES).unwrap().insert([7; 16], state).unwrap();
            write.commit().unwrap();
        };
        let store = open(disk.clone()).unwrap();
        save(&store, b"state 0");
        let (start, begun) = {
            let disk = disk.0.lock().unwrap();
            (disk.0.clone(), disk.1.len())
        };
        let mut committed = Vec::new();
        for round in 1..=6_u8 {
            save(&store, format!("state {round}").as_bytes());
            committed.push(disk.0.lock().unwrap().1.len());
        }
        let changes = disk.0.lock().unwrap().1.clone();
        let (mut bytes, mut killed) = (start, 0);
        for (index, change) in changes.iter().enumerate().skip(begun) {
            let length = match change {
                Change::Write(_, data) => data.len(),
                Change::Length(_) => 0,
            };
            // The ends, what lies around them, and some between.
            let places = (0..length).filter(|at| *at < 3 || at + 3 >= length || at % 509 == 0);
            for upto in places {
                let mut torn = bytes.clone();
                apply(&mut torn, change, upto);
                let torn = Disk(Arc::new(Mutex::new((torn, Vec::new()))));
                let open = open(torn).unwrap();
                let states = open.database.begin_read().unwrap().open_table(STATES).unwrap();
                let found = states.get([7; 16]).unwrap().unwrap().value().to_vec();
                let done = committed.iter().filter(|end| index >= **end).count();
                let may = [done, done + 1].map(|round| format!("state {round}").into_bytes());
                assert!(may.contains(&found), "killed in write {index} at byte {upto}");
                killed += 1;
            }
            apply(&mut bytes, change, usize::MAX);
        }
        assert!(killed > 200, "{killed}");
    }
}
