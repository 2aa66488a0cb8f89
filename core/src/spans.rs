//! Spans in the unit of the host's strings.

use crate::assessment::{Assessment, Finding};
use crate::taxonomy::slugs;

slugs! {
    /// What spans count. The core counts UTF-8 bytes; hosts whose strings are of another kind have
    /// them counted anew.
    SpanUnit {
        /// Bytes, as Rust's and Go's strings.
        Utf8 = "utf8",
        /// UTF-16 code units, as strings of JavaScript, Java, Kotlin, C# and `NSString`.
        Utf16 = "utf16",
        /// Code points, as Python's strings and Swift's `unicodeScalars`.
        CodePoint = "code_point",
    }
}

impl SpanUnit {
    /// How many units a character takes.
    const fn of(self, char: char) -> usize {
        match self {
            Self::Utf8 => char.len_utf8(),
            Self::Utf16 => char.len_utf16(),
            Self::CodePoint => 1,
        }
    }
}

impl Assessment {
    /// Counts the spans of findings in another unit than UTF-8 bytes. `text` is the message that
    /// was assessed; it is read once, as far as the last span.
    #[must_use]
    pub fn with_spans_in(mut self, unit: SpanUnit, text: &str) -> Self {
        if unit != SpanUnit::Utf8 {
            convert(unit, text, &mut self.findings);
        }
        self
    }
}

fn convert(unit: SpanUnit, text: &str, findings: &mut [Finding]) {
    let spans = findings.iter_mut().flat_map(|finding| &mut finding.spans);
    let mut ends: Vec<&mut usize> =
        spans.flat_map(|span| [&mut span.start, &mut span.end]).collect();
    ends.sort_unstable();
    let (mut bytes, mut units) = (0, 0);
    let mut chars = text.chars();
    for end in ends {
        while bytes < *end {
            let Some(char) = chars.next() else { break };
            bytes += char.len_utf8();
            units += unit.of(char);
        }
        *end = units;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::assessment::{Origin, Severity};
    use crate::taxonomy::Category;

    fn finding(spans: Vec<std::ops::Range<usize>>) -> Finding {
        Finding {
            category: Category::Grooming,
            score: 1.0,
            severity: Severity::new(1),
            origin: Origin::Rule,
            stage: None,
            behaviors: Vec::new(),
            spans,
            reason_codes: Vec::new(),
        }
    }

    /// The definition: what lies before a place, written in the unit, has so many units.
    fn defined(unit: SpanUnit, text: &str, at: usize) -> usize {
        let before = &text[..at];
        match unit {
            SpanUnit::Utf8 => before.len(),
            SpanUnit::Utf16 => before.encode_utf16().count(),
            SpanUnit::CodePoint => before.chars().count(),
        }
    }

    proptest! {
        #[test]
        fn every_span_counts_what_lies_before_it(
            text in "\\PC{0,40}",
            places in prop::collection::vec((0.0..1.0_f64, 0.0..1.0_f64), 0..6),
        ) {
            let at = |share: f64| text.floor_char_boundary((share * text.len() as f64) as usize);
            let spans: Vec<_> = places
                .iter()
                .map(|(a, b)| at(a.min(*b))..at(a.max(*b)))
                .collect();
            for unit in SpanUnit::ALL {
                let mut findings = [finding(spans.clone()), finding(spans.clone())];
                convert(*unit, &text, &mut findings);
                for found in &findings {
                    for (span, before) in found.spans.iter().zip(&spans) {
                        prop_assert_eq!(span.start, defined(*unit, &text, before.start));
                        prop_assert_eq!(span.end, defined(*unit, &text, before.end));
                    }
                }
            }
        }
    }

    #[test]
    fn spans_of_a_message_cut_the_same_words_in_every_unit() {
        let text = "😀😀 é are you home alone? 😀";
        let guard = crate::Guard::builder().build().unwrap();
        let assessed = guard.assess_message(text);
        let span = |unit| assessed.clone().with_spans_in(unit, text).findings[0].spans[0].clone();
        let said = &text[span(SpanUnit::Utf8)];
        assert!(said.contains("home alone"));
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(String::from_utf16(&units[span(SpanUnit::Utf16)]).unwrap(), said);
        let points: Vec<char> = text.chars().collect();
        assert_eq!(points[span(SpanUnit::CodePoint)].iter().collect::<String>(), said);
    }

    #[test]
    fn spans_beyond_the_text_end_with_it() {
        let mut findings = [finding(vec![0..1, 1..9])];
        convert(SpanUnit::Utf16, "héh", &mut findings);
        assert_eq!(findings[0].spans, [0..1, 1..3]);
    }
}
