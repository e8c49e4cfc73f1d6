import JSON

/// A race that is known to show something.
struct PlayPreset: Sendable {
  /// What it shows, in a few words.
  let title: String
  /// As of a `RaceQuery`.
  let query: String
  /// Whether a step in numbers and words tells why.
  var opensStep = false

  var json: JSON {
    .members([
      "title": .string(title), "query": .string(query), "opensStep": .boolean(opensStep),
    ])
  }

  /// In the order of the lecture.
  static let all = [
    PlayPreset(
      title: "Elongated bowl: momentum overshoots",
      query:
        "functions=quadratic:condition=20&optimizers=sgd:lr=0.01&optimizers=momentum:lr=0.01"
        + "&optimizers=rmsprop:lr=0.02&optimizers=adam:lr=0.05&start=-1.8,1"),
    PlayPreset(
      title: "Beale's valley",
      query:
        "functions=beale&optimizers=sgd:lr=0.002&optimizers=momentum:lr=0.002"
        + "&optimizers=rmsprop:lr=0.02&optimizers=adam:lr=0.05&start=1,1.5"),
    PlayPreset(
      title: "A saddle where SGD hangs",
      query:
        "functions=saddle-escape&optimizers=sgd:lr=0.02&optimizers=momentum:lr=0.02"
        + "&optimizers=rmsprop:lr=0.02&optimizers=adam:lr=0.05&start=1.5,0.0005"),
    PlayPreset(
      title: "Why Adam overshoots: averaged gradients",
      query:
        "functions=quadratic:condition=20&optimizers=adam:lr=0.2&optimizers=rmsprop:lr=0.2"
        + "&start=-1.8,1&steps=120&overlay=momentum,gradient",
      opensStep: true),
    PlayPreset(
      title: "κ = 100: when does momentum diverge?",
      query:
        "functions=quadratic:condition=100&optimizers=sgd:lr=0.019&optimizers=momentum:lr=0.03"
        + "&start=-1.5,1&steps=200"),
    PlayPreset(
      title: "Nesterov looks ahead",
      query:
        "functions=quadratic:condition=40&optimizers=momentum:lr=0.01&optimizers=nesterov:lr=0.01"
        + "&start=-1.8,1&steps=150&overlay=momentum"),
    PlayPreset(
      title: "Second order: Newton, BFGS and CG",
      query:
        "functions=rosenbrock&optimizers=newton&optimizers=bfgs&optimizers=cg&optimizers=lbfgs"
        + "&steps=60"),
    PlayPreset(
      title: "Noise: a constant rate ends in a ball",
      query:
        "functions=noisy(quadratic:condition%3D10,sigma%3D1)&optimizers=sgd:lr=0.05"
        + "&optimizers=sgd:lr=power(0.05,r%3D20)&steps=400&start=-1.8,1"),
  ]
}
