//! The table of assessments, one Parquet file a chunk, and lists of rows that cannot be read.
//! Nothing of what a message says gets here.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, Float32Builder, Int64Builder, ListBuilder, StringBuilder,
    TimestampMillisecondBuilder, UInt8Builder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef, TimeUnit};
use himaya::{Finding, Role};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use serde_json::json;

use super::AuditError;
use super::chunk::{Chunk, Row};
use super::state::Setup;
use super::work::Assessed;

/// Where results go.
pub struct Output {
    table: PathBuf,
    bad: PathBuf,
    files: Vec<String>,
    schema: SchemaRef,
    about: Vec<KeyValue>,
}

const LIST_ITEM: &str = "element";

fn schema() -> Schema {
    let list = || DataType::List(Arc::new(Field::new(LIST_ITEM, DataType::Utf8, false)));
    let time = DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into()));
    Schema::new(vec![
        Field::new("file", DataType::Utf8, false),
        Field::new("row", DataType::Int64, false),
        Field::new("id", DataType::Utf8, true),
        Field::new("conversation", DataType::Utf8, false),
        Field::new("role", DataType::Utf8, false),
        Field::new("time", time, true),
        Field::new("action", DataType::Utf8, false),
        Field::new("risk", DataType::Float32, false),
        Field::new("message_score", DataType::Float32, true),
        Field::new("severity", DataType::UInt8, true),
        Field::new("categories", list(), false),
        Field::new("behaviors", list(), false),
        Field::new("reason_codes", list(), false),
        Field::new("status", DataType::Utf8, false),
        Field::new("status_reasons", list(), false),
    ])
}

impl Output {
    /// Makes the folders, and removes what a run that was killed left half written.
    pub fn new(folder: &Path, setup: &Setup) -> Result<Self, AuditError> {
        let (table, bad) = (folder.join("assessments"), folder.join("unreadable"));
        for made in [&table, &bad] {
            let failed = |error: io::Error| part(made, error);
            fs::create_dir_all(made).map_err(failed)?;
            for entry in fs::read_dir(made).map_err(failed)? {
                let path = entry.map_err(failed)?.path();
                if path.extension().is_some_and(|ending| ending == "tmp") {
                    fs::remove_file(&path).map_err(failed)?;
                }
            }
        }
        let about = [
            ("himaya.version", Some(setup.himaya.clone())),
            ("himaya.rules", Some(setup.rules.clone())),
            ("himaya.classifier", setup.classifier.clone()),
        ];
        let about = about
            .into_iter()
            .filter_map(|(key, value)| Some(KeyValue::new(key.to_owned(), value?)));
        Ok(Self {
            table,
            bad,
            files: setup.files.iter().map(|file| file.path.display().to_string()).collect(),
            schema: Arc::new(schema()),
            about: about.collect(),
        })
    }

    fn file(&self, place: u32) -> &str {
        self.files.get(place as usize).map_or("", String::as_str)
    }

    /// Writes what came of a chunk: each file as a whole or not at all.
    pub fn write(&self, chunk: &Chunk, assessed: &[Assessed]) -> Result<(), AuditError> {
        if !chunk.rows.is_empty() {
            let path = self.table.join(format!("part-{:06}.parquet", chunk.number));
            let batch = self.batch(&chunk.rows, assessed).map_err(|error| part(&path, error))?;
            let properties = WriterProperties::builder()
                .set_compression(Compression::SNAPPY)
                .set_key_value_metadata(Some(self.about.clone()))
                .build();
            whole(&path, |file| {
                let mut writer =
                    ArrowWriter::try_new(file, Arc::clone(&self.schema), Some(properties))?;
                writer.write(&batch)?;
                writer.close()?;
                Ok(())
            })?;
        }
        if !chunk.bad.is_empty() {
            let path = self.bad.join(format!("part-{:06}.jsonl", chunk.number));
            whole(&path, |mut file| {
                for bad in &chunk.bad {
                    let line = json!({
                        "file": self.file(bad.file),
                        "row": bad.number,
                        "reason": bad.kind.code(),
                        "message": bad.kind.to_string(),
                    });
                    writeln!(file, "{line}")?;
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    fn batch(
        &self,
        rows: &[Row],
        assessed: &[Assessed],
    ) -> Result<RecordBatch, arrow_schema::ArrowError> {
        let mut files = StringBuilder::new();
        let mut numbers = Int64Builder::new();
        let mut ids = StringBuilder::new();
        let mut conversations = StringBuilder::new();
        let mut roles = StringBuilder::new();
        let mut times = TimestampMillisecondBuilder::new().with_timezone("UTC");
        let mut actions = StringBuilder::new();
        let mut risks = Float32Builder::new();
        let mut scores = Float32Builder::new();
        let mut severities = UInt8Builder::new();
        let mut categories = list();
        let mut behaviors = list();
        let mut reasons = list();
        let mut statuses = StringBuilder::new();
        let mut status_reasons = list();
        for (Row { file, number, row, .. }, assessed) in rows.iter().zip(assessed) {
            let findings = &assessed.findings;
            files.append_value(self.file(*file));
            numbers.append_value(i64::try_from(*number).unwrap_or(i64::MAX));
            ids.append_option(row.id.as_deref());
            conversations.append_value(&row.conversation);
            roles.append_value(match row.role {
                Role::Protected => "protected",
                Role::Counterpart => "counterpart",
            });
            times.append_option(row.time);
            actions.append_value(assessed.action.slug());
            risks.append_value(assessed.risk);
            scores.append_option(assessed.score);
            severities.append_option(findings.iter().map(|of| of.severity.level()).max());
            append(&mut categories, findings.iter().map(|of| of.category.slug()));
            append(&mut behaviors, shown(findings));
            append(
                &mut reasons,
                findings.iter().flat_map(|of| &of.reason_codes).map(|code| &**code),
            );
            statuses.append_value(assessed.status.slug());
            append(&mut status_reasons, assessed.status_reasons.iter().map(|of| of.slug()));
        }
        let columns: Vec<Box<dyn ArrayBuilder>> = vec![
            Box::new(files),
            Box::new(numbers),
            Box::new(ids),
            Box::new(conversations),
            Box::new(roles),
            Box::new(times),
            Box::new(actions),
            Box::new(risks),
            Box::new(scores),
            Box::new(severities),
            Box::new(categories),
            Box::new(behaviors),
            Box::new(reasons),
            Box::new(statuses),
            Box::new(status_reasons),
        ];
        let columns: Vec<ArrayRef> =
            columns.into_iter().map(|mut column| column.finish()).collect();
        RecordBatch::try_new(Arc::clone(&self.schema), columns)
    }
}

/// Behaviours in the order of the findings, each once.
fn shown(findings: &[Finding]) -> impl Iterator<Item = &'static str> {
    findings.iter().flat_map(|finding| &finding.behaviors).map(|of| of.behavior.slug())
}

fn list() -> ListBuilder<StringBuilder> {
    ListBuilder::new(StringBuilder::new()).with_field(Field::new(LIST_ITEM, DataType::Utf8, false))
}

fn append<'a>(list: &mut ListBuilder<StringBuilder>, values: impl Iterator<Item = &'a str>) {
    values.for_each(|value| list.values().append_value(value));
    list.append(true);
}

fn part(path: &Path, error: impl ToString) -> AuditError {
    AuditError::Part { path: path.to_owned(), message: error.to_string() }
}

type Written = Result<(), Box<dyn std::error::Error>>;

/// Writes a file beside its place and puts it there when it is on the disk.
pub fn whole(path: &Path, write: impl FnOnce(&File) -> Written) -> Result<(), AuditError> {
    let beside = path.with_extension("tmp");
    let put = || -> Written {
        let file = File::create(&beside)?;
        write(&file)?;
        file.sync_all()?;
        fs::rename(&beside, path)?;
        if let Some(folder) = path.parent().filter(|_| cfg!(unix)) {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    };
    put().map_err(|error| part(path, error))
}
