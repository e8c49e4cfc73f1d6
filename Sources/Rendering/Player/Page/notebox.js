// What is said of the race where its clock shows certain numbers, in a box on the map.

class NoteBox {
  constructor(box, player) {
    this.box = box;
    this.player = player;
  }

  /** At the top of the map or the bottom, wherever it covers less. */
  update(map) {
    const { box } = this;
    const text = this.player.said ?? "";
    if (box.textContent !== text) box.textContent = text;
    if (text === "") return;
    const { left, top, right, bottom } = map.area;
    box.style.left = (left + right) / 2 + "px";
    box.style.maxWidth = right - left - 16 + "px";
    const { offsetWidth: width, offsetHeight: height } = box;
    const places = map.spots();
    const covered = (y) => places.filter((place) =>
      Math.abs(place.x - (left + right) / 2) < width / 2 + measures.marker &&
      Math.abs(place.y - y - height / 2) < height / 2 + measures.marker).length;
    const [above, below] = [top + 8, bottom - 8 - height];
    box.style.top = (covered(below) < covered(above) ? below : above) + "px";
  }
}
