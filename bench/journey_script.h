#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "load.h"

namespace safety::bench {

/// A visitor who is ready to send: their cookie and their form token.
struct ReadyVisitor {
  std::string cookie;
  std::string csrf;
};

/// What the load has in common: how many journeys are left to begin, and who is ready to send. Used
/// on the load's one thread.
struct JourneyWork {
  std::size_t left = 0;
  std::size_t sent = 0;  ///< journeys that reached their reference
  std::deque<ReadyVisitor> ready;
};

inline constexpr std::size_t kJourneyGet = 0;
inline constexpr std::size_t kJourneyPost = 1;
inline constexpr std::size_t kJourneySend = 2;
inline constexpr std::size_t kJourneyKinds = 3;

/// A child's whole report as a browser asks for it: each page, each answer, check-your-answers,
/// send, and the page with the reference, one journey after the other.
class WholeJourney final : public Script {
 public:
  explicit WholeJourney(JourneyWork& work) : work_(work) {}
  std::optional<std::size_t> Next(std::string& out) override;
  bool Receive(const LoadResponse& response) override;

 private:
  JourneyWork& work_;
  std::string next_;     ///< the address to get next; empty: begin
  std::string posting_;  ///< the address that is being posted to; empty: a get is under way
  std::string cookie_;
  std::string csrf_;
};

/// Answers every question but leaves the report unsent: makes `work.ready`.
class PrepareDraft final : public Script {
 public:
  explicit PrepareDraft(JourneyWork& work) : work_(work) {}
  std::optional<std::size_t> Next(std::string& out) override;
  bool Receive(const LoadResponse& response) override;

 private:
  JourneyWork& work_;
  ReadyVisitor visitor_;
  std::string next_;
};

/// The final POST of one ready visitor after the other.
class SendReport final : public Script {
 public:
  explicit SendReport(JourneyWork& work) : work_(work) {}
  std::optional<std::size_t> Next(std::string& out) override;
  bool Receive(const LoadResponse& response) override;

 private:
  JourneyWork& work_;
};

}  // namespace safety::bench
