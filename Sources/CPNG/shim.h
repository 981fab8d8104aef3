// The door to libpng, which writes pictures.
#ifndef WEFT_CPNG_H
#define WEFT_CPNG_H
#include <png.h>
#endif
