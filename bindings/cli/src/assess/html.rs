//! The self-assessment as one self-contained HTML page.

use std::fmt::Write as _;

use himaya::assess::{Counts, FrameworkResult, Outcome, PointResult, SafetyAssessment};

use super::text::{by_outcome, in_words, named, sign, word};
use crate::page::{escaped, head};

/// Beside what all pages have. Colours repeat what signs and words say.
const STYLE: &str = "
.bar { display: flex; height: .9rem; min-width: 12rem; border-radius: 3px; overflow: hidden; border: 1px solid var(--line) }
.bar span { display: block }
.met { --it: var(--good) } .partly { --it: var(--fair) } .gap { --it: var(--bad) } .cannot_tell, .not_applicable { --it: var(--ink) }
.bar .met, .bar .gap { background: var(--it) }
.bar .partly { background: repeating-linear-gradient(45deg, var(--it) 0 5px, transparent 5px 8px) }
.bar .cannot_tell { background: repeating-linear-gradient(90deg, var(--line) 0 2px, transparent 2px 6px) }
.bar .not_applicable { background: var(--soft) }
.overview td, .overview th { font-size: 1rem; padding: .35rem .6rem } .overview { width: 100% } .wide { overflow-x: auto }
details { border: 1px solid var(--line); border-inline-start: 5px solid var(--it); border-radius: 4px; margin: .5rem 0; padding: .4rem .8rem }
details.not_applicable, details.cannot_tell { border-inline-start-style: dashed }
summary { cursor: pointer } summary b { font-weight: 600 } summary .theme { font-size: .85rem; opacity: .75 } summary .outcome { color: var(--it); font-weight: 600; white-space: nowrap; float: inline-end }
details h3 { margin: .8rem 0 .2rem; font-size: .95rem } details ul { margin: .2rem 0; padding-inline-start: 1.3rem } details p { margin: .5rem 0 }
a { color: inherit } .share { width: 30% } th.share { text-align: start } caption { text-align: start; padding-bottom: .4rem }
@media (max-width: 45rem) { .share { display: none } .overview td, .overview th { font-size: .85rem; padding: .3rem .4rem } }
.small { font-size: .9rem } code { background: var(--soft); padding: 0 .25em; border-radius: 3px; overflow-wrap: anywhere }
@media print { body { max-width: none } }
";

/// The whole page.
pub fn page(report: &SafetyAssessment) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut out, report);
    out
}

fn write(out: &mut String, report: &SafetyAssessment) -> std::fmt::Result {
    let title = match &report.service {
        Some(service) => format!("Safety by design, self-assessment: {service}"),
        None => "Safety by design, self-assessment".to_owned(),
    };
    let policy = &report.policy;
    let about = format!(
        "Policy {}, version {}; Himaya {}. {}",
        policy.name,
        policy.version,
        report.himaya_version,
        match report.unanswered.len() {
            0 => "All questions were answered.".to_owned(),
            1 => "One question was not answered.".to_owned(),
            count => format!("{count} questions were not answered."),
        }
    );
    head(out, &title, &about, report.notice, STYLE)?;
    writeln!(out, "<main>")?;
    overview(out, &report.frameworks)?;
    for framework in &report.frameworks {
        one(out, framework)?;
    }
    if !report.unanswered.is_empty() {
        writeln!(out, "<h2>Not answered</h2>\n<p>What depends on these cannot be told: ")?;
        let keys: Vec<String> =
            report.unanswered.iter().map(|key| format!("<code>{}</code>", escaped(key))).collect();
        writeln!(out, "{}.</p>", keys.join(", "))?;
    }
    writeln!(out, "</main>\n</html>")
}

fn overview(out: &mut String, frameworks: &[FrameworkResult]) -> std::fmt::Result {
    write!(
        out,
        "<div class=\"wide\"><table class=\"overview\"><caption class=\"small\">Points by outcome. They are not added up to a mark: points are not worth the same.</caption>\n<thead><tr><th scope=\"col\">Framework</th>"
    )?;
    for (outcome, _) in by_outcome(&Counts::default()) {
        write!(out, "<th scope=\"col\">{} {}</th>", sign(outcome), word(outcome))?;
    }
    writeln!(out, "<th scope=\"col\" class=\"share\">Share</th></tr></thead><tbody>")?;
    for framework in frameworks {
        let (id, name) = (escaped(&framework.id), escaped(&framework.short));
        write!(out, "<tr><th scope=\"row\"><a href=\"#{id}\">{name}</a></th>")?;
        for (_, count) in by_outcome(&framework.counts) {
            write!(out, "<td>{count}</td>")?;
        }
        write!(out, "<td class=\"share\">")?;
        bar(out, &framework.counts)?;
        writeln!(out, "</td></tr>")?;
    }
    writeln!(out, "</tbody></table></div>")
}

fn bar(out: &mut String, counts: &Counts) -> std::fmt::Result {
    write!(out, "<div class=\"bar\" role=\"img\" aria-label=\"{}\">", in_words(counts))?;
    for (outcome, count) in by_outcome(counts).into_iter().filter(|(_, count)| *count > 0) {
        write!(out, "<span class=\"{outcome}\" style=\"flex:{count}\"></span>")?;
    }
    write!(out, "</div>")
}

fn one(out: &mut String, framework: &FrameworkResult) -> std::fmt::Result {
    let FrameworkResult { id, name, publisher, year, document, about, counts, points, .. } =
        framework;
    writeln!(
        out,
        "<h2 id=\"{}\">{}</h2>\n<p>{}</p>\n<p class=\"small\">{} ({year}): {}</p>\n<p><b>{}</b></p>",
        escaped(id),
        escaped(name),
        escaped(about),
        escaped(publisher),
        escaped(document),
        in_words(counts)
    )?;
    points.iter().try_for_each(|point| about_point(out, point))
}

fn about_point(out: &mut String, point: &PointResult) -> std::fmt::Result {
    let outcome = point.outcome;
    let open = if outcome == Outcome::Gap { " open" } else { "" };
    let unsure = if point.confirmed { "" } else { " (number not confirmed)" };
    writeln!(
        out,
        "<details class=\"{outcome}\" id=\"{}\"{open}><summary><b>{}</b> {} <span class=\"theme\">{}</span> <span class=\"outcome\">{} {}</span></summary>\n<p>{}{unsure}</p>",
        escaped(&point.id),
        escaped(&point.number),
        escaped(&point.title),
        escaped(&point.theme),
        sign(outcome),
        word(outcome),
        escaped(&point.says)
    )?;
    writeln!(out, "<h3>What was answered</h3><ul>")?;
    for given in &point.answers {
        let answer = given.answer.as_ref().map_or("not known".to_owned(), ToString::to_string);
        let mark = if given.lacking && outcome != Outcome::NotApplicable { "✗ " } else { "" };
        let (ask, answer) = (escaped(&given.ask), escaped(&answer));
        writeln!(out, "<li>{mark}{ask} <b>{answer}</b> <code>{}</code></li>", escaped(&given.key))?;
    }
    writeln!(out, "</ul>")?;
    if !point.remedies.is_empty() {
        writeln!(out, "<h3>What in Himaya helps</h3><ul>")?;
        for remedy in &point.remedies {
            writeln!(out, "<li>{} {}</li>", coded(&named(remedy)), escaped(&remedy.does))?;
        }
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "<h3>What only the service can do</h3><p>{}</p></details>", escaped(&point.host))
}

/// What stands between backticks as code.
fn coded(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(index, part)| {
        let part = escaped(part);
        if index % 2 == 1 { format!("<code>{part}</code>") } else { part }
    });
    parts.collect()
}
