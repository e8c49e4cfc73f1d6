// Everything starts once the contours are there.

const player = new Player(JSON.parse(document.getElementById("race").textContent));
window.addEventListener("load", () => {
  player.start(document.getElementById("background"));
  // Once through, unless the reader prefers little motion or the address asks for rest.
  if (window.location.hash !== "#still" && !player.playback.prefersLittleMotion.matches) {
    player.playback.play();
  }
});
