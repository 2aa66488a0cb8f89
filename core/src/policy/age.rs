//! How old the protected person is, as a band.

use std::str::FromStr;

use super::PolicyError;
use super::error::shortened;
use crate::taxonomy::slugs;

slugs! {
    /// Age of the protected person, in the bands of the ICO Children's Code.
    AgeBand {
        /// Up to 5 years.
        From0To5 = "0-5",
        /// 6 to 9 years.
        From6To9 = "6-9",
        /// 10 to 12 years.
        From10To12 = "10-12",
        /// 13 to 15 years.
        From13To15 = "13-15",
        /// 16 and 17 years.
        From16To17 = "16-17",
        /// 18 years and older.
        Adult = "adult",
    }
}

impl AgeBand {
    /// Whether the person is under 18.
    pub const fn is_minor(self) -> bool {
        !matches!(self, Self::Adult)
    }
}

slugs! {
    /// What an app store or a platform tells of an age, as Play Age Signals do.
    AgeSignal {
        /// Up to 12 years.
        UpTo12 = "0-12",
        /// 13 to 15 years.
        From13To15 = "13-15",
        /// 16 and 17 years.
        From16To17 = "16-17",
        /// 18 years and older.
        Adult = "18+",
    }
}

impl From<AgeSignal> for AgeBand {
    /// Up to 12 becomes 6 to 9: presets are nowhere laxer there than for 10 to 12, and what is
    /// said is said in words that every child who reads understands.
    fn from(signal: AgeSignal) -> Self {
        match signal {
            AgeSignal::UpTo12 => Self::From6To9,
            AgeSignal::From13To15 => Self::From13To15,
            AgeSignal::From16To17 => Self::From16To17,
            AgeSignal::Adult => Self::Adult,
        }
    }
}

impl FromStr for AgeBand {
    type Err = PolicyError;

    /// Reads a band, or the slug of an [`AgeSignal`].
    fn from_str(text: &str) -> Result<Self, PolicyError> {
        Self::from_slug(text)
            .or_else(|| AgeSignal::from_slug(text).map(Self::from))
            .ok_or_else(|| PolicyError::UnknownAgeBand(shortened(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_and_signals_of_platforms_are_read() {
        for band in AgeBand::ALL {
            assert_eq!(band.slug().parse::<AgeBand>().unwrap(), *band);
        }
        for (signal, band) in [
            ("0-12", AgeBand::From6To9),
            ("13-15", AgeBand::From13To15),
            ("16-17", AgeBand::From16To17),
            ("18+", AgeBand::Adult),
        ] {
            assert_eq!(signal.parse::<AgeBand>().unwrap(), band);
        }
        let error = "12-14".parse::<AgeBand>().unwrap_err().to_string();
        assert!(error.contains("`12-14`") && error.contains("10-12"), "{error}");
    }

    #[test]
    fn everybody_below_eighteen_is_a_minor() {
        let minors = AgeBand::ALL.iter().map(|band| band.is_minor());
        assert!(minors.eq([true, true, true, true, true, false]));
    }
}
