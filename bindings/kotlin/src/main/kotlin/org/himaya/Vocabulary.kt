package org.himaya

// The order of each enum's entries is the library's; a test compares their names.

/** Age of the protected person, in the bands of the ICO Children's Code. */
public enum class AgeBand(
    /** The name that it has in all of Himaya's languages. */
    public val slug: String,
) {
    /** Up to 5 years. */
    FROM_0_TO_5("0-5"),

    /** 6 to 9 years. */
    FROM_6_TO_9("6-9"),

    /** 10 to 12 years. */
    FROM_10_TO_12("10-12"),

    /** 13 to 15 years. */
    FROM_13_TO_15("13-15"),

    /** 16 and 17 years. */
    FROM_16_TO_17("16-17"),

    /** 18 years and older. */
    ADULT("adult");

    public companion object {
        /** The band of somebody who is [years] old. */
        @JvmStatic
        public fun of(years: Int): AgeBand = when {
            years <= 5 -> FROM_0_TO_5
            years <= 9 -> FROM_6_TO_9
            years <= 12 -> FROM_10_TO_12
            years <= 15 -> FROM_13_TO_15
            years <= 17 -> FROM_16_TO_17
            else -> ADULT
        }
    }
}

/** What was looked at. */
public enum class InputType {
    /** A chat message. */
    MESSAGE,

    /** A picture. */
    IMAGE,

    /** A video or livestream. */
    STREAM,
}

/** What to do, from nothing to the strongest: entries compare in that order. */
public enum class Action {
    /** Let it pass. */
    ALLOW,

    /** Show a sign, and help. */
    INDICATE,

    /** Cover it; it may be uncovered where the policy permits. */
    BLUR,

    /** Stop and ask first. */
    INTERRUPT,

    /** Do not let it through. */
    MUTE,
}

/** Who found something. */
public enum class Origin {
    /** An indicator rule. */
    RULE,

    /** A model. */
    MODEL,

    /** Both agree. */
    BOTH,
}

/** How much of the input was looked at. */
public enum class Status {
    /** All of it, by everything that is configured. */
    COMPLETE,

    /** A part of it, or not by everything; [Assessment.statusReasons] says which. */
    DEGRADED,

    /** None of it; the policy's `on_failure` decided the action. */
    FAILED,
}

/** Why an assessment is degraded or failed. */
public enum class StatusReason {
    /** The message is longer than the limit; the rest was not read. */
    MESSAGE_TRUNCATED,

    /** The picture could not be read or classified. */
    IMAGE_UNREADABLE,

    /** The model could not be loaded or run. */
    MODEL_UNAVAILABLE,

    /** The message could not be read. */
    MESSAGE_UNREADABLE,

    /** What was kept of the conversation is damaged; it begins anew. */
    CONVERSATION_DAMAGED,

    /** The store of conversations cannot be read or written. */
    STORE_UNAVAILABLE,

    /** The video could not be read. */
    VIDEO_UNREADABLE,

    /** Frames of the stream or animation were left out that a bound forbade to look at. */
    FRAMES_SKIPPED,
}

/** The kind of harm that a finding is about. */
public enum class Category {
    /** An approach that prepares abuse. */
    GROOMING,

    /** Blackmail with pictures or secrets. */
    SEXTORTION,

    /** Sexual content in text. */
    SEXUAL_CONTENT,

    /** Bullying. */
    BULLYING,

    /** The child may be about to hurt themselves, or is in distress. */
    SELF_HARM,

    /** Somebody pushes the child to hurt themselves or others. */
    COERCION,

    /** Personal information on its way out. */
    PERSONAL_INFO,

    /** A picture on a list of known pictures. */
    KNOWN_IMAGE,

    /** A picture that the classifier holds for sexual. */
    SENSITIVE_IMAGE,
}

/** Grooming stages of the public CAC ontology (Project VIC International). */
public enum class Stage {
    /** First contact and getting to know. */
    INITIAL_CONTACT,

    /** Winning trust. */
    TRUST_BUILDING,

    /** Separating the child from protection. */
    ISOLATION,

    /** Making the child depend on the contact. */
    DEPENDENCY_CREATION,

    /** Lowering boundaries. */
    SEXUAL_INTRODUCTION,

    /** Keeping the contact going. */
    MAINTENANCE,

    /** Controlling by threat. */
    CONTROL,
}

/** Who wrote a message, seen from the protected child. */
public enum class Role {
    /** The protected child. */
    PROTECTED,

    /** Whoever the child talks to. */
    COUNTERPART,
}

/** Who the counterpart is to the child, as far as the host knows. */
public enum class Relation {
    /** The host does not know. */
    UNKNOWN,

    /** Nobody whom the child has to do with: no contact of theirs, met here. */
    STRANGER,

    /** On the child's list of contacts. */
    KNOWN,

    /** Family. */
    FAMILY,

    /** Of the child's school. */
    SCHOOL,
}
