// PostgreSQL's own client library, as Swift sees it.
#include <libpq-fe.h>
