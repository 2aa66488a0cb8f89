//! Small counts left out, so that nobody can be recognised by being the only one.

use serde::Serialize;

use super::tally::{Count, Counts, Tally};
use super::transparency::{Shares, TransparencyReport};

/// Which counts were left out of a report because they are small.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suppression {
    /// Counts from 1 to one less than this are left out.
    pub threshold: u32,
    /// What was left out: `split.row.count`. In every split where one would follow from the
    /// sum, the next smallest is left out as well.
    pub cells: Vec<String>,
}

impl TransparencyReport {
    /// The report without counts from 1 to `threshold - 1`; they read 0 and are listed.
    /// A report to which noise was added stays as it is.
    #[must_use]
    pub fn suppressed(mut self, threshold: u32) -> Self {
        if self.differential_privacy.is_some() {
            return self;
        }
        let limit = i64::from(threshold);
        let mut cells = Vec::new();
        suppress(&mut self.counts, limit, &mut cells);
        let mut weeks: Vec<_> =
            self.by_week.iter_mut().map(|(week, tally)| (week.to_string(), tally)).collect();
        let mut rows: Vec<_> =
            weeks.iter_mut().map(|(name, tally)| (name.as_str(), &mut **tally)).collect();
        suppress_split("by_week", &mut rows, limit, &mut cells);
        for (reason, count) in self.counts.by_status_reason.iter_mut() {
            leave_out(count, limit, || format!("by_status_reason.{reason}.scanned"), &mut cells);
        }
        for (reason, count) in self.counts.by_contest_reason.iter_mut() {
            leave_out(count, limit, || format!("by_contest_reason.{reason}.contested"), &mut cells);
        }
        self.shares = Some(Shares::of(&self.counts, &cells));
        self.suppression = Some(Suppression { threshold, cells });
        self
    }
}

fn suppress(counts: &mut Counts, limit: i64, cells: &mut Vec<String>) {
    for split in ["by_category", "by_input", "by_origin", "by_version", "by_language"] {
        let mut rows = counts.rows();
        rows.retain(|(name, ..)| *name == split);
        let mut rows: Vec<_> =
            rows.iter_mut().map(|(_, row, tally)| (row.as_str(), &mut **tally)).collect();
        suppress_split(split, &mut rows, limit, cells);
    }
    for count in Count::ALL {
        leave_out(counts.total.of(*count), limit, || format!("total.all.{count}"), cells);
    }
}

fn suppress_split(
    split: &str,
    rows: &mut [(&str, &mut Tally)],
    limit: i64,
    cells: &mut Vec<String>,
) {
    for count in Count::ALL {
        let before = cells.len();
        for (row, tally) in rows.iter_mut() {
            leave_out(tally.of(*count), limit, || format!("{split}.{row}.{count}"), cells);
        }
        if cells.len() == before + 1 {
            let left = rows.iter_mut().filter(|(_, tally)| tally.get(*count) > 0);
            if let Some((row, tally)) = left.min_by_key(|(_, tally)| tally.get(*count)) {
                *tally.of(*count) = 0;
                cells.push(format!("{split}.{row}.{count}"));
            }
        }
    }
}

fn leave_out(count: &mut i64, limit: i64, cell: impl Fn() -> String, cells: &mut Vec<String>) {
    if (1..limit).contains(count) {
        *count = 0;
        cells.push(cell());
    }
}
