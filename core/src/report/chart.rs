//! Charts as shapes in a box, which the page draws as SVG.

use serde::{Serialize, Serializer};

/// Where labels end, how wide the longest bar is, how high a row is, in pixels.
const LABELS: f64 = 250.0;
const BARS: f64 = 400.0;
const VALUES: f64 = 150.0;
const ROW: f64 = 30.0;
/// Height of columns, and of what stands below and above them.
const COLUMNS: f64 = 150.0;
const BELOW: f64 = 24.0;
const ABOVE: f64 = 22.0;
/// Columns are no wider than this.
const MAX_COLUMN: f64 = 56.0;
/// Labels below columns, at most, and room for half of one beside the first and the last.
const MAX_LABELS: usize = 12;
const MARGIN: f64 = 16.0;

/// A drawing with a name and a description for those who do not see it.
#[derive(Serialize)]
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) description: String,
    #[serde(serialize_with = "tenths")]
    pub(super) width: f64,
    #[serde(serialize_with = "tenths")]
    pub(super) height: f64,
    pub(super) boxes: Vec<Shape>,
    pub(super) lines: Vec<Line>,
    pub(super) labels: Vec<Label>,
}

#[derive(Serialize)]
pub(super) struct Shape {
    #[serde(serialize_with = "tenths")]
    pub(super) x: f64,
    #[serde(serialize_with = "tenths")]
    pub(super) y: f64,
    #[serde(serialize_with = "tenths")]
    pub(super) width: f64,
    #[serde(serialize_with = "tenths")]
    pub(super) height: f64,
    pub(super) class: &'static str,
}

#[derive(Serialize)]
pub(super) struct Line {
    #[serde(serialize_with = "tenths")]
    pub(super) x1: f64,
    #[serde(serialize_with = "tenths")]
    pub(super) x2: f64,
    #[serde(serialize_with = "tenths")]
    pub(super) y: f64,
}

#[derive(Serialize)]
pub(super) struct Label {
    #[serde(serialize_with = "tenths")]
    pub(super) x: f64,
    #[serde(serialize_with = "tenths")]
    pub(super) y: f64,
    pub(super) anchor: &'static str,
    pub(super) text: String,
}

/// Pixels, to a tenth.
fn tenths<S: Serializer>(pixels: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((pixels * 10.0).round() / 10.0)
}

/// A bar: its part of the full width, the part in it that is shown darker, its range.
pub(super) struct Bar {
    pub(super) name: String,
    pub(super) part: f64,
    pub(super) darker: f64,
    pub(super) range: Option<(f64, f64)>,
    pub(super) value: String,
}

impl Chart {
    fn new(title: &str, width: f64, height: f64) -> Self {
        Self {
            title: title.to_owned(),
            description: String::new(),
            width,
            height,
            boxes: Vec::new(),
            lines: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// Horizontal bars, one a row.
    pub(super) fn bars(title: &str, bars: &[Bar]) -> Self {
        let width = LABELS + BARS + VALUES;
        let mut chart = Self::new(title, width, ROW * bars.len() as f64);
        for (row, bar) in bars.iter().enumerate() {
            let y = ROW * row as f64;
            let text = y + ROW / 2.0 + 5.0;
            let x = |part: f64| BARS.mul_add(part.clamp(0.0, 1.0), LABELS);
            let mut shape = |part: f64, class| {
                let (width, height) = (x(part) - LABELS, ROW - 10.0);
                chart.boxes.push(Shape { x: LABELS, y: y + 5.0, width, height, class });
            };
            shape(1.0, "track");
            shape(bar.part, "bar");
            shape(bar.darker, "dark");
            if let Some((low, high)) = bar.range {
                chart.lines.push(Line { x1: x(low), x2: x(high), y: y + ROW / 2.0 });
            }
            let name = bar.name.clone();
            chart.labels.push(Label { x: LABELS - 10.0, y: text, anchor: "end", text: name });
            let (x, text_) = (LABELS + BARS + 10.0, bar.value.clone());
            chart.labels.push(Label { x, y: text, anchor: "start", text: text_ });
        }
        chart.described(bars)
    }

    /// Upright columns side by side.
    pub(super) fn columns(title: &str, columns: &[Bar]) -> Self {
        let width = LABELS + BARS + VALUES;
        let mut chart = Self::new(title, width, ABOVE + COLUMNS + BELOW);
        let room = MARGIN.mul_add(-2.0, width);
        let step = (room / columns.len().max(1) as f64).min(MAX_COLUMN * 1.4);
        let every = columns.len().div_ceil(MAX_LABELS).max(1);
        let floor = ABOVE + COLUMNS;
        for (place, column) in columns.iter().enumerate() {
            let wide = (step * 0.72).min(MAX_COLUMN);
            let middle = MARGIN + step * (place as f64 + 0.5);
            for (part, class) in [(column.part, "bar"), (column.darker, "dark")] {
                let height = COLUMNS * part.clamp(0.0, 1.0);
                let x = middle - wide / 2.0;
                chart.boxes.push(Shape { x, y: floor - height, width: wide, height, class });
            }
            if every == 1 {
                let y = COLUMNS.mul_add(-column.part.clamp(0.0, 1.0), floor) - 5.0;
                let text = column.value.clone();
                chart.labels.push(Label { x: middle, y, anchor: "middle", text });
            }
            if place.is_multiple_of(every) {
                let (y, text) = (floor + BELOW - 6.0, column.name.clone());
                chart.labels.push(Label { x: middle, y, anchor: "middle", text });
            }
        }
        let end = step.mul_add(columns.len() as f64, MARGIN);
        chart.lines.push(Line { x1: MARGIN, x2: end, y: floor });
        chart.described(columns)
    }

    fn described(mut self, bars: &[Bar]) -> Self {
        let all: Vec<String> =
            bars.iter().map(|bar| format!("{}: {}", bar.name, bar.value)).collect();
        self.description = all.join("; ");
        self
    }

    /// Mirrored, for languages that are written from right to left.
    pub(super) fn mirrored(mut self) -> Self {
        for shape in &mut self.boxes {
            shape.x = self.width - shape.x - shape.width;
        }
        for line in &mut self.lines {
            (line.x1, line.x2) = (self.width - line.x2, self.width - line.x1);
        }
        for label in &mut self.labels {
            label.x = self.width - label.x;
            label.anchor = match label.anchor {
                "start" => "end",
                "end" => "start",
                other => other,
            };
        }
        self
    }
}
