//! The core's vocabulary, declared again for UniFFI.

use crate::mirror::mirrored;

mirrored! {
    /// Age of the protected person, in the bands of the ICO Children's Code.
    AgeBand = himaya::AgeBand, else From0To5 {
        /// Up to 5 years.
        From0To5,
        /// 6 to 9 years.
        From6To9,
        /// 10 to 12 years.
        From10To12,
        /// 13 to 15 years.
        From13To15,
        /// 16 and 17 years.
        From16To17,
        /// 18 years and older.
        Adult,
    }

    /// What was looked at.
    InputType = himaya::assessment::InputType, else Message {
        /// A chat message.
        Message,
        /// A picture.
        Image,
        /// A video or livestream.
        Stream,
    }

    /// What to do, from nothing to the strongest.
    Action = himaya::Action, else Mute {
        /// Let it pass.
        Allow,
        /// Show a sign, and help.
        Indicate,
        /// Cover it; it may be uncovered where the policy permits.
        Blur,
        /// Stop and ask first.
        Interrupt,
        /// Do not let it through.
        Mute,
    }

    /// Who found something.
    Origin = himaya::assessment::Origin, else Model {
        /// An indicator rule.
        Rule,
        /// A model.
        Model,
        /// Both agree.
        Both,
    }

    /// How much of the input was looked at.
    Status = himaya::Status, else Degraded {
        /// All of it, by everything that is configured.
        Complete,
        /// A part of it, or not by everything; `status_reasons` says which.
        Degraded,
        /// None of it; the policy's `on_failure` decided the action.
        Failed,
    }

    /// Why an assessment is degraded or failed.
    StatusReason = himaya::assessment::StatusReason, else ModelUnavailable {
        /// The message is longer than the limit; the rest was not read.
        MessageTruncated,
        /// The picture could not be read or classified.
        ImageUnreadable,
        /// The model could not be loaded or run.
        ModelUnavailable,
        /// The message could not be read.
        MessageUnreadable,
        /// What was kept of the conversation is damaged; it begins anew.
        ConversationDamaged,
        /// The store of conversations cannot be read or written.
        StoreUnavailable,
        /// The video could not be read.
        VideoUnreadable,
        /// Frames of the stream or animation were left out that a bound forbade to look at.
        FramesSkipped,
    }

    /// What a message does, in the terms of the published grooming research.
    Behavior = himaya::Behavior, else TestingBoundaries {
        /// Asks how old the child is.
        AgeQuery,
        /// Asks for name, school, address, number or routine.
        PersonalInfoQuery,
        /// Asks whether the child is alone or supervised.
        AloneQuery,
        /// Asks to keep the contact or a part of it secret.
        Secrecy,
        /// Sets the child against family, friends or other protectors.
        Isolation,
        /// Flatters looks or maturity.
        FlatteryMaturity,
        /// Offers gifts, money, game items, jobs or favours.
        GiftOffer,
        /// Asks to go on in another, more private channel.
        PlatformSwitch,
        /// Proposes to meet in person.
        Meeting,
        /// Asks for a picture, a video or the camera.
        PhotoRequest,
        /// Claims that the child owes something in return.
        ReciprocityPressure,
        /// Declares love or a special bond.
        RomanceDeclaration,
        /// Makes the child feel guilty or responsible.
        GuiltManipulation,
        /// Tests how far the child will go.
        TestingBoundaries,
        /// Threatens to publish pictures or secrets, or demands payment.
        ThreatSextortion,
        /// Pushes the child to hurt themselves.
        CoercionSelfharm,
        /// The child gives away personal information.
        PersonalInfoDisclosure,
        /// The child says no or evades.
        Refusal,
        /// The child is afraid, desperate or hurting.
        Distress,
    }

    /// The kind of harm that a finding is about.
    Category = himaya::Category, else Grooming {
        /// An approach that prepares abuse.
        Grooming,
        /// Blackmail with pictures or secrets.
        Sextortion,
        /// Sexual content in text.
        SexualContent,
        /// Bullying.
        Bullying,
        /// The child may be about to hurt themselves, or is in distress.
        SelfHarm,
        /// Somebody pushes the child to hurt themselves or others.
        Coercion,
        /// Personal information on its way out.
        PersonalInfo,
        /// A picture on a list of known pictures.
        KnownImage,
        /// A picture that the classifier holds for sexual.
        SensitiveImage,
    }

    /// Grooming stages of the public CAC ontology (Project VIC International).
    Stage = himaya::taxonomy::Stage, else InitialContact {
        /// First contact and getting to know.
        InitialContact,
        /// Winning trust.
        TrustBuilding,
        /// Separating the child from protection.
        Isolation,
        /// Making the child depend on the contact.
        DependencyCreation,
        /// Lowering boundaries.
        SexualIntroduction,
        /// Keeping the contact going.
        Maintenance,
        /// Controlling by threat.
        Control,
    }

    /// Who the counterpart is to the child, as far as the host knows.
    Relation = himaya::conversation::Relation, else Unknown {
        /// The host does not know.
        Unknown,
        /// Nobody whom the child has to do with: no contact of theirs, met here.
        Stranger,
        /// On the child's list of contacts.
        Known,
        /// Family.
        Family,
        /// Of the child's school.
        School,
    }

    /// What counts beside the behaviours of single messages.
    Cue = himaya::conversation::Cue, else Unmistakable {
        /// Something unmistakable was said: a threat to publish pictures, a demand to pay.
        Unmistakable,
        /// Goes on after the child refused or showed distress.
        Persistence,
        /// Behaviours of several stages come together.
        StageMix,
        /// A behaviour of the counterpart is surely shown: that there is one tells more than which.
        ClearSign,
        /// One side asks, the other answers.
        OneSidedQuestions,
        /// Another channel, a picture or secrecy is sought soon after the first message.
        EarlyPrivateChannel,
        /// Writes by the child's night; only where the host gives the child's clock.
        Night,
        /// The account writes to many children; only where the host says so.
        ManyChildren,
    }

    /// What spans count. The core counts UTF-8 bytes; hosts whose strings are of another kind have
    /// them counted anew.
    SpanUnit = himaya::SpanUnit, else Utf8 {
        /// Bytes, as Rust's and Go's strings.
        Utf8,
        /// UTF-16 code units, as strings of JavaScript, Java, Kotlin, C# and `NSString`.
        Utf16,
        /// Code points, as Python's strings and Swift's `unicodeScalars`.
        CodePoint,
    }
}

/// Who wrote a message, seen from the protected child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Role {
    /// The protected child.
    Protected,
    /// Whoever the child talks to.
    Counterpart,
}

impl From<Role> for himaya::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Protected => Self::Protected,
            Role::Counterpart => Self::Counterpart,
        }
    }
}

impl From<himaya::Role> for Role {
    fn from(role: himaya::Role) -> Self {
        match role {
            himaya::Role::Protected => Self::Protected,
            himaya::Role::Counterpart => Self::Counterpart,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mirror::complete;

    #[test]
    fn every_value_of_the_core_crosses() {
        complete::<himaya::AgeBand>();
        complete::<himaya::assessment::InputType>();
        complete::<himaya::Action>();
        complete::<himaya::assessment::Origin>();
        complete::<himaya::Status>();
        complete::<himaya::assessment::StatusReason>();
        complete::<himaya::Behavior>();
        complete::<himaya::Category>();
        complete::<himaya::taxonomy::Stage>();
        complete::<himaya::conversation::Relation>();
        complete::<himaya::conversation::Cue>();
        complete::<himaya::SpanUnit>();
    }
}
