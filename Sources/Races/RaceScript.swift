/// A race of the lecture: what is descended, by whom, from where, how long.
public struct RaceScript: Sendable {
  /// The folder's name.
  public let name: String
  /// A specification.
  public let function: String
  /// Specifications with commas between them.
  public let optimizers: String
  /// Numbers with commas between them; nil for the function's own start.
  public let start: String?
  /// Of each optimizer.
  public let steps: Int

  /// The lecture's race on an elongated bowl: momentum overshoots, RMSProp and Adam turn to the
  /// gentle direction.
  static let bowl = RaceScript(
    name: "bowl", function: "quadratic:condition=20",
    optimizers:
      "sgd:lr=0.01,momentum:lr=0.01,alpha=0.9,rmsprop:lr=0.02,adam:lr=0.05",
    start: "-1.8,1", steps: 300)

  /// The same methods on Beale's function, with its flat valley and steep corners.
  static let beale = RaceScript(
    name: "beale", function: "beale",
    optimizers:
      "sgd:lr=0.002,momentum:lr=0.002,alpha=0.9,rmsprop:lr=0.02,adam:lr=0.05",
    start: "1,1.5", steps: 300)

  /// The same methods beside a saddle point, where SGD hangs.
  static let saddle = RaceScript(
    name: "saddle", function: "saddle-escape",
    optimizers:
      "sgd:lr=0.02,momentum:lr=0.02,alpha=0.9,rmsprop:lr=0.02,adam:lr=0.05",
    start: "1.5,0.0005", steps: 300)

  /// The bowl, Beale's function, the saddle.
  public static let lecture = [bowl, beale, saddle]

  /// Who races where functions alone are named: the defaults of each.
  public static let usualOptimizers = "sgd,momentum,rmsprop,adam"
}
