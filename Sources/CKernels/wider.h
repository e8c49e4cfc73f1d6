// What all kernels share.

#include "CKernels.h"

// Products and sums are rounded one by one on every machine, so that digits agree.
#pragma STDC FP_CONTRACT OFF

// Wider registers where the machine has them; the digits are the same. The widest, as wide as a
// cache line, pay where roots and quotients are taken; where there are none, loads that take a part of two
// lines cost more than is won.
#if defined(__x86_64__) && defined(__linux__)
#define WIDER __attribute__((target_clones("avx2", "default")))
#define WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDER
#define WIDEST
#endif

// A root that sets no error number, which leaves a loop free to be vectorised.
#define ROOT(x) __builtin_elementwise_sqrt(x)

// What is kept of a decaying mean or sum: left alone it sticks at a denormal number, which changes
// no digit of a step but makes each later one slower. The step takes the number as it is.
#define FLUSHED(x) (__builtin_fabs(x) < 1e-300 ? 0 : (x))

// The same of an average of squares, which may stand in a denominator and does not become zero.
#define RAISED(x) ((((x) > 0) & ((x) < 1e-300)) ? 1e-300 : (x))

// a / b, and 0 for 0 / 0: a component whose gradient was never anything but zero is not moved.
#define QUOTIENT(a, b) ((((a) == 0) & ((b) == 0)) ? 0 : (a) / (b))
