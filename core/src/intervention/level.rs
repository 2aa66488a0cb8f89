//! How much is said when something is found.

use crate::taxonomy::slugs;

slugs! {
    /// How much is said when something is found, after Apple's SensitiveContentAnalysis.
    InterventionLevel {
        /// Nothing: the host speaks for itself.
        Disabled = "disabled",
        /// What is going on, and one thing to do.
        Simple = "simple",
        /// Also why, and what it means.
        Descriptive = "descriptive",
    }
}
