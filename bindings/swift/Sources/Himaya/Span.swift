import Foundation

/// A part of a message, counted in UTF-16 code units, as `NSString` and text views count.
public struct Span: Sendable, Hashable {
    /// Its first unit, from 0.
    public let start: Int
    /// The unit behind its last.
    public let end: Int

    /// A span of your own.
    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// Where it lies in the text that was assessed; nil where a text does not reach so far.
    ///
    /// ```swift
    /// let words = finding.spans.compactMap { $0.range(in: text) }.map { text[$0] }
    /// ```
    public func range(in text: some StringProtocol) -> Range<String.Index>? {
        let units = text.utf16
        guard start >= 0, end >= start,
            let first = units.index(units.startIndex, offsetBy: start, limitedBy: units.endIndex),
            let behind = units.index(first, offsetBy: end - start, limitedBy: units.endIndex)
        else { return nil }
        return first..<behind
    }

    /// The same for `NSString`, `NSAttributedString` and text views.
    public var nsRange: NSRange { NSRange(location: start, length: end - start) }
}
