// The files themselves, taken in by #embed when this file is compiled. A new file needs one line here.
#include "include/shipped.h"

static const unsigned char calendars_cn[] = {
#embed "../../Data/calendars/CN.csv"
};

const struct shipped_file shipped_files[] = {
    { "Data/calendars/CN.csv", calendars_cn, sizeof calendars_cn },
};
const size_t shipped_files_count = sizeof shipped_files / sizeof shipped_files[0];
