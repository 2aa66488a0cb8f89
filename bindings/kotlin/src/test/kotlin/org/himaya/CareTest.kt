package org.himaya

import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

internal const val THREAT = "pay me or i send your pics to everyone"
internal val MONDAY: Instant = Instant.parse("2026-11-23T00:00:00Z")
internal val DAY: Duration = Duration.ofDays(1)
private val CHILD = Addressee(AgeBand.FROM_13_TO_15)

/** What people are told, whom they can ask, and what a guardian learns. */
class CareTest {
    private val threat = guard.assessMessage(THREAT)

    @Test
    fun `each reader is told what concerns them`() {
        val messages = Messages("en")
        val told = Reader.entries.associateWith { messages.notice(threat, it, CHILD)?.key }
        val expected = mapOf(
            Reader.APPROACHED to "notice-sextortion",
            Reader.SENDING to null,
            Reader.AUTHOR to "deterrence-sextortion",
            Reader.GUARDIAN to "guardian-sextortion",
        )
        assertEquals(expected, told)
        val notice = messages.notice(threat, addressee = CHILD)!!
        assertTrue(notice.title.isNotEmpty() && notice.body!!.isNotEmpty() && notice.step.isNotEmpty())
        assertEquals(notice, messages.notice(Category.SEXTORTION, addressee = CHILD))
        val harmless = guard.assessMessage("see you at practice tomorrow")
        assertTrue(Reader.entries.all { messages.notice(harmless, it) == null })
    }

    @Test
    fun `how much is told is the host's choice`() {
        val messages = Messages("en")
        assertNull(messages.notice(threat, level = InterventionLevel.SIMPLE)!!.body)
        assertNull(messages.notice(threat, level = InterventionLevel.DISABLED))
    }

    @Test
    fun `every language speaks to everybody`() {
        assertTrue(Messages.languages.containsAll(listOf("ar", "de", "en", "es", "fr")))
        for (language in Messages.languages) {
            val messages = Messages(language)
            for (age in AgeBand.entries + null) for (gender in Gender.entries) {
                val notice = messages.notice(threat, addressee = Addressee(age, gender))!!
                assertEquals(language, notice.language)
                assertEquals(language == "ar", notice.rightToLeft && messages.isRightToLeft)
            }
        }
        val arabic = Gender.entries.map {
            Messages("ar").notice(threat, addressee = Addressee(AgeBand.FROM_13_TO_15, it))
        }
        assertTrue(arabic.distinct().size > 1)
    }

    @Test
    fun `tags lead to the best language there is`() {
        assertEquals("ar", Messages("ar-EG").language)
        assertEquals("pt", Messages.forLanguages(listOf("xx", "pt_BR.UTF-8", "en")).language)
        assertEquals("en", Messages.forLanguages(emptyList()).language)
        val unknown = assertThrows<UnknownLanguageException> { Messages("xx") }
        assertTrue("there are: ar," in unknown.message!!, unknown.message)
    }

    @Test
    fun `texts show values and words are described`() {
        val messages = Messages("en")
        assertTrue("3" in messages.text("digest-unchecked", CHILD, mapOf("count" to 3))!!)
        assertNull(messages.text("no-such-key"))
        assertNotNull(messages.text("notice-grooming.step", CHILD))
        assertThrows<IllegalArgumentException> { messages.text("digest-unchecked", CHILD, mapOf("count" to 1.5)) }
        assertThrows<IllegalArgumentException> { messages.text("digest-unchecked", CHILD, mapOf("count" to -1)) }
        val described = listOf(
            messages.describe(Category.GROOMING),
            messages.describe(Behavior.SECRECY),
            messages.describe(Stage.CONTROL),
            messages.describe(Action.BLUR),
        )
        assertTrue(described.all { it.isNotEmpty() && "_" !in it })
    }

    @Test
    fun `what could not be checked, monitoring and delays have words`() {
        val messages = Messages("de")
        for (input in InputType.entries) assertTrue(messages.unchecked(input, CHILD)!!.step.isNotEmpty())
        assertTrue(messages.monitoringNotice(CHILD)!!.text.isNotEmpty())
        assertTrue(messages.digestDelay(48, CHILD)!!.step.isNotEmpty())
    }

    @Test
    fun `services of the country come first`() {
        val services = HelpServices()
        val age = AgeBand.FROM_13_TO_15
        val found = services.suitable(Reader.APPROACHED, Category.SEXTORTION, "gb", age = age)
        assertEquals("GB" to HelpAudience.CHILD, found.first().let { it.country to it.audience })
        assertTrue(found.first().reach.first() is Reach.Web && found.first().verified == null)
        assertTrue(Messages("en").verified(found.first())!!.isNotEmpty())
        assertEquals(services.lookup("GB"), found.filter { it.audience == HelpAudience.CHILD })
        val help = HelpAudience.suitable(Reader.AUTHOR, Category.GROOMING)
        assertEquals(listOf(HelpAudience.OFFENDER_HELP), help)
    }

    @Test
    fun `a doubtful service is never shown`() {
        val services = HelpServices()
        val open = services.toConfirm()
        val doubtful = open.filter { it.doubtful != null }.map { it.id }.toSet()
        assertTrue(doubtful.isNotEmpty())
        for (country in open.map { it.country }.distinct()) for (audience in HelpAudience.entries) {
            val shown = services.lookup(country, audience)
            assertTrue(shown.none { it.id in doubtful || it.doubtful != null })
        }
    }

    @Test
    fun `a host confirms and brings its own`() {
        val services = HelpServices()
        val first = services.lookup("GB").first()
        services.confirm("[confirmed]\n\"${first.id}\" = 2026-11-20\n")
        assertEquals("2026-11-20", services.lookup("GB").single { it.id == first.id }.verified)
        val own = """
            schema_version = 1
            version = "1"
            [[services]]
            id = "own"
            country = "GB"
            audience = "child"
            name = "School office"
            url = "https://school.example/help"
            languages = ["en"]
            source_title = "School"
            source_url = "https://school.example"
            verified = 2026-11-20
        """.trimIndent()
        services.extend(own)
        assertEquals("School office", services.lookup("GB").first().name)
        services.replace(own)
        assertEquals(listOf("own"), services.lookup("GB").filter { it.country == "GB" }.map { it.id })
        assertEquals(emptyList<HelpService>(), HelpServices.fromToml(own).toConfirm())
        val wrong = assertThrows<HelpServicesException> { services.extend("nonsense") }
        assertTrue("line 1" in wrong.message!!, wrong.message)
        assertThrows<HelpServicesException> { services.confirm("[confirmed]\nmissing = 2026-11-20\n") }
    }

    @Test
    fun `a digest tells kind, urgency and course`() {
        val builder = DigestBuilder()
        val times = listOf(MONDAY, MONDAY.plusSeconds(60), MONDAY.plus(DAY.multipliedBy(2)))
        assertEquals(listOf(true, false, true), times.map { builder.record(threat, it)!!.isNew })
        val digest = builder.digest(MONDAY.plus(DAY.multipliedBy(3)))
        val item = digest.items.single()
        assertEquals(Category.SEXTORTION to Urgency.NOW, item.category to item.urgency)
        assertEquals(listOf(0, 0, 0, 1, 0, 1, 0), item.byDay)
        assertEquals(LocalDate.of(2026, 11, 26), digest.endsOn)
        assertEquals(HelpAudience.CHILD, item.help.first())
        val title = Messages("fr").text("${item.adviceKey}.title", CHILD)!!
        assertTrue(title in digest.toText(Messages("fr"), CHILD))
        assertEquals("", digest.toText(Messages("en"), CHILD, InterventionLevel.DISABLED))
        assertEquals("sextortion", json(digest.toJson())["items"][0]["category"].asText())
        assertEquals(digest, builder.digest(MONDAY.plus(DAY.multipliedBy(3))))
    }

    @Test
    fun `a young person may tell it first`() {
        val delay = Policy("teen").delay(AgeBand.FROM_16_TO_17)
        assertEquals(DelayHours(calm = 168, soon = 48, today = 12, now = 1), delay)
        assertEquals(DelayHours(), Policy("child").delay(AgeBand.FROM_6_TO_9))
        val builder = DigestBuilder(delay)
        assertEquals(1, builder.record(threat, MONDAY)!!.waitHours)
        assertTrue(builder.digest(MONDAY).items.isEmpty())
        val again = DigestBuilder.fromJson(builder.toJson(), delay)
        assertEquals(1, again.digest(MONDAY.plusSeconds(3 * 3600)).items.size)
        assertThrows<DigestException> { DigestBuilder.fromJson("{}") }
        assertThrows<IllegalArgumentException> { DelayHours(calm = -1) }
    }

    @Test
    fun `harmless messages and failures are no items`() {
        val builder = DigestBuilder()
        assertNull(builder.record(guard.assessMessage("see you at practice"), MONDAY))
        builder.record(guard.assessFailure(StatusReason.MESSAGE_UNREADABLE), MONDAY)
        val digest = builder.digest(MONDAY)
        assertTrue(digest.items.isEmpty())
        assertEquals(1, digest.unchecked)
    }
}
