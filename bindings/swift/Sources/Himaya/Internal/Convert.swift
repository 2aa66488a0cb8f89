// The compiler asks what becomes of a value that the library gains.

internal import HimayaFFI

extension AgeBand {
    var ffi: HimayaFFI.AgeBand {
        switch self {
        case .from0To5: .from0To5
        case .from6To9: .from6To9
        case .from10To12: .from10To12
        case .from13To15: .from13To15
        case .from16To17: .from16To17
        case .adult: .adult
        }
    }
}

extension Role {
    var ffi: HimayaFFI.Role {
        switch self {
        case .protected: .protected
        case .counterpart: .counterpart
        }
    }
}

extension InputType {
    init(_ ffi: HimayaFFI.InputType) {
        self = switch ffi {
        case .message: .message
        case .image: .image
        case .stream: .stream
        }
    }

    var ffi: HimayaFFI.InputType {
        switch self {
        case .message: .message
        case .image: .image
        case .stream: .stream
        }
    }
}

extension Action {
    init(_ ffi: HimayaFFI.Action) {
        self = switch ffi {
        case .allow: .allow
        case .indicate: .indicate
        case .blur: .blur
        case .interrupt: .interrupt
        case .mute: .mute
        }
    }

    var ffi: HimayaFFI.Action {
        switch self {
        case .allow: .allow
        case .indicate: .indicate
        case .blur: .blur
        case .interrupt: .interrupt
        case .mute: .mute
        }
    }
}

extension Origin {
    init(_ ffi: HimayaFFI.Origin) {
        self = switch ffi {
        case .rule: .rule
        case .model: .model
        case .both: .both
        }
    }
}

extension Status {
    init(_ ffi: HimayaFFI.Status) {
        self = switch ffi {
        case .complete: .complete
        case .degraded: .degraded
        case .failed: .failed
        }
    }
}

extension StatusReason {
    init(_ ffi: HimayaFFI.StatusReason) {
        self = switch ffi {
        case .messageTruncated: .messageTruncated
        case .imageUnreadable: .imageUnreadable
        case .modelUnavailable: .modelUnavailable
        case .messageUnreadable: .messageUnreadable
        case .conversationDamaged: .conversationDamaged
        case .storeUnavailable: .storeUnavailable
        case .videoUnreadable: .videoUnreadable
        case .framesSkipped: .framesSkipped
        }
    }

    var ffi: HimayaFFI.StatusReason {
        switch self {
        case .messageTruncated: .messageTruncated
        case .imageUnreadable: .imageUnreadable
        case .modelUnavailable: .modelUnavailable
        case .messageUnreadable: .messageUnreadable
        case .conversationDamaged: .conversationDamaged
        case .storeUnavailable: .storeUnavailable
        case .videoUnreadable: .videoUnreadable
        case .framesSkipped: .framesSkipped
        }
    }
}

extension Category {
    init(_ ffi: HimayaFFI.Category) {
        self = switch ffi {
        case .grooming: .grooming
        case .sextortion: .sextortion
        case .sexualContent: .sexualContent
        case .bullying: .bullying
        case .selfHarm: .selfHarm
        case .coercion: .coercion
        case .personalInfo: .personalInfo
        case .knownImage: .knownImage
        case .sensitiveImage: .sensitiveImage
        }
    }

    var ffi: HimayaFFI.Category {
        switch self {
        case .grooming: .grooming
        case .sextortion: .sextortion
        case .sexualContent: .sexualContent
        case .bullying: .bullying
        case .selfHarm: .selfHarm
        case .coercion: .coercion
        case .personalInfo: .personalInfo
        case .knownImage: .knownImage
        case .sensitiveImage: .sensitiveImage
        }
    }
}

extension Stage {
    init(_ ffi: HimayaFFI.Stage) {
        self = switch ffi {
        case .initialContact: .initialContact
        case .trustBuilding: .trustBuilding
        case .isolation: .isolation
        case .dependencyCreation: .dependencyCreation
        case .sexualIntroduction: .sexualIntroduction
        case .maintenance: .maintenance
        case .control: .control
        }
    }

    var ffi: HimayaFFI.Stage {
        switch self {
        case .initialContact: .initialContact
        case .trustBuilding: .trustBuilding
        case .isolation: .isolation
        case .dependencyCreation: .dependencyCreation
        case .sexualIntroduction: .sexualIntroduction
        case .maintenance: .maintenance
        case .control: .control
        }
    }
}

extension Relation {
    init(_ ffi: HimayaFFI.Relation) {
        self = switch ffi {
        case .unknown: .unknown
        case .stranger: .stranger
        case .known: .known
        case .family: .family
        case .school: .school
        }
    }

    var ffi: HimayaFFI.Relation {
        switch self {
        case .unknown: .unknown
        case .stranger: .stranger
        case .known: .known
        case .family: .family
        case .school: .school
        }
    }
}

extension Behavior {
    init(_ ffi: HimayaFFI.Behavior) {
        self = switch ffi {
        case .ageQuery: .ageQuery
        case .personalInfoQuery: .personalInfoQuery
        case .aloneQuery: .aloneQuery
        case .secrecy: .secrecy
        case .isolation: .isolation
        case .flatteryMaturity: .flatteryMaturity
        case .giftOffer: .giftOffer
        case .platformSwitch: .platformSwitch
        case .meeting: .meeting
        case .photoRequest: .photoRequest
        case .reciprocityPressure: .reciprocityPressure
        case .romanceDeclaration: .romanceDeclaration
        case .guiltManipulation: .guiltManipulation
        case .testingBoundaries: .testingBoundaries
        case .threatSextortion: .threatSextortion
        case .coercionSelfharm: .coercionSelfharm
        case .personalInfoDisclosure: .personalInfoDisclosure
        case .refusal: .refusal
        case .distress: .distress
        }
    }

    var ffi: HimayaFFI.Behavior {
        switch self {
        case .ageQuery: .ageQuery
        case .personalInfoQuery: .personalInfoQuery
        case .aloneQuery: .aloneQuery
        case .secrecy: .secrecy
        case .isolation: .isolation
        case .flatteryMaturity: .flatteryMaturity
        case .giftOffer: .giftOffer
        case .platformSwitch: .platformSwitch
        case .meeting: .meeting
        case .photoRequest: .photoRequest
        case .reciprocityPressure: .reciprocityPressure
        case .romanceDeclaration: .romanceDeclaration
        case .guiltManipulation: .guiltManipulation
        case .testingBoundaries: .testingBoundaries
        case .threatSextortion: .threatSextortion
        case .coercionSelfharm: .coercionSelfharm
        case .personalInfoDisclosure: .personalInfoDisclosure
        case .refusal: .refusal
        case .distress: .distress
        }
    }
}

extension Cue {
    init(_ ffi: HimayaFFI.Cue) {
        self = switch ffi {
        case .unmistakable: .unmistakable
        case .persistence: .persistence
        case .stageMix: .stageMix
        case .oneSidedQuestions: .oneSidedQuestions
        case .earlyPrivateChannel: .earlyPrivateChannel
        case .night: .night
        case .manyChildren: .manyChildren
        }
    }
}

extension FrameOutcome {
    init(_ ffi: HimayaFFI.FrameOutcome) {
        self = switch ffi {
        case .classified: .classified
        case .failed: .failed
        case .duplicate: .duplicate
        case .spaced: .spaced
        case .overBudget: .overBudget
        case .late: .late
        case .paused: .paused
        case .other: .other
        }
    }
}
