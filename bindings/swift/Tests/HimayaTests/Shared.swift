import Foundation
import Testing

@testable import Himaya

let secret = "this is our secret, don't tell your mum"

let demand = "pay me or i send your pics to everyone"

/// Seconds.
let day = 86_400.0

/// The first of 2026-W48.
let monday = Date(timeIntervalSince1970: 20_780 * day)

/// One guard for all tests that need nothing special.
let himaya: Guard = {
    do { return try Guard() } catch { fatalError("\(error)") }
}()

/// What it says of a demand to pay.
func threat() throws -> Assessment {
    try himaya.assess(demand)
}

/// The repository, or as much of it as the tests need.
let root = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { folder, _ in
    folder.deletingLastPathComponent()
}

/// A file of the repository.
func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: root.appendingPathComponent(path))
}

func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
}

/// A picture of the repository.
func picture(_ name: String) throws -> Picture {
    Picture(try bytes("examples/data/pictures/\(name)"))
}

/// Eight grey pixels and more, which nobody objects to.
func grey(_ width: Int = 320, _ height: Int = 240) throws -> Pixels {
    try Pixels([UInt8](repeating: 128, count: width * height * 3), width: width, height: height)
}

/// The objects of a JSONL file of the repository.
func lines(_ path: String) throws -> [JSON] {
    try text(path).split(separator: "\n").map { try JSON(String($0)) }
}

/// Does something in a folder that is gone afterwards.
func inFolder<Answer>(_ work: (URL) throws -> Answer) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder)
}

/// A policy that asks for something where a stream cannot be seen.
func closed() throws -> Guard {
    let policy = try text("models/policy/child.toml")
        .replacingOccurrences(of: "on_failure = \"open\"", with: "on_failure = \"closed\"")
    return try Guard(Guard.Configuration(policy: policy))
}

/// What a call throws; nil where it throws nothing.
func thrown(_ call: () throws -> some Any) -> HimayaError? {
    do {
        _ = try call()
        return nil
    } catch {
        return error as? HimayaError
    }
}

/// Whether a file that `bindings/swift/test` makes is there; in CI it has to be.
func made(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
}
