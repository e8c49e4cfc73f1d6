// Matrices of 4 × 4 in columns, as shaders take them.

/** First b, then a. */
function product(a, b) {
  return Float32Array.from({ length: 16 }, (_, i) => {
    const [row, column] = [i % 4, Math.floor(i / 4)];
    return [0, 1, 2, 3].reduce((sum, k) => sum + a[4 * k + row] * b[4 * column + k], 0);
  });
}

function shift(x, y, z) {
  return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];
}

/** Of the plane about the z axis. */
function turn(angle) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [c, s, 0, 0, -s, c, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
}

/** Of y towards z. */
function tilt(angle) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [1, 0, 0, 0, 0, c, s, 0, 0, -s, c, 0, 0, 0, 0, 1];
}

/** What lies before the eye between two distances; lengths across and up at distance 1 come to 1
 * if they are 1 / across and 1 / up. */
function perspective(across, up, near, far) {
  const depth = near - far;
  return [
    across, 0, 0, 0, 0, up, 0, 0,
    0, 0, (far + near) / depth, -1, 0, 0, (2 * far * near) / depth, 0,
  ];
}

/** [x, y, z, w] of a point. */
function transformed(matrix, [x, y, z]) {
  return [0, 1, 2, 3].map((row) =>
    matrix[row] * x + matrix[4 + row] * y + matrix[8 + row] * z + matrix[12 + row]);
}
