//! A transparency report as one HTML page: no script, nothing from elsewhere, for every reader.

use fluent_bundle::FluentArgs;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

use super::chart::{Bar, Chart};
use super::tally::{Count, Share, Tally};
use super::transparency::{Shares, TransparencyError, TransparencyReport};
use super::words::Words;

const TEMPLATE: &str = include_str!("../../templates/transparency.html");

/// What the template is filled with. It escapes every string.
#[derive(Serialize)]
struct Page {
    language: &'static str,
    direction: &'static str,
    title: String,
    about: String,
    figures: Vec<(String, String)>,
    notes: Vec<String>,
    sections: Vec<Section>,
}

#[derive(Serialize)]
struct Section {
    heading: String,
    about: Vec<String>,
    chart: Option<Chart>,
    /// What the lighter and the darker part of a bar stand for.
    key: Option<(String, String)>,
    table: Option<Table>,
    /// What unfolds the table.
    fold: Option<String>,
}

#[derive(Serialize)]
struct Table {
    head: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

impl Section {
    fn new(heading: String) -> Self {
        Self { heading, about: Vec::new(), chart: None, key: None, table: None, fold: None }
    }
}

impl TransparencyReport {
    /// The report for people: one page in the report's language, light and dark, that needs
    /// nothing else and lets nothing be loaded.
    ///
    /// # Errors
    /// None that a report made by [`TransparencyReport::new`] can cause.
    pub fn to_html(&self) -> Result<String, TransparencyError> {
        let words = Words::new(self.methodology.language)?;
        let page = Writer { report: self, words: &words }.page();
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let html = environment.render_named_str("transparency.html", TEMPLATE, page);
        html.map_err(|error| TransparencyError::Page(error.to_string()))
    }
}

struct Writer<'a> {
    report: &'a TransparencyReport,
    words: &'a Words,
}

/// One row of a table of counts: its key in the report, its name, its counts.
type Row<'a> = (String, String, &'a Tally);

impl Writer<'_> {
    fn page(&self) -> Page {
        let report = self.report;
        let mut arguments = FluentArgs::new();
        arguments.set("from", report.period.from.to_string());
        arguments.set("to", report.period.to.to_string());
        arguments.set("devices", report.devices);
        arguments.set("version", report.himaya_version);
        let about = ["period", "devices", "version"].map(|key| self.words.with(key, &arguments));
        Page {
            language: self.words.language(),
            direction: self.words.direction(),
            title: self.words.get("title"),
            about: about.join(" · "),
            figures: self.figures(),
            notes: self.notes(),
            sections: self.sections(),
        }
    }

    fn figures(&self) -> Vec<(String, String)> {
        let counts = [Count::Scanned, Count::Warned, Count::Overridden, Count::Contested];
        let counts = counts.into_iter().filter(|count| self.is_told(*count));
        let total = &self.report.counts.total;
        counts
            .map(|count| {
                (self.cell("total.all", total, count), self.words.get(&format!("count-{count}")))
            })
            .collect()
    }

    /// Whether a count is part of this report: what was scanned is not shared with noise.
    const fn is_told(&self, count: Count) -> bool {
        self.report.differential_privacy.is_none() || !matches!(count, Count::Scanned)
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = vec![self.words.get("note")];
        if let Some(privacy) = &self.report.differential_privacy {
            let mut arguments = FluentArgs::new();
            arguments.set("epsilon", privacy.epsilon.value());
            arguments.set("bound", privacy.bound_per_device);
            arguments.set("within", (1.96 * privacy.standard_deviation).round());
            notes.push(self.words.with("noise", &arguments));
        }
        if let Some(suppression) = &self.report.suppression {
            let mut arguments = FluentArgs::new();
            arguments.set("last", suppression.threshold.saturating_sub(1));
            notes.push(self.words.with("small", &arguments));
        }
        notes
    }

    fn sections(&self) -> Vec<Section> {
        let counts = &self.report.counts;
        let mut sections = vec![self.numbers()];
        if !self.report.by_week.is_empty() {
            sections.push(self.weeks());
        }
        let rows: Vec<Row<'_>> = counts
            .by_category
            .iter()
            .map(|(key, tally)| (format!("by_category.{key}"), self.words.category(*key), tally))
            .collect();
        sections.push(self.split("categories", "category", &rows, true));
        if let Some(shares) = &self.report.shares {
            sections.push(self.contests(shares));
        }
        let named = |split: &str, key: &str, tally| {
            let name = self.words.get(&format!("{split}-{key}"));
            (format!("by_{split}.{key}"), name, tally)
        };
        let rows: Vec<_> =
            counts.by_input.iter().map(|(key, tally)| named("input", key.slug(), tally)).collect();
        sections.push(self.split("inputs", "what", &rows, false));
        let rows: Vec<_> = counts
            .by_origin
            .iter()
            .map(|(key, tally)| named("origin", key.slug(), tally))
            .collect();
        sections.push(self.split("origins", "what", &rows, false));
        let rows: Vec<_> = counts
            .by_version
            .iter()
            .map(|(key, tally)| (format!("by_version.{key}"), key.to_string(), tally))
            .collect();
        sections.push(self.split("versions", "version-column", &rows, false));
        let rows: Vec<_> = counts
            .by_language
            .iter()
            .map(|(key, tally)| {
                (format!("by_language.{key}"), self.words.language_name(key), tally)
            })
            .collect();
        sections.push(self.split("languages", "language-column", &rows, false));
        sections.retain(|section| section.table.is_some() || !section.about.is_empty());
        if self.report.differential_privacy.is_none() {
            sections.push(self.errors());
        }
        sections.extend(self.leniency());
        sections.push(self.method());
        sections.push(self.rates());
        sections
    }

    fn numbers(&self) -> Section {
        let total = &self.report.counts.total;
        let counts = Count::ALL.iter().filter(|count| self.is_told(**count));
        let mut rows: Vec<_> = counts
            .map(|count| {
                let cell = self.cell("total.all", total, *count);
                (self.words.get(&format!("count-{count}")), vec![cell])
            })
            .collect();
        if let Some(shares) = &self.report.shares {
            let shares = [
                ("share-warned", shares.warned),
                ("share-overridden", shares.overridden),
                ("share-contested", shares.contested),
                ("share-errors", shares.errors),
            ];
            let shares = shares.into_iter().filter_map(|(key, share)| Some((key, share?)));
            rows.extend(shares.map(|(key, share)| (self.words.get(key), vec![percent(&share)])));
        }
        let head = vec![self.words.get("what"), self.words.get("count")];
        Section { table: Some(Table { head, rows }), ..Section::new(self.words.get("numbers")) }
    }

    fn weeks(&self) -> Section {
        let rows: Vec<Row<'_>> = self
            .report
            .by_week
            .iter()
            .map(|(week, tally)| (format!("by_week.{week}"), week.to_string(), tally))
            .collect();
        let mut bars = self.bars(&rows);
        let mut year = "";
        for (bar, (_, name, _)) in bars.iter_mut().zip(&rows) {
            // The year once.
            if let Some((of, week)) = name.split_once('-') {
                bar.name = if of == year { week.to_owned() } else { format!("{week} {of}") };
                year = of;
            }
        }
        let heading = self.words.get("weeks");
        let chart = self.directed(Chart::columns(&heading, &bars));
        Section {
            chart: Some(chart),
            key: Some(self.key()),
            table: Some(self.table("week", &rows)),
            fold: Some(self.words.get("table-of")),
            ..Section::new(heading)
        }
    }

    fn split(&self, heading: &str, column: &str, rows: &[Row<'_>], drawn: bool) -> Section {
        let heading = self.words.get(heading);
        if rows.is_empty() {
            return Section::new(heading);
        }
        let chart = drawn.then(|| self.directed(Chart::bars(&heading, &self.bars(rows))));
        Section {
            // Of two noised counts none is a part of the other.
            key: (drawn && self.report.differential_privacy.is_none()).then(|| self.key()),
            chart,
            table: Some(self.table(column, rows)),
            fold: drawn.then(|| self.words.get("table-of")),
            ..Section::new(heading)
        }
    }

    fn contests(&self, shares: &Shares) -> Section {
        let heading = self.words.get("contests");
        let bars: Vec<Bar> = shares
            .contested_by_category
            .iter()
            .map(|(category, share)| Bar {
                name: self.words.category(*category),
                part: share.share,
                darker: 0.0,
                range: Some((share.low, share.high)),
                value: percent(share),
            })
            .collect();
        if bars.is_empty() {
            return Section::new(heading);
        }
        let head =
            ["category", "count-contested", "count-overridden"].map(|key| self.words.get(key));
        let shown = |share: Option<&Share>| share.map_or_else(|| self.words.get("few"), percent);
        let rows = shares.contested_by_category.iter().map(|(category, share)| {
            let overridden = shown(shares.overridden_by_category.get(category));
            (self.words.category(*category), vec![percent(share), overridden])
        });
        Section {
            about: vec![self.words.get("contests-about")],
            chart: Some(self.directed(Chart::bars(&heading, &bars))),
            table: Some(Table { head: head.into(), rows: rows.collect() }),
            fold: Some(self.words.get("table-of")),
            ..Section::new(heading)
        }
    }

    fn errors(&self) -> Section {
        let counts = &self.report.counts.by_status_reason;
        let rows: Vec<_> = counts
            .iter()
            .map(|(reason, count)| {
                let left_out =
                    self.report.is_left_out(&format!("by_status_reason.{reason}"), Count::Scanned);
                let cell = if left_out { self.words.get("few") } else { number(*count) };
                (self.words.get(&format!("status-{reason}")), vec![cell])
            })
            .collect();
        let section = Section::new(self.words.get("errors"));
        if rows.is_empty() {
            return Section { about: vec![self.words.get("errors-none")], ..section };
        }
        let head = vec![self.words.get("reason"), self.words.get("count")];
        Section { table: Some(Table { head, rows }), ..section }
    }

    fn leniency(&self) -> Option<Section> {
        let leniency = self.report.leniency.as_ref()?;
        let section = Section::new(self.words.get("leniency"));
        if leniency.is_empty() {
            return Some(Section { about: vec![self.words.get("leniency-none")], ..section });
        }
        let rows = leniency.iter().map(|leniency| {
            let cells = vec![format!("{:.2}", leniency.raise), leniency.devices.to_string()];
            (self.words.category(leniency.category), cells)
        });
        let head = ["category", "raised-by", "on-devices"].map(|key| self.words.get(key));
        Some(Section {
            about: vec![self.words.get("leniency-about")],
            table: Some(Table { head: head.into(), rows: rows.collect() }),
            ..section
        })
    }

    fn method(&self) -> Section {
        let about = self.report.methodology.paragraphs.clone();
        Section { about, ..Section::new(self.words.get("method")) }
    }

    fn rates(&self) -> Section {
        let rows = self.report.methodology.error_rates.iter().map(|rate| {
            let language = rate.language.clone().unwrap_or_else(|| "–".to_owned());
            let Share { hits, of, .. } = rate.share;
            let measured = format!("{hits}/{of} = {}", percent(&rate.share));
            let what = self.words.get(&format!("measured-{}", rate.what));
            (what, vec![language, measured, rate.command.clone()])
        });
        let head = ["what", "language", "measured-share", "command"].map(|key| self.words.get(key));
        Section {
            about: vec![self.words.get("rates-about")],
            table: Some(Table { head: head.into(), rows: rows.collect() }),
            fold: Some(self.words.get("table-show")),
            ..Section::new(self.words.get("rates"))
        }
    }

    /// Warnings, with what was held for wrong darker, against the largest.
    fn bars(&self, rows: &[Row<'_>]) -> Vec<Bar> {
        let noised = self.report.differential_privacy.is_some();
        let most = rows.iter().map(|(.., tally)| tally.warned).max().unwrap_or(0).max(1) as f64;
        let bar = |(key, name, tally): &Row<'_>| Bar {
            name: name.clone(),
            part: tally.warned as f64 / most,
            darker: if noised { 0.0 } else { tally.contested.min(tally.warned) as f64 / most },
            range: None,
            value: self.cell(key, tally, Count::Warned),
        };
        rows.iter().map(bar).collect()
    }

    fn key(&self) -> (String, String) {
        (self.words.get("count-warned"), self.words.get("count-contested"))
    }

    /// The columns that are not empty.
    fn table(&self, column: &str, rows: &[Row<'_>]) -> Table {
        let used = |count: &&Count| {
            rows.iter().any(|(key, _, tally)| {
                tally.get(**count) != 0 || self.report.is_left_out(key, **count)
            })
        };
        let counts: Vec<&Count> = Count::ALL.iter().filter(used).collect();
        let names = counts.iter().map(|count| self.words.get(&format!("count-{count}")));
        let rows = rows.iter().map(|(key, name, tally)| {
            let cells = counts.iter().map(|count| self.cell(key, tally, **count));
            (name.clone(), cells.collect())
        });
        Table {
            head: std::iter::once(self.words.get(column)).chain(names).collect(),
            rows: rows.collect(),
        }
    }

    fn cell(&self, row: &str, tally: &Tally, count: Count) -> String {
        if self.report.is_left_out(row, count) {
            self.words.get("few")
        } else {
            number(tally.get(count))
        }
    }

    fn directed(&self, chart: Chart) -> Chart {
        if self.words.direction() == "rtl" { chart.mirrored() } else { chart }
    }
}

/// Digits in threes, with narrow spaces between.
fn number(count: i64) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut out = String::from(if count < 0 { "\u{2212}" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('\u{202F}');
        }
        out.push(digit);
    }
    out
}

fn percent(share: &Share) -> String {
    let Share { share, low, high, .. } = share;
    // Two digits where one would read 0.0.
    let digits = if *share > 0.0 && *share < 0.01 { 2 } else { 1 };
    format!("{:.digits$} % [{:.digits$}–{:.digits$}]", 100.0 * share, 100.0 * low, 100.0 * high)
}

#[cfg(test)]
mod tests {
    use super::super::ledger::Ledger;
    use super::super::ledger::tests::{MONDAY, THREAT, guard, id};
    use super::super::noise::Epsilon;
    use super::super::noise::tests::Counter;
    use super::*;
    use crate::policy::Leniency;
    use crate::taxonomy::Category;

    fn report(language: &str) -> TransparencyReport {
        let mut threat = guard().assess_message(THREAT);
        threat.ruleset_version = Some("<script>\"&'".into());
        let mut ledger = Ledger::new();
        for number in 0..3 {
            ledger.record_as(&threat, MONDAY, id(number));
        }
        let weeks = ledger.weeks().unwrap();
        let leniency = [Leniency { category: Category::Bullying, raise: 0.05 }];
        TransparencyReport::new(&ledger, weeks, &leniency, language).unwrap()
    }

    #[test]
    fn the_page_needs_nothing_else_and_escapes_what_it_is_given() {
        let page = report("en").to_html().unwrap();
        for never in ["<script", "src=", "href=", "url(", "@import", " on", "javascript:"] {
            let found = page.match_indices(never).find(|(at, _)| {
                // ` on` may begin an attribute, or a word between tags.
                never != " on" || page[..*at].rfind('<') > page[..*at].rfind('>')
            });
            assert_eq!(found, None, "{never}");
        }
        assert!(page.contains("default-src 'none'") && page.contains("&lt;script"), "{page}");
    }

    #[test]
    fn charts_have_names_and_tables() {
        let page = report("en").to_html().unwrap();
        let count = |what| page.matches(what).count();
        assert!(count("<svg") >= 3);
        assert_eq!((count("<svg"), count("<svg")), (count("<title id="), count("<desc id=")));
        assert!(count("<table>") >= count("<svg"));
        assert!(page.contains("lang=\"en\" dir=\"ltr\""));
    }

    #[test]
    fn arabic_runs_from_right_to_left() {
        let page = report("ar").to_html().unwrap();
        assert!(page.contains("lang=\"ar\" dir=\"rtl\"") && page.contains("ابتزاز"));
        let rates = page.find("measured-").or_else(|| page.find("count-"));
        assert_eq!(rates, None, "every key was found");
    }

    #[test]
    fn noise_and_small_counts_are_told() {
        let small = report("en").suppressed(5).to_html().unwrap();
        assert!(small.contains("few") && small.contains("Counts from 1 to"));
        let epsilon = Epsilon::new(1.0).unwrap();
        let noised = report("en").shared(epsilon, 20, &mut Counter(2)).unwrap();
        let page = noised.to_html().unwrap();
        assert!(page.contains("differential privacy") && !page.contains("Warnings by week"));
    }

    #[test]
    fn numbers_are_written_in_threes() {
        assert_eq!(number(1_234_567), "1\u{202F}234\u{202F}567");
        assert_eq!(number(-12), "\u{2212}12");
        assert_eq!(number(0), "0");
    }
}
