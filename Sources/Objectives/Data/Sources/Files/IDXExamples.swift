import LinearAlgebra
import Specifications

/// A file of images and the file of their labels.
struct IDXExamples {
  let images: IDXFile
  let labels: IDXFile

  init(images: String, labels: String) throws(SpecificationError) {
    self.images = try IDXFile(images, .images)
    self.labels = try IDXFile(labels, .labels)
    guard self.images.count == self.labels.count else {
      throw SpecificationError(
        "'\(images)' has \(self.images.count) images and '\(labels)' \(self.labels.count) labels; "
          + "expected as many",
        kind: .badData)
    }
  }

  /// The first examples, or all of them.
  ///
  /// - Parameter classes: the labels that stand for classes, ascending.
  func dataSet(of classes: [UInt8], limit: Int?) throws(SpecificationError) -> DataSet {
    let count = min(limit ?? images.count, images.count)
    guard count * images.width <= DataSet.mostNumbers else {
      throw SpecificationError(
        "'\(images.path)' has \(count) images of \(images.width) pixels; expected at most "
          + "\(DataSet.mostNumbers) numbers, as limit=\(DataSet.mostNumbers / images.width) leaves",
        kind: .badData)
    }
    let elements = images.bytes.prefix(count * images.width).map { Double($0) / 255 }
    let columns = images.sizes[2]
    return DataSet(
      features: Matrix(rows: count, columns: images.width, elements: elements),
      targets: .classes(
        try numbers(of: classes, count: count), names: classes.map { String($0) }),
      featureNames: (0..<images.width).map { "pixel_\($0 / columns)_\($0 % columns)" })
  }

  /// Throws where images of a test are not of the same size.
  func requireLikeness(of test: IDXExamples) throws(SpecificationError) {
    guard images.sizes.dropFirst() == test.images.sizes.dropFirst() else {
      throw SpecificationError(
        "'\(test.images.path)' has images of \(test.size) pixels; expected \(size), as "
          + "'\(images.path)' has",
        kind: .badData)
    }
  }

  private var size: String { images.sizes.dropFirst().map(String.init).joined(separator: " × ") }

  private func numbers(of classes: [UInt8], count: Int) throws(SpecificationError) -> [Int] {
    guard classes.count >= 2 else {
      throw SpecificationError(
        "'\(labels.path)' has one class, '\(classes[0])'; expected two or more", kind: .badData)
    }
    var places = [Int?](repeating: nil, count: 256)
    for (number, label) in classes.enumerated() { places[Int(label)] = number }
    var numbers: [Int] = []
    for label in labels.bytes.prefix(count) {
      guard let number = places[Int(label)] else {
        throw SpecificationError(
          "'\(labels.path)' has class '\(label)', which has no example for training",
          kind: .badData)
      }
      numbers.append(number)
    }
    return numbers
  }
}
