#include "lanes.h"

// Four rows share the numbers of x.
WIDEST void descent_rows_multiply(
    const double *restrict a, const double *restrict x, double *restrict y, size_t m, size_t n) {
  size_t i = 0;
  for (; i + 4 <= m; i += 4) {
    const double *a0 = a + i * n, *a1 = a0 + n, *a2 = a1 + n, *a3 = a2 + n;
    lanes s[4] = {{0}, {0}, {0}, {0}};
    size_t j = 0;
    for (; j + 8 <= n; j += 8) {
      const lanes factor = LANES(x + j);
      s[0] += LANES(a0 + j) * factor;
      s[1] += LANES(a1 + j) * factor;
      s[2] += LANES(a2 + j) * factor;
      s[3] += LANES(a3 + j) * factor;
    }
    double t0 = lane_sum(s), t1 = lane_sum(s + 1), t2 = lane_sum(s + 2), t3 = lane_sum(s + 3);
    for (; j < n; j++) {
      t0 += a0[j] * x[j];
      t1 += a1[j] * x[j];
      t2 += a2[j] * x[j];
      t3 += a3[j] * x[j];
    }
    y[i] += t0;
    y[i + 1] += t1;
    y[i + 2] += t2;
    y[i + 3] += t3;
  }
  for (; i < m; i++) {
    const double *row = a + i * n;
    lanes s = {0};
    size_t j = 0;
    for (; j + 8 <= n; j += 8) s += LANES(row + j) * LANES(x + j);
    double sum = lane_sum(&s);
    for (; j < n; j++) sum += row[j] * x[j];
    y[i] += sum;
  }
}

WIDEST void descent_rows_add(
    const double *restrict a, const double *restrict y, double *restrict x, size_t m, size_t n) {
  size_t i = 0;
  for (; i + 4 <= m; i += 4) {
    const double *a0 = a + i * n, *a1 = a0 + n, *a2 = a1 + n, *a3 = a2 + n;
    const double y0 = y[i], y1 = y[i + 1], y2 = y[i + 2], y3 = y[i + 3];
    for (size_t j = 0; j < n; j++)
      x[j] += (a0[j] * y0 + a1[j] * y1) + (a2[j] * y2 + a3[j] * y3);
  }
  for (; i < m; i++) {
    const double *row = a + i * n;
    for (size_t j = 0; j < n; j++) x[j] += row[j] * y[i];
  }
}
