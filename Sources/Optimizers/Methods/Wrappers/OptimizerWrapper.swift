import LinearAlgebra
import Specifications

/// Settings of a method made of another: `lookahead(adam:lr=0.1,k=6)`.
///
/// A key that both have is the wrapper's, unless the method inside has parentheses of its own:
/// `lookahead(momentum(lr=0.01,alpha=0.5))`.
///
/// The first parameter is the method inside; any method of gradients will do, a wrapper included.
/// Its steps are taken by its own `step`, from an oracle that the wrapper may stand in front of, so
/// that methods with several queries a step can be wrapped as well.
public protocol OptimizerWrapper: GradientSettings where Method: WrapperMethod {
  /// The settings of the method inside.
  var base: any GradientSettings { get set }
}

extension OptimizerWrapper {
  public var storesMatrix: Bool { base.storesMatrix }
  public var storesJacobian: Bool { base.storesJacobian }
  public func refusal(dimension: Int) -> Halt? { base.refusal(dimension: dimension) }

  /// The method inside first, without a key, then what differs from the defaults.
  public var specification: Specification { specification(around: [base.specification.nested]) }

  /// Wrappers are equal where their specifications are.
  public static func == (a: Self, b: Self) -> Bool {
    a.specification == b.specification
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(specification)
  }
}

extension Parameter where Root: OptimizerWrapper {
  /// The method inside.
  static var base: Self {
    Self(
      "of", symbol: "", range: "a method of gradients", "the method inside",
      text: { $0.base.specification.nested },
      assign: { root, text in
        do throws(SpecificationError) {
          let settings = try OptimizerCatalogue.settings(text)
          guard let settings = settings as? any GradientSettings else {
            return "a method of gradients such as adam; \(type(of: settings).name) is none"
          }
          root.base = settings
          return nil
        } catch {
          return "a method of gradients (\(error)\(Root.hint(about: text)))"
        }
      },
      check: { root in
        do throws(SpecificationError) {
          try root.base.validate()
          return nil
        } catch {
          return "a method of gradients (\(error))"
        }
      })
  }
}

extension OptimizerWrapper {
  /// The keys of the wrapper that a key unknown to the method inside may have meant, as `nrom` in
  /// `clip(momentum:lr=0.01,nrom=1)`.
  static func hint(about inside: String) -> String {
    guard let inside = try? Specification(parsing: inside),
      let type = OptimizerCatalogue.type(named: inside.name)
    else { return "" }
    let known = type.keys + ["preset"]
    let keys = (inside.arguments + inside.settings).compactMap(\.key)
    guard let key = keys.first(where: { !known.contains($0) }) else { return "" }
    let near = Suggestion.nearest(to: key, among: Self.keys)
    return near.isEmpty ? "" : ", or \(near.joined(separator: " or ")) of \(name)?"
  }

  /// What to write where a key of the method inside stands outside it, as in
  /// `lookahead(adam,lr=0.1)`.
  static func misplacement(in specification: Specification) -> SpecificationError? {
    let entries = specification.arguments + specification.settings
    guard let inside = entries.first(where: { $0.key == nil })?.value,
      let type = OptimizerCatalogue.type(named: inside)
    else { return nil }
    let others = type.keys + ["preset"]
    let misplaced = entries.first { entry in
      entry.key.map { !Self.keys.contains($0) && others.contains($0) } ?? false
    }
    return misplaced.map { entry in
      SpecificationError(
        "unknown parameter of \(name) '\(entry.key ?? "")'; for the method inside write "
          + "\(name)(\(inside):\(entry))")
    }
  }
}

/// The memory of a wrapper. Whatever it does not change is that of the method inside.
public protocol WrapperMethod: GradientMethod {
  /// The memory of the method inside.
  var base: any GradientMethod { get set }
}

extension WrapperMethod {
  public var gradient: Vector {
    get { base.gradient }
    set { base.gradient = newValue }
  }
  public var asksAtEvaluationPoint: Bool { base.asksAtEvaluationPoint }
  public var evaluationPointName: String? { base.evaluationPointName }
  public func evaluationPoint(from x: Vector) -> Vector { base.evaluationPoint(from: x) }
  public var learningRate: Double { base.learningRate }
  public var followsValidation: Bool { base.followsValidation }
  public mutating func observe(validationLoss: Double) {
    base.observe(validationLoss: validationLoss)
  }
  public var gradientScale: Vector? { base.gradientScale }
  public func diagnostics(at x: Vector) -> [Diagnostic] { base.diagnostics(at: x) }
}
