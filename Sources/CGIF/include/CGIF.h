#ifndef DESCENT_GIF_H
#define DESCENT_GIF_H

#include <stddef.h>
#include <stdint.h>

/// A GIF file that is being written.
struct descent_gif;

/// Takes some bytes of the file; returns 0, or anything else to give up.
typedef int (*descent_gif_sink)(void *context, const uint8_t *bytes, size_t count);

/// A part of the screen that changes for a time.
struct descent_gif_frame {
  uint16_t left, top, width, height;
  const uint8_t *pixels;  ///< height rows of palette indices, without padding
  uint16_t delay;         ///< in hundredths of a second
  int transparent;        ///< the index that leaves what was there; -1 for none
};

/// Begins a file that repeats for ever. `palette` holds red, green and blue of `count` entries, at
/// most 256. Returns NULL with the reason in `message`.
struct descent_gif *descent_gif_begin(uint16_t width, uint16_t height, const uint8_t *palette,
                                      int count, descent_gif_sink sink, void *context,
                                      char *message, size_t message_size);

/// Appends a frame. Returns 0, or 1 with the reason in `message`.
int descent_gif_add(struct descent_gif *gif, const struct descent_gif_frame *frame, char *message,
                    size_t message_size);

/// Ends the file and frees what it took, also after an error. Returns 0, or 1 with the reason.
int descent_gif_end(struct descent_gif *gif, char *message, size_t message_size);

#endif
