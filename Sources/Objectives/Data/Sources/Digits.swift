import CDigits
import LinearAlgebra
import Specifications

/// The handwritten digits of UCI's "Optical Recognition of Handwritten Digits", by E. Alpaydin and
/// C. Kaynak, 1998: the 1,797 images of its test part, which are those of scikit-learn. The images
/// come with Descent; no file is read.
///
/// Of each seven consecutive images, the sixth is for validation and the seventh for the test:
/// image i, counted from 0, where i mod 7 = 5, and where i mod 7 = 6. That makes 1,285 examples
/// for training, and 256 each for validation and the test. Writers are not kept apart by it.
///
/// A feature is the number of dark dots, 0 to 16, in a square of 4 × 4, divided by 16.
public struct Digits: DataSource {
  public static let name = "digits"
  public static let title = "Handwritten digits"
  public static let formula =
    "1797 images of 8 × 8 numbers in [0, 1]; image i from 0 is for validation where i mod 7 = 5, "
    + "for the test where i mod 7 = 6"
  public static let reference =
    "Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI 1998, "
    + "doi:10.24432/C50P49; its test part"
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public func parts() -> DataParts { Self.parts }

  private static let parts: DataParts = {
    let all = images
    func part(_ remainders: ClosedRange<Int>) -> DataSet {
      all.examples((0..<all.count).filter { remainders.contains($0 % 7) })
    }
    return DataParts(training: part(0...4), validation: part(5...5), test: part(6...6))
  }()

  /// All of them, in the order of UCI's file.
  static var images: DataSet {
    let numbers = String(cString: descent_digits()).utf8.map(Self.number)
    let (pixels, width) = (64, 65)
    let count = numbers.count / width
    var elements: [Double] = []
    elements.reserveCapacity(count * pixels)
    for image in 0..<count {
      elements += numbers[(image * width)..<(image * width + pixels)].map { Double($0) / 16 }
    }
    let shown = (0..<count).map { numbers[$0 * width + pixels] }
    return DataSet(
      features: Matrix(rows: count, columns: pixels, elements: elements),
      targets: .classes(shown, names: (0...9).map(String.init)),
      featureNames: (0..<pixels).map { "pixel_\($0 / 8)_\($0 % 8)" })
  }

  /// The value of a digit of base 17.
  private static func number(_ digit: UInt8) -> Int {
    digit < UInt8(ascii: "a")
      ? Int(digit - UInt8(ascii: "0")) : Int(digit - UInt8(ascii: "a")) + 10
  }
}
