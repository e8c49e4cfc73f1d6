#include "wider.h"

WIDEST void descent_adagrad_update(
    double *restrict x, double *restrict s, const double *restrict g, size_t n,
    descent_squares a) {
  for (size_t i = 0; i < n; i++) {
    const double slope = g[i] + a.coupling * x[i];
    s[i] += slope * slope;
    const double denominator = ROOT(s[i] + a.inner) + a.outer;
    x[i] = x[i] * a.shrink - a.rate * QUOTIENT(slope, denominator);
  }
}

WIDEST void descent_rmsprop_update(
    double *restrict x, double *restrict s, const double *restrict g, size_t n,
    descent_squares a) {
  for (size_t i = 0; i < n; i++) {
    const double slope = g[i] + a.coupling * x[i];
    const double square = a.beta * s[i] + (1 - a.beta) * slope * slope;
    s[i] = RAISED(square);
    const double denominator = ROOT(square + a.inner) + a.outer;
    const double step = a.rate * slope;
    x[i] = x[i] * a.shrink - QUOTIENT(step, denominator);
  }
}
