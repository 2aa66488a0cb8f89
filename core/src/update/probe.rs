//! What every pack must do.

use serde::Deserialize;

use crate::assessment::{Action, Status};
use crate::data;
use crate::guard::Guard;
use crate::taxonomy::Behavior;

/// The text of the probes. Whoever breaks them learns which one, never what a child said.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Probes {
    probe: Vec<Probe>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Probe {
    language: String,
    text: String,
    /// What must be seen in it; without, it must warn nobody.
    behavior: Option<Behavior>,
}

/// Holds a guard to the probes of the languages that it reads; says what it does not do.
pub(super) fn run(guard: &Guard) -> Result<(), String> {
    let file = himaya_models::update::SELF_TEST;
    let probes: Probes = data::parse(&file.text())
        .map_err(|(line, error)| format!("{}:{line}: {error}", file.name()))?;
    let languages = guard.lexicon().languages();
    if languages.is_empty() {
        return Err("its rules are of no language".to_owned());
    }
    #[cfg(feature = "text-model")]
    guard.load_text_model().map_err(|error| format!("the text classifier: {error}"))?;
    for probe in probes.probe.iter().filter(|probe| languages.contains(&probe.language)) {
        let assessment = guard.assess_message(&probe.text);
        if assessment.status != Status::Complete || !(0.0..=1.0).contains(&assessment.risk) {
            return Err(format!("`{}` is not assessed to the end", probe.text));
        }
        let seen = |behavior: Behavior| {
            let findings = assessment.findings.iter();
            findings.flat_map(|finding| &finding.behaviors).any(|one| one.behavior == behavior)
        };
        match probe.behavior {
            Some(behavior) if !seen(behavior) => {
                return Err(format!("{} is not seen in `{}`", behavior.slug(), probe.text));
            }
            None if assessment.action != Action::Allow => {
                return Err(format!("`{}` warns, and nobody should be warned", probe.text));
            }
            _ => {}
        }
    }
    #[cfg(feature = "image-model")]
    picture(guard)?;
    Ok(())
}

/// A grey picture: whatever the model, it is none that must be covered.
#[cfg(feature = "image-model")]
fn picture(guard: &Guard) -> Result<(), String> {
    const SIDE: u32 = 64;
    let grey = vec![128; (SIDE * SIDE * 3) as usize];
    let failed = |error: &dyn std::fmt::Display| format!("the picture model: {error}");
    let pixels = crate::image::Pixels::rgb(SIDE, SIDE, &grey).map_err(|error| failed(&error))?;
    let assessment = guard.assess_pixels(&pixels).map_err(|error| failed(&error))?;
    let numbers = assessment.class_scores.iter().all(|class| class.score.is_finite());
    if numbers && assessment.action == Action::Allow {
        Ok(())
    } else {
        Err("the picture model finds something in a grey picture".to_owned())
    }
}
