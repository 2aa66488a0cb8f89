package org.himaya

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.SharedFlow
import kotlinx.coroutines.flow.asSharedFlow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.withContext
import org.himaya.internal.Handle
import org.himaya.internal.HostedObserver
import org.himaya.internal.Native
import org.himaya.internal.toFfi
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.ffi.StreamAnalyzer as FfiStreamAnalyzer

/** What a stream may cost and how often it is looked at. When they disagree, [cpuBudget] wins. */
public data class StreamConfig @JvmOverloads constructor(
    /** Share of one core, above 0 and at most 1. With 1 nothing is left out for its cost. */
    val cpuBudget: Float = 0.25f,
    /** Milliseconds of the stream between two looks at least, but for a cut between scenes. */
    val minIntervalMs: Long = 100,
    /** Milliseconds after which even what looks the same is looked at again. */
    val maxIntervalMs: Long = 2000,
) {
    init {
        require(minIntervalMs >= 0 && maxIntervalMs >= 0) {
            "the intervals are $minIntervalMs and $maxIntervalMs; they must be 0 or more"
        }
    }
}

/** A frame of a stream, of [timeMs] milliseconds of the stream. */
public class Frame(public val pixels: Picture.Pixels, public val timeMs: Long)

/** What became of one frame. */
public enum class FrameOutcome {
    /** It was classified. */
    CLASSIFIED,

    /** It was to be classified, which failed; the policy's `on_failure` counts. */
    FAILED,

    /** It shows what the last classified frame showed. */
    DUPLICATE,

    /** A look had just been taken. */
    SPACED,

    /** The budget was spent. */
    OVER_BUDGET,

    /** Its time is that of an earlier frame or before it. */
    LATE,

    /** The analyzer was paused. */
    PAUSED,

    /** Something that this version does not know. */
    OTHER,
}

/** The action of a stream changed. */
public data class StreamChange(
    /** Time of the frame that changed it, in milliseconds of the stream. */
    val timeMs: Long,
    /** What was to be done before. */
    val before: Action,
    /** What is to be done now. */
    val after: Action,
    /** What enough looks agree on now, 0..1. */
    val risk: Float,
)

/** How many frames came and what became of them: [seen] is the sum of all others. */
public data class StreamCounts(
    val seen: Long,
    val classified: Long,
    val failed: Long,
    val duplicates: Long,
    val spaced: Long,
    val overBudget: Long,
    val late: Long,
    val paused: Long,
)

/** Is told when the action of a stream changes. */
public fun interface StreamObserver {
    /**
     * The action changed. Is called on the thread that pushed the frame, before that call returns,
     * and may call the analyzer; what it throws comes out of that call.
     */
    public fun onChange(change: StreamChange)
}

/**
 * Looks at the frames of one video or livestream, one after another, within a budget. Holds two
 * thumbnails of 256 bytes and some numbers, never a frame. May be used on any thread; calls wait
 * for each other.
 *
 * Whoever has the frames as a [Flow] finds [streamChanges] simpler.
 */
public class StreamAnalyzer @JvmOverloads @Throws(StreamConfigException::class) constructor(
    private val guard: Guard,
    config: StreamConfig = StreamConfig(),
    observer: StreamObserver? = null,
) : AutoCloseable {
    private val told = MutableSharedFlow<StreamChange>(
        extraBufferCapacity = KEPT_CHANGES,
        onBufferOverflow = BufferOverflow.DROP_OLDEST,
    )
    private val hosted = HostedObserver { change ->
        told.tryEmit(change)
        observer?.onChange(change)
    }
    private val ffi = translated { FfiStreamAnalyzer(guard.ffi, config.toFfi(), hosted) }
    private val handle = Handle.of(this, ffi)

    /**
     * Changes of the action from now on. A collector that does not keep up misses the oldest of
     * more than 64.
     */
    public val changes: SharedFlow<StreamChange> = told.asSharedFlow()

    /** Whether the video should be covered or stopped: the action is `BLUR` or stronger. */
    public val shouldInterrupt: Boolean get() = translated { ffi.shouldInterrupt() }

    /** Whether a sign should be shown: the action is `INDICATE` or stronger. */
    public val shouldIndicate: Boolean get() = translated { ffi.shouldIndicate() }

    /** Whether the sound should be off too: the action is `MUTE`. */
    public val shouldMute: Boolean get() = translated { ffi.shouldMute() }

    /**
     * Where the stream stands now. Risk and scores of findings are what enough looks agree on; the
     * action holds until several looks clear it.
     */
    public val assessment: Assessment get() = handle.use { Assessment(Native.streamNow(it)) }

    /**
     * The stream so far: what it was at its strongest, and whether all of it could be looked at.
     */
    public val summary: Assessment get() = handle.use { Assessment(Native.streamSummary(it)) }

    /** What became of the frames so far. */
    public val counts: StreamCounts get() = translated { ffi.counts() }.toPublic()

    /** What a look costs on average, in milliseconds of work; null before the first. */
    public val lookMs: Double? get() = translated { ffi.lookMs() }

    /**
     * Takes the next frame and looks at it if it shows something new and the budget permits; says
     * what became of it. A frame with the time of an earlier one, or up to a second before it, is
     * left out. One further back means that the stream goes on at an earlier time.
     */
    public suspend fun push(frame: Frame): FrameOutcome =
        withContext(Dispatchers.Default) { pushBlocking(frame) }

    /** [push] for callers that may wait, as the thread of a decoder. */
    public fun pushBlocking(frame: Frame): FrameOutcome =
        hosted.passingOn { handle.use { Native.push(it, frame) } }

    /**
     * Says that a part of the stream could not be had: broken (what the policy's `on_failure` asks
     * for stands until two looks succeed), or left out by the host
     * ([StatusReason.FRAMES_SKIPPED]).
     */
    public fun lost(reason: StatusReason) {
        hosted.passingOn { translated { ffi.lost(reason.toFfi()) } }
    }

    /** Leaves frames out until [resume]; what stands stays. */
    public fun pause() {
        translated { ffi.pause() }
    }

    /** Goes on; the next frame is looked at as if a new scene began. */
    public fun resume() {
        translated { ffi.resume() }
    }

    /** Begins a new stream with the same guard, configuration, observer and budget. */
    public fun reset() {
        hosted.passingOn { translated { ffi.reset() } }
    }

    override fun close() {
        handle.close()
        ffi.close()
    }

    override fun toString(): String = "StreamAnalyzer"

    private companion object {
        const val KEPT_CHANGES = 64
    }
}

/**
 * Looks at [frames] as they come, on [Dispatchers.Default], and tells each change of the action.
 * Collecting begins a stream of its own; cancelling ends it between two frames.
 *
 * @throws StreamConfigException when it is collected and the configuration contradicts itself.
 */
public fun Guard.streamChanges(
    frames: Flow<Frame>,
    config: StreamConfig = StreamConfig(),
): Flow<StreamChange> = flow {
    val changes = ArrayDeque<StreamChange>()
    StreamAnalyzer(this@streamChanges, config, changes::addLast).use { analyzer ->
        frames.collect { frame ->
            analyzer.pushBlocking(frame)
            while (changes.isNotEmpty()) emit(changes.removeFirst())
        }
    }
}.flowOn(Dispatchers.Default)
