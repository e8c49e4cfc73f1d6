import Foundation
import Testing

/// Files below `Tests/Fixtures`.
enum Fixture {
  /// The decoded JSON file; nil, with an issue recorded, where it cannot be read.
  static func decode<Value: Decodable>(_ type: Value.Type, _ path: String) -> Value? {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/" + path)
    do {
      return try JSONDecoder().decode(type, from: Data(contentsOf: file))
    } catch {
      Issue.record("\(path): \(error)")
      return nil
    }
  }
}

/// Expects components equal to `tolerance` of the largest (at least 1).
func expectClose(
  _ ours: [Double], _ reference: [Double], tolerance: Double = 1e-12, _ comment: String
) {
  #expect(ours.count == reference.count, "\(comment)")
  let scale = max(1, reference.map(\.magnitude).max() ?? 0)
  for (a, b) in zip(ours, reference) {
    #expect(abs(a - b) <= tolerance * scale, "\(comment): \(a) is not \(b)")
  }
}
