// The door to librsvg and to the surfaces of cairo that it draws on.
#ifndef WEFT_CRSVG_H
#define WEFT_CRSVG_H
#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>
#endif
