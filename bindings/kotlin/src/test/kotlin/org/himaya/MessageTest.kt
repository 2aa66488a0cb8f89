package org.himaya

import com.sun.jna.Pointer
import java.nio.ByteBuffer
import java.nio.ByteOrder
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.himaya.internal.Direct
import org.himaya.internal.atWork
import org.himaya.internal.ffi.FfiConverterString
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Messages and what is said of them. */
class MessageTest {
    @Test
    fun `spans cut the words out of the text`() {
        val text = "😀😀 é are you home alone? 😀"
        val span = guard.assessMessage(text).topFinding!!.spans.single()
        assertEquals("are you home alone", text.substring(span))
    }

    @Test
    fun `a harmless message passes`() {
        val assessment = guard.assessMessage("see you at practice tomorrow")
        assertEquals(Action.ALLOW, assessment.action)
        assertEquals(Status.COMPLETE, assessment.status)
        assertEquals(InputType.MESSAGE, assessment.inputType)
        assertTrue(assessment.findings.isEmpty() && assessment.messageScore!! < 0.5)
    }

    @Test
    fun `no words stand in what is printed`() {
        val assessment = guard.assessMessage(SECRET)
        val conversation = Conversation()
        guard.observe(conversation, SECRET)
        val printed = listOf(
            assessment, assessment.findings, Message(SECRET), conversation, guard.explain(conversation), guard,
        ).joinToString()
        assertTrue("SECRECY" in printed)
        assertFalse("mum" in printed || "our secret" in printed, printed)
    }

    @Test
    fun `text that is no UTF-16 is read all the same`() {
        val text = "\uD83D are you home alone? \uDE00"
        val span = guard.assessMessage(text).topFinding!!.spans.single()
        assertEquals("are you home alone", text.substring(span))
        Conversations.inMemory().use { conversations ->
            assertTrue(conversations.observe(guard, "\uD83D", text) is Observation.Kept)
            assertEquals(1, conversations.explain(guard, "\uD83D").received)
        }
    }

    @Test
    fun `what lies beyond the limit is not read, and said so`() {
        Guard(GuardConfig(limits = Limits(maxMessageBytes = 64))).use { short ->
            val assessment = short.assessMessage("hello ".repeat(100) + SECRET)
            assertEquals(Status.DEGRADED, assessment.status)
            assertEquals(listOf(StatusReason.MESSAGE_TRUNCATED), assessment.statusReasons)
            assertTrue(assessment.findings.isEmpty())
        }
        assertThrows<IllegalArgumentException> { Guard(GuardConfig(limits = Limits(maxMessageBytes = -1))) }
    }

    @Test
    fun `long and empty messages are read`() {
        val long = "hello there my friend ".repeat(2000) + SECRET
        val span = guard.assessMessage(long).topFinding!!.spans.first()
        assertTrue(span.first > 40_000)
        assertEquals(Action.ALLOW, guard.assessMessage("").action)
    }

    /** No message gets one so far. */
    @Test
    fun `an answer that does not fit arrives`() {
        val answer = "0123456789".repeat(1000)
        val buffer = FfiConverterString.lower(answer)
        val fields = ByteBuffer.allocate(24).order(ByteOrder.nativeOrder())
        fields.putLong(buffer.capacity).putLong(buffer.len).putLong(Pointer.nativeValue(buffer.data))
        val arrived = atWork { place ->
            place.room.write(fields.array())
            with(Direct) { place.answer(0) }
        }
        assertEquals(answer, String(arrived))
    }

    @Test
    fun `a text may hold any character`() {
        val text = "\u0000 are you home alone?\u0000 😀"
        assertEquals("are you home alone", text.substring(guard.assessMessage(text).findings.first().spans.first()))
    }

    @Test
    fun `rules alone do without the classifier`() {
        Guard(GuardConfig(textModel = TextModel.None)).use { rules ->
            val assessment = rules.assessMessage(SECRET)
            assertEquals(null, assessment.messageScore)
            assertTrue(assessment.models.isEmpty())
            assertEquals(Origin.RULE, assessment.topFinding!!.origin)
        }
    }

    @Test
    fun `many at once get the answers of one after another`() = runBlocking {
        val texts = lines("tests/golden/text_model.jsonl").map { it["text"].asText() }
        val alone = texts.map(guard::assessMessage)
        assertEquals(alone, guard.assessMessages(texts))
        assertEquals(alone, guard.assessMessages(texts, parallelism = 3))
        assertEquals(emptyList<Assessment>(), guard.assessMessages(emptyList()))
    }

    @Test
    fun `a batch ends between two messages when it is cancelled`() {
        val conversation = Conversation()
        val cancelled = runCatching {
            runBlocking {
                val batch = this
                val messages = sequence {
                    repeat(10) { yield(Message("hello")) }
                    batch.cancel()
                    repeat(1000) { yield(Message("hello")) }
                }
                launch { guard.observeAll(conversation, messages.asIterable()) }
            }
        }
        assertTrue(cancelled.exceptionOrNull() is CancellationException)
        assertTrue(conversation.received in 10..11)
    }

    @Test
    fun `assessments compare by what they say`() {
        val one = guard.assessMessage(SECRET)
        val other = guard.assessMessage(SECRET)
        assertEquals(one, other)
        assertEquals(one.hashCode(), other.hashCode())
        assertFalse(one == guard.assessMessage("hello"))
    }

    @Test
    fun `what was closed says so`() {
        val closed = Guard()
        closed.close()
        closed.close()
        val thrown = assertThrows<IllegalStateException> { closed.assessMessage(SECRET) }
        assertEquals("the guard is closed", thrown.message)
        // A guard that is closed leaves others alone.
        assertTrue(guard.assessMessage(SECRET).findings.isNotEmpty())
    }

    @Test
    fun `a guard says what is in force`() {
        assertTrue("ar" in guard.languages && "en" in guard.languages)
        assertEquals(guard.rulesetVersion, guard.assessMessage("hello").rulesetVersion)
        assertEquals("0.1.0", Guard.version)
    }
}
