//! Spans in the unit of JavaScript's strings.

use himaya::Finding;

/// Counts the spans of findings in `text` in UTF-16 code units instead of UTF-8 bytes.
pub(crate) fn to_utf16(text: &str, findings: &mut [Finding]) {
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
            units += char.len_utf16();
        }
        *end = units;
    }
}

#[cfg(test)]
mod tests {
    use himaya::Guard;

    use super::*;

    #[test]
    fn spans_count_utf_16_code_units() {
        let text = "😀😀 are you home alone? 😀";
        let guard = Guard::builder().build().unwrap();
        let mut findings = guard.assess_message(text).findings;
        let within = |findings: &[Finding]| findings[0].spans[0].clone();
        let said = text[within(&findings)].to_owned();
        to_utf16(text, &mut findings);
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(String::from_utf16(&units[within(&findings)]).unwrap(), said);
        assert!(said.contains("home alone"));
    }
}
