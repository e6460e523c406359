// The walls of the house: which folder may import what. Package.swift keeps those between targets;
// here are the narrower ones, and the reason why each library has one place where it is used.

/// Nil for a folder that isn't in the plan. The longest path that fits counts.
func allowedImports(at path: String) -> Set<String>? {
    plan.filter { path.hasPrefix($0.key + "/") }.max { $0.key.count < $1.key.count }?.value
}

private let plan: [String: Set<String>] = [
    // Pure values: no Foundation, no clock, no random numbers, no input and output.
    "Sources/Rules": [],
    "Sources/Languages": ["Rules"],

    "Sources/Storage": storage,
    "Sources/Storage/Engines/SQLite": storage.union(["GRDB", "GRDBSQLite"]),
    "Sources/Storage/Engines/PostgreSQL": storage.union(["CLibpq"]),

    "Sources/Partners": partners,
    "Sources/Partners/Mail": partners.union(["CCurl"]),
    "Sources/Partners/Sandbox": partners.union(["CryptoExtras", "Hummingbird", "HTTPTypes"]),

    "Sources/Shop": shop,
    "Sources/Shop/Accounts": shop.union(["CSodium"]),
    "Sources/Shop/Rulebook": shop.union(["CShipped", "Yams"]),

    "Sources/Web": [
        "Rules", "Languages", "Storage", "Shop", "CShipped", "CZlib", "Crypto", "Foundation",
        "HTTPTypes", "Hummingbird", "Logging", "NIOCore", "NIOFoundationCompat", "Synchronization",
    ],

    // Never Web: a rehearsal is at the shop's own verbs, or outside at its address.
    "Sources/Rehearsal": [
        "Rules", "Storage", "Partners", "Shop", "Foundation", "Logging", "Synchronization",
    ],
    "Sources/Web/Counter": [
        "Languages", "Rules", "Shop", "HTTPTypes", "NIOCore", "NIOHTTP1", "Synchronization",
    ],

    "Sources/onsale": [
        "Rules", "Languages", "Storage", "Partners", "Shop", "Web", "Rehearsal", "ArgumentParser",
        "AsyncHTTPClient", "Foundation", "Hummingbird", "HummingbirdCore", "HummingbirdTLS",
        "Logging", "NIOCore", "NIOSSL", "ServiceLifecycle", "Synchronization", "UnixSignals",
    ],

    "Sources/onsale/Bench": [
        "Rules", "Shop", "Storage", "ArgumentParser", "Foundation", "Hummingbird",
        "HummingbirdCore", "Logging", "NIOCore", "NIOPosix",
    ],

    "Tests/TestKit": tests,
    "Tests/RulesTests": ["Rules", "TestKit", "Testing"],
    "Tests/LanguagesTests": tests,
    "Tests/StorageTests": tests,
    "Tests/PartnersTests": tests.union(web),
    "Tests/ShopTests": tests.union(["Crypto"]),
    "Tests/WebTests": tests.union(web).union(["Glibc", "HummingbirdCore"]),
    "Tests/SimulationTests": tests,
    "Tests/CommandTests": tests.union(["onsale"]),
    "Tests/TidyTests": ["Foundation", "Testing"],
]

private let storage: Set<String> = ["Rules", "Foundation", "Logging", "Synchronization"]

private let partners: Set<String> = [
    "Rules", "AsyncHTTPClient", "Crypto", "Foundation", "Logging", "NIOCore",
    "NIOFoundationCompat", "NIOHTTP1", "NIOSSL", "SwiftASN1", "Synchronization", "X509",
]

private let shop: Set<String> = [
    "Rules", "Languages", "Storage", "Partners", "Crypto", "Foundation", "Logging",
    "ServiceLifecycle", "Synchronization",
]

private let tests: Set<String> = [
    "Rules", "Languages", "Storage", "Partners", "Shop", "Rehearsal", "TestKit", "Testing",
    "Foundation", "Logging", "Synchronization",
]

private let web: Set<String> = [
    "Web", "AsyncHTTPClient", "Crypto", "HTTPTypes", "Hummingbird", "HummingbirdTesting",
    "NIOCore", "NIOFoundationCompat", "NIOHTTP1", "NIOPosix", "NIOSSL",
]
