package org.himaya.example

import org.himaya.Behavior

/** The host's own words for the library's keys. */
fun notice(key: String?): String = when (key) {
    "notice-grooming" ->
        "Some of what is written here is what people write who want something from you. " +
            "You may stop at any time. Show this chat to a grown-up you trust."
    "notice-sextortion" ->
        "This is not your fault. Send nothing and pay nothing; keep the messages. " +
            "Tell a grown-up you trust: this can be stopped."
    "notice-bullying" -> "Nobody has to put up with this. Do not answer; show it to somebody you trust."
    "notice-self_harm" -> "You matter. Please talk to somebody now: a grown-up, or a helpline for children."
    "notice-personal_info" -> "Wait a moment: this tells others where to find you. Do you want to send it?"
    else -> "Something here does not look right. Talk to a grown-up you trust."
}

/** A behaviour as a guardian reads it. */
fun words(behavior: Behavior): String = when (behavior) {
    Behavior.AGE_QUERY -> "asks for the age"
    Behavior.PERSONAL_INFO_QUERY -> "asks for personal details"
    Behavior.ALONE_QUERY -> "asks whether the child is alone"
    Behavior.SECRECY -> "asks to keep secrets"
    Behavior.ISOLATION -> "sets the child against others"
    Behavior.FLATTERY_MATURITY -> "flatters"
    Behavior.GIFT_OFFER -> "offers gifts"
    Behavior.PLATFORM_SWITCH -> "wants to go to another app"
    Behavior.MEETING -> "wants to meet"
    Behavior.PHOTO_REQUEST -> "asks for a picture"
    Behavior.RECIPROCITY_PRESSURE -> "says that something is owed"
    Behavior.ROMANCE_DECLARATION -> "declares love"
    Behavior.GUILT_MANIPULATION -> "makes the child feel guilty"
    Behavior.TESTING_BOUNDARIES -> "tests how far the child goes"
    Behavior.THREAT_SEXTORTION -> "threatens or demands payment"
    Behavior.COERCION_SELFHARM -> "pushes the child to hurt themselves"
    Behavior.PERSONAL_INFO_DISCLOSURE -> "the child gave personal details"
    Behavior.REFUSAL -> "the child said no"
    Behavior.DISTRESS -> "the child is in distress"
}
