// swift-tools-version: 6.0

import Foundation
import PackageDescription

// `build` beside this file makes what is called and what calls it: Sources/HimayaFFI/HimayaFFI.swift,
// Sources/CHimaya and Native. An XCFramework beside it takes the place of the latter two.
let folder = Context.packageDirectory
let framework = FileManager.default.fileExists(atPath: "\(folder)/Himaya.xcframework")
let native = "\(folder)/Native"

guard FileManager.default.fileExists(atPath: "\(folder)/Sources/HimayaFFI/HimayaFFI.swift") else {
    fatalError("the native library is not built; run \(folder)/build, which needs Rust")
}

let tested = Context.environment["HIMAYA_TEST_SUPPORT"] != nil

let package = Package(
    name: "Himaya",
    platforms: [.iOS(.v15), .macOS(.v12), .macCatalyst(.v15), .tvOS(.v15), .visionOS(.v1)],
    products: [
        .library(name: "Himaya", targets: ["Himaya"])
    ],
    targets: [
        .target(name: "Himaya", dependencies: ["HimayaFFI", "CHimaya"]),
        .target(
            name: "HimayaFFI",
            dependencies: ["CHimaya"],
            linkerSettings: framework
                ? []
                : [
                    .linkedLibrary("himaya_ffi"),
                    .unsafeFlags(["-L\(native)", "-Xlinker", "-rpath", "-Xlinker", native]),
                ]
        ),
        framework
            ? .binaryTarget(name: "CHimaya", path: "Himaya.xcframework")
            : .systemLibrary(name: "CHimaya"),
        .testTarget(
            name: "HimayaTests",
            dependencies: ["Himaya", "HimayaFFI", "CHimaya"],
            swiftSettings: tested ? [.define("TEST_SUPPORT")] : []
        ),
    ]
)
