//! Whom to ask for help.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use himaya::intervention as core;

use crate::error::HelpServicesError;
use crate::messages::{Messages, Reader};
use crate::mirror::mirrored;
use crate::vocabulary::{AgeBand, Category};

mirrored! {
    /// Whom a service is for.
    HelpAudience = himaya::intervention::HelpAudience, else Child {
        /// Children and young people.
        Child,
        /// Whoever reports abuse of children on the internet.
        ReportingHotline,
        /// Whoever wants pictures of themselves taken down.
        ImageRemoval,
        /// Whoever fears to do, or does, harm to children and wants to stop.
        OffenderHelp,
    }

    /// For whom alone a service is.
    HelpAges = himaya::intervention::HelpAges, else Under18 {
        /// People under 18.
        Under18,
        /// People of 18 years and older.
        Adults,
    }
}

/// A way to reach a service.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Reach {
    /// A web address.
    Web {
        /// The address.
        url: String,
    },
    /// A number, as dialled in the country.
    Phone {
        /// The number.
        number: String,
    },
}

impl From<core::Reach<'_>> for Reach {
    fn from(reach: core::Reach<'_>) -> Self {
        match reach {
            core::Reach::Web(url) => Self::Web { url: url.to_owned() },
            core::Reach::Phone(number) => Self::Phone { number: number.to_owned() },
        }
    }
}

/// A service that helps.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct HelpService {
    /// What the row is called: country, audience, number.
    pub id: String,
    /// ISO 3166-1 alpha-2, or `INT` where it serves many countries.
    pub country: String,
    /// Whom it is for.
    pub audience: HelpAudience,
    /// Its name, in its own words.
    pub name: String,
    /// How to reach it, in the order in which to show it: what nobody has confirmed by its web
    /// address first, since a number that changed hands leads a child to a stranger.
    pub reach: Vec<Reach>,
    /// For whom alone it is, if not for all ages.
    pub ages: Option<HelpAges>,
    /// ISO 639 codes of the languages spoken there; empty if unknown.
    pub languages: Vec<String>,
    /// When it answers, as its source says.
    pub hours: Option<String>,
    /// Where these facts were seen: title.
    pub source_title: String,
    /// Where these facts were seen: address.
    pub source_url: String,
    /// Of the source or the copy that was seen: year, month or day.
    pub source_date: Option<String>,
    /// The day (`2026-11-30`) on which a person confirmed the row; absent if nobody has.
    pub verified: Option<String>,
    /// Why it must not be shown until somebody confirmed it; only in what `to_confirm` gives.
    pub doubtful: Option<String>,
}

impl From<&core::HelpService> for HelpService {
    fn from(service: &core::HelpService) -> Self {
        let from = service.clone();
        Self {
            reach: service.reach().into_iter().map(Into::into).collect(),
            id: from.id,
            country: from.country,
            audience: from.audience.into(),
            name: from.name,
            ages: from.ages.map(Into::into),
            languages: from.languages,
            hours: from.hours,
            source_title: from.source_title,
            source_url: from.source_url,
            source_date: from.source_date,
            verified: match from.verified {
                core::Verified::Never => None,
                core::Verified::On(date) => Some(date),
            },
            doubtful: from.doubtful,
        }
    }
}

/// Which services suit a reader of a notice, the most needed first. Somebody under age whose
/// message was flagged is a child who needs somebody to talk to.
#[uniffi::export(default(age = None))]
pub fn suitable_help(
    reader: Reader,
    category: Category,
    age: Option<AgeBand>,
) -> Vec<HelpAudience> {
    let suitable =
        core::HelpAudience::suitable(reader.into(), category.into(), age.map(Into::into));
    suitable.iter().copied().map(Into::into).collect()
}

/// A list of help services. May be used on any thread; calls wait for each other.
#[derive(Debug, uniffi::Object)]
pub struct HelpServices {
    core: Mutex<core::HelpServices>,
}

#[uniffi::export]
impl HelpServices {
    /// The services that come with Himaya. Reading them takes milliseconds: keep the list.
    ///
    /// # Errors
    /// None unless the library is damaged.
    #[uniffi::constructor]
    pub fn new() -> Result<Arc<Self>, HelpServicesError> {
        Ok(Self::of(core::HelpServices::embedded()?))
    }

    /// Reads a list in the form of `models/help/services.toml`.
    ///
    /// # Errors
    /// When the text is not TOML or a row does not hold; the error names row and field.
    #[uniffi::constructor]
    pub fn from_toml(text: &str) -> Result<Arc<Self>, HelpServicesError> {
        Ok(Self::of(core::HelpServices::from_toml(text)?))
    }

    /// The services to show for one audience, best first: of the country before international
    /// ones, of both those that speak the language (a BCP 47 tag) first. `country` is an ISO
    /// 3166-1 alpha-2 code; `age` that of the person who will ask for help. Doubtful rows are
    /// never among them.
    #[uniffi::method(default(age = None))]
    pub fn lookup(
        &self,
        country: &str,
        audience: HelpAudience,
        language: &str,
        age: Option<AgeBand>,
    ) -> Vec<HelpService> {
        let (audience, age) = (audience.into(), age.map(Into::into));
        let query = core::HelpQuery { country, audience, language, age };
        self.lock().lookup(&query).into_iter().map(Into::into).collect()
    }

    /// The services that suit a reader of a notice, the most needed first, each audience's as
    /// `lookup` gives them.
    #[uniffi::method(default(age = None))]
    pub fn suitable(
        &self,
        reader: Reader,
        category: Category,
        country: &str,
        language: &str,
        age: Option<AgeBand>,
    ) -> Vec<HelpService> {
        let (reader, category, age) = (reader.into(), category.into(), age.map(Into::into));
        let services = self.lock();
        let suitable = services.suitable(reader, category, country, language, age);
        suitable.into_iter().map(Into::into).collect()
    }

    /// Adds a host's own services, before those that there are; a row with an `id` that there is
    /// stands in its place.
    ///
    /// # Errors
    /// As `from_toml`; the list is then as before.
    pub fn extend(&self, text: &str) -> Result<(), HelpServicesError> {
        Ok(self.lock().extend(text)?)
    }

    /// Puts a host's own services in place of all that there are for the same country and
    /// audience; what the host's list does not speak of stays.
    ///
    /// # Errors
    /// As `from_toml`; the list is then as before.
    pub fn replace(&self, text: &str) -> Result<(), HelpServicesError> {
        Ok(self.lock().replace(text)?)
    }

    /// Takes down that a person confirmed services: a TOML table `[confirmed]` of `id = date`. What
    /// was doubtful no longer is.
    ///
    /// # Errors
    /// When the text is not such a table, or names a service that there is not; the list is then
    /// as before.
    pub fn confirm(&self, text: &str) -> Result<(), HelpServicesError> {
        Ok(self.lock().confirm(text)?)
    }

    /// What a person must confirm before a release: all that nobody has, doubtful rows first.
    /// For whoever keeps the list, and never to be shown to a child.
    pub fn to_confirm(&self) -> Vec<HelpService> {
        self.lock().to_confirm().into_iter().map(Into::into).collect()
    }
}

impl HelpServices {
    fn of(core: core::HelpServices) -> Arc<Self> {
        Arc::new(Self { core: Mutex::new(core) })
    }

    // Changed as a whole or not at all: what a panic left of it is a list still.
    fn lock(&self) -> MutexGuard<'_, core::HelpServices> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl Messages {
    /// Whether a person has confirmed a help service (its `verified`), for whoever is shown it.
    pub fn verified(&self, verified: Option<String>) -> Option<String> {
        let verified = verified.map_or(core::Verified::Never, core::Verified::On);
        self.core.verified(&verified)
    }
}

#[cfg(test)]
mod tests {
    use super::core;
    use crate::mirror::complete;

    #[test]
    fn every_value_of_the_core_crosses() {
        complete::<core::HelpAudience>();
        complete::<core::HelpAges>();
    }
}
