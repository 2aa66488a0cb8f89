//! Lists of help services as people write them.

use std::collections::{BTreeMap, BTreeSet};

use linkify::{LinkFinder, LinkKind};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;
use toml::value::{Date, Datetime};

use super::{HelpAges, HelpAudience, HelpService, Verified};
use crate::data;

const SCHEMA_VERSION: u32 = 1;
/// The country of services that serve many.
pub(super) const INTERNATIONAL: &str = "INT";
/// Bytes of the longest list that is read.
const MAX_BYTES: usize = 4 << 20;
/// Characters of the longest field.
const MAX_FIELD: usize = 300;
/// Digits that a number may have (ITU-T E.164 allows 15, with a prefix for abroad).
const MAX_DIGITS: usize = 18;

/// Why a list of help services cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HelpServicesError {
    /// Not TOML, or not the fields of such a list.
    #[error("line {line}: {message}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// Longer than any such list.
    #[error("the list has more than {MAX_BYTES} bytes; split it and use `extend`")]
    TooLarge,
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// A row does not hold.
    #[error("row {row} (`{id}`), {field}: {problem}")]
    Row {
        /// Row, from 1.
        row: usize,
        /// Its `id`, at most 40 characters.
        id: String,
        /// The field.
        field: &'static str,
        /// What is wrong, and what would be right.
        problem: &'static str,
    },
    /// A confirmation of a service that there is not.
    #[error("there is no service `{0}` to confirm")]
    UnknownService(String),
}

impl HelpServicesError {
    /// What is wrong and where, without any word of the list: for lists that others wrote.
    #[cfg(feature = "updates")]
    pub(crate) fn without_words(&self) -> String {
        match self {
            Self::Syntax { line, .. } => {
                format!("line {line}: no field or value of a list of help services")
            }
            Self::Row { row, field, problem, .. } => format!("row {row}, {field}: {problem}"),
            Self::UnknownService(_) => "there is no such service to confirm".to_owned(),
            Self::TooLarge | Self::SchemaVersion(_) => self.to_string(),
        }
    }

    pub(super) fn unknown_service(id: &str) -> Self {
        Self::UnknownService(shortened(id))
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServicesFile {
    schema_version: u32,
    #[serde(rename = "version")]
    _version: String,
    #[serde(default)]
    services: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    country: String,
    audience: HelpAudience,
    name: String,
    ages: Option<HelpAges>,
    phone: Option<String>,
    url: Option<String>,
    languages: Vec<String>,
    hours: Option<String>,
    source_title: String,
    source_url: String,
    source_date: Option<String>,
    verified: NeverOrDate,
    doubtful: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum NeverOrDate {
    Date(Datetime),
    Word(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Confirmations {
    confirmed: BTreeMap<String, Datetime>,
}

pub(super) fn services(text: &str) -> Result<Vec<HelpService>, HelpServicesError> {
    let file: ServicesFile = parse(text)?;
    if file.schema_version != SCHEMA_VERSION {
        return Err(HelpServicesError::SchemaVersion(file.schema_version));
    }
    let mut ids = BTreeSet::new();
    let mut ways = BTreeSet::new();
    let mut services = Vec::new();
    for (index, row) in file.services.into_iter().enumerate() {
        let id = shortened(&row.id);
        let fails = |field, problem| HelpServicesError::Row { row: index + 1, id, field, problem };
        let service = match checked(row) {
            Ok(service) => service,
            Err((field, problem)) => return Err(fails(field, problem)),
        };
        if !ids.insert(service.id.clone()) {
            return Err(fails("id", "another row has it; ids are unique"));
        }
        let HelpService { country, audience, name, phone, url, .. } = &service;
        if !ways.insert((country.clone(), *audience, name.clone(), phone.clone(), url.clone())) {
            return Err(fails("name", "another row says the same; remove one"));
        }
        services.push(service);
    }
    Ok(services)
}

pub(super) fn confirmations(text: &str) -> Result<BTreeMap<String, String>, HelpServicesError> {
    let Confirmations { confirmed } = parse(text)?;
    let rows = confirmed.into_iter().enumerate().map(|(index, (id, date))| {
        let date = day(date).ok_or_else(|| HelpServicesError::Row {
            row: index + 1,
            id: shortened(&id),
            field: "date",
            problem: "give the day alone, as in 2026-11-30",
        })?;
        Ok((id, date))
    });
    rows.collect()
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, HelpServicesError> {
    if text.len() > MAX_BYTES {
        return Err(HelpServicesError::TooLarge);
    }
    data::parse(text).map_err(|(line, message)| HelpServicesError::Syntax { line, message })
}

/// A field and what is wrong with it.
type Problem = (&'static str, &'static str);

fn checked(row: Row) -> Result<HelpService, Problem> {
    let ensure = |holds: bool, field, problem| if holds { Ok(()) } else { Err((field, problem)) };
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    ensure(
        !row.id.is_empty() && row.id.len() <= 80 && row.id.chars().all(word),
        "id",
        "give up to 80 of a-z, 0-9, - and _",
    )?;
    ensure(
        row.country == INTERNATIONAL
            || (row.country.len() == 2 && row.country.chars().all(|c| c.is_ascii_uppercase())),
        "country",
        "give two capital letters (ISO 3166-1), or INT",
    )?;
    let texts = [
        ("name", Some(&row.name)),
        ("hours", row.hours.as_ref()),
        ("source_title", Some(&row.source_title)),
        ("doubtful", row.doubtful.as_ref()),
    ];
    for (field, text) in texts {
        let Some(text) = text else { continue };
        ensure(!text.trim().is_empty(), field, "it is empty; write it or leave the field out")?;
        let tame = text.chars().count() <= MAX_FIELD && !text.chars().any(char::is_control);
        ensure(tame, field, "give one line of at most 300 characters")?;
    }
    if let Some(phone) = &row.phone {
        ensure(is_phone(phone), "phone", "give digits, spaces and + - ( ), as one dials")?;
    }
    for (field, url) in [("url", row.url.as_ref()), ("source_url", Some(&row.source_url))] {
        let holds = url.is_none_or(|url| is_web_address(url));
        ensure(holds, field, "give a whole address, https://…")?;
    }
    let code =
        |code: &String| matches!(code.len(), 2 | 3) && code.chars().all(|c| c.is_ascii_lowercase());
    ensure(
        row.languages.iter().all(code),
        "languages",
        "give ISO 639 codes, as in [\"ar\", \"fr\"]",
    )?;
    let date = row.source_date.as_deref();
    ensure(
        date.is_none_or(is_year_month_or_day),
        "source_date",
        "give year, month or day, as in \"2026\", \"2026-11\", \"2026-11-30\"",
    )?;
    ensure(
        row.phone.is_some() || row.url.is_some() || row.doubtful.is_some(),
        "phone",
        "give a phone number or a web address: nobody can reach the service",
    )?;
    let verified = match row.verified {
        NeverOrDate::Word(word) if word == "never" => Some(Verified::Never),
        NeverOrDate::Word(_) => None,
        NeverOrDate::Date(date) => day(date).map(Verified::On),
    };
    let verified = verified
        .ok_or(("verified", "give \"never\", or a day without quotes, as in 2026-11-30"))?;
    ensure(
        verified == Verified::Never || row.doubtful.is_none(),
        "doubtful",
        "a row that was confirmed is not doubtful; remove one of the two",
    )?;
    Ok(HelpService {
        id: row.id,
        country: row.country,
        audience: row.audience,
        name: row.name,
        ages: row.ages,
        phone: row.phone,
        url: row.url,
        languages: row.languages,
        hours: row.hours,
        source_title: row.source_title,
        source_url: row.source_url,
        source_date: row.source_date,
        verified,
        doubtful: row.doubtful,
    })
}

fn is_phone(phone: &str) -> bool {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let usual = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '(' | ')');
    (2..=MAX_DIGITS).contains(&digits)
        && phone.chars().all(usual)
        && phone.rfind('+').is_none_or(|at| at == 0)
        && phone.trim() == phone
}

/// An address of the web, all of it, that leads to a host by name and to nobody's account.
fn is_web_address(url: &str) -> bool {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let whole = finder.links(url).next().is_some_and(|link| link.as_str() == url);
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    whole && url.len() <= 2 * MAX_FIELD && host.contains('.') && !host.contains('@')
}

/// The day of a date that has no time.
fn day(date: Datetime) -> Option<String> {
    match date {
        Datetime { date: Some(day), time: None, offset: None } => Some(day.to_string()),
        _ => None,
    }
}

fn is_year_month_or_day(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    whole.parse::<Datetime>().is_ok_and(|date| {
        matches!(date, Datetime { date: Some(Date { .. }), time: None, offset: None })
    })
}
