import Foundation
internal import HimayaFFI

/// Raw pixels, 8 bits a channel, row by row from the top left, channels interleaved.
public struct Pixels: Sendable {
    /// How the bytes of a pixel lie. Alpha is left out of account.
    public enum Layout: Sendable, Hashable {
        /// Red, green, blue; 3 bytes.
        case rgb
        /// Red, green, blue, alpha; 4 bytes.
        case rgba
        /// Blue, green, red, alpha; 4 bytes. What cameras give on Apple's platforms
        /// (`kCVPixelFormatType_32BGRA`).
        case bgra

        /// Bytes a pixel.
        public var stride: Int { self == .rgb ? 3 : 4 }
    }

    /// Pixels a row.
    public let width: Int
    /// Rows.
    public let height: Int
    let bytes: Data
    let format: HimayaFFI.PixelFormat

    /// Pixels without anything between their rows. Red comes first in them: the library reads them
    /// where they lie, and has no other order.
    ///
    /// - Throws: ``HimayaError/image(_:_:)`` when the bytes do not fit the size.
    public init(rgb bytes: Data, width: Int, height: Int) throws(HimayaError) {
        try Self.check(bytes.count, width, height, .rgb, nil)
        self.init(checked: bytes, width, height, .rgb)
    }

    /// The same with alpha.
    ///
    /// - Throws: ``HimayaError/image(_:_:)`` when the bytes do not fit the size.
    public init(rgba bytes: Data, width: Int, height: Int) throws(HimayaError) {
        try Self.check(bytes.count, width, height, .rgba, nil)
        self.init(checked: bytes, width, height, .rgba)
    }

    /// Copies pixels from memory: an array, or a buffer that is somebody else's, as a camera's. Where
    /// rows have more bytes than pixels, `bytesPerRow` says how many.
    ///
    /// - Throws: ``HimayaError/image(_:_:)`` when the bytes do not fit the size.
    public init(
        copying bytes: UnsafeRawBufferPointer, width: Int, height: Int, layout: Layout = .rgb,
        bytesPerRow: Int? = nil
    ) throws(HimayaError) {
        try Self.check(bytes.count, width, height, layout, bytesPerRow)
        let row = width * layout.stride
        var copied = Data(capacity: row * height)
        for start in (0..<height).map({ $0 * (bytesPerRow ?? row) }) {
            copied.append(contentsOf: bytes[start..<start + row])
        }
        if layout == .bgra {
            copied.withUnsafeMutableBytes { pixels in
                for blue in stride(from: 0, to: pixels.count, by: layout.stride) {
                    pixels.swapAt(blue, blue + 2)
                }
            }
        }
        self.init(checked: copied, width, height, layout == .rgb ? .rgb : .rgba)
    }

    /// Copies pixels from an array.
    ///
    /// - Throws: ``HimayaError/image(_:_:)`` when the bytes do not fit the size.
    public init(
        _ bytes: [UInt8], width: Int, height: Int, layout: Layout = .rgb
    ) throws(HimayaError) {
        self = try bytes.withUnsafeBytes { buffer in
            Result { () throws(HimayaError) -> Self in
                try Self(copying: buffer, width: width, height: height, layout: layout)
            }
        }.get()
    }

    private init(checked bytes: Data, _ width: Int, _ height: Int, _ format: HimayaFFI.PixelFormat) {
        self.bytes = bytes
        self.width = width
        self.height = height
        self.format = format
    }

    private static func check(
        _ count: Int, _ width: Int, _ height: Int, _ layout: Layout, _ bytesPerRow: Int?
    ) throws(HimayaError) {
        // Far above what is looked at, and no product of them overflows.
        let most = 1 << 20
        guard 1...most ~= width, 1...most ~= height else {
            throw .image(.pixels, "the picture is \(width)x\(height); both sides must be 1 to \(most)")
        }
        let row = width * layout.stride
        let pitch = bytesPerRow ?? row
        guard pitch >= row, pitch <= most * 8 else {
            throw .image(.pixels, "a row of \(width) pixels needs \(row) bytes, found \(pitch)")
        }
        let needed = pitch * (height - 1) + row
        let fits = bytesPerRow == nil ? count == needed : count >= needed
        guard fits else {
            throw .image(.pixels, "\(width)x\(height) pixels need \(needed) bytes, found \(count)")
        }
        guard row * height <= Int32.max else {
            throw .image(.tooLarge, "\(width)x\(height) pixels are more than 2 GiB")
        }
    }
}

extension Pixels: CustomReflectable {
    /// The size alone.
    public var customMirror: Mirror { Mirror(self, children: ["width": width, "height": height]) }
}
