//! `himaya eval --conversations`: whether conversations warn, how soon, and how rarely wrongly.

mod data;
mod measure;
mod page;
mod tables;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::sweep::{Sweep, Words};
use super::{EvalArgs, classifier, data as messages};
use crate::{Failure, Outcome, Settings};

/// What the page of thresholds says of conversations.
const WORDS: Words = Words {
    title: "Himaya: what a threshold does to conversations",
    unit: "conversations",
    risky: "risky",
    threshold: "Risk of a conversation, from which on it counts",
    group: "kind",
    note: "A conversation counts once, by its highest risk. All labelled conversations were written for this project, non-explicit, or made of such and of public chat; yours differ: replay an archive with `himaya audit`.",
};

/// Everything measured in one run.
#[derive(Serialize)]
struct Evaluation {
    schema_version: u32,
    himaya_version: &'static str,
    ruleset_version: String,
    /// Name, version and digest of the classifier, if one took part.
    text_model: Option<String>,
    sets: Vec<measure::SetResult>,
}

pub fn run(args: &EvalArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let guard = settings.guard()?;
    let paths = match args.sets.as_slice() {
        [] => data::default_sets(),
        paths => paths.to_vec(),
    };
    let ordinary = messages::ordinary_files(&args.ordinary)?;
    let mut sets = Vec::new();
    for path in &paths {
        let mut told = data::read_set(path)?;
        let set = data::untold(&told);
        let spread = data::spread(&set, &ordinary);
        told.name.push_str(", relation told");
        sets.extend([set, told, spread]);
    }
    if !ordinary.is_empty() {
        sets.extend(data::dialogues(&ordinary));
    }
    sets.retain(|set| !set.conversations.is_empty());
    let mut trace = args.trace.as_ref().map(Trace::create).transpose()?;
    let mut results = Vec::new();
    for set in &sets {
        let shown = args.show_errors.as_deref().is_some_and(|shown| set.name.starts_with(shown));
        let out = trace.as_mut().map(|trace| &mut trace.out as &mut dyn Write);
        results.push(measure::set(&guard, set, out, shown)?);
    }
    if let Some(mut trace) = trace {
        trace.out.flush().map_err(|source| Failure::Save { path: trace.path, source })?;
    }
    let evaluation = Evaluation {
        schema_version: 1,
        himaya_version: env!("CARGO_PKG_VERSION"),
        ruleset_version: guard.lexicon().version().to_owned(),
        text_model: classifier(&guard),
        sets: results,
    };
    args.write(&evaluation, || page::page(&evaluation), &tables::markdown(&evaluation))?;
    args.write_sweep(|| {
        let rules = &evaluation.ruleset_version;
        let mut sweep = Sweep::new(WORDS, rules, evaluation.text_model.as_deref());
        for set in &evaluation.sets {
            sweep.add(&set.name, &set.scored);
        }
        sweep
    })
}

/// The file that a trace goes to.
struct Trace {
    path: PathBuf,
    out: BufWriter<File>,
}

impl Trace {
    fn create(path: &PathBuf) -> Result<Self, Failure> {
        let file =
            File::create(path).map_err(|source| Failure::Save { path: path.clone(), source })?;
        Ok(Self { path: path.clone(), out: BufWriter::new(file) })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::path::Path;

    use himaya::Guard;

    use super::*;

    /// What `himaya eval --conversations` printed when the weights were fitted, with some room.
    #[test]
    fn conversations_are_judged_as_well_as_the_readme_says() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/accuracy");
        let guard = Guard::builder().build().unwrap();
        for (folder, f1, told_f1) in
            [("conversations", 0.80, 0.82), ("heldout-conversations", 0.72, 0.80)]
        {
            let told = data::read_set(&root.join(folder)).unwrap();
            let risky = told.conversations.iter().filter(|c| c.label == data::Label::Risky);
            assert_eq!(2 * risky.count(), told.conversations.len(), "half is risky");
            for (set, f1) in [(data::untold(&told), f1), (told, told_f1)] {
                let measured = measure::set(&guard, &set, None, false).unwrap().all;
                assert!(measured.f1.unwrap() >= f1, "{}: F1 {:?}", set.name, measured.f1);
                assert!(measured.false_alarms.share <= 1.0 / 30.0, "{}", set.name);
            }
        }
    }
}
