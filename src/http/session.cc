#include "http/session.h"

#include <algorithm>
#include <boost/asio/async_result.hpp>
#include <boost/asio/write.hpp>
#include <span>
#include <utility>

#include "base/secret_bytes.h"
#include "http/target.h"
#include "http/wire.h"

namespace safety::http {
namespace {

using namespace std::chrono_literals;

/// A client that still sends gets this much read from it, so that it can read our answer.
constexpr std::size_t kMaxDrainedBytes = 16UL * 1024 * 1024;
constexpr auto kLingerTime = 5s;
constexpr auto kLingerTimeStopping = 500ms;
/// For a connection that was queued when the stop began.
constexpr auto kFirstByteStopping = 500ms;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::string_view kConnectionClose = "Connection: close\r\n";

asio::const_buffer Buffer(std::string_view text) { return {text.data(), text.size()}; }

std::optional<Miss> MissOf(int status) {
  for (const Miss miss :
       {Miss::kMalformed, Miss::kUnknownPath, Miss::kWrongMethod, Miss::kFailed}) {
    if (StatusOf(miss) == status) {
      return miss;
    }
  }
  return std::nullopt;
}

}  // namespace

void Reply::Deliver(Response response) {
  if (loop_->executor().running_in_this_thread() && !waiter_) {
    response_ = std::move(response);
    return;
  }
  loop_->Post([self = shared_from_this(), response = std::move(response)]() mutable {
    self->Arrive(std::move(response));
  });
}

Response Reply::Take() {
  Response response = std::move(*response_);
  response_.reset();
  return response;
}

void Reply::Arrive(Response response) {
  response_ = std::move(response);
  if (Waiter waiter = std::exchange(waiter_, nullptr)) {
    waiter();
  }
}

Task<> Reply::Arrival() {
  const auto keep_waiter = [](auto handler, Reply* reply) { reply->waiter_ = std::move(handler); };
  constexpr asio::use_awaitable_t<Executor> kToken;
  co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(keep_waiter, kToken,
                                                                               this);
}

Session::Session(std::shared_ptr<Loop> loop, Socket socket, const Router* router)
    : loop_(std::move(loop)),
      socket_(std::move(socket)),
      router_(router),
      place_(loop_->Enlist(this)),
      reply_(std::make_shared<Reply>(loop_)),
      buffer_(loop_->limits().header_bytes) {
  error_code ignored;
  socket_.set_option(Tcp::no_delay(true), ignored);
}

Session::~Session() { loop_->Dismiss(place_); }

Task<> Session::Serve(std::unique_ptr<Session> session) { co_await session->ServeAll(); }

void Session::CloseIfIdle() {
  error_code ec;
  if (is_idle() && socket_.available(ec) == 0) {
    socket_.cancel(ec);
  }
}

void Session::CheckDeadline(SteadyClock::time_point now) {
  if (now >= deadline_) {
    error_code ignored;
    socket_.cancel(ignored);
  }
}

void Session::CutOff() {
  error_code ignored;
  socket_.close(ignored);
  reply_->Abandon();
}

void Session::Enter(Stage stage, SteadyClock::duration time) {
  stage_ = stage;
  deadline_ = SteadyClock::now() + time;
}

Task<> Session::ServeAll() {
  bool keep = true;
  while (keep) {
    RequestParser parser(loop_->limits().header_bytes, loop_->limits().body_bytes);
    const ReadEnd end = co_await Read(&parser);
    if (end == ReadEnd::kGone) {
      co_return;
    }
    Manner manner;
    if (end == ReadEnd::kRequest) {
      manner.keep = parser.keep_alive();
      manner.is_head = parser.request().method == Method::kHead;
      manner.accepted = ParseAcceptEncoding(parser.request().accept_encoding);
    }
    Answer(end, parser);
    if (!reply_->has_arrived()) {
      co_await reply_->Arrival();
    }
    keep = manner.keep = manner.keep && !loop_->stopping();
    const bool written = co_await Write(reply_->Take(), manner);
    if (!written) {
      co_return;
    }
  }
  co_await Linger();
}

Task<Session::ReadEnd> Session::Read(RequestParser* parser) {
  const Limits& limits = loop_->limits();
  Enter(Stage::kIdle, loop_->stopping() ? kFirstByteStopping : limits.idle_deadline);
  for (;;) {
    if (begin_ != end_) {
      if (is_idle()) {
        Enter(Stage::kReading, limits.request_deadline);
      }
      const RequestParser::Result fed = parser->Feed(unread());
      Consume(fed.taken);
      if (fed.state != RequestParser::State::kNeedsMore) {
        co_return EndOf(fed.state);
      }
      if (parser->TakeContinue()) {
        const auto interim = Buffer(kContinue);
        co_await asio::async_write(socket_, interim, kAwait);
      }
    }
    MakeRoom();
    const auto room = asio::buffer(buffer_.data() + end_, buffer_.size() - end_);
    if (room.size() == 0) {
      co_return ReadEnd::kHeaderTooLarge;
    }
    const auto [ec, size] = co_await socket_.async_read_some(room, kAwait);
    if (ec) {
      const bool too_slow = ec == asio::error::operation_aborted && stage_ == Stage::kReading;
      co_return too_slow ? ReadEnd::kTimeout : ReadEnd::kGone;
    }
    end_ += size;
  }
}

Session::ReadEnd Session::EndOf(RequestParser::State state) {
  switch (state) {
    case RequestParser::State::kDone:
      return ReadEnd::kRequest;
    case RequestParser::State::kHeaderTooLarge:
      return ReadEnd::kHeaderTooLarge;
    case RequestParser::State::kBodyTooLarge:
      return ReadEnd::kBodyTooLarge;
    case RequestParser::State::kMalformed:
    case RequestParser::State::kNeedsMore:
      break;
  }
  return ReadEnd::kMalformed;
}

void Session::Answer(ReadEnd end, RequestParser& parser) {
  stage_ = Stage::kHandling;
  deadline_ = SteadyClock::time_point::max();
  switch (end) {
    case ReadEnd::kHeaderTooLarge:
      return reply_->Deliver(router_->MissPage(Miss::kHeaderTooLarge, nullptr));
    case ReadEnd::kBodyTooLarge:
      return reply_->Deliver(router_->MissPage(Miss::kBodyTooLarge, nullptr));
    case ReadEnd::kTimeout:
      return reply_->Deliver(router_->MissPage(Miss::kTimeout, nullptr));
    case ReadEnd::kMalformed:
    case ReadEnd::kGone:
      return reply_->Deliver(router_->MissPage(Miss::kMalformed, nullptr));
    case ReadEnd::kRequest:
      break;
  }
  auto target = ParseTarget(parser.target());
  if (!target) {
    return reply_->Deliver(router_->MissPage(Miss::kMalformed, nullptr));
  }
  Request& request = parser.request();
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  router_->Dispatch(std::move(request), Responder([reply = reply_](Response response) {
                      reply->Deliver(std::move(response));
                    }));
}

Task<bool> Session::Write(Response response, Manner manner) {
  if (!response.wire && response.body.empty()) {
    if (const auto miss = MissOf(response.status)) {
      response = router_->MissPage(*miss, nullptr);
    }
  }
  const Pieces pieces = PiecesOf(response, manner);
  Enter(Stage::kWriting, loop_->limits().request_deadline);
  const auto [ec, size] = co_await asio::async_write(socket_, pieces, kAwait);
  co_return !ec;
}

Session::Pieces Session::PiecesOf(const Response& response, Manner manner) {
  std::string_view bytes;
  if (response.wire) {
    bytes = ChooseBytes(*response.wire, manner.accepted);
  } else {
    head_.clear();
    AppendHead(head_, response, response.body.size());
    bytes = head_;
  }
  const std::string_view body = manner.is_head ? std::string_view{} : response.body;
  if (manner.keep && !(manner.is_head && response.wire)) {
    return {Buffer(bytes), Buffer(response.wire ? std::string_view{} : body)};
  }
  const WireParts parts = SplitWire(bytes);
  return {Buffer(parts.status_line), Buffer(manner.keep ? std::string_view{} : kConnectionClose),
          Buffer(parts.headers), Buffer(response.wire && !manner.is_head ? parts.body : body)};
}

Task<> Session::Linger() {
  error_code ec;
  socket_.shutdown(Tcp::socket::shutdown_send, ec);
  Enter(Stage::kLingering, loop_->stopping() ? kLingerTimeStopping : kLingerTime);
  std::size_t drained = 0;
  const auto scrap = asio::buffer(buffer_);
  while (!ec && drained < kMaxDrainedBytes) {
    const auto [read_ec, size] = co_await socket_.async_read_some(scrap, kAwait);
    ec = read_ec;
    drained += size;
  }
}

void Session::Consume(std::size_t bytes) {
  base::Wipe(std::span(buffer_).subspan(begin_, bytes));
  begin_ += bytes;
}

void Session::MakeRoom() {
  std::ranges::copy(std::span(buffer_).subspan(begin_, end_ - begin_), buffer_.begin());
  end_ -= begin_;
  begin_ = 0;
}

}  // namespace safety::http
