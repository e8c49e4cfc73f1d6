import Experiments
import Foundation
import LinearAlgebra
import Objectives

/// A JSON array of points, each an array of numbers.
enum PointsFile {
  /// Reads `path`, or standard input for `-`.
  static func read(_ path: String, for function: any TestFunction) throws -> [Vector] {
    let name = path == "-" ? "standard input" : path
    let points: [Vector]
    do {
      points = try JSONDecoder().decode([Vector].self, from: try contents(path))
    } catch let error as DecodingError {
      throw Failure(
        .badData,
        "\(name)\(place(error)) is no JSON array of arrays of numbers, as in [[0,0],[1,2]]")
    }
    for (i, point) in points.enumerated() {
      do {
        try requireValid(point, for: function)
      } catch {
        throw Failure(.badData, "\(name), point \(i + 1): \(error)")
      }
    }
    return points
  }

  /// ", point 3, number 2", as far as it is known.
  private static func place(_ error: DecodingError) -> String {
    zip([", point ", ", number "], path(error)).map { $0 + "\($1 + 1)" }.joined()
  }

  private static func path(_ error: DecodingError) -> [Int] {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.compactMap(\.intValue)
    @unknown default: []
    }
  }

  private static func contents(_ path: String) throws -> Data {
    let expected = "a JSON file of points"
    guard path != "-" else { return try InputFile.standardInput(expected: expected) }
    return try InputFile.read(path, expected: expected)
  }
}
