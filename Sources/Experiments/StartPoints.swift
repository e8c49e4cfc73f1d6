import LinearAlgebra
import Objectives
import Specifications

/// Starts as a person writes them, one number a coordinate, as in -1.2,pi/3: one point for all
/// functions, or as many with / between them.
///
/// Whether a stroke divides numbers or points shows only where the functions are known.
public struct StartPoints: Hashable, Sendable {
  private let text: String

  /// A start for each function.
  ///
  /// - Throws: where a point is of another dimension or not finite, or there are neither one nor as
  ///   many as functions.
  public func points(
    for functions: [any TestFunction]
  ) throws(SpecificationError) -> [Vector] {
    let texts =
      isOnePoint(for: functions)
      ? [text] : text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard texts.count == 1 || texts.count == functions.count else {
      throw SpecificationError(
        "'\(text)' has \(texts.count) points for \(functions.count) functions; "
          + "expected one for all, or as many with / between them")
    }
    var points: [Vector] = []
    for (i, function) in functions.enumerated() {
      points.append(try Self.point(texts[texts.count == 1 ? 0 : i], for: function))
    }
    return points
  }

  /// Whether the strokes divide, as in 1/3,2, and do not stand between points: the text has as many
  /// coordinates as a point. For several functions in one variable 1/3 is two points.
  private func isOnePoint(for functions: [any TestFunction]) -> Bool {
    guard let point = NumberText.parsePoint(text) else { return false }
    return functions.allSatisfy { $0.dimension == point.count }
      && (point.count > 1 || functions.count == 1)
  }

  /// One point of a function.
  ///
  /// - Throws: where the text is no list of n finite numbers.
  public static func point(
    _ text: String, for function: any TestFunction
  ) throws(SpecificationError) -> Vector {
    guard let point = NumberText.parsePoint(text) else { throw noNumbers(text) }
    do {
      try requireValid(point, for: function)
    } catch {
      throw SpecificationError(": \(error)")
    }
    return point
  }

  private static func noNumbers(_ text: String) -> SpecificationError {
    SpecificationError("'\(text)' is no list of numbers; expected x,y as in -1.2,1")
  }
}

extension StartPoints: Spelled {
  /// What stands between strokes must be lists of numbers.
  ///
  /// - Throws: the first that is none.
  public init(spelling text: String) throws(SpecificationError) {
    self.text = text
    guard NumberText.parsePoint(text) == nil else { return }
    for point in text.split(separator: "/", omittingEmptySubsequences: false)
    where NumberText.parsePoint(String(point)) == nil {
      throw Self.noNumbers(String(point))
    }
  }

  public var spelling: String { text }
}
