//! Known pictures: the hashes of a picture against the lists that the host gave.

use std::sync::Arc;

use super::hashlist::HashList;
use super::pdq::Pdq;
use super::pixels::Pixels;
use crate::assessment::{Finding, Origin, Severity};
use crate::taxonomy::Category;

/// Bits off at which a score would be 0. With this many the score is above 0.5 for all that a list
/// holds for the same (31 bits at most), so that a policy's `at = 0.5` means any match.
const NO_SCORE: f32 = 64.0;

/// Hash lists, each with its reason code.
#[derive(Debug, Default)]
pub(crate) struct KnownImages {
    lists: Vec<(HashList, Arc<str>)>,
}

impl KnownImages {
    pub(crate) fn add(&mut self, list: HashList) {
        let reason = format!("image.hash_list.{}", list.name()).into();
        self.lists.push((list, reason));
    }

    /// Looks a picture up in all of them; the score is that of the nearest hash.
    pub(crate) fn finding(&self, pixels: &Pixels<'_>) -> Option<Finding> {
        if self.lists.is_empty() {
            return None;
        }
        let picture = Pdq::dihedral(pixels);
        let matches = self
            .lists
            .iter()
            .filter_map(|(list, reason)| Some((list.matches_picture(&picture)?, reason)));
        let (distances, reasons): (Vec<u32>, Vec<Arc<str>>) =
            matches.map(|(distance, reason)| (distance, Arc::clone(reason))).unzip();
        let distance = distances.into_iter().min()?;
        Some(Finding {
            category: Category::KnownImage,
            score: 1.0 - distance as f32 / NO_SCORE,
            severity: Severity::MAX,
            origin: Origin::Rule,
            stage: None,
            behaviors: Vec::new(),
            spans: Vec::new(),
            reason_codes: reasons,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::PdqHash;
    use crate::{Action, AgeBand, Guard, Policy};

    /// Hills of brightness: enough to see, and no symmetry.
    fn picture(turned: bool) -> Pixels<'static> {
        let hill = |x: f32, y: f32, at: (f32, f32), width: f32| {
            (-((x - at.0).powi(2) + (y - at.1).powi(2)) / width).exp()
        };
        let (width, height) = if turned { (96, 128) } else { (128, 96) };
        let bytes = (0..height).flat_map(|row| (0..width).map(move |column| (column, row)));
        let bytes = bytes.flat_map(|(column, row)| {
            let (x, y) = if turned { (row, 95 - column) } else { (column, row) };
            let (x, y) = (x as f32, y as f32);
            let value = 250.0 * hill(x, y, (30.0, 20.0), 300.0)
                + 200.0 * hill(x, y, (90.0, 70.0), 150.0)
                + 60.0 * (x / 4.0).sin() * (y / 9.0).cos()
                + 60.0;
            [value.clamp(0.0, 255.0) as u8; 3]
        });
        Pixels::rgb(width, height, bytes.collect::<Vec<u8>>()).unwrap()
    }

    fn list(name: &str, hash: PdqHash) -> HashList {
        HashList::read(name, hash.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn a_known_picture_is_found_turned_too_and_names_its_lists() {
        let hash = Pdq::of(&picture(false)).hash;
        let other = list("other", "0".repeat(64).parse().unwrap());
        let lists = Guard::builder().hash_list(list("one", hash)).hash_list(other);
        let guard = lists.hash_list(list("two", hash)).age_band(AgeBand::From10To12).build();
        let guard = guard.unwrap();
        for turned in [false, true] {
            let assessment = guard.assess_pixels(&picture(turned)).unwrap();
            let finding = assessment.top_finding().unwrap();
            assert_eq!(finding.category, Category::KnownImage);
            assert_eq!((finding.severity, finding.origin), (Severity::MAX, Origin::Rule));
            assert!(finding.score > 0.5 && (turned || finding.score == 1.0), "{}", finding.score);
            let reasons: Vec<&str> = finding.reason_codes.iter().map(AsRef::as_ref).collect();
            assert_eq!(reasons, ["image.hash_list.one", "image.hash_list.two"]);
            assert_eq!(assessment.action, Action::Blur);
            assert_eq!(assessment.message_key.as_deref(), Some("notice-known_image"));
            assert!(assessment.models.is_empty(), "the classifier cannot say more");
        }
    }

    #[test]
    fn a_known_picture_is_classified_too_where_that_may_lead_to_more() {
        let policy = "schema_version = 1\nname = \"own\"\nversion = 1\non_failure = \"closed\"\n\
            monitoring_notice = false\n[[rows]]\ncategory = \"known_image\"\nat = 0.5\n\
            action = \"indicate\"\n[[rows]]\ncategory = \"sensitive_image\"\nat = 0.9\n\
            action = \"mute\"\n";
        let guard = Guard::builder()
            .policy(Policy::from_toml(policy).unwrap())
            .hash_list(list("one", Pdq::of(&picture(false)).hash));
        let assessment = guard.build().unwrap().assess_pixels(&picture(false)).unwrap();
        assert_eq!(assessment.models.len(), 1);
        assert_eq!(assessment.findings[0].category, Category::KnownImage);
    }

    #[test]
    fn a_picture_that_shows_nothing_is_never_known() {
        let plain = Pixels::rgb(64, 64, vec![90; 64 * 64 * 3]).unwrap();
        let guard = Guard::builder().hash_list(list("one", Pdq::of(&plain).hash)).build().unwrap();
        let assessment = guard.assess_pixels(&plain).unwrap();
        assert!(assessment.findings.iter().all(|f| f.category != Category::KnownImage));
        assert_eq!(assessment.models.len(), 1);
    }
}
