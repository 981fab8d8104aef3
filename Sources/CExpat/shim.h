// The door to expat, which parts XML into elements and text.
#ifndef WEFT_CEXPAT_H
#define WEFT_CEXPAT_H
#include <expat.h>
#endif
