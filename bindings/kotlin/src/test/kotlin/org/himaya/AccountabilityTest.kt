package org.himaya

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Policies, what is counted, contested, published and reported, and what words mean. */
class AccountabilityTest {
    private val threat = guard.assessMessage(THREAT)

    @Test
    fun `presets hold and come back from JSON`() {
        for (name in listOf("child", "teen", "adult", "school")) {
            val policy = Policy(name)
            val again = Policy(policy.toJson())
            assertEquals(name, policy.name)
            assertEquals(policy, again)
            assertEquals(policy.hashCode(), again.hashCode())
            assertTrue(policy.concerns().isEmpty() && policy.diff(again).isEmpty())
            assertTrue(policy.rows.all { it.reason.isNotEmpty() } && policy.sha256.length == 64)
        }
    }

    @Test
    fun `a policy says what is in force for an age`() {
        val policy = Policy.preset(AgeBand.FROM_10_TO_12)
        assertEquals("child" to OnFailure.CLOSED, policy.name to policy.onFailure)
        assertEquals(AgeBand.entries.take(3), policy.ages)
        val table = policy.table(AgeBand.FROM_10_TO_12)
        assertEquals(Category.entries.toSet(), table.map { it.category }.toSet())
        val grooming = table.filter { it.category == Category.GROOMING }
        assertEquals(grooming.sortedByDescending { it.action }, grooming)
        assertTrue(table.all { it.at in 0f..1f && it.minSeverity in 0..7 })
    }

    @Test
    fun `concerns name what may not be meant`() {
        val own = "schema_version = 1\nname = \"own\"\nversion = 2\non_failure = \"open\"\nrows = []\n"
        val kinds = Policy(own).concerns(listOf(AgeBand.FROM_6_TO_9)).map { it.kind }
        val expected =
            listOf(PolicyConcernKind.FAILS_OPEN, PolicyConcernKind.NO_NOTICE, PolicyConcernKind.UNCOVERED)
        assertTrue(kinds.containsAll(expected), "$kinds")
        assertTrue(Policy(own).concerns(listOf(AgeBand.ADULT)).isEmpty())
        val wrong = assertThrows<PolicyException> { Policy("nonsense") }
        assertTrue("line 1" in wrong.message!!, wrong.message)
    }

    @Test
    fun `a diff says which way each change goes`() {
        val (child, adult) = Policy("child") to Policy("adult")
        val diff = child.diff(adult)
        assertEquals(Shift.LAXER to Shift.STRICTER, diff.shift to adult.diff(child).shift)
        assertTrue(diff.settings.map { it.field }.containsAll(listOf("name", "on_failure")))
        assertTrue(diff.rows.all { it.shift == Shift.LAXER && it.ages.isNotEmpty() })
    }

    @Test
    fun `a lock refuses every other policy`() {
        val policy = Policy("school")
        val lock = PolicyLock(policy.lock(LockedBy.SCHOOL).toJson())
        assertEquals(Triple(LockedBy.SCHOOL, "school", policy.sha256), Triple(lock.by, lock.name, lock.sha256))
        lock.check(policy)
        val refused = assertThrows<PolicyLockedException> { lock.check(Policy("adult")) }
        assertTrue("the school locked policy `school`" in refused.message!!, refused.message)
        val rules = GuardConfig(policyLock = lock.toJson(), textModel = TextModel.None)
        Guard(rules.copy(policy = policy.toJson())).close()
        assertThrows<PolicyException> { Guard(rules.copy(policy = "adult")) }
    }

    @Test
    fun `leniency stays within the policy's bounds`() {
        val teen = Policy("teen")
        val rules = teen.contestRules!!
        val relaxed = teen.withLeniency(listOf(Leniency(rules.categories.first(), rules.maxRaise)))
        assertEquals(rules.categories.first(), relaxed.leniency.single().category)
        assertEquals(teen.sha256, relaxed.sha256)
        assertNotEquals(teen, relaxed)
        assertThrows<PolicyException> { teen.withLeniency(listOf(Leniency(Category.SEXTORTION, 0.1f))) }
    }

    @Test
    fun `a ledger counts and comes back`() {
        val ledger = Ledger()
        assertTrue(ledger.weeks == null && ledger.recent.isEmpty())
        ledger.record(guard.assessMessage("see you at practice"), MONDAY)
        val id = ledger.record(threat, MONDAY.plus(DAY.multipliedBy(7)))
        assertEquals(Weeks("2026-W48", "2026-W49"), ledger.weeks)
        assertEquals(id to Category.SEXTORTION, ledger.recent.single().let { it.id to it.categories.first() })
        assertTrue(ledger.overridden(id) && !ledger.overridden(id))
        assertEquals(ledger.toJson(), Ledger.fromJson(ledger.toJson()).toJson())
        val other = Ledger()
        other.record(threat, MONDAY)
        ledger.merge(other)
        ledger.merge(ledger)
        val report = TransparencyReport(listOf(ledger), Policy("child"))
        assertEquals(6L to 4L, report.total.scanned to report.total.warned)
    }

    @Test
    fun `a damaged ledger is refused and never quoted`() {
        val ledger = Ledger()
        ledger.record(threat, MONDAY)
        val damaged = ledger.toJson().replace("sextortion", "CANARY")
        val refused = assertThrows<LedgerException> { Ledger.fromJson(damaged) }
        assertTrue("column" in refused.message!! && "CANARY" !in refused.message!!, refused.message)
    }

    @Test
    fun `contests on several days raise a threshold`() {
        val (teen, ledger) = Policy("teen") to Ledger()
        val warning = guard.assessMessage("you are a loser, everybody hates you")
        assertEquals(Category.BULLYING, warning.topFinding!!.category)
        var now = MONDAY
        var id = ""
        var contested: Contested? = null
        repeat(teen.contestRules!!.minContests + 1) {
            now = now.plus(DAY)
            id = ledger.record(warning, now)
            contested = ledger.contest(id, ContestReason.HARMLESS, teen, now)
            assertEquals(Category.BULLYING to false, contested!!.category to contested!!.repeated)
            assertTrue(ledger.contest(id, ContestReason.HARMLESS, teen, now).repeated)
        }
        assertEquals(contested!!.leniency, ledger.leniency(teen, now))
        assertTrue(contested!!.leniency.single().raisedBy > 0)
        assertEquals(contested!!.leniency, ledger.relaxed(teen, now).leniency)
        assertThrows<ContestException> { ledger.contest("0".repeat(32), ContestReason.OTHER, teen) }
        assertThrows<ContestException> { ledger.overridden("nonsense") }
    }

    @Test
    fun `a report is made for people and programs`() {
        val ledgers = List(2) { Ledger() }
        for (ledger in ledgers) repeat(6) { ledger.record(threat, MONDAY.plusSeconds(60L * it)) }
        val policy = Policy("child")
        val report = TransparencyReport(ledgers, policy)
        assertEquals(2 to Weeks("2026-W48", "2026-W48"), report.devices to report.weeks)
        assertEquals(12L, report.byCategory.getValue(Category.SEXTORTION).warned)
        assertTrue(json(report.toJson())["methodology"]["paragraphs"].size() >= 8)
        val html = TransparencyReport(ledgers, policy, ReportRequest(language = "ar")).toHtml()
        assertTrue("dir=\"rtl\"" in html && "<script" !in html)
        val few = TransparencyReport(ledgers, policy, ReportRequest(sharing = Sharing.AtLeast(20)))
        assertEquals(0L, few.total.warned)
        val noised = ReportRequest("2026-W40", "2026-W50", sharing = Sharing.Noised(1.0))
        val shared = json(TransparencyReport(ledgers, policy, noised).toJson())
        assertEquals(2, shared["differential_privacy"]["draws"].asInt())
    }

    @Test
    fun `a report that cannot be made says why`() {
        val (policy, full) = Policy("child") to Ledger()
        full.record(threat, MONDAY)
        for ((request, why) in listOf(
            ReportRequest(firstWeek = "soon") to "such as 2026-W48",
            ReportRequest(language = "xx") to "xx",
            ReportRequest(lastWeek = "2026-W40") to "earlier week first",
            ReportRequest(sharing = Sharing.Noised(1.0)) to "noise needs a period",
            ReportRequest("2026-W48", "2026-W48", sharing = Sharing.Noised(99.0)) to "0.001 to 10",
        )) {
            val refused = assertThrows<TransparencyException> { TransparencyReport(listOf(full), policy, request) }
            assertTrue(why in refused.message!!, refused.message)
        }
        assertThrows<TransparencyException> { TransparencyReport(listOf(Ledger()), policy) }
        assertThrows<IllegalArgumentException> {
            TransparencyReport(listOf(full), policy, ReportRequest(sharing = Sharing.AtLeast(-1)))
        }
    }

    @Test
    fun `a draft says what was derived and what is left`() {
        val draft = ReportDraft(PersonRole.GUARDIAN, time = MONDAY)
        draft.observe(threat, MONDAY)
        draft.annotate(Annotation.MINOR_TO_MINOR_INTERACTION)
        val number = draft.attach("not a picture".toByteArray(), "CANARY.jpg")
        val form = json(draft.toJson())
        assertTrue(form["status"].asText() == "draft" && !form["filed"].asBoolean())
        assertTrue(form["incidentSummary"]["incidentType"]["derived"].asBoolean())
        assertTrue(form["left_to_reviewer"].size() > 0)
        assertThrows<DraftException> { draft.classify(number, IndustryClassification.A1) }
        val reviewed = ReportDraft(PersonRole.REVIEWER)
        assertThrows<DraftException> { reviewed.classify(0, IndustryClassification.A1) }
        reviewed.classify(reviewed.attach(ByteArray(3)), IndustryClassification.A1)
        assertTrue("A1" in reviewed.toJson())
    }

    @Test
    fun `a draft includes only what a person chose`() {
        val said = Said("$THREAT, call +49 30 1234567", "somebody")
        assertFalse("pay me" in "$said" || "somebody" in "$said")
        val draft = ReportDraft(PersonRole.GUARDIAN, Include(messages = true, people = true))
        draft.observe(threat, said = said)
        draft.observe(threat, said = Said("CANARY of the child's own", role = Role.PROTECTED))
        draft.statement("write to me at me@example.org \uD83D")
        val json = draft.toJson()
        assertTrue("pay me" in json && "somebody" in json)
        assertFalse("1234567" in json || "me@example.org" in json || "CANARY" in json, json)
    }

    @Test
    fun `no words get into what is kept, counted or drafted`() {
        val canary = "CANARY $THREAT CANARY"
        val (ledger, builder, draft) = Triple(Ledger(), DigestBuilder(), ReportDraft(PersonRole.GUARDIAN))
        val conversation = Conversation()
        for (role in Role.entries) {
            val assessment = guard.observe(conversation, canary, role)
            ledger.record(assessment, MONDAY)
            builder.record(assessment, MONDAY)
            draft.observe(assessment, said = Said(canary, "CANARY", role))
        }
        draft.attach(canary.toByteArray(), "CANARY.txt")
        val contested = ledger.contest(ledger.recent.first().id, ContestReason.OTHER, Policy("child"), MONDAY)
        val digest = builder.digest(MONDAY)
        assertTrue(digest.items.isNotEmpty())
        val report = TransparencyReport(listOf(ledger), Policy("child"))
        val kept = listOf(
            ledger.toJson(), builder.toJson(), digest.toJson(), digest.toText(Messages("en")),
            report.toJson(), report.toHtml(), draft.toJson(), "${ledger.recent} $contested",
            "$ledger $builder $digest $report $draft",
        )
        for (text in kept) assertFalse("CANARY" in text || "pics" in text, text)
    }

    @Test
    fun `every word has a meaning and limits`() {
        val meanings = Category.entries.map { Meaning.of(it) } +
            Behavior.entries.map { Meaning.of(it) } + Stage.entries.map { Meaning.of(it) }
        for (meaning in meanings) {
            assertTrue(meaning.definition.isNotEmpty() && meaning.limits.isNotEmpty(), meaning.slug)
            assertTrue(meaning.severity.last <= 7 && !meaning.severity.isEmpty(), meaning.slug)
        }
        assertTrue(meanings.any { it.outside.isNotEmpty() && it.sources.isNotEmpty() })
    }

    @Test
    fun `reason codes have a meaning`() {
        val rules = threat.findings.flatMap { it.reasonCodes }.mapNotNull { code ->
            val reason = ReasonMeaning.of(code)!!
            val rule = RuleMeaning.of(guard, code)
            assertEquals(reason.kind == ReasonKind.RULE, rule != null, code)
            rule
        }
        assertTrue(rules.isNotEmpty() && rules.all { it.category == Category.SEXTORTION })
        assertNull(ReasonMeaning.of("nonsense"))
        assertNull(RuleMeaning.of(guard, "nonsense"))
        assertEquals(ReasonKind.STATUS, ReasonMeaning.of("image_unreadable")!!.kind)
    }
}
