// swift-tools-version: 6.2
import PackageDescription

// The benchmarks, apart from the project so that nobody who builds it builds them.
let package = Package(
  name: "weft-benchmarks",
  dependencies: [.package(name: "weft", path: "..")],
  targets: [
    .executableTarget(
      name: "engine-bench",
      dependencies: [
        .product(name: "GraphEngine", package: "weft"), .product(name: "Intake", package: "weft"),
        .product(name: "Measures", package: "weft"), .product(name: "Networks", package: "weft"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "search-bench",
      dependencies: [
        .product(name: "GraphEngine", package: "weft"), .product(name: "Networks", package: "weft"),
        .product(name: "Measures", package: "weft"),
        .product(name: "ExpertiseSearch", package: "weft"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
