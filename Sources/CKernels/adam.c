#include "wider.h"

// The step from x, which has decayed, along g, which holds the decay.
static inline __attribute__((always_inline)) double step_from(
    double x, double *restrict m, double *restrict s, double g, descent_adam a) {
  const double mean = a.beta1 * *m + (1 - a.beta1) * g;
  const double square = a.beta2 * *s + (1 - a.beta2) * g * g;
  const double denominator = ROOT(square * a.inner_scale + a.inner) * a.outer_scale + a.outer;
  *m = FLUSHED(mean);
  *s = RAISED(square);
  return x - a.rate * QUOTIENT(mean, denominator);
}

static WIDEST void update_many(
    double *restrict x, double *restrict m, double *restrict s, const double *restrict g, size_t n,
    descent_adam a) {
  for (size_t i = 0; i < n; i++) {
    x[i] = step_from(x[i] * a.shrink, m + i, s + i, g[i] + a.coupling * x[i], a);
  }
}

void descent_adam_update(
    double *restrict x, double *restrict m, double *restrict s, const double *restrict g, size_t n,
    const descent_adam *adam) {
  const descent_adam a = *adam;
  if (n >= 16 || a.coupling != 0 || a.shrink != 1) {
    update_many(x, m, s, g, n, a);
    return;
  }
  // One at a time: what was just written one by one would be slow to load two at a time.
#pragma clang loop vectorize(disable)
  for (size_t i = 0; i < n; i++) x[i] = step_from(x[i], m + i, s + i, g[i], a);
}
