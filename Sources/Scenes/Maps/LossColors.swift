import Contours
import Experiments
import RealModule

/// The colours of losses, from the lowest to the highest that a map shows.
struct LossColors {
  /// From the lowest colour to the highest; a place is that of a colour bar of unit length.
  let scale: Scale
  let ramp: ColorRamp
  let colors: ThemeColors

  /// Whether some losses are so much higher than the others that they have the highest colour.
  let isCapped: Bool

  /// Less than this is rounding.
  private static let smallest = 1e-16

  init(_ trials: [Trial], ramp: ColorRamp, colors: ThemeColors) {
    (self.ramp, self.colors) = (ramp, colors)
    let losses = trials.filter { !$0.isDiverged }.map(\.loss)
    let (low, highest) = (losses.min() ?? 0, losses.max() ?? 1)
    let usual = Self.usual(losses)
    isCapped = usual > 0 && highest > Self.farAbove * usual
    let high = isCapped ? usual : highest
    if high > 0, low > -1e-9 * high {
      let bottom = max(losses.filter { $0 > 0 }.min() ?? high, Self.smallest)
      scale = Scale(
        ClosedRange(between: min(bottom, high / 10), high), from: 0, to: 1, isLogarithmic: true)
    } else {
      scale = Scale(ClosedRange(between: low, high), from: 0, to: 1)
    }
  }

  /// Nine of ten losses are no higher.
  private static func usual(_ losses: [Double]) -> Double {
    let sorted = losses.sorted()
    return sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * 9 / 10]
  }

  /// So many times what is usual would leave no colours for the rest.
  private static let farAbove = 10.0

  static let shades = 64

  func color(_ trial: Trial) -> Color {
    trial.isDiverged ? colors.undefined : color(trial.loss)
  }

  /// What is below the scale has its lowest colour.
  func color(_ loss: Double) -> Color {
    let place = scale.position(of: loss) ?? 0
    return shade((min(max(place, 0), 1) * Double(Self.shades - 1)).rounded())
  }

  func shade(_ i: Double) -> Color { ramp[i / Double(Self.shades - 1)] }
}
