internal import HimayaFFI

/// What people are told, in one language; what is missing there is said in English. May be used on any
/// number of threads at once.
///
/// ```swift
/// let messages = Messages(preferring: Locale.preferredLanguages)
/// let notice = messages.notice(about: assessment, addressee: Addressee(age: .from13To15))
/// ```
public final class Messages: Sendable {
    let ffi: HimayaFFI.Messages

    /// Messages in a language, given as a BCP 47 tag: `pt-BR` and `ar-EG` are spoken to in `pt` and
    /// `ar`.
    ///
    /// - Throws: ``HimayaError/language(_:)`` when there is no such language; it names those that there
    ///   are.
    public init(_ language: String) throws(HimayaError) {
        ffi = try translated { try HimayaFFI.Messages(language: language.bounded) }
    }

    /// Messages in the first language of a list that there is, English if there is none; ``language``
    /// says which.
    public init(preferring languages: [String]) {
        ffi = HimayaFFI.Messages.forLanguages(preferred: languages.map(\.bounded))
    }

    /// Codes of the languages that there are.
    public static var languages: [String] { messageLanguages() }

    /// BCP 47 code of the language.
    public var language: String { ffi.language() }

    /// Whether the language is written from right to left.
    public var isRightToLeft: Bool { ffi.isRightToLeft() }

    /// What a reader is told of an assessment: the author what ``Assessment/deterrenceKey`` names,
    /// everybody else what the policy acts upon. Nil where there is nothing to tell; of what could not
    /// be checked, ``unchecked(_:addressee:)`` speaks.
    public func notice(
        about assessment: Assessment, to reader: Reader = .approached,
        addressee: Addressee = Addressee(), level: InterventionLevel = .descriptive
    ) -> Notice? {
        ffi.noticeAbout(
            assessment: assessment.ffi, reader: reader.ffi, addressee: addressee.ffi, level: level.ffi
        ).map(Notice.init)
    }

    /// What a reader is told of a category. Nil at ``InterventionLevel/disabled``, and where there are
    /// no words of the category for the reader.
    public func notice(
        about category: Category, to reader: Reader = .approached,
        addressee: Addressee = Addressee(), level: InterventionLevel = .descriptive
    ) -> Notice? {
        ffi.notice(
            reader: reader.ffi, category: category.ffi, addressee: addressee.ffi, level: level.ffi
        ).map(Notice.init)
    }

    /// That something could not be checked, for the child.
    public func unchecked(_ input: InputType, addressee: Addressee = Addressee()) -> TextAndStep? {
        ffi.unchecked(input: input.ffi, addressee: addressee.ffi).map(TextAndStep.init)
    }

    /// What the child is told where messages and pictures are looked at.
    public func monitoringNotice(child: Addressee = Addressee()) -> TitleAndText? {
        ffi.monitoringNotice(child: child.ffi).map { TitleAndText(title: $0.title, text: $0.text) }
    }

    /// That an adult will be told in so many hours, and what the child may do before.
    public func digestDelay(hours: UInt32, child: Addressee = Addressee()) -> TextAndStep? {
        ffi.digestDelay(hours: hours, child: child.ffi).map(TextAndStep.init)
    }

    /// The text of a key as it is said to somebody. `key.step` is the attribute `step` of a key. Nil for
    /// a key that there is not, or that shows values which are not given.
    public func text(
        _ key: String, addressee: Addressee = Addressee(), values: [String: Value] = [:]
    ) -> String? {
        ffi.text(key: key.bounded, addressee: addressee.ffi, values: values.mapValues(\.ffi))
    }

    /// What a category is, in a few words.
    public func describe(_ category: Category) -> String { ffi.category(category: category.ffi) }

    /// What a behaviour is, in a few words.
    public func describe(_ behavior: Behavior) -> String { ffi.behavior(behavior: behavior.ffi) }

    /// What a stage is, in a few words.
    public func describe(_ stage: Stage) -> String { ffi.stage(stage: stage.ffi) }

    /// What an action means, in a few words.
    public func describe(_ action: Action) -> String { ffi.action(action: action.ffi) }

    /// Whether a person has confirmed a help service, for whoever is shown it.
    public func verified(_ service: HelpService) -> String? { ffi.verified(verified: service.verified) }

    /// A value that a message shows.
    public enum Value: Sendable, Hashable {
        /// A number, on which the words around it depend.
        case number(UInt32)
        /// Text, kept apart from the direction of what stands around it.
        case text(String)

        fileprivate var ffi: MessageValue {
            switch self {
            case .number(let number): .number(number: number)
            case .text(let text): .text(text: text.bounded)
            }
        }
    }
}
