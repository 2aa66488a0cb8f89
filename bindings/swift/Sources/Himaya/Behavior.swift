/// What a message does, in the terms of the published grooming research.
public enum Behavior: String, Sendable, Hashable, CaseIterable, Codable {
    /// Asks how old the child is.
    case ageQuery = "age_query"
    /// Asks for name, school, address, number or routine.
    case personalInfoQuery = "personal_info_query"
    /// Asks whether the child is alone or supervised.
    case aloneQuery = "alone_query"
    /// Asks to keep the contact or a part of it secret.
    case secrecy
    /// Sets the child against family, friends or other protectors.
    case isolation
    /// Flatters looks or maturity.
    case flatteryMaturity = "flattery_maturity"
    /// Offers gifts, money, game items, jobs or favours.
    case giftOffer = "gift_offer"
    /// Asks to go on in another, more private channel.
    case platformSwitch = "platform_switch"
    /// Proposes to meet in person.
    case meeting
    /// Asks for a picture, a video or the camera.
    case photoRequest = "photo_request"
    /// Claims that the child owes something in return.
    case reciprocityPressure = "reciprocity_pressure"
    /// Declares love or a special bond.
    case romanceDeclaration = "romance_declaration"
    /// Makes the child feel guilty or responsible.
    case guiltManipulation = "guilt_manipulation"
    /// Tests how far the child will go.
    case testingBoundaries = "testing_boundaries"
    /// Threatens to publish pictures or secrets, or demands payment.
    case threatSextortion = "threat_sextortion"
    /// Pushes the child to hurt themselves.
    case coercionSelfharm = "coercion_selfharm"
    /// The child gives away personal information.
    case personalInfoDisclosure = "personal_info_disclosure"
    /// The child says no or evades.
    case refusal
    /// The child is afraid, desperate or hurting.
    case distress
}

/// What counts beside the behaviours of single messages.
public enum Cue: String, Sendable, Hashable, CaseIterable, Codable {
    /// Something unmistakable was said: a threat to publish pictures, a demand to pay.
    case unmistakable
    /// Goes on after the child refused or showed distress.
    case persistence
    /// Behaviours of several stages come together.
    case stageMix = "stage_mix"
    /// A behaviour of the counterpart is surely shown: that there is one tells more than which.
    case clearSign = "clear_sign"
    /// One side asks, the other answers.
    case oneSidedQuestions = "one_sided_questions"
    /// Another channel, a picture or secrecy is sought soon after the first message.
    case earlyPrivateChannel = "early_private_channel"
    /// Writes by the child's night; only where the host gives the child's clock.
    case night
    /// The account writes to many children; only where the host says so.
    case manyChildren = "many_children"
}
