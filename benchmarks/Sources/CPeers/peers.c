#include "CPeers.h"

#include <math.h>

void adam_on_rosenbrock(double x[2], size_t steps, double rate) {
  const double b1 = 0.9, b2 = 0.999, eps = 1e-8;
  double m[2] = {0, 0}, s[2] = {0, 0}, p1 = 1, p2 = 1;
  for (size_t k = 0; k < steps; k++) {
    const double bend = x[1] - x[0] * x[0];
    const double g[2] = {-400 * bend * x[0] - 2 * (1 - x[0]), 200 * bend};
    p1 = p1 < 1e-30 ? 0 : p1 * b1;
    p2 = p2 < 1e-30 ? 0 : p2 * b2;
    const double step = rate / (1 - p1), root = sqrt(1 - p2);
    for (int i = 0; i < 2; i++) {
      m[i] = b1 * m[i] + (1 - b1) * g[i];
      s[i] = b2 * s[i] + (1 - b2) * g[i] * g[i];
      x[i] -= step * m[i] / (sqrt(s[i]) / root + eps);
    }
  }
}

#if defined(__x86_64__) && defined(__linux__)
#define WIDER __attribute__((target_clones("avx2", "default")))
#else
#define WIDER
#endif

WIDER void streams_of_two(double *restrict x, const double *restrict g, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] += g[i];
}

WIDER void streams_of_three(
    double *restrict x, double *restrict m, const double *restrict g, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const double slope = g[i];
    m[i] += slope;
    x[i] += slope;
  }
}

WIDER void streams_of_four(
    double *restrict x, double *restrict m, double *restrict s, const double *restrict g,
    size_t n) {
  for (size_t i = 0; i < n; i++) {
    const double slope = g[i];
    m[i] += slope;
    s[i] += slope;
    x[i] += slope;
  }
}

WIDER void streams_of_pair(
    double *restrict q, const double *restrict s, const double *restrict y, size_t n) {
  for (size_t i = 0; i < n; i++) q[i] += s[i] + y[i];
}

double rosenbrock_sum(const double *points, size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; i++) {
    const double x = points[2 * i], y = points[2 * i + 1];
    const double bend = y - x * x, slope = 1 - x;
    const double f = 100 * bend * bend + slope * slope;
    sum += f - 400 * bend * x - 2 * slope + 200 * bend;
  }
  return sum;
}
