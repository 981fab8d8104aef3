// The door to the C interface of libqpdf, with which a PDF gets its structure.
#ifndef WEFT_CQPDF_H
#define WEFT_CQPDF_H
#include <qpdf/qpdf-c.h>
#endif
