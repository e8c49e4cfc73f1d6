// What catalogues are made of: `any TestFunction`, `any OptimizerSettings`.
protocol Function { func value(_ x: Double) -> Double }
struct Bowl: Function { func value(_ x: Double) -> Double { x * x } }

@_expose(wasm, "value")
public func value(_ x: Double) -> Double {
  let function: any Function = Bowl()
  return function.value(x)
}
