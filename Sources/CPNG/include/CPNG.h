#ifndef DESCENT_PNG_H
#define DESCENT_PNG_H

#include <stddef.h>
#include <stdint.h>

/// An image of 8 bits a sample. With a palette each pixel is one index; without, three samples.
struct descent_png_image {
  uint32_t width;
  uint32_t height;
  const uint8_t *pixels;   ///< height rows without padding
  const uint8_t *palette;  ///< red, green, blue of each entry; unused without entries
  int palette_count;       ///< 0 for a true colour image
};

/// Takes some bytes of the file; returns 0, or anything else to give up.
typedef int (*descent_png_sink)(void *context, const uint8_t *bytes, size_t count);

/// Writes a PNG file at compression level 1, without filters.
/// Returns 0, or 1 with the reason in `message`.
int descent_png_write(const struct descent_png_image *image, descent_png_sink sink, void *context,
                      char *message, size_t message_size);

#endif
