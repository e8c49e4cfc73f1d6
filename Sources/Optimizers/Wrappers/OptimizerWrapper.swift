import LinearAlgebra
import Specifications

/// Settings of a method made of another: `lookahead(adam:lr=0.1,k=6)`.
///
/// The first parameter is the method inside; any method of gradients will do, a wrapper included.
/// Its steps are taken by its own `step`, from an oracle that the wrapper may stand in front of, so
/// that methods with several queries a step can be wrapped as well.
public protocol OptimizerWrapper: GradientSettings where Method: WrapperMethod {
  var base: any GradientSettings { get set }
}

extension OptimizerWrapper {
  public var storesMatrix: Bool { base.storesMatrix }
  public func refusal(dimension: Int) -> Halt? { base.refusal(dimension: dimension) }

  /// The method inside first, without a key, then what differs from the defaults.
  public var specification: Specification {
    let inside = Specification.Entry(key: nil, value: base.specification.nested)
    return Specification(
      name: Self.name, arguments: [inside] + changedSettings.filter { $0.key != "of" })
  }

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
          return "a method of gradients (\(error))"
        }
      })
  }
}

/// The memory of a wrapper. Whatever it does not change is that of the method inside.
public protocol WrapperMethod: GradientMethod {
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
}
