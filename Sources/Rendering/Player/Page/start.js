// Everything starts once the contours are there.

const player = new Player(JSON.parse(document.getElementById("race").textContent));
window.addEventListener("load", () => {
  player.start(document.getElementById("background"));
  // Where a page around this one wants it to move at once, as the lecture's does.
  if (window.location.hash === "#playing" && !player.playback.prefersLittleMotion.matches) {
    player.playback.play();
  }
});
