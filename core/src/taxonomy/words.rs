//! The words in which Himaya speaks of what it found: behaviours, categories, stages.
//!
//! The build script reads this file too: it knows nothing of the rest of the crate.

/// Declares an enum whose variants have one stable slug each, in JSON, TOML and text alike.
macro_rules! slugs {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $slug:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub enum $name { $($(#[$doc])* #[serde(rename = $slug)] $variant),+ }

        impl $name {
            /// All values, in declaration order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable slug used in JSON, TOML and on the command line.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// The value with this slug.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.slug() == slug)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.slug())
            }
        }
    };
}
#[allow(unused_imports, reason = "the build script reads this file without the others")]
pub(crate) use slugs;

slugs! {
    /// What a message does, in the terms of the published grooming research.
    Behavior {
        /// Asks how old the child is.
        AgeQuery = "age_query",
        /// Asks for name, school, address, number or routine.
        PersonalInfoQuery = "personal_info_query",
        /// Asks whether the child is alone or supervised.
        AloneQuery = "alone_query",
        /// Asks to keep the contact or a part of it secret.
        Secrecy = "secrecy",
        /// Sets the child against family, friends or other protectors.
        Isolation = "isolation",
        /// Flatters looks or maturity.
        FlatteryMaturity = "flattery_maturity",
        /// Offers gifts, money, game items, jobs or favours.
        GiftOffer = "gift_offer",
        /// Asks to go on in another, more private channel.
        PlatformSwitch = "platform_switch",
        /// Proposes to meet in person.
        Meeting = "meeting",
        /// Asks for a picture, a video or the camera.
        PhotoRequest = "photo_request",
        /// Claims that the child owes something in return.
        ReciprocityPressure = "reciprocity_pressure",
        /// Declares love or a special bond.
        RomanceDeclaration = "romance_declaration",
        /// Makes the child feel guilty or responsible.
        GuiltManipulation = "guilt_manipulation",
        /// Tests how far the child will go.
        TestingBoundaries = "testing_boundaries",
        /// Threatens to publish pictures or secrets, or demands payment.
        ThreatSextortion = "threat_sextortion",
        /// Pushes the child to hurt themselves.
        CoercionSelfharm = "coercion_selfharm",
        /// The child gives away personal information.
        PersonalInfoDisclosure = "personal_info_disclosure",
        /// The child says no or evades.
        Refusal = "refusal",
        /// The child is afraid, desperate or hurting.
        Distress = "distress",
    }
}

impl Behavior {
    /// The category that a behaviour belongs to unless a rule says otherwise.
    pub const fn category(self) -> Category {
        match self {
            Self::ThreatSextortion => Category::Sextortion,
            Self::CoercionSelfharm => Category::Coercion,
            Self::PersonalInfoDisclosure => Category::PersonalInfo,
            Self::Distress => Category::SelfHarm,
            _ => Category::Grooming,
        }
    }

    /// Who shows this behaviour.
    pub const fn direction(self) -> Direction {
        match self {
            Self::PersonalInfoDisclosure | Self::Refusal | Self::Distress => Direction::Protected,
            _ => Direction::Counterpart,
        }
    }

    /// The stage of the CAC ontology that a behaviour points to, if any.
    ///
    /// Stages are not an order in time (Lorenzo-Dus et al. 2016): they name a purpose.
    pub const fn stage(self) -> Option<Stage> {
        Some(match self {
            Self::AgeQuery | Self::PersonalInfoQuery => Stage::InitialContact,
            Self::FlatteryMaturity | Self::GiftOffer => Stage::TrustBuilding,
            Self::AloneQuery | Self::Secrecy | Self::Isolation | Self::PlatformSwitch => {
                Stage::Isolation
            }
            Self::RomanceDeclaration | Self::ReciprocityPressure | Self::GuiltManipulation => {
                Stage::DependencyCreation
            }
            Self::TestingBoundaries | Self::PhotoRequest => Stage::SexualIntroduction,
            Self::Meeting => Stage::Maintenance,
            Self::ThreatSextortion | Self::CoercionSelfharm => Stage::Control,
            Self::PersonalInfoDisclosure | Self::Refusal | Self::Distress => return None,
        })
    }
}

slugs! {
    /// The kind of harm that a finding is about.
    Category {
        /// An approach that prepares abuse.
        Grooming = "grooming",
        /// Blackmail with pictures or secrets.
        Sextortion = "sextortion",
        /// Sexual content in text.
        SexualContent = "sexual_content",
        /// Bullying.
        Bullying = "bullying",
        /// The child may be about to hurt themselves, or is in distress.
        SelfHarm = "self_harm",
        /// Somebody pushes the child to hurt themselves or others.
        Coercion = "coercion",
        /// Personal information on its way out.
        PersonalInfo = "personal_info",
        /// A picture on a list of known pictures.
        KnownImage = "known_image",
        /// A picture that the classifier holds for sexual.
        SensitiveImage = "sensitive_image",
    }
}

impl Category {
    /// Whether the category is judged over a conversation rather than on one message.
    pub const fn is_sequential(self) -> bool {
        matches!(self, Self::Grooming | Self::Sextortion | Self::Coercion)
    }
}

slugs! {
    /// Grooming stages of the public CAC ontology (Project VIC International).
    Stage {
        /// First contact and getting to know.
        InitialContact = "initial_contact",
        /// Winning trust.
        TrustBuilding = "trust_building",
        /// Separating the child from protection.
        Isolation = "isolation",
        /// Making the child depend on the contact.
        DependencyCreation = "dependency_creation",
        /// Lowering boundaries.
        SexualIntroduction = "sexual_introduction",
        /// Keeping the contact going.
        Maintenance = "maintenance",
        /// Controlling by threat.
        Control = "control",
    }
}

slugs! {
    /// Who says a thing.
    Direction {
        /// The other side of the conversation.
        Counterpart = "counterpart",
        /// The protected child.
        Protected = "protected",
        /// Any side.
        Either = "either",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slug_leads_back_to_its_value() {
        for behavior in Behavior::ALL {
            assert_eq!(Behavior::from_slug(behavior.slug()), Some(*behavior));
            assert_eq!(serde_json::to_value(behavior).unwrap(), behavior.slug());
        }
        assert_eq!(Behavior::from_slug("nonsense"), None);
    }

    #[test]
    fn the_childs_own_behaviours_have_no_stage() {
        for behavior in Behavior::ALL {
            let own = behavior.direction() == Direction::Protected;
            assert_eq!(behavior.stage().is_none(), own, "{behavior}");
        }
    }
}
