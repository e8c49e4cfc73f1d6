import Contours
import Experiments
import Rendering
import Scenes
import Statistics

/// The test score of the best after each trial, as a picture.
public enum TuningFigure {
  /// Medians over the searches, with a band from quartile to quartile.
  public static func picture(
    _ result: TuningResult, of tuning: Tuning, colors: ThemeColors = .light
  ) -> Picture {
    let lines = result.optimizers.map { tuned in
      let points = TuningCurve(tuned).points
      return PlotLine(
        tuned.space.optimizer.specification.description,
        points.map { PlanePoint(Double($0.trial), $0.median) },
        method: type(of: tuned.space.optimizer.settings).name,
        band: tuning.searches > 1 ? points.map(\.quartiles) : [])
    }
    let spread =
      tuning.searches > 1
      ? ", median and quartiles of \(tuning.searches) searches" : ", one search"
    return LinePlot(
      lines, x: .init("trials"), y: .init("test score"),
      title: "The best after k trials, on problems not searched on",
      note: tuning.score.text + spread, look: PlotLook(colors), measuring: CairoTextMeasuring()
    ).picture
  }
}
