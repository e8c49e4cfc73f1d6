import Foundation
import Rendering

/// A sequence of frames as a frame of a beamer presentation, by the LaTeX package animate.
struct LaTeXAnimation {
  static let name = "animate.tex"
  /// About as many pictures as a presentation can hold of each film.
  static let usualCount = 60

  let frameCount: Int
  /// The title slide's, which are left out: a presentation has its own.
  let titleFrameCount: Int
  let framesPerSecond: Int

  private var shown: Int { max(1, frameCount - titleFrameCount) }
  /// Every so many frames are shown.
  var stride: Int { max(1, Int((Double(shown) / Double(Self.usualCount)).rounded())) }
  /// Counted back from the end, which is shown.
  var first: Int { frameCount - 1 - (shown - 1) / stride * stride }

  /// As fast as the film, with fewer pictures; at least two digits, without a power of
  /// ten, which TeX does not read.
  private var rate: String {
    let rate = Double(framesPerSecond) / Double(stride)
    if rate == rate.rounded() { return String(Int(rate)) }
    let places = max(2, 1 - Int(log10(rate).rounded(.down)))
    return String(format: "%.*f", places, rate)
  }

  /// The digits of a frame's number.
  private func number(_ frame: Int) -> String {
    String(FilmRenderer.fileName(ofFrame: frame).dropFirst("frame-".count).dropLast(".png".count))
  }

  /// The snippet beside the frames.
  var text: String {
    """
    % In the preamble: \\usepackage{animate}
    % In the presentation, with the path to this folder:
    %   \\newcommand{\\racefolder}{output/race-beale/}
    %   \\input{\\racefolder animate.tex}
    % For another race say \\renewcommand{\\racefolder}{...} before its \\input.
    \\providecommand{\\racefolder}{}
    \\begin{frame}[plain]
      \\centering
      \\animategraphics[controls,loop,every=\(stride),width=\\linewidth,height=0.9\\textheight,\
    keepaspectratio]{\(rate)}{\\racefolder frame-}{\(number(first))}{\(number(frameCount - 1))}
    \\end{frame}

    """
  }
}
