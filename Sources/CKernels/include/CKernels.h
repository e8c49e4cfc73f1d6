#ifndef DESCENT_KERNELS_H
#define DESCENT_KERNELS_H

#include <stddef.h>

// Updates of all components of the iterate x along the gradient g. Every array has n numbers; none
// overlaps another. `coupling` times x is added to g (0 for none), and x is multiplied by `shrink`
// (1 for none) before the step.

typedef struct {
  double rate, coupling, shrink;
} descent_sgd;

/// x <- x - rate g.
void descent_sgd_update(
    double *restrict x, const double *restrict g, size_t n, descent_sgd sgd);

typedef struct {
  double keep, intake, release, coupling, shrink;
} descent_momentum;

/// m <- keep m + intake g, x <- x + release m.
void descent_momentum_update(
    double *restrict x, double *restrict m, const double *restrict g, size_t n,
    descent_momentum momentum);

typedef struct {
  double beta1, beta2, rate, coupling, shrink;
} descent_lion;

/// x <- x - rate sign(beta1 m + (1 - beta1) g), m <- beta2 m + (1 - beta2) g.
void descent_lion_update(
    double *restrict x, double *restrict m, const double *restrict g, size_t n,
    descent_lion lion);

/// The denominator is sqrt(s + inner) + outer.
typedef struct {
  double beta, rate, inner, outer, coupling, shrink;
} descent_squares;

/// s <- s + g g, x <- x - rate (g / denominator), where 0/0 is 0.
void descent_adagrad_update(
    double *restrict x, double *restrict s, const double *restrict g, size_t n,
    descent_squares squares);

/// s <- beta s + (1 - beta) g g, x <- x - (rate g) / denominator, where 0/0 is 0.
void descent_rmsprop_update(
    double *restrict x, double *restrict s, const double *restrict g, size_t n,
    descent_squares squares);

/// The numbers of one Adam step: the denominator is
/// sqrt(s * inner_scale + inner) * outer_scale + outer.
typedef struct {
  double beta1, beta2, rate;
  double inner_scale, inner, outer_scale, outer;
  double coupling, shrink;
} descent_adam;

/// m <- b1 m + (1-b1) g, s <- b2 s + (1-b2) g g, x <- x - rate (m / denominator), where 0/0 is 0.
void descent_adam_update(
    double *restrict x, double *restrict m, double *restrict s, const double *restrict g, size_t n,
    const descent_adam *adam);

// Vectors of quasi-Newton methods. A sum of at least 32 terms is taken in 32 parts, whatever the
// registers; a shorter one in order.

/// The sum of a_i b_i.
double descent_dot(const double *a, const double *b, size_t n);

/// x <- (x + scale d) factor; returns the sum of b_i x_i.
double descent_add_dot(
    double *restrict x, const double *restrict d, const double *restrict b, size_t n, double scale,
    double factor);

/// x <- (x + scale d) factor.
void descent_add(
    double *restrict x, const double *restrict d, size_t n, double scale, double factor);

// A matrix of m rows, one after the other, of n numbers each.

/// y_i <- y_i + the sum of a_ij x_j. Every row is summed in eight parts, whatever the registers.
void descent_rows_multiply(
    const double *restrict a, const double *restrict x, double *restrict y, size_t m, size_t n);

/// x_j <- x_j + the sum of a_ij y_i, of four rows at a time.
void descent_rows_add(
    const double *restrict a, const double *restrict y, double *restrict x, size_t m, size_t n);

// The last layer of a network that tells two classes apart.

/// share_i <- 1 / (1 + e^(-z_i)), softplus_i <- log(1 + e^z_i), both to 3 units of the last place; a
/// share below 1e-307 is 0.
void descent_logistic(
    const double *restrict z, double *restrict share, double *restrict softplus, size_t n);

// A symmetric matrix A of order n as the rows of its lower triangle, one after the other: row i has
// i + 1 numbers.

/// y <- A x.
void descent_packed_multiply(
    const double *restrict rows, const double *restrict x, double *restrict y, size_t n);

/// A <- A + scale (u v' + v u') / 2.
void descent_packed_add(
    double *restrict rows, const double *u, const double *v, double scale, size_t n);

/// The two at once: the update of A, then y <- A x.
void descent_packed_add_multiply(
    double *restrict rows, const double *u, const double *v, double scale, const double *restrict x,
    double *restrict y, size_t n);

#endif
