#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "journey/answers.h"
#include "journey/journey.h"

namespace safety::journey {

/// A page, and which item of its group it is about (0 for pages outside groups).
struct Stop {
  const Page* page = nullptr;
  std::uint32_t item = 0;
  bool operator==(const Stop&) const = default;
};

/// Every stop that these answers lead through, in order, up to the first one that still needs an
/// answer, that ends, or to check-your-answers. Answers on pages off the path do not count: they
/// are neither shown on check-your-answers nor sent.
///
/// The way goes on past a page when its answers are there and hold, passed over or not: a page
/// whose questions are all optional is shown once too. Past a page without questions it goes when
/// the page was seen. Past the page that lists a group it goes on "no"; "yes" leads to the first
/// page of one more item, unless the group is full.
struct Path {
  std::vector<Stop> stops;
  bool reaches_check = false;

  [[nodiscard]] bool Contains(const Page& page, std::uint32_t item) const;
  /// The stop before this one: the back link. Nothing before the first, or off the path.
  [[nodiscard]] std::optional<Stop> Before(const Page& page, std::uint32_t item) const;
  /// The stop after this one; nothing when this is the last, or the next is check-your-answers.
  [[nodiscard]] std::optional<Stop> After(const Page& page, std::uint32_t item) const;
};

/// Borrows pages of `journey`. Bounded: a page comes once, or once an item.
[[nodiscard]] Path FindPath(const Journey& journey, const Answers& answers, base::UtcTime today);

}  // namespace safety::journey
