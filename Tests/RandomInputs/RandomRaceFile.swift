import LinearAlgebra

/// The YAML text of a race: right, slightly wrong, and hostile.
package struct RandomRaceFile {
  private var random: RandomStream

  package init(_ random: RandomStream) {
    self.random = random
  }

  /// The bytes of a file, which need not be text.
  package mutating func bytes() -> [UInt8] {
    var keys = ["functions: \(functions())", "optimizers: \(optimizers())", "steps: 2"]
    for _ in 0..<Int.random(in: 0...3, using: &random) { keys.append(key()) }
    keys.shuffle(using: &random)
    let text = Array((keys.joined(separator: "\n") + "\n").utf8)
    return random.once(in: 3) ? random.mutated(text) : text
  }

  private mutating func functions() -> String {
    random.pick([
      "beale", "[booth, beale]", "x^2+y^2", "\"x-y\"", "rosenbrock:n=3", specification(),
    ])
  }

  private mutating func optimizers() -> String {
    let list = (0..<Int.random(in: 1...3, using: &random)).map { _ in entrant() }
    return "[\(list.joined(separator: ", "))]"
  }

  private mutating func entrant() -> String {
    var source = RandomSpecification(random)
    defer { random = source.random }
    let name = source.optimizer()
    switch Int.random(in: 0..<4, using: &source.random) {
    case 0: return "{optimizer: \"\(name)\", label: \(source.random.number())}"
    case 1: return "{optimizer: adam, color: \"#\(source.random.number())\"}"
    default: return "\"\(name)\""
    }
  }

  private mutating func specification() -> String {
    var source = RandomSpecification(random)
    defer { random = source.random }
    return "\"\(source.function())\""
  }

  private mutating func key() -> String {
    let name = random.pick([
      "start", "starts", "seeds", "budget", "clock", "size", "scale", "layout", "theme", "plane",
      "overlay", "levels", "palette", "background", "window", "aspect", "label", "color", "title",
      "subtitle", "footer", "note", "fps", "still", "width", "jobs", "target", "idle-steps",
      "format", "nonsense", "file",
    ])
    return "\(name): \(value(of: name))"
  }

  /// A value that the key takes, or any.
  private mutating func value(of name: String) -> String {
    let known: [String: [String]] = [
      "start": ["[1, 1]", "1,2", "[[1, 1], [2, 2]]"], "starts": ["grid:2x2", "random:3"],
      "clock": ["gradients", "evaluations:gradients=2"], "layout": ["grid", "figure"],
      "theme": ["dark"], "plane": ["principal", "x1,x2"], "overlay": ["[gradient, momentum]"],
      "levels": ["log:20", "1,2,5"], "window": ["fit", "-2:2,-1:3", "-2:2"], "size": ["480x360"],
    ]
    guard let texts = known[name], !random.once(in: 3) else {
      return random.pick([
        random.number(), "[\(random.number()), \(random.number())]", "{a: 1}", "|",
      ])
    }
    return random.pick(texts)
  }
}
