#include "http/request_parser.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <cstdint>
#include <utility>

#include "http/text_match.h"

namespace safety::http {
namespace {

namespace beast_http = boost::beast::http;
using beast_http::field;
using beast_http::verb;
using boost::beast::string_view;
using boost::system::error_code;

/// "0", CR, LF, CR, LF: what ends a chunked body at the earliest.
constexpr std::size_t kShortestChunkedEnd = 5;

std::string_view View(string_view text) { return {text.data(), text.size()}; }

Method MethodOf(verb method) {
  switch (method) {
    case verb::get:
      return Method::kGet;
    case verb::head:
      return Method::kHead;
    case verb::post:
      return Method::kPost;
    default:
      return Method::kOther;
  }
}

}  // namespace

class RequestParser::Impl final : public beast_http::basic_parser<true> {
 public:
  Impl(std::size_t header_bytes, std::size_t body_bytes) {
    header_limit(static_cast<std::uint32_t>(header_bytes));
    body_limit(body_bytes);
    eager(true);
  }

  Request request;
  std::string target;
  bool expects_continue = false;

 private:
  /// Takes the header's only value; a second one would mean that two readers could differ.
  static void SetOnce(std::string& to, std::string_view value, error_code& ec) {
    if (!to.empty()) {
      ec = beast_http::error::bad_field;
    }
    to = value;
  }
  static void Join(std::string& to, std::string_view separator, std::string_view value) {
    if (!to.empty()) {
      to += separator;
    }
    to += value;
  }

  void on_request_impl(verb method, string_view /*method_text*/, string_view address, int version,
                       error_code& /*ec*/) override {
    request.method = MethodOf(method);
    target = View(address);
    is_http_1_1_ = version == 11;
  }

  void on_field_impl(field name, string_view /*name_text*/, string_view raw,
                     error_code& ec) override {
    if (header_done_) {
      return;  // Trailers of a chunked body change nothing.
    }
    const std::string_view value = View(raw);
    switch (name) {
      case field::host:
        return SetOnce(request.host, value, ec);
      case field::content_type:
        return SetOnce(request.content_type, value, ec);
      case field::origin:
        return SetOnce(request.origin, value, ec);
      case field::sec_fetch_site:
        return SetOnce(request.sec_fetch_site, value, ec);
      case field::cookie:
        return Join(request.cookie, "; ", value);
      case field::accept_encoding:
        return Join(request.accept_encoding, ", ", value);
      case field::accept_language:
        return Join(request.accept_language, ", ", value);
      case field::expect:
        expects_continue = EqualsIgnoringCase(value, "100-continue");
        return;
      case field::transfer_encoding:
        if (!is_http_1_1_ || !EqualsIgnoringCase(value, "chunked")) {
          ec = beast_http::error::bad_transfer_encoding;
        }
        return;
      default:
        return;
    }
  }

  void on_header_impl(error_code& ec) override {
    header_done_ = true;
    if (is_http_1_1_ && request.host.empty()) {
      ec = beast_http::error::bad_field;
    }
    expects_continue = expects_continue && is_http_1_1_;
  }

  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
    // Bounded: the parser has refused a length past the limit.
    request.body.reserve(static_cast<std::size_t>(length.value_or(0)));
  }
  std::size_t on_body_impl(string_view bytes, error_code&) override {
    request.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code&) override {
    request.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  void on_finish_impl(error_code&) override {}
  void on_response_impl(int, string_view, int, error_code&) override {}

  bool is_http_1_1_ = false;
  bool header_done_ = false;
};

RequestParser::RequestParser(std::size_t header_bytes, std::size_t body_bytes)
    : impl_(std::make_unique<Impl>(header_bytes, body_bytes)) {}

RequestParser::~RequestParser() = default;

RequestParser::Result RequestParser::Feed(std::string_view bytes) {
  // Beast asserts on the last chunk in smaller pieces; that many bytes are always still to come.
  const bool in_chunks = impl_->is_header_done() && impl_->chunked();
  if (bytes.empty() || (in_chunks && bytes.size() < kShortestChunkedEnd)) {
    return {};
  }
  error_code ec;
  const std::size_t taken = impl_->put({bytes.data(), bytes.size()}, ec);
  if (ec == beast_http::error::need_more || (!ec && !impl_->is_done())) {
    return {.state = State::kNeedsMore, .taken = taken};
  }
  if (ec == beast_http::error::header_limit) {
    return {.state = State::kHeaderTooLarge, .taken = taken};
  }
  if (ec == beast_http::error::body_limit) {
    return {.state = State::kBodyTooLarge, .taken = taken};
  }
  return {.state = ec ? State::kMalformed : State::kDone, .taken = taken};
}

bool RequestParser::TakeContinue() {
  const bool waits = impl_->is_header_done() && !impl_->is_done();
  return waits && std::exchange(impl_->expects_continue, false);
}

bool RequestParser::keep_alive() const { return impl_->keep_alive(); }

std::string_view RequestParser::target() const { return impl_->target; }

Request& RequestParser::request() { return impl_->request; }

}  // namespace safety::http
