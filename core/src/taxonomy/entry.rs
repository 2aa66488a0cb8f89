//! What the table says of one word, and of the vocabularies of others.

use serde::{Deserialize, Serialize};

use super::words::{Behavior, Category, Stage, slugs};
use crate::assessment::Severity;

/// A word that has a row in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// A category.
    Category(Category),
    /// A behaviour.
    Behavior(Behavior),
    /// A stage.
    Stage(Stage),
}

impl Subject {
    /// All of them: categories, behaviours, stages.
    pub fn all() -> impl Iterator<Item = Self> {
        let categories = Category::ALL.iter().copied().map(Self::Category);
        let behaviors = Behavior::ALL.iter().copied().map(Self::Behavior);
        categories.chain(behaviors).chain(Stage::ALL.iter().copied().map(Self::Stage))
    }

    /// `category`, `behavior` or `stage`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Category(_) => "category",
            Self::Behavior(_) => "behavior",
            Self::Stage(_) => "stage",
        }
    }

    /// The word's slug.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Category(category) => category.slug(),
            Self::Behavior(behavior) => behavior.slug(),
            Self::Stage(stage) => stage.slug(),
        }
    }
}

impl From<Category> for Subject {
    fn from(category: Category) -> Self {
        Self::Category(category)
    }
}

impl From<Behavior> for Subject {
    fn from(behavior: Behavior) -> Self {
        Self::Behavior(behavior)
    }
}

impl From<Stage> for Subject {
    fn from(stage: Stage) -> Self {
        Self::Stage(stage)
    }
}

/// What a word means, and what it does not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// What it is.
    pub definition: String,
    /// Why it matters.
    pub matters: String,
    /// What a finding of it does not say.
    pub limits: Vec<String>,
    /// Keys of `models/lexicon/sources.toml`; [`Taxonomy::source`](super::Taxonomy::source)
    /// gives the publication.
    pub sources: Vec<String>,
    /// The least and the gravest severity of findings.
    pub severity: [Severity; 2],
    /// The class of risk in the sense of the DSA guidelines.
    pub risk_class: RiskClass,
    /// The words of others for it.
    pub mappings: Vec<Mapping>,
    /// Files of the repository and commands that give the measured error rate, besides
    /// what the classifier's evaluation says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measured: Vec<String>,
}

/// The word of another vocabulary for one of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// Whose vocabulary.
    pub standard: Standard,
    /// The word there.
    pub value: String,
    /// How it relates to ours.
    pub relation: Relation,
    /// Where the two differ; there unless the relation is `exact`, or `broader` says it all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

slugs! {
    /// What an outside word is, compared with ours (mapping relations of SKOS, W3C 2009).
    Relation {
        /// The same.
        Exact = "exact",
        /// It covers more.
        Broader = "broader",
        /// It covers less.
        Narrower = "narrower",
        /// It is near, neither more nor less.
        Related = "related",
    }
}

slugs! {
    /// Classes of risk to minors in the European Commission's guidelines on Article 28 DSA (2025).
    RiskClass {
        /// What a child sees.
        Content = "content",
        /// What a child or its peers do.
        Conduct = "conduct",
        /// Who meets a child.
        Contact = "contact",
        /// What a child is sold.
        Consumer = "consumer",
        /// Risks across the others, such as to health and privacy.
        CrossCutting = "cross_cutting",
    }
}

slugs! {
    /// Vocabularies that the table maps to; `models/taxonomy/outside.toml` lists their words.
    Standard {
        /// CAC ontology, groomingStage.
        CacStage = "cac_stage",
        /// CAC ontology, behaviorType.
        CacBehavior = "cac_behavior",
        /// CyberTipline API, incidentType.
        NcmecIncident = "ncmec_incident",
        /// CyberTipline API, reportAnnotations.
        NcmecAnnotation = "ncmec_annotation",
        /// CyberTipline API, industryClassification: a reviewer's judgement.
        NcmecIndustry = "ncmec_industry",
        /// Hive and Thorn, classes of child exploitation in text.
        HiveThorn = "hive_thorn",
        /// MLCommons AILuminate, hazards.
        Ailuminate = "ailuminate",
        /// Azure AI Content Safety, categories.
        Azure = "azure",
        /// OpenAI moderation, categories.
        OpenaiModeration = "openai_moderation",
        /// INHOPE Universal Classification Schema: a hotline's judgement.
        Inhope = "inhope",
    }
}

slugs! {
    /// Who may state a word of a vocabulary.
    FilledBy {
        /// A program may propose it.
        Software = "software",
        /// Only a human reviewer.
        People = "people",
    }
}

/// A vocabulary of others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// What it is called.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where it is written down.
    pub source: String,
    /// Who may state its words.
    pub filled_by: FilledBy,
    /// Whether `values` are all words of it.
    pub complete: bool,
    /// Its words, as far as a mapping may name them.
    pub values: Vec<String>,
}

/// A publication, of `models/lexicon/sources.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title.
    pub title: String,
    /// Who wrote it.
    pub authors: String,
    /// When.
    pub year: u16,
    /// What it gives grounds for.
    pub grounds: String,
}
