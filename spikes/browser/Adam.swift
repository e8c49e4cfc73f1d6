// Adam on f(x, y) = (x² + 20 y²)/2, written by hand for Embedded Swift: what is left of a method when
// nothing of Descent's rooms is there.

@_expose(wasm, "step")
public func step(
  _ x: UnsafeMutablePointer<Double>, _ m: UnsafeMutablePointer<Double>,
  _ s: UnsafeMutablePointer<Double>, _ k: Int32
) {
  let (beta1, beta2, rate, epsilon) = (0.9, 0.999, 0.1, 1e-8)
  var (power1, power2) = (1.0, 1.0)
  for _ in 0..<k {
    power1 *= beta1
    power2 *= beta2
  }
  for i in 0..<2 {
    let g = i == 0 ? x[i] : 20 * x[i]
    m[i] = beta1 * m[i] + (1 - beta1) * g
    s[i] = beta2 * s[i] + (1 - beta2) * g * g
    x[i] -= rate * (m[i] / (1 - power1)) / ((s[i] / (1 - power2)).squareRoot() + epsilon)
  }
}
