import Himaya

/// The host's own words for what the library names.
enum Words {
    /// For the child.
    static func notice(_ key: String?) -> String {
        switch key {
        case "notice-grooming":
            "Some of what is written here is what people write who want something from you. "
                + "You may stop at any time. Show this chat to a grown-up you trust."
        case "notice-sextortion":
            "This is not your fault. Send nothing and pay nothing; keep the messages. "
                + "Tell a grown-up you trust: this can be stopped."
        case "notice-bullying":
            "Nobody has to put up with this. Do not answer; show it to somebody you trust."
        case "notice-self_harm":
            "You matter. Please talk to somebody now: a grown-up, or a helpline for children."
        case "notice-personal_info":
            "Wait a moment: this tells others where to find you. Do you want to send it?"
        default: "Something here does not look right. Talk to a grown-up you trust."
        }
    }

    /// For the guardian.
    static func behavior(_ behavior: Behavior) -> String {
        switch behavior {
        case .ageQuery: "asks for the age"
        case .personalInfoQuery: "asks for personal details"
        case .aloneQuery: "asks whether the child is alone"
        case .secrecy: "asks to keep secrets"
        case .isolation: "sets the child against others"
        case .flatteryMaturity: "flatters"
        case .giftOffer: "offers gifts"
        case .platformSwitch: "wants to go to another app"
        case .meeting: "wants to meet"
        case .photoRequest: "asks for a picture"
        case .reciprocityPressure: "says that something is owed"
        case .romanceDeclaration: "declares love"
        case .guiltManipulation: "makes the child feel guilty"
        case .testingBoundaries: "tests how far the child goes"
        case .threatSextortion: "threatens or demands payment"
        case .coercionSelfharm: "pushes the child to hurt themselves"
        case .personalInfoDisclosure: "the child gave personal details"
        case .refusal: "the child said no"
        case .distress: "the child is in distress"
        }
    }
}
