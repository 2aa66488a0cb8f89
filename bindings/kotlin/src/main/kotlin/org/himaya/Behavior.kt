package org.himaya

/** What a message does, in the terms of the published grooming research. */
public enum class Behavior {
    /** Asks how old the child is. */
    AGE_QUERY,

    /** Asks for name, school, address, number or routine. */
    PERSONAL_INFO_QUERY,

    /** Asks whether the child is alone or supervised. */
    ALONE_QUERY,

    /** Asks to keep the contact or a part of it secret. */
    SECRECY,

    /** Sets the child against family, friends or other protectors. */
    ISOLATION,

    /** Flatters looks or maturity. */
    FLATTERY_MATURITY,

    /** Offers gifts, money, game items, jobs or favours. */
    GIFT_OFFER,

    /** Asks to go on in another, more private channel. */
    PLATFORM_SWITCH,

    /** Proposes to meet in person. */
    MEETING,

    /** Asks for a picture, a video or the camera. */
    PHOTO_REQUEST,

    /** Claims that the child owes something in return. */
    RECIPROCITY_PRESSURE,

    /** Declares love or a special bond. */
    ROMANCE_DECLARATION,

    /** Makes the child feel guilty or responsible. */
    GUILT_MANIPULATION,

    /** Tests how far the child will go. */
    TESTING_BOUNDARIES,

    /** Threatens to publish pictures or secrets, or demands payment. */
    THREAT_SEXTORTION,

    /** Pushes the child to hurt themselves. */
    COERCION_SELFHARM,

    /** The child gives away personal information. */
    PERSONAL_INFO_DISCLOSURE,

    /** The child says no or evades. */
    REFUSAL,

    /** The child is afraid, desperate or hurting. */
    DISTRESS,
}

/** What counts beside the behaviours of single messages. */
public enum class Cue {
    /** Something unmistakable was said: a threat to publish pictures, a demand to pay. */
    UNMISTAKABLE,

    /** Goes on after the child refused or showed distress. */
    PERSISTENCE,

    /** Behaviours of several stages come together. */
    STAGE_MIX,

    /** A behaviour of the counterpart is surely shown: that there is one tells more than which. */
    CLEAR_SIGN,

    /** One side asks, the other answers. */
    ONE_SIDED_QUESTIONS,

    /** Another channel, a picture or secrecy is sought soon after the first message. */
    EARLY_PRIVATE_CHANNEL,

    /** Writes by the child's night; only where the host gives the child's clock. */
    NIGHT,

    /** The account writes to many children; only where the host says so. */
    MANY_CHILDREN,
}
