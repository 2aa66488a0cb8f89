//! How much people are told.

use crate::taxonomy::slugs;

slugs! {
    /// How much people are told when something is found, as in Apple's SensitiveContentAnalysis.
    #[derive(Default)]
    InterventionLevel {
        /// Nothing is done and nothing is said; what was found is still in the assessment.
        Disabled = "disabled",
        /// What is going on, and one thing to do.
        Simple = "simple",
        /// Also why, and what it means.
        #[default]
        Descriptive = "descriptive",
    }
}
