package org.himaya

import java.nio.file.Files
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test

/** Many calls leave nothing behind: `HIMAYA_CALLS` of them, 50,000 where it is not set. */
class MemoryTest {
    private val calls = System.getenv("HIMAYA_CALLS")?.toInt() ?: 50_000
    private val statistics = Path.of("/proc/self/status")

    /** Memory of the process in bytes; the JVM's heap has a fixed part in it. */
    private fun resident(): Long {
        repeat(3) {
            System.gc()
            Thread.sleep(50)
        }
        val resident = Files.readAllLines(statistics).single { it.startsWith("VmRSS") }
        return resident.filter(Char::isDigit).toLong() * 1024
    }

    @Test
    fun `memory does not grow with the number of calls`() {
        assumeTrue(Files.exists(statistics), "memory is read from /proc")
        val conversation = Conversation()
        val kept = Conversations.inMemory(max = 100)
        val threat = guard.assessMessage(THREAT)
        val (ledger, digest) = Ledger() to DigestBuilder()
        val (messages, services, policy) = Triple(Messages("en"), HelpServices(), Policy("child"))
        val picture = Picture.argb(IntArray(64), 8, 8)
        val broken = Picture.encoded("nonsense".toByteArray())
        fun call(at: Int) {
            check(guard.assessMessage("are you home alone? don't tell your mum").findings.isNotEmpty())
            if (at % 10 == 0) {
                guard.observe(conversation, "hello")
                kept.observe(guard, "${at % 200}", "hello")
                ledger.record(threat, MONDAY)
                digest.record(threat, MONDAY)
                Conversation.of(conversation.toByteArray())
            }
            if (at % 1000 == 0) {
                guard.explain(conversation)
                Messages("ar").notice(Category.GROOMING)
                digest.digest(MONDAY).toText(messages)
                services.lookup("GB")
                Policy("teen").table(AgeBand.FROM_13_TO_15)
                TransparencyReport(listOf(Ledger.fromJson(ledger.toJson())), policy).toJson()
                ReportDraft(PersonRole.GUARDIAN).observe(threat)
                guard.assessImageBlocking(picture)
                guard.assessImageBlocking(broken)
                StreamAnalyzer(guard).pushBlocking(Frame(picture, 0))
            }
        }
        // What the virtual machine compiles and loads, and what its collector is late with, comes at first; a
        // leak comes with every part.
        repeat(WARM_UP, ::call)
        val parts = List(PARTS) {
            val before = resident()
            repeat(calls / PARTS, ::call)
            (resident() - before) / 1e6
        }
        val shown = parts.joinToString { "%.1f".format(it) }
        println("$calls calls: $shown MB more")
        assertTrue(parts.min() < MOST_MB, "in each of $PARTS parts of $calls calls: $shown MB more")
    }

    private companion object {
        /** Of 400,000 calls the first half once added 141 MB, the second 1. */
        const val WARM_UP = 200_000
        const val PARTS = 4
        /** A leak of 320 bytes a call, with the calls that are usual. */
        const val MOST_MB = 4.0
    }
}
