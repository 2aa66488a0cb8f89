internal import HimayaFFI

/// What adds up to the risk of a conversation. No words in it.
public struct Explanation: Sendable, Hashable {
    /// As of the latest message, 0...1; from one half on the conversation warns.
    public let risk: Float
    /// Evidence in nats: the sum of all contributions.
    public let nats: Float
    /// Evidence from which on the conversation warns, in nats.
    public let boundary: Float
    /// Everything that counts, most first.
    public let contributions: [Contribution]
    /// Stages that the behaviours point to, most evidence first.
    public let stages: [StageShare]
    /// The messages that added most, in the order in which they came.
    public let timeline: [TimelineEvent]
    /// Messages that the child received.
    public let received: Int
    /// Messages that the child sent.
    public let sent: Int
    /// Messages that were deleted.
    public let deleted: Int

    init(_ ffi: HimayaFFI.Explanation) {
        risk = ffi.risk
        nats = ffi.nats
        boundary = ffi.boundary
        contributions = ffi.contributions.map(Contribution.init)
        stages = ffi.stages.map { StageShare(stage: Stage($0.stage), nats: $0.nats) }
        timeline = ffi.timeline.map(TimelineEvent.init)
        received = Int(ffi.received)
        sent = Int(ffi.sent)
        deleted = Int(ffi.deleted)
    }
}

/// What can count for or against a contact.
public enum Cause: Sendable, Hashable {
    /// What messages show.
    case shown(Behavior)
    /// How the conversation goes.
    case course(Cue)
    /// What the latest messages sound like to the classifier; nil: like anything at all.
    case tone(Behavior?)
    /// That a side's latest messages sound like what is said in risky conversations, whatever they show.
    case context(Role)
    /// Who the counterpart is to the child.
    case relationship(Relation)
    /// Something that this version does not know but by its name.
    case other

    fileprivate init(_ ffi: HimayaFFI.Contribution) {
        self =
            switch (ffi.kind, ffi.behavior, ffi.cue, ffi.context, ffi.relation) {
            case (.behavior, let behavior?, _, _, _): .shown(Behavior(behavior))
            case (.cue, _, let cue?, _, _): .course(Cue(cue))
            case (.tone, let behavior, _, _, _): .tone(behavior.map(Behavior.init))
            case (.context, _, _, let side?, _): .context(Role(side))
            case (.relation, _, _, _, let relation?): .relationship(Relation(relation))
            default: .other
            }
    }
}

/// Something that counts for or against a contact.
public struct Contribution: Sendable, Hashable {
    /// What it is.
    public let cause: Cause
    /// The name that it has in all of Himaya's languages.
    public let slug: String
    /// How far it is there now; 0...1 for behaviours and most cues, -1.5...1.5 for tones and contexts.
    public let presence: Float
    /// Evidence that it adds now, in nats; below 0 if it speaks for the contact.
    public let nats: Float
    /// Messages that showed it; 0 for what is no property of single messages.
    public let times: Int
    /// When it was first shown, in the host's milliseconds; nil if times are unknown.
    public let first: Int64?
    /// When it was last shown.
    public let last: Int64?

    init(_ ffi: HimayaFFI.Contribution) {
        cause = Cause(ffi)
        slug = ffi.slug
        presence = ffi.presence
        nats = ffi.nats
        times = Int(ffi.times)
        first = ffi.first
        last = ffi.last
    }
}

/// How much of the evidence belongs to a stage.
public struct StageShare: Sendable, Hashable {
    /// The stage.
    public let stage: Stage
    /// Nats of its behaviours, each by itself.
    public let nats: Float
}

/// A message that added evidence.
public struct TimelineEvent: Sendable, Hashable {
    /// Number of the message in the conversation, from 1.
    public let message: Int
    /// When it was written, in the host's milliseconds; nil if times are unknown.
    public let time: Int64?
    /// What it showed.
    public let behaviors: [Behavior]
    /// Evidence that it added, in nats.
    public let nats: Float
    /// The risk behind it, 0...1.
    public let risk: Float

    init(_ ffi: HimayaFFI.TimelineEvent) {
        message = Int(ffi.message)
        time = ffi.time
        behaviors = ffi.behaviors.map(Behavior.init)
        nats = ffi.nats
        risk = ffi.risk
    }
}
