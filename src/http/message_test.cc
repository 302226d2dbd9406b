#include "http/message.h"

#include <gtest/gtest.h>

#include "http/wire.h"

namespace safety::http {
namespace {

std::string HeadOf(const Response& response) {
  std::string out;
  AppendHead(out, response, response.body.size());
  return out;
}

TEST(Message, FindsPathAndQueryValues) {
  const Request request{.query = "a=1&b=%C3%AB+x&c=%FF&d=%00&e&f%20g=2&a=3&h=%",
                        .path_values = {{"page", "danger"}}};
  EXPECT_EQ(request.PathValue("page"), "danger");
  EXPECT_EQ(request.PathValue("item"), "");
  EXPECT_EQ(request.QueryValue("a"), "1");
  EXPECT_EQ(request.QueryValue("b"), "\xc3\xab x");
  EXPECT_EQ(request.QueryValue("c"), std::nullopt);
  EXPECT_EQ(request.QueryValue("d"), std::nullopt);
  EXPECT_EQ(request.QueryValue("e"), "");
  EXPECT_EQ(request.QueryValue("f g"), "2");
  EXPECT_EQ(request.QueryValue("h"), std::nullopt);
  EXPECT_EQ(request.QueryValue("i"), std::nullopt);
}

TEST(Message, PageCarriesItsDefences) {
  const std::string head = HeadOf(Response::Html(200, "<p>"));
  for (const std::string_view line :
       {"HTTP/1.1 200 OK\r\n", "\r\nContent-Type: text/html; charset=utf-8\r\n",
        "\r\nCache-Control: no-store\r\n", "default-src 'none'; script-src 'self'",
        "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
        "require-trusted-types-for 'script'", "\r\nX-Content-Type-Options: nosniff\r\n",
        "\r\nReferrer-Policy: no-referrer\r\n", "\r\nCross-Origin-Opener-Policy: same-origin\r\n",
        "\r\nCross-Origin-Resource-Policy: same-origin\r\n", "\r\nPermissions-Policy: camera=()",
        "\r\nContent-Length: 3\r\n\r\n"}) {
    EXPECT_TRUE(head.contains(line)) << line << "\n" << head;
  }
  EXPECT_FALSE(head.contains("Server:"));
  const std::string workbench = HeadOf(Response::Html(200, "", Scripts::kOwnFiles));
  EXPECT_FALSE(workbench.contains("trusted-types"));
  EXPECT_TRUE(workbench.contains("script-src 'self'"));
}

TEST(Message, HeaderValuesStayInTheirLine) {
  Response response = Response::SeeOther("/report/x\r\nSet-Cookie: a=b\n\xc3\xab\x7f");
  response.SetHeader("X-Text", std::string("a\0b", 3));
  EXPECT_EQ(HeadOf(response),
            "HTTP/1.1 303 See Other\r\n"
            "Location: /report/x%0D%0ASet-Cookie: a=b%0A%C3%AB%7F\r\n"
            "Cache-Control: no-store\r\n"
            "Referrer-Policy: no-referrer\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "X-Text: a%00b\r\n"
            "Content-Length: 0\r\n\r\n");
}

TEST(Message, LeavesOutHeadersThatAreNotThePages) {
  Response response{.content_type = "text/plain\r\nX: y", .body = "1"};
  response.SetHeader("Content-Length", "5");
  response.SetHeader("transfer-encoding", "chunked");
  response.SetHeader("Connection", "close");
  response.SetHeader("Bad Name", "1");
  response.SetHeader("Bad:Name\r\nX", "1");
  response.SetHeader("", "1");
  EXPECT_EQ(HeadOf(response),
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain%0D%0AX: y\r\nContent-Length: 1\r\n\r\n");
}

TEST(Message, SetHeaderReplacesAllButCookies) {
  Response response{.content_type = ""};
  response.SetHeader("Cache-Control", "no-store");
  response.SetHeader("cache-control", "no-cache");
  response.SetHeader("Set-Cookie", "a=1");
  response.SetHeader("Set-Cookie", "b=2");
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"cache-control", "no-cache"}, {"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}};
  EXPECT_EQ(response.headers, expected);
}

TEST(Message, StatusesWithoutABodyHaveNoLength) {
  EXPECT_FALSE(HeadOf({.status = 204, .content_type = ""}).contains("Content-Length"));
  EXPECT_FALSE(HeadOf({.status = 304, .content_type = ""}).contains("Content-Length"));
}

TEST(Message, PrecompressesWhatGetsSmaller) {
  const auto wire = Precompress(Response::Html(200, std::string(1000, 'x')));
  EXPECT_TRUE(wire->identity.ends_with("\r\n\r\n" + std::string(1000, 'x')));
  EXPECT_FALSE(wire->identity.contains("Content-Encoding"));
  EXPECT_TRUE(wire->brotli.contains("\r\nContent-Encoding: br\r\n"));
  EXPECT_TRUE(wire->gzip.contains("\r\nContent-Encoding: gzip\r\n"));
  EXPECT_TRUE(wire->gzip.contains("\r\n\r\n\x1f\x8b"));
  for (const std::string& bytes : {wire->identity, wire->brotli, wire->gzip}) {
    EXPECT_TRUE(bytes.contains("\r\nVary: Accept-Encoding\r\n"));
    const auto parts = SplitWire(bytes);
    EXPECT_TRUE(
        bytes.contains("\r\nContent-Length: " + std::to_string(parts.body.size()) + "\r\n"));
    EXPECT_EQ(parts.status_line, "HTTP/1.1 200 OK\r\n");
    EXPECT_TRUE(parts.headers.ends_with("\r\n\r\n"));
  }
  const auto tiny = Precompress(Response::Html(200, "x"));
  EXPECT_TRUE(tiny->brotli.empty());
  EXPECT_TRUE(tiny->gzip.empty());
  EXPECT_FALSE(tiny->identity.contains("Vary"));
}

}  // namespace
}  // namespace safety::http
