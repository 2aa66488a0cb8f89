//! The words in which Himaya speaks of what it found, and what each of them means.
//!
//! `words` declares them and which belongs to which; [`Taxonomy`] is the table behind them
//! (`models/taxonomy/`): definitions, limits, publications, and the words of others.

mod entry;
mod error;
#[cfg(feature = "text-model")]
mod measured;
mod reason;
mod table;
mod words;

pub use entry::{
    Entry, FilledBy, Mapping, Relation, RiskClass, Source, Standard, Subject, Vocabulary,
};
pub use error::{TaxonomyError, TaxonomyErrorKind};
#[cfg(feature = "text-model")]
pub use measured::{LanguageRates, Measured, MeasuredError, OrdinaryRates, Rate};
pub use reason::{Reason, ReasonKind};
pub use table::{Taxonomy, TaxonomyFile, TaxonomySources};
pub(crate) use words::slugs;
pub use words::{Behavior, Category, Direction, Stage};
