//! `himaya models`: which models there are, whether a pack can be used, how to build one.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::{Args, Subcommand};
use himaya::Guard;
use himaya::error::ModelPackError;
use himaya::image::{self, OptionalModel, Pixels, optional_models};
use himaya::text;

use crate::{Failure, Outcome};

/// Side of the picture that a model is tried on.
const SIDE: u32 = 256;
/// Runs that a profile is the median of.
const RUNS: usize = 21;
/// Operators that a profile names.
const SLOWEST: usize = 8;
/// What every pack has.
const MANIFEST: &str = "manifest.json";

#[derive(Args)]
pub struct ModelsArgs {
    #[command(subcommand)]
    task: ModelsTask,
}

#[derive(Subcommand)]
enum ModelsTask {
    /// Show the embedded models and the packs in folders.
    List {
        /// Packs, or folders with packs; models/ in Himaya's cache if none are given.
        #[arg(value_name = "FOLDER")]
        folders: Vec<PathBuf>,
    },
    /// Verify a pack, load it and try it, or say why it is refused.
    Check {
        /// A folder with model.onnx, config.json and manifest.json.
        folder: PathBuf,
        /// Show how long each kind of operator of a picture model takes.
        #[arg(long)]
        profile: bool,
    },
    /// Show how to build the models that are not embedded. Downloads nothing.
    Fetch {
        /// One of them; all if none is named.
        name: Option<String>,
    },
}

/// A pack of either kind.
enum Pack {
    Image(image::ModelPack),
    Text(text::ModelPack),
}

pub fn run(args: &ModelsArgs) -> Result<Outcome, Failure> {
    let mut out = anstream::stdout().lock();
    match &args.task {
        ModelsTask::List { folders } => list(&mut out, folders),
        ModelsTask::Check { folder, profile } => check(&mut out, folder, *profile),
        ModelsTask::Fetch { name } => fetch(&mut out, name.as_deref()),
    }
}

impl Pack {
    fn from_folder(folder: &Path) -> Result<Self, ModelPackError> {
        let image = match image::ModelPack::from_folder(folder) {
            Ok(pack) => return Ok(Self::Image(pack)),
            Err(error) => error,
        };
        text::ModelPack::from_folder(folder).map(Self::Text).map_err(|_| image)
    }

    fn line(&self) -> String {
        let (kind, name, version, bytes, sha256) = match self {
            Self::Image(p) => ("pictures", p.name(), p.version(), p.bytes(), p.sha256()),
            Self::Text(p) => ("text", p.name(), p.version(), p.bytes(), p.sha256()),
        };
        format!("{name} {version}  {kind}, {}\n    sha256 {sha256}", megabytes(bytes as u64))
    }
}

fn list(out: &mut impl Write, folders: &[PathBuf]) -> Result<Outcome, Failure> {
    writeln!(out, "embedded")?;
    writeln!(out, "  {}", Pack::Image(image::ModelPack::embedded()?).line())?;
    let text = text::ModelPack::embedded().map_err(Failure::TextModel)?;
    writeln!(out, "  {}", Pack::Text(text).line())?;
    let cache;
    let folders = if folders.is_empty() {
        cache = models_folder().filter(|folder| folder.is_dir());
        cache.as_slice()
    } else {
        folders
    };
    let mut outcome = Outcome::Clear;
    for folder in folders {
        writeln!(out, "{}", folder.display())?;
        let packs = packs_in(folder)?;
        if packs.is_empty() {
            writeln!(out, "  no pack: no {MANIFEST} in it nor in a folder of it")?;
        }
        for pack in packs {
            match Pack::from_folder(&pack) {
                Ok(pack) => writeln!(out, "  {}", pack.line())?,
                Err(error) => {
                    let name = pack.file_name().unwrap_or(pack.as_os_str()).to_string_lossy();
                    writeln!(out, "  {name}  refused: {error}")?;
                    outcome = Outcome::Failed;
                }
            }
        }
    }
    Ok(outcome)
}

/// The folder itself if it is a pack, else the packs in it, by name.
fn packs_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if folder.join(MANIFEST).is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let failed = |source| Failure::Read { path: folder.to_owned(), source };
    let entries = folder.read_dir().and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let paths = entries.map_err(failed)?.into_iter().map(|entry| entry.path());
    let mut packs: Vec<PathBuf> = paths.filter(|path| path.join(MANIFEST).is_file()).collect();
    packs.sort();
    Ok(packs)
}

fn check(out: &mut impl Write, folder: &Path, profile: bool) -> Result<Outcome, Failure> {
    let pack = Pack::from_folder(folder)?;
    writeln!(out, "{}, as {MANIFEST} says", pack.line())?;
    let folder = folder.display();
    match pack {
        Pack::Image(pack) => {
            writeln!(out, "    input {:?}, classes {}", pack.input_shape(), listed(&pack))?;
            let guard = Guard::builder().without_text_model().image_model(pack).build()?;
            let (loaded, time) = timed(|| guard.load_image_model());
            loaded?;
            writeln!(out, "    loaded in {}", milliseconds(time))?;
            let picture = synthetic()?;
            let (assessed, time) = timed(|| guard.assess_pixels(&picture));
            let assessed = assessed?;
            let scores = assessed.class_scores.iter();
            let scores: Vec<String> =
                scores.map(|s| format!("{} {:.3}", s.class, s.score)).collect();
            writeln!(
                out,
                "    ran in {}: a synthetic picture of {SIDE}x{SIDE} has {}; sensitive {:.3}",
                milliseconds(time),
                scores.join(", "),
                assessed.risk
            )?;
            if profile {
                print_profile(out, &guard, &picture)?;
            }
            writeln!(out, "usable with --image-model {folder} or --second-image-model {folder}")?;
        }
        Pack::Text(pack) => {
            let guard = Guard::builder().text_model(pack).build()?;
            let (loaded, time) = timed(|| guard.load_text_model());
            loaded.map_err(Failure::TextNetwork)?;
            writeln!(out, "    loaded in {}", milliseconds(time))?;
            let (assessed, time) = timed(|| guard.assess_message("See you at training tomorrow!"));
            let score = assessed.message_score.unwrap_or_default();
            let time = milliseconds(time);
            writeln!(out, "    ran in {time}: a harmless message has {score:.3}")?;
            writeln!(out, "usable with --text-model {folder}")?;
        }
    }
    Ok(Outcome::Clear)
}

/// Medians over some runs, by kind of operator and for the slowest operators.
fn print_profile(out: &mut impl Write, guard: &Guard, picture: &Pixels<'_>) -> Result<(), Failure> {
    let runs = (0..RUNS).map(|_| guard.profile_image_model(picture));
    let runs = runs.collect::<Result<Vec<_>, _>>()?;
    let Some(first) = runs.first() else { return Ok(()) };
    let median = |at: usize| {
        let mut times: Vec<Duration> =
            runs.iter().filter_map(|run| run.get(at)).map(|operator| operator.time).collect();
        times.sort();
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    let mut operators: Vec<_> =
        first.iter().enumerate().map(|(at, operator)| (median(at), operator)).collect();
    let mut kinds: BTreeMap<&str, (Duration, usize)> = BTreeMap::new();
    for (time, operator) in &operators {
        let kind = kinds.entry(&operator.operator).or_default();
        *kind = (kind.0 + *time, kind.1 + 1);
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, (time, _))| Reverse(*time));
    writeln!(out, "    operators, median of {RUNS} runs")?;
    for (kind, (time, count)) in kinds {
        writeln!(out, "    {:>10}  {count:>3} {kind}", milliseconds(time))?;
    }
    operators.sort_by_key(|(time, _)| Reverse(*time));
    writeln!(out, "    the slowest")?;
    for (time, operator) in operators.iter().take(SLOWEST) {
        writeln!(out, "    {:>10}  {} {}", milliseconds(*time), operator.operator, operator.name)?;
    }
    Ok(())
}

fn fetch(out: &mut impl Write, name: Option<&str>) -> Result<Outcome, Failure> {
    let models = optional_models()?;
    let known: Vec<&str> = models.iter().map(|model| model.name.as_str()).collect();
    if let Some(name) = name.filter(|name| !known.contains(name)) {
        return Err(Failure::UnknownModel { name: name.to_owned(), known: known.join(", ") });
    }
    for model in models.iter().filter(|model| name.is_none_or(|name| name == model.name)) {
        let OptionalModel { name, version, recipe, source, license, purpose, .. } = model;
        let size = megabytes(model.bytes);
        writeln!(out, "{name} {version}  {purpose}")?;
        writeln!(out, "  {size} from {source}, licence {license}. In a copy of the repository:")?;
        writeln!(out, "    models/training/image/build --model {recipe} --check")?;
        writeln!(out, "    models/training/image/build --model {recipe} --out FOLDER")?;
        writeln!(out, "    himaya models check FOLDER")?;
        writeln!(out, "  and expect")?;
        for (file, sha256) in &model.sha256 {
            writeln!(out, "    {sha256}  {file}")?;
        }
    }
    writeln!(out, "This command downloads nothing; `build` needs python3, pip and npm.")?;
    Ok(Outcome::Clear)
}

/// Where `models/training/image/build` puts packs.
fn models_folder() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = || named("XDG_CACHE_HOME").or_else(|| Some(named("HOME")?.join(".cache")));
    let himaya = named("HIMAYA_CACHE").or_else(|| Some(cache()?.join("himaya")))?;
    Some(himaya.join("models"))
}

/// A picture with something of every colour in it.
fn synthetic() -> Result<Pixels<'static>, Failure> {
    let pixels = (0..SIDE * SIDE).flat_map(|at| {
        let (x, y) = (at % SIDE, at / SIDE);
        [x, y, x ^ y].map(|level| level as u8)
    });
    Ok(Pixels::rgb(SIDE, SIDE, pixels.collect::<Vec<u8>>())
        .map_err(himaya::error::ImageError::from)?)
}

fn listed(pack: &image::ModelPack) -> String {
    pack.classes().join(", ")
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

fn megabytes(bytes: u64) -> String {
    if bytes < 100_000 { format!("{bytes} bytes") } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}
