package org.himaya

import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Several threads at once. */
class ThreadTest {
    private fun <T> eight(work: () -> T): List<T> {
        val pool = Executors.newFixedThreadPool(8)
        try {
            return pool.invokeAll(List(8) { Callable { work() } }).map { it.get() }
        } finally {
            pool.shutdown()
        }
    }

    @Test
    fun `eight threads sharing a guard get the answers of one`() {
        val texts = lines("tests/golden/text_model.jsonl").map { it["text"].asText() }
        val alone = texts.map { guard.assessMessage(it) }
        val picture = Picture.encoded(picture("astronaut.jpg"))
        val seen = guard.assessImageBlocking(picture)
        assertTrue(eight { texts.map { guard.assessMessage(it) } }.all { it == alone })
        assertTrue(eight { guard.assessImageBlocking(picture) }.all { it == seen })
    }

    @Test
    fun `no message is lost between threads`() {
        val conversation = Conversation()
        val kept = Conversations.inMemory()
        eight {
            repeat(100) {
                guard.observe(conversation, "hello")
                kept.observe(guard, "one", "hello")
            }
        }
        assertEquals(800, conversation.received)
        assertEquals(800, kept.explain(guard, "one").received)
    }

    @Test
    fun `a guard may be closed while others use it`() {
        repeat(20) {
            val guard = Guard(GuardConfig(textModel = TextModel.None))
            val outcomes = eight {
                repeat(20) { at ->
                    if (at == 10) guard.close()
                    val tried = runCatching { guard.assessMessage(SECRET) }
                    tried.onFailure { check(it.message == "the guard is closed") { "$it" } }
                }
            }
            assertEquals(8, outcomes.size)
        }
    }
}
