#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "http/message.h"
#include "site/content.h"
#include "site/layout.h"

namespace safety::site {

/// What may come between a visitor and the page they asked for.
enum class Notice {
  kExpired,         ///< 410: the draft's hour has passed
  kNotKept,         ///< 410: nothing was sent from this browser, or it was forgotten
  kForeign,         ///< 403: the form was not ours
  kUnknownField,    ///< 400: a field that the page does not have, or one that is too long
  kMalformed,       ///< 400
  kNotFound,        ///< 404
  kWrongMethod,     ///< 405
  kTimeout,         ///< 408
  kTooLarge,        ///< 413
  kHeaderTooLarge,  ///< 431
  kFailed,          ///< 500
  kUnavailable,     ///< 503: the store could not be read
  kNotSent,         ///< 503: the report is not stored, so it is not sent
};
inline constexpr std::size_t kNoticeCount = 13;

struct NoticeOptions {
  std::string back;   ///< where the answers are; empty: only the start page is offered
  std::string field;  ///< the name of a field, as it came
  html::Html action;  ///< instead of `back`: a form that tries again
};

/// A page in plain words for everything that does not go as planned, with what to do instead.
/// Immutable; safe from any thread.
class Notices {
 public:
  /// Both outlive it.
  Notices(const Content& content, const Layout& layout);

  [[nodiscard]] http::Response Page(Notice notice, const NoticeOptions& options = {}) const;

 private:
  const datafile::Catalogue& words_;
  const Layout& layout_;
  std::array<html::Html, kNoticeCount> bodies_;
};

/// Added to a 503, in seconds: long enough for a store to catch its breath.
inline constexpr std::string_view kRetryAfter = "20";

}  // namespace safety::site
