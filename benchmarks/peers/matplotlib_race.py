"""Times races of four trails drawn by matplotlib: 1280x720, contours, errors and a table.

Prints a line of JSON for each way of drawing: name, the processor time of a frame in milliseconds
and the size of the files in megabytes. "animation" is FuncAnimation saved frame by frame; "blitted"
the best script: a cached background, only the artists drawn, and Pillow at level 1; "gif" the whole
race as one GIF file, by Pillow. Needs `pip install matplotlib pillow`.

    python benchmarks/peers/matplotlib_race.py [FRAMES]
"""

import json
import pathlib
import sys
import tempfile
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.animation  # noqa: E402
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
from PIL import Image  # noqa: E402

NAMES = ["SGD", "Momentum", "RMSProp", "Adam"]
COLORS = ["#0055CC", "#E66A00", "#11BB99", "#440011"]
STEPS = 300


def beale(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def gradient(p):
    x, y = p
    a, b, c = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    return np.array([
        2 * a * (y - 1) + 2 * b * (y**2 - 1) + 2 * c * (y**3 - 1),
        2 * a * x + 4 * b * x * y + 6 * c * x * y**2,
    ])


def trajectories():
    """Gradient descent with four kinds of memory; what matters is that there are four trails."""
    paths = []
    for momentum, rate in [(0, 0.002), (0.9, 0.002), (0.5, 0.004), (0.8, 0.001)]:
        p, v, path = np.array([1.0, 1.5]), np.zeros(2), []
        for _ in range(STEPS + 1):
            path.append(p)
            v = momentum * v - rate * gradient(p)
            p = p + v
        paths.append(np.array(path))
    return paths


class Race:
    """The figure, with the artists that change."""

    def __init__(self):
        self.paths = trajectories()
        self.values = [np.maximum(beale(p[:, 0], p[:, 1]), 1e-16) for p in self.paths]
        self.figure = plt.figure(figsize=(12.8, 7.2), dpi=100)
        self.map = self.figure.add_axes((0.05, 0.08, 0.52, 0.84))
        self.errors = self.figure.add_axes((0.65, 0.4, 0.33, 0.52))
        self.table = self.figure.add_axes((0.62, 0.05, 0.36, 0.25))
        self.table.axis("off")
        x, y = np.meshgrid(np.linspace(-4.5, 4.5, 400), np.linspace(-4.5, 4.5, 400))
        levels = np.geomspace(0.1, 1e5, 15)
        self.map.contourf(x, y, beale(x, y), levels=levels, norm="log", extend="both")
        self.map.contour(x, y, beale(x, y), levels=levels, norm="log", colors="k", linewidths=0.4)
        self.errors.set_yscale("log")
        self.errors.set_xlim(0, STEPS)
        self.errors.set_ylim(1e-6, 100)
        self.errors.grid(True)
        options = {"animated": True}
        self.trails = [self.map.plot([], [], color=c, lw=2, **options)[0] for c in COLORS]
        self.heads = [self.map.plot([], [], "o", color=c, ms=9, **options)[0] for c in COLORS]
        self.curves = [self.errors.plot([], [], color=c, **options)[0] for c in COLORS]
        self.cursors = [self.errors.plot([], [], "o", color=c, **options)[0] for c in COLORS]
        for i, (name, color) in enumerate(zip(NAMES, COLORS)):
            self.table.text(0, 0.8 - 0.25 * i, name, color=color)
        self.numbers = [self.table.text(0.6, 0.8 - 0.25 * i, "", **options) for i in range(4)]
        self.clock = self.figure.text(0.05, 0.02, "", **options)
        self.changing = [(self.map, self.trails + self.heads)]
        self.changing += [(self.errors, self.curves + self.cursors), (self.table, self.numbers)]

    def show(self, step):
        for i, (path, values) in enumerate(zip(self.paths, self.values)):
            self.trails[i].set_data(path[: step + 1, 0], path[: step + 1, 1])
            self.heads[i].set_data(path[step : step + 1, 0], path[step : step + 1, 1])
            self.curves[i].set_data(range(step + 1), values[: step + 1])
            self.cursors[i].set_data([step], [values[step]])
            self.numbers[i].set_text(f"{values[step]:.4g}")
        self.clock.set_text(f"step {step} of {STEPS}")
        return [artist for _, artists in self.changing for artist in artists] + [self.clock]


def film(frames):
    race = Race()
    film = matplotlib.animation.FuncAnimation(race.figure, race.show, frames=frames, blit=False)
    for artist in race.show(0):
        artist.set_animated(False)
    return film


def animation(folder, frames):
    film(frames).save(f"{folder}/frame.html", writer=matplotlib.animation.HTMLWriter(fps=25))


def gif(folder, frames):
    film(frames).save(f"{folder}/race.gif", writer=matplotlib.animation.PillowWriter(fps=25))


def blitted(folder, frames):
    race = Race()
    canvas = race.figure.canvas
    canvas.draw()
    background = canvas.copy_from_bbox(race.figure.bbox)
    for step in range(frames):
        canvas.restore_region(background)
        race.show(step)
        for axes, artists in race.changing:
            for artist in artists:
                axes.draw_artist(artist)
        race.figure.draw_artist(race.clock)
        pixels = np.asarray(canvas.buffer_rgba())[:, :, :3]
        Image.fromarray(pixels).save(f"{folder}/{step:04}.png", compress_level=1)


def main(frames="60"):
    some = int(frames)
    for name, draw, count in [
        ("animation", animation, some), ("blitted", blitted, some), ("gif", gif, STEPS),
    ]:
        with tempfile.TemporaryDirectory() as folder:
            start = time.process_time()
            draw(folder, count)
            time_of_frame = (time.process_time() - start) / count * 1000
            files = [path for path in pathlib.Path(folder).rglob("*") if path.is_file()]
            size = sum(path.stat().st_size for path in files) / 1e6
        print(json.dumps({"name": name, "ms": time_of_frame, "megabytes": size}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
