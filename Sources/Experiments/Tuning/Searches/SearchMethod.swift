import Specifications

/// A way to search for good settings. A new one is a file, and a line here.
public struct SearchMethod: NamedChoice {
  /// In the order of lists.
  public static let all: [SearchMethod] = [.random, .sobol, .halving]

  /// Lower case with hyphens.
  public let name: String
  /// One line for lists.
  public let summary: String
  /// The most settings that it takes.
  public let mostSettings: Int
  let make: @Sendable (SearchTask) -> any SettingSearch

  /// - Parameters:
  ///   - mostSettings: how many it takes; any number unless given.
  ///   - make: a search from its beginning.
  public init(
    _ name: String, _ summary: String, mostSettings: Int = .max,
    _ make: @escaping @Sendable (SearchTask) -> any SettingSearch
  ) {
    (self.name, self.summary, self.mostSettings, self.make) = (name, summary, mostSettings, make)
  }
}

/// What a search is to do.
public struct SearchTask: Hashable, Sendable {
  /// How many settings are searched, 1 or more.
  public let settings: Int
  /// What may be spent, in trials of the whole budget; 0 or more.
  public let trials: Int
  /// Of a trial.
  public let budget: Budget
  /// Of what is drawn.
  public let seed: UInt64

  /// - Parameter trials: what may be spent, in trials of the whole budget.
  public init(settings: Int, trials: Int, budget: Budget, seed: UInt64) {
    (self.settings, self.trials, self.budget, self.seed) = (settings, trials, budget, seed)
  }
}

/// A search at work.
public protocol SettingSearch: Sendable {
  /// The trials to be made next, none at the end.
  ///
  /// - Parameter scores: of those that were asked for last, in their order, the lower the better.
  mutating func next(after scores: [Double]) -> [TrialPlace]
}

/// A trial that a search asks for.
public struct TrialPlace: Hashable, Sendable {
  /// For each setting how far it lies between its lowest and its highest value, from 0 to 1.
  public let shares: [Double]
  /// The part of the budget that is spent on the trial: all for 1, a third for 3.
  public let divisor: Int

  /// - Parameter divisor: 1 or more.
  public init(_ shares: [Double], divisor: Int = 1) {
    (self.shares, self.divisor) = (shares, divisor)
  }
}

/// Trials that are known before the first of them is made.
struct FixedSearch: SettingSearch {
  private var places: [TrialPlace]

  init(_ places: [[Double]]) {
    self.places = places.map { TrialPlace($0) }
  }

  mutating func next(after scores: [Double]) -> [TrialPlace] {
    defer { places = [] }
    return places
  }
}
