internal import HimayaFFI

/// An enum that the library has too, with the same cases in the same order; a test compares their names.
protocol Mirrored: CaseIterable, Equatable {
    associatedtype Library: CaseIterable & Equatable
}

extension Mirrored {
    init(_ ffi: Library) {
        self = twin(of: ffi)
    }

    var ffi: Library { twin(of: self) }
}

private func twin<One: CaseIterable & Equatable, Other: CaseIterable>(of value: One) -> Other {
    let all = Other.allCases
    return all[all.index(all.startIndex, offsetBy: rank(value))]
}

extension Action: Mirrored { typealias Library = HimayaFFI.Action }
extension AgeBand: Mirrored { typealias Library = HimayaFFI.AgeBand }
extension Annotation: Mirrored { typealias Library = HimayaFFI.Annotation }
extension Behavior: Mirrored { typealias Library = HimayaFFI.Behavior }
extension Category: Mirrored { typealias Library = HimayaFFI.Category }
extension ContestReason: Mirrored { typealias Library = HimayaFFI.ContestReason }
extension Cue: Mirrored { typealias Library = HimayaFFI.Cue }
extension FrameOutcome: Mirrored { typealias Library = HimayaFFI.FrameOutcome }
extension Frequency: Mirrored { typealias Library = HimayaFFI.Frequency }
extension Gender: Mirrored { typealias Library = HimayaFFI.Gender }
extension HelpAges: Mirrored { typealias Library = HimayaFFI.HelpAges }
extension HelpAudience: Mirrored { typealias Library = HimayaFFI.HelpAudience }
extension IndustryClassification: Mirrored { typealias Library = HimayaFFI.IndustryClassification }
extension InputType: Mirrored { typealias Library = HimayaFFI.InputType }
extension InterventionLevel: Mirrored { typealias Library = HimayaFFI.InterventionLevel }
extension LockedBy: Mirrored { typealias Library = HimayaFFI.LockedBy }
extension MappingRelation: Mirrored { typealias Library = HimayaFFI.MappingRelation }
extension OnFailure: Mirrored { typealias Library = HimayaFFI.OnFailure }
extension Origin: Mirrored { typealias Library = HimayaFFI.Origin }
extension PersonRole: Mirrored { typealias Library = HimayaFFI.PersonRole }
extension PolicyConcernKind: Mirrored { typealias Library = HimayaFFI.PolicyConcernKind }
extension Reader: Mirrored { typealias Library = HimayaFFI.Reader }
extension ReasonKind: Mirrored { typealias Library = HimayaFFI.ReasonKind }
extension Relation: Mirrored { typealias Library = HimayaFFI.Relation }
extension RiskClass: Mirrored { typealias Library = HimayaFFI.RiskClass }
extension Role: Mirrored { typealias Library = HimayaFFI.Role }
extension Shift: Mirrored { typealias Library = HimayaFFI.Shift }
extension Stage: Mirrored { typealias Library = HimayaFFI.Stage }
extension Status: Mirrored { typealias Library = HimayaFFI.Status }
extension StatusReason: Mirrored { typealias Library = HimayaFFI.StatusReason }
extension Trend: Mirrored { typealias Library = HimayaFFI.Trend }
extension Urgency: Mirrored { typealias Library = HimayaFFI.Urgency }
