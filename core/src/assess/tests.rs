use std::collections::BTreeSet;

use proptest::prelude::*;

use super::question::Answers;
use super::*;
use crate::policy::{AgeBand, Policy};

fn frameworks() -> &'static Frameworks {
    Frameworks::embedded().unwrap()
}

fn points() -> impl Iterator<Item = &'static Point> {
    frameworks().frameworks().iter().flat_map(|framework| &framework.points)
}

/// What may be answered: nothing, and a few answers that make a difference.
fn choices(question: &Question) -> Vec<Option<Answer>> {
    let list = |items: &[String]| Some(Answer::List(items.to_vec()));
    let mut choices = vec![None];
    match question.kind {
        QuestionKind::Bool => choices.extend([true, false].map(|yes| Some(Answer::Bool(yes)))),
        QuestionKind::Choice => {
            choices.extend(question.options.iter().cloned().map(|o| Some(Answer::Choice(o))));
        }
        QuestionKind::List if question.options.is_empty() => {
            choices.extend([list(&["en".to_owned()]), list(&["zz".to_owned(), "en".to_owned()])]);
        }
        QuestionKind::List => {
            choices.extend([list(&[]), list(&question.options)]);
            choices.extend(question.options.iter().map(|o| list(std::slice::from_ref(o))));
        }
    }
    choices
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let all = frameworks().questions().iter().chain(frameworks().facts());
    let each: Vec<_> = all
        .map(|question| {
            let key = question.key.clone();
            prop::sample::select(choices(question)).prop_map(move |answer| (key.clone(), answer))
        })
        .collect();
    each.prop_map(|answers| {
        answers.into_iter().filter_map(|(key, answer)| Some((key, answer?))).collect()
    })
}

/// Every combination of answers to the questions that bear on a point.
fn outcomes(point: &Point) -> BTreeSet<Outcome> {
    let keys = point.keys();
    let choices: Vec<Vec<Option<Answer>>> =
        keys.iter().map(|key| choices(frameworks().question(key).unwrap())).collect();
    let mut found = BTreeSet::new();
    let mut turn = vec![0; keys.len()];
    loop {
        let mut answers = Answers::new();
        for ((key, choices), turn) in keys.iter().zip(&choices).zip(&turn) {
            if let Some(answer) = &choices[*turn] {
                answers.insert((*key).to_owned(), answer.clone());
            }
        }
        found.insert(point.decide(&answers));
        let Some(next) = (0..turn.len()).find(|i| turn[*i] + 1 < choices[*i].len()) else {
            return found;
        };
        turn[next] += 1;
        turn[..next].fill(0);
        if found.len() == Outcome::ALL.len() {
            return found;
        }
    }
}

#[test]
fn every_point_can_come_out_in_each_of_its_ways() {
    for point in points() {
        let mut expected = BTreeSet::from([Outcome::Met, Outcome::Gap, Outcome::CannotTell]);
        expected.extend(point.partly.as_ref().map(|_| Outcome::Partly));
        expected.extend(point.applies.as_ref().map(|_| Outcome::NotApplicable));
        assert_eq!(outcomes(point), expected, "{}", point.id);
    }
}

proptest! {
    #[test]
    fn a_point_that_is_decided_stays_so_whatever_else_is_answered(
        answers in any_answers(),
        more in any_answers(),
    ) {
        let mut all = more;
        all.extend(answers.clone());
        for point in points() {
            let before = point.decide(&answers);
            if before != Outcome::CannotTell {
                prop_assert_eq!(point.decide(&all), before, "{}", point.id);
            }
        }
    }

    #[test]
    fn answers_that_do_not_bear_on_a_point_do_not_change_it(answers in any_answers()) {
        for point in points() {
            let keys = point.keys();
            let bearing = answers.iter().filter(|(key, _)| keys.contains(&key.as_str()));
            let bearing: Answers = bearing.map(|(k, a)| (k.clone(), a.clone())).collect();
            prop_assert_eq!(point.decide(&bearing), point.decide(&answers), "{}", point.id);
        }
    }
}

#[test]
fn nothing_is_asked_in_vain_and_nothing_is_stated_that_is_not_asked_for() {
    let used: BTreeSet<&str> = points().flat_map(Point::keys).collect();
    for question in frameworks().questions().iter().chain(frameworks().facts()) {
        assert!(used.contains(question.key.as_str()), "{}", question.key);
    }
    let facts: Vec<&str> = frameworks().facts().iter().map(|fact| fact.key.as_str()).collect();
    assert_eq!(facts, facts::KEYS);
}

#[test]
fn what_is_stated_of_every_preset_is_of_the_form_that_the_data_say() {
    for band in AgeBand::ALL {
        let mut answers = Answers::new();
        PolicyFacts::new(&Policy::preset(*band).unwrap(), None).add_to(&mut answers);
        for fact in frameworks().facts() {
            let options = &fact.options;
            let fits = match (fact.kind, answers.get(&fact.key)) {
                (_, None) => true,
                (QuestionKind::Bool, Some(Answer::Bool(_))) => true,
                (QuestionKind::Choice, Some(Answer::Choice(option))) => options.contains(option),
                (QuestionKind::List, Some(Answer::List(items))) => {
                    options.is_empty() || items.iter().all(|item| options.contains(item))
                }
                _ => false,
            };
            assert!(fits, "{}", fact.key);
        }
    }
}

#[test]
fn of_a_service_that_says_nothing_nothing_is_met() {
    let policy = Policy::preset(AgeBand::From10To12).unwrap();
    let report = SafetyAssessment::evaluate(&policy, None, &Questionnaire::default()).unwrap();
    assert_eq!(report.unanswered.len(), frameworks().questions().len());
    for framework in &report.frameworks {
        for point in &framework.points {
            assert_ne!(point.outcome, Outcome::Met, "{}", point.id);
            assert_ne!(point.outcome, Outcome::NotApplicable, "{}", point.id);
        }
    }
}

#[test]
fn the_template_is_a_questionnaire_without_answers_and_holds_every_question() {
    let template = Questionnaire::template().unwrap();
    assert_eq!(Questionnaire::from_toml(&template).unwrap(), Questionnaire::default());
    let filled: String = template
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.ends_with("= []") || rest.ends_with("= \"unknown\"") => rest,
            _ => line,
        })
        .collect::<Vec<_>>()
        .join("\n");
    let read = Questionnaire::from_toml(&filled).unwrap();
    let lists = frameworks().questions().iter().filter(|q| q.kind == QuestionKind::List);
    for question in lists {
        assert_eq!(read.answer(&question.key), Some(&Answer::List(Vec::new())));
    }
}

#[test]
fn a_wrong_questionnaire_is_refused_with_line_and_remedy() {
    for (answers, message) in [
        ("audience = \"adult\"", "line 3: `audience` takes a list of any of \"0-5\""),
        ("audience = [\"12-14\"]", "line 3: `audience` takes a list of any of \"0-5\""),
        ("languages = [\"English\"]", "a list of language codes"),
        ("\non_device = \"yes\"", "line 4: `on_device` takes true or false, or \"unknown\""),
        ("age_assurance = \"guessed\"", "one of \"none\", \"self_declared\""),
        ("age_asurance = \"none\"", "no question `age_asurance` (did you mean age_assurance"),
        ("[answer]", "unknown field `answer`"),
    ] {
        let text = format!("schema_version = 1\n[answers]\n{answers}\n");
        let error = Questionnaire::from_toml(&text).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
    let error = Questionnaire::from_toml("schema_version = 3").unwrap_err().to_string();
    assert_eq!(error, "line 1: schema_version 3 is not supported; this build reads 1");
}

#[test]
fn a_wrong_framework_is_refused_with_file_line_point_and_remedy() {
    let questions = himaya_models::assess::QUESTIONS;
    let good = r#"schema_version = 1
[framework]
id = "f"
short = ""
name = ""
publisher = ""
year = 2020
document = ""
about = ""
[[points]]
id = "p"
number = "1"
theme = ""
title = ""
says = ""
confirmed = true
met = [{ key = "on_device", equals = true }]
remedies = [{ command = "check", does = "" }]
host = ""
"#;
    let read = |text: &str| Frameworks::from_sources(questions, &[("f.toml", text)]);
    read(good).unwrap();
    for (right, wrong, message) in [
        (
            "on_device",
            "on_devise",
            "f.toml:17: point `p`: there is no question or fact `on_devise` (did you mean on_device",
        ),
        ("equals = true", "at_least = 1", "`on_device` is yes or no; test it with `equals = true`"),
        ("equals = true", "equals = true, contains = \"x\"", "a condition is one of"),
        (
            "\"on_device\", equals = true",
            "\"audience\", contains = \"12\"",
            "`12` is no answer to `audience`",
        ),
        (
            "\"on_device\", equals = true",
            "\"retention\", at_least = \"numbers\"",
            "is a choice without order",
        ),
        (
            "\"on_device\", equals = true",
            "\"audience\", within = \"on_device\"",
            "`on_device` is yes or no",
        ),
        (
            "command = \"check\"",
            "command = \"check\", api = \"x\"",
            "f.toml:18: point `p`: a remedy is one of",
        ),
        ("schema_version = 1", "schema_version = 2", "schema_version 2 is not supported"),
        ("confirmed", "konfirmed", "unknown field `konfirmed`"),
    ] {
        assert!(good.contains(right), "{right}");
        let error = read(&good.replacen(right, wrong, 1)).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
    let twice = format!("{good}{}", &good[good.find("[[points]]").unwrap()..]);
    assert!(read(&twice).unwrap_err().to_string().contains("`p` is there twice"));
}
