import Foundation
internal import HimayaFFI

/// A picture to look at.
public struct Picture: Sendable {
    enum Content: Sendable {
        case encoded(Data)
        case pixels(Pixels)
    }

    let content: Content

    /// A picture file's bytes: JPEG, PNG, WebP, GIF or BMP.
    public init(_ encoded: Data) {
        content = .encoded(encoded)
    }

    /// The same from an array, which is copied.
    public init(_ encoded: [UInt8]) {
        content = .encoded(Data(encoded))
    }

    /// A picture file, which is read now, or mapped.
    ///
    /// - Throws: what `Data(contentsOf:)` throws.
    public init(contentsOf file: URL) throws {
        content = .encoded(try Data(contentsOf: file, options: .mappedIfSafe))
    }

    /// Raw pixels.
    public init(_ pixels: Pixels) {
        content = .pixels(pixels)
    }
}

extension Picture: CustomReflectable {
    /// Nothing of what it shows.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What came of looking at a picture. There is an assessment in any case.
public enum ImageResult: Sendable, Hashable {
    /// The picture was looked at.
    case assessed(Assessment)
    /// It was not: the assessment is ``Status/failed`` and says what the policy asks for. `message`
    /// says what is wrong, for a developer.
    case refused(Assessment, ImageRefusal, message: String)

    /// What the policy says, of what was seen or of a picture that cannot be seen.
    public var assessment: Assessment {
        switch self {
        case .assessed(let assessment), .refused(let assessment, _, _): assessment
        }
    }
}

/// The PDQ hash of a picture and how much it can be relied on.
public struct PictureHash: Sendable, Hashable {
    /// 64 hex digits.
    public let hash: String
    /// 0...100: how much there is to see. Below 50 unlike pictures have like hashes.
    public let quality: Int

    /// Hashes a picture (its first frame) by PDQ, bit for bit as Meta's reference does. Takes
    /// milliseconds: from a task call ``hash(of:)``.
    ///
    /// - Throws: ``HimayaError/image(_:_:)`` when it has more than 50 megapixels or 64 MiB, or cannot
    ///   be decoded.
    public init(of picture: Picture) throws(HimayaError) {
        let made = try translated {
            switch picture.content {
            case .encoded(let bytes): try hashImage(bytes: bytes.bounded())
            case .pixels(let pixels):
                try hashPixels(
                    pixels: pixels.bytes, width: UInt32(pixels.width),
                    height: UInt32(pixels.height), format: pixels.format)
            }
        }
        hash = made.hash
        quality = Int(made.quality)
    }

    /// The same on the threads that pictures have.
    ///
    /// - Throws: ``HimayaError/image(_:_:)`` as `init(of:)`, `CancellationError` when the task is
    ///   cancelled before the picture's turn comes.
    public static func hash(of picture: Picture) async throws -> PictureHash {
        try await Workers.perform { _ in try PictureHash(of: picture) }
    }

    /// Differing bits, 0...256. Up to 31 is held for the same picture.
    ///
    /// - Throws: ``HimayaError/hash(_:)`` when `other` has not 64 hex digits.
    public func distance(to other: String) throws(HimayaError) -> Int {
        Int(try translated { try hashDistance(one: hash, other: other.bounded) })
    }
}

extension Data {
    /// The bytes, if they fit into a call.
    func bounded() throws(HimayaError) -> Data {
        guard count <= Int32.max else {
            throw .image(.tooLarge, "the picture has \(count) bytes; at most \(Int32.max) can be read")
        }
        return self
    }
}
