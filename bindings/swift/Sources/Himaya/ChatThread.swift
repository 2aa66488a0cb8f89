internal import CHimaya
internal import HimayaFFI

/// Follows a thread in which messages carry the name of their sender. May be used on any thread; calls
/// wait for each other.
///
/// With a protected person named, everybody else is a counterpart. Without, everybody is, so that
/// whoever needs protection is covered. Names stay in memory.
public final class ChatThread: Sendable {
    private let ffi: HimayaFFI.ChatThread

    /// Starts a thread.
    public init(_ engine: Guard, protecting person: String? = nil) {
        ffi = HimayaFFI.ChatThread(guard: engine.ffi, protected: person?.bounded)
    }

    /// Takes in the next message; `time` in milliseconds since any fixed point. One of the protected
    /// person counts in the conversation with whoever wrote last.
    ///
    /// - Throws: ``HimayaError/fault(_:)`` alone.
    public func observe(
        _ text: String, from sender: String, time: Int64? = nil
    ) throws(HimayaError) -> Assessment {
        let (sender, text, time) = (try lowered(sender), try lowered(text), try lowered(time))
        return try assessment { status in
            uniffi_himaya_ffi_fn_method_chatthread_observe(
                ffi.uniffiCloneHandle(), sender, text, time, status)
        }
    }

    /// Says what the host knows of somebody; it counts from the next message on.
    public func setContact(_ contact: Contact, of name: String) {
        ffi.setContact(name: name.bounded, contact: contact.ffi)
    }

    /// Why the conversation with somebody stands where it stands; nil for somebody who is not in the
    /// thread.
    public func explain(_ name: String) -> Explanation? {
        ffi.explain(name: name.bounded).map(Explanation.init)
    }
}
