package org.himaya

import org.himaya.internal.mapped
import org.himaya.internal.toFfi
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import java.time.Instant
import org.himaya.internal.ffi.TransparencyReport as FfiTransparencyReport

/** Counters. They saturate; below zero only where noise was added on purpose. */
public data class Tally(
    /** Looked at: messages, pictures, streams. */
    val scanned: Long,
    /** Something was found, be it ever so mild. */
    val signalled: Long,
    /** The policy asked for something: a sign at least. */
    val warned: Long,
    /** The policy asked for more than a sign: covered, interrupted or muted. */
    val acted: Long,
    /** A person uncovered it, or sent it nonetheless. */
    val overridden: Long,
    /** A person said that the warning was wrong. */
    val contested: Long,
    /** Not looked at as a whole, or not by everything. */
    val degraded: Long,
    /** Could not be looked at. */
    val failed: Long,
)

/** How much a report may tell of a single device. */
public sealed interface Sharing {
    /** Every count as it is. */
    public data object Exact : Sharing

    /** Counts from 1 to one less than [threshold] are left out, so that nobody can be recognised. */
    public data class AtLeast(val threshold: Int) : Sharing

    /**
     * Noise in each device's counts (differential privacy); needs a first and a last week that do
     * not depend on the ledgers.
     */
    public data class Noised @JvmOverloads constructor(
        /** For each device, 0.001 to 10; 1 is usual. */
        val epsilon: Double,
        /** What the counts of one device may add up to at most; 20 to 200 is usual. */
        val boundPerDevice: Int = 50,
    ) : Sharing
}

/** Which report is wanted. */
public data class ReportRequest @JvmOverloads constructor(
    /** First week (`2026-W48`); null: the first that something was counted in. */
    val firstWeek: String? = null,
    /** Last week; null: the last that something was counted in. */
    val lastWeek: String? = null,
    /** Language of the text and the page: `en` or `ar`. */
    val language: String = "en",
    /** How much it may tell of a single device. */
    val sharing: Sharing = Sharing.Exact,
)

/**
 * A report on a period, of one device or of many: counts, error rates and the method written out, no
 * content.
 *
 * @throws TransparencyException when nothing was counted and no period is given, the period ends
 *   before it begins, there is no such language, a week or epsilon is none, or noise is asked for
 *   without a period.
 */
public class TransparencyReport @JvmOverloads @Throws(TransparencyException::class) constructor(
    ledgers: List<Ledger>,
    policy: Policy,
    request: ReportRequest = ReportRequest(),
    time: Instant = Instant.now(),
) {
    private val ffi = translated {
        FfiTransparencyReport(ledgers.map { it.ffi }, policy.ffi, time.toEpochMilli(), request.toFfi())
    }

    /** Of which weeks. */
    public val weeks: Weeks get() = translated { ffi.weeks() }.toPublic()

    /** Of how many devices. */
    public val devices: Int get() = translated { ffi.devices() }.toInt()

    /** What was counted. */
    public val total: Tally get() = translated { ffi.total() }.toPublic()

    /** What was counted by category, of those of which anything was. */
    public val byCategory: Map<Category, Tally>
        get() = translated { ffi.byCategory() }
            .associate { it.category.mapped<Category>() to it.tally.toPublic() }

    /** For programs, as `docs/schemas/transparency-report.schema.json` says. */
    public fun toJson(): String = translated { ffi.toJson() }

    /** For people: one page that needs nothing else and lets nothing be loaded. */
    public fun toHtml(): String = translated { ffi.toHtml() }

    override fun toString(): String = "TransparencyReport(weeks=$weeks, devices=$devices)"
}
