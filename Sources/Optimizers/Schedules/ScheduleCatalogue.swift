import Specifications

/// Every schedule, by name. A new one is a file and a line here.
public enum ScheduleCatalogue {
  /// Those that come with Descent.
  public static let standard = Catalogue<any Schedule.Type>("schedule", types) { ($0.name, [:]) }

  /// Those that are known here: a program knows its own too within
  /// `ScheduleCatalogue.$current.withValue(ScheduleCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard

  /// The schedules that are known here.
  public static var all: [any Schedule.Type] { current.entries }

  /// The names of those that are known here.
  public static var names: [String] { current.names }

  private static let types: [any Schedule.Type] = [
    ConstantSchedule.self,
    StepSchedule.self,
    MultiStepSchedule.self,
    PiecewiseSchedule.self,
    ExponentialSchedule.self,
    DecaySchedule.self,
    PowerSchedule.self,
    InverseTimeSchedule.self,
    PolynomialSchedule.self,
    LinearSchedule.self,
    CosineSchedule.self,
    CosineRestartsSchedule.self,
    CyclicSchedule.self,
    OneCycleSchedule.self,
    OneCycleMomentum.self,
    PlateauSchedule.self,
    WarmupSchedule.self,
    SequenceSchedule.self,
  ]

  /// The schedule that a specification such as `power(0.1,r=20,c=1)` describes.
  ///
  /// - Throws: where the name is unknown, with the nearest known ones, or a setting is not
  ///   accepted.
  public static func schedule(
    _ specification: Specification
  ) throws(SpecificationError) -> any Schedule {
    let specification = meant(specification)
    guard let type = current[specification.name] else {
      throw current.unknown(specification.name)
    }
    return try type.init(specification)
  }

  /// torch calls exponential what is `decay` here: with a `gamma` that is meant.
  private static func meant(_ specification: Specification) -> Specification {
    let keys = (specification.arguments + specification.settings).compactMap(\.key)
    guard specification.name == ExponentialSchedule.name, keys.contains("gamma") else {
      return specification
    }
    return Specification(
      name: DecaySchedule.name, arguments: specification.arguments,
      settings: specification.settings)
  }
}
