#include "wider.h"

WIDER void descent_sgd_update(
    double *restrict x, const double *restrict g, size_t n, descent_sgd a) {
  for (size_t i = 0; i < n; i++) x[i] = x[i] * a.shrink - a.rate * (g[i] + a.coupling * x[i]);
}

WIDER void descent_momentum_update(
    double *restrict x, double *restrict m, const double *restrict g, size_t n,
    descent_momentum a) {
  for (size_t i = 0; i < n; i++) {
    const double sum = a.keep * m[i] + a.intake * (g[i] + a.coupling * x[i]);
    m[i] = FLUSHED(sum);
    x[i] = x[i] * a.shrink + a.release * sum;
  }
}

WIDER void descent_lion_update(
    double *restrict x, double *restrict m, const double *restrict g, size_t n,
    descent_lion a) {
  for (size_t i = 0; i < n; i++) {
    const double slope = g[i] + a.coupling * x[i];
    const double mean = a.beta1 * m[i] + (1 - a.beta1) * slope;
    const double sign = mean > 0 ? 1 : mean < 0 ? -1 : mean;
    const double kept = a.beta2 * m[i] + (1 - a.beta2) * slope;
    m[i] = FLUSHED(kept);
    x[i] = x[i] * a.shrink - a.rate * sign;
  }
}
