// Choosing a time on the error panel, by a click or by dragging.

class Seeking {
  constructor(player, chart) {
    this.player = player;
    this.chart = chart;
    this.isPressed = false;
    const { canvas } = chart.surface;
    canvas.addEventListener("pointerdown", (event) => {
      this.isPressed = true;
      this.seek(event);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (this.isPressed) this.seek(event);
    });
    for (const name of ["pointerup", "pointercancel"]) {
      window.addEventListener(name, () => (this.isPressed = false));
    }
  }

  seek(event) {
    const { x } = this.chart.surface.place(event);
    const { plot } = this.chart;
    this.player.playback.seek(Math.round(plot.x.value(x, plot.area.left, plot.area.right)));
  }
}
