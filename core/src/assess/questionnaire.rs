//! What a host says of its service.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use toml::{Spanned, Value};

use super::error::{
    AssessError, QuestionnaireError, QuestionnaireErrorKind as Kind, SCHEMA_VERSION,
};
use super::framework::Frameworks;
use super::question::{Answer, Answers, Question, QuestionKind};
use crate::data;

/// The word for what is not known.
const UNKNOWN: &str = "unknown";

/// Answers about a service, checked against the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questionnaire {
    service: Option<String>,
    answers: Answers,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionnaireFile {
    schema_version: u32,
    /// Name of the service, for the report.
    service: Option<String>,
    #[serde(default)]
    answers: BTreeMap<Spanned<String>, Spanned<Value>>,
    /// For people; not read.
    #[serde(default, rename = "notes")]
    _notes: BTreeMap<String, String>,
}

impl Questionnaire {
    /// Reads a questionnaire in the form of `himaya assess --template`.
    ///
    /// # Errors
    /// When the text is not TOML, answers what is not asked, or in another form.
    pub fn from_toml(text: &str) -> Result<Self, QuestionnaireError> {
        let frameworks = Frameworks::embedded()
            .map_err(|error| QuestionnaireError { line: 1, kind: Kind::Questions(error) })?;
        Self::for_questions(text, frameworks.questions())
    }

    fn for_questions(text: &str, questions: &[Question]) -> Result<Self, QuestionnaireError> {
        let file: QuestionnaireFile = data::parse(text)
            .map_err(|(line, message)| QuestionnaireError { line, kind: Kind::Syntax(message) })?;
        let failed = |offset, kind| QuestionnaireError { line: data::line_at(text, offset), kind };
        if file.schema_version != SCHEMA_VERSION {
            return Err(failed(0, Kind::SchemaVersion(file.schema_version)));
        }
        let mut answers = Answers::new();
        for (key, value) in file.answers {
            let at = key.span().start;
            let key = key.into_inner();
            let Some(question) = questions.iter().find(|question| question.key == key) else {
                let proposed = data::proposed(&key, questions.iter().map(|q| q.key.as_str()));
                let key = key.chars().take(40).collect();
                return Err(failed(at, Kind::UnknownQuestion { key, proposed }));
            };
            let at = value.span().start;
            match answer(question, value.into_inner()) {
                Some(Some(answer)) => {
                    answers.insert(key, answer);
                }
                Some(None) => {}
                None => {
                    let expected = expected(question);
                    return Err(failed(at, Kind::Form { key, expected }));
                }
            }
        }
        Ok(Self { service: file.service, answers })
    }

    /// Name of the service, if it was given.
    pub fn service(&self) -> Option<&str> {
        self.service.as_deref()
    }

    /// The answer to a question; none if it was left out or is not known.
    pub fn answer(&self, key: &str) -> Option<&Answer> {
        self.answers.get(key)
    }

    pub(super) fn answers(&self) -> &Answers {
        &self.answers
    }

    /// An empty questionnaire with every question as a comment.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    pub fn template() -> Result<String, AssessError> {
        let questions = Frameworks::embedded()?.questions();
        let mut out = String::from(
            "# Safety-by-design questionnaire: `himaya assess FILE`. Take the `#` away before a line to\n\
             # answer it. What is left out, or \"unknown\", is not guessed: what depends on it cannot be told.\n\
             schema_version = 1\n# service = \"Name of the service\"\n\n[answers]\n",
        );
        let mut section = None;
        for question in questions {
            if question.section != section {
                section.clone_from(&question.section);
                let _ = writeln!(out, "# --- {} ---", section.as_deref().unwrap_or_default());
            }
            let empty = if question.kind == QuestionKind::List { "[]" } else { "\"unknown\"" };
            let Question { key, ask, .. } = question;
            // Writing to a string cannot fail.
            let _ = writeln!(out, "# {ask}\n# Takes {}.\n# {key} = {empty}\n", expected(question));
        }
        out.push_str("# Remarks for whoever reads this file; they are not evaluated.\n[notes]\n");
        Ok(out)
    }
}

/// The answer, `Some(None)` for one that is not known, `None` for one of another form.
fn answer(question: &Question, value: Value) -> Option<Option<Answer>> {
    let fits = |item: &str| match question.options.as_slice() {
        [] => (2..=3).contains(&item.len()) && item.bytes().all(|b| b.is_ascii_lowercase()),
        options => options.iter().any(|option| option == item),
    };
    match (question.kind, value) {
        (_, Value::String(word)) if word == UNKNOWN => Some(None),
        (QuestionKind::Bool, Value::Boolean(yes)) => Some(Some(Answer::Bool(yes))),
        (QuestionKind::Choice, Value::String(option)) if fits(&option) => {
            Some(Some(Answer::Choice(option)))
        }
        (QuestionKind::List, Value::Array(items)) => {
            let mut found: Vec<String> = Vec::new();
            for item in items {
                match item {
                    Value::String(item) if fits(&item) => {
                        if !found.contains(&item) {
                            found.push(item);
                        }
                    }
                    _ => return None,
                }
            }
            Some(Some(Answer::List(found)))
        }
        _ => None,
    }
}

fn expected(question: &Question) -> String {
    let quoted: Vec<String> = question.options.iter().map(|o| format!("\"{o}\"")).collect();
    match (question.kind, quoted.as_slice()) {
        (QuestionKind::Bool, _) => "true or false".to_owned(),
        (QuestionKind::Choice, options) => format!("one of {}", options.join(", ")),
        (_, []) => "a list of language codes such as \"en\"".to_owned(),
        (_, options) => format!("a list of any of {}", options.join(", ")),
    }
}
