#pragma once

#include <cstdint>
#include <vector>

#include "journey/journey_reader.h"

namespace safety::journey {

/// Which pages lead where, over any number of steps and whatever the answers. The way from the page
/// that lists a group back to the group's first page is left out: it is the one loop allowed.
class Ways {
 public:
  /// Needs resolved places. Refuses loops, pages that cannot be reached and a check-your-answers
  /// that cannot be reached in the source's document.
  explicit Ways(JourneySource& source);

  /// False for a page and itself.
  [[nodiscard]] bool Leads(Place from, Place to) const { return leads_[from][to]; }

 private:
  void Visit(JourneySource& source, Place place);
  void Follow(JourneySource& source, Place from, Place to, datafile::Table& table,
              std::string_view key);

  enum class State : std::uint8_t { kNew, kOpen, kDone };
  std::vector<State> states_;
  std::vector<std::vector<bool>> leads_;
  bool reaches_check_ = false;
};

}  // namespace safety::journey
