package org.himaya

import org.himaya.internal.mapped
import org.himaya.internal.toFfi
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import org.himaya.internal.ffi.MessageValue as FfiMessageValue
import org.himaya.internal.ffi.Messages as FfiMessages
import org.himaya.internal.ffi.messageLanguages

/** Who is spoken to. */
public enum class Reader {
    /** The child to whom something was sent. */
    APPROACHED,

    /** The child who is about to send something. */
    SENDING,

    /** The person whose own message was flagged. */
    AUTHOR,

    /** Whoever cares for the child. */
    GUARDIAN,
}

/** Grammatical gender in which a person is addressed. */
public enum class Gender {
    /** As a girl or woman. */
    FEMININE,

    /** As a boy or man. */
    MASCULINE,

    /** Neither, or the host does not know: as the language's child helplines do. */
    OTHER,
}

/** How much people are told when something is found. */
public enum class InterventionLevel {
    /** Nothing is done and nothing is said; what was found is still in the assessment. */
    DISABLED,

    /** What is going on, and one thing to do. */
    SIMPLE,

    /** Also why, and what it means. */
    DESCRIPTIVE,
}

/** How a person is addressed; the guardian by the age of the child. */
public data class Addressee @JvmOverloads constructor(
    /** Age; null if unknown, which the other side's usually is. */
    val age: AgeBand? = null,
    /** Grammatical gender. */
    val gender: Gender = Gender.OTHER,
)

/** What a person is told: what is going on, why if that is wanted, and one thing to do. */
public data class Notice(
    /** The key of the message, such as [Assessment.messageKey]. */
    val key: String,
    /** What is going on; one line. */
    val title: String,
    /** Why, and what it means; at [InterventionLevel.DESCRIPTIVE] alone. */
    val body: String?,
    /** One thing to do next; short enough for a button. */
    val step: String,
    /**
     * BCP 47 code of the language of all three: that of the messages, or `en` where it lacks one of
     * them.
     */
    val language: String,
    /** Whether they are written from right to left. */
    val rightToLeft: Boolean,
)

/** A text and what to do about it. */
public data class TextAndStep(
    /** What is going on. */
    val text: String,
    /** One thing to do next. */
    val step: String,
)

/** A text with a title. */
public data class TitleAndText(
    /** One line. */
    val title: String,
    /** What it means. */
    val text: String,
)

/**
 * What people are told, in one language; what is missing there is said in English. May be used on
 * any number of threads at once.
 *
 * ```
 * val messages = Messages.forLanguages(listOf("ar-EG"))
 * val notice = messages.notice(assessment, addressee = Addressee(AgeBand.FROM_13_TO_15))
 * ```
 */
public class Messages private constructor(internal val ffi: FfiMessages) {
    /**
     * Messages in a language, given as a BCP 47 tag: `pt-BR` and `ar-EG` are spoken to in `pt` and
     * `ar`.
     *
     * @throws UnknownLanguageException when there is no such language; it names those that there are.
     */
    @Throws(UnknownLanguageException::class)
    public constructor(language: String) : this(messagesIn(language))

    /** BCP 47 code of the language. */
    public val language: String get() = translated { ffi.language() }

    /** Whether the language is written from right to left. */
    public val isRightToLeft: Boolean get() = translated { ffi.isRightToLeft() }

    /**
     * What a reader is told of an assessment: the author what [Assessment.deterrenceKey] names,
     * everybody else what the policy acts upon. Null where there is nothing to tell; of what could
     * not be checked, [unchecked] speaks.
     */
    @JvmOverloads
    public fun notice(
        about: Assessment,
        reader: Reader = Reader.APPROACHED,
        addressee: Addressee = Addressee(),
        level: InterventionLevel = InterventionLevel.DESCRIPTIVE,
    ): Notice? = translated {
        ffi.noticeAbout(about.whole, reader.mapped(), addressee.toFfi(), level.mapped())
    }?.toPublic()

    /**
     * What a reader is told of a category. Null at [InterventionLevel.DISABLED], and where there
     * are no words of the category for the reader.
     */
    @JvmOverloads
    public fun notice(
        about: Category,
        reader: Reader = Reader.APPROACHED,
        addressee: Addressee = Addressee(),
        level: InterventionLevel = InterventionLevel.DESCRIPTIVE,
    ): Notice? = translated {
        ffi.notice(reader.mapped(), about.mapped(), addressee.toFfi(), level.mapped())
    }?.toPublic()

    /** That something could not be checked, for the child. */
    @JvmOverloads
    public fun unchecked(input: InputType, addressee: Addressee = Addressee()): TextAndStep? =
        translated { ffi.unchecked(input.mapped(), addressee.toFfi()) }?.toPublic()

    /** What the child is told where messages and pictures are looked at. */
    @JvmOverloads
    public fun monitoringNotice(child: Addressee = Addressee()): TitleAndText? =
        translated { ffi.monitoringNotice(child.toFfi()) }?.let { TitleAndText(it.title, it.text) }

    /** That an adult will be told in so many hours, and what the child may do before. */
    @JvmOverloads
    public fun digestDelay(hours: Int, child: Addressee = Addressee()): TextAndStep? {
        require(hours >= 0) { "hours is $hours; it must be 0 or more" }
        return translated { ffi.digestDelay(hours.toUInt(), child.toFfi()) }?.toPublic()
    }

    /**
     * The text of a key as it is said to somebody. `key.step` is the attribute `step` of a key.
     * Null for a key that there is not, or that shows values which are not given.
     *
     * @param values by name, whole numbers of 0 and more (`Int`, `Long`) or strings.
     */
    @JvmOverloads
    public fun text(
        key: String,
        addressee: Addressee = Addressee(),
        values: Map<String, Any> = emptyMap(),
    ): String? {
        val given = values.entries.associate { (name, value) -> name.wellFormed() to shown(value) }
        return translated { ffi.text(key.wellFormed(), addressee.toFfi(), given) }
    }

    /** What a category is, in a few words; [Meaning] says more, in English. */
    public fun describe(category: Category): String =
        translated { ffi.category(category.mapped()) }

    /** What a behaviour is, in a few words. */
    public fun describe(behavior: Behavior): String =
        translated { ffi.behavior(behavior.mapped()) }

    /** What a stage is, in a few words. */
    public fun describe(stage: Stage): String = translated { ffi.stage(stage.mapped()) }

    /** What an action means, in a few words. */
    public fun describe(action: Action): String = translated { ffi.action(action.mapped()) }

    /** Whether a person has confirmed a help service, for whoever is shown it. */
    public fun verified(service: HelpService): String? =
        translated { ffi.verified(service.verified?.wellFormed()) }

    override fun toString(): String = "Messages($language)"

    public companion object {
        /** Codes of the languages that there are. */
        @JvmStatic
        public val languages: List<String> get() = translated { messageLanguages() }

        /**
         * Messages in the first language of a list that there is, English if there is none;
         * [Messages.language] says which.
         */
        @JvmStatic
        public fun forLanguages(preferred: List<String>): Messages = Messages(
            translated { FfiMessages.forLanguages(preferred.map(String::wellFormed)) },
        )
    }
}

private fun messagesIn(language: String) = translated { FfiMessages(language.wellFormed()) }

private fun shown(value: Any): FfiMessageValue = when (value) {
    is String -> FfiMessageValue.Text(value.wellFormed())
    is Int, is Long -> {
        val number = (value as Number).toLong()
        require(number in 0..UInt.MAX_VALUE.toLong()) { "a value is $number; it must be 0 or more" }
        FfiMessageValue.Number(number.toUInt())
    }
    else -> throw IllegalArgumentException("a value is a whole number or a string")
}
