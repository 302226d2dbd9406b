#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct ExitThisPageOptions {
  std::string id;
  std::string redirect_url;  ///< give our own "/exit": it also deletes the cookie and the draft
  std::string text;
  Html html;
  std::string activated_text;  ///< read out by the script, as all that follow
  std::string timed_out_text;
  std::string press_two_more_times_text;
  std::string press_one_more_time_text;
  std::string classes;
  Attributes attributes;
};

/// Leaves the site at once: a link that stays in view, and three presses of Shift with script.
[[nodiscard]] Html ExitThisPage(const ExitThisPageOptions& options);

}  // namespace safety::html::govuk
