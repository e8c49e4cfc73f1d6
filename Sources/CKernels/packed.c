#include "lanes.h"

// Eight entries of a row: their part of the row's sum, and of those of the columns they mirror.
#define SPREAD(s, e, j)             \
  {                                 \
    s += (e) * LANES(x + (j));      \
    SET_LANES(y + (j)) += (e) * xi; \
  }

// Eight entries of a row after the update.
#define RAISED_ENTRIES(j) (LANES(row + (j)) + (left * LANES(v + (j)) + right * LANES(u + (j))))

WIDEST void descent_packed_multiply(
    const double *restrict rows, const double *restrict x, double *restrict y, size_t n) {
  const double *row = rows;
  for (size_t i = 0; i < n; row += ++i) {
    const double xi = x[i];
    double sum = 0;
    size_t j = 0;
    if (i >= 16) {
      lanes s0 = {0}, s1 = {0};
      for (; j + 16 <= i; j += 16) {
        const lanes e0 = LANES(row + j), e1 = LANES(row + j + 8);
        SPREAD(s0, e0, j)
        SPREAD(s1, e1, j + 8)
      }
      sum = LANE_SUM(s0, s1, (lanes){0}, (lanes){0});
    }
    for (; j < i; j++) {
      sum += row[j] * x[j];
      y[j] += row[j] * xi;
    }
    y[i] = sum + row[i] * xi;
  }
}

WIDEST void descent_packed_add(
    double *restrict rows, const double *u, const double *v, double scale, size_t n) {
  double *row = rows;
  for (size_t i = 0; i < n; row += ++i) {
    const double left = scale * u[i] / 2, right = scale * v[i] / 2;
    for (size_t j = 0; j <= i; j++) row[j] += left * v[j] + right * u[j];
  }
}

WIDEST void descent_packed_add_multiply(
    double *restrict rows, const double *u, const double *v, double scale, const double *restrict x,
    double *restrict y, size_t n) {
  double *row = rows;
  for (size_t i = 0; i < n; row += ++i) {
    const double left = scale * u[i] / 2, right = scale * v[i] / 2, xi = x[i];
    double sum = 0;
    size_t j = 0;
    if (i >= 16) {
      lanes s0 = {0}, s1 = {0};
      for (; j + 16 <= i; j += 16) {
        const lanes e0 = RAISED_ENTRIES(j), e1 = RAISED_ENTRIES(j + 8);
        SET_LANES(row + j) = e0;
        SET_LANES(row + j + 8) = e1;
        SPREAD(s0, e0, j)
        SPREAD(s1, e1, j + 8)
      }
      sum = LANE_SUM(s0, s1, (lanes){0}, (lanes){0});
    }
    for (; j < i; j++) {
      row[j] += left * v[j] + right * u[j];
      sum += row[j] * x[j];
      y[j] += row[j] * xi;
    }
    row[i] += left * v[i] + right * u[i];
    y[i] = sum + row[i] * xi;
  }
}
