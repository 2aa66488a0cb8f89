//! Drafts of reports, made when a person asks for one, filed by nobody but people.
//!
//! The vocabulary is that of the NCMEC CyberTipline. A draft says of every value whether it was
//! derived, and from what; what findings cannot carry is left to a reviewer, with the reason.

use std::collections::BTreeMap;

use serde::Serialize;
use thiserror::Error;

use super::attachment::{Attachment, IndustryClassification};
use super::calendar::rfc3339;
use super::hints::{self, Annotation, IncidentType, Observation};
use super::redact::Redactor;
use crate::assessment::Assessment;
use crate::error::ContactsError;
use crate::message::Role;
use crate::taxonomy::slugs;

const SCHEMA_VERSION: u32 = 1;
/// Files that a draft may name.
const MAX_ATTACHMENTS: usize = 100;
/// Messages whose text may be included.
const MAX_MESSAGES: usize = 200;
/// Characters of a statement or a message that are kept.
const MAX_CHARACTERS: usize = 8000;
/// Bytes of a text that are read.
const MAX_READ: usize = 64 << 10;
/// Names of people that are kept.
const MAX_PEOPLE: usize = 20;

slugs! {
    /// Who asks for a draft.
    PersonRole {
        /// The child.
        Child = "child",
        /// A parent or guardian.
        Guardian = "guardian",
        /// Somebody whose task it is to review.
        Reviewer = "reviewer",
        /// A person at the host.
        Host = "host",
    }
}

/// That a person asked for a draft. There is no draft without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonRequest {
    /// Who.
    pub role: PersonRole,
    /// When, in milliseconds since 1970-01-01T00:00Z.
    pub time: i64,
}

/// Personal data that a draft leaves out unless it is included on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Include {
    /// Text of the other side's messages that the policy acted upon; of the child's own only if
    /// the child asks. Contacts in it are taken out.
    pub messages: bool,
    /// Names of the other side.
    pub people: bool,
    /// Names of attached files.
    pub file_names: bool,
    /// Contacts in statement and messages.
    pub contacts: bool,
}

/// What was said in a message, and by whom; it goes into a draft only where it is included.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    /// Which side.
    pub role: Role,
    /// The sender's name.
    pub from: &'a str,
    /// The text.
    pub text: &'a str,
}

/// A value, whether it was derived from findings, and from which behaviours and reason codes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// Whether Himaya derived it; else a person gave it.
    pub derived: bool,
    /// What it rests on.
    pub from: Vec<String>,
}

impl<T> Fact<T> {
    const fn derived(value: T, from: Vec<String>) -> Self {
        Self { value, derived: true, from }
    }

    fn stated(value: T, by: PersonRole) -> Self {
        Self { value, derived: false, from: vec![by.to_string()] }
    }
}

/// A field that a reviewer has to fill, or to leave empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The field.
    pub field: String,
    /// Whether a report needs it.
    pub mandatory: bool,
    /// Why it is not set.
    pub why: &'static str,
    /// What was found that may bear upon it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<String>,
}

/// Why something cannot go into a draft.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum DraftError {
    /// Only a reviewer may.
    #[error("{field} is a reviewer's judgement; the draft was asked for by the role `{role}`")]
    OnlyReviewer {
        /// The field.
        field: &'static str,
        /// Who asked.
        role: PersonRole,
    },
    /// No such attachment.
    #[error("there is no attachment {0}; they are counted from 0, in the order of attaching")]
    NoAttachment(usize),
    /// Too many files.
    #[error("more than {MAX_ATTACHMENTS} attachments; make another draft")]
    TooManyAttachments,
    /// The list of contact services cannot be used.
    #[error("contact services: {0}")]
    Contacts(#[from] ContactsError),
}

/// A report as a person may file it. This library has no means of sending it.
#[derive(Debug)]
pub struct ReportDraft {
    request: PersonRequest,
    include: Include,
    redactor: Redactor,
    observations: Vec<Observation>,
    incident_time: Option<i64>,
    annotations: BTreeMap<Annotation, bool>,
    statement: Option<Text>,
    messages: Vec<Message>,
    people: Vec<Text>,
    attachments: Vec<Attachment>,
    withheld: bool,
}

/// A text that `Debug` hides.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
struct Text(String);

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} bytes>", self.0.len())
    }
}

#[derive(Clone, Debug, Serialize)]
struct Message {
    role: Role,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    text: Text,
}

impl ReportDraft {
    /// An empty draft, because a person asked for it.
    ///
    /// # Errors
    /// None that the shipped list of contact services can cause.
    pub fn new(request: PersonRequest, include: Include) -> Result<Self, DraftError> {
        Ok(Self {
            request,
            include,
            redactor: Redactor::new()?,
            observations: Vec::new(),
            incident_time: None,
            annotations: BTreeMap::new(),
            statement: None,
            messages: Vec::new(),
            people: Vec::new(),
            attachments: Vec::new(),
            withheld: false,
        })
    }

    /// Adds what was found in a message, picture or stream. `time` in milliseconds since
    /// 1970-01-01T00:00Z, `None` where the clock is not tied to a date. Text and name of `said`
    /// go in only where they are included, and only of what the policy acted upon.
    pub fn observe(&mut self, assessment: &Assessment, time: Option<i64>, said: Option<Said<'_>>) {
        hints::observe(&mut self.observations, assessment, time);
        let Some(Said { role, from, text }) = said.filter(|_| assessment.is_actionable()) else {
            return;
        };
        let name = (role == Role::Counterpart && self.include.people && !from.is_empty())
            .then(|| Text(shortened(from)));
        if let Some(name) = &name
            && self.people.len() < MAX_PEOPLE
            && !self.people.contains(name)
        {
            self.people.push(name.clone());
        }
        if !self.include.messages || self.messages.len() >= MAX_MESSAGES {
            return;
        }
        if role == Role::Protected && self.request.role != PersonRole::Child {
            self.withheld = true;
            return;
        }
        let text = self.cleaned(text);
        self.messages.push(Message { role, from: name, time: time.and_then(rfc3339), text });
    }

    /// When it happened, as a person says, in milliseconds since 1970-01-01T00:00Z.
    pub fn incident_time(&mut self, time: i64) {
        self.incident_time = Some(time);
    }

    /// What the person wants to say. Contacts in it are taken out unless they are included.
    pub fn statement(&mut self, text: &str) {
        self.statement = Some(self.cleaned(text));
    }

    /// What a person states that findings cannot carry, such as that both sides are minors.
    pub fn annotate(&mut self, annotation: Annotation, holds: bool) {
        self.annotations.insert(annotation, holds);
    }

    /// Attaches the hashes of a file that the person chose: SHA-256, and PDQ of a picture (with
    /// the feature `decode`). Gives its number.
    ///
    /// # Errors
    /// When there are 100 already.
    pub fn attach(&mut self, bytes: &[u8], name: Option<&str>) -> Result<usize, DraftError> {
        let number = self.attachments.len();
        if number >= MAX_ATTACHMENTS {
            return Err(DraftError::TooManyAttachments);
        }
        let name = name.filter(|_| self.include.file_names);
        self.attachments.push(Attachment::new(bytes, name));
        Ok(number)
    }

    /// Sets a reviewer's judgement of an attachment.
    ///
    /// # Errors
    /// When it was not a reviewer who asked for the draft, or there is no such attachment.
    pub fn classify(
        &mut self,
        attachment: usize,
        classification: IndustryClassification,
    ) -> Result<(), DraftError> {
        let role = self.request.role;
        if role != PersonRole::Reviewer {
            return Err(DraftError::OnlyReviewer { field: "industryClassification", role });
        }
        let file = self.attachments.get_mut(attachment);
        file.ok_or(DraftError::NoAttachment(attachment))?.classification = Some(classification);
        Ok(())
    }

    fn cleaned(&self, text: &str) -> Text {
        if self.include.contacts {
            return Text(shortened(text));
        }
        Text(shortened(&self.redactor.redact(cut_between_words(text))))
    }

    /// The draft as JSON (`docs/schemas/report-draft.schema.json`).
    pub fn to_json(&self) -> String {
        // Strings and numbers: nothing that could fail.
        serde_json::to_string_pretty(&self.form()).unwrap_or_default()
    }

    fn form(&self) -> Form<'_> {
        let by = self.request.role;
        let incident_type = hints::incident_type(&self.observations)
            .map(|(incident, grounds)| Fact::derived(incident, unique(grounds)));
        let began = self.observations.iter().filter(|seen| seen.acts());
        let incident_time = match self.incident_time {
            Some(time) => rfc3339(time).map(|time| Fact::stated(time, by)),
            None => began
                .filter_map(Observation::began)
                .min()
                .and_then(rfc3339)
                .map(|time| Fact::derived(time, vec!["first_finding_acted_upon".to_owned()])),
        };
        let mut annotations: BTreeMap<Annotation, Fact<bool>> = self
            .annotations
            .iter()
            .map(|(annotation, holds)| (*annotation, Fact::stated(*holds, by)))
            .collect();
        if let Some(grounds) = hints::sextortion(&self.observations) {
            let derived = Fact::derived(true, unique(grounds));
            annotations.entry(Annotation::Sextortion).or_insert(derived);
        }
        let left_to_reviewer = self.left(&incident_type, &incident_time, &annotations);
        Form {
            schema_version: SCHEMA_VERSION,
            status: "draft",
            filed: false,
            requested: Requested { by, at: rfc3339(self.request.time) },
            himaya_version: env!("CARGO_PKG_VERSION"),
            incident_summary: Summary { incident_type, incident_time, annotations },
            additional_info: self.statement.as_ref().map(|text| Fact::stated(text, by)),
            people: self.people.iter().map(|name| Fact::stated(name, by)).collect(),
            messages: self.messages.iter().map(|said| Fact::stated(said, by)).collect(),
            observations: self
                .observations
                .iter()
                .map(|seen| Fact::derived(seen, unique(seen.grounds())))
                .collect(),
            file_details: self.attachments.iter().map(|file| Fact::stated(file, by)).collect(),
            left_to_reviewer,
        }
    }

    fn left(
        &self,
        incident_type: &Option<Fact<IncidentType>>,
        incident_time: &Option<Fact<String>>,
        annotations: &BTreeMap<Annotation, Fact<bool>>,
    ) -> Vec<LeftOut> {
        let mut left = Vec::new();
        let mut leave = |field: &str, mandatory, why, seen| {
            left.push(LeftOut { field: field.to_owned(), mandatory, why, seen: unique(seen) });
        };
        if incident_type.is_none() {
            let why = "the policy acted upon no grooming and no blackmail; other kinds of incident are a person's judgement";
            leave("incidentSummary.incidentType", true, why, Vec::new());
        }
        if incident_time.is_none() {
            let why = "no time is known: the clock of what was looked at is not tied to a date";
            leave("incidentSummary.incidentDateTime", true, why, Vec::new());
        }
        leave(
            "incidentSummary.escalateToHighPriority",
            false,
            "whether a child is in danger now only a person can say; if so, call the emergency number first",
            Vec::new(),
        );
        for annotation in Annotation::ALL.iter().filter(|kind| !annotations.contains_key(kind)) {
            let why = match annotation {
                Annotation::Sextortion => "the policy acted upon no blackmail",
                Annotation::CsamSolicitation => {
                    "asking for a picture is no proof of what kind of picture was meant"
                }
                Annotation::MinorToMinorInteraction => {
                    "the age of the other side is unknown; only a person who knows can state it"
                }
                Annotation::Spam => "whether it was sent to many is not looked at",
                Annotation::SadisticOnlineExploitation => {
                    "pressure to do harm may have many grounds; the pattern is a person's judgement"
                }
            };
            let seen = hints::seen_for(*annotation, &self.observations);
            leave(&format!("incidentSummary.reportAnnotations.{annotation}"), false, why, seen);
        }
        for (field, why) in [
            ("reporter", "who reports fills this in where they file"),
            ("personOrUserReported", "Himaya keeps no accounts and no addresses of anybody"),
            ("victim", "Himaya keeps no data on the child"),
        ] {
            leave(field, false, why, Vec::new());
        }
        if self.attachments.iter().any(|file| file.classification.is_none()) {
            let why = "how old somebody is and what a picture shows is a reviewer's judgement";
            leave("fileDetails.industryClassification", false, why, Vec::new());
        }
        if !self.attachments.is_empty() {
            let why = "what a picture shows is a reviewer's judgement";
            leave("fileDetails.fileAnnotations", false, why, Vec::new());
        }
        if self.withheld {
            let why = "the child's own words go into a draft only if the child asks for it";
            leave("messages", false, why, Vec::new());
        }
        left
    }
}

/// So much that redacting it takes no long time. Not within a word: half a number would not be
/// recognised as one.
fn cut_between_words(text: &str) -> &str {
    if text.len() <= MAX_READ {
        return text;
    }
    let cut = text.get(..text.floor_char_boundary(MAX_READ)).unwrap_or("");
    let last = cut.rfind(|c: char| c.is_alphabetic() && !c.is_numeric()).unwrap_or(0);
    cut.get(..last).unwrap_or("")
}

fn shortened(text: &str) -> String {
    text.chars().take(MAX_CHARACTERS).collect()
}

/// Each once, in the order of the first.
fn unique(names: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    names.into_iter().filter(|name| seen.insert(name.clone())).collect()
}

#[derive(Serialize)]
struct Form<'a> {
    schema_version: u32,
    status: &'static str,
    filed: bool,
    requested: Requested,
    himaya_version: &'static str,
    #[serde(rename = "incidentSummary")]
    incident_summary: Summary,
    #[serde(rename = "additionalInfo", skip_serializing_if = "Option::is_none")]
    additional_info: Option<Fact<&'a Text>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<Fact<&'a Text>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    messages: Vec<Fact<&'a Message>>,
    observations: Vec<Fact<&'a Observation>>,
    #[serde(rename = "fileDetails")]
    file_details: Vec<Fact<&'a Attachment>>,
    left_to_reviewer: Vec<LeftOut>,
}

#[derive(Serialize)]
struct Requested {
    by: PersonRole,
    at: Option<String>,
}

#[derive(Serialize)]
struct Summary {
    #[serde(rename = "incidentType", skip_serializing_if = "Option::is_none")]
    incident_type: Option<Fact<IncidentType>>,
    #[serde(rename = "incidentDateTime", skip_serializing_if = "Option::is_none")]
    incident_time: Option<Fact<String>>,
    #[serde(rename = "reportAnnotations")]
    annotations: BTreeMap<Annotation, Fact<bool>>,
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::ledger::tests::{MONDAY, THREAT, guard};
    use super::*;

    fn draft(role: PersonRole, include: Include) -> ReportDraft {
        ReportDraft::new(PersonRequest { role, time: MONDAY }, include).unwrap()
    }

    fn json(draft: &ReportDraft) -> Value {
        serde_json::from_str(&draft.to_json()).unwrap()
    }

    fn left(draft: &ReportDraft) -> Vec<String> {
        draft.form().left_to_reviewer.into_iter().map(|left| left.field).collect()
    }

    const SAID: &str = "CANARY pay me or i send your pics to everyone, call 07700 900123";

    fn said(role: Role) -> Option<Said<'static>> {
        Some(Said { role, from: "CANARYNAME", text: SAID })
    }

    #[test]
    fn what_the_policy_acted_upon_is_derived_with_its_grounds() {
        let mut draft = draft(PersonRole::Guardian, Include::default());
        draft.observe(&guard().assess_message(THREAT), Some(MONDAY), None);
        let json = json(&draft);
        let summary = &json["incidentSummary"];
        let enticement = "Online Enticement of Children for Sexual Acts";
        assert_eq!(summary["incidentType"]["value"], enticement);
        assert_eq!(summary["incidentDateTime"]["value"], "2026-11-23T00:00:00Z");
        let sextortion = &summary["reportAnnotations"]["sextortion"];
        assert_eq!((&sextortion["value"], &sextortion["derived"]), (&true.into(), &true.into()));
        assert!(sextortion["from"].as_array().unwrap().contains(&"threat_sextortion".into()));
        assert_eq!(summary["reportAnnotations"].as_object().unwrap().len(), 1);
        assert_eq!((&json["filed"], &json["status"]), (&false.into(), &"draft".into()));
    }

    #[test]
    fn what_findings_cannot_carry_is_left_to_a_reviewer() {
        let mut draft = draft(PersonRole::Child, Include::default());
        draft.observe(&guard().assess_message("send me a selfie"), None, None);
        assert!(json(&draft)["incidentSummary"].get("incidentType").is_none());
        let left = left(&draft);
        for field in ["incidentType", "incidentDateTime", "reportAnnotations.sextortion"] {
            assert!(left.iter().any(|name| name.ends_with(field)), "{field}");
        }
        let form = draft.form();
        let asked = form.left_to_reviewer.iter().find(|left| left.field.ends_with("Solicitation"));
        assert!(asked.unwrap().seen.contains(&"photo_request".to_owned()));
        let mandatory = form.left_to_reviewer.iter().filter(|left| left.mandatory).count();
        assert_eq!(mandatory, 2);
    }

    #[test]
    fn that_both_are_minors_only_a_person_states() {
        let mut draft = draft(PersonRole::Guardian, Include::default());
        draft.observe(&guard().assess_message(THREAT), None, None);
        assert!(left(&draft).iter().any(|name| name.ends_with("minorToMinorInteraction")));
        draft.annotate(Annotation::MinorToMinorInteraction, true);
        let annotations = &json(&draft)["incidentSummary"]["reportAnnotations"];
        assert_eq!(annotations["minorToMinorInteraction"]["derived"], false);
    }

    #[test]
    fn a_picture_is_classified_by_reviewers_alone() {
        let mut guardian = draft(PersonRole::Guardian, Include::default());
        let file = guardian.attach(b"bytes", Some("CANARY.jpg")).unwrap();
        let error = guardian.classify(file, IndustryClassification::B2).unwrap_err();
        assert!(matches!(error, DraftError::OnlyReviewer { .. }), "{error}");
        let mut reviewer = draft(PersonRole::Reviewer, Include::default());
        let file = reviewer.attach(b"bytes", None).unwrap();
        reviewer.classify(file, IndustryClassification::B2).unwrap();
        let missing = reviewer.classify(7, IndustryClassification::B2);
        assert_eq!(missing, Err(DraftError::NoAttachment(7)));
        assert_eq!(json(&reviewer)["fileDetails"][0]["value"]["industryClassification"], "B2");
        assert!(!guardian.to_json().contains("CANARY"));
    }

    #[test]
    fn personal_data_goes_in_on_purpose_only() {
        let threat = guard().assess_message(THREAT);
        let written = |role, include| {
            let mut draft = draft(role, include);
            draft.observe(&threat, Some(MONDAY), said(Role::Counterpart));
            draft.statement("my number is 07700 900123, thank you");
            let shown = format!("{draft:?}");
            assert!(!shown.contains("CANARY") && !shown.contains("thank you"), "{shown}");
            draft.to_json()
        };
        let nothing = written(PersonRole::Guardian, Include::default());
        assert!(!nothing.contains("CANARY") && !nothing.contains("900123"), "{nothing}");
        assert!(nothing.contains("[redacted: phone]") || nothing.contains("[redacted: number]"));
        let people = Include { people: true, ..Include::default() };
        let people = written(PersonRole::Guardian, people);
        assert!(people.contains("CANARYNAME") && !people.contains("CANARY pay"));
        let messages = Include { messages: true, ..Include::default() };
        let messages = written(PersonRole::Guardian, messages);
        assert!(messages.contains("CANARY pay") && !messages.contains("CANARYNAME"));
        assert!(!messages.contains("900123"), "contacts stay out");
        let all = Include { messages: true, people: true, file_names: true, contacts: true };
        assert!(written(PersonRole::Child, all).contains("07700 900123"));
    }

    #[test]
    fn the_childs_own_words_go_in_only_if_the_child_asks() {
        let threat = guard().assess_message(THREAT);
        let include = Include { messages: true, ..Include::default() };
        for (role, included) in [(PersonRole::Guardian, false), (PersonRole::Child, true)] {
            let mut draft = draft(role, include);
            draft.observe(&threat, None, said(Role::Protected));
            assert_eq!(draft.to_json().contains("CANARY"), included, "{role}");
            assert_eq!(left(&draft).contains(&"messages".to_owned()), !included);
        }
    }

    #[test]
    fn memory_is_bounded() {
        let threat = guard().assess_message(THREAT);
        let include = Include { messages: true, people: true, ..Include::default() };
        let mut draft = draft(PersonRole::Child, include);
        for number in 0..300 {
            let from = number.to_string();
            let said = Said { role: Role::Counterpart, from: &from, text: "x" };
            draft.observe(&threat, None, Some(said));
        }
        assert_eq!((draft.messages.len(), draft.people.len()), (MAX_MESSAGES, MAX_PEOPLE));
        for _ in 0..MAX_ATTACHMENTS {
            draft.attach(b"", None).unwrap();
        }
        assert_eq!(draft.attach(b"", None), Err(DraftError::TooManyAttachments));
        draft.statement(&"y 07700 900123 ".repeat(100_000));
        assert!(draft.to_json().len() < 1 << 20);
    }
}
