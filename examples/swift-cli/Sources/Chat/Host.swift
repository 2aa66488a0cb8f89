import Himaya

/// What the child gets to see of a message.
public enum Delivery: Sendable, Equatable {
    /// The message as it is.
    case plain
    /// The message, with a sign and a helping word beside it.
    case marked(notice: String)
    /// A helping word first, unless it was just said; the message when the child asks for it.
    case held(notice: String?)
}

/// What a guardian gets to know of a contact: that help is needed and of what kind, no words.
public struct Report: Sendable {
    /// The contact's name.
    public let contact: String
    /// How likely harm is, 0...1.
    public let risk: Float
    /// What adds up to it.
    public let why: Explanation
}

/// The part of a chat program that knows Himaya. What is found and what the policy asks for comes from
/// the library; what happens then is decided in `deliver`, which you would write your own way.
public struct Host {
    private let child: String?
    private let thread: ChatThread
    private var latest: [String: Assessment] = [:]
    private var order: [String] = []
    /// Whether the child must be shown that messages are looked at.
    public private(set) var monitoringNotice = false

    /// A host for one chat.
    public init(_ himaya: Guard, child: String?) {
        self.child = child
        thread = ChatThread(himaya, protecting: child)
    }

    /// Takes a message in and says how the child gets it. No message is ever lost.
    public mutating func deliver(_ message: ChatMessage) throws -> Delivery {
        let assessment = try thread.observe(message.text, from: message.sender, time: message.time)
        monitoringNotice = monitoringNotice || assessment.monitoringNoticeRequired
        let before = latest.updateValue(assessment, forKey: message.sender)?.action
        if before == nil { order.append(message.sender) }
        // Said when it becomes more serious, not beside each message.
        let said = assessment.action <= before ?? .allow
        let notice = Words.notice(assessment.messageKey)
        switch assessment.action {
        case .allow: return .plain
        case .indicate: return said ? .plain : .marked(notice: notice)
        case .blur, .interrupt, .mute:
            guard message.sender == child else { return .held(notice: said ? nil : notice) }
            return said ? .plain : .marked(notice: notice)
        }
    }

    /// What a guardian is told: contacts for whom the policy asks for something.
    public func reports() -> [Report] {
        order.filter { $0 != child }.compactMap { contact in
            guard let last = latest[contact], last.action > .allow,
                let why = thread.explain(contact)
            else { return nil }
            return Report(contact: contact, risk: last.risk, why: why)
        }
    }
}
