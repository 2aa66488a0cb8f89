use std::collections::BTreeSet;

use super::*;
use crate::assessment::StatusReason;
use crate::taxonomy::{Behavior, Category, ReasonKind};
use crate::text::Lexicon;

fn table() -> &'static Taxonomy {
    Taxonomy::embedded().unwrap()
}

#[test]
fn every_word_has_a_row_and_every_vocabulary_is_described() {
    for subject in Subject::all() {
        let entry = table().entry(subject).unwrap();
        assert!(!entry.sources.is_empty(), "{}", subject.slug());
    }
    for standard in Standard::ALL {
        assert!(table().vocabulary(*standard).is_some(), "{standard}");
    }
}

#[test]
fn every_outside_word_is_one_of_its_vocabulary_and_every_source_is_a_publication() {
    for subject in Subject::all() {
        let entry = table().entry(subject).unwrap();
        for mapping in &entry.mappings {
            let vocabulary = table().vocabulary(mapping.standard).unwrap();
            assert!(vocabulary.values.contains(&mapping.value), "{mapping:?}");
            assert_eq!(vocabulary.filled_by, FilledBy::Software, "{mapping:?}");
        }
        for key in &entry.sources {
            assert!(table().source(key).is_some(), "{key}");
        }
    }
}

#[test]
fn every_stage_of_the_ontology_is_one_of_ours_and_a_behaviour_maps_to_its_own_stage() {
    for value in &table().vocabulary(Standard::CacStage).unwrap().values {
        let stage = crate::taxonomy::Stage::from_slug(value).unwrap();
        assert!(table().map(stage, Standard::CacStage).any(|mapping| mapping.value == *value));
    }
    for behavior in Behavior::ALL {
        for mapping in table().map(*behavior, Standard::CacStage) {
            assert_eq!(behavior.stage().map(|stage| stage.slug()), Some(mapping.value.as_str()));
        }
    }
}

#[test]
fn what_one_signal_may_do_stands_among_the_limits_of_each_sign_of_the_other_side() {
    let lexicon = Lexicon::embedded().unwrap();
    let decisive: BTreeSet<Behavior> =
        lexicon.rules().iter().filter(|r| r.decisive).filter_map(|r| r.behavior).collect();
    for behavior in Behavior::ALL {
        if behavior.direction() == crate::taxonomy::Direction::Protected {
            continue;
        }
        let first = table().entry(*behavior).unwrap().limits.first().unwrap();
        let said = first.starts_with("One signal alone never warns");
        assert_ne!(said, decisive.contains(behavior), "{behavior}: {first}");
    }
}

#[test]
fn severities_and_sources_of_the_rules_lie_within_what_the_table_says() {
    for rule in Lexicon::embedded().unwrap().rules() {
        let subjects = [Some(Subject::from(rule.category)), rule.behavior.map(Subject::from)];
        for subject in subjects.into_iter().flatten() {
            let [least, gravest] = table().entry(subject).unwrap().severity;
            let level = rule.severity;
            assert!((least.level()..=gravest.level()).contains(&level), "{} {level}", rule.code);
        }
        assert!(table().source(&rule.source).is_some(), "{}", rule.code);
    }
}

#[test]
fn every_reason_code_that_the_core_gives_is_explained() {
    let known = [
        "conversation.pattern",
        "contact.phone",
        "contact.email",
        "contact.profile",
        "contact.location",
        "image.class_sum.sensitive",
        "image.second_opinion.agrees",
        "image.second_opinion.harmless",
        "image.hash_list.some-list",
        "model.bullying",
    ];
    for code in known {
        assert_eq!(table().reason(code).map(|r| r.kind), Some(ReasonKind::Finding), "{code}");
    }
    for reason in StatusReason::ALL {
        let found = table().reason(reason.slug()).map(|r| r.kind);
        assert_eq!(found, Some(ReasonKind::Status), "{reason}");
    }
    for rule in Lexicon::embedded().unwrap().rules() {
        assert_eq!(table().reason(&rule.code).map(|r| r.kind), Some(ReasonKind::Rule));
    }
    assert_eq!(table().reason("nonsense"), None);
}

#[test]
fn a_word_leads_to_all_that_bear_it_and_a_mistyped_one_to_those_like_it() {
    assert_eq!(table().find("isolation").len(), 2);
    assert_eq!(table().find("grooming"), [Subject::Category(Category::Grooming)]);
    assert!(table().near("groming", std::iter::empty()).contains(&"grooming"));
}

#[test]
fn a_wrong_table_is_refused_with_file_line_and_remedy() {
    let good = Taxonomy::embedded_sources();
    let refused = |right: &str, wrong: &str| {
        let text = good.categories.1.replacen(right, wrong, 1);
        assert_ne!(text, good.categories.1, "{right}");
        let categories = ("categories.toml", text.into());
        let sources = TaxonomySources { categories, ..good.clone() };
        Taxonomy::from_sources(&sources).unwrap_err().to_string()
    };
    for (right, wrong, message) in [
        ("schema_version = 1", "schema_version = 7", "categories.toml:1: schema_version 7"),
        (
            "[entries.grooming]",
            "[entries.groming]",
            "there is no category `groming` (did you mean grooming",
        ),
        (
            "\"oconnell2003\"",
            "\"oconnel2003\"",
            "source `oconnel2003` is not in sources.toml (did you mean oconnell2003",
        ),
        ("\"child_access\"", "\"childs_access\"", "`childs_access` is no value of hive_thorn"),
        ("\"hive_thorn\"", "\"inhope\"", "inhope is left to people"),
        ("\"contact\"", "\"kontakt\"", "unknown variant `kontakt`"),
        ("severity = [1, 6]", "severity = [6, 1]", "severity [6, 1] is upside down"),
        ("definition", "defintion", "unknown field `defintion`"),
    ] {
        let error = refused(right, wrong);
        assert!(error.contains(message), "{error}");
    }
    let start = good.categories.1.find("[entries.bullying]").unwrap();
    let end = good.categories.1.find("[entries.self_harm]").unwrap();
    let bullying = good.categories.1.get(start..end).unwrap();
    assert!(refused(bullying, "").contains("the category `bullying` has no row"));
}
