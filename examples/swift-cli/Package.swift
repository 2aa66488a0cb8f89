// swift-tools-version: 6.0

import PackageDescription

let package = Package(
    name: "chatcheck",
    platforms: [.macOS(.v12)],
    dependencies: [
        .package(path: "../../bindings/swift")
    ],
    targets: [
        .target(name: "Chat", dependencies: [.product(name: "Himaya", package: "swift")]),
        .executableTarget(name: "chatcheck", dependencies: ["Chat"]),
        .testTarget(name: "ChatTests", dependencies: ["Chat"]),
    ]
)
