import Specifications

/// How much memory a command may ask for. What would need more is refused before anything runs.
public enum MemoryBudget {
  /// 4 GB, whatever the machine, so that what is refused does not depend on it.
  public static let bytes = 4e9

  /// Bytes of a number that is kept as a double.
  public static let perNumber = 8.0
  /// Bytes more of a number while it becomes JSON: its node, and up to 24 characters and a comma.
  public static let perNumberOfJSON = 56.0

  /// Throws where `need` bytes are more than there may be.
  ///
  /// - Parameters:
  ///   - what: what needs them, as in "the recording of 1900 steps".
  ///   - expected: what to do about it, as in "fewer steps".
  public static func require(
    _ need: Double, for what: String, expected: String
  ) throws(SpecificationError) {
    guard need <= bytes else {
      throw SpecificationError(
        "\(what) would take \(gigabytes(need)) of memory, more than the \(gigabytes(bytes)) "
          + "there are for it; expected \(expected)")
    }
  }

  /// "17 GB", rounded up.
  private static func gigabytes(_ bytes: Double) -> String {
    NumberText.short((bytes / 1e9).rounded(.up)) + " GB"
  }
}

extension Plan {
  /// At most how many numbers the recording of a run in n = `dimension` variables holds; infinitely
  /// many where nothing limits it.
  ///
  /// - Parameter storesMatrix: whether the method has a matrix to show.
  public func recordedNumbers(dimension: Int, storesMatrix: Bool) -> Double {
    guard let steps = budget.mostSteps else { return .infinity }
    let detail =
      isDetailed ? StepDetail.numbers(dimension: dimension, storesMatrix: storesMatrix) : 0
    let perEntry = Double(detail) + Double(keepsIterates ? dimension : 0) + 10
    return Double(cadence.entries(within: steps)) * perEntry
  }
}
