//! `himaya features`: what the text classifier sees of messages, for training one.

use std::io::{self, BufRead, BufReader, Write};

use himaya::error::BuildError;
use himaya::text::features::Features;
use himaya::text::{Lexicon, RuleHit};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Failure, Outcome};

#[derive(Deserialize)]
struct Line {
    text: String,
}

/// Answers every line of standard input with the hashes of its tokens and the rules that it
/// meets.
pub fn run() -> Result<Outcome, Failure> {
    let lexicon = Lexicon::embedded().map_err(BuildError::from)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (index, line) in BufReader::new(io::stdin().lock()).lines().enumerate() {
        let Line { text } = serde_json::from_str(&line?).map_err(|error| Failure::Labelled {
            path: "standard input".into(),
            line: index + 1,
            // The text itself is not for error messages.
            message: format!("not {{\"text\": \"…\"}} (column {})", error.column()),
        })?;
        let features = Features::new(&text);
        let tokens: Vec<&[u32]> = features.tokens().collect();
        let rules: Vec<Value> = lexicon
            .explain(&text)
            .hits
            .iter()
            .map(|RuleHit { rule, guarded, .. }| {
                let (behavior, direction) = (rule.behavior, rule.direction);
                json!({"code": rule.code, "behavior": behavior, "category": rule.category,
                       "direction": direction, "weight": rule.weight, "guarded": guarded})
            })
            .collect();
        serde_json::to_writer(&mut out, &json!({"tokens": tokens, "rules": rules}))
            .map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(Outcome::Clear)
}
