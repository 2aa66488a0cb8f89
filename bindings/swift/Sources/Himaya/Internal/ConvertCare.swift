internal import HimayaFFI

extension Reader {
    var ffi: HimayaFFI.Reader {
        switch self {
        case .approached: .approached
        case .sending: .sending
        case .author: .author
        case .guardian: .guardian
        }
    }
}

extension Gender {
    var ffi: HimayaFFI.Gender {
        switch self {
        case .feminine: .feminine
        case .masculine: .masculine
        case .other: .other
        }
    }
}

extension InterventionLevel {
    var ffi: HimayaFFI.InterventionLevel {
        switch self {
        case .disabled: .disabled
        case .simple: .simple
        case .descriptive: .descriptive
        }
    }
}

extension Urgency {
    init(_ ffi: HimayaFFI.Urgency) {
        self = switch ffi {
        case .calm: .calm
        case .soon: .soon
        case .today: .today
        case .now: .now
        }
    }
}

extension Frequency {
    init(_ ffi: HimayaFFI.Frequency) {
        self = switch ffi {
        case .once: .once
        case .several: .several
        case .often: .often
        }
    }
}

extension Trend {
    init(_ ffi: HimayaFFI.Trend) {
        self = switch ffi {
        case .new: .new
        case .less: .less
        case .same: .same
        case .more: .more
        }
    }
}

extension HelpAudience {
    init(_ ffi: HimayaFFI.HelpAudience) {
        self = switch ffi {
        case .child: .child
        case .reportingHotline: .reportingHotline
        case .imageRemoval: .imageRemoval
        case .offenderHelp: .offenderHelp
        }
    }

    var ffi: HimayaFFI.HelpAudience {
        switch self {
        case .child: .child
        case .reportingHotline: .reportingHotline
        case .imageRemoval: .imageRemoval
        case .offenderHelp: .offenderHelp
        }
    }
}

extension HelpAges {
    init(_ ffi: HimayaFFI.HelpAges) {
        self = switch ffi {
        case .under18: .under18
        case .adults: .adults
        }
    }
}
