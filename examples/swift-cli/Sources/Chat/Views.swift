import Himaya

/// What the child's screen shows.
public struct ChildView {
    private var told = false

    /// An empty screen.
    public init() {}

    /// The lines that a message adds.
    public mutating func lines(_ message: ChatMessage, from host: inout Host) throws -> [String] {
        let delivery = try host.deliver(message)
        var lines: [String] = []
        if host.monitoringNotice && !told {
            lines.append("(i) This chat is looked after on this device. Nobody reads along.")
            told = true
        }
        let said = "\(message.sender): \(message.text)"
        switch delivery {
        case .plain: lines.append(said)
        case .marked(let notice): lines += [said, "  (!) \(notice)"]
        case .held(let notice):
            lines.append("\(message.sender): [held back; open it?]")
            if let notice { lines.append("  (!) \(notice)") }
        }
        return lines
    }
}

/// What the guardian's screen shows: kinds and numbers, not a word that was said.
public struct GuardianView {
    /// A screen.
    public init() {}

    /// Its lines.
    public func lines(_ host: Host) -> [String] {
        let reports = host.reports()
        guard !reports.isEmpty else { return ["Nothing needs your help."] }
        return reports.flatMap { report in
            let shown = report.why.contributions.compactMap { contribution -> String? in
                guard contribution.nats > 0, case .shown(let behavior) = contribution.cause else { return nil }
                return Words.behavior(behavior)
            }
            return [
                "Your child may need help with the contact \"\(report.contact)\".",
                "  likelihood \(Int((report.risk * 100).rounded())) %, \(report.why.received) messages received, \(report.why.sent) sent",
                "  what was seen: \(shown.joined(separator: ", "))",
                "  Listen first, do not blame, keep the messages. Agree with your child what comes next.",
            ]
        }
    }
}
