#include "lanes.h"

WIDEST double descent_dot(const double *a, const double *b, size_t n) {
  double sum = 0;
  size_t i = 0;
  if (n >= 32) {
    lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
    for (; i + 32 <= n; i += 32) {
      s0 += LANES(a + i) * LANES(b + i);
      s1 += LANES(a + i + 8) * LANES(b + i + 8);
      s2 += LANES(a + i + 16) * LANES(b + i + 16);
      s3 += LANES(a + i + 24) * LANES(b + i + 24);
    }
    sum = LANE_SUM(s0, s1, s2, s3);
  }
  for (; i < n; i++) sum += a[i] * b[i];
  return sum;
}

// Eight components of descent_add_dot.
#define ADD_DOT(s, i)                                                       \
  {                                                                         \
    const lanes moved = (LANES(x + (i)) + scale * LANES(d + (i))) * factor; \
    SET_LANES(x + (i)) = moved;                                             \
    s += LANES(b + (i)) * moved;                                            \
  }

WIDEST double descent_add_dot(
    double *restrict x, const double *restrict d, const double *restrict b, size_t n, double scale,
    double factor) {
  double sum = 0;
  size_t i = 0;
  if (n >= 32) {
    lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
    for (; i + 32 <= n; i += 32) {
      ADD_DOT(s0, i)
      ADD_DOT(s1, i + 8)
      ADD_DOT(s2, i + 16)
      ADD_DOT(s3, i + 24)
    }
    sum = LANE_SUM(s0, s1, s2, s3);
  }
  for (; i < n; i++) {
    x[i] = (x[i] + scale * d[i]) * factor;
    sum += b[i] * x[i];
  }
  return sum;
}

WIDEST void descent_add(
    double *restrict x, const double *restrict d, size_t n, double scale, double factor) {
  for (size_t i = 0; i < n; i++) x[i] = (x[i] + scale * d[i]) * factor;
}
