import Rendering
import Scenes

// What races are drawn with, as arguments.

extension RaceStyle.Layout: Choice {}
extension MapAspect: Choice {}
extension FilmEncoder: Choice {}
extension ColorRamp: NamedChoice {}
extension ThemeColors: NamedChoice {}
