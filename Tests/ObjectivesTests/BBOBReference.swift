import Testing

/// One instance of a BBOB function with values of the COCO software.
struct BBOBReference: Sendable, CustomTestStringConvertible {
  struct Problem: Decodable, Sendable {
    let f: Int
    let instance: Int
    let fopt: Double
    let xopt: [Double]
    let f_at_xopt: Double
    let y: [Double]
    let y_near: [Double]
  }

  struct Point: Decodable, Sendable {
    let x: [Double]
  }

  let dimension: Int
  let points: [Point]
  /// How far from xopt, along (1, −1, 1, …), the values `y_near` lie.
  let nearSteps: [Double]
  let problem: Problem

  var specification: String {
    "bbob-f\(problem.f):n=\(dimension),instance=\(problem.instance)"
  }
  var testDescription: String { specification }

  static let all = [2, 3, 5, 10, 20, 40].flatMap { read(dimension: $0) }

  private static func read(dimension: Int) -> [BBOBReference] {
    let name = dimension < 10 ? "d0\(dimension)" : "d\(dimension)"
    guard let file = Fixture.decode(File.self, "functions/bbob/\(name).json") else { return [] }
    return file.problems.map {
      BBOBReference(
        dimension: file.dimension, points: file.points, nearSteps: file.near_steps, problem: $0)
    }
  }

  private struct File: Decodable {
    let dimension: Int
    let points: [Point]
    let near_steps: [Double]
    let problems: [Problem]
  }
}

/// What the functions are made of.
struct BBOBParts: Decodable {
  struct Stream: Decodable {
    let seed: Int
    let values: [Double]
  }

  struct Rotation: Decodable {
    let seed: Int
    let n: Int
    let rows: [[Double]]
  }

  struct Map: Decodable {
    let beta: Double?
    let x: [Double]
    let y: [Double]
  }

  struct Diagonal: Decodable {
    let alpha: Double
    let n: Int
    let values: [Double]
  }

  let uniform: [Stream]
  let gauss: [Stream]
  let rotation: [Rotation]
  let t_osz: Map
  let t_asy: [Map]
  let lambda_diagonal: [Diagonal]

  static let all = Fixture.decode(BBOBParts.self, "functions/bbob/intermediate.json")
}
