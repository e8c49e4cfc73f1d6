#ifndef C_PEERS_H
#define C_PEERS_H

#include <stddef.h>
#include <stdint.h>

/// `steps` Adam steps on Rosenbrock's function of two variables, by hand and without recording;
/// x holds the start, then the last iterate.
void adam_on_rosenbrock(double x[2], size_t steps, double rate);

// The reads and writes of an update and no arithmetic worth naming.

/// Reads g and x, writes x: as SGD.
void streams_of_two(double *x, const double *g, size_t n);

/// Reads g, m and x, writes m and x: as momentum, AdaGrad, RMSProp and Lion.
void streams_of_three(double *x, double *m, const double *g, size_t n);

/// Reads g, m, s and x, writes m, s and x: as Adam.
void streams_of_four(double *x, double *m, double *s, const double *g, size_t n);

/// Reads s, y and q, writes q: as a pass of L-BFGS over a pair and the next one.
void streams_of_pair(double *q, const double *s, const double *y, size_t n);

/// A <- A + u v' + v u' in one triangle of n x n numbers: the dsyr2 of the BLAS that is linked.
void blas_rank_two(double *matrix, const double *u, const double *v, int n);

/// Cholesky's factorization in place, of the dpotrf that is linked; 0 where it succeeds.
int lapack_cholesky(double *matrix, int n);

/// Rosenbrock's function of two variables with its gradient at `count` points, two numbers each;
/// returns the sum of all three numbers of every point.
double rosenbrock_sum(const double *points, size_t count);

/// How many of side x side starts in [-5, 5] x [-5, 5] lead to a minimum of Himmelblau's function
/// within so many steps: of momentum, of gradient descent where alpha is 0, and of Newton's method
/// where it is below 0.
size_t himmelblau_arrivals(int side, int steps, double rate, double alpha);

/// The bytes of a PNG file with the same pixels, by libpng at level 6; 0 where the file is no image.
size_t png_size_at_level_6(const uint8_t *png, size_t count);

#endif
