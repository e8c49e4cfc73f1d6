import LinearAlgebra
import Specifications

/// How an oracle draws the examples that it answers from.
///
/// An objective stays pure and answers for all its examples; the minibatch is a property that the
/// oracle between it and an optimizer reads. It draws one for each step: whatever a method asks
/// within a step is asked of the same examples.
public struct Minibatch: Hashable, Sendable {
  /// How the examples of each step are drawn.
  public enum Sampling: String, CaseIterable, Sendable {
    /// All examples in random order, then all in another: none returns before each was there.
    case epochs
    /// Each minibatch anew, no example twice in it.
    case withoutReplacement = "without-replacement"
    /// Every example anew, whichever were drawn.
    case withReplacement = "with-replacement"
  }

  /// What a specification may ask for.
  public static let sizes = 1...100_000_000

  /// Examples in a minibatch, at most as many as there are.
  public var size: Int
  /// How the examples of each step are drawn.
  public var sampling: Sampling

  /// Minibatches of `size` examples, 1 or more.
  public init(size: Int, sampling: Sampling = .epochs) {
    self.size = size
    self.sampling = sampling
  }
}

// MARK: - In specifications

extension Minibatch {
  /// - Parameters:
  ///   - count: how many examples the source has.
  ///   - name: of the function, for messages.
  /// - Throws: where there are fewer than the minibatch has.
  func require(
    _ count: Int, of source: any DataSource, named name: String
  ) throws(SpecificationError) {
    guard size > count else { return }
    throw SpecificationError(
      "\(name): batch=\(size) is more than the \(count) examples of \(source.specification)")
  }
}

extension Parameter {
  static func batch(_ path: WritableKeyPath<Root, Int?> & Sendable) -> Self {
    .optional(path, unset: "all", standIn: 1) { path in
      .integer("batch", path, in: Minibatch.sizes, "examples a step, or all")
    }
  }

  static func sampling(
    _ path: WritableKeyPath<Root, Minibatch.Sampling> & Sendable
  ) -> Self {
    .choice("sampling", path, "how the examples of a step are drawn")
  }
}

/// The minibatches of one run: the same for the same seed, whatever is asked of them.
///
/// An epoch whose number of examples is no multiple of the size ends with a smaller minibatch.
public struct MinibatchSource: Sendable {
  /// How many examples are drawn, and how.
  public let minibatch: Minibatch
  private var random: RandomStream
  /// The numbers of all examples; those before `next` have been drawn.
  private var order: [Int]
  private var next: Int
  /// The numbers of the examples drawn last, from 0; empty before the first draw.
  public private(set) var current: [Int] = []

  /// - Parameters:
  ///   - count: m, 1 or more.
  ///   - run: the seed of the run.
  public init(_ minibatch: Minibatch, of count: Int, run: UInt64) {
    self.minibatch = minibatch
    random = RandomStream(seed: run, stream: 0x6D69_6E69)
    order = Array(0..<count)
    next = count
    current.reserveCapacity(min(minibatch.size, count))
  }

  /// Draws the minibatch of the next step into `current`.
  public mutating func draw() {
    current.removeAll(keepingCapacity: true)
    switch minibatch.sampling {
    case .epochs:
      if next == order.count { next = 0 }
      draw(min(minibatch.size, order.count - next))
    case .withoutReplacement:
      next = 0
      draw(min(minibatch.size, order.count))
    case .withReplacement:
      for _ in 0..<minibatch.size { current.append(random.below(order.count)) }
    }
  }

  /// Some of the examples that have not been drawn, by the steps of a shuffle of Fisher and Yates.
  private mutating func draw(_ count: Int) {
    for _ in 0..<count {
      order.swapAt(next, next + random.below(order.count - next))
      current.append(order[next])
      next += 1
    }
  }
}
