// Every file that ships inside the binary, by its name below the repository's root.
#ifndef SHIPPED_H
#define SHIPPED_H
#include <stddef.h>

struct shipped_file {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t length;
};

extern const struct shipped_file shipped_files[];
extern const size_t shipped_files_count;
#endif
