//! Parquet.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, Schema, TimeUnit};
use himaya::import::{
    ArchiveColumns, ArchiveField, ArchiveRow, ArchiveRowBuilder, ArchiveValue, ImportErrorKind,
};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::basic::Compression;
use parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};

use super::{Read, Rows, required, unreadable};
use crate::audit::AuditError;

/// Rows that are decoded at a time.
const BATCH: usize = 4096;

pub struct Parquet {
    path: PathBuf,
    batches: ParquetRecordBatchReader,
    columns: ArchiveColumns,
    batch: Vec<(ArchiveField, ArrayRef)>,
    /// Rows of the batch, and which of them is next.
    rows: usize,
    next: usize,
    number: u64,
    /// Rows and bytes of the file.
    of: u64,
    size: u64,
}

impl Parquet {
    pub fn open(path: &Path, columns: &ArchiveColumns) -> Result<Self, AuditError> {
        let failed = |error: parquet::errors::ParquetError| unreadable(path, error);
        let file = File::open(path).map_err(|error| unreadable(path, error))?;
        let size = file.metadata().map_err(|error| unreadable(path, error))?.len();
        // Without what Arrow adds: the types of Parquet, of which there are few.
        let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let builder =
            ParquetRecordBatchReaderBuilder::try_new_with_options(file, options).map_err(failed)?;
        check(path, columns, builder.schema())?;
        compression(path, builder.metadata())?;
        let wanted = builder.schema().fields().iter().enumerate();
        let wanted = wanted.filter(|(_, field)| columns.field(field.name()).is_some());
        let places: Vec<usize> = wanted.map(|(place, _)| place).collect();
        let mask = ProjectionMask::roots(builder.parquet_schema(), places);
        let of = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
        let batches =
            builder.with_projection(mask).with_batch_size(BATCH).build().map_err(failed)?;
        Ok(Self {
            path: path.to_owned(),
            batches,
            columns: columns.clone(),
            batch: Vec::new(),
            rows: 0,
            next: 0,
            number: 0,
            of,
            size,
        })
    }

    fn take(&mut self, batch: &RecordBatch) {
        let schema = batch.schema();
        let fields = schema.fields().iter().zip(batch.columns());
        let known = fields.filter_map(|(field, values)| {
            Some((self.columns.field(field.name())?, Arc::clone(values)))
        });
        self.batch = known.collect();
        self.rows = batch.num_rows();
        self.next = 0;
    }

    fn row(&self, place: usize) -> Result<ArchiveRow, ImportErrorKind> {
        let mut row = ArchiveRowBuilder::default();
        for (field, values) in &self.batch {
            if values.is_valid(place) {
                row.set(*field, value(values, place))?;
            }
        }
        row.finish()
    }
}

impl Rows for Parquet {
    fn next(&mut self) -> Result<Option<Read>, AuditError> {
        while self.next >= self.rows {
            match self.batches.next() {
                Some(Ok(batch)) => self.take(&batch),
                Some(Err(error)) => return Err(unreadable(&self.path, error)),
                None => return Ok(None),
            }
        }
        let row = self.row(self.next);
        self.next += 1;
        self.number += 1;
        Ok(Some(Read { number: self.number, row }))
    }

    fn bytes(&self) -> u64 {
        let share = self.number as f64 / self.of.max(1) as f64;
        (self.size as f64 * share) as u64
    }
}

/// The columns are there, and of types that can be read.
fn check(path: &Path, columns: &ArchiveColumns, schema: &Schema) -> Result<(), AuditError> {
    let has = |field| schema.column_with_name(columns.name(field)).is_some();
    required(path, columns, has)?;
    for column in schema.fields() {
        let Some(field) = columns.field(column.name()) else {
            continue;
        };
        let number = matches!(
            column.data_type(),
            DataType::Int8
                | DataType::Int16
                | DataType::Int32
                | DataType::Int64
                | DataType::UInt8
                | DataType::UInt16
                | DataType::UInt32
        );
        let fits = match (field, column.data_type()) {
            (_, DataType::Utf8) | (ArchiveField::Time, DataType::Timestamp(..)) => true,
            (ArchiveField::Text | ArchiveField::Role, _) => false,
            _ => number,
        };
        if !fits {
            let message = format!(
                "column `{}` is of the type {}; {} must be text{}",
                column.name(),
                column.data_type(),
                field.slug(),
                match field {
                    ArchiveField::Text | ArchiveField::Role => "",
                    ArchiveField::Time => ", a timestamp or whole milliseconds since 1970",
                    _ => " or a whole number",
                }
            );
            return Err(unreadable(path, message));
        }
    }
    Ok(())
}

/// The file is compressed in a way that can be read.
fn compression(path: &Path, about: &ParquetMetaData) -> Result<(), AuditError> {
    let columns = about.row_groups().iter().flat_map(RowGroupMetaData::columns);
    for column in columns {
        let compression = column.compression();
        if !matches!(compression, Compression::UNCOMPRESSED | Compression::SNAPPY) {
            let message = format!("compressed by {compression}; write it with snappy or without");
            return Err(unreadable(path, message));
        }
    }
    Ok(())
}

/// A value that is there.
fn value(values: &ArrayRef, place: usize) -> ArchiveValue {
    macro_rules! number {
        ($($kind:pat => $of:ty: $convert:expr),+ $(,)?) => {
            match values.data_type() {
                DataType::Utf8 => {
                    let text = values.as_string_opt::<i32>().map(|all| all.value(place).to_owned());
                    text.map(ArchiveValue::Text)
                }
                $($kind => values.as_primitive_opt::<$of>().map(|all| {
                    let convert: fn(i64) -> i64 = $convert;
                    ArchiveValue::Number(convert(i64::from(all.value(place))))
                }),)+
                _ => None,
            }
        };
    }
    let value = number! {
        DataType::Int8 => Int8Type: |number| number,
        DataType::Int16 => Int16Type: |number| number,
        DataType::Int32 => Int32Type: |number| number,
        DataType::Int64 => Int64Type: |number| number,
        DataType::UInt8 => UInt8Type: |number| number,
        DataType::UInt16 => UInt16Type: |number| number,
        DataType::UInt32 => UInt32Type: |number| number,
        DataType::Timestamp(TimeUnit::Second, _) => TimestampSecondType: |seconds| seconds.saturating_mul(1000),
        DataType::Timestamp(TimeUnit::Millisecond, _) => TimestampMillisecondType: |milliseconds| milliseconds,
        DataType::Timestamp(TimeUnit::Microsecond, _) => TimestampMicrosecondType: |micros| micros.div_euclid(1000),
        DataType::Timestamp(TimeUnit::Nanosecond, _) => TimestampNanosecondType: |nanos| nanos.div_euclid(1_000_000),
    };
    value.unwrap_or(ArchiveValue::Other)
}
