// libsodium, used for one thing: password hashing by argon2id.
#include <sodium.h>
