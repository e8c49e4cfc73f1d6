#ifndef DESCENT_KERNELS_H
#define DESCENT_KERNELS_H

#include <stddef.h>

/// The numbers of one Adam step: the denominator is
/// sqrt(s * inner_scale + inner) * outer_scale + outer.
typedef struct {
  double beta1, beta2, rate;
  double inner_scale, inner, outer_scale, outer;
} descent_adam;

/// m <- b1 m + (1-b1) g, s <- b2 s + (1-b2) g g, x <- x - rate (m / denominator), where 0/0 is 0.
/// Every array has n numbers; none overlaps another.
void descent_adam_update(
    double *restrict x, double *restrict m, double *restrict s, const double *restrict g, size_t n,
    const descent_adam *adam);

#endif
