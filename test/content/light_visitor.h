#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "content/walk.h"

namespace safety::content {

/// Somebody who chooses the options given by question, and passes over everything else as lightly
/// as it allows: the last option where one must be chosen, a word where words are needed, else
/// nothing.
class LightVisitor {
 public:
  using Choices = std::map<std::string, std::vector<std::string>>;

  explicit LightVisitor(Choices chosen) : chosen_(std::move(chosen)) {}

  [[nodiscard]] journey::Fields operator()(const journey::Stop& stop) const;

 private:
  Choices chosen_;
};

}  // namespace safety::content
