//! The tent filter and the decimation to 64x64: Jarosz's two passes of box filters each way.
//!
//! The reference runs four times over the whole picture. Here rows stream through all four
//! passes at once: only the rows that a window spans are kept, the last two passes compute only
//! what the decimation reads, and each pass runs over several independent rows or columns side
//! by side. Every sum adds and subtracts in the reference's order, so the bits are the same.

use super::luma::Luma;

/// Rows and columns of the picture that is hashed.
pub(super) const SIDE: usize = 64;
/// Rows that one pass along rows takes at a time.
const LANES: usize = 8;

pub(super) type Small = [[f32; SIDE]; SIDE];
type Lanes = [f32; LANES];

/// Blurs and decimates a picture of at least 5x5.
pub(super) fn downsample(luma: &Luma<'_>) -> Small {
    let (columns, rows) = (luma.width(), luma.height());
    let mut stage = AlongColumns::new(columns, rows);
    let mut last = Last::new(columns, rows);
    let mut band = vec![[0.0; LANES]; columns];
    let mut blurred = band.clone();
    let along = Window::of(columns);
    let mut lines = vec![vec![0.0; columns]; LANES];
    for first in (0..rows).step_by(LANES) {
        luma.read(first, &mut band);
        let mut out = blurred.iter_mut();
        along.slide(&band, |value| {
            if let Some(cell) = out.next() {
                *cell = value;
            }
        });
        for (lane, line) in lines.iter_mut().enumerate().take(rows - first) {
            line.iter_mut().zip(&blurred).for_each(|(value, cell)| *value = cell[lane]);
            stage.push(Some(line), |row| last.push(row));
        }
    }
    while stage.pushed < stage.window.steps(rows) {
        stage.push(None, |row| last.push(row));
    }
    last.finish()
}

/// A box that slides along a row or a column.
#[derive(Clone, Copy)]
struct Window {
    /// Cells that it spans.
    full: usize,
    /// How many cells the newest is ahead of the one that is written.
    ahead: usize,
}

impl Window {
    fn of(side: usize) -> Self {
        let full = side.div_ceil(2 * SIDE);
        Self { full, ahead: full.midpoint(2) - 1 }
    }

    /// Steps until the last cell of `side` is written.
    fn steps(self, side: usize) -> usize {
        side + self.ahead
    }

    /// Cells in the window after `step`, of a picture with `side` of them.
    fn count(self, step: usize, side: usize) -> f32 {
        ((step + 1).min(side) - (step + 1).saturating_sub(self.full)) as f32
    }

    /// Runs along several rows at once and hands out the mean at each place.
    fn slide(self, cells: &[Lanes], mut write: impl FnMut(Lanes)) {
        let mut sum = [0.0; LANES];
        let side = cells.len();
        let (mut newest, mut oldest) = (cells.iter(), cells.iter());
        let mut step = |step: usize| {
            if let Some(cell) = newest.next() {
                sum.iter_mut().zip(cell).for_each(|(sum, value)| *sum += value);
            }
            if step >= self.full
                && let Some(cell) = oldest.next()
            {
                sum.iter_mut().zip(cell).for_each(|(sum, value)| *sum -= value);
            }
            if step >= self.ahead {
                let count = self.count(step, side);
                write(sum.map(|sum| sum / count));
            }
        };
        (0..self.steps(side)).for_each(&mut step);
    }
}

/// The same along columns, all columns at once, row by row.
struct AlongColumns {
    window: Window,
    rows: usize,
    pushed: usize,
    sums: Vec<f32>,
    /// The rows in the window, each at its number modulo the window.
    kept: Vec<f32>,
    mean: Vec<f32>,
}

impl AlongColumns {
    fn new(columns: usize, rows: usize) -> Self {
        let window = Window::of(rows);
        Self {
            window,
            rows,
            pushed: 0,
            sums: vec![0.0; columns],
            kept: vec![0.0; columns * window.full],
            mean: vec![0.0; columns],
        }
    }

    /// Takes in the next row, or none where the picture has ended, and hands out a row of means.
    fn push(&mut self, row: Option<&[f32]>, mut write: impl FnMut(&[f32])) {
        let step = self.pushed;
        self.pushed += 1;
        let columns = self.sums.len();
        let at = step % self.window.full * columns;
        let Some(kept) = self.kept.get_mut(at..at + columns) else { return };
        let leaves = step >= self.window.full;
        match row {
            Some(row) if leaves => {
                for ((sum, kept), value) in self.sums.iter_mut().zip(kept).zip(row) {
                    *sum += value;
                    *sum -= *kept;
                    *kept = *value;
                }
            }
            Some(row) => {
                for ((sum, kept), value) in self.sums.iter_mut().zip(kept).zip(row) {
                    *sum += value;
                    *kept = *value;
                }
            }
            None if leaves => {
                self.sums.iter_mut().zip(kept).for_each(|(sum, kept)| *sum -= *kept);
            }
            None => {}
        }
        if step >= self.window.ahead {
            let count = self.window.count(step, self.rows);
            self.mean.iter_mut().zip(&self.sums).for_each(|(mean, sum)| *mean = sum / count);
            write(&self.mean);
        }
    }
}

/// The second passes, which only write the 64 columns and then the 64 rows that are read.
struct Last {
    along: Window,
    columns: [usize; SIDE],
    rows: [usize; SIDE],
    height: usize,
    received: usize,
    written: usize,
    band: Vec<Lanes>,
    down: AlongColumns,
    small: Small,
}

impl Last {
    fn new(columns: usize, rows: usize) -> Self {
        Self {
            along: Window::of(columns),
            columns: centres(columns),
            rows: centres(rows),
            height: rows,
            received: 0,
            written: 0,
            band: vec![[0.0; LANES]; columns],
            down: AlongColumns::new(SIDE, rows),
            small: [[0.0; SIDE]; SIDE],
        }
    }

    fn push(&mut self, row: &[f32]) {
        let lane = self.received % LANES;
        self.band.iter_mut().zip(row).for_each(|(cell, value)| cell[lane] = *value);
        self.received += 1;
        if lane + 1 == LANES || self.received == self.height {
            self.flush(lane + 1);
        }
    }

    fn flush(&mut self, lanes: usize) {
        let mut picked = [[0.0; LANES]; SIDE];
        let mut left = picked.iter_mut().zip(&self.columns).peekable();
        let mut column = 0;
        self.along.slide(&self.band, |value| {
            while let Some((cell, _)) = left.next_if(|(_, wanted)| **wanted == column) {
                *cell = value;
            }
            column += 1;
        });
        for lane in 0..lanes {
            let line = picked.map(|cell| cell[lane]);
            self.drop_down(Some(&line));
        }
    }

    fn drop_down(&mut self, line: Option<&[f32]>) {
        let Self { down, small, rows, written, .. } = self;
        down.push(line, |mean| {
            for (row, _) in
                small.iter_mut().zip(rows.iter()).filter(|(_, wanted)| **wanted == *written)
            {
                row.iter_mut().zip(mean).for_each(|(cell, value)| *cell = *value);
            }
            *written += 1;
        });
    }

    fn finish(mut self) -> Small {
        while self.down.pushed < self.down.window.steps(self.height) {
            self.drop_down(None);
        }
        self.small
    }
}

/// Where the centres of 64 equal parts of a side lie.
fn centres(side: usize) -> [usize; SIDE] {
    std::array::from_fn(|part| (2 * part + 1) * side / (2 * SIDE))
}
