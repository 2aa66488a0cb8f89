//! The words of a transparency report, by language (`models/report/<lang>.ftl`).

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

use super::rates::{ErrorRate, Measured};
use super::transparency::TransparencyError;
use crate::intervention::Messages;
use crate::taxonomy::Category;

/// Paragraphs of the method.
const PARAGRAPHS: usize = 9;

pub(super) struct Words {
    page: FluentBundle<FluentResource>,
    vocabulary: Messages,
    language: &'static str,
}

impl Words {
    pub(super) fn new(language: &str) -> Result<Self, TransparencyError> {
        let vocabulary = Messages::new(language)?;
        let files = himaya_models::report::PAGES;
        // English where the page was not translated.
        let known = files.iter().find(|file| file.name() == vocabulary.language());
        let english = || files.iter().find(|file| file.name() == "en");
        let Some(file) = known.or_else(english) else {
            return Err(TransparencyError::Page("there are no words for it".to_owned()));
        };
        let language = file.name();
        let syntax =
            |detail| TransparencyError::Page(format!("its words in `{language}`: {detail}"));
        let id: LanguageIdentifier =
            language.parse().map_err(|error| syntax(format!("{error:?}")))?;
        let resource = FluentResource::try_new(file.text().into_owned())
            .map_err(|(_, errors)| syntax(format!("{errors:?}")))?;
        let mut page = FluentBundle::new_concurrent(vec![id]);
        page.add_resource(resource)
            .map_err(|errors: Vec<FluentError>| syntax(format!("{errors:?}")))?;
        let vocabulary =
            if language == vocabulary.language() { vocabulary } else { Messages::new(language)? };
        Ok(Self { page, vocabulary, language })
    }

    pub(super) const fn language(&self) -> &'static str {
        self.language
    }

    /// `rtl` or `ltr`.
    pub(super) fn direction(&self) -> &'static str {
        if self.vocabulary.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// The text of a key; the key itself if it is missing, which a test rules out.
    pub(super) fn get(&self, key: &str) -> String {
        self.with(key, &FluentArgs::new())
    }

    pub(super) fn with(&self, key: &str, arguments: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.page.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.page.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned()
    }

    pub(super) fn category(&self, category: Category) -> String {
        self.vocabulary.category(category)
    }

    /// The name of a language, or its code if there is none.
    pub(super) fn language_name(&self, code: &str) -> String {
        let key = format!("language-{code}");
        if self.page.has_message(&key) { self.get(&key) } else { code.to_owned() }
    }

    /// How the filter works, with what was measured.
    pub(super) fn methodology(&self, rates: &[ErrorRate]) -> Vec<String> {
        let mut arguments = FluentArgs::new();
        for (name, what) in [
            ("risky", Measured::RiskyConversationWarned),
            ("harmless", Measured::HarmlessConversationWarned),
            ("ordinary", Measured::OrdinaryDialogueWarned),
            ("alone", Measured::HarmlessWarned),
            ("pictures", Measured::PackagedPictureSensitive),
            ("drawings", Measured::DrawnPictureSensitive),
        ] {
            let of_kind = rates.iter().filter(|rate| rate.what == what);
            let hits: u64 = of_kind.clone().map(|rate| rate.share.hits).sum();
            let of: u64 = of_kind.map(|rate| rate.share.of).sum();
            arguments.set(format!("{name}-hits"), hits);
            arguments.set(format!("{name}-of"), of);
            arguments.set(format!("{name}-missed"), of.saturating_sub(hits));
        }
        (1..=PARAGRAPHS).map(|number| self.with(&format!("method-{number}"), &arguments)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{InputType, Origin, StatusReason};
    use crate::report::{ContestReason, Count};

    #[test]
    fn every_language_has_every_key() {
        let mut keys: Vec<String> = Vec::new();
        keys.extend(Count::ALL.iter().map(|count| format!("count-{count}")));
        keys.extend(InputType::ALL.iter().map(|input| format!("input-{input}")));
        keys.extend(Origin::ALL.iter().map(|origin| format!("origin-{origin}")));
        keys.extend(StatusReason::ALL.iter().map(|reason| format!("status-{reason}")));
        keys.extend(ContestReason::ALL.iter().map(|reason| format!("contest-{reason}")));
        keys.extend(Measured::ALL.iter().map(|what| format!("measured-{what}")));
        keys.extend((1..=PARAGRAPHS).map(|number| format!("method-{number}")));
        let english =
            himaya_models::report::PAGES.iter().find(|file| file.name() == "en").unwrap().text();
        let lines = english.lines().filter(|line| line.contains(" = ") && !line.starts_with('#'));
        keys.extend(lines.map(|line| line.split_once(" = ").unwrap().0.to_owned()));
        for file in himaya_models::report::PAGES {
            let language = file.name();
            let words = Words::new(language).unwrap();
            assert_eq!(words.language(), language);
            for key in &keys {
                assert!(words.page.has_message(key), "{language}: {key}");
            }
        }
    }

    #[test]
    fn an_unknown_language_is_refused() {
        assert!(Words::new("xx").is_err());
    }
}
