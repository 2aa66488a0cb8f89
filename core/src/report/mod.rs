//! Accountability: what a host can count, contest, publish and hand to a person who reports.
//!
//! A [`Ledger`] holds counts of assessments, never content. A [`TransparencyReport`] is made of
//! it, for people (one HTML page) and programs (JSON), with the method and its measured errors
//! written out. A [`ReportDraft`] is what a person may ask for who wants to report something;
//! nothing here sends anything.

mod attachment;
mod calendar;
mod chart;
mod contest;
mod draft;
mod hints;
mod ledger;
mod noise;
mod page;
mod rates;
mod redact;
mod request;
mod shared;
mod stored;
mod suppress;
mod tally;
mod transparency;
mod words;

pub use attachment::{Attachment, IndustryClassification};
pub use calendar::{Day, Week, WeekError};
pub use contest::{ContestError, ContestReason, Contested};
pub use draft::{DraftError, Fact, Include, LeftOut, PersonRequest, PersonRole, ReportDraft, Said};
pub use hints::{Annotation, IncidentType, Observation};
pub use ledger::{AssessmentId, AssessmentIdError, Ledger};
pub use noise::{Epsilon, EpsilonError, RandomError, RandomSource, SystemRandom};
pub use rates::{ErrorRate, Measured, RatesError};
pub use redact::Redactor;
pub use request::{ReportRequest, Sharing};
pub use shared::{DifferentialPrivacy, ShareError};
pub use stored::LedgerError;
pub use suppress::Suppression;
pub use tally::{Count, Counts, Share, Tally};
pub use transparency::{
    LeniencyInForce, MergeError, Methodology, Period, Shares, TransparencyError, TransparencyReport,
};
