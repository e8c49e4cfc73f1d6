// Everything starts once the contours are there.

const player = new Player(JSON.parse(document.getElementById("race").textContent));
window.addEventListener("load", () => player.start(document.getElementById("background")));
