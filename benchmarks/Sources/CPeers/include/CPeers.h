#ifndef C_PEERS_H
#define C_PEERS_H

#include <stddef.h>

/// `steps` Adam steps on Rosenbrock's function of two variables, by hand and without recording;
/// x holds the start, then the last iterate.
void adam_on_rosenbrock(double x[2], size_t steps, double rate);

/// The streams of an Adam step and no arithmetic worth naming: reads g, m, s and x, writes m, s
/// and x.
void adam_streams(double *x, double *m, double *s, const double *g, size_t n);

/// Rosenbrock's function of two variables with its gradient at `count` points, two numbers each;
/// returns the sum of all three numbers of every point.
double rosenbrock_sum(const double *points, size_t count);

#endif
