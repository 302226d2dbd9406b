#pragma once

#include "http/router.h"
#include "site/content.h"
#include "site/layout.h"
#include "site/notices.h"

namespace safety::site {

/// The pages that are the same for everybody: start, help, health. Compressed once: the start page
/// when the server starts, an article when it is first asked for.
class Entrance {
 public:
  /// All outlive it.
  Entrance(const Content& content, const Layout& layout, const Notices& notices)
      : content_(content), layout_(layout), notices_(notices) {}
  /// `this` outlives the router.
  void AddTo(http::Router& router) const;

 private:
  [[nodiscard]] PageParts Start() const;
  [[nodiscard]] PageParts Help(const Article& article) const;

  const Content& content_;
  const Layout& layout_;
  const Notices& notices_;
};

}  // namespace safety::site
