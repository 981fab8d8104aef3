// The door to what Linux offers beyond the C library that Swift knows.
#ifndef WEFT_CLINUX_H
#define WEFT_CLINUX_H
#include <stddef.h>
#include <sys/types.h>

// Declared by the C library to programs of GNU alone.
int renameat2(int from, const char *name, int to, const char *as, unsigned int flags);
ssize_t getrandom(void *bytes, size_t count, unsigned int flags);
ssize_t flistxattr(int file, char *names, size_t size);
ssize_t fgetxattr(int file, const char *name, void *value, size_t size);
int fsetxattr(int file, const char *name, const void *value, size_t size, int flags);

enum { WEFT_RENAME_NOREPLACE = 1, WEFT_RENAME_EXCHANGE = 2 };

// 1 when something is mounted on the folder, 0 when not, -1 when the kernel does not say.
int weft_is_mount(int folder);

// The words that the program was called with, as the kernel handed them over; NULL beyond the last.
const char *weft_argument(int place);

// The commit that a package was built from; NULL in any other build.
const char *weft_commit(void);
#endif
