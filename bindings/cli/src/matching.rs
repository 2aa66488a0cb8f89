//! `himaya match`: pictures and hashes against lists of known pictures' hashes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use himaya::image::{Dropped, HashLine, HashLines, HashList, Pdq};
use serde_json::{Value, json};

use crate::input::{self, Kind};
use crate::{Failure, Outcome, report};

#[derive(Args)]
pub struct MatchArgs {
    /// A list as text or as an index; may be given several times.
    #[arg(long, required = true, value_name = "FILE")]
    list: Vec<PathBuf>,
    /// Differing bits up to which a picture is a known one.
    #[arg(long, value_name = "BITS", default_value_t = HashList::MAX_DISTANCE)]
    distance: u32,
    /// Write an index of the list, for lists of many hashes.
    #[arg(long, value_name = "OUT")]
    build_index: Option<PathBuf>,
    /// Print JSON Lines.
    #[arg(long)]
    json: bool,
    /// Pictures, folders with pictures, files with a hash a line, or - for hashes from standard
    /// input.
    #[arg(required_unless_present = "build_index", value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// Opens a list; its name is the file's, without the extension.
pub fn open(path: &Path) -> Result<HashList, Failure> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let name: String = stem.chars().map(|c| if allowed(c) { c } else { '-' }).take(64).collect();
    HashList::open(&name, path).map_err(|source| failure(path, source))
}

fn failure(path: &Path, source: himaya::error::HashListError) -> Failure {
    Failure::HashList { path: path.to_owned(), source }
}

pub fn run(args: &MatchArgs) -> Result<Outcome, Failure> {
    let mut lists = Vec::new();
    for path in &args.list {
        let list = open(path)?;
        list_dropped(path, list.dropped());
        lists.push(list.with_distance(args.distance).map_err(|source| failure(path, source))?);
    }
    if let Some(out) = &args.build_index {
        let [list] = lists.as_slice() else { return Err(Failure::OneList) };
        list.write_index(out).map_err(|source| failure(out, source))?;
        writeln!(io::stdout(), "{}: {} hashes", out.display(), list.len())?;
    }
    let mut printer =
        Printer { json: args.json, out: io::stdout().lock(), outcome: Outcome::Clear };
    let (streams, paths): (Vec<_>, Vec<_>) =
        args.paths.iter().cloned().partition(|path| path.as_os_str() == "-");
    for path in &streams {
        hashes(&mut printer, &lists, path, io::stdin().lock())?;
    }
    for found in input::collect(&paths) {
        match found {
            Ok(file) if file.kind == Kind::Picture => picture(&mut printer, &lists, &file.path)?,
            Ok(file) if file.named => match File::open(&file.path).map(BufReader::new) {
                Ok(reader) => named(&mut printer, &lists, &file.path, reader)?,
                Err(error) => printer.failed(&file.path, &error.to_string())?,
            },
            Ok(_) => {}
            Err(error) => printer.failed(&error.path, &error.source.to_string())?,
        }
    }
    Ok(printer.outcome)
}

/// Says on standard error what of a list was left out.
fn list_dropped(path: &Path, Dropped { low_quality, duplicates }: Dropped) {
    if low_quality + duplicates > 0 {
        let path = path.display();
        report::note(&format!(
            "{path}: left out {low_quality} hashes of quality below {}, {duplicates} duplicates",
            Pdq::RELIABLE
        ));
    }
}

/// A file whose name does not tell whether it is a picture or holds hashes.
fn named(
    printer: &mut Printer<impl Write>,
    lists: &[HashList],
    path: &Path,
    mut reader: impl BufRead,
) -> io::Result<()> {
    if reader.fill_buf().is_ok_and(input::looks_like_picture) {
        picture(printer, lists, path)
    } else {
        hashes(printer, lists, path, reader)
    }
}

fn picture(printer: &mut Printer<impl Write>, lists: &[HashList], path: &Path) -> io::Result<()> {
    let pixels = match input::decode_picture(path) {
        Ok(pixels) => pixels,
        Err(message) => return printer.failed(path, &message),
    };
    let dihedral = Pdq::dihedral(&pixels);
    let matches = lists.iter().filter_map(|list| Some((list, list.matches_picture(&dihedral)?)));
    printer.answer(path, ("quality", json!(dihedral.quality)), matches.collect())
}

fn hashes(
    printer: &mut Printer<impl Write>,
    lists: &[HashList],
    path: &Path,
    reader: impl BufRead,
) -> io::Result<()> {
    for line in HashLines::new(reader) {
        match line {
            Ok(HashLine { hash, quality }) => {
                let reliable = quality.is_none_or(|quality| quality >= Pdq::RELIABLE);
                let asked = lists.iter().filter(|_| reliable);
                let matches = asked.filter_map(|list| Some((list, list.matches(&hash)?)));
                printer.answer(path, ("hash", json!(hash.to_string())), matches.collect())?;
            }
            Err(error) => printer.failed(path, &error.to_string())?,
        }
    }
    Ok(())
}

/// Prints answers and keeps what they add up to.
struct Printer<W> {
    json: bool,
    out: W,
    outcome: Outcome,
}

impl<W: Write> Printer<W> {
    fn answer(
        &mut self,
        path: &Path,
        (key, about): (&str, Value),
        matches: Vec<(&HashList, u32)>,
    ) -> io::Result<()> {
        if !matches.is_empty() && self.outcome == Outcome::Clear {
            self.outcome = Outcome::Found;
        }
        let path = path.to_string_lossy();
        if self.json {
            let matches = matches
                .iter()
                .map(|(list, distance)| json!({ "list": list.name(), "distance": distance }));
            let matches: Vec<Value> = matches.collect();
            return self.line(&json!({ "path": path, key: about, "matches": matches }));
        }
        let matches = matches.iter().map(|(list, distance)| format!("{} {distance}", list.name()));
        let mut matches = matches.collect::<Vec<_>>().join(", ");
        if matches.is_empty() {
            matches.push_str("not known");
        }
        let about = about.as_str().map_or_else(|| format!("{key} {about}"), str::to_owned);
        writeln!(self.out, "{path}  {about}  {matches}")
    }

    fn failed(&mut self, path: &Path, message: &str) -> io::Result<()> {
        self.outcome = Outcome::Failed;
        let path = path.to_string_lossy();
        if self.json {
            return self.line(&json!({ "path": path, "error": { "message": message } }));
        }
        report::error(&format!("{path}: {message}"));
        Ok(())
    }

    fn line(&mut self, value: &Value) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, value)?;
        self.out.write_all(b"\n")
    }
}
