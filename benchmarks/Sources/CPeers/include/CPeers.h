#ifndef C_PEERS_H
#define C_PEERS_H

#include <stddef.h>

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

/// Rosenbrock's function of two variables with its gradient at `count` points, two numbers each;
/// returns the sum of all three numbers of every point.
double rosenbrock_sum(const double *points, size_t count);

#endif
