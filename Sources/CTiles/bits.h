#ifndef DESCENT_TILE_BITS_H
#define DESCENT_TILE_BITS_H

#include <stdint.h>
#include <string.h>

// Words are stored with the lowest byte first, whatever the machine's order.
static inline uint64_t little(uint64_t word) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(word);
#else
  return word;
#endif
}

static inline uint64_t load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return little(word);
}

static inline void store(uint8_t *bytes, uint64_t word) {
  word = little(word);
  memcpy(bytes, &word, 8);
}

/// Bits on their way: fewer than 8 wait between calls.
struct writer {
  uint8_t *next;
  uint64_t waiting;
  uint32_t count;
};

// Takes up to 56 bits. Stores a whole word each time, of which the full bytes stay.
static inline void put(struct writer *writer, uint64_t bits, uint32_t count) {
  writer->waiting |= bits << writer->count;
  writer->count += count;
  store(writer->next, writer->waiting);
  writer->next += writer->count >> 3;
  writer->waiting >>= writer->count & 56;
  writer->count &= 7;
}

#endif
