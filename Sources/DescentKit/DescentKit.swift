// All of Descent by one import.

@_exported import Contours
@_exported import DescentCore
@_exported import Lecture
@_exported import Play
@_exported import Races
@_exported import Rendering
@_exported import Reports
@_exported import Scenes
@_exported import Storage
