#!/usr/bin/env python3
"""Writes digits.c from a table of the digits: make.py digits.csv > digits.c

The table has a line an image, 64 numbers 0 to 16 and the digit, with commas between them: UCI's
optdigits.tes, or digits.csv of scikit-learn, which is the same.
"""
import sys

NOTICE = """\
// Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, 1998, UCI Machine Learning
// Repository, https://doi.org/10.24432/C50P49: the 1,797 images of the test part. Made by make.py,
// which only wrote the numbers in another way; licence and authors stand in NOTICE.

#include "digits.h"

static const char digits[] ="""

print(NOTICE)
lines = [line.split(",") for line in open(sys.argv[1]) if line.strip()]
assert all(len(line) == 65 for line in lines), "a line that is no image"
rows = ["".join("0123456789abcdefg"[int(cell)] for cell in line) for line in lines]
print("\n".join(f'  "{row}"' for row in rows) + ";")
print("\nconst char *descent_digits(void) { return digits; }")
