// The door to libzip, through which workbooks are unpacked and packed.
#ifndef WEFT_CZIP_H
#define WEFT_CZIP_H
#include <zip.h>
#endif
