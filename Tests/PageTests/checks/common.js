// How checks use a page as a reader would, and note what they see.

const find = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const race = JSON.parse(find("#race").textContent);
/** The runs of an entrant, of which each has its own numbers. */
const runsOf = (entrant) => entrant.runs ?? [entrant];
const areClouds = race.entrants.every(({ runs }) => runs !== undefined);
/** Until what was asked for is drawn: in the first picture, and in the second where that changes
 * the size of a canvas. */
async function drawn() {
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
}

const results = [];
function check(name, isSo, seen = "") {
  results.push(isSo ? `ok ${name}` : `FAILED ${name}: ${seen}`);
}
function checkEqual(name, seen, expected) {
  check(name, seen === expected, `${seen} instead of ${expected}`);
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const lastOf = (clock) => Math.max(...race.entrants.map((entrant) => sum(entrant[clock])));
const unitOf = (clock) => clock.split(":")[0].slice(0, -1);
const time = () => find("#time").textContent;
const now = () => Number(time().split(" ")[1]);
const picture = (id) => find(id).toDataURL();

async function key(name, options = {}, target = document.body) {
  target.dispatchEvent(
    new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...options }));
  await drawn();
}
async function click(selector) {
  find(selector).click();
  await drawn();
}
async function enter(selector, value, event = "input") {
  find(selector).value = value;
  find(selector).dispatchEvent(new Event(event, { bubbles: true }));
  await drawn();
}
/** A pointer's event at shares of a canvas. */
function send(selector, type, across, down, options = {}) {
  const box = find(selector).getBoundingClientRect();
  const place = { clientX: box.left + across * box.width, clientY: box.top + down * box.height };
  const all = { bubbles: true, cancelable: true, pointerId: 1, ...place, ...options };
  const kind = type === "wheel" ? WheelEvent : PointerEvent;
  find(selector).dispatchEvent(new kind(type, all));
}
async function point(...event) {
  send(...event);
  await drawn();
}
