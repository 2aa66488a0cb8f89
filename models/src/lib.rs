//! The artefacts of the Himaya child-safety filter, and nothing that decides.
//!
//! Rules, policies and weights are text that a domain expert can edit; the picture model is
//! rebuilt bit for bit by `models/training/image`, the text classifier by `models/training/text`.

#![forbid(unsafe_code)]

mod text_file;

pub use text_file::TextFile;
#[cfg(not(target_family = "wasm"))]
pub use text_file::unpack;

// Lists of files are statics: constants would lie in a library once for each place that reads them.

/// Indicator rules, one file a language.
pub mod lexicon {
    /// Version of the rules as a whole (year and month).
    pub const VERSION: &str = "2026.11";
    /// `<lang>.toml`: path and text of each file.
    pub static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/lexicon_files.rs"));
    /// The bibliography: path and text.
    pub const BIBLIOGRAPHY: (&str, &str) =
        ("models/lexicon/sources.toml", include_str!("../lexicon/sources.toml"));
}

/// Phone regions and services by which people are reached.
pub mod contact {
    /// Path and text of the list.
    pub const SERVICES: (&str, &str) =
        ("models/contact/services.toml", include_str!("../contact/services.toml"));
}

/// Weights of the conversation engine.
pub mod conversation {
    use crate::TextFile;

    /// The weights.
    pub static WEIGHTS: TextFile = include!(concat!(env!("OUT_DIR"), "/weights_file.rs"));
}

/// What people are told, one Fluent file a language.
pub mod messages {
    use crate::TextFile;

    /// Each file, by its BCP 47 code.
    pub static FILES: &[TextFile] = include!(concat!(env!("OUT_DIR"), "/messages_files.rs"));
}

/// What every category, behaviour, stage and reason code means, and the words of others for it.
pub mod taxonomy {
    use crate::TextFile;

    /// Categories.
    pub static CATEGORIES: TextFile = include!(concat!(env!("OUT_DIR"), "/categories_file.rs"));
    /// Behaviours.
    pub static BEHAVIORS: TextFile = include!(concat!(env!("OUT_DIR"), "/behaviors_file.rs"));
    /// Stages.
    pub static STAGES: TextFile = include!(concat!(env!("OUT_DIR"), "/stages_file.rs"));
    /// Reason codes.
    pub static REASONS: TextFile = include!(concat!(env!("OUT_DIR"), "/reasons_file.rs"));
    /// Vocabularies of others.
    pub static OUTSIDE: TextFile = include!(concat!(env!("OUT_DIR"), "/outside_file.rs"));
}

/// Frameworks of safety by design, and what is asked to measure a service by them.
pub mod assess {
    /// The questions and facts: path and text.
    pub const QUESTIONS: (&str, &str) =
        ("models/assess/questions.toml", include_str!("../assess/questions.toml"));
    /// One file a framework: path and text of each.
    pub static FRAMEWORKS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/assess_files.rs"));
}

/// What transparency reports say besides counts.
pub mod report {
    use crate::TextFile;

    /// Measured error rates.
    pub static ERROR_RATES: TextFile = include!(concat!(env!("OUT_DIR"), "/error_rates_file.rs"));
    /// The page's words in each language (Project Fluent), by BCP 47 code.
    pub static PAGES: &[TextFile] = include!(concat!(env!("OUT_DIR"), "/report_files.rs"));
}

/// Whom to ask for help, by country.
pub mod help {
    use crate::TextFile;

    /// The list, by its path.
    pub static SERVICES: TextFile = include!(concat!(env!("OUT_DIR"), "/services_file.rs"));
}

/// What every update must still do.
pub mod update {
    use crate::TextFile;

    /// The probes.
    pub static SELF_TEST: TextFile = include!(concat!(env!("OUT_DIR"), "/self_test_file.rs"));
}

/// Policy presets.
pub mod policy {
    use crate::TextFile;

    /// What children up to 12 years start from.
    pub static CHILD: TextFile = include!(concat!(env!("OUT_DIR"), "/child_file.rs"));
    /// What teenagers start from.
    pub static TEEN: TextFile = include!(concat!(env!("OUT_DIR"), "/teen_file.rs"));
    /// What adults start from.
    pub static ADULT: TextFile = include!(concat!(env!("OUT_DIR"), "/adult_file.rs"));
    /// What schools start from on their devices.
    pub static SCHOOL: TextFile = include!(concat!(env!("OUT_DIR"), "/school_file.rs"));
}

/// The text classifier.
pub mod text {
    use crate::TextFile;

    /// `manifest.json` of the model: names, versions, SHA-256.
    pub const MANIFEST: &str = include_str!("../text/himaya-text-1/manifest.json");
    /// Input, outputs, fusion with the rules.
    pub static CONFIG: TextFile = include!(concat!(env!("OUT_DIR"), "/config_file.rs"));
    /// The model, ONNX (feature `text`).
    #[cfg(feature = "text")]
    pub const MODEL: &[u8] = include_bytes!("../text/himaya-text-1/model.onnx");
    /// What was measured of it.
    pub static EVALUATION: TextFile = include!(concat!(env!("OUT_DIR"), "/evaluation_file.rs"));
}

/// The picture model.
pub mod image {
    /// `manifest.json` of the model: names, versions, SHA-256.
    pub const MANIFEST: &str = include_str!("../image/mobilenet-v2-mid-4.4.0/manifest.json");
    /// Input, classes and class sums.
    pub const CONFIG: &str = include_str!("../image/mobilenet-v2-mid-4.4.0/config.json");
    /// The model, ONNX (feature `image`).
    #[cfg(feature = "image")]
    pub const MODEL: &[u8] = include_bytes!("../image/mobilenet-v2-mid-4.4.0/model.onnx");
    /// When a second model is asked and what its answer does: path and text.
    pub const SECOND_OPINION: (&str, &str) =
        ("models/image/second_opinion.toml", include_str!("../image/second_opinion.toml"));
    /// Models that can be built and used besides: path and text.
    pub const OPTIONAL: (&str, &str) =
        ("models/image/optional.toml", include_str!("../image/optional.toml"));
}
