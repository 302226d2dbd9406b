#include "http/request_parser.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace safety::http {
namespace {

using State = RequestParser::State;

/// Feeds `bytes` in pieces of `size`, as a slow line would, and gives the last state.
State FeedInPieces(RequestParser& parser, std::string_view bytes, std::size_t size) {
  std::string held;
  while (!bytes.empty()) {
    held += bytes.substr(0, size);
    bytes.remove_prefix(std::min(size, bytes.size()));
    const auto result = parser.Feed(held);
    held.erase(0, result.taken);
    if (result.state != State::kNeedsMore) {
      return result.state;
    }
  }
  return State::kNeedsMore;
}

TEST(RequestParser, KeepsWhatPagesNeedAndNothingElse) {
  RequestParser parser(1000, 1000);
  const std::string text =
      "POST /report/child?x=1 HTTP/1.1\r\nHOST: centre\r\nUser-Agent: secret\r\n"
      "X-Forwarded-For: 192.0.2.1\r\nCookie: a=1\r\ncookie: b=2\r\nContent-Type: text/plain\r\n"
      "Accept-Encoding: gzip\r\nAccept-Encoding: br\r\nAccept-Language: cy\r\nOrigin: null\r\n"
      "Sec-Fetch-Site: same-origin\r\nContent-Length: 4\r\n\r\nbodynext";
  const auto result = parser.Feed(text);
  ASSERT_EQ(result.state, State::kDone);
  EXPECT_EQ(result.taken, text.size() - 4);
  EXPECT_TRUE(parser.keep_alive());
  EXPECT_EQ(parser.target(), "/report/child?x=1");
  const Request& request = parser.request();
  EXPECT_EQ(request.method, Method::kPost);
  EXPECT_EQ(request.host, "centre");
  EXPECT_EQ(request.cookie, "a=1; b=2");
  EXPECT_EQ(request.content_type, "text/plain");
  EXPECT_EQ(request.accept_encoding, "gzip, br");
  EXPECT_EQ(request.accept_language, "cy");
  EXPECT_EQ(request.origin, "null");
  EXPECT_EQ(request.sec_fetch_site, "same-origin");
  EXPECT_EQ(request.body, "body");
}

TEST(RequestParser, AnswersTheSameInPiecesOfAnySize) {
  struct Case {
    std::string text;
    State state;
  };
  const std::string get = "GET / HTTP/1.1\r\n";
  const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";
  const std::string chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
  const std::vector<Case> cases = {
      {get + "Host: a\r\n\r\n", State::kDone},
      {"GET / HTTP/1.0\r\n\r\n", State::kDone},
      {"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", State::kDone},
      {post + "Content-Length: 0\r\n\r\n", State::kDone},
      {post + "Content-Length: 3\r\n\r\nabc", State::kDone},
      {chunked + "0\r\n\r\n", State::kDone},
      {chunked + "3\r\nabc\r\n0\r\n\r\n", State::kDone},
      {chunked + "3;a=\"b\"\r\nabc\r\n2\r\nde\r\n000\r\nHost: b\r\n\r\n", State::kDone},
      {get + "Host: a\r\n", State::kNeedsMore},
      {post + "Content-Length: 3\r\n\r\nab", State::kNeedsMore},
      {chunked + "3\r\nabc\r\n0\r\n", State::kNeedsMore},
      {get + "\r\n", State::kMalformed},
      {get + "Host: a\r\nHost: b\r\n\r\n", State::kMalformed},
      {get + "Host: a\r\nHost: a\r\n\r\n", State::kMalformed},
      {post + "Content-Type: a/b\r\nContent-Type: a/c\r\n\r\n", State::kMalformed},
      {post + "Origin: null\r\nOrigin: https://a\r\n\r\n", State::kMalformed},
      {post + "Content-Length: -1\r\n\r\n", State::kMalformed},
      {post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc", State::kMalformed},
      {post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", State::kMalformed},
      {post + "Transfer-Encoding: gzip, chunked\r\n\r\n", State::kMalformed},
      {post + "Transfer-Encoding: identity\r\n\r\n", State::kMalformed},
      {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", State::kMalformed},
      {chunked + "x\r\nabc", State::kMalformed},
      {chunked + "3\r\nabcd\r\n0\r\n", State::kMalformed},
      {get + "Host : a\r\n\r\n", State::kMalformed},
      {get + "Ho st: a\r\n\r\n", State::kMalformed},
      {"GET  / HTTP/1.1\r\n\r\n", State::kMalformed},
      {"GET / HTTP/1.2\r\n\r\n", State::kMalformed},
      {"GET /\r\n\r\n", State::kMalformed},
      {get + "X: " + std::string(300, 'x') + "\r\nHost: a\r\n\r\n", State::kHeaderTooLarge},
      {"GET /" + std::string(300, 'x'), State::kHeaderTooLarge},
      {post + "Content-Length: 21\r\n\r\n", State::kBodyTooLarge},
      {post + "Content-Length: 18446744073709551615\r\n\r\n", State::kBodyTooLarge},
      {post + "Content-Length: 99999999999999999999\r\n\r\n", State::kMalformed},
      {chunked + "15\r\nb", State::kBodyTooLarge},
      {chunked + "14\r\n" + std::string(20, 'b') + "\r\n1\r\n", State::kBodyTooLarge},
      {chunked + "FFFFFFFFFFFFFFFF\r\n", State::kBodyTooLarge},
  };
  for (const auto& [text, state] : cases) {
    for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{7}, text.size()}) {
      RequestParser parser(250, 20);
      EXPECT_EQ(FeedInPieces(parser, text, size), state) << text << " in pieces of " << size;
    }
  }
}

TEST(RequestParser, TrailersChangeNothing) {
  RequestParser parser(250, 20);
  EXPECT_EQ(FeedInPieces(parser,
                         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                         "1\r\nx\r\n0\r\nCookie: a=1\r\nContent-Type: b\r\n\r\n",
                         5),
            State::kDone);
  EXPECT_EQ(parser.request().cookie, "");
  EXPECT_EQ(parser.request().content_type, "");
}

TEST(RequestParser, SaysOnceWhoWaitsToSend) {
  const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\n";
  RequestParser waiting(250, 20);
  EXPECT_EQ(waiting.Feed(head).state, State::kNeedsMore);
  EXPECT_FALSE(waiting.TakeContinue());
  RequestParser ready(250, 20);
  EXPECT_EQ(ready.Feed(head + "Content-Length: 3\r\n\r\n").state, State::kNeedsMore);
  EXPECT_TRUE(ready.TakeContinue());
  EXPECT_FALSE(ready.TakeContinue());
  RequestParser sent(250, 20);
  EXPECT_EQ(sent.Feed(head + "Content-Length: 3\r\n\r\nabc").state, State::kDone);
  EXPECT_FALSE(sent.TakeContinue());
}

RC_GTEST_PROP(RequestParserProperty, AnyBytesEndSomewhere,
              (const std::string& noise, bool chunked)) {
  RequestParser parser(250, 20);
  const std::string head = chunked
                               ? "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                               : "GET / HTTP/1.1\r\nHost: a\r\nX: ";
  (void)FeedInPieces(parser, head + noise, 3);
}

}  // namespace
}  // namespace safety::http
