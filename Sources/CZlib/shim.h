// zlib, used for one thing: packing the files of the look once, at the start.
#include <zlib.h>
