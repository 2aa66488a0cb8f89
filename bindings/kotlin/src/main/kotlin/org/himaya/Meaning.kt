package org.himaya

import org.himaya.internal.mapped
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import org.himaya.internal.ffi.meaningOfBehavior
import org.himaya.internal.ffi.meaningOfCategory
import org.himaya.internal.ffi.meaningOfReason
import org.himaya.internal.ffi.meaningOfStage

/** Classes of risk to minors in the European Commission's guidelines on Article 28 DSA (2025). */
public enum class RiskClass {
    /** What a child sees. */
    CONTENT,

    /** What a child or its peers do. */
    CONDUCT,

    /** Who meets a child. */
    CONTACT,

    /** What a child is sold. */
    CONSUMER,

    /** Risks across the others, such as to health and privacy. */
    CROSS_CUTTING,
}

/** What an outside word is, compared with ours (mapping relations of SKOS, W3C 2009). */
public enum class MappingRelation {
    /** The same. */
    EXACT,

    /** It covers more. */
    BROADER,

    /** It covers less. */
    NARROWER,

    /** It is near, neither more nor less. */
    RELATED,
}

/** Where a reason code stands. */
public enum class ReasonKind {
    /** In [Finding.reasonCodes]. */
    FINDING,

    /** In [Finding.reasonCodes], and it names an indicator rule. */
    RULE,

    /** In [Assessment.statusReasons]. */
    STATUS,
}

/** What a word rests on. */
public data class Publication(
    /** Title. */
    val title: String,
    /** Who wrote it. */
    val authors: String,
    /** When. */
    val year: Int,
)

/** The word of another vocabulary for one of ours. */
public data class OutsideWord(
    /** Whose vocabulary, as a slug. */
    val standard: String,
    /** The word there. */
    val value: String,
    /** How it relates to ours. */
    val relation: MappingRelation,
    /** Where the two differ. */
    val note: String?,
)

/** What a category, a behaviour or a stage means, and what it does not. In English. */
public data class Meaning(
    /** The word. */
    val slug: String,
    /** What it is. */
    val definition: String,
    /** Why it matters. */
    val matters: String,
    /** What a finding of it does not say. */
    val limits: List<String>,
    /** What it rests on. */
    val sources: List<Publication>,
    /** The least and the gravest severity of findings, 0 to 7. */
    val severity: IntRange,
    /** The class of risk. */
    val riskClass: RiskClass,
    /** The words of others for it. */
    val outside: List<OutsideWord>,
) {
    public companion object {
        /** What a category means. */
        @JvmStatic
        public fun of(category: Category): Meaning =
            translated { meaningOfCategory(category.mapped()) }.toPublic()

        /** What a behaviour means. */
        @JvmStatic
        public fun of(behavior: Behavior): Meaning =
            translated { meaningOfBehavior(behavior.mapped()) }.toPublic()

        /** What a stage means. */
        @JvmStatic
        public fun of(stage: Stage): Meaning =
            translated { meaningOfStage(stage.mapped()) }.toPublic()
    }
}

/** What a reason code says. In English. */
public data class ReasonMeaning(
    /** The code, or the pattern that it is of (`{language}.{rule}`). */
    val pattern: String,
    /** Where it stands. */
    val kind: ReasonKind,
    /** What it says. */
    val definition: String,
    /** What it does not say. */
    val limits: List<String>,
    /** Files of Himaya's repository and commands that give the measured error rate. */
    val measured: List<String>,
) {
    public companion object {
        /**
         * What a reason code or a status reason says; null for what is of no known form. Whether a
         * guard has a rule of that name, [RuleMeaning.of] says.
         */
        @JvmStatic
        public fun of(code: String): ReasonMeaning? =
            translated { meaningOfReason(code.wellFormed()) }?.toPublic()
    }
}

/** What an indicator rule looks for. */
public data class RuleMeaning(
    /** Code of the language that it is written for. */
    val language: String,
    /** The behaviour that it shows; null for a rule of a category as a whole. */
    val behavior: Behavior?,
    /** The category of its findings. */
    val category: Category,
    /** The severity of its findings, 0 to 7. */
    val severity: Int,
    /** Whether it warns by itself. */
    val decisive: Boolean,
) {
    public companion object {
        /**
         * What the indicator rule of a reason code looks for; null for a code that names none of the
         * guard's rules.
         */
        @JvmStatic
        public fun of(guard: Guard, code: String): RuleMeaning? =
            translated { guard.ffi.rule(code.wellFormed()) }?.toPublic()
    }
}
