//! `himaya hash`: PDQ hashes of pictures.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use himaya::image::{Dihedral, Pdq, PdqHash, Pixels};
use serde_json::{Value, json};

use crate::input::{self, Kind};
use crate::{Failure, Outcome, report};

#[derive(Args)]
pub struct HashArgs {
    /// Pictures, or folders with pictures.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Print JSON Lines.
    #[arg(long)]
    json: bool,
    /// Print all eight hashes: as it is; turned by 90, 180, 270 degrees; mirrored top to bottom,
    /// left to right, at the two diagonals.
    #[arg(long)]
    dihedral: bool,
    /// Hash large pictures as they are, instead of shrinking sides above 768 pixels.
    #[arg(long, conflicts_with = "dihedral")]
    unshrunk: bool,
}

pub fn run(args: &HashArgs) -> Result<Outcome, Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::Clear;
    for found in input::collect(&args.paths) {
        let (path, pixels) = match found {
            Ok(file) if file.kind != Kind::Picture && !file.named => continue,
            Ok(file) => {
                let pixels = input::decode_picture(&file.path);
                (file.path, pixels)
            }
            Err(error) => (error.path, Err(error.source.to_string())),
        };
        let path = path.to_string_lossy();
        match pixels {
            Ok(pixels) => print(&mut out, args, &path, &pixels)?,
            Err(message) => {
                outcome = Outcome::Failed;
                if args.json {
                    line(&mut out, &json!({ "path": path, "error": { "message": message } }))?;
                } else {
                    report::error(&format!("{path}: {message}"));
                }
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn print(out: &mut impl Write, args: &HashArgs, path: &str, pixels: &Pixels<'_>) -> io::Result<()> {
    if args.dihedral {
        let Dihedral { hashes, quality } = Pdq::dihedral(pixels);
        if args.json {
            let hashes = hashes.map(|hash| hash.to_string());
            return line(out, &json!({ "path": path, "hashes": hashes, "quality": quality }));
        }
        return hashes.iter().try_for_each(|hash| text(out, hash, quality, path));
    }
    let Pdq { hash, quality } = if args.unshrunk { Pdq::unshrunk(pixels) } else { Pdq::of(pixels) };
    if args.json {
        line(out, &json!({ "path": path, "hash": hash.to_string(), "quality": quality }))
    } else {
        text(out, &hash, quality, path)
    }
}

fn text(out: &mut impl Write, hash: &PdqHash, quality: u8, path: &str) -> io::Result<()> {
    writeln!(out, "{hash},{quality},{path}")
}

fn line(out: &mut impl Write, value: &Value) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
