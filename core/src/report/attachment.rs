//! What a person attaches to a draft: hashes, never the bytes.

use serde::Serialize;
use sha2::{Digest, Sha256};

#[cfg(feature = "decode")]
use crate::image::{DecodeLimits, Pdq, decode};
use crate::taxonomy::slugs;

/// Characters of a file's name that are kept.
const MAX_NAME: usize = 120;

slugs! {
    /// The industry classification of a picture, which only a person who reviews may give: how
    /// old who is on it is (A, B) and what it shows (1, 2).
    IndustryClassification {
        /// A1.
        A1 = "A1",
        /// A2.
        A2 = "A2",
        /// B1.
        B1 = "B1",
        /// B2.
        B2 = "B2",
    }
}

/// A file that a person chose to attach, by its hashes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attachment {
    /// Its name, where the person included it.
    #[serde(rename = "originalFileName", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many bytes it has.
    pub bytes: u64,
    /// SHA-256 of its bytes, as hex digits.
    pub sha256: String,
    /// PDQ hash, as hex digits, of a picture that can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pdq: Option<String>,
    /// Quality of the PDQ hash, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pdq_quality: Option<u8>,
    /// What a reviewer said of it.
    #[serde(rename = "industryClassification", skip_serializing_if = "Option::is_none")]
    pub classification: Option<IndustryClassification>,
}

impl Attachment {
    /// Hashes a file; its bytes are not kept.
    pub(super) fn new(bytes: &[u8], name: Option<&str>) -> Self {
        let digest = Sha256::digest(bytes);
        #[cfg(feature = "decode")]
        let picture = decode(bytes, DecodeLimits::default()).ok().map(|pixels| Pdq::of(&pixels));
        #[cfg(feature = "decode")]
        let (pdq, pdq_quality) = picture.map(|pdq| (pdq.hash.to_string(), pdq.quality)).unzip();
        #[cfg(not(feature = "decode"))]
        let (pdq, pdq_quality) = (None, None);
        Self {
            name: name.map(|name| name.chars().take(MAX_NAME).collect()),
            bytes: bytes.len() as u64,
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
            pdq,
            pdq_quality,
            classification: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_hash() {
        let attachment = Attachment::new(b"abc", None);
        assert!(attachment.sha256.starts_with("ba7816bf8f01cfea"));
        assert_eq!((attachment.bytes, attachment.pdq), (3, None));
    }
}
