import Objectives
import Specifications
import Testing

/// Data from files of the MNIST family.
@Suite struct IDXTests {
  private let files: ScratchFiles

  init() throws { files = try ScratchFiles() }

  /// Magic number and sizes, four bytes each with the highest first.
  private static func head(_ words: [UInt32]) -> [UInt8] {
    words.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private static func images(_ sizes: [UInt32], _ pixels: some Sequence<UInt8>) -> [UInt8] {
    head([0x803] + sizes) + pixels
  }

  private static func labels(_ labels: [UInt8]) -> [UInt8] {
    head([0x801, UInt32(labels.count)]) + labels
  }

  /// Files of all kinds; in specifications they stand without their folder.
  private static let contents: [String: [UInt8]] = [
    "images": images([3, 1, 2], [0, 51, 102, 153, 204, 255]),
    "labels": labels([7, 2, 7]),
    "two": labels([1, 2]),
    "same": labels([4, 4, 4]),
    "others": labels([7, 2, 9]),
    "wider": images([3, 1, 3], 0..<9),
    "cut": images([3, 1, 2], 0..<5),
    "long": images([3, 1, 2], 0..<7),
    "float": head([0xD03, 3, 1, 2]),
    "tiny": [0, 0, 8],
    "head": head([0x803, 3]),
    "none": images([0, 1, 2], []),
    "huge": head([0x803, .max, .max, .max]),
  ]

  private func parts(_ settings: String) throws -> DataParts {
    for (name, bytes) in Self.contents { _ = try files.write(name, bytes) }
    let pieces = settings.split(separator: ",").map { piece in
      let entry = piece.split(separator: "=")
      return Self.contents[String(entry[1])] == nil && entry[1] != "missing"
        ? String(piece) : "\(entry[0])=\(files.path(String(entry[1])))"
    }
    let text = "idx(" + pieces.joined(separator: ",") + ")"
    return try DataCatalogue.source(Specification(parsing: text)).parts()
  }

  @Test func pixelsAndLabelsAreRead() throws {
    let parts = try parts("images=images,labels=labels,test-images=images,test-labels=labels")
    #expect(parts.training.features.elements == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(parts.training.featureNames == ["pixel_0_0", "pixel_0_1"])
    #expect(try parts.training.classes == ([1, 0, 1], ["2", "7"]))
    #expect(parts.test == parts.training && parts.validation == nil)
  }

  @Test func aLimitTakesTheFirst() throws {
    let part = try parts("images=images,labels=labels,limit=2").training
    #expect(part.features.elements == [0, 0.2, 0.4, 0.6])
    #expect(try part.classes.numbers == [1, 0])
  }

  /// With names of files in the place of their paths.
  private static let refused: [(settings: String, message: String)] = [
    ("images=images", "idx lacks labels; expected idx(images=FILE,labels=FILE)"),
    (
      "images=images,labels=labels,test-images=images",
      "idx lacks test-labels; expected both files of the test, or none"
    ),
    (
      "images=images,labels=labels,test-images=images,test-labels=labels,test=0.5",
      "idx: test=0.5 and test-images both say what the test is; expected one"
    ),
    ("images=images,labels=two", "'images' has 3 images and 'two' 2 labels; expected as many"),
    ("images=images,labels=same", "'same' has one class, '4'; expected two or more"),
    ("images=cut,labels=labels", "'cut' has 21 bytes; expected 22 for 3 × 1 × 2 images"),
    ("images=long,labels=labels", "'long' has 23 bytes; expected 22 for 3 × 1 × 2 images"),
    (
      "images=float,labels=labels",
      "'float' begins with 0x00000d03; expected 0x00000803, as an IDX file of images has"
    ),
    (
      "images=labels,labels=images",
      "'labels' begins with 0x00000801; expected 0x00000803, as an IDX file of images has"
    ),
    (
      "images=tiny,labels=labels",
      "'tiny' is too short; expected 0x00000803, as an IDX file of images has"
    ),
    ("images=head,labels=labels", "'head' ends within its head; expected an IDX file of images"),
    ("images=none,labels=labels", "'none' is empty; expected an IDX file of images"),
    (
      "images=huge,labels=labels",
      "'huge' has 16 bytes; expected 7.9228162458924105e+28 for 4294967295 × 4294967295 × "
        + "4294967295 images"
    ),
    (
      "images=images,labels=labels,test-images=wider,test-labels=labels",
      "'wider' has images of 1 × 3 pixels; expected 1 × 2, as 'images' has"
    ),
    (
      "images=images,labels=labels,test-images=images,test-labels=others",
      "'others' has class '9', which has no example for training"
    ),
    (
      "images=images,labels=labels,limit=1", "images: class '2' has no example among those taken"
    ),
    (
      "images=missing,labels=labels",
      "cannot read 'missing': No such file or directory; expected an IDX file of images"
    ),
  ]

  @Test(arguments: refused.indices) func whatIsWrongIsNamed(_ index: Int) {
    let (settings, message) = Self.refused[index]
    let error = #expect(throws: SpecificationError.self) { try parts(settings) }
    #expect(error?.description.replacing(files.path("") + "/", with: "") == message)
  }
}
