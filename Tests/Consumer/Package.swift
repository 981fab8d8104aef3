// swift-tools-version: 6.2
import PackageDescription

// A package that uses Weft's rooms as anybody else's would; a test builds and runs it (Tests/weftTests/ConsumerTests.swift).
let package = Package(
  name: "weft-consumer",
  dependencies: [.package(name: "weft", path: "../..")],
  targets: [
    .executableTarget(
      name: "Example",
      dependencies: [
        .product(name: "GraphEngine", package: "weft"), .product(name: "Networks", package: "weft"),
        .product(name: "Measures", package: "weft"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
