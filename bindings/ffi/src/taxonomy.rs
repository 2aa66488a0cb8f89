//! What the words of an assessment mean.

use himaya::taxonomy as core;

use crate::error::TaxonomyError;
use crate::guard::Guard;
use crate::mirror::mirrored;
use crate::vocabulary::{Behavior, Category, Stage};

mirrored! {
    /// Classes of risk to minors in the European Commission's guidelines on Article 28 DSA (2025).
    RiskClass = himaya::taxonomy::RiskClass, else CrossCutting {
        /// What a child sees.
        Content,
        /// What a child or its peers do.
        Conduct,
        /// Who meets a child.
        Contact,
        /// What a child is sold.
        Consumer,
        /// Risks across the others, such as to health and privacy.
        CrossCutting,
    }

    /// What an outside word is, compared with ours (mapping relations of SKOS, W3C 2009).
    MappingRelation = himaya::taxonomy::Relation, else Related {
        /// The same.
        Exact,
        /// It covers more.
        Broader,
        /// It covers less.
        Narrower,
        /// It is near, neither more nor less.
        Related,
    }

    /// Where a reason code stands.
    ReasonKind = himaya::taxonomy::ReasonKind, else Finding {
        /// In a finding's `reason_codes`.
        Finding,
        /// In a finding's `reason_codes`, and it names an indicator rule.
        Rule,
        /// In an assessment's `status_reasons`.
        Status,
    }
}

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Publication {
    /// Title.
    pub title: String,
    /// Who wrote it.
    pub authors: String,
    /// When.
    pub year: u16,
}

/// The word of another vocabulary for one of ours.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct OutsideWord {
    /// Whose vocabulary, as a slug.
    pub standard: String,
    /// The word there.
    pub value: String,
    /// How it relates to ours.
    pub relation: MappingRelation,
    /// Where the two differ.
    pub note: Option<String>,
}

/// What a word means, and what it does not.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Meaning {
    /// The word.
    pub slug: String,
    /// What it is.
    pub definition: String,
    /// Why it matters.
    pub matters: String,
    /// What a finding of it does not say.
    pub limits: Vec<String>,
    /// What it rests on.
    pub sources: Vec<Publication>,
    /// The least severity of findings, 0 to 7.
    pub least_severity: u8,
    /// The gravest severity of findings.
    pub gravest_severity: u8,
    /// The class of risk.
    pub risk_class: RiskClass,
    /// The words of others for it.
    pub outside: Vec<OutsideWord>,
}

/// What a reason code says.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReasonMeaning {
    /// The code, or the pattern that it is of (`{language}.{rule}`).
    pub pattern: String,
    /// Where it stands.
    pub kind: ReasonKind,
    /// What it says.
    pub definition: String,
    /// What it does not say.
    pub limits: Vec<String>,
    /// Files of Himaya's repository and commands that give the measured error rate.
    pub measured: Vec<String>,
}

/// What an indicator rule looks for.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct RuleMeaning {
    /// Code of the language that it is written for.
    pub language: String,
    /// The behaviour that it shows; absent for a rule of a category as a whole.
    pub behavior: Option<Behavior>,
    /// The category of its findings.
    pub category: Category,
    /// The severity of its findings, 0 to 7.
    pub severity: u8,
    /// Whether it warns by itself.
    pub decisive: bool,
}

/// What a category means.
///
/// # Errors
/// None unless the library is damaged.
#[uniffi::export]
pub fn meaning_of_category(category: Category) -> Result<Meaning, TaxonomyError> {
    meaning(core::Subject::Category(category.into()))
}

/// What a behaviour means.
///
/// # Errors
/// None unless the library is damaged.
#[uniffi::export]
pub fn meaning_of_behavior(behavior: Behavior) -> Result<Meaning, TaxonomyError> {
    meaning(core::Subject::Behavior(behavior.into()))
}

/// What a stage means.
///
/// # Errors
/// None unless the library is damaged.
#[uniffi::export]
pub fn meaning_of_stage(stage: Stage) -> Result<Meaning, TaxonomyError> {
    meaning(core::Subject::Stage(stage.into()))
}

/// What a reason code or a status reason says; absent for what is of no known form. Whether a
/// guard has a rule of that name, `Guard.rule` says.
///
/// # Errors
/// None unless the library is damaged.
#[uniffi::export]
pub fn meaning_of_reason(code: &str) -> Result<Option<ReasonMeaning>, TaxonomyError> {
    let reason = core::Taxonomy::embedded()?.reason(code);
    Ok(reason.cloned().map(|reason| ReasonMeaning {
        pattern: reason.pattern,
        kind: reason.kind.into(),
        definition: reason.definition,
        limits: reason.limits,
        measured: reason.measured,
    }))
}

#[uniffi::export]
impl Guard {
    /// What the indicator rule of a reason code looks for; absent for a code that names none of
    /// this guard's rules.
    pub fn rule(&self, code: &str) -> Option<RuleMeaning> {
        self.core.lexicon().rule_of(code).map(|rule| RuleMeaning {
            language: rule.language().to_owned(),
            behavior: rule.behavior.map(Into::into),
            category: rule.category.into(),
            severity: rule.severity,
            decisive: rule.decisive,
        })
    }
}

fn meaning(subject: core::Subject) -> Result<Meaning, TaxonomyError> {
    let taxonomy = core::Taxonomy::embedded()?;
    let entry = taxonomy.entry(subject).ok_or_else(|| TaxonomyError::missing(subject))?;
    let [least, gravest] = entry.severity;
    let publication = |source: &core::Source| Publication {
        title: source.title.clone(),
        authors: source.authors.clone(),
        year: source.year,
    };
    let outside = |mapping: &core::Mapping| OutsideWord {
        standard: mapping.standard.slug().to_owned(),
        value: mapping.value.clone(),
        relation: mapping.relation.into(),
        note: mapping.note.clone(),
    };
    Ok(Meaning {
        slug: subject.slug().to_owned(),
        definition: entry.definition.clone(),
        matters: entry.matters.clone(),
        limits: entry.limits.clone(),
        sources: entry
            .sources
            .iter()
            .filter_map(|key| taxonomy.source(key))
            .map(publication)
            .collect(),
        least_severity: least.level(),
        gravest_severity: gravest.level(),
        risk_class: entry.risk_class.into(),
        outside: entry.mappings.iter().map(outside).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::core;
    use crate::mirror::complete;

    #[test]
    fn every_value_of_the_core_crosses() {
        complete::<core::RiskClass>();
        complete::<core::Relation>();
        complete::<core::ReasonKind>();
    }
}
