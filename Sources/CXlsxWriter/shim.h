// The door to libxlsxwriter, which writes workbooks.
#ifndef WEFT_CXLSXWRITER_H
#define WEFT_CXLSXWRITER_H
#include <xlsxwriter.h>
#endif
