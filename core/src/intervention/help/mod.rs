//! Help services by country: whom a child, a guardian or somebody who wants to stop can ask.
//!
//! Emergency numbers are no part of it: the data that there is holds none, and none are guessed.

mod source;

use serde::Serialize;

use crate::policy::AgeBand;
use crate::taxonomy::{Category, slugs};

use super::reader::Reader;
pub use source::HelpServicesError;

slugs! {
    /// Whom a service is for.
    HelpAudience {
        /// Children and young people.
        Child = "child",
        /// Whoever reports abuse of children on the internet.
        ReportingHotline = "reporting_hotline",
        /// Whoever wants pictures of themselves taken down.
        ImageRemoval = "image_removal",
        /// Whoever fears to do, or does, harm to children and wants to stop.
        OffenderHelp = "offender_help",
    }
}

impl HelpAudience {
    /// Which services suit a reader of a notice, the most needed first.
    ///
    /// Somebody under age whose message was flagged is a child who needs somebody to talk to.
    pub fn suitable(reader: Reader, category: Category, age: Option<AgeBand>) -> &'static [Self] {
        use Category::{Coercion, Grooming, KnownImage, SensitiveImage, Sextortion};
        let minor = age.is_some_and(|age| age != AgeBand::Adult);
        match (reader, category) {
            (Reader::Author, _) if minor => &[Self::Child],
            (Reader::Author, Category::Bullying) => &[],
            (Reader::Author, _) => &[Self::OffenderHelp],
            (Reader::Approached, Sextortion) => &[Self::Child, Self::ImageRemoval],
            (Reader::Sending, SensitiveImage | KnownImage) => &[Self::Child, Self::ImageRemoval],
            (Reader::Guardian, Sextortion) => {
                &[Self::Child, Self::ReportingHotline, Self::ImageRemoval]
            }
            (Reader::Guardian, Grooming | Coercion | KnownImage) => {
                &[Self::Child, Self::ReportingHotline]
            }
            _ => &[Self::Child],
        }
    }
}

slugs! {
    /// For whom alone a service is.
    HelpAges {
        /// People under 18.
        Under18 = "under18",
        /// People of 18 years and older.
        Adults = "adults",
    }
}

/// Whether a person has confirmed what is written of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Nobody has.
    Never,
    /// On this day (`2026-11-30`).
    On(String),
}

impl Serialize for Verified {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Never => "never",
            Self::On(date) => date,
        })
    }
}

/// A way to reach a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach<'a> {
    /// A web address.
    Web(&'a str),
    /// A number, as dialled in the country.
    Phone(&'a str),
}

/// A service that helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HelpService {
    /// What the row is called: country, audience, number.
    pub id: String,
    /// ISO 3166-1 alpha-2, or `INT` where it serves many countries.
    pub country: String,
    /// Whom it is for.
    pub audience: HelpAudience,
    /// Its name, in its own words.
    pub name: String,
    /// For whom alone it is, if not for all ages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ages: Option<HelpAges>,
    /// Number as dialled in the country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Web address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// ISO 639 codes of the languages spoken there; empty if unknown.
    pub languages: Vec<String>,
    /// When it answers, as its source says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Where these facts were seen: title.
    pub source_title: String,
    /// Where these facts were seen: address.
    pub source_url: String,
    /// Of the source or the copy that was seen: year, month or day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_date: Option<String>,
    /// Whether a person has confirmed the row.
    pub verified: Verified,
    /// Why it must not be shown until somebody confirmed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubtful: Option<String>,
}

impl HelpService {
    /// How to reach it: what nobody has confirmed by its web address first, since a number that
    /// changed hands leads a child to a stranger.
    pub fn reach(&self) -> Vec<Reach<'_>> {
        let web = self.url.as_deref().map(Reach::Web);
        let phone = self.phone.as_deref().map(Reach::Phone);
        let ways = match self.verified {
            Verified::Never => [web, phone],
            Verified::On(_) => [phone, web],
        };
        ways.into_iter().flatten().collect()
    }

    fn speaks(&self, language: &str) -> bool {
        self.languages.iter().any(|known| known.eq_ignore_ascii_case(language))
    }

    fn serves(&self, age: Option<AgeBand>) -> bool {
        match (self.ages, age) {
            (None, _) | (_, None) => true,
            (Some(HelpAges::Adults), Some(age)) => age == AgeBand::Adult,
            (Some(HelpAges::Under18), Some(age)) => age != AgeBand::Adult,
        }
    }
}

/// Which services are wanted.
#[derive(Clone, Copy, Debug)]
pub struct HelpQuery<'a> {
    /// Where the person is: ISO 3166-1 alpha-2, upper or lower case.
    pub country: &'a str,
    /// Whom the service is for.
    pub audience: HelpAudience,
    /// What the person speaks: a BCP 47 tag.
    pub language: &'a str,
    /// Age of the person who will ask for help, if known.
    pub age: Option<AgeBand>,
}

/// A list of help services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpServices {
    services: Vec<HelpService>,
}

impl HelpServices {
    /// The services that come with Himaya. Reading them takes milliseconds: keep the list.
    ///
    /// # Errors
    /// None that a build can cause whose tests passed.
    pub fn embedded() -> Result<Self, HelpServicesError> {
        Self::from_toml(&himaya_models::help::SERVICES.text())
    }

    /// Reads a list in the form of `models/help/services.toml`.
    ///
    /// # Errors
    /// When the text is not TOML or a row does not hold; the error names row and field.
    pub fn from_toml(text: &str) -> Result<Self, HelpServicesError> {
        Ok(Self { services: source::services(text)? })
    }

    /// All services, those that are not shown too.
    pub fn all(&self) -> &[HelpService] {
        &self.services
    }

    /// The services to show, best first: of the country before international ones, of both those
    /// that speak the language first, else in the order of the list. Doubtful rows are never
    /// among them.
    pub fn lookup(&self, query: &HelpQuery<'_>) -> Vec<&HelpService> {
        let language = query.language.split(['-', '_']).next().unwrap_or_default();
        let here = |service: &HelpService| service.country.eq_ignore_ascii_case(query.country);
        let mut found: Vec<&HelpService> = self
            .services
            .iter()
            .filter(|service| service.audience == query.audience && service.doubtful.is_none())
            .filter(|service| here(service) || service.country == source::INTERNATIONAL)
            .filter(|service| service.serves(query.age))
            .collect();
        found.sort_by_key(|service| (!here(service), !service.speaks(language)));
        found
    }

    /// The services that suit a reader of a notice ([`HelpAudience::suitable`]), the most needed
    /// first, each audience's as [`HelpServices::lookup`] gives them. `age` is that of the person
    /// who will ask for help.
    pub fn suitable(
        &self,
        reader: Reader,
        category: Category,
        country: &str,
        language: &str,
        age: Option<AgeBand>,
    ) -> Vec<&HelpService> {
        let audiences = HelpAudience::suitable(reader, category, age).iter();
        let services = audiences.flat_map(|audience| {
            self.lookup(&HelpQuery { country, audience: *audience, language, age })
        });
        services.collect()
    }

    /// Adds a host's own services, before those that there are; a row with an `id` that there is
    /// stands in its place.
    ///
    /// # Errors
    /// As [`HelpServices::from_toml`]; the list is then as before.
    pub fn extend(&mut self, text: &str) -> Result<(), HelpServicesError> {
        let own = source::services(text)?;
        self.services.retain(|service| own.iter().all(|new| new.id != service.id));
        self.services.splice(0..0, own);
        Ok(())
    }

    /// Puts a host's own services in place of all that there are for the same country and
    /// audience; what the host's list does not speak of stays.
    ///
    /// # Errors
    /// As [`HelpServices::from_toml`]; the list is then as before.
    pub fn replace(&mut self, text: &str) -> Result<(), HelpServicesError> {
        let own = source::services(text)?;
        self.services.retain(|service| {
            own.iter().all(|new| {
                new.id != service.id
                    && (&new.country, new.audience) != (&service.country, service.audience)
            })
        });
        self.services.splice(0..0, own);
        Ok(())
    }

    /// Takes down that a person confirmed services: a TOML table `[confirmed]` of `id = date`.
    /// What was doubtful no longer is.
    ///
    /// # Errors
    /// When the text is not such a table, or names a service that there is not; the list is then
    /// as before.
    pub fn confirm(&mut self, text: &str) -> Result<(), HelpServicesError> {
        let confirmed = source::confirmations(text)?;
        if let Some(id) = confirmed.keys().find(|id| self.services.iter().all(|s| s.id != **id)) {
            return Err(HelpServicesError::unknown_service(id));
        }
        for service in &mut self.services {
            if let Some(date) = confirmed.get(&service.id) {
                service.verified = Verified::On(date.clone());
                service.doubtful = None;
            }
        }
        Ok(())
    }

    /// What a person must confirm before a release: all that nobody has, doubtful rows first.
    pub fn to_confirm(&self) -> Vec<&HelpService> {
        let open = self.services.iter().filter(|service| service.verified == Verified::Never);
        let mut open: Vec<&HelpService> = open.collect();
        open.sort_by_key(|service| service.doubtful.is_none());
        open
    }
}

#[cfg(test)]
mod tests;
