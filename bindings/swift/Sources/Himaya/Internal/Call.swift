internal import CHimaya
import Foundation
internal import HimayaFFI

/// Does what the generated code does, with its errors as those of this package.
func translated<Answer>(_ call: () throws -> Answer) throws(HimayaError) -> Answer {
    do {
        return try call()
    } catch {
        throw HimayaError(error)
    }
}

/// Calls the library itself. Where a function has no error of its own, the generated code ends the
/// program with a fault in the library; here it is thrown.
func contained<Answer>(
    _ call: (UnsafeMutablePointer<RustCallStatus>) -> Answer
) throws(HimayaError) -> Answer {
    var status = RustCallStatus()
    let answer = call(&status)
    guard status.code == 0 else { throw .fault(taken(status.errorBuf)) }
    return answer
}

/// The text in a buffer of the library, which is freed.
private func taken(_ buffer: RustBuffer) -> String {
    let bytes = UnsafeBufferPointer(start: buffer.data, count: Int(buffer.len))
    defer {
        var status = RustCallStatus()
        ffi_himaya_ffi_rustbuffer_free(buffer, &status)
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// A text in a buffer that the library takes over.
func lowered(_ text: String) throws(HimayaError) -> RustBuffer {
    var text = text.bounded
    return try contained { status in
        text.withUTF8 { copied($0, status) }
    }
}

/// A time that may be missing.
func lowered(_ time: Int64?) throws(HimayaError) -> RustBuffer {
    try optional(time) { time, bytes in
        withUnsafeBytes(of: time.bigEndian) { bytes.append(contentsOf: $0) }
    }
}

/// A value that may be missing, as UniFFI writes it: whether it is there, then the value.
func optional<Value>(
    _ value: Value?, write: (Value, inout [UInt8]) -> Void
) throws(HimayaError) -> RustBuffer {
    var bytes: [UInt8] = [value == nil ? 0 : 1]
    if let value { write(value, &bytes) }
    return try contained { status in
        bytes.withUnsafeBufferPointer { copied($0, status) }
    }
}

private func copied(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ status: UnsafeMutablePointer<RustCallStatus>
) -> RustBuffer {
    ffi_himaya_ffi_rustbuffer_from_bytes(
        ForeignBytes(len: Int32(bytes.count), data: bytes.baseAddress), status)
}

extension String {
    /// The text, up to what fits into a call: 2 GiB, far beyond what is read of a message.
    var bounded: String {
        let most = Int(Int32.max)
        guard utf8.count > most else { return self }
        var end = utf8.index(startIndex, offsetBy: most)
        while String.Index(end, within: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}

/// Calls the library itself for an assessment.
func assessment(
    _ call: (UnsafeMutablePointer<RustCallStatus>) -> RustBuffer
) throws(HimayaError) -> Assessment {
    let buffer = try contained(call)
    return Assessment(try translated { try FfiConverterTypeAssessment_lift(buffer) })
}
