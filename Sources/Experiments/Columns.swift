/// Whole numbers of a trajectory, one an entry. As long as they are an arithmetic progression, as
/// steps and the gradients of a first-order method are, only that is kept.
public struct IntegerColumn: RandomAccessCollection, Hashable, Sendable {
  public private(set) var endIndex = 0
  private var first = 0
  private var stride = 0
  /// All entries, once they are no progression.
  private var entries: [Int] = []

  init() {}

  public var startIndex: Int { 0 }

  /// The number of entry i, from 0; O(1).
  public subscript(i: Int) -> Int {
    precondition(i >= 0 && i < endIndex, "no such entry")
    return entries.isEmpty ? first &+ i &* stride : entries[i]
  }

  @inline(__always)
  mutating func append(_ value: Int) {
    if entries.isEmpty, endIndex >= 2, value == first &+ endIndex &* stride {
      endIndex += 1
    } else {
      appendOther(value)
    }
  }

  /// The first two entries, and what is no progression.
  private mutating func appendOther(_ value: Int) {
    if !entries.isEmpty {
      entries.append(value)
    } else if endIndex >= 2 {
      entries = Array(self)
      entries.append(value)
    } else {
      if endIndex == 0 { first = value }
      stride = value &- first
    }
    endIndex += 1
  }

  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  public func hash(into hasher: inout Hasher) {
    for value in self { hasher.combine(value) }
  }
}

/// Numbers of a trajectory, one an entry. As long as they are all the same, as a constant learning
/// rate is, only one is kept.
public struct RealColumn: RandomAccessCollection, Hashable, Sendable {
  public private(set) var endIndex = 0
  private var constant = 0.0
  /// All entries, once they differ.
  private var entries: [Double] = []

  init() {}

  public var startIndex: Int { 0 }

  /// The number of entry i, from 0; O(1).
  public subscript(i: Int) -> Double {
    precondition(i >= 0 && i < endIndex, "no such entry")
    return entries.isEmpty ? constant : entries[i]
  }

  @inline(__always)
  mutating func append(_ value: Double) {
    if !entries.isEmpty {
      entries.append(value)
    } else if endIndex == 0 {
      constant = value
    } else if value != constant {
      entries = Array(self)
      entries.append(value)
    }
    endIndex += 1
  }

  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }

  public func hash(into hasher: inout Hasher) {
    for value in self { hasher.combine(value) }
  }
}
