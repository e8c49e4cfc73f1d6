#include "lanes.h"

typedef double quad __attribute__((vector_size(32), aligned(8)));

#define SHUFFLED(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)

// The sums of the lanes of four accumulators, each as `lane_sum` takes it.
static inline __attribute__((always_inline)) void four_lane_sums(const lanes *s, quad *sums) {
  const lanes pairs01 = SHUFFLED(s[0], s[1], 0, 8, 2, 10, 4, 12, 6, 14) +
                        SHUFFLED(s[0], s[1], 1, 9, 3, 11, 5, 13, 7, 15);
  const lanes pairs23 = SHUFFLED(s[2], s[3], 0, 8, 2, 10, 4, 12, 6, 14) +
                        SHUFFLED(s[2], s[3], 1, 9, 3, 11, 5, 13, 7, 15);
  const lanes halves = SHUFFLED(pairs01, pairs23, 0, 1, 8, 9, 4, 5, 12, 13) +
                       SHUFFLED(pairs01, pairs23, 2, 3, 10, 11, 6, 7, 14, 15);
  *sums = SHUFFLED(halves, halves, 0, 1, 2, 3) + SHUFFLED(halves, halves, 4, 5, 6, 7);
}

static inline __attribute__((always_inline)) void row_lanes(
    const double *restrict row, const double *restrict x, size_t n, lanes *sum) {
  lanes s = {0};
  for (size_t j = 0; j + 8 <= n; j += 8) s += LANES(row + j) * LANES(x + j);
  *sum = s;
}

// Four rows are summed together, but read one after the other, in the order of the memory, which
// comes fastest so.
WIDEST void descent_rows_multiply(
    const double *restrict a, const double *restrict x, double *restrict y, size_t m, size_t n) {
  const size_t whole = n / 8 * 8;
  lanes s[4];
  size_t i = 0;
  for (; i + 4 <= m; i += 4) {
    const double *a0 = a + i * n, *a1 = a0 + n, *a2 = a1 + n, *a3 = a2 + n;
    row_lanes(a0, x, n, s);
    row_lanes(a1, x, n, s + 1);
    row_lanes(a2, x, n, s + 2);
    row_lanes(a3, x, n, s + 3);
    quad sums;
    four_lane_sums(s, &sums);
    for (size_t j = whole; j < n; j++) sums += (quad){a0[j], a1[j], a2[j], a3[j]} * x[j];
    *(quad *)(y + i) += sums;
  }
  for (; i < m; i++) {
    const double *row = a + i * n;
    row_lanes(row, x, n, s);
    double sum = lane_sum(s);
    for (size_t j = whole; j < n; j++) sum += row[j] * x[j];
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
