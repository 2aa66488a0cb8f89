import Foundation
import Testing

@testable import Himaya

/// Pictures in the forms in which hosts hold them.
@Suite struct PictureTests {
    private let astronaut = try! bytes("examples/data/pictures/astronaut.jpg")

    @Test("bytes, arrays and files get one answer")
    func forms() async throws {
        let file = root.appendingPathComponent("examples/data/pictures/astronaut.jpg")
        let forms = [
            Picture(astronaut), Picture([UInt8](astronaut)), try Picture(contentsOf: file),
            Picture((Data([0]) + astronaut).dropFirst()),
        ]
        let found = try await himaya.assess(forms)
        #expect(Set(found).count == 1)
        let assessment = try #require(found.first).assessment
        #expect(found.first == .assessed(assessment))
        #expect(assessment.inputType == .image && assessment.rulesetVersion == nil)
        #expect(abs(assessment.classScores.values.reduce(0, +) - 1) < 1e-4)
        let alone = try await himaya.assess(forms[0])
        #expect(alone == found[0])
    }

    @Test("pixels get one answer in every form")
    func pixels() throws {
        let colors: [[UInt8]] = (0..<32).map { (at: UInt8) in [at * 5, 200 - at, at * 3 + 40] }
        let rgb: [UInt8] = colors.flatMap { $0 }
        let rgba: [UInt8] = colors.flatMap { $0 + [77] }
        let bgra: [UInt8] = colors.flatMap { $0.reversed() + [77] }
        let rows: [ArraySlice<UInt8>] = (0..<4).map { bgra[$0 * 32..<$0 * 32 + 32] }
        let padded: [UInt8] = rows.flatMap { $0 + [1, 2, 3, 4, 5] }
        let forms: [Pixels] = [
            try Pixels(rgb, width: 8, height: 4),
            try Pixels(rgb: Data(rgb), width: 8, height: 4),
            try Pixels(rgba, width: 8, height: 4, layout: .rgba),
            try Pixels(rgba: Data(rgba), width: 8, height: 4),
            try Pixels(bgra, width: 8, height: 4, layout: .bgra),
            try padded.withUnsafeBytes {
                try Pixels(copying: $0, width: 8, height: 4, layout: .bgra, bytesPerRow: 37)
            },
        ]
        let found: [ImageResult] = try forms.map { try himaya.assessBlocking(Picture($0)) }
        #expect(Set(found).count == 1)
        #expect(found[0] == ImageResult.assessed(found[0].assessment))
        let hashes = try forms.map { try PictureHash(of: Picture($0)) }
        #expect(Set(hashes).count == 1)
    }

    @Test("what cannot be read gets what the policy says")
    func unreadable() async throws {
        let pictures: [(Picture, ImageRefusal)] = [
            (Picture(Data("not a picture".utf8)), .unknownFormat),
            (Picture(Data()), .unknownFormat),
            (Picture(astronaut.prefix(300)), .damaged),
        ]
        for (picture, reason) in pictures {
            let refused = try await himaya.assess(picture)
            guard case .refused(let assessment, reason, let message) = refused else {
                Issue.record("\(refused)")
                continue
            }
            #expect(assessment.status == .failed && assessment.statusReasons == [.imageUnreadable])
            #expect(assessment.action >= .blur && !message.isEmpty)
        }
        let small = try Guard(Guard.Configuration(limits: Guard.Limits(pixels: 100)))
        guard case .refused(_, .tooLarge, _) = try await small.assess(Picture(astronaut)) else {
            Issue.record("a picture of more pixels than the limit was looked at")
            return
        }
        // What cannot be seen leaves the library as it was.
        let seen = try await himaya.assess(Picture(astronaut))
        #expect(seen == .assessed(seen.assessment))
    }

    @Test("pixels that do not fit their size are refused at once")
    func misfits() throws {
        let misfit = thrown { try Pixels([UInt8](repeating: 0, count: 10), width: 2, height: 2) }
        #expect(misfit == .image(.pixels, "2x2 pixels need 12 bytes, found 10"))
        for (width, height) in [(0, 0), (-1, 4), (Int.max, Int.max), (1 << 20, 1 << 20)] {
            #expect(thrown { try Pixels(rgb: Data(), width: width, height: height) } != nil)
        }
        let narrow = thrown {
            try [UInt8](repeating: 0, count: 60).withUnsafeBytes {
                try Pixels(copying: $0, width: 4, height: 4, bytesPerRow: 11)
            }
        }
        #expect(narrow == .image(.pixels, "a row of 4 pixels needs 12 bytes, found 11"))
    }

    @Test("known pictures are found by the host's list")
    func known() async throws {
        let hash = try await PictureHash.hash(of: Picture(astronaut))
        #expect(hash.hash.count == 64 && hash.quality > 50)
        #expect(try hash.distance(to: hash.hash) == 0)
        let nonsense = try #require(thrown { try hash.distance(to: "nonsense") })
        #expect(nonsense == .hash(nonsense.message))
        let broken = try #require(thrown { try PictureHash(of: Picture(Data(count: 3))) })
        #expect(broken == .image(.unknownFormat, broken.message))
        try inFolder { folder in
            let list = folder.appendingPathComponent("list.txt")
            try Data(hash.hash.utf8).write(to: list)
            let knowing = try Guard(Guard.Configuration(hashLists: [Guard.HashList("own", file: list)]))
            let seen = try knowing.assessBlocking(Picture(astronaut))
            let finding = try #require(seen.assessment.topFinding)
            #expect(finding.category == .knownImage)
            #expect(finding.reasonCodes == ["image.hash_list.own"])
        }
    }

    @Test("nothing of a picture is printed")
    func printed() throws {
        var printed = ""
        dump(Picture(Data("CANARY".utf8)), to: &printed)
        dump(try Pixels(Array("CANARY".utf8), width: 2, height: 1), to: &printed)
        #expect(printed.contains("width: 2") && !printed.contains("bytes"), "\(printed)")
    }

    @Test("pictures leave the threads of tasks alone, and cancelled ones are not looked at")
    func threads() async throws {
        let picture = Picture(astronaut)
        let tasks = (0..<24).map { _ in Task { try await himaya.assess(picture) } }
        // Were they on the pool, this would come last.
        #expect(await Task { true }.value)
        for task in tasks.dropFirst(8) { task.cancel() }
        var left = 0
        for task in tasks {
            do {
                #expect(try await task.value.assessment.action == .allow)
            } catch is CancellationError {
                left += 1
            }
        }
        #expect(left > 0 && left <= 16)
    }
}
