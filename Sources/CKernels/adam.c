#include "CKernels.h"

// Products and sums are rounded one by one on every machine, so that digits agree.
#pragma STDC FP_CONTRACT OFF

// Wider registers where the machine has them; the digits are the same.
#if defined(__x86_64__) && defined(__linux__)
#define WIDER __attribute__((target_clones("avx2", "default")))
#else
#define WIDER
#endif

// The built-in square root sets no error number, which leaves the loop free to be vectorised.
WIDER void descent_adam_update(
    double *restrict x, double *restrict m, double *restrict s, const double *restrict g, size_t n,
    descent_adam a) {
  const double b1 = a.beta1, b2 = a.beta2, c1 = 1 - a.beta1, c2 = 1 - a.beta2;
  for (size_t i = 0; i < n; i++) {
    const double mean = b1 * m[i] + c1 * g[i];
    const double square = b2 * s[i] + c2 * g[i] * g[i];
    const double root = __builtin_elementwise_sqrt(square * a.inner_scale + a.inner);
    const double denominator = root * a.outer_scale + a.outer;
    const double ratio = mean / denominator;
    m[i] = mean;
    s[i] = square;
    x[i] -= a.rate * (((mean == 0) & (denominator == 0)) ? 0 : ratio);
  }
}
