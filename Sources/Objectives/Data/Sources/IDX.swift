import LinearAlgebra
import Specifications

/// Images and their labels in files of the MNIST family, plain or packed by gzip. A feature is a
/// pixel, 0 to 255, divided by 255; a class is a label.
public struct IDX: DataSource {
  public static let name = "idx"
  public static let title = "IDX files"
  public static let formula = "images of pixels in [0, 1], and labels"
  public static let reference = "LeCun, Cortes and Burges, The MNIST database, 1998"
  public static let parameters: [Parameter<Self>] = [
    .text("images", \.images, range: "a path", "file of the images"),
    .text("labels", \.labels, range: "a path", "file of their labels"),
    .text("test-images", \.testImages, range: "a path", "file of the images of the test"),
    .text("test-labels", \.testLabels, range: "a path", "file of their labels"),
    .integer(
      "limit", \.limit, in: 0...(.max),
      "how many images are taken, from the first on, besides those of the test's files; 0 for all"),
    .validationShare(\.validation),
    .testShare(\.test),
    .splitSeed(\.seed),
  ]

  /// Path of the images.
  public var images: String?
  /// Path of their labels.
  public var labels: String?
  /// Path of the images for the test, if there are such.
  public var testImages: String?
  /// Path of the labels of these.
  public var testLabels: String?
  /// How many images are taken; 0 for all.
  public var limit = 0
  /// Share of the examples kept for validation, in [0, 1).
  public var validation = 0.0
  /// Share of the examples kept for the test, in [0, 1).
  public var test = 0.0
  /// Seed of the draw of what is kept, ≥ 0.
  public var seed = 1

  public init() {}

  public func resolve() throws(SpecificationError) {
    guard images != nil, labels != nil else {
      throw SpecificationError(
        "idx lacks \(images == nil ? "images" : "labels"); expected idx(images=FILE,labels=FILE)")
    }
    guard (testImages == nil) == (testLabels == nil) else {
      let lacking = testImages == nil ? "test-images" : "test-labels"
      throw SpecificationError("idx lacks \(lacking); expected both files of the test, or none")
    }
    guard testImages == nil || test == 0 else {
      throw SpecificationError(
        "idx: test=\(NumberText.short(test)) and test-images both say what the test is; expected "
          + "one")
    }
    try HeldOut.require(validation: validation, test: test, of: Self.name)
  }

  /// - Throws: `.missingInput` where a file cannot be read, `.badData` where it is not what its
  ///   head says, or the files do not belong together.
  public func parts() throws(SpecificationError) -> DataParts {
    try resolve()
    let examples = try IDXExamples(images: images ?? "", labels: labels ?? "")
    let classes = Set(examples.labels.bytes).sorted()
    let data = try examples.dataSet(of: classes, limit: limit == 0 ? nil : limit)
    var parts = try HeldOut(validation: validation, test: test, seed: seed)
      .parts(of: data, named: examples.images.path)
    if let testImages, let testLabels {
      let others = try IDXExamples(images: testImages, labels: testLabels)
      try examples.requireLikeness(of: others)
      parts.test = try others.dataSet(of: classes, limit: nil)
    }
    return parts
  }
}
