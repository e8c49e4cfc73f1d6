// Names beside heads that touch neither each other nor the heads.

const labelSides = [1, 2.2, 3.4, 4.6].flatMap((distance) =>
  [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]].map(
    ([across, down]) => ({ across, down, distance })));

function boxAround(x, y, halfWidth, halfHeight) {
  return {
    left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight,
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

/** Remembers the side each label took last, so that labels do not flicker. */
class LabelPlacement {
  constructor(count) {
    this.sides = new Array(count).fill(0);
  }

  /** A box for each {x, y, width, height} or null, null where there is no room; `taken` are
      boxes that are none of theirs. */
  place(anchors, room, reach, taken) {
    const heads = anchors.filter((anchor) => anchor !== null);
    const obstacles = [...taken, ...heads.map(({ x, y }) => boxAround(x, y, reach, reach))];
    return anchors.map((anchor, i) => {
      if (anchor === null || anchor.width === 0) return null;
      for (const side of [this.sides[i], ...labelSides.keys()]) {
        const box = this.box(anchor, labelSides[side], reach);
        if (!isWithin(box, room) || obstacles.some((other) => boxesTouch(box, other))) continue;
        this.sides[i] = side;
        obstacles.push(box);
        return box;
      }
      return null;
    });
  }

  box({ x, y, width, height }, { across, down, distance }, reach) {
    const gap = reach * distance;
    return boxAround(
      x + across * (width / 2 + gap), y + down * (height / 2 + gap), width / 2, height / 2);
  }
}
