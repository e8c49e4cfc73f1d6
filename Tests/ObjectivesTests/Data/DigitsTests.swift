import Objectives
import Testing

/// The digits that come with Descent against what is known of UCI's file. Sums, counts and checksum
/// were taken from the table itself by another program.
@Suite struct DigitsTests {
  private let parts = Digits().parts()

  /// The images in the order of the file: five for training, one for validation, one for the test.
  private var images: [(pixels: [Int], digit: Int)] {
    get throws {
      let (validation, test) = (try #require(parts.validation), try #require(parts.test))
      let count = parts.training.count + validation.count + test.count
      return try (0..<count).map { i in
        switch i % 7 {
        case 5: try Self.image(i / 7, of: validation)
        case 6: try Self.image(i / 7, of: test)
        default: try Self.image(i / 7 * 5 + i % 7, of: parts.training)
        }
      }
    }
  }

  private static func image(_ i: Int, of part: DataSet) throws -> (pixels: [Int], digit: Int) {
    (part.row(i).map { Int($0 * 16) }, try part.classes.numbers[i])
  }

  @Test func theyAreThoseOfTheFile() throws {
    let images = try images
    #expect(images.count == 1797)
    let numbers = images.flatMap { $0.pixels + [$0.digit] }
    #expect(numbers.reduce(0) { $0 &* 31 &+ UInt64($1) } == 0x6438_6293_7fde_0cea)
    #expect(images.flatMap(\.pixels).reduce(0, +) == 561_718)
    let counts = (0...9).map { digit in images.filter { $0.digit == digit }.count }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
  }

  @Test func theFirstIsTheZeroOfTheManual() throws {
    // As load_digits().images[0] of scikit-learn prints.
    let rows = [
      [0, 0, 5, 13, 9, 1, 0, 0], [0, 0, 13, 15, 10, 15, 5, 0], [0, 3, 15, 2, 0, 11, 8, 0],
      [0, 4, 12, 0, 0, 8, 8, 0], [0, 5, 8, 0, 0, 9, 8, 0], [0, 4, 11, 0, 1, 12, 7, 0],
      [0, 2, 14, 5, 10, 12, 0, 0], [0, 0, 6, 13, 10, 0, 0, 0],
    ]
    let first = try #require(images.first)
    #expect(first.pixels == rows.flatMap { $0 } && first.digit == 0)
  }

  @Test func theSplitIsFixed() throws {
    #expect([parts.training, parts.validation, parts.test].map { $0?.count } == [1285, 256, 256])
    let counts = try [parts.training, parts.validation, parts.test].map { part in
      let digits = try #require(part).classes.numbers
      return (0...9).map { digit in digits.filter { $0 == digit }.count }
    }
    #expect(
      counts == [
        [134, 136, 126, 128, 135, 116, 127, 132, 123, 128],
        [24, 20, 22, 30, 22, 31, 25, 29, 27, 26],
        [20, 26, 29, 25, 24, 35, 29, 18, 24, 26],
      ])
  }

  @Test func pixelsAreSixteenths() {
    #expect(parts.training.features.elements.allSatisfy { (0...16).contains($0 * 16) })
    #expect(parts.training.features.elements.max() == 1)
    #expect(parts.training.featureNames.first == "pixel_0_0")
    #expect(parts.training.featureNames.last == "pixel_7_7")
  }
}
