"""The pages that are tested, each in windows of several sizes."""

from typing import NamedTuple


class Window(NamedTuple):
    name: str
    width: int
    height: int
    # Pixels of the screen to one of the style sheet.
    scale: float
    reduces_motion: bool = False

    def __str__(self):
        motion = "-reduced-motion" if self.reduces_motion else ""
        return f"{self.name}-{self.width}x{self.height}-at-{self.scale}{motion}"


WINDOWS = [
    Window("valley", 1280, 720, 1),
    Window("valley", 360, 740, 3),
    Window("valley", 800, 1000, 1.5),
    Window("valley", 1024, 768, 1),
    Window("dark", 1280, 720, 2, reduces_motion=True),
    Window("dark", 360, 740, 1),
    Window("dark", 800, 600, 1),
    Window("hall", 1024, 768, 1),
    Window("hall", 1920, 1080, 1),
    Window("graph", 1280, 720, 1),
    Window("graph", 800, 600, 1, reduces_motion=True),
    Window("graph", 360, 740, 2),
    Window("knowing", 1280, 720, 1),
    Window("knowing", 800, 600, 1, reduces_motion=True),
    Window("knowing", 360, 740, 2),
    Window("grid", 1280, 720, 1),
    Window("grid", 800, 600, 1, reduces_motion=True),
    Window("grid", 360, 740, 2),
    Window("cloud", 1280, 720, 1),
    Window("cloud", 800, 600, 1, reduces_motion=True),
    Window("cloud", 360, 740, 2),
    Window("seeds", 1280, 720, 1),
    Window("seeds", 360, 740, 2),
    Window("crowd", 1280, 720, 2),
    Window("crowd", 1024, 768, 1),
    Window("crowd", 900, 700, 1),
    Window("crowd", 1160, 800, 1),
    Window("crowd", 360, 740, 1, reduces_motion=True),
]
