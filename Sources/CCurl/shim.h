// libcurl, used for one thing: to hand a letter to a mail server. Its options are variadic, which
// Swift can't call, so the one transfer we make is set up here.
#include <curl/curl.h>
#include <string.h>

struct onsale_letter {
    const char *bytes;
    size_t left;
};

static inline size_t onsale_letter_read(char *into, size_t size, size_t count, void *context) {
    struct onsale_letter *letter = context;
    size_t most = size * count;
    size_t length = letter->left < most ? letter->left : most;
    memcpy(into, letter->bytes, length);
    letter->bytes += length;
    letter->left -= length;
    return length;
}

struct onsale_smtp {
    // smtp://host:port/our.name or smtps://host:port/our.name
    const char *url;
    // Null where the server asks nobody.
    const char *user;
    const char *password;
    // Certificates to trust instead of the system's; null for those.
    const char *authorities;
    const char *sender;
    const char *recipient;
    const char *letter;
    size_t length;
    long seconds;
    // CURL_ERROR_SIZE bytes.
    char *complaint;
    // What the server said last; 0 when it said nothing.
    long reply;
};

// TLS always: by smtps from the start, by smtp with STARTTLS, or not at all.
static inline CURLcode onsale_smtp_send(struct onsale_smtp *order) {
    CURL *curl = curl_easy_init();
    if (!curl) return CURLE_FAILED_INIT;
    struct curl_slist *recipients = curl_slist_append(NULL, order->recipient);
    struct onsale_letter letter = { order->letter, order->length };
    order->complaint[0] = 0;
    curl_easy_setopt(curl, CURLOPT_URL, order->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (order->authorities) curl_easy_setopt(curl, CURLOPT_CAINFO, order->authorities);
    if (order->user) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, order->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, order->password);
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, order->sender);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, onsale_letter_read);
    curl_easy_setopt(curl, CURLOPT_READDATA, &letter);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, order->seconds);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, order->complaint);
    CURLcode code = curl_easy_perform(curl);
    order->reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &order->reply);
    curl_slist_free_all(recipients);
    curl_easy_cleanup(curl);
    return code;
}
