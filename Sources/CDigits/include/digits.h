#ifndef DESCENT_DIGITS_H
#define DESCENT_DIGITS_H

/// The images of the digits, one after the other: of each, 64 numbers 0 to 16, row after row, as
/// digits 0 to g of base 17, then the digit that it shows; a null ends all.
const char *descent_digits(void);

#endif
