import Scenes

/// Nothing happens.
struct StillFilm: Film {
  let background: Picture
  var size: PixelSize { background.size }
  var frameCount: Int { 3 }

  func trails(ofFrame i: Int) -> [Element] { [] }
  func overlay(ofFrame i: Int) -> [Element] { [] }
}
