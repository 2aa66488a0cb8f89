package org.himaya

import java.nio.file.Files
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Streams. */
class StreamTest {
    private val grey = Picture.argb(IntArray(320 * 240) { 0x808080 }, 320, 240)

    @Test
    fun `frames that show nothing new are left`() = runBlocking {
        StreamAnalyzer(guard, StreamConfig(cpuBudget = 1f)).use { stream ->
            assertEquals(null, stream.lookMs)
            assertEquals(FrameOutcome.CLASSIFIED, stream.push(Frame(grey, 0)))
            assertEquals(FrameOutcome.DUPLICATE, stream.push(Frame(grey, 40)))
            assertEquals(FrameOutcome.LATE, stream.push(Frame(grey, 40)))
            stream.pause()
            assertEquals(FrameOutcome.PAUSED, stream.pushBlocking(Frame(grey, 80)))
            stream.resume()
            assertEquals(StreamCounts(4, 1, 0, 1, 0, 0, 1, 1), stream.counts)
            assertTrue(stream.lookMs!! > 0)
            assertFalse(stream.shouldIndicate || stream.shouldInterrupt || stream.shouldMute)
            assertEquals(InputType.STREAM, stream.assessment.inputType)
            assertEquals(Action.ALLOW, stream.summary.action)
        }
    }

    @Test
    fun `changes are told and the observer may ask back`() {
        val told = ArrayList<Pair<StreamChange, Boolean>>()
        lateinit var stream: StreamAnalyzer
        stream = StreamAnalyzer(closed(), observer = { told += it to stream.shouldInterrupt })
        stream.lost(StatusReason.VIDEO_UNREADABLE)
        val (change, interrupted) = told.single()
        assertEquals(Action.ALLOW, change.before)
        assertTrue(change.after >= Action.BLUR && interrupted)
        stream.reset()
        assertEquals(Action.ALLOW, told.last().first.after)
    }

    @Test
    fun `what the observer throws comes out of the call`() {
        val stream = StreamAnalyzer(closed(), observer = { throw NoSuchElementException("own") })
        val thrown = assertThrows<NoSuchElementException> { stream.lost(StatusReason.VIDEO_UNREADABLE) }
        assertEquals("own", thrown.message)
        assertTrue(stream.shouldInterrupt)
        stream.pause()
    }

    @Test
    fun `changes come as a flow`() = runBlocking {
        val stream = StreamAnalyzer(closed())
        val first = async(start = CoroutineStart.UNDISPATCHED) { stream.changes.first() }
        stream.lost(StatusReason.VIDEO_UNREADABLE)
        assertTrue(first.await().after >= Action.BLUR)
    }

    @Test
    fun `a flow of frames becomes a flow of changes`() = runBlocking {
        val frames = (0 until 5).map { Frame(grey, it * 40L) }
        assertEquals(emptyList<StreamChange>(), guard.streamChanges(frames.asFlow()).toList())
        val endless = flow { repeat(Int.MAX_VALUE) { emit(Frame(grey, it * 1000L)) } }
        // A model that cannot say anything else: all it sees is called sensitive.
        Guard(GuardConfig(policy = policy().replace("at = 0.4\naction = \"blur\"", "at = 0.0\naction = \"blur\""))).use {
            val config = StreamConfig(cpuBudget = 1f)
            val sensitive = it.assessImageBlocking(grey).assessment.action >= Action.BLUR
            if (sensitive) assertTrue(it.streamChanges(endless, config).first().after >= Action.BLUR)
        }
    }

    @Test
    fun `a configuration that contradicts itself is refused`() {
        val thrown = assertThrows<StreamConfigException> { StreamAnalyzer(guard, StreamConfig(cpuBudget = 2f)) }
        assertTrue("cpu_budget is 2" in thrown.message!!, thrown.message)
        assertThrows<IllegalArgumentException> { StreamConfig(minIntervalMs = -1) }
    }

    private fun policy() = Files.readString(root.resolve("models/policy/child.toml"))

    private fun closed() =
        Guard(GuardConfig(policy = policy().replace("on_failure = \"open\"", "on_failure = \"closed\"")))
}
