//! The table behind the words, read from `models/taxonomy/` and checked as a whole.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use himaya_models::{lexicon, taxonomy as files};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::entry::{
    Entry, FilledBy, Mapping, Relation, RiskClass, Source, Standard, Subject, Vocabulary,
};
use super::error::{SCHEMA_VERSION, TaxonomyError, TaxonomyErrorKind};
use super::reason::Reason;
use crate::assessment::Severity;
use crate::data;

/// A file of a table: its name and text.
pub type TaxonomyFile<'a> = (&'a str, Cow<'a, str>);

/// The files of a table.
#[derive(Clone, Debug)]
pub struct TaxonomySources<'a> {
    /// Categories.
    pub categories: TaxonomyFile<'a>,
    /// Behaviours.
    pub behaviors: TaxonomyFile<'a>,
    /// Stages.
    pub stages: TaxonomyFile<'a>,
    /// Reason codes.
    pub reasons: TaxonomyFile<'a>,
    /// Vocabularies of others.
    pub outside: TaxonomyFile<'a>,
    /// The bibliography.
    pub bibliography: TaxonomyFile<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    schema_version: u32,
    entries: BTreeMap<Spanned<String>, Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    definition: String,
    matters: String,
    limits: Vec<String>,
    sources: Vec<Spanned<String>>,
    severity: [Severity; 2],
    risk_class: RiskClass,
    #[serde(default)]
    mappings: Vec<MappingRow>,
    #[serde(default)]
    measured: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MappingRow {
    standard: Standard,
    value: Spanned<String>,
    relation: Relation,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reasons {
    schema_version: u32,
    reasons: Vec<Reason>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outside {
    schema_version: u32,
    /// Year and month in which the vocabularies were looked at.
    checked: String,
    standards: BTreeMap<Standard, Vocabulary>,
}

/// What every word means, what it rests on, and the words of others for it.
#[derive(Clone, Debug)]
pub struct Taxonomy {
    entries: BTreeMap<Subject, Entry>,
    reasons: Vec<Reason>,
    vocabularies: BTreeMap<Standard, Vocabulary>,
    checked: String,
    sources: BTreeMap<String, Source>,
}

impl Taxonomy {
    /// The table that this build embeds, read and checked at the first call.
    ///
    /// # Errors
    /// None unless the build itself is damaged.
    pub fn embedded() -> Result<&'static Self, TaxonomyError> {
        static EMBEDDED: OnceLock<Result<Taxonomy, TaxonomyError>> = OnceLock::new();
        let read = || Self::from_sources(&Self::embedded_sources());
        EMBEDDED.get_or_init(read).as_ref().map_err(Clone::clone)
    }

    /// The files that this build embeds, as they were written.
    pub fn embedded_sources() -> TaxonomySources<'static> {
        let [categories, behaviors, stages, reasons, outside] =
            [files::CATEGORIES, files::BEHAVIORS, files::STAGES, files::REASONS, files::OUTSIDE]
                .map(|file| (file.name(), file.text()));
        let (path, text) = lexicon::BIBLIOGRAPHY;
        let bibliography = (path, Cow::Borrowed(text));
        TaxonomySources { categories, behaviors, stages, reasons, outside, bibliography }
    }

    /// Reads a table.
    ///
    /// # Errors
    /// The first thing that does not hold: a file that cannot be read, a word without a row or
    /// a row without a word, a source or an outside value that there is not.
    pub fn from_sources(sources: &TaxonomySources<'_>) -> Result<Self, TaxonomyError> {
        let (_, bibliography) = parse::<BTreeMap<String, Source>>(&sources.bibliography)?;
        let (locator, outside) = parse::<Outside>(&sources.outside)?;
        locator.version(outside.schema_version)?;
        let (locator, reasons) = parse::<Reasons>(&sources.reasons)?;
        locator.version(reasons.schema_version)?;
        let mut table = Self {
            entries: BTreeMap::new(),
            reasons: reasons.reasons,
            vocabularies: outside.standards,
            checked: outside.checked,
            sources: bibliography,
        };
        let of = |kind: &'static str| move |subject: &Subject| subject.kind() == kind;
        for (kind, file) in [
            ("category", &sources.categories),
            ("behavior", &sources.behaviors),
            ("stage", &sources.stages),
        ] {
            let subjects: Vec<Subject> = Subject::all().filter(of(kind)).collect();
            table.read_rows(kind, file, &subjects)?;
        }
        Ok(table)
    }

    fn read_rows(
        &mut self,
        kind: &'static str,
        file: &TaxonomyFile<'_>,
        subjects: &[Subject],
    ) -> Result<(), TaxonomyError> {
        let (locator, rows) = parse::<Rows>(file)?;
        locator.version(rows.schema_version)?;
        for (slug, row) in rows.entries {
            let offset = slug.span().start;
            let Some(subject) = subjects.iter().find(|s| s.slug() == slug.as_ref()) else {
                let slug = slug.into_inner();
                let proposed = data::proposed(&slug, subjects.iter().map(|s| s.slug()));
                return Err(
                    locator.error(offset, TaxonomyErrorKind::UnknownSlug { kind, slug, proposed })
                );
            };
            let entry = self.entry_of(&locator, offset, row)?;
            self.entries.insert(*subject, entry);
        }
        match subjects.iter().find(|subject| !self.entries.contains_key(subject)) {
            Some(subject) => {
                Err(locator.error(0, TaxonomyErrorKind::MissingRow { kind, slug: subject.slug() }))
            }
            None => Ok(()),
        }
    }

    fn entry_of(
        &self,
        locator: &Locator<'_>,
        offset: usize,
        row: Row,
    ) -> Result<Entry, TaxonomyError> {
        let [least, gravest] = row.severity;
        if least > gravest {
            let kind = TaxonomyErrorKind::Severity(least.level(), gravest.level());
            return Err(locator.error(offset, kind));
        }
        if row.limits.is_empty() {
            return Err(locator.error(offset, TaxonomyErrorKind::NoLimits));
        }
        for source in &row.sources {
            let key: &String = source.as_ref();
            if !self.sources.contains_key(key) {
                let proposed = data::proposed(key, self.sources.keys().map(String::as_str));
                let kind = TaxonomyErrorKind::UnknownSource { key: key.clone(), proposed };
                return Err(locator.error(source.span().start, kind));
            }
        }
        let mappings = row.mappings.into_iter().map(|row| self.mapping_of(locator, row));
        Ok(Entry {
            definition: row.definition,
            matters: row.matters,
            limits: row.limits,
            mappings: mappings.collect::<Result<_, _>>()?,
            sources: row.sources.into_iter().map(Spanned::into_inner).collect(),
            severity: row.severity,
            risk_class: row.risk_class,
            measured: row.measured,
        })
    }

    fn mapping_of(&self, locator: &Locator<'_>, row: MappingRow) -> Result<Mapping, TaxonomyError> {
        let MappingRow { standard, value, relation, note } = row;
        let offset = value.span().start;
        let value = value.into_inner();
        let vocabulary = self.vocabularies.get(&standard);
        if vocabulary.is_some_and(|vocabulary| vocabulary.filled_by == FilledBy::People) {
            return Err(locator.error(offset, TaxonomyErrorKind::LeftToPeople(standard)));
        }
        if !vocabulary.is_some_and(|vocabulary| vocabulary.values.contains(&value)) {
            return Err(locator.error(offset, TaxonomyErrorKind::UnknownValue { standard, value }));
        }
        if note.is_none() && !matches!(relation, Relation::Exact | Relation::Broader) {
            return Err(locator.error(offset, TaxonomyErrorKind::NoNote(standard)));
        }
        Ok(Mapping { standard, value, relation, note })
    }

    /// What a word means. There is a row for each: never `None` for a table that was read.
    pub fn entry(&self, subject: impl Into<Subject>) -> Option<&Entry> {
        self.entries.get(&subject.into())
    }

    /// The words of a vocabulary for one of ours; none, one or several.
    pub fn map(
        &self,
        subject: impl Into<Subject>,
        standard: Standard,
    ) -> impl Iterator<Item = &Mapping> {
        let mappings = self.entry(subject).map_or(&[][..], |entry| &entry.mappings);
        mappings.iter().filter(move |mapping| mapping.standard == standard)
    }

    /// What a reason code or a status reason says, if it is of a known form. Whether the lexicon
    /// in use has a rule of that name is not looked at.
    pub fn reason(&self, code: &str) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.fits(code))
    }

    /// All patterns of reason codes, in the order of the file.
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// The words with this slug: `isolation` is a behaviour and a stage.
    pub fn find(&self, slug: &str) -> Vec<Subject> {
        Subject::all().filter(|subject| subject.slug() == slug).collect()
    }

    /// Words and reason codes that are like one that is not known, among these and `others`, the
    /// likest first.
    pub fn near<'a>(&'a self, word: &str, others: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let codes = self.reasons.iter().map(|reason| reason.pattern.as_str());
        let codes = codes.filter(|pattern| !pattern.contains('{'));
        let slugs = Subject::all().map(|subject| -> &'a str { subject.slug() });
        data::near(word, slugs.chain(codes).chain(others))
    }

    /// A vocabulary of others.
    pub fn vocabulary(&self, standard: Standard) -> Option<&Vocabulary> {
        self.vocabularies.get(&standard)
    }

    /// Year and month in which the vocabularies of others were looked at.
    pub fn checked(&self) -> &str {
        &self.checked
    }

    /// A publication by its key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.get(key)
    }
}

/// A file, for errors that say where.
struct Locator<'a> {
    file: &'a str,
    text: &'a str,
}

impl Locator<'_> {
    fn error(&self, offset: usize, kind: TaxonomyErrorKind) -> TaxonomyError {
        let line = data::line_at(self.text, offset);
        TaxonomyError { file: self.file.to_owned(), line, kind }
    }

    fn version(&self, found: u32) -> Result<(), TaxonomyError> {
        match found {
            SCHEMA_VERSION => Ok(()),
            other => Err(self.error(0, TaxonomyErrorKind::SchemaVersion(other))),
        }
    }
}

fn parse<'a, T: DeserializeOwned>(
    (file, text): &'a TaxonomyFile<'_>,
) -> Result<(Locator<'a>, T), TaxonomyError> {
    match data::parse(text) {
        Ok(parsed) => Ok((Locator { file, text }, parsed)),
        Err((line, message)) => {
            let kind = TaxonomyErrorKind::Syntax(message);
            Err(TaxonomyError { file: (*file).to_owned(), line, kind })
        }
    }
}

#[cfg(test)]
mod tests;
