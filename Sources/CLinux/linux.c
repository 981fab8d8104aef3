#define _GNU_SOURCE
#include "CLinux.h"
#include <fcntl.h>
#include <sys/stat.h>

int weft_is_mount(int folder) {
  struct statx about;
  if (statx(folder, "", AT_EMPTY_PATH, 0, &about) != 0) return -1;
  if (!(about.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT)) return -1;
  return (about.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

static int argument_count;
static char **arguments;

// Swift reads the arguments from /proc, which need not be there.
__attribute__((constructor)) static void keep_arguments(int count, char **words) {
  argument_count = count;
  arguments = words;
}

const char *weft_argument(int place) {
  return place >= 0 && place < argument_count ? arguments[place] : NULL;
}

const char *weft_commit(void) {
#ifdef WEFT_COMMIT
  return WEFT_COMMIT;
#else
  return NULL;
#endif
}
