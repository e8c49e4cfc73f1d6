#ifndef DESCENT_TILES_H
#define DESCENT_TILES_H

#include <stddef.h>
#include <stdint.h>

/// A tile is a piece of one row, at most this many pixels wide.
#define DESCENT_TILE_WIDTH 128

/// An image whose rows are cut into tiles. Each tile becomes a string of bits that depends on its
/// own pixels, the one before it and those around it in the row above, and on nothing else.
struct descent_tile_image {
  size_t width;
  size_t height;
  int is_wide;  ///< 0: pixels are palette indices of a byte; 1: 0x00RRGGBB of four
};

/// A string of at most 32 bits, the first in the lowest place.
struct descent_bits {
  uint32_t bits;
  uint32_t count;
};

/// Where the pixels that a match repeats may lie.
enum { DESCENT_LEFT, DESCENT_ABOVE, DESCENT_ABOVE_LEFT, DESCENT_ABOVE_RIGHT, DESCENT_PLACES };

/// A table of deflate codes with their extra bits: literals from 0, lengths of matches in bytes
/// from `DESCENT_LENGTHS`, places from `DESCENT_DISTANCES`.
enum {
  DESCENT_LENGTHS = 256,
  DESCENT_DISTANCES = DESCENT_LENGTHS + 259,
  DESCENT_CODES = DESCENT_DISTANCES + DESCENT_PLACES
};

/// What is known of an encoded tile.
struct descent_tile {
  uint32_t bits;      ///< the length of its string
  uint32_t sum;       ///< of its bytes
  uint32_t weighted;  ///< of its bytes, each times the number of bytes from it to the tile's end
};

/// The bytes that each tile's string needs at most, with room for whole words.
size_t descent_tile_capacity(int is_wide);

/// The byte distance of each place that matches may lie at; 0 where it is too far for deflate.
void descent_tile_distances(size_t width, int is_wide, uint32_t distances[DESCENT_PLACES]);

/// Encodes the tiles whose flag in `stale` is set, and clears the flags. Tile i writes to the bytes
/// from i times the capacity of `strings`. The image's rows have no padding.
void descent_tiles_encode(const struct descent_tile_image *image, const void *pixels,
                          const struct descent_bits *codes, uint8_t *stale,
                          struct descent_tile *tiles, uint8_t *strings);

/// Adds how often each of the 286 symbols for literals and lengths, and each place, would be
/// written for the image.
void descent_tiles_count(const struct descent_tile_image *image, const void *pixels,
                         uint64_t *symbols, uint64_t *places);

/// The deflate symbol of a match of 3 to 258 bytes, with the number of its extra bits and their
/// value.
uint32_t descent_length_symbol(uint32_t length, uint32_t *extra_count, uint32_t *extra);

/// Appends the strings of all tiles to `out` at a place counted in bits; returns the place after
/// them. `out` must have 16 bytes more than the strings fill.
uint64_t descent_tiles_join(const struct descent_tile *tiles, size_t count, const uint8_t *strings,
                            size_t capacity, uint8_t *out, uint64_t place);

/// Appends a string of bits in the same way.
uint64_t descent_bits_append(const struct descent_bits *bits, uint8_t *out, uint64_t place);

/// The Adler-32 of the image's rows, each after a filter byte of 0.
uint32_t descent_tiles_adler(const struct descent_tile_image *image,
                             const struct descent_tile *tiles);

/// Where pixels of a row changed: from `first` up to, not with, `end`; both 0 where none did.
struct descent_range {
  size_t first;
  size_t end;
};

/// Takes over a row's pixels, 0x..RRGGBB with any high bits, as 0x00RRGGBB; tells which differ from
/// those before.
struct descent_range descent_colors_update(uint32_t *colors, const uint32_t *pixels, size_t count);

#endif
