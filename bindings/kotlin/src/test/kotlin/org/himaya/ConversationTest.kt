package org.himaya

import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

/** Conversations and their stores. */
class ConversationTest {
    @Test
    fun `a pattern over messages warns and says why`() {
        val conversation = Conversation()
        val messages = listOf(
            "are you home alone?", SECRET, "add me on snapchat", "send me a selfie",
            "you are so mature for your age",
        )
        val last = messages.map { guard.observe(conversation, it) }.last()
        assertTrue(last.action >= Action.INDICATE && last.risk > 0.5)
        val explanation = guard.explain(conversation)
        assertEquals(5, explanation.received)
        assertTrue(explanation.nats > explanation.boundary && explanation.timeline.isNotEmpty())
        assertTrue(explanation.contributions.any { it.cause is Cause.Shown && it.times > 0 })
        assertTrue(explanation.contributions.all { it.cause.slug.isNotEmpty() && it.cause !is Cause.Other })
    }

    @Test
    fun `a state survives as bytes`() {
        val conversation = Conversation()
        conversation.contact = Contact(Relation.STRANGER, childrenContacted = 40, utcOffset = 60)
        guard.observe(conversation, SECRET)
        conversation.noteDeleted()
        val kept = Conversation.of(conversation.toByteArray())
        assertEquals(conversation.contact, kept.contact)
        assertEquals(listOf(1, 0, 1), listOf(kept.received, kept.sent, kept.deleted))
        assertArrayEquals(conversation.toByteArray(), kept.toByteArray())
        assertEquals(guard.explain(conversation), guard.explain(kept))
        assertTrue(kept.toByteArray().size <= 512)
    }

    @Test
    fun `damaged bytes are refused with the reason`() {
        val state = Conversation().toByteArray()
        for (damaged in listOf(ByteArray(0), "nonsense".toByteArray(), state.copyOf(state.size - 1))) {
            val thrown = assertThrows<ConversationException> { Conversation.of(damaged) }
            assertTrue(Regex("HMYC|checksum|ends") in thrown.message!!, thrown.message)
        }
    }

    @Test
    fun `conversations go on where they were left`(@TempDir folder: Path) {
        val path = folder.resolve("conversations.redb")
        val conversations = Conversations.inFile(path)
        conversations.use {
            it.setContact("user 4711", Contact(Relation.STRANGER))
            assertTrue(it.observe(guard, "user 4711", SECRET) is Observation.Kept)
            val thrown = assertThrows<StoreException> { Conversations.inFile(path) }
            assertEquals(StoreFailure.IN_USE, thrown.reason)
        }
        val thrown = assertThrows<IllegalStateException> { conversations.observe(guard, "user 4711", SECRET) }
        assertEquals("the conversations are closed", thrown.message)
        Conversations.inFile(path).use {
            it.noteDeleted("user 4711")
            val explanation = it.explain(guard, "user 4711")
            assertEquals(listOf(1, 1), listOf(explanation.received, explanation.deleted))
            assertTrue(it.forget("user 4711"))
            assertFalse(it.forget("user 4711"))
            it.forgetAll()
        }
        assertFalse("4711" in String(Files.readAllBytes(path), Charsets.ISO_8859_1))
    }

    @Test
    fun `a file that is no store is refused`(@TempDir folder: Path) {
        val path = Files.writeString(folder.resolve("no-store"), "nonsense".repeat(1000))
        val thrown = assertThrows<StoreException> { Conversations.inFile(path) }
        assertEquals(StoreFailure.DAMAGED, thrown.reason)
    }

    private class Shelf : ConversationStore {
        val states = HashMap<String, ByteArray>()
        var broken = false

        override fun load(counterpart: String): ByteArray? {
            if (broken) throw IOException("CANARY")
            return states[counterpart]
        }

        override fun save(counterpart: String, state: ByteArray) {
            states[counterpart] = state
        }

        override fun forget(counterpart: String): Boolean = states.remove(counterpart) != null

        override fun forgetAll() = states.clear()
    }

    @Test
    fun `a store of one's own keeps them`() {
        val shelf = Shelf()
        Conversations.inStore(shelf).use { conversations ->
            assertTrue(conversations.observe(guard, "somebody", SECRET) is Observation.Kept)
            assertEquals(1, Conversation.of(shelf.states.getValue("somebody")).received)
            assertTrue(conversations.forget("somebody"))
            assertTrue(shelf.states.isEmpty())
        }
    }

    @Test
    fun `a broken store degrades the assessment and says no more than why`() {
        val shelf = Shelf()
        val conversations = Conversations.inStore(shelf)
        shelf.broken = true
        val seen = conversations.observe(guard, "somebody", SECRET) as Observation.Troubled
        assertEquals(Status.DEGRADED, seen.assessment.status)
        assertEquals(listOf(StatusReason.STORE_UNAVAILABLE), seen.assessment.statusReasons)
        assertTrue(seen.assessment.findings.isNotEmpty())
        assertTrue("IOException" in seen.trouble && "CANARY" !in seen.trouble, seen.trouble)
        val thrown = assertThrows<StoreException> { conversations.explain(guard, "somebody") }
        assertEquals(StoreFailure.HOST, thrown.reason)
        assertTrue("IOException" in thrown.message!! && "CANARY" !in thrown.message!!, thrown.message)
        shelf.broken = false
        shelf.states["somebody"] = "nonsense".toByteArray()
        val anew = conversations.observe(guard, "somebody", SECRET)
        assertEquals(listOf(StatusReason.CONVERSATION_DAMAGED), anew.assessment.statusReasons)
    }

    @Test
    fun `a store may ask a guard while a message is observed`() {
        val shelf = object : ConversationStore by Shelf() {
            override fun load(counterpart: String): ByteArray? {
                check(guard.assessMessage("x".repeat(SECRET.length)).findings.isEmpty())
                return null
            }
        }
        val seen = Conversations.inStore(shelf).observe(guard, "somebody", SECRET)
        val spans = seen.assessment.topFinding!!.spans
        assertEquals(guard.assessMessage(SECRET).topFinding!!.spans, spans)
    }

    @Test
    fun `in memory the oldest are forgotten`() {
        Conversations.inMemory(max = 2).use { conversations ->
            val names = listOf("one", "two", "three")
            names.forEach { conversations.observe(guard, it, SECRET) }
            assertEquals(listOf(false, true, true), names.map(conversations::forget))
        }
        assertThrows<IllegalArgumentException> { Conversations.inMemory(0) }
    }

    @Test
    fun `a thread tells its people apart`() {
        val thread = ChatThread(guard, "child")
        thread.setContact("aunt", Contact(Relation.FAMILY))
        thread.observe("stranger", SECRET, 0)
        thread.observe("child", "no", 1000)
        thread.observe("aunt", "see you on sunday", 2000)
        val stranger = thread.explain("stranger")!!
        assertTrue(stranger.risk > thread.explain("aunt")!!.risk)
        assertNull(thread.explain("nobody"))
        assertEquals(listOf(1, 1), listOf(stranger.received, stranger.sent))
    }

    @Test
    fun `a contact that cannot be is refused`() {
        assertThrows<IllegalArgumentException> { Contact(childrenContacted = -1) }
        assertThrows<IllegalArgumentException> { Contact(utcOffset = 100_000) }
    }
}
