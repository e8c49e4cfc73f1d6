// swift-tools-version: 6.2
import PackageDescription

// A program of somebody else's: what it adds to Descent stands in its own files, and uses nothing
// but what Descent makes public.
let package = Package(
  name: "Outside",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Descent", path: "../..")],
  targets: [
    .executableTarget(
      name: "outside",
      dependencies: [
        .product(name: "DescentKit", package: "Descent"),
        .product(name: "DescentCommand", package: "Descent"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
