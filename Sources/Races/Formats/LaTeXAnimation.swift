import Rendering

/// A sequence of frames for the LaTeX package animate, as beamer presentations show it.
enum LaTeXAnimation {
  static let name = "animate.tex"

  /// The snippet beside the frames.
  static func text(frameCount: Int, framesPerSecond: Int) -> String {
    let last = FilmRenderer.fileName(ofFrame: frameCount - 1)
    let digits = last.dropFirst("frame-".count).dropLast(".png".count)
    let first = String(repeating: "0", count: digits.count)
    return """
      % In the preamble: \\usepackage{animate}
      % In a frame, with the path to this folder before "frame-":
      \\animategraphics[controls,loop,width=\\linewidth]{\(framesPerSecond)}{frame-}\
      {\(first)}{\(digits)}

      """
  }
}
