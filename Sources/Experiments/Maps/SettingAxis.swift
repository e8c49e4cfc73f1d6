import Objectives
import Optimizers
import RealModule
import Specifications

/// A setting of an optimizer or a function that is varied along one side of a map.
public struct SettingAxis: Hashable, Sendable {
  /// Whose setting it is.
  public enum Owner: Hashable, Sendable {
    /// That of the method.
    case optimizer
    /// That of what is descended.
    case function
  }

  /// Whose setting it is.
  public let owner: Owner
  /// The key, as it was given.
  public let key: String
  /// What pictures call it: the symbol of the literature where there is one.
  public let title: String
  /// From one edge of the map to the other; of whole numbers half of one beyond the range.
  public let domain: ClosedRange<Double>
  /// How values are spread between them.
  public let scale: SearchRange.Scale
  /// Whether values are whole numbers.
  public let isWhole: Bool
  /// How many cells there are along the axis.
  public let count: Int

  /// Whether equal ratios are as far apart.
  public var isLogarithmic: Bool { scale == .logarithmic }

  /// The value at a share of the way from one edge to the other, from 0 to 1.
  public func value(at share: Double) -> Double {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    func blend(_ a: Double, _ b: Double) -> Double { a * (1 - share) + b * share }
    let value =
      switch scale {
      case .linear: blend(low, high)
      case .logarithmic: Double.exp(blend(.log(low), .log(high)))
      case .belowOne: 1 - Double.exp(blend(.log(1 - low), .log(1 - high)))
      }
    return isWhole ? min(max(value.rounded(), low.rounded(.up)), high.rounded(.down)) : value
  }

  /// The value of a cell, that at its centre.
  public func value(ofCell i: Int) -> Double { value(at: (Double(i) + 0.5) / Double(count)) }

  /// - Parameters:
  ///   - count: cells; fewer where there are not as many whole numbers in the range.
  /// - Throws: where neither the optimizer nor the function has such a setting, it does not take an
  ///   end of the range, or it is a whole number and there is none in it.
  init(
    _ range: SettingRange, count: Int, of subject: TunedSubject
  ) throws(SpecificationError) {
    owner = try subject.owner(of: range.key)
    key = range.key
    title = subject.symbol(of: range.key, owner)
    let half = (range.low / 2 + range.high / 2).rounded(.down) + 0.5
    isWhole = half < range.high && !subject.takes(half, for: range.key, owner)
    let (low, high) =
      isWhole
      ? (range.low.rounded(.up), range.high.rounded(.down)) : (range.low, range.high)
    guard low <= high else {
      throw SpecificationError(
        "'\(range.spelling)' holds no whole number; expected some, as \(key)=1..16")
    }
    for value in [low, high] { try subject.require(value, for: range.key, owner) }
    let whole = isWhole ? high - low + 1 : .infinity
    if whole <= Double(count) {
      self.count = Int(whole)
      domain = (low - 0.5)...(high + 0.5)
      scale = .linear
    } else {
      self.count = count
      domain = low...high
      scale = range.scale
    }
  }
}

/// The function and the optimizer whose settings are varied.
struct TunedSubject: Sendable {
  let function: any TestFunction
  let settings: any OptimizerSettings

  func owner(of key: String) throws(SpecificationError) -> SettingAxis.Owner {
    let own = type(of: settings).keys
    let others = type(of: function).keys
    if own.contains(key) { return .optimizer }
    if others.contains(key) { return .function }
    throw .unknown(
      "setting of \(settings.specification.name) and \(function.specification.name)", key,
      among: own + others)
  }

  func symbol(of key: String, _ owner: SettingAxis.Owner) -> String {
    let table = owner == .optimizer ? settings.parameterTable : function.parameterTable
    let parameter = table.first { $0.name == key || $0.aliases.contains(key) }
    guard let parameter else { return key }
    if parameter.name == "lr" { return "learning rate \(parameter.symbol)" }
    return parameter.symbol.isEmpty ? parameter.name : "\(parameter.name) \(parameter.symbol)"
  }

  func takes(_ value: Double, for key: String, _ owner: SettingAxis.Owner) -> Bool {
    do throws(SpecificationError) {
      try require(value, for: key, owner)
      return true
    } catch {
      return false
    }
  }

  func require(
    _ value: Double, for key: String, _ owner: SettingAxis.Owner
  ) throws(SpecificationError) {
    switch owner {
    case .optimizer: _ = try settings(with: [(key, value)])
    case .function: _ = try function(with: [(key, value)])
    }
  }

  /// The optimizer with other values.
  func settings(
    with values: [(key: String, value: Double)]
  ) throws(SpecificationError) -> any OptimizerSettings {
    guard !values.isEmpty else { return settings }
    let type = type(of: settings)
    return try OptimizerCatalogue.settings(
      settings.specification.adding(Self.specification(type.name, values)) {
        type.parameterName(of: $0)
      })
  }

  /// The function with other values.
  func function(
    with values: [(key: String, value: Double)]
  ) throws(SpecificationError) -> any TestFunction {
    guard !values.isEmpty else { return function }
    let type = type(of: function)
    return try FunctionCatalogue.function(
      function.specification.adding(Self.specification(type.name, values)) {
        type.parameterName(of: $0)
      })
  }

  private static func specification(
    _ name: String, _ values: [(key: String, value: Double)]
  ) -> Specification {
    Specification(
      name: name,
      settings: values.map { Specification.Entry(key: $0.key, value: NumberText.short($0.value)) })
  }
}
