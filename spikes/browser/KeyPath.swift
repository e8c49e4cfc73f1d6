// What parameters are made of: `.number("lr", \.learningRate, …)`.
struct Settings { var rate = 0.1 }

@_expose(wasm, "rate")
public func rate(_ value: Double) -> Double {
  let path: WritableKeyPath<Settings, Double> = \.rate
  var settings = Settings()
  settings[keyPath: path] = value
  return settings.rate
}
