/// Columns of numbers as bytes, in the order in which they are written.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first; 0 or more.
  mutating func write(_ number: Int) {
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += Array(text.utf8)
  }

  /// Their number, then eight bytes each, the lowest first; one alone where all are the same.
  mutating func write(_ numbers: some Collection<Double>) {
    let first = numbers.first?.bitPattern
    let isConstant = numbers.count > 1 && numbers.allSatisfy { $0.bitPattern == first }
    write(numbers.count << 1 | (isConstant ? 1 : 0))
    for number in isConstant ? Array(numbers.prefix(1)) : Array(numbers) {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
    }
  }

  /// Their number, then what each adds to the one before; numbers ascend from 0.
  mutating func write(ascending numbers: some Collection<Int>) {
    write(numbers.count)
    var before = 0
    for number in numbers {
      write(number - before)
      before = number
    }
  }
}

/// Reads what `ByteWriter` wrote; every method throws where the bytes are of no such thing.
struct ByteReader {
  /// The bytes end early, or tell a number that cannot be.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }
  /// How many bytes are left.
  private var rest: Int { bytes.count - place }

  mutating func number() throws(Malformed) -> Int {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while place < bytes.count {
      guard shift < 63 else { throw Malformed() }
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 {
        guard let whole = Int(exactly: number) else { throw Malformed() }
        return whole
      }
    }
    throw Malformed()
  }

  mutating func text() throws(Malformed) -> String {
    let count = try number()
    guard count <= rest,
      let text = String(validating: bytes[place..<(place + count)], as: UTF8.self)
    else { throw Malformed() }
    place += count
    return text
  }

  /// More numbers than any column has: damaged bytes are not to fill the memory.
  private static let longest = 1 << 27

  /// - Parameter most: how many there can be at most.
  mutating func reals(most: Int) throws(Malformed) -> [Double] {
    let head = try number()
    let (count, isConstant) = (head >> 1, head & 1 == 1)
    guard count <= min(most, Self.longest) else { throw Malformed() }
    guard isConstant else {
      var numbers: [Double] = []
      guard count <= rest / 8 else { throw Malformed() }
      numbers.reserveCapacity(count)
      for _ in 0..<count { numbers.append(try real()) }
      return numbers
    }
    return Array(repeating: try real(), count: count)
  }

  private mutating func real() throws(Malformed) -> Double {
    guard rest >= 8 else { throw Malformed() }
    let bits = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    place += 8
    return Double(bitPattern: UInt64(littleEndian: bits))
  }

  mutating func ascending() throws(Malformed) -> [Int] {
    let count = try number()
    guard count <= rest else { throw Malformed() }
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    var last = 0
    for _ in 0..<count {
      let (sum, isTooLarge) = last.addingReportingOverflow(try number())
      guard !isTooLarge else { throw Malformed() }
      last = sum
      numbers.append(last)
    }
    return numbers
  }
}
