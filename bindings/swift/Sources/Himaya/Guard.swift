internal import CHimaya
internal import HimayaFFI

/// The one object that a host holds: immutable, replaced whole when policy or models change. May be
/// used on any number of threads at once.
///
/// ```swift
/// let himaya = try Guard(ageBand: .from10To12)
/// let assessment = try himaya.assess("are you home alone?")
/// ```
///
/// A message takes tens of microseconds, so those calls are not asynchronous. Pictures and batches
/// take longer: their functions are, and work on threads of the library's own.
///
/// Calls that look at something throw ``HimayaError/fault(_:)`` should the library itself be at fault,
/// and nothing else unless they say so.
public final class Guard: Sendable {
    let ffi: HimayaFFI.Guard

    /// Makes a guard. Models are loaded when a first message or picture needs them.
    ///
    /// - Throws: ``HimayaError`` when the policy, weights, a model's pack or a hash list does not hold.
    public init(_ configuration: Configuration) throws(HimayaError) {
        ffi = try translated { try HimayaFFI.Guard(config: configuration.ffi) }
    }

    /// Makes a guard with the policy preset for an age.
    ///
    /// - Throws: ``HimayaError/damagedLibrary(_:)`` alone.
    public convenience init(ageBand: AgeBand = .from10To12) throws(HimayaError) {
        try self.init(Configuration(ageBand: ageBand))
    }

    /// Version of the library.
    public static var version: String { HimayaFFI.version() }

    /// Version of the rules in force.
    public var rulesetVersion: String { ffi.rulesetVersion() }

    /// Languages that the rules are written for, as codes of ISO 639-1.
    public var languages: [String] { ffi.languages() }

    /// Assesses one message from an unknown counterpart, without a conversation around it.
    public func assess(_ text: String) throws(HimayaError) -> Assessment {
        let text = try lowered(text)
        return try assessment { status in
            uniffi_himaya_ffi_fn_method_guard_assess_message(ffi.uniffiCloneHandle(), text, status)
        }
    }

    /// Takes in the next message of a conversation and says where the conversation stands. The state
    /// keeps numbers only; the text is not kept.
    public func observe(
        _ message: Message, in conversation: Conversation
    ) throws(HimayaError) -> Assessment {
        try assessment { status in
            uniffi_himaya_ffi_fn_method_guard_observe(
                ffi.uniffiCloneHandle(), conversation.ffi.uniffiCloneHandle(),
                FfiConverterTypeMessage_lower(message.ffi), status)
        }
    }

    /// The same for a text.
    public func observe(
        _ text: String, from role: Role = .counterpart, time: Int64? = nil,
        in conversation: Conversation
    ) throws(HimayaError) -> Assessment {
        try observe(Message(text, from: role, time: time), in: conversation)
    }

    /// Why a conversation stands where it stands: what counted, when and how much, no words.
    public func explain(_ conversation: Conversation) -> Explanation {
        Explanation(ffi.explain(conversation: conversation.ffi))
    }

    /// Assesses a picture, and waits for it: for threads that may, as those of a decoder. Of an
    /// animation all that it shows is looked at, within the limits, and the strongest frame counts. Raw
    /// pixels are looked up in the hash lists, if there are any, then classified.
    public func assessBlocking(_ picture: Picture) throws(HimayaError) -> ImageResult {
        do {
            let assessed = try translated {
                switch picture.content {
                case .encoded(let bytes): try ffi.assessImage(bytes: bytes.bounded())
                case .pixels(let pixels):
                    try ffi.assessPixels(
                        pixels: pixels.bytes, width: UInt32(pixels.width),
                        height: UInt32(pixels.height), format: pixels.format)
                }
            }
            return .assessed(Assessment(assessed))
        } catch {
            guard case .image(let reason, let message) = error else { throw error }
            let why: StatusReason = reason == .model ? .modelUnavailable : .imageUnreadable
            return .refused(assessFailure(why), reason, message: message)
        }
    }

    /// What the policy says about an input that could not be read.
    public func assessFailure(_ reason: StatusReason) -> Assessment {
        Assessment(ffi.assessFailure(reason: reason.ffi))
    }

    /// Loads the text classifier now instead of with the first message; does nothing where there is
    /// none.
    ///
    /// - Throws: ``HimayaError/model(_:)`` when it cannot be loaded.
    public func loadTextModel() throws(HimayaError) {
        try translated { try ffi.loadTextModel() }
    }

    /// Loads the picture model now instead of with the first picture.
    ///
    /// - Throws: ``HimayaError/model(_:)`` when it cannot be loaded.
    public func loadImageModel() throws(HimayaError) {
        try translated { try ffi.loadImageModel() }
    }
}
