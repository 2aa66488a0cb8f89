internal import CHimaya
internal import HimayaFFI

/// Looks at the frames of one video or livestream, one after another, within a budget. Holds two
/// thumbnails of 256 bytes and some numbers, never a frame. May be used on any thread; calls wait for
/// each other.
///
/// Whoever has the frames as an `AsyncSequence` finds ``Guard/changes(in:_:)`` simpler.
public final class StreamAnalyzer: Sendable {
    /// What a stream may cost and how often it is looked at. When they disagree, `cpuBudget` wins.
    public struct Configuration: Sendable, Hashable {
        /// Share of one core, above 0 and at most 1. With 1 nothing is left out for its cost.
        public var cpuBudget: Float
        /// Milliseconds of the stream between two looks at least, but for a cut between scenes.
        public var minIntervalMs: UInt64
        /// Milliseconds after which even what looks the same is looked at again.
        public var maxIntervalMs: UInt64

        /// A configuration.
        public init(
            cpuBudget: Float = 0.25, minIntervalMs: UInt64 = 100, maxIntervalMs: UInt64 = 2000
        ) {
            self.cpuBudget = cpuBudget
            self.minIntervalMs = minIntervalMs
            self.maxIntervalMs = maxIntervalMs
        }
    }

    private static let keptChanges = 64

    private let ffi: HimayaFFI.StreamAnalyzer
    private let listeners: Listeners

    /// Begins a stream. `observer` is told when the action changes: on the thread that pushed the
    /// frame, before that call returns; it may call the analyzer.
    ///
    /// - Throws: ``HimayaError/streamConfiguration(_:)`` when the configuration contradicts itself.
    public init(
        _ engine: Guard, _ configuration: Configuration = Configuration(),
        observer: (@Sendable (StreamChange) -> Void)? = nil
    ) throws(HimayaError) {
        let listeners = Listeners(observer)
        let config = StreamConfig(
            cpuBudget: configuration.cpuBudget, minIntervalMs: configuration.minIntervalMs,
            maxIntervalMs: configuration.maxIntervalMs)
        self.listeners = listeners
        ffi = try translated {
            try HimayaFFI.StreamAnalyzer(guard: engine.ffi, config: config, observer: listeners)
        }
    }

    deinit {
        listeners.finish()
    }

    /// Changes of the action from now on, until the analyzer is let go. Everybody who asks gets all of
    /// them; who does not keep up misses the oldest of more than 64.
    public func changes() -> AsyncStream<StreamChange> {
        listeners.listen(kept: Self.keptChanges)
    }

    /// Whether the video should be covered or stopped: the action is ``Action/blur`` or stronger.
    public var shouldInterrupt: Bool { ffi.shouldInterrupt() }

    /// Whether a sign should be shown: the action is ``Action/indicate`` or stronger.
    public var shouldIndicate: Bool { ffi.shouldIndicate() }

    /// Whether the sound should be off too: the action is ``Action/mute``.
    public var shouldMute: Bool { ffi.shouldMute() }

    /// Where the stream stands now. Risk and scores of findings are what enough looks agree on; the
    /// action holds until several looks clear it.
    public var assessment: Assessment { Assessment(ffi.assessment()) }

    /// The stream so far: what it was at its strongest, and whether all of it could be looked at.
    public var summary: Assessment { Assessment(ffi.summary()) }

    /// What became of the frames so far.
    public var counts: StreamCounts { StreamCounts(ffi.counts()) }

    /// What a look costs on average, in milliseconds of work; nil before the first.
    public var lookMs: Double? { ffi.lookMs() }

    /// Takes the next frame and looks at it if it shows something new and the budget permits; says what
    /// became of it. A frame with the time of an earlier one, or up to a second before it, is left out.
    /// One further back means that the stream goes on at an earlier time.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before the frame's turn comes.
    @discardableResult
    public func push(_ frame: Frame) async throws -> FrameOutcome {
        try await Workers.perform { _ in try self.pushBlocking(frame) }
    }

    /// The same for threads that may wait, as those of a decoder.
    @discardableResult
    public func pushBlocking(_ frame: Frame) throws(HimayaError) -> FrameOutcome {
        let pixels = frame.pixels
        return FrameOutcome(
            try translated {
                try ffi.push(
                    pixels: pixels.bytes, width: UInt32(pixels.width),
                    height: UInt32(pixels.height), format: pixels.format, timeMs: frame.timeMs)
            })
    }

    /// Says that a part of the stream could not be had: broken (what the policy's `on_failure` asks for
    /// stands until two looks succeed), or left out by the host (``StatusReason/framesSkipped``).
    public func lost(_ reason: StatusReason) throws(HimayaError) {
        try contained { status in
            uniffi_himaya_ffi_fn_method_streamanalyzer_lost(
                ffi.uniffiCloneHandle(), FfiConverterTypeStatusReason_lower(reason.ffi), status)
        }
    }

    /// Leaves frames out until ``resume()``; what stands stays.
    public func pause() {
        ffi.pause()
    }

    /// Goes on; the next frame is looked at as if a new scene began.
    public func resume() {
        ffi.resume()
    }

    /// Begins a new stream with the same guard, configuration, observer and budget.
    public func reset() throws(HimayaError) {
        try contained { status in
            uniffi_himaya_ffi_fn_method_streamanalyzer_reset(ffi.uniffiCloneHandle(), status)
        }
    }
}
