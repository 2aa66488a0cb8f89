//! What reason codes say: patterns, since rules, lists and a model's outputs have names of
//! their own.

use serde::{Deserialize, Serialize};

use super::words::slugs;

slugs! {
    /// Where a reason code stands.
    ReasonKind {
        /// In a finding's `reason_codes`.
        Finding = "finding",
        /// In a finding's `reason_codes`, and it names a rule of the lexicon.
        Rule = "rule",
        /// In an assessment's `status_reasons`.
        Status = "status",
    }
}

/// What the reason codes of one pattern say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The code; `{language}` stands for two or three letters, any other `{name}` at the end
    /// for whatever follows.
    pub pattern: String,
    /// Where it stands.
    pub kind: ReasonKind,
    /// What it says.
    pub definition: String,
    /// What it does not say.
    pub limits: Vec<String>,
    /// Files of the repository and commands that give the measured error rate.
    pub measured: Vec<String>,
}

impl Reason {
    /// Whether a code is one of these.
    pub fn fits(&self, code: &str) -> bool {
        let (mut pattern, mut code) = (self.pattern.as_str(), code);
        while let Some((literal, rest)) = pattern.split_once('{') {
            let Some(after) = code.strip_prefix(literal) else {
                return false;
            };
            let (name, rest) = rest.split_once('}').unwrap_or((rest, ""));
            if name != "language" {
                return !after.is_empty() && rest.is_empty();
            }
            let letters = after.bytes().take_while(u8::is_ascii_lowercase).count();
            if !(2..=3).contains(&letters) {
                return false;
            }
            (pattern, code) = (rest, after.get(letters..).unwrap_or(""));
        }
        pattern == code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_fits_the_codes_that_it_stands_for_and_no_others() {
        let fits = |pattern: &str, code| {
            let reason = Reason {
                pattern: pattern.to_owned(),
                kind: ReasonKind::Finding,
                definition: String::new(),
                limits: Vec::new(),
                measured: Vec::new(),
            };
            reason.fits(code)
        };
        assert!(fits("{language}.{rule}", "en.secrecy.our-secret"));
        assert!(!fits("{language}.{rule}", "contact.phone"));
        assert!(!fits("{language}.{rule}", "en."));
        assert!(fits("image.hash_list.{list}", "image.hash_list.a.b"));
        assert!(!fits("image.hash_list.{list}", "image.hash_list."));
        assert!(fits("contact.phone", "contact.phone"));
        assert!(!fits("contact.phone", "contact.phones"));
    }
}
