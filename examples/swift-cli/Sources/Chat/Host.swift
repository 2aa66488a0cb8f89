import Himaya

/// What the child gets to see of a message.
public enum Delivery: Sendable, Equatable {
    /// The message as it is.
    case plain
    /// The message, with a sign and a helping word beside it.
    case marked(Notice)
    /// A helping word first, unless it was just said; the message when the child asks for it.
    case held(Notice?)
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

/// The part of a chat program that knows Himaya. What is found, what the policy asks for and what people
/// are told comes from the library; what happens then is decided in `deliver`, which you would write your
/// own way.
public struct Host {
    private let child: String?
    private let addressee: Addressee
    private let messages: Messages
    private let thread: ChatThread
    private let week = DigestBuilder()
    private var latest: [String: Assessment] = [:]
    private var contacts: [String] = []
    /// Whether the child must be shown that messages are looked at.
    public private(set) var monitoringNotice = false

    /// A host for one chat.
    public init(_ himaya: Guard, messages: Messages, child: String?, age: AgeBand) {
        self.child = child
        self.messages = messages
        addressee = Addressee(age: age)
        thread = ChatThread(himaya, protecting: child)
    }

    /// Takes a message in and says how the child gets it. No message is ever lost.
    public mutating func deliver(_ message: ChatMessage) throws -> Delivery {
        let assessment = try thread.observe(message.text, from: message.sender, time: message.time)
        monitoringNotice = monitoringNotice || assessment.monitoringNoticeRequired
        week.record(assessment)
        let before = latest.updateValue(assessment, forKey: message.sender)?.action
        if before == nil && message.sender != child { contacts.append(message.sender) }
        // Said when it becomes more serious, not beside each message.
        let said = assessment.action <= before ?? .allow
        let own = message.sender == child
        let notice = messages.notice(
            about: assessment, to: own ? .sending : .approached, addressee: addressee, level: .simple)
        if assessment.action >= .blur && !own { return .held(said ? nil : notice) }
        guard let notice, !said else { return .plain }
        return .marked(notice)
    }

    /// Contacts for whom the policy asks for something.
    public func reports() -> [Report] {
        contacts.compactMap { contact in
            guard let last = latest[contact], last.action > .allow,
                let why = thread.explain(contact)
            else { return nil }
            return Report(contact: contact, risk: last.risk, why: why)
        }
    }

    /// What a guardian is told in words: of what kind of help, and what to do.
    public func digest() -> String {
        week.digest().text(in: messages, guardian: addressee)
    }
}
