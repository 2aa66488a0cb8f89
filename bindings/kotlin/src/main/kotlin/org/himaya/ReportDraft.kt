package org.himaya

import org.himaya.internal.direct
import org.himaya.internal.ffi
import org.himaya.internal.mapped
import org.himaya.internal.toFfi
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import java.time.Instant
import org.himaya.internal.ffi.ReportDraft as FfiReportDraft

/** Who asks for a draft. */
public enum class PersonRole {
    /** The child. */
    CHILD,

    /** A parent or guardian. */
    GUARDIAN,

    /** Somebody whose task it is to review. */
    REVIEWER,

    /** A person at the host. */
    HOST,
}

/** Annotations of a report, in the words of the CyberTipline. */
public enum class Annotation {
    /** Blackmail with pictures. */
    SEXTORTION,

    /** Abuse material was asked for. */
    CSAM_SOLICITATION,

    /** Both sides are minors. */
    MINOR_TO_MINOR_INTERACTION,

    /** Sent to many. */
    SPAM,

    /** Pressed to hurt themselves or others. */
    SADISTIC_ONLINE_EXPLOITATION,
}

/** The industry classification of a picture, which only a person who reviews may give. */
public enum class IndustryClassification {
    /** A1. */
    A1,

    /** A2. */
    A2,

    /** B1. */
    B1,

    /** B2. */
    B2,
}

/** Personal data that a draft leaves out unless it is included on purpose. */
public data class Include @JvmOverloads constructor(
    /**
     * Text of the other side's messages that the policy acted upon; of the child's own only if the
     * child asks. Contacts in it are taken out.
     */
    val messages: Boolean = false,
    /** Names of the other side. */
    val people: Boolean = false,
    /** Names of attached files. */
    val fileNames: Boolean = false,
    /** Contacts in statement and messages. */
    val contacts: Boolean = false,
)

/**
 * What was said in a message, and by whom; it goes into a draft only where it is included.
 * [toString] hides it.
 */
public data class Said @JvmOverloads constructor(
    /** The text. */
    val text: String,
    /** The sender's name. */
    val sender: String = "",
    /** Which side. */
    val role: Role = Role.COUNTERPART,
) {
    override fun toString(): String = "Said(role=$role, ${text.length} characters)"
}

/**
 * A report as a person may file it, in the words of the NCMEC CyberTipline. This library has no
 * means of sending it. May be used on any thread; calls wait for each other.
 *
 * It is empty at first, and there because a person asked for it: who, and when.
 */
public class ReportDraft @JvmOverloads constructor(
    requestedBy: PersonRole,
    include: Include = Include(),
    time: Instant = Instant.now(),
) {
    private val ffi = translated {
        FfiReportDraft(requestedBy.mapped(), time.toEpochMilli(), include.toFfi())
    }

    /**
     * Adds what was found in a message, picture or stream. [time] is null where the clock is not
     * tied to a date. Text and name of [said] go in only where they are included, and only of what
     * the policy acted upon.
     */
    @JvmOverloads
    public fun observe(assessment: Assessment, time: Instant? = null, said: Said? = null): Unit =
        translated { ffi.observe(assessment.ffi(), time?.toEpochMilli(), said?.toFfi()) }

    /** When it happened, as a person says. */
    public fun incidentTime(time: Instant): Unit =
        translated { ffi.incidentTime(time.toEpochMilli()) }

    /** What the person wants to say. Contacts in it are taken out unless they are included. */
    public fun statement(text: String): Unit = translated { ffi.statement(text.wellFormed()) }

    /** What a person states that findings cannot carry, such as that both sides are minors. */
    @JvmOverloads
    public fun annotate(annotation: Annotation, holds: Boolean = true): Unit =
        translated { ffi.annotate(annotation.mapped(), holds) }

    /**
     * Attaches the hashes of a file that the person chose, never its bytes: SHA-256, and PDQ of a
     * picture. Gives its number. The name goes in only where it is included.
     *
     * @throws DraftException when there are 100 already.
     */
    @JvmOverloads
    @Throws(DraftException::class)
    public fun attach(bytes: ByteArray, name: String? = null): Int =
        translated { ffi.attach(direct(bytes), name?.wellFormed()) }.toInt()

    /**
     * Sets a reviewer's judgement of an attachment.
     *
     * @throws DraftException when it was not a reviewer who asked for the draft, or there is no such
     *   attachment.
     */
    @Throws(DraftException::class)
    public fun classify(attachment: Int, classification: IndustryClassification) {
        require(attachment >= 0) { "attachment is $attachment; they are counted from 0" }
        translated { ffi.classify(attachment.toUInt(), classification.mapped()) }
    }

    /**
     * The draft, as `docs/schemas/report-draft.schema.json` says: of every value whether it was
     * derived and from what, and what is left to a reviewer.
     */
    public fun toJson(): String = translated { ffi.toJson() }

    override fun toString(): String = "ReportDraft"
}
