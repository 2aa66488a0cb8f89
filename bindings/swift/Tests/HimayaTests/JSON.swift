import Foundation

/// JSON, compared as the core's own tests do.
enum JSON: Decodable, Sendable, Equatable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    static let tolerance = 1e-6

    init(_ text: String) throws {
        self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    subscript(key: String) -> JSON? {
        get {
            guard case .object(let members) = self, let value = members[key], value != .null else {
                return nil
            }
            return value
        }
        set {
            guard case .object(var members) = self else { return }
            members[key] = newValue
            self = .object(members)
        }
    }

    var string: String? { if case .text(let text) = self { text } else { nil } }
    var double: Double? { if case .number(let number) = self { number } else { nil } }
    var int: Int? { double.map { Int($0) } }
    var bool: Bool? { if case .flag(let flag) = self { flag } else { nil } }
    var list: [JSON] { if case .list(let list) = self { list } else { [] } }
    var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }

    /// Where two differ, numbers by more than the tolerance; nil where they do not.
    func difference(from other: JSON, at place: String = "") -> String? {
        switch (self, other) {
        case (.number(let one), .number(let other)):
            return abs(one - other) <= Self.tolerance ? nil : "\(place): \(one) and \(other)"
        case (.list(let one), .list(let other)):
            guard one.count == other.count else { return "\(place): \(one.count) and \(other.count)" }
            return zip(one, other).enumerated()
                .lazy.compactMap { $1.0.difference(from: $1.1, at: "\(place)[\($0)]") }.first
        case (.object(let one), .object(let other)):
            guard Set(one.keys) == Set(other.keys) else {
                return "\(place): \(one.keys.sorted()) and \(other.keys.sorted())"
            }
            return one.lazy.compactMap { $1.difference(from: other[$0] ?? .null, at: "\(place).\($0)") }
                .first
        default:
            return self == other ? nil : "\(place): \(self) and \(other)"
        }
    }

    /// An assessment whose spans count UTF-8 bytes of a text, with spans that count UTF-16 units.
    func inUtf16(_ text: String) -> JSON {
        var assessment = self
        assessment["findings"] = .list((self["findings"]?.list ?? []).map { finding in
            guard let spans = finding["spans"]?.list else { return finding }
            var finding = finding
            finding["spans"] = .list(spans.map { span in
                .object(span.members.mapValues { end in
                    let bytes = Array(text.utf8.prefix(end.int ?? 0))
                    return .number(Double(String(decoding: bytes, as: UTF8.self).utf16.count))
                })
            })
            return finding
        })
        return assessment
    }
}
