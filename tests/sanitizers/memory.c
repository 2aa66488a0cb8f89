/* What LLVM's ThreadSanitizer asks for and gcc's runtime calls by its own name, and watches there. */
#include <string.h>

void *__tsan_memcpy(void *to, const void *from, size_t bytes) { return memcpy(to, from, bytes); }
void *__tsan_memmove(void *to, const void *from, size_t bytes) { return memmove(to, from, bytes); }
void *__tsan_memset(void *at, int value, size_t bytes) { return memset(at, value, bytes); }
