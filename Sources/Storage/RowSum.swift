internal import GRDB

/// A number by which a row whose bytes have changed on the disk is known: SQLite itself would hand
/// over another number where a bit of one has turned.
///
/// FNV-1a over words of eight bytes, folded after each: two rows that differ in one word never have
/// the same.
struct RowSum {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// That of a row's values, in their order.
  static func of(_ values: some Sequence<DatabaseValue>) -> Int64 {
    var sum = RowSum()
    for value in values { sum.add(value) }
    return Int64(bitPattern: sum.state)
  }

  private mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x100_0000_01B3
    state ^= state >> 32
  }

  private mutating func add(_ value: DatabaseValue) {
    switch value.storage {
    // SQLite keeps no NaN, and no sign of 0.
    case .double(let number) where !number.isNaN: add(number == 0 ? 0 : number.bitPattern)
    case .null, .double: add(0x6E75_6C6C)
    case .int64(let number): add(UInt64(bitPattern: number))
    case .string(var text): text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    case .blob(let data): data.withUnsafeBytes { add($0) }
    }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    let whole = bytes.count & ~7
    for i in stride(from: 0, to: whole, by: 8) {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
    }
    guard whole < bytes.count else { return }
    add(bytes[whole...].reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }
}
