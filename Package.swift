// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]
// The tests run the built program dozens of times: these rooms are optimised in debug builds too, but for the sanitizers.
let fast =
  Context.environment["WEFT_SANITIZE"] == nil
  ? strict + [.unsafeFlags(["-O"], .when(configuration: .debug))] : strict
let guarded = fast + [.strictMemorySafety()]

let package = Package(
  name: "weft",
  products: [
    .executable(name: "weft", targets: ["weft"]),
    // For Benchmarks/ alone.
    .library(name: "ExpertiseSearch", targets: ["ExpertiseSearch"]),
    .library(name: "GraphEngine", targets: ["GraphEngine"]),
    .library(name: "Intake", targets: ["Intake"]),
    .library(name: "Measures", targets: ["Measures"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Settings", targets: ["Settings"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .target(name: "GraphEngine", swiftSettings: fast),
    .target(name: "Networks", dependencies: ["GraphEngine"], swiftSettings: guarded),
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
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .target(name: "CLinux"),
    .target(
      name: "Diagrams",
      dependencies: [
        "GraphEngine", "Networks", "Measures", "Findings", "CGraphviz", "CRsvg", "CPango",
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: guarded),
    .target(
      name: "ExpertiseSearch",
      dependencies: ["Networks", "Measures", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "SampleTrust", dependencies: ["GraphEngine", "Networks", "Documents"],
      swiftSettings: strict),
    .executableTarget(
      name: "weft",
      dependencies: [
        "GraphEngine", "Networks", "Intake", "Settings", "Measures", "Findings", "Documents",
        "Sections", "Diagrams", "SampleTrust", "ExpertiseSearch", "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .target(name: "Intake", dependencies: ["GraphEngine", "Networks"], swiftSettings: guarded),
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
      name: "SettingsTests",
      dependencies: ["GraphEngine", "Networks", "Intake", "Settings", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReliabilityTests",
      dependencies: [
        "GraphEngine", "Networks", "Intake", "Measures", "ExpertiseSearch", "Documents", "Sections",
        "Diagrams",
        "TestSupport", "weft",
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
        "weft",
      ], swiftSettings: strict),
    .testTarget(
      name: "ExpertiseSearchTests",
      dependencies: ["Networks", "Intake", "Measures", "ExpertiseSearch", "TestSupport"],
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
      name: "weftTests", dependencies: ["GraphEngine", "Settings", "TestSupport", "weft"],
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
