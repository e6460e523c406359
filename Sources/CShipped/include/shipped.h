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

/// Below shipped_files_count only; Swift can't see an array without a length.
const struct shipped_file *_Nonnull shipped_file_at(size_t index);
#endif
