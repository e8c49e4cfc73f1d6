#include "CKernels.h"

// Products and sums are rounded one by one on every machine, so that digits agree.
#pragma STDC FP_CONTRACT OFF

// Wider registers where the machine has them; the digits are the same.
#if defined(__x86_64__) && defined(__linux__)
#define WIDER __attribute__((target_clones("avx2", "default")))
#else
#define WIDER
#endif

// The built-in square root sets no error number, which leaves the loops free to be vectorised.
static inline __attribute__((always_inline)) void update_one(
    double *restrict x, double *restrict m, double *restrict s, double g, descent_adam a) {
  const double mean = a.beta1 * *m + (1 - a.beta1) * g;
  const double square = a.beta2 * *s + (1 - a.beta2) * g * g;
  const double root = __builtin_elementwise_sqrt(square * a.inner_scale + a.inner);
  const double denominator = root * a.outer_scale + a.outer;
  const double ratio = mean / denominator;
  *m = mean;
  *s = square;
  *x -= a.rate * (((mean == 0) & (denominator == 0)) ? 0 : ratio);
}

static WIDER void update_many(
    double *restrict x, double *restrict m, double *restrict s, const double *restrict g, size_t n,
    descent_adam a) {
  for (size_t i = 0; i < n; i++) update_one(x + i, m + i, s + i, g[i], a);
}

void descent_adam_update(
    double *restrict x, double *restrict m, double *restrict s, const double *restrict g, size_t n,
    const descent_adam *adam) {
  const descent_adam a = *adam;
  if (n >= 16) {
    update_many(x, m, s, g, n, a);
    return;
  }
  // One at a time: what was just written one by one would be slow to load two at a time.
#pragma clang loop vectorize(disable)
  for (size_t i = 0; i < n; i++) update_one(x + i, m + i, s + i, g[i], a);
}
