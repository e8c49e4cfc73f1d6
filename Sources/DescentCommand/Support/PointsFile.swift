import DescentKit
import Foundation

/// A JSON array of points, each an array of numbers.
enum PointsFile {
  /// Reads `path`, or standard input for `-`.
  static func read(_ path: String, for function: any TestFunction) throws -> [Vector] {
    let name = path == "-" ? "standard input" : path
    let points: [Vector]
    let data = try contents(path)
    do {
      points = try Self.points(JSONReader(try JSON(parsing: Array(data))))
    } catch {
      throw Failure(
        .badData,
        "\(name), \(error); expected a JSON array of arrays of numbers, as in [[0,0],[1,2]]")
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

  private static func points(_ json: JSONReader) throws(JSONError) -> [Vector] {
    var points: [Vector] = []
    for element in try json.elements() { points.append(try element.numbers()) }
    return points
  }

  private static func contents(_ path: String) throws -> Data {
    let expected = "a JSON file of points"
    guard path != "-" else { return try InputFile.standardInput(expected: expected) }
    return try InputFile.read(path, expected: expected)
  }
}
