import Chat
import Foundation

func failed(_ lines: String...) -> Never {
    FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    exit(Command.Outcome.failed.rawValue)
}

do {
    let command = try Command(Array(CommandLine.arguments.dropFirst()))
    exit(try command.run { print($0) }.rawValue)
} catch let misuse as Command.Misuse {
    failed("\(misuse)", Command.usage)
} catch let unreadable as Script.Unreadable {
    failed("\(unreadable)")
} catch {
    failed(error.localizedDescription)
}
