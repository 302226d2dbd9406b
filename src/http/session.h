#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "http/asio.h"
#include "http/loop.h"
#include "http/message.h"
#include "http/negotiation.h"
#include "http/request_parser.h"
#include "http/router.h"

namespace safety::http {

/// Where the answer to a session's one open request arrives, from any thread. Outlives the session
/// as long as somebody holds a responder.
class Reply : public std::enable_shared_from_this<Reply> {
 public:
  explicit Reply(std::shared_ptr<Loop> loop) : loop_(std::move(loop)) {}

  /// From any thread.
  void Deliver(Response response);

  // The rest on the loop's thread only.
  [[nodiscard]] bool has_arrived() const { return response_.has_value(); }
  [[nodiscard]] Response Take();
  /// Completes when the response has arrived, which must not have happened yet.
  [[nodiscard]] Task<> Arrival();
  /// Whoever waits for the arrival ends without it.
  void Abandon() { waiter_ = nullptr; }

 private:
  using Waiter = std::move_only_function<void()>;
  void Arrive(Response response);

  const std::shared_ptr<Loop> loop_;
  std::optional<Response> response_;
  Waiter waiter_;
};

/// One connection: reads a request, has it answered, writes the response, and so on in order. Lives
/// in its own coroutine on its loop's thread.
class Session {
 public:
  Session(std::shared_ptr<Loop> loop, Socket socket, const Router* router);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// The session's whole life.
  static Task<> Serve(std::unique_ptr<Session> session);

  [[nodiscard]] bool is_idle() const { return stage_ == Stage::kIdle; }
  /// Ends the session when it is between requests and none is on its way.
  void CloseIfIdle();
  /// Interrupts the session when the deadline of what it does is over.
  void CheckDeadline(SteadyClock::time_point now);
  /// Ends the session whatever it does.
  void CutOff();

 private:
  enum class Stage { kIdle, kReading, kHandling, kWriting, kLingering };
  /// kGone: there is nobody to answer.
  enum class ReadEnd { kRequest, kMalformed, kHeaderTooLarge, kBodyTooLarge, kTimeout, kGone };
  using Pieces = std::array<asio::const_buffer, 4>;

  /// How this client wants its response.
  struct Manner {
    bool is_head = false;
    bool keep = false;
    AcceptedEncodings accepted;
  };

  Task<> ServeAll();
  Task<ReadEnd> Read(RequestParser* parser);
  Task<bool> Write(Response response, Manner manner);
  /// Lets the client read our last answer, even while it is still sending.
  Task<> Linger();

  [[nodiscard]] static ReadEnd EndOf(RequestParser::State state);
  void Answer(ReadEnd end, RequestParser& parser);
  [[nodiscard]] Pieces PiecesOf(const Response& response, Manner manner);

  void Enter(Stage stage, SteadyClock::duration time);
  [[nodiscard]] std::string_view unread() const {
    return base::AsText(base::ByteView(buffer_).subspan(begin_, end_ - begin_));
  }
  void Consume(std::size_t bytes);
  void MakeRoom();

  const std::shared_ptr<Loop> loop_;
  Socket socket_;
  const Router* const router_;
  const Loop::Sessions::iterator place_;
  const std::shared_ptr<Reply> reply_;
  Stage stage_ = Stage::kIdle;
  SteadyClock::time_point deadline_;
  std::vector<std::uint8_t> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string head_;
};

}  // namespace safety::http
