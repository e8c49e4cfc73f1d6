import DescentKit

extension RateFigure {
  /// The first rates of a schedule; one that follows the loss is shown a loss that stands still.
  init(
    _ schedule: any Schedule, title: String, steps: Int?, colors: ThemeColors = .light,
    size: PixelSize = PixelSize(width: 720, height: 420), measuring: any TextMeasuring
  ) {
    let whole = Int(clamping: (2 * (schedule.span ?? 50)).rounded(.up))
    let count = steps ?? min(max(whole, 10), 1_000_000)
    var tracker = schedule.tracker()
    let rates = (0..<count).map { t in
      let rate = tracker.rate(at: t)
      tracker.observe(loss: 1, at: t)
      return rate
    }
    self.init(
      rates: rates, title: title,
      note: schedule.followsLoss ? "while the loss stands still" : nil, colors: colors, size: size,
      measuring: measuring)
  }
}
