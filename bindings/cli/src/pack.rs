//! `himaya pack`: signed updates of rules, help services, weights and models.

use std::fs::{self, File};
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use himaya::text::Lexicon;
use himaya::update::{UpdateFiles, UpdateFolder, UpdateKey, UpdateManifest, UpdatePack};
use minisign::{KeyPair, SecretKeyBox};

use crate::{Failure, Outcome, lexicon, read};

/// Files that are taken into an archive as they are.
const FILES: [&str; 9] = [
    "rules.bin",
    "help.toml",
    "weights.toml",
    "text/manifest.json",
    "text/config.json",
    "text/model.onnx",
    "image/manifest.json",
    "image/config.json",
    "image/model.onnx",
];

#[derive(Args)]
pub struct PackArgs {
    #[command(subcommand)]
    task: PackTask,
}

#[derive(Subcommand)]
enum PackTask {
    /// Make a pair of keys, in the form of minisign.
    Key {
        /// Where to write the secret key; whoever has it can change what all hosts do.
        #[arg(long, value_name = "FILE")]
        secret_key: PathBuf,
        /// Where to write the public key, which hosts have in their code.
        #[arg(long, value_name = "FILE")]
        public_key: PathBuf,
        #[command(flatten)]
        password: Password,
    },
    /// Put the files of a folder together: `lexicon/*.toml` (compiled) or `rules.bin`,
    /// `help.toml`, `weights.toml`, `text/` and `image/` with a model each.
    Build {
        /// The folder.
        folder: PathBuf,
        /// Where to write the archive.
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
        /// Its name: letters, digits, `-`, `_` and `.`.
        #[arg(long, default_value = "himaya-rules")]
        name: String,
        /// Its version; rises with every one.
        #[arg(long, value_name = "NUMBER")]
        number: u64,
        /// Withdraws all versions below.
        #[arg(long, value_name = "NUMBER", default_value_t = 1)]
        floor: u64,
    },
    /// Sign an archive: writes ARCHIVE.minisig.
    Sign {
        /// The archive.
        archive: PathBuf,
        /// The secret key.
        #[arg(long, value_name = "FILE")]
        secret_key: PathBuf,
        #[command(flatten)]
        password: Password,
    },
    /// Check an archive with its signature beside it, and run its self-test.
    Verify {
        /// The archive.
        archive: PathBuf,
        #[command(flatten)]
        key: Key,
    },
    /// Check an archive and put it in force in a folder of the host's.
    Install {
        /// The archive.
        archive: PathBuf,
        /// The folder.
        #[arg(long, value_name = "FOLDER")]
        into: PathBuf,
        #[command(flatten)]
        key: Key,
    },
    /// Show what is in force in a folder.
    ///
    /// Exit status: 0 what should be, 1 something older, 2 it cannot be told.
    Current {
        /// The folder.
        folder: PathBuf,
        #[command(flatten)]
        key: Key,
    },
    /// Put the pack before in force again.
    RollBack {
        /// The folder.
        folder: PathBuf,
        #[command(flatten)]
        key: Key,
    },
}

#[derive(Args)]
struct Key {
    /// The public key: a file, or the key itself.
    #[arg(long = "key", value_name = "KEY")]
    public: String,
}

#[derive(Args)]
struct Password {
    /// A file with the password of the secret key in its first line; without, it is asked for.
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// The secret key has no password.
    #[arg(long, conflicts_with = "password_file")]
    no_password: bool,
}

impl Password {
    fn get(&self) -> Result<Option<String>, Failure> {
        let text = self.password_file.as_ref().map(read).transpose()?;
        Ok(text.map(|text| text.lines().next().unwrap_or_default().to_owned()))
    }
}

pub fn run(args: &PackArgs) -> Result<Outcome, Failure> {
    let mut out = anstream::stdout().lock();
    match &args.task {
        PackTask::Key { secret_key, public_key, password } => {
            make_keys(secret_key, public_key, password)?;
            writeln!(out, "{}: keep it secret\n{}", secret_key.display(), public_key.display())?;
        }
        PackTask::Build { folder, output, name, number, floor } => {
            let manifest = UpdateManifest::new(name.as_str(), *number).with_floor(*floor);
            let files = gather(folder, &manifest)?;
            let bytes = files.archive(&manifest).map_err(at(output))?;
            write(output, &bytes)?;
            writeln!(out, "{}: {} bytes", output.display(), bytes.len())?;
        }
        PackTask::Sign { archive, secret_key, password } => {
            let signature = sign(archive, secret_key, password)?;
            write(&beside(archive), signature.as_bytes())?;
            writeln!(out, "{}", beside(archive).display())?;
        }
        PackTask::Verify { archive, key } => {
            let (bytes, signature) = open(archive)?;
            let pack = UpdatePack::verify(&bytes, &signature, &public(&key.public)?)
                .map_err(at(archive))?;
            pack.self_test().map_err(at(archive))?;
            writeln!(out, "{}\nits self-test passes", described(&pack))?;
        }
        PackTask::Install { archive, into, key } => {
            let (bytes, signature) = open(archive)?;
            let folder = UpdateFolder::open(into, public(&key.public)?).map_err(at(into))?;
            let installed = folder.install(bytes, &signature).map_err(at(archive))?;
            writeln!(out, "version {} is in force in {}", installed.version, into.display())?;
        }
        PackTask::Current { folder, key } => {
            let current = UpdateFolder::open(folder, public(&key.public)?)
                .and_then(|folder| folder.current())
                .map_err(at(folder))?;
            for (version, error) in &current.refused {
                writeln!(out, "version {version} cannot be used: {error}")?;
            }
            match &current.pack {
                Some(pack) => writeln!(out, "{}", described(pack))?,
                None => writeln!(out, "no update; what this build embeds is in force")?,
            }
            return Ok(if current.refused.is_empty() { Outcome::Clear } else { Outcome::Found });
        }
        PackTask::RollBack { folder, key } => {
            let back = UpdateFolder::open(folder, public(&key.public)?)
                .and_then(|folder| folder.roll_back())
                .map_err(at(folder))?;
            match back {
                Some(version) => writeln!(out, "version {version} is in force again")?,
                None => writeln!(out, "what this build embeds is in force again")?,
            }
        }
    }
    Ok(Outcome::Clear)
}

/// The pack that is in force in a folder.
pub fn current(folder: &Path, key: &str) -> Result<Option<UpdatePack>, Failure> {
    let current = UpdateFolder::open(folder, public(key)?)
        .and_then(|folder| folder.current())
        .map_err(at(folder))?;
    match current.refused.into_iter().next() {
        Some((_, error)) => Err(at(folder)(error)),
        None => Ok(current.pack),
    }
}

fn described(pack: &UpdatePack) -> String {
    let manifest = pack.manifest();
    format!(
        "{} {}: {}; withdrawn below {}; for version {} of Himaya or later",
        manifest.name,
        manifest.version,
        pack.contents().join(", "),
        manifest.floor,
        manifest.requires
    )
}

fn gather(folder: &Path, manifest: &UpdateManifest) -> Result<UpdateFiles, Failure> {
    let mut files = UpdateFiles::new();
    let mut rules: Vec<PathBuf> = match fs::read_dir(folder.join("lexicon")) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(source) => return Err(Failure::Read { path: folder.join("lexicon"), source }),
    };
    let is_rules = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "toml")
            && path.file_stem().is_some_and(|stem| stem != "sources")
    };
    rules.retain(is_rules);
    rules.sort();
    if !rules.is_empty() {
        let version = format!("{}-{}", manifest.name, manifest.version);
        let compiled = lexicon::with_files(&rules, &version, Lexicon::compile)?;
        files.add("rules.bin", compiled).map_err(at(folder))?;
    }
    for name in FILES {
        let path = folder.join(name);
        match fs::read(&path) {
            Ok(bytes) => files.add(name, bytes).map_err(at(&path))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(Failure::Read { path, source }),
        }
    }
    Ok(files)
}

fn make_keys(secret: &Path, public: &Path, password: &Password) -> Result<(), Failure> {
    let keys = if password.no_password {
        KeyPair::generate_unencrypted_keypair()
    } else {
        KeyPair::generate_encrypted_keypair(password.get()?)
    };
    let keys = keys.map_err(key_failure)?;
    let secret_box = keys.sk.to_box(None).map_err(key_failure)?.to_string();
    // Nobody's key is written over.
    let mut file = private(secret)?;
    file.write_all(secret_box.as_bytes())
        .map_err(|source| Failure::Save { path: secret.to_owned(), source })?;
    write(public, keys.pk.to_box().map_err(key_failure)?.to_string().as_bytes())
}

/// A new file that nobody else may read, where the system has such files.
fn private(path: &Path) -> Result<File, Failure> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|source| Failure::Save { path: path.to_owned(), source })
}

fn sign(archive: &Path, secret: &PathBuf, password: &Password) -> Result<String, Failure> {
    let bytes =
        fs::read(archive).map_err(|source| Failure::Read { path: archive.to_owned(), source })?;
    let secret = SecretKeyBox::from_string(&read(secret)?).map_err(key_failure)?;
    let secret = if password.no_password {
        secret.into_unencrypted_secret_key()
    } else {
        secret.into_secret_key(password.get()?)
    };
    let secret = secret.map_err(key_failure)?;
    let name = archive.file_name().unwrap_or_default().to_string_lossy();
    let comment = format!("file:{name}\thashed");
    let signature = minisign::sign(None, &secret, Cursor::new(bytes), Some(&comment), None);
    Ok(signature.map_err(key_failure)?.to_string())
}

fn key_failure(error: minisign::PError) -> Failure {
    Failure::Key(error.to_string())
}

/// A key given as a file or as it is.
fn public(key: &str) -> Result<UpdateKey, Failure> {
    let text = if Path::new(key).exists() { read(&PathBuf::from(key))? } else { key.to_owned() };
    text.parse().map_err(at(Path::new(key)))
}

fn beside(archive: &Path) -> PathBuf {
    let mut name = archive.as_os_str().to_os_string();
    name.push(".minisig");
    PathBuf::from(name)
}

fn open(archive: &Path) -> Result<(Vec<u8>, String), Failure> {
    let bytes =
        fs::read(archive).map_err(|source| Failure::Read { path: archive.to_owned(), source })?;
    Ok((bytes, read(&beside(archive))?))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|source| Failure::Save { path: path.to_owned(), source })
}

fn at(path: &Path) -> impl FnOnce(himaya::error::UpdateError) -> Failure {
    let path = path.to_path_buf();
    move |error| Failure::Update { path, source: Box::new(error) }
}
