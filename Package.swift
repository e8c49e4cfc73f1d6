// swift-tools-version: 6.2
import PackageDescription

let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "Descent",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "descent", targets: ["DescentProgram"]),
    .library(name: "DescentKit", targets: ["DescentKit"]),
    // Without pictures: for those who run and measure, with nothing of Cairo, libpng and giflib.
    .library(name: "DescentCore", targets: ["DescentCore"]),
    // The command line, for a program of one's own that adds to it.
    .library(name: "DescentCommand", targets: ["DescentCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    // MARK: System libraries
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo",
      providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
    .systemLibrary(
      name: "CLibPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CLAPACK", pkgConfig: "lapacke",
      providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    .systemLibrary(
      name: "CBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-pthread-dev"]), .brew(["openblas"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CGIFLib", pkgConfig: "libgif",
      providers: [.apt(["libgif-dev"]), .brew(["giflib"])]),
    .target(
      name: "CGIF", dependencies: ["CGIFLib"], linkerSettings: [.linkedLibrary("gif")]),
    .target(name: "CPNG", dependencies: ["CLibPNG"]),
    .target(name: "CTiles"),
    .target(name: "CKernels"),
    .target(name: "CDigits", exclude: ["make.py"]),

    // MARK: Names, numbers and files
    .target(name: "Specifications"),
    .target(name: "JSON", dependencies: ["Specifications"]),
    .target(name: "Output", dependencies: ["JSON", "CZlib"]),
    .target(name: "LinearAlgebra", dependencies: ["CLAPACK", "CBLAS", "CKernels"]),

    // MARK: What descends, and what is descended
    .target(
      name: "Objectives",
      dependencies: ["Specifications", "LinearAlgebra", "CDigits", "CZlib", numerics]),
    .target(
      name: "Optimizers",
      dependencies: ["Specifications", "LinearAlgebra", "CKernels", numerics]),
    .target(
      name: "Experiments",
      dependencies: [
        "Specifications", "LinearAlgebra", "JSON", "Output", "Objectives", "Optimizers", numerics,
      ]),

    // MARK: What is made of a trajectory
    .target(
      name: "Statistics",
      dependencies: ["Specifications", "LinearAlgebra", "JSON", "Experiments", numerics]),
    .target(
      name: "Interchange",
      dependencies: [
        "Specifications", "LinearAlgebra", "JSON", "Output", "Objectives", "Optimizers",
        "Experiments", "Statistics",
      ]),
    .target(name: "Contours", dependencies: [numerics]),
    .target(
      name: "Scenes",
      dependencies: [
        "LinearAlgebra", "Specifications", "JSON", "Optimizers", "Contours", "Experiments",
        "Statistics", numerics,
      ]),
    .target(
      name: "Rendering",
      dependencies: [
        "Specifications", "JSON", "Output", "Contours", "Scenes", "CCairo", "CGIF", "CPNG",
        "CTiles", "CZlib",
      ],
      resources: [.embedInCode("Player/Page")]),

    // The runs of studies in a file, apart from Experiments for those who need no database.
    .target(
      name: "Storage",
      dependencies: [
        "Specifications", "LinearAlgebra", "Output", "Objectives", "Optimizers", "Experiments",
        .product(name: "GRDB", package: "GRDB.swift"), subprocess,
      ]),

    // MARK: What is made of all this
    .target(
      name: "Races",
      dependencies: [
        "Specifications", "LinearAlgebra", "JSON", "Output", "Objectives", "Optimizers",
        "Experiments", "Contours", "Scenes", "Rendering", .product(name: "Yams", package: "Yams"),
        subprocess,
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "Specifications", "JSON", "Output", "LinearAlgebra", "Objectives", "Optimizers",
        "Experiments", "Statistics", "Storage", "Contours", "Scenes", "Rendering", "Races",
        numerics,
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Page/Parts")]),
    .target(
      name: "Lecture",
      dependencies: [
        "Specifications", "LinearAlgebra", "JSON", "Output", "Objectives", "Optimizers",
        "Experiments", "Statistics", "Contours", "Scenes", "Rendering", "Races", numerics,
      ],
      resources: [
        .embedInCode("Pages/Templates/lecture.html"), .embedInCode("Pages/Templates/slides.tex"),
      ]),
    .target(
      name: "Play",
      dependencies: [
        "Specifications", "LinearAlgebra", "JSON", "Output", "Objectives", "Optimizers",
        "Experiments", "Contours", "Scenes", "Rendering", "Races",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOWebSocket", package: "swift-nio"), subprocess,
      ],
      resources: [.embedInCode("Page/Parts")]),
    .target(
      name: "DescentCore",
      dependencies: [
        "Specifications", "LinearAlgebra", "JSON", "Output", "Objectives", "Optimizers",
        "Experiments", "Statistics", "Interchange",
      ]),
    .target(
      name: "DescentKit",
      dependencies: [
        "DescentCore", "Storage", "Contours", "Scenes", "Rendering", "Races", "Reports",
        "Lecture", "Play",
      ]),

    // MARK: The command line
    .target(name: "DescentCommand", dependencies: ["DescentKit", argumentParser]),
    .executableTarget(name: "DescentProgram", dependencies: ["DescentCommand"]),

    // MARK: Tests
    .target(
      name: "RandomInputs",
      dependencies: ["Specifications", "LinearAlgebra", "Objectives", "Optimizers"],
      path: "Tests/RandomInputs"),
    .executableTarget(
      name: "DescentFuzz",
      dependencies: ["DescentCommand", "LinearAlgebra", "RandomInputs", argumentParser],
      path: "Tests/DescentFuzz"),
    .testTarget(name: "SpecificationsTests", dependencies: ["Specifications"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "OutputTests", dependencies: ["Output"]),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"]),
    .testTarget(
      name: "ObjectivesTests",
      dependencies: [
        "Specifications", "LinearAlgebra", "Objectives", "RandomInputs", numerics,
      ]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Specifications", "JSON", "LinearAlgebra", "Objectives", "Optimizers", "Experiments",
        "RandomInputs",
      ]),
    .testTarget(
      name: "StatisticsTests",
      dependencies: [
        "LinearAlgebra", "Objectives", "Optimizers", "Experiments", "Statistics",
      ]),
    .testTarget(
      name: "InterchangeTests",
      dependencies: [
        "Interchange", "JSON", "Objectives", "Optimizers", "Experiments", "Statistics",
        "Specifications", "LinearAlgebra", "RandomInputs",
      ]),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Specifications", "LinearAlgebra", "Objectives", "Optimizers", "Experiments", "Output",
        "Storage",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "ReadmeTests", dependencies: ["DescentKit"]),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "Specifications", "LinearAlgebra", "JSON", "Objectives", "Optimizers", "Output",
        "Experiments", "Rendering", "Scenes", "CTiles", "CZlib",
      ]),
    .testTarget(
      name: "OptimizersTests",
      dependencies: ["Optimizers", "LinearAlgebra", "Specifications", "Objectives", numerics]),
    .testTarget(name: "ContoursTests", dependencies: ["Contours"]),
    .testTarget(
      name: "ScenesTests",
      dependencies: [
        "LinearAlgebra", "JSON", "Objectives", "Optimizers", "Scenes", "Contours", "Experiments",
      ]),
    .testTarget(name: "RacesTests", dependencies: ["DescentKit"]),
    .testTarget(name: "PlayTests", dependencies: ["Play", "DescentKit"]),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "DescentKit"]),
    .testTarget(
      name: "LectureTests",
      dependencies: ["Lecture", "JSON", "Output", "Scenes", "Specifications"]),
    .testTarget(
      name: "DescentCommandTests",
      dependencies: [
        "DescentCommand", "DescentProgram", "DescentKit", "CZlib", argumentParser,
      ]),
  ],
  swiftLanguageModes: [.v6]
)
