import Foundation
import Himaya

/// The command: what it was asked, and what it answers.
public struct Command: Sendable, Equatable {
    /// Whose view is printed.
    public enum View: String, Sendable, CaseIterable {
        /// The child's.
        case child
        /// The guardian's.
        case guardian
        /// Both, the child's first.
        case both
    }

    /// How it ends.
    public enum Outcome: Int32, Sendable {
        /// There is nothing that a guardian should see to.
        case quiet = 0
        /// There is something.
        case needsHelp = 1
        /// It was asked wrongly, or the chat cannot be read.
        case failed = 2
    }

    /// Why the command cannot be understood.
    public struct Misuse: Error, CustomStringConvertible, Equatable {
        /// What is wrong.
        public let description: String
    }

    /// How it is used.
    public static let usage =
        "usage: chatcheck [--age 0-5|6-9|10-12|13-15|16-17|adult] [--child NAME] "
        + "[--language TAG] [--view child|guardian|both] [FILE]"

    var age = AgeBand.from10To12
    var child: String?
    var language = "en"
    var view = View.both
    var file: String?

    /// What it was asked; a `file` of nil stands for standard input.
    public init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--age": age = try Self.value(of: argument, in: &rest, AgeBand.init(rawValue:))
            case "--view": view = try Self.value(of: argument, in: &rest, View.init(rawValue:))
            case "--language": language = try Self.value(of: argument, in: &rest) { $0 }
            case "--child": child = try Self.value(of: argument, in: &rest) { $0 }
            case _ where argument.hasPrefix("-") && argument != "-":
                throw Misuse(description: "there is no \(argument)")
            case _ where file != nil: throw Misuse(description: "more than one file")
            default: file = argument
            }
        }
        if file == "-" { file = nil }
    }

    private static func value<Value>(
        of option: String, in rest: inout ArraySlice<String>, _ parse: (String) -> Value?
    ) throws -> Value {
        guard let given = rest.popFirst() else { throw Misuse(description: "\(option) needs a value") }
        guard let value = parse(given) else { throw Misuse(description: "\(option) cannot be `\(given)`") }
        return value
    }

    /// Reads the chat, tells what is to be shown line by line, and says how it ends.
    public func run(print: (String) -> Void) throws -> Outcome {
        let content =
            if let file { try Data(contentsOf: URL(fileURLWithPath: file)) } else {
                FileHandle.standardInput.readDataToEndOfFile()
            }
        guard let text = String(data: content, encoding: .utf8) else {
            throw Script.Unreadable(description: "the chat is not UTF-8")
        }
        let script = try Script(text, child: child)
        let messages = try Messages(language)
        var host = Host(try Guard(ageBand: age), messages: messages, child: script.child, age: age)
        var screen = ChildView(messages, age: age)
        if view != .guardian { print("== The child's view") }
        for message in script.messages {
            let lines = try screen.lines(message, from: &host)
            if view != .guardian { lines.forEach(print) }
        }
        if view == .both { print("") }
        if view != .child {
            print("== The guardian's view")
            GuardianView(messages).lines(host).forEach(print)
        }
        return host.reports().isEmpty ? .quiet : .needsHelp
    }
}
