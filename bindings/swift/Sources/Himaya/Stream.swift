internal import HimayaFFI

/// A frame of a stream.
public struct Frame: Sendable {
    /// What it shows.
    public let pixels: Pixels
    /// Its time, in milliseconds of the stream.
    public let timeMs: UInt64

    /// A frame.
    public init(_ pixels: Pixels, timeMs: UInt64) {
        self.pixels = pixels
        self.timeMs = timeMs
    }
}

/// What became of one frame.
public enum FrameOutcome: String, Sendable, Hashable, CaseIterable {
    /// It was classified.
    case classified
    /// It was to be classified, which failed; the policy's `on_failure` counts.
    case failed
    /// It shows what the last classified frame showed.
    case duplicate
    /// A look had just been taken.
    case spaced
    /// The budget was spent.
    case overBudget = "over_budget"
    /// Its time is that of an earlier frame or before it.
    case late
    /// The analyzer was paused.
    case paused
    /// Something that this version does not know.
    case other
}

/// The action of a stream changed.
public struct StreamChange: Sendable, Hashable {
    /// Time of the frame that changed it, in milliseconds of the stream.
    public let timeMs: UInt64
    /// What was to be done before.
    public let before: Action
    /// What is to be done now.
    public let after: Action
    /// What enough looks agree on now, 0...1.
    public let risk: Float

    init(_ ffi: HimayaFFI.StreamChange) {
        timeMs = ffi.timeMs
        before = Action(ffi.before)
        after = Action(ffi.after)
        risk = ffi.risk
    }
}

/// How many frames came and what became of them: `seen` is the sum of all others.
public struct StreamCounts: Sendable, Hashable {
    /// Frames that came.
    public let seen: UInt64
    /// Frames that were classified.
    public let classified: UInt64
    /// Frames that were to be classified, which failed.
    public let failed: UInt64
    /// Frames that showed what the last classified one showed.
    public let duplicates: UInt64
    /// Frames that came when a look had just been taken.
    public let spaced: UInt64
    /// Frames for which the budget was spent.
    public let overBudget: UInt64
    /// Frames with the time of an earlier one or before it.
    public let late: UInt64
    /// Frames that came while the analyzer was paused.
    public let paused: UInt64

    init(_ ffi: HimayaFFI.StreamCounts) {
        seen = ffi.seen
        classified = ffi.classified
        failed = ffi.failed
        duplicates = ffi.duplicates
        spaced = ffi.spaced
        overBudget = ffi.overBudget
        late = ffi.late
        paused = ffi.paused
    }
}
