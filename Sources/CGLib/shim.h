// The door to GLib, which works out checksums.
#ifndef WEFT_CGLIB_H
#define WEFT_CGLIB_H
#include <glib.h>
#endif
