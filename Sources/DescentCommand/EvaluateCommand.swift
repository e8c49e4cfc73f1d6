import ArgumentParser
import DescentKit
import Foundation

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print value and derivatives of a function at points.",
    discussion: """
      Without a point, at the function's usual start. A noisy function answers as an optimizer
      would see it, point after point from seed 0.
        descent evaluate "sum(i,1,n,x[i]^4-16*x[i]^2+5*x[i])/2:n=5"     (descent show expressions)
        descent evaluate beale --at 1,1 --hessian --format json
        echo '[[0,0],[3,2]]' | descent evaluate himmelblau --points -
      """)

  @Argument(
    help: "Function, as in: rosenbrock:n=10", completion: SpecificationCompletion.functions.kind)
  var function = "rosenbrock"

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Point, one number a coordinate; repeatable.", valueName: "x,y"))
  var at: [String] = []

  @Option(help: ArgumentHelp("JSON array of points; - is standard input.", valueName: "file"))
  var points: String?

  @Flag(help: "Also the Hessian.")
  var hessian = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Also the Hessian times this direction.", valueName: "d1,d2"))
  var along: String?

  @Option(help: "table, or json: one object a line.")
  var format = TextFormat.table

  private static let largestHessian = 2000

  func run() throws {
    let function = try FunctionName.function(self.function)
    if hessian, function.dimension > Self.largestHessian {
      throw Failure(
        .usage,
        "--hessian is for n <= \(Self.largestHessian); \(self.function) has n = "
          + "\(function.dimension), expected --along")
    }
    let direction = try along.map {
      try Self.point($0, option: "along", of: function)
    }
    let name = function.specification.description
    var noise = function.noise.map { NoiseSource($0, run: 0) }
    for point in try allPoints(of: function) {
      let answer = Answer(function, named: name, at: point, noise: &noise)
      switch format {
      case .json: print(json(answer, along: direction))
      case .table: print(table(answer, along: direction))
      }
    }
  }

  private static func point(
    _ text: String, option: String, of function: any TestFunction
  ) throws(SettingError) -> Vector {
    do {
      return try StartPoints.point(text, for: function)
    } catch {
      throw SettingError(option, error.description)
    }
  }

  private func allPoints(of function: any TestFunction) throws -> [Vector] {
    var all = try at.map { try Self.point($0, option: "at", of: function) }
    if let points { all += try PointsFile.read(points, for: function) }
    return all.isEmpty && points == nil ? [function.start] : all
  }

  private func json(_ answer: Answer, along d: Vector?) -> JSON {
    let (f, x) = (answer.function, answer.point)
    var members: [JSON.Member] = [
      .init("function", .string(answer.name)), .init("x", .numbers(x)),
      .init("value", .number(answer.value)), .init("gradient", .numbers(answer.gradient)),
    ]
    members.insert(contentsOf: FunctionDescription.variables(of: f), at: 1)
    if hessian {
      members.append(.init("hessian", .array(f.hessian(at: x).rows.map { .numbers($0) })))
    }
    if let d {
      members.append(.init("product", .numbers(f.hessianProduct(at: x, along: d))))
    }
    return .object(members)
  }

  private func table(_ answer: Answer, along d: Vector?) -> String {
    let (f, x) = (answer.function, answer.point)
    func list(_ values: [Double]) -> String {
      values.map(NumberText.short).joined(separator: ", ")
    }
    var lines = [
      "f(\(f.variableNames.listed(x))) = \(NumberText.short(answer.value))",
      "  gradient  \(list(answer.gradient))",
    ]
    if hessian {
      for (i, row) in f.hessian(at: x).rows.enumerated() {
        lines.append((i == 0 ? "  hessian   " : "            ") + list(row))
      }
    }
    if let d { lines.append("  product   \(list(f.hessianProduct(at: x, along: d)))") }
    return lines.joined(separator: "\n")
  }
}

/// Value and gradient at a point, with the noise that an optimizer would see.
private struct Answer {
  let function: any TestFunction
  /// The specification, made once for all points.
  let name: String
  let point: Vector
  let value: Double
  let gradient: Vector

  init(
    _ function: any TestFunction, named name: String, at x: Vector, noise: inout NoiseSource?
  ) {
    self.function = function
    self.name = name
    point = x
    var gradient = Vector.zeros(function.dimension)
    var span = gradient.mutableSpan
    let value = function.gradient(at: x.span, into: &span)
    noise?.disturb(&gradient)
    self.value = noise?.disturb(value) ?? value
    self.gradient = gradient
  }
}
