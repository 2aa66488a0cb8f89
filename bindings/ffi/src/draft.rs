//! Drafts of reports, made when a person asks for one, sent by nobody but people.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use himaya::report as core;

use crate::assessment::Assessment;
use crate::error::DraftError;
use crate::fault::contained;
use crate::mirror::mirrored;
use crate::vocabulary::Role;

mirrored! {
    /// Who asks for a draft.
    PersonRole = himaya::report::PersonRole, else Guardian {
        /// The child.
        Child,
        /// A parent or guardian.
        Guardian,
        /// Somebody whose task it is to review.
        Reviewer,
        /// A person at the host.
        Host,
    }

    /// Annotations of a report, in the words of the CyberTipline.
    Annotation = himaya::report::Annotation, else Spam {
        /// Blackmail with pictures.
        Sextortion,
        /// Abuse material was asked for.
        CsamSolicitation,
        /// Both sides are minors.
        MinorToMinorInteraction,
        /// Sent to many.
        Spam,
        /// Pressed to hurt themselves or others.
        SadisticOnlineExploitation,
    }

    /// The industry classification of a picture, which only a person who reviews may give.
    IndustryClassification = himaya::report::IndustryClassification, else A1 {
        /// A1.
        A1,
        /// A2.
        A2,
        /// B1.
        B1,
        /// B2.
        B2,
    }
}

/// Personal data that a draft leaves out unless it is included on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct Include {
    /// Text of the other side's messages that the policy acted upon; of the child's own only if
    /// the child asks. Contacts in it are taken out.
    #[uniffi(default = false)]
    pub messages: bool,
    /// Names of the other side.
    #[uniffi(default = false)]
    pub people: bool,
    /// Names of attached files.
    #[uniffi(default = false)]
    pub file_names: bool,
    /// Contacts in statement and messages.
    #[uniffi(default = false)]
    pub contacts: bool,
}

impl From<Include> for core::Include {
    fn from(Include { messages, people, file_names, contacts }: Include) -> Self {
        Self { messages, people, file_names, contacts }
    }
}

/// What was said in a message, and by whom; it goes into a draft only where it is included.
#[derive(Clone, uniffi::Record)]
pub struct Said {
    /// Which side.
    pub role: Role,
    /// The sender's name.
    pub sender: String,
    /// The text.
    pub text: String,
}

/// A report as a person may file it. This library has no means of sending it. May be used on any
/// thread; calls wait for each other.
#[derive(uniffi::Object)]
pub struct ReportDraft {
    core: Mutex<core::ReportDraft>,
}

#[uniffi::export]
impl ReportDraft {
    /// An empty draft, because a person asked for it: who, and when (milliseconds since
    /// 1970-01-01T00:00Z). There is no draft without one.
    ///
    /// # Errors
    /// None unless the library is damaged.
    #[uniffi::constructor]
    pub fn new(
        requested_by: PersonRole,
        time: i64,
        include: Include,
    ) -> Result<Arc<Self>, DraftError> {
        let request = core::PersonRequest { role: requested_by.into(), time };
        let draft = core::ReportDraft::new(request, include.into())?;
        Ok(Arc::new(Self { core: Mutex::new(draft) }))
    }

    /// Adds what was found in a message, picture or stream. `time` in milliseconds since
    /// 1970-01-01T00:00Z, absent where the clock is not tied to a date. Text and name of `said` go
    /// in only where they are included, and only of what the policy acted upon.
    #[uniffi::method(default(time = None, said = None))]
    pub fn observe(&self, assessment: Assessment, time: Option<i64>, said: Option<Said>) {
        contained(|| {
            let said = said.as_ref().map(|Said { role, sender, text }| core::Said {
                role: (*role).into(),
                from: sender,
                text,
            });
            self.lock().observe(&assessment.into(), time, said);
        });
    }

    /// When it happened, as a person says, in milliseconds since 1970-01-01T00:00Z.
    pub fn incident_time(&self, time: i64) {
        self.lock().incident_time(time);
    }

    /// What the person wants to say. Contacts in it are taken out unless they are included.
    pub fn statement(&self, text: &str) {
        contained(|| self.lock().statement(text));
    }

    /// What a person states that findings cannot carry, such as that both sides are minors.
    pub fn annotate(&self, annotation: Annotation, holds: bool) {
        self.lock().annotate(annotation.into(), holds);
    }

    /// Attaches the hashes of a file that the person chose: SHA-256, and PDQ of a picture. Gives
    /// its number. The name goes in only where it is included.
    ///
    /// # Errors
    /// When there are 100 already.
    #[uniffi::method(default(name = None))]
    pub fn attach(&self, bytes: &[u8], name: Option<String>) -> Result<u32, DraftError> {
        let number = contained(|| self.lock().attach(bytes, name.as_deref()))?;
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// Sets a reviewer's judgement of an attachment.
    ///
    /// # Errors
    /// When it was not a reviewer who asked for the draft, or there is no such attachment.
    pub fn classify(
        &self,
        attachment: u32,
        classification: IndustryClassification,
    ) -> Result<(), DraftError> {
        Ok(self.lock().classify(attachment as usize, classification.into())?)
    }

    /// The draft as JSON (`docs/schemas/report-draft.schema.json`).
    pub fn to_json(&self) -> String {
        self.lock().to_json()
    }
}

impl ReportDraft {
    fn lock(&self) -> MutexGuard<'_, core::ReportDraft> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for ReportDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lock().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::core;
    use crate::mirror::complete;

    #[test]
    fn every_value_of_the_core_crosses() {
        complete::<core::PersonRole>();
        complete::<core::Annotation>();
        complete::<core::IndustryClassification>();
    }
}
