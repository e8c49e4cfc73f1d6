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
    } catch is DecodingError {
      throw Failure(.badData, "\(name) is no JSON array of arrays of numbers, as in [[0,0],[1,2]]")
    }
    for (i, point) in points.enumerated() {
      do {
        try requireValid(
          point, dimension: function.dimension, named: function.specification.description)
      } catch {
        throw Failure(.badData, "\(name), entry \(i): \(error)")
      }
    }
    return points
  }

  private static func contents(_ path: String) throws -> Data {
    if path == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.missingInput, "cannot read '\(path)'; expected a JSON file of points")
    }
    return data
  }
}
