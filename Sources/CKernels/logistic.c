#include <stdint.h>
#include <string.h>

#include "wider.h"

#define INLINED static inline __attribute__((always_inline))

// ln 2 in two parts; the first has zeros at its end, so that its multiples by whole numbers are exact.
#define LN2_HIGH 6.93147180369123816490e-01
#define LN2_LOW 1.90821492927058770002e-10

// 1.5 * 2^52: a number that is added to it is rounded to a whole one, which its last bits then are.
#define ROUNDER 0x1.8p52

// 1/k! for k = 2 ... 13.
#define EXP_SERIES(r)                                                                      \
  (1. / 2 + (r) * (1. / 6 + (r) * (1. / 24 + (r) * (1. / 120 + (r) * (1. / 720 + (r) *     \
  (1. / 5040 + (r) * (1. / 40320 + (r) * (1. / 362880 + (r) * (1. / 3628800 + (r) *        \
  (1. / 39916800 + (r) * (1. / 479001600 + (r) * (1. / 6227020800.))))))))))))

// R of log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)) with s = f / (2 + f), |f| up to sqrt(2) - 1: the
// polynomial of Sun's fdlibm (s_log1p.c, 1993), whose error is below 2^-58.
#define LOG_SERIES(w)                                                                      \
  ((w) * (6.666666666666735130e-01 + (w) * (3.999999999940941908e-01 + (w) *               \
  (2.857142874366239149e-01 + (w) * (2.222219843214978396e-01 + (w) *                      \
  (1.818357216161805012e-01 + (w) * (1.531383769920937332e-01 + (w) *                      \
  1.479819860511658591e-01)))))))

// x * 2^k, where k was added to `ROUNDER`.
INLINED double scaled(double x, double whole) {
  uint64_t bits, exponent;
  memcpy(&bits, &x, sizeof bits);
  memcpy(&exponent, &whole, sizeof exponent);
  bits += exponent << 52;
  memcpy(&x, &bits, sizeof bits);
  return x;
}

// e^x for x <= 0; 0 where it is no normal number.
INLINED double power(double x) {
  const double whole = x * 1.44269504088896338700e+00 + ROUNDER;
  const double k = whole - ROUNDER;
  const double r = (x - k * LN2_HIGH) - k * LN2_LOW;
  const double result = scaled(1 + (r + r * r * EXP_SERIES(r)), whole);
  return x < -708 ? 0 : result;
}

// log(u (1 + tail)) for u of 1 ... 2 and a tail below its last place.
INLINED double log_one_plus(double u, double tail) {
  const double k = u > 0x1.6a09e6p0 ? 1 : 0;
  const double f = (k > 0 ? u * 0.5 : u) - 1;
  const double half = 0.5 * f * f, s = f / (2 + f);
  return k * LN2_HIGH - ((half - (s * (half + LOG_SERIES(s * s)) + (k * LN2_LOW + tail))) - f);
}

// Nothing branches, so that the loop is vectorised.
WIDEST void descent_logistic(
    const double *restrict z, double *restrict share, double *restrict softplus, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const double x = z[i], p = power(x < 0 ? x : -x), u = 1 + p;
    const double part = (x > 0 ? 1 : p) / u, inverse = x > 0 ? part : 1 - part;
    const double tail = log_one_plus(u, (p - (u - 1)) * inverse);
    share[i] = x == x ? part : x;
    softplus[i] = x == x ? (x > 0 ? x : 0) + tail : x;
  }
}
