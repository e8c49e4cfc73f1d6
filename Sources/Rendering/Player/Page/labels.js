// Names beside heads that touch neither each other nor the heads.

const labelSides = [1, 2.2, 3.4, 4.6].flatMap((distance) =>
  [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]].map(
    ([across, down]) => ({ across, down, distance })));

function boxAround(x, y, halfWidth, halfHeight) {
  return {
    left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight,
  };
}

function grownBox({ left, right, top, bottom }, margin) {
  return {
    left: left - margin, right: right + margin, top: top - margin, bottom: bottom + margin,
  };
}

function boxesTouch(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isWithin(box, room) {
  return (
    room.left <= box.left && box.right <= room.right &&
    room.top <= box.top && box.bottom <= room.bottom);
}

/** How far out a side is, from 0. */
const ringOf = (side) => Math.floor(side / 8);

/** Remembers the side each label took last, so that labels do not flicker. */
class LabelPlacement {
  static patience = 15;

  constructor(count) {
    this.sides = new Array(count).fill(0);
    /** For how many drawings a nearer side has been free. */
    this.waits = new Array(count).fill(0);
  }

  /** A box for each {x, y, width, height} or null, null where there is no room; `taken` are
      boxes that are none of theirs. */
  place(anchors, room, reach, taken) {
    const heads = anchors.filter((anchor) => anchor !== null);
    const obstacles = [...taken, ...heads.map(({ x, y }) => boxAround(x, y, reach - 1, reach - 1))];
    return anchors.map((anchor, i) => {
      if (anchor === null || anchor.width === 0) return null;
      const isFree = (side) => {
        const box = this.box(anchor, labelSides[side], reach);
        return isWithin(box, room) && !obstacles.some((other) => boxesTouch(box, other));
      };
      const side = this.chosen(i, isFree);
      if (side === undefined) return null;
      const box = this.box(anchor, labelSides[side], reach);
      obstacles.push(box);
      return box;
    });
  }

  /** The side it took last while that is free; a nearer one once that has been free for a while. */
  chosen(i, isFree) {
    const last = this.sides[i];
    const nearest = [...labelSides.keys()].find(isFree);
    const isNearer = nearest !== undefined && ringOf(nearest) < ringOf(last);
    this.waits[i] = isNearer ? this.waits[i] + 1 : 0;
    if (isFree(last) && this.waits[i] < LabelPlacement.patience) return last;
    if (nearest !== undefined) this.sides[i] = nearest;
    this.waits[i] = 0;
    return nearest;
  }

  box({ x, y, width, height }, { across, down, distance }, reach) {
    const gap = reach * distance;
    return boxAround(
      x + across * (width / 2 + gap), y + down * (height / 2 + gap), width / 2, height / 2);
  }
}
