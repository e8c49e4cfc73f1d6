import Foundation
import Objectives
import Optimizers
import Specifications

/// The settings of an optimizer for which values are searched, and where.
///
/// Searched are those that the method, or within a wrapper each method, publishes beside its
/// parameters and the optimizer's specification does not set.
public struct SearchSpace: Sendable {
  /// What is tuned, with the settings that stay.
  public let optimizer: GivenOptimizer
  /// The settings, those of the outermost method first.
  public let settings: [Searched]

  /// A setting and its range.
  public struct Searched: Hashable, Sendable {
    /// How many methods stand around that which it belongs to.
    let depth: Int
    /// From where to where.
    public let range: SettingRange
    let axis: SettingAxis

    /// "lr=1e-05..10 (logarithmic)".
    public var text: String {
      let scale = axis.scale == .linear ? (axis.isWhole ? "whole" : "linear") : axis.scale.rawValue
      return "\(range.spelling) (\(scale))"
    }

    /// The value at a share of the range, with three digits; below 1 those of what is missing to 1.
    func text(at share: Double) -> String {
      let value = axis.value(at: share)
      guard !axis.isWhole else { return NumberText.short(value) }
      var text = String(format: "%.2e", value)
      if axis.scale == .belowOne, value < 1 {
        let digits = 2 - Int(Foundation.log10(1 - value).rounded(.down))
        text = String(format: "%.\(max(digits, 2))f", value)
      }
      let rounded = NumberText.parse(text) ?? value
      return NumberText.short(min(max(rounded, range.low), range.high))
    }
  }

  /// - Parameters:
  ///   - ranges: in the place of those that are published, or beside them; a decay keeps its scale.
  ///     Those whose keys the optimizer has not are left out.
  ///   - function: any.
  /// - Throws: where a setting does not take an end of its range.
  public init(
    _ optimizer: GivenOptimizer, over ranges: [SettingRange], on function: any TestFunction
  ) throws(SpecificationError) {
    self.optimizer = optimizer
    var settings: [Searched] = []
    var rest = ranges
    for (depth, level) in Self.levels(of: optimizer.settings).enumerated() {
      let type = type(of: level)
      let fixed = depth == 0 ? Self.fixed(optimizer) : Self.changed(level)
      let own = rest.filter { type.keys.contains($0.key) }
      rest.removeAll { type.keys.contains($0.key) }
      let subject = TunedSubject(function: function, settings: level)
      for range in Self.ranges(of: type, besides: fixed, over: own) {
        // What is whole is spread over all numbers alike, or evenly over their logarithms.
        let count = range.scale == .logarithmic ? 1 : 1_000_000
        let axis = try SettingAxis(range, count: count, of: subject)
        settings.append(Searched(depth: depth, range: range, axis: axis))
      }
    }
    self.settings = settings
  }

  /// The published ranges, with the given ones in their place or behind them.
  private static func ranges(
    of type: any OptimizerSettings.Type, besides fixed: Set<String?>, over given: [SettingRange]
  ) -> [SettingRange] {
    let names = given.map { type.parameterName(of: $0.key) }
    let published = type.searchedParameters
    let kept = published.filter { !fixed.contains($0.name) && !names.contains($0.name) }
      .map { name, range in
        SettingRange(
          name, from: range.bounds.lowerBound, to: range.bounds.upperBound, scale: range.scale)
      }
    let asked = zip(names, given).map { name, range in
      let isDecay = published.first { $0.name == name }?.range.scale == .belowOne
      return SettingRange(
        name, from: range.low, to: range.high,
        scale: isDecay && range.high < 1 ? .belowOne : range.scale)
    }
    let order = published.map(\.name)
    return (kept + asked).sorted {
      (order.firstIndex(of: $0.key) ?? .max) < (order.firstIndex(of: $1.key) ?? .max)
    }
  }

  /// What the specification sets.
  private static func fixed(_ optimizer: GivenOptimizer) -> Set<String?> {
    let type = type(of: optimizer.settings)
    let entries = optimizer.specification.arguments + optimizer.specification.settings
    let names = type.parameterTable.map(\.name)
    return Set(
      entries.enumerated().map { i, entry in
        entry.key.map { type.parameterName(of: $0) } ?? (i < names.count ? names[i] : nil)
      })
  }

  /// What of a method within differs from its defaults.
  private static func changed(_ settings: any OptimizerSettings) -> Set<String?> {
    Set(settings.parameterTable.filter { $0.value != $0.default }.map(\.name))
  }

  /// A method, and those that it is made of.
  private static func levels(of settings: any OptimizerSettings) -> [any OptimizerSettings] {
    guard let wrapper = settings as? any OptimizerWrapper else { return [settings] }
    return [settings] + levels(of: wrapper.base)
  }

  /// Whether an optimizer, or a method within, has a setting.
  static func has(_ key: String, _ optimizer: GivenOptimizer) -> Bool {
    keys(of: optimizer).contains(key)
  }

  /// All keys of an optimizer and the methods within.
  static func keys(of optimizer: GivenOptimizer) -> [String] {
    levels(of: optimizer.settings).flatMap { type(of: $0).keys }
  }

  /// The optimizer with values at shares of their ranges, rounded to three digits.
  ///
  /// - Parameter shares: one a setting, from 0 to 1.
  /// - Throws: where the optimizer does not take values together.
  public func candidate(at shares: [Double]) throws(SpecificationError) -> GivenOptimizer {
    let values = zip(settings, shares).map { setting, share in
      (
        depth: setting.depth,
        entry: Specification.Entry(key: setting.range.key, value: setting.text(at: share))
      )
    }
    return try Self.candidate(
      optimizer.specification, optimizer.settings, values: values, depth: 0)
  }

  /// The method with its values, and around it those within with theirs.
  private static func candidate(
    _ name: Specification, _ settings: any OptimizerSettings,
    values: [(depth: Int, entry: Specification.Entry)], depth: Int
  ) throws(SpecificationError) -> GivenOptimizer {
    let type = type(of: settings)
    let own = values.filter { $0.depth == depth }.map(\.entry)
    let name = name.adding(Specification(name: name.name, settings: own)) {
      type.parameterName(of: $0)
    }
    let settings = try OptimizerCatalogue.settings(name)
    guard var wrapper = settings as? any OptimizerWrapper else {
      return GivenOptimizer(settings, name: name)
    }
    let inside = try candidate(
      wrapper.base.specification, wrapper.base, values: values, depth: depth + 1)
    guard let base = inside.settings as? any GradientSettings else {
      return GivenOptimizer(settings, name: name)
    }
    wrapper.base = base
    return GivenOptimizer(wrapper)
  }
}
