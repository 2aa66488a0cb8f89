import Himaya

/// What the child's screen shows.
public struct ChildView {
    private let messages: Messages
    private let addressee: Addressee
    private var told = false

    /// An empty screen.
    public init(_ messages: Messages, age: AgeBand) {
        self.messages = messages
        addressee = Addressee(age: age)
    }

    /// The lines that a message adds.
    public mutating func lines(_ message: ChatMessage, from host: inout Host) throws -> [String] {
        let delivery = try host.deliver(message)
        var lines: [String] = []
        if host.monitoringNotice && !told {
            lines.append("(i) \(messages.monitoringNotice(child: addressee)?.title ?? "")")
            told = true
        }
        let said = "\(message.sender): \(message.text)"
        switch delivery {
        case .plain: lines.append(said)
        case .marked(let notice): lines += [said, sign(notice)]
        case .held(let notice):
            lines.append("\(message.sender): [held back; open it?]")
            if let notice { lines.append(sign(notice)) }
        }
        return lines
    }

    private func sign(_ notice: Notice) -> String {
        "  (!) \(notice.title) \(notice.step)"
    }
}

/// What the guardian's screen shows: kinds and numbers, not a word that was said.
public struct GuardianView {
    private let messages: Messages

    /// A screen.
    public init(_ messages: Messages) {
        self.messages = messages
    }

    /// Its lines.
    public func lines(_ host: Host) -> [String] {
        let contacts = host.reports().flatMap { report in
            let shown = report.why.contributions.compactMap { contribution -> String? in
                guard contribution.nats > 0, case .shown(let behavior) = contribution.cause else { return nil }
                return "  - \(messages.describe(behavior))"
            }
            let percent = Int((report.risk * 100).rounded())
            return ["\(report.contact): \(percent) % (\(report.why.received) + \(report.why.sent))"] + shown
        }
        return host.digest().split(separator: "\n").map(String.init) + contacts
    }
}
