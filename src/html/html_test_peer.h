#pragma once

#include <string_view>

#include "html/html.h"

namespace safety::html {

/// Lets tests take the markup and the attribute names of the official fixtures at their word. No
/// source outside the tests includes it, and so nothing there makes Html of a string.
class HtmlTestPeer {
 public:
  [[nodiscard]] static Html Trusted(std::string_view markup) {
    Html html;
    html.out_ = markup;
    return html;
  }
  /// Borrowed: `markup` outlives what is made of it.
  [[nodiscard]] static Markup TrustedName(std::string_view markup) { return Markup(markup); }
};

}  // namespace safety::html
