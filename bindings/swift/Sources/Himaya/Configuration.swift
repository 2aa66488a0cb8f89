import Foundation
internal import HimayaFFI

extension Guard {
    /// What a guard is made from. Everything may be left out.
    public struct Configuration: Sendable, Hashable {
        /// Age of the protected person; chooses the policy preset.
        public var ageBand: AgeBand
        /// In place of the preset for the age: the name of another (`child`, `teen`, `adult`,
        /// `school`), or a policy of the host's own as TOML or JSON.
        public var policy: String?
        /// A lock (JSON) on the policy that a guardian settled on: every other one is refused.
        public var policyLock: String?
        /// The text classifier.
        public var textModel: TextModel
        /// Folder of a picture model's pack, in place of the embedded one.
        public var imageModel: URL?
        /// Folder of a second picture model's pack, asked where the first is unsure.
        public var secondImageModel: URL?
        /// Lists of known pictures' hashes. Without a list no picture is hashed.
        public var hashLists: [HashList]
        /// A weights file for conversations (TOML) in place of the embedded one.
        public var conversationWeights: String?
        /// Bounds on what is looked at.
        public var limits: Limits

        /// A configuration; what is left out keeps its default.
        public init(
            ageBand: AgeBand = .from10To12, policy: String? = nil, policyLock: String? = nil,
            textModel: TextModel = .embedded, imageModel: URL? = nil, secondImageModel: URL? = nil,
            hashLists: [HashList] = [], conversationWeights: String? = nil, limits: Limits = Limits()
        ) {
            self.ageBand = ageBand
            self.policy = policy
            self.policyLock = policyLock
            self.textModel = textModel
            self.imageModel = imageModel
            self.secondImageModel = secondImageModel
            self.hashLists = hashLists
            self.conversationWeights = conversationWeights
            self.limits = limits
        }

        var ffi: HimayaFFI.GuardConfig {
            var folder: URL?
            if case .folder(let pack) = textModel { folder = pack }
            return HimayaFFI.GuardConfig(
                ageBand: ageBand.ffi, policy: policy, policyLock: policyLock, spanUnit: .utf16,
                maxMessageBytes: limits.messageBytes, conversationWeights: conversationWeights,
                withoutTextModel: textModel == .rulesAlone, textModel: folder?.path,
                imageModel: imageModel?.path, secondImageModel: secondImageModel?.path,
                hashLists: hashLists.map(\.ffi), imageLimits: limits.ffi)
        }
    }

    /// Which text classifier takes part.
    public enum TextModel: Sendable, Hashable {
        /// The one that comes with the library.
        case embedded
        /// None: rules alone.
        case rulesAlone
        /// One from the folder of its pack.
        case folder(URL)
    }

    /// A list of known pictures' hashes: in ThreatExchange's text forms, or an index made from one.
    public struct HashList: Sendable, Hashable {
        /// Stands in reason codes: 1 to 64 letters, digits, `-`, `_` and `.`.
        public var name: String
        /// The file. As long as the guard lives, nobody may rewrite an index in place.
        public var file: URL
        /// Up to how many differing bits a picture is a known one, 0...31.
        public var distance: UInt32

        /// A list.
        public init(_ name: String, file: URL, distance: UInt32 = 31) {
            self.name = name
            self.file = file
            self.distance = distance
        }

        fileprivate var ffi: HimayaFFI.HashListFile {
            HimayaFFI.HashListFile(name: name, path: file.path, distance: distance)
        }
    }

    /// Bounds on what is looked at; what is nil keeps the library's default.
    public struct Limits: Sendable, Hashable {
        /// Bytes (UTF-8) of a message that are read; what lies beyond makes the assessment degraded.
        /// Default: 1 MiB.
        public var messageBytes: UInt64?
        /// Pixels (width times height) that a picture may have. Default: 50 million.
        public var pixels: UInt64?
        /// Bytes that a picture file may have. Default: 64 MiB.
        public var imageBytes: UInt64?
        /// Frames of an animation that are decoded. Default: 1000.
        public var animationFrames: UInt32?
        /// Pixels of an animation that are decoded, over all frames. Default: 250 million.
        public var animationPixels: UInt64?
        /// Frames of an animation that the model looks at. Default: 16.
        public var animationLooks: UInt32?

        /// Bounds.
        public init(
            messageBytes: UInt64? = nil, pixels: UInt64? = nil, imageBytes: UInt64? = nil,
            animationFrames: UInt32? = nil, animationPixels: UInt64? = nil,
            animationLooks: UInt32? = nil
        ) {
            self.messageBytes = messageBytes
            self.pixels = pixels
            self.imageBytes = imageBytes
            self.animationFrames = animationFrames
            self.animationPixels = animationPixels
            self.animationLooks = animationLooks
        }

        fileprivate var ffi: HimayaFFI.ImageLimits {
            HimayaFFI.ImageLimits(
                maxPixels: pixels, maxBytes: imageBytes, maxAnimationFrames: animationFrames,
                maxAnimationPixels: animationPixels, maxAnimationLooks: animationLooks)
        }
    }
}
