//! How far an audit is: a bar on a terminal, now and then a line elsewhere.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// At least so long between two lines.
const BETWEEN_LINES: Duration = Duration::from_secs(5);

pub struct Meter {
    started: Instant,
    line: Option<Instant>,
    /// Rows and bytes that a former run read, and bytes of the archive.
    rows_before: u64,
    bytes_before: u64,
    bytes: u64,
    bar: Option<ProgressBar>,
}

impl Meter {
    /// `bytes` of the archive, of which a former run read some, and rows.
    pub fn new(bytes: u64, rows_before: u64, bytes_before: u64) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr());
            match ProgressStyle::with_template("{bar:30} {msg}") {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        Self { started: Instant::now(), line: None, rows_before, bytes_before, bytes, bar }
    }

    /// Shows that so many rows and bytes are done and kept.
    pub fn show(&mut self, rows: u64, bytes: u64) {
        let text = self.text(rows, bytes);
        if let Some(bar) = &self.bar {
            bar.set_position(bytes);
            bar.set_message(text);
        } else if self.line.is_none_or(|line| line.elapsed() >= BETWEEN_LINES) {
            self.line = Some(Instant::now());
            // Whoever does not read it does not stop the audit.
            let _ = writeln!(anstream::stderr().lock(), "{text}");
        }
    }

    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn text(&self, rows: u64, bytes: u64) -> String {
        let seconds = self.started.elapsed().as_secs_f64().max(1e-3);
        let share = 100.0 * bytes as f64 / self.bytes.max(1) as f64;
        let rate = rows.saturating_sub(self.rows_before) as f64 / seconds;
        let speed = bytes.saturating_sub(self.bytes_before) as f64 / seconds;
        let left = self.bytes.saturating_sub(bytes) as f64 / speed.max(1e-9);
        format!("{rows} rows, {share:.0} %, {rate:.0} rows a second, {} left", duration(left))
    }
}

/// About how long, in words.
fn duration(seconds: f64) -> String {
    match seconds {
        s if s < 90.0 => format!("{:.0} s", s.ceil()),
        s if s < 5400.0 => format!("{:.0} min", s / 60.0),
        s => format!("{:.1} h", s / 3600.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_follows_from_the_bytes_of_this_run() {
        let mut meter = Meter::new(1000, 50, 500);
        meter.started = Instant::now().checked_sub(Duration::from_secs(10)).unwrap();
        let text = meter.text(150, 600);
        assert!(text.starts_with("150 rows, 60 %, 10 rows a second, "), "{text}");
        assert!(text.ends_with("40 s left") || text.ends_with("41 s left"), "{text}");
        assert_eq!(
            (duration(1.2), duration(600.0), duration(7200.0)),
            ("2 s".into(), "10 min".into(), "2.0 h".into())
        );
    }
}
