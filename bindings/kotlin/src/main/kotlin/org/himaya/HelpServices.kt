package org.himaya

import org.himaya.internal.mapped
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import org.himaya.internal.ffi.HelpServices as FfiHelpServices
import org.himaya.internal.ffi.suitableHelp

/** Whom a service is for. */
public enum class HelpAudience {
    /** Children and young people. */
    CHILD,

    /** Whoever reports abuse of children on the internet. */
    REPORTING_HOTLINE,

    /** Whoever wants pictures of themselves taken down. */
    IMAGE_REMOVAL,

    /** Whoever fears to do, or does, harm to children and wants to stop. */
    OFFENDER_HELP;

    public companion object {
        /**
         * Which services suit a reader of a notice, the most needed first. Somebody under age
         * whose message was flagged is a child who needs somebody to talk to.
         */
        @JvmStatic
        @JvmOverloads
        public fun suitable(
            reader: Reader,
            category: Category,
            age: AgeBand? = null,
        ): List<HelpAudience> = translated {
            suitableHelp(reader.mapped(), category.mapped(), age?.mapped())
        }.map { it.mapped() }
    }
}

/** For whom alone a service is. */
public enum class HelpAges {
    /** People under 18. */
    UNDER18,

    /** People of 18 years and older. */
    ADULTS,
}

/** A way to reach a service. */
public sealed interface Reach {
    /** A web address. */
    public data class Web(val url: String) : Reach

    /** A number, as dialled in the country. */
    public data class Phone(val number: String) : Reach
}

/** A service that helps. */
public data class HelpService(
    /** What the row is called: country, audience, number. */
    val id: String,
    /** ISO 3166-1 alpha-2, or `INT` where it serves many countries. */
    val country: String,
    /** Whom it is for. */
    val audience: HelpAudience,
    /** Its name, in its own words. */
    val name: String,
    /**
     * How to reach it, in the order in which to show it: what nobody has confirmed by its web
     * address first, since a number that changed hands leads a child to a stranger.
     */
    val reach: List<Reach>,
    /** For whom alone it is; null: for all ages. */
    val ages: HelpAges?,
    /** ISO 639 codes of the languages spoken there; empty if unknown. */
    val languages: List<String>,
    /** When it answers, as its source says. */
    val hours: String?,
    /** Where these facts were seen: title. */
    val sourceTitle: String,
    /** Where these facts were seen: address. */
    val sourceUrl: String,
    /** Of the source or the copy that was seen: year, month or day. */
    val sourceDate: String?,
    /** The day (`2026-11-30`) on which a person confirmed the row; null if nobody has. */
    val verified: String?,
    /**
     * Why it must not be shown until somebody confirmed it; only in what [HelpServices.toConfirm]
     * gives.
     */
    val doubtful: String?,
)

/**
 * A list of help services: those that come with Himaya, or a host's own. May be used on any thread;
 * calls wait for each other.
 */
public class HelpServices private constructor(private val ffi: FfiHelpServices) {
    /** The services that come with Himaya. Reading them takes milliseconds: keep the list. */
    public constructor() : this(embedded())

    /**
     * The services to show for one audience, best first: of the [country] (ISO 3166-1 alpha-2)
     * before international ones, of both those that speak the [language] (a BCP 47 tag) first.
     * [age] is that of the person who will ask for help. Doubtful rows are never among them.
     */
    @JvmOverloads
    public fun lookup(
        country: String,
        audience: HelpAudience = HelpAudience.CHILD,
        language: String = "en",
        age: AgeBand? = null,
    ): List<HelpService> = translated {
        ffi.lookup(country.wellFormed(), audience.mapped(), language.wellFormed(), age?.mapped())
    }.map { it.toPublic() }

    /**
     * The services that suit a reader of a notice, the most needed first, each audience's as
     * [lookup] gives them.
     */
    @JvmOverloads
    public fun suitable(
        reader: Reader,
        category: Category,
        country: String,
        language: String = "en",
        age: AgeBand? = null,
    ): List<HelpService> = translated {
        val tag = language.wellFormed()
        ffi.suitable(reader.mapped(), category.mapped(), country.wellFormed(), tag, age?.mapped())
    }.map { it.toPublic() }

    /**
     * Adds a host's own services (TOML), before those that there are; a row with an `id` that there
     * is stands in its place.
     *
     * @throws HelpServicesException when a row does not hold; the list is then as before.
     */
    @Throws(HelpServicesException::class)
    public fun extend(toml: String): Unit = translated { ffi.extend(toml.wellFormed()) }

    /**
     * Puts a host's own services (TOML) in place of all that there are for the same country and
     * audience; what the host's list does not speak of stays.
     *
     * @throws HelpServicesException when a row does not hold; the list is then as before.
     */
    @Throws(HelpServicesException::class)
    public fun replace(toml: String): Unit = translated { ffi.replace(toml.wellFormed()) }

    /**
     * Takes down that a person confirmed services: a TOML table `[confirmed]` of `id = date`. What
     * was doubtful no longer is.
     *
     * @throws HelpServicesException when it is not such a table, or names a service that there is
     *   not; the list is then as before.
     */
    @Throws(HelpServicesException::class)
    public fun confirm(toml: String): Unit = translated { ffi.confirm(toml.wellFormed()) }

    /**
     * What a person must confirm before a release: all that nobody has, doubtful rows first. For
     * whoever keeps the list, and never to be shown to a child.
     */
    public fun toConfirm(): List<HelpService> =
        translated { ffi.toConfirm() }.map { it.toPublic() }

    public companion object {
        /**
         * Reads a list in the form of `models/help/services.toml`.
         *
         * @throws HelpServicesException when a row does not hold; it names row and field.
         */
        @JvmStatic
        @Throws(HelpServicesException::class)
        public fun fromToml(toml: String): HelpServices =
            HelpServices(translated { FfiHelpServices.fromToml(toml.wellFormed()) })
    }
}

private fun embedded() = translated { FfiHelpServices() }
