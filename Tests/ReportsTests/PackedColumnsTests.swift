import Foundation
import Testing

@testable import Reports

@Suite struct PackedColumnsTests {
  /// By hand: 300 is 0x2C with the eighth bit, then 2; doubles begin at a multiple of 8.
  @Test func bytesAreLEB128AndDoubles() throws {
    var columns = PackedColumns()
    #expect(columns.add([0, 127, 128, 300]) == [0, 4])
    #expect(columns.add([1.5]) == [8, 1])
    let bytes = try #require(Data(base64Encoded: columns.text))
    #expect(
      Array(bytes) == [0, 127, 0x80, 1, 0xAC, 2, 0, 0] + [0, 0, 0, 0, 0, 0, 0xF8, 0x3F])
  }
}
