#pragma once

#include <string>

#include "html/govuk/tag.h"
#include "html/html.h"

namespace safety::html::govuk {

struct PhaseBannerOptions {
  TagOptions tag;
  std::string text;
  Html html;
  std::string classes;
  Attributes attributes;
};

/// One line under the header about the service as a whole.
[[nodiscard]] Html PhaseBanner(const PhaseBannerOptions& options);

}  // namespace safety::html::govuk
