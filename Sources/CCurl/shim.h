// The door to libcurl, by which an issuer is asked. Its options take what follows by kind, which Swift cannot say.
#ifndef WEFT_CCURL_H
#define WEFT_CCURL_H
#include <curl/curl.h>
static inline CURLcode weft_curl_text(CURL *handle, CURLoption option, const char *text) {
  return curl_easy_setopt(handle, option, text);
}
static inline CURLcode weft_curl_number(CURL *handle, CURLoption option, long number) {
  return curl_easy_setopt(handle, option, number);
}
static inline CURLcode weft_curl_take(CURL *handle, size_t (*take)(char *, size_t, size_t, void *), void *into) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
  return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_WRITEDATA, into) : code;
}
static inline CURLcode weft_curl_status(CURL *handle, long *status) {
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, status);
}
#endif
