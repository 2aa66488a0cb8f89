//! A digest in words.

use super::{DigestItem, GuardianDigest};
use crate::intervention::messages::{Argument, Messages};
use crate::intervention::reader::{Addressee, Reader};
use crate::policy::InterventionLevel;

impl GuardianDigest {
    /// The digest in words for a guardian, addressed by the age of the child: for each item what
    /// it is, how urgent, how often, the trend, and one thing to do; at the level `descriptive`
    /// also what it means. Lines are parted by `\n`. Empty at the level `disabled`.
    pub fn to_text(
        &self,
        messages: &Messages,
        guardian: &Addressee,
        level: InterventionLevel,
    ) -> String {
        if level == InterventionLevel::Disabled {
            return String::new();
        }
        let say = |key: &str| messages.text(key, guardian);
        let mut lines = vec![say("digest-title"), Some(String::new())];
        if self.items.is_empty() {
            lines.extend([say("digest-none"), Some(String::new())]);
        }
        for item in &self.items {
            lines.extend(item_lines(item, messages, guardian, level).into_iter().map(Some));
        }
        if self.unchecked > 0 {
            let count = [("count", Argument::Number(self.unchecked.into()))];
            lines.push(messages.text_with("digest-unchecked", guardian, &count));
        }
        lines.push(say("digest-private"));
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        lines.join("\n")
    }
}

fn item_lines(
    item: &DigestItem,
    messages: &Messages,
    guardian: &Addressee,
    level: InterventionLevel,
) -> Vec<String> {
    let mut lines = Vec::new();
    let notice = messages.notice(Reader::Guardian, item.category, guardian, level);
    let title = notice.as_ref().map(|notice| notice.title.clone());
    lines.push(title.unwrap_or_else(|| messages.category(item.category)));
    let DigestItem { urgency, frequency, trend, .. } = item;
    let facts = [
        messages.or_slug("urgency", urgency.slug()),
        messages.or_slug("frequency", frequency.slug()),
        messages.or_slug("trend", trend.slug()),
    ];
    lines.push(facts.join(" · "));
    if let Some(notice) = notice {
        lines.extend(notice.body);
        lines.push(notice.step);
    }
    lines.push(String::new());
    lines
}
