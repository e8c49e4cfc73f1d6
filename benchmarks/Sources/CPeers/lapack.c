#include "CPeers.h"

// Fortran's names and conventions: all by reference, columns first.
extern void dsyr2_(
    const char *triangle, const int *n, const double *alpha, const double *x, const int *x_stride,
    const double *y, const int *y_stride, double *a, const int *a_stride);
extern void dpotrf_(const char *triangle, const int *n, double *a, const int *a_stride, int *info);

void blas_rank_two(double *matrix, const double *u, const double *v, int n) {
  const int one = 1;
  const double alpha = 1;
  dsyr2_("L", &n, &alpha, u, &one, v, &one, matrix, &n);
}

int lapack_cholesky(double *matrix, int n) {
  int info = 0;
  dpotrf_("L", &n, matrix, &n, &info);
  return info;
}
