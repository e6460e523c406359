// swift-tools-version: 6.1
// The house, as a line of targets:
// Rules <- Languages | Storage | Partners <- Shop <- Web | Rehearsal <- onsale
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One of our own targets: it may import `mine` and `theirs`, and nothing else.
func target(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func suite(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: ["TestKit"] + dependencies, swiftSettings: settings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting", package: "hummingbird")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioFoundation = Target.Dependency.product(name: "NIOFoundationCompat", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let certificates = Target.Dependency.product(name: "X509", package: "swift-certificates")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "onsale",
    products: [.executable(name: "onsale", targets: ["onsale"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // The files that ship inside the binary (Data/, stylesheet, script), by C23's #embed.
        .target(name: "CShipped", cSettings: [.unsafeFlags(["-std=c23"])]),

        target("Rules", []),
        target("Languages", ["Rules"]),
        target("Storage", ["Rules", "CLibpq", grdb, sqlite, logging]),
        // Hummingbird is for the partners' stand-ins alone: Sources/Partners/Sandbox.
        target(
            "Partners",
            [
                "Rules", "CCurl", httpClient, crypto, cryptoExtras, certificates, asn1, nio,
                nioHTTP1,
                nioFoundation, nioSSL, httpTypes, hummingbird, logging,
            ]),
        target(
            "Shop",
            [
                "Rules", "Languages", "Storage", "Partners", "CSodium", "CShipped", crypto, yams,
                lifecycle, logging,
            ]),
        target(
            "Web",
            [
                "Rules", "Languages", "Storage", "Shop", "CShipped", "CZlib", hummingbird,
                httpTypes, nio, nioHTTP1, nioFoundation, crypto, logging,
            ], exclude: ["Look"]),
        target("Rehearsal", ["Rules", "Storage", "Partners", "Shop", logging]),
        .executableTarget(
            name: "onsale",
            dependencies: [
                "Rules", "Languages", "Storage", "Partners", "Shop", "Web", "Rehearsal",
                arguments, hummingbird, hummingbirdCore, hummingbirdTLS, nioSSL, nio, nioPosix,
                httpClient,
                lifecycle, signals, logging,
            ],
            swiftSettings: settings),

        .target(
            name: "TestKit",
            dependencies: [
                "Rules", "Languages", "Storage", "Partners", "Shop", "Web", "Rehearsal", logging,
            ],
            path: "Tests/TestKit", swiftSettings: settings),
        suite("RulesTests", ["Rules"]),
        suite("LanguagesTests", ["Rules", "Languages"]),
        suite("StorageTests", ["Rules", "Storage"]),
        suite(
            "PartnersTests",
            [
                "Rules", "Partners", httpClient, hummingbird, hummingbirdTesting, nio, nioHTTP1,
                nioFoundation,
            ]),
        suite("ShopTests", ["Rules", "Languages", "Storage", "Partners", "Shop", crypto]),
        suite(
            "WebTests",
            [
                "Rules", "Storage", "Partners", "Shop", "Web", hummingbird, hummingbirdCore,
                hummingbirdTesting, httpClient, httpTypes, nio, nioHTTP1, nioFoundation,
            ]),
        suite("SimulationTests", ["Rules", "Storage", "Partners", "Shop", "Rehearsal"]),
        suite("CommandTests", ["Rules", "Storage", "Shop", "onsale"]),
        suite("TidyTests", []),
    ]
)
