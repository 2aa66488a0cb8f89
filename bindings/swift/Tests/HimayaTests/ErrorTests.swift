import Foundation
import Testing

@testable import Himaya

#if TEST_SUPPORT
import CHimaya
#endif

/// What goes wrong, and how it is said.
@Suite struct ErrorTests {
    private func refusal(_ configuration: Guard.Configuration) throws -> HimayaError {
        try #require(thrown { try Guard(configuration) })
    }

    @Test("what a guard cannot be made from is named")
    func building() throws {
        let policy = try refusal(Guard.Configuration(policy: "nonsense"))
        #expect(policy == .policy(policy.message) && policy.message.contains("line 1"), "\(policy)")
        let lock = #"{"schema_version":1,"by":"guardian","name":"mine","version":3,"sha256":"00"}"#
        let locked = try refusal(Guard.Configuration(policy: "school", policyLock: lock))
        #expect(locked == .policy(locked.message))
        #expect(locked.message.contains("the guardian locked policy `mine`"), "\(locked)")
        let weights = try refusal(Guard.Configuration(conversationWeights: "nonsense"))
        #expect(weights == .weights(weights.message))
        try inFolder { folder in
            for configuration in [
                Guard.Configuration(imageModel: folder), Guard.Configuration(textModel: .folder(folder)),
            ] {
                let pack = try refusal(configuration)
                #expect(pack == .modelPack(pack.message) && pack.message.contains("manifest.json"), "\(pack)")
            }
            let missing = Guard.HashList("own", file: folder.appendingPathComponent("missing"))
            let list = try refusal(Guard.Configuration(hashLists: [missing]))
            #expect(list == .hashList(list.message) && list.message.contains("own"), "\(list)")
        }
    }

    @Test("errors say what they say in every way that Swift asks")
    func described() throws {
        let error = try refusal(Guard.Configuration(policy: "nonsense"))
        #expect(error.localizedDescription == error.message)
        #expect(error.errorDescription == error.message && "\(error)" == error.message)
    }

    #if TEST_SUPPORT
    @Test("a fault in the library is thrown without the text, and the library goes on")
    func fault() throws {
        let error = try #require(thrown {
            let text = try lowered("CANARY")
            try contained { uniffi_himaya_ffi_fn_func_deliberate_fault(text, $0) }
        })
        #expect(error == .fault(error.message))
        #expect(error.message.contains("test_support.rs:") || error.message.contains("fault.rs:"))
        #expect(error.message.contains("report") && !error.message.contains("CANARY"), "\(error)")
        #expect(try himaya.assess(secret).findings.isEmpty == false)
    }
    #endif
}
