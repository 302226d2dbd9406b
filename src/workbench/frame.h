#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casework/queue.h"
#include "casework/sign_in.h"
#include "html/html.h"
#include "http/assets.h"
#include "http/message.h"
#include "http/router.h"
#include "workbench/words.h"

namespace safety::workbench {

/// Who is looking, for what stands around every page. Nobody before sign-in.
struct Viewer {
  std::string name;
  std::string csrf;
  bool sees_accounts = false;  ///< the navigation leads there
};

struct PageParts {
  std::string title;
  html::Html main;                                               ///< begins with the h1
  html::Html before_main = {};                                   ///< the back link
  std::vector<std::pair<std::string, std::string>> errors = {};  ///< field id and text
  const Viewer* viewer = nullptr;
};

/// What all pages of the workbench share: words, styles, and the frame around them. Immutable; safe
/// from any thread.
class Frame {
 public:
  /// Both outlive this. `synthetic` puts the demonstration's banner on every page.
  Frame(const Words& words, const http::Assets& assets, bool synthetic)
      : words_(words), assets_(assets), synthetic_(synthetic) {}

  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] http::Response Page(int status, PageParts parts) const;
  /// A page that says in plain words why there is nothing else, with a way back to the cases.
  [[nodiscard]] http::Response Notice(int status, std::string_view title, std::string_view body,
                                      const Viewer* viewer = nullptr) const;
  [[nodiscard]] http::Response Miss(http::Miss miss) const;
  [[nodiscard]] http::Response Failure(casework::CaseError error,
                                       const Viewer* viewer = nullptr) const;

 private:
  const Words& words_;
  const http::Assets& assets_;
  bool synthetic_;
};

/// A hidden field.
[[nodiscard]] html::Html Hidden(html::Markup name, std::string_view value);

}  // namespace safety::workbench
