import Foundation

/// A message on its way to or from the child.
public struct ChatMessage: Sendable {
    /// Who wrote it.
    public let sender: String
    /// What it says.
    public let text: String
    /// Milliseconds since the chat began; nil if unknown.
    public let time: Int64?

    /// A message.
    public init(sender: String, text: String, time: Int64? = nil) {
        self.sender = sender
        self.text = text
        self.time = time
    }
}

/// A chat, as it stands in a file.
public struct Script: Sendable {
    /// Who is to be protected; nil where nobody is named.
    public let child: String?
    /// The messages, in their order.
    public let messages: [ChatMessage]

    /// Why a chat cannot be read. Names the line and none of its words.
    public struct Unreadable: Error, CustomStringConvertible, Equatable {
        /// What is wrong.
        public let description: String
    }

    private struct Head: Decodable {
        let protected: String?
    }

    private struct Line: Decodable {
        let from: String
        let text: String
        let minutes: Double?
    }

    /// JSON Lines (a line that names the child, then one for each message), or lines of `name: text`.
    public init(_ content: String, child: String? = nil) throws {
        let lines = content.split(whereSeparator: \.isNewline).enumerated()
            .map { (number: $0.offset + 1, text: $0.element.trimmingCharacters(in: .whitespaces)) }
            .filter { !$0.text.isEmpty }
        guard lines.first?.text.hasPrefix("{") == true else {
            self.child = child
            messages = try lines.map { number, line in
                guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else {
                    throw Unreadable(description: "line \(number): expected `name: text`")
                }
                let text = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                return ChatMessage(sender: String(line[..<colon]), text: text)
            }
            return
        }
        let decoder = JSONDecoder()
        let head = try? decoder.decode(Head.self, from: Data(lines[0].text.utf8))
        let named = head?.protected
        self.child = child ?? named
        messages = try lines.dropFirst(named == nil ? 0 : 1).map { number, line in
            guard let message = try? decoder.decode(Line.self, from: Data(line.utf8)) else {
                throw Unreadable(description: "line \(number): expected an object with `from` and `text`")
            }
            return ChatMessage(
                sender: message.from, text: message.text,
                time: message.minutes.flatMap { Int64(exactly: ($0 * 60_000).rounded()) })
        }
    }
}
