//! What self-contained HTML pages have in common: nothing loaded, light and dark.

use std::fmt::Write as _;

/// What all pages look like.
pub const STYLE: &str = "
:root { color-scheme: light dark; --ink: #1b2a33; --paper: #fff; --line: #d5dde2; --good: #1b7f5c; --fair: #8a6100; --bad: #b3432b; --soft: #eef3f5 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef1; --paper: #12191d; --line: #33424b; --good: #4fc298; --fair: #e0b04a; --bad: #ee8468; --soft: #1c262c } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
h1, h2 { line-height: 1.2 } h2 { margin-top: 2.5rem }
figure { margin: 1rem 0; overflow-x: auto } figcaption { font-weight: 600; margin-bottom: .3rem }
svg { max-width: 100%; height: auto } svg text { fill: var(--ink); font: 12px system-ui, sans-serif }
table { border-collapse: collapse; font-size: .85rem } td, th { border: 1px solid var(--line); padding: .2rem .45rem; text-align: end } th:first-child, td:first-child { text-align: start }
.note { background: var(--soft); padding: .8rem 1rem; border-inline-start: 4px solid var(--good) }
";

/// The beginning of a page; `style` is added to what all pages have.
pub fn head(
    out: &mut String,
    title: &str,
    about: &str,
    note: &str,
    style: &str,
) -> std::fmt::Result {
    let (title, about, note) = (escaped(title), escaped(about), escaped(note));
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}{style}</style>\n<h1>{title}</h1>\n<p>{about}</p>\n<p class=\"note\">{note}</p>"
    )
}

/// Text as it may stand in a page.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
