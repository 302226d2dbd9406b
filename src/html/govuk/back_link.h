#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct BackLinkOptions {
  std::string href = "#";
  std::string text = "Back";
  Html html;
  std::string classes;
  Attributes attributes;
};

/// The way to the page before. It belongs before `<main>`.
[[nodiscard]] Html BackLink(const BackLinkOptions& options);

}  // namespace safety::html::govuk
