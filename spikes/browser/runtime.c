// What Embedded Swift asks of a machine without a system: memory that is never given back.
#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;
static uintptr_t next = 0;

uintptr_t __stack_chk_guard = 1;
void __stack_chk_fail(void) { __builtin_trap(); }
void free(void *p) { (void)p; }

int posix_memalign(void **p, size_t alignment, size_t size) {
  if (next == 0) next = (uintptr_t)&__heap_base;
  next = (next + alignment - 1) & ~(uintptr_t)(alignment - 1);
  *p = (void *)next;
  next += size;
  return 0;
}
