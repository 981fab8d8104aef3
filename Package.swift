// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]
// The tests run the built program dozens of times: rooms in which it does most are optimised in debug builds too, but with WEFT_PLAIN.
// A package that depends on Weft by version may not use unsafe flags, and gets none.
let isDependency = Context.packageDirectory.contains("/checkouts/")
let fast =
  isDependency || Context.environment["WEFT_PLAIN"] != nil
  ? strict : strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]
let guarded = strict + [.strictMemorySafety()]
let fastGuarded = fast + [.strictMemorySafety()]

let package = Package(
  name: "weft",
  products: [
    .executable(name: "weft", targets: ["weft"]),
    // For other packages: Tests/Consumer shows how.
    .library(name: "GraphEngine", targets: ["GraphEngine"]),
    .library(name: "Measures", targets: ["Measures"]),
    .library(name: "Networks", targets: ["Networks"]),
    // For Benchmarks/ alone.
    .library(name: "ExpertiseSearch", targets: ["ExpertiseSearch"]),
    .library(name: "Intake", targets: ["Intake"]),
    .library(name: "Settings", targets: ["Settings"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
  ],
  targets: [
    .target(
      name: "GraphEngine", swiftSettings: fast, linkerSettings: [.linkedLibrary("m")]),
    .target(name: "Networks", dependencies: ["GraphEngine"], swiftSettings: fastGuarded),
    .target(
      name: "Measures",
      dependencies: [
        "GraphEngine", "Networks", .product(name: "RealModule", package: "swift-numerics"),
      ], swiftSettings: fast),
    .target(
      name: "Findings", dependencies: ["GraphEngine", "Networks", "Measures"],
      swiftSettings: fast),
    .target(name: "Documents", dependencies: ["Networks"], swiftSettings: strict),
    .target(
      name: "Sections",
      dependencies: [
        "GraphEngine", "Networks", "Intake", "Measures", "Findings", "ExpertiseSearch", "Documents",
      ],
      swiftSettings: strict),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(
      name: "CRsvg", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(
      name: "Formats", dependencies: ["Networks", "Intake", "CZip", "CExpat"],
      swiftSettings: guarded),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "Papers",
      dependencies: [
        "Networks", "Documents", "Formats", "CPango", "CRsvg", "CQPDF", "CXlsxWriter",
      ], swiftSettings: guarded),
    .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
    .target(
      name: "Storage",
      dependencies: ["Networks", "CGLib", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: guarded),
    // Packaging/build says which commit it is.
    .target(
      name: "CLinux",
      cSettings: Context.environment["WEFT_COMMIT"].map {
        [.define("WEFT_COMMIT", to: "\"\($0)\"")]
      }),
    .target(
      name: "Diagrams",
      dependencies: [
        "GraphEngine", "Networks", "Measures", "Findings", "CGraphviz", "CRsvg", "CPNG", "CPango",
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: fastGuarded),
    .target(
      name: "ExpertiseSearch",
      dependencies: ["Networks", "Measures"], swiftSettings: fast),
    .target(
      name: "SampleTrust", dependencies: ["GraphEngine", "Networks", "Documents"],
      swiftSettings: strict),
    .target(
      name: "Website",
      dependencies: ["GraphEngine", "Networks", "Measures", "Findings", "Documents", "Sections"],
      swiftSettings: strict),
    .target(
      name: "Commands",
      dependencies: [
        "GraphEngine", "Networks", "Intake", "Formats", "Settings", "Measures", "Findings",
        "Documents", "Papers", "Sections", "Diagrams", "Website", "SampleTrust", "ExpertiseSearch",
        "Storage", "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(name: "weft", dependencies: ["Commands"], swiftSettings: strict),
    .target(
      name: "Server", dependencies: ["Networks", "Documents", "Sections", "Website", "Commands"],
      swiftSettings: strict),
    .target(name: "Intake", dependencies: ["GraphEngine", "Networks"], swiftSettings: fastGuarded),
    .target(
      name: "Settings", dependencies: ["GraphEngine", "Networks", "Intake"], swiftSettings: guarded),
    .target(
      name: "TestSupport", dependencies: ["GraphEngine", "Networks", "Measures"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "Calibration",
      dependencies: ["GraphEngine", "Networks", "Measures", "Findings", "TestSupport"],
      path: "Tests/Calibration", swiftSettings: fast),
    .executableTarget(
      name: "calibrate", dependencies: ["Calibration", "Findings"], path: "Tests/Calibrate",
      swiftSettings: strict),
    .testTarget(
      name: "GraphEngineTests", dependencies: ["GraphEngine", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NetworksTests", dependencies: ["GraphEngine", "Networks", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeTests",
      dependencies: ["GraphEngine", "Networks", "Intake", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Networks", "Formats", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SettingsTests",
      dependencies: ["GraphEngine", "Networks", "Intake", "Settings", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReliabilityTests",
      dependencies: [
        "GraphEngine", "Networks", "Intake", "Measures", "ExpertiseSearch", "Documents", "Sections",
        "Diagrams",
        "TestSupport", "Commands", "weft",
      ], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "MeasuresTests",
      dependencies: ["GraphEngine", "Networks", "Measures", "Findings", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "FindingsTests",
      dependencies: [
        "GraphEngine", "Networks", "Measures", "Findings", "TestSupport", "Calibration",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DiagramsTests",
      dependencies: [
        "GraphEngine", "Networks", "Intake", "Measures", "Findings", "Diagrams", "TestSupport",
        "Commands", "weft",
      ], swiftSettings: strict),
    .testTarget(
      name: "ExpertiseSearchTests",
      dependencies: ["Networks", "Intake", "Measures", "ExpertiseSearch", "TestSupport"],
      exclude: ["Questions"], swiftSettings: strict),
    .testTarget(
      name: "PapersTests",
      dependencies: ["Documents", "Networks", "Formats", "Papers", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests", dependencies: ["Networks", "Storage", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "Networks"], swiftSettings: strict),
    .testTarget(
      name: "SampleTrustTests",
      dependencies: [
        "GraphEngine", "Networks", "Intake", "Measures", "Findings", "SampleTrust", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "Commands", "Formats", "Server", "TestSupport", "weft",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "weftTests",
      dependencies: [
        "GraphEngine", "Formats", "Settings", "Commands", "Server", "TestSupport", "weft",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["FieldCases"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// Generated runs under libFuzzer: `make fuzz` (Docs/Reliability.md).
if Context.environment["WEFT_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .target(name: "FuzzDriver", dependencies: ["CFuzzer"], path: "Tests/Fuzz/FuzzDriver"),
    .executableTarget(
      name: "FuzzRead", dependencies: ["FuzzDriver", "Intake", "Networks", "Sections"],
      path: "Tests/Fuzz/FuzzRead"),
    .executableTarget(
      name: "FuzzFind",
      dependencies: ["FuzzDriver", "ExpertiseSearch", "Intake", "Measures", "Networks"],
      path: "Tests/Fuzz/FuzzFind"),
    .executableTarget(
      name: "FuzzSettings", dependencies: ["FuzzDriver", "Intake", "Networks", "Settings"],
      path: "Tests/Fuzz/FuzzSettings"),
  ]
}

// The benchmarks, so that what changes here cannot leave them behind: `make test` builds them (Benchmarks/README.md).
if Context.environment["WEFT_BENCHMARKS"] != nil {
  package.targets += [
    .executableTarget(
      name: "engine-bench", dependencies: ["GraphEngine", "Intake", "Measures", "Networks"],
      path: "Benchmarks/Sources/engine-bench", swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "search-bench",
      dependencies: ["GraphEngine", "Networks", "Measures", "ExpertiseSearch"],
      path: "Benchmarks/Sources/search-bench", swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
}

// The program that answers browsers, a product of its own: `make serve` and `make test` build it.
if Context.environment["WEFT_SERVE"] != nil {
  package.dependencies += [
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", .upToNextMinor(from: "2.28.1")),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/vapor/jwt-kit", .upToNextMinor(from: "5.7.1")),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.1.0"),
  ]
  package.products.append(.executable(name: "weft-serve", targets: ["weft-serve"]))
  package.targets += [
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(
      name: "OpenID",
      dependencies: [
        "CCurl", "Server", .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: guarded),
    .testTarget(
      name: "OpenIDTests",
      dependencies: [
        "OpenID", "Server", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ], swiftSettings: strict),
    .testTarget(
      name: "JourneyTests",
      dependencies: ["TestSupport", "weft", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .executableTarget(
      name: "weft-serve",
      dependencies: [
        "Commands", "OpenID", "Server", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
  ]
}
