import Foundation
import Testing

@testable import Himaya

/// What people are told, whom they may ask, and what a guardian learns of a week.
@Suite struct CareTests {
    @Test("a child is told in the child's language, and no word of the message")
    func notice() throws {
        let threat = try threat()
        for (tag, language, rightToLeft) in [("ar-EG", "ar", true), ("de-AT", "de", false)] {
            let messages = try Messages(tag)
            #expect(messages.language == language && messages.isRightToLeft == rightToLeft)
            let notice = try #require(
                messages.notice(about: threat, addressee: Addressee(age: .from13To15, gender: .feminine)))
            #expect(notice.key == threat.messageKey && notice.language == language)
            #expect(notice.rightToLeft == rightToLeft && notice.body != nil && !notice.step.isEmpty)
            #expect(!"\(notice)".contains("everyone"))
            #expect(messages.notice(about: threat, level: .simple)?.body == nil)
            #expect(messages.notice(about: threat, level: .disabled) == nil)
        }
    }

    @Test("what is told depends on who reads")
    func readers() throws {
        let messages = Messages(preferring: ["xx", "en-GB"])
        #expect(messages.language == "en")
        let threat = try threat()
        let told = [Reader.approached, .guardian, .author].map { messages.notice(about: threat, to: $0)?.title }
        #expect(Set(told).count == 3)
        #expect(messages.notice(about: try himaya.assess("hello")) == nil)
        #expect(messages.notice(about: Category.grooming, to: .guardian) != nil)
        #expect(messages.monitoringNotice()?.title.isEmpty == false)
        #expect(messages.unchecked(.image)?.step.isEmpty == false)
        #expect(messages.digestDelay(hours: 24)?.text.contains("24") == true)
    }

    @Test("words of the library have words for people")
    func words() throws {
        for language in Messages.languages {
            let messages = try Messages(language)
            let said = [
                Category.allCases.map(messages.describe), Behavior.allCases.map(messages.describe),
                Stage.allCases.map(messages.describe), Action.allCases.map(messages.describe),
            ].flatMap { $0 }
            #expect(said.allSatisfy { !$0.isEmpty })
        }
        let english = try Messages("en")
        #expect(english.text("no-such-key") == nil)
        let key = try #require(try threat().messageKey)
        #expect(english.text(key)?.isEmpty == false)
    }

    @Test("a language that there is not is refused with those that there are")
    func unknown() throws {
        let error = try #require(thrown { try Messages("tlh") })
        #expect(error == .language(error.message) && error.message.contains("ar"), "\(error)")
    }

    @Test("a guardian learns of a week what help is needed, and never words nor who")
    func digest() throws {
        let builder = DigestBuilder()
        let recorded = try #require(builder.record(try threat(), at: monday))
        #expect(recorded.category == .sextortion && recorded.isNew && recorded.waitHours == 0)
        #expect(recorded.urgency >= .today)
        #expect(builder.record(try himaya.assess("hello"), at: monday) == nil)
        builder.record(himaya.assessFailure(.imageUnreadable), at: monday)
        let kept = try DigestBuilder(json: builder.json())
        let digest = kept.digest(until: monday.addingTimeInterval(day))
        #expect(digest == builder.digest(until: monday.addingTimeInterval(day)))
        let item = try #require(digest.items.first { $0.category == .sextortion })
        #expect(item.urgency == recorded.urgency && item.frequency == .once && item.trend == .new)
        #expect(item.byDay.count == 7 && item.byDay.reduce(0, +) == 1 && item.byDay[5] == 1)
        #expect(item.help.contains(.child) || item.help.contains(.imageRemoval))
        #expect(digest.endsOn <= monday.addingTimeInterval(day))
        #expect(digest.endsOn > monday)
        let text = digest.text(in: try Messages("en"), guardian: Addressee(age: .from10To12))
        #expect(!text.isEmpty && !text.contains("everyone") && !text.contains("pics"))
        #expect(digest.text(in: try Messages("en"), level: .disabled).isEmpty)
        #expect(try JSON(digest.json())["items"]?.list.count == digest.items.count)
        #expect(try Messages("en").text(item.adviceKey)?.isEmpty == false)
    }

    @Test("what the policy lets wait is shown when its hours are over")
    func delay() throws {
        let builder = DigestBuilder(delay: DelayHours(calm: 10, soon: 10, today: 10, now: 10))
        let recorded = try #require(builder.record(try threat(), at: monday))
        #expect(recorded.waitHours == 10)
        #expect(builder.digest(until: monday.addingTimeInterval(3600)).items.isEmpty)
        #expect(builder.digest(until: monday.addingTimeInterval(11 * 3600)).items.count == 1)
    }

    @Test("what was kept of a digest is checked")
    func damaged() throws {
        let error = try #require(thrown { try DigestBuilder(json: "nonsense") })
        #expect(error == .digest(error.message))
    }

    @Test("help is found by country and language, and a host's own goes before")
    func help() throws {
        let services = try HelpServices()
        let german = services.lookup(.child, country: "DE", language: "de")
        let first = try #require(german.first)
        #expect(first.country == "DE" && !first.reach.isEmpty && first.doubtful == nil)
        #expect(!services.suitable(for: .approached, .sextortion, country: "GB", language: "en").isEmpty)
        #expect(!services.toConfirm().isEmpty)
        let error = try #require(thrown { try services.extend(toml: "nonsense") })
        #expect(error == .helpServices(error.message))
        #expect(services.lookup(.child, country: "DE", language: "de") == german)
        let unknown = try #require(thrown { try services.confirm(toml: "[confirmed]\nnobody = 2026-11-30") })
        #expect(unknown == .helpServices(unknown.message) && unknown.message.contains("nobody"))
        try services.confirm(toml: "[confirmed]\n\(first.id) = 2026-11-30")
        let confirmed = services.lookup(.child, country: "DE", language: "de")
        #expect(confirmed.contains { $0.id == first.id && $0.verified == "2026-11-30" })
        #expect(try Messages("de").verified(first) != nil)
        #expect(services.lookup(.child, country: "ZZ", language: "de").allSatisfy { $0.country == "INT" })
    }
}
