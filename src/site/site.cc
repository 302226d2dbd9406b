#include "site/site.h"

namespace safety::site {
namespace {

// Only for drafts that two tabs have saved at once: one thread, and a queue that ends.
constexpr std::size_t kWorkers = 1;
constexpr std::size_t kMaxWaiting = 256;

Notice NoticeFor(http::Miss miss) {
  switch (miss) {
    case http::Miss::kMalformed:
      return Notice::kMalformed;
    case http::Miss::kUnknownPath:
      return Notice::kNotFound;
    case http::Miss::kWrongMethod:
      return Notice::kWrongMethod;
    case http::Miss::kTimeout:
      return Notice::kTimeout;
    case http::Miss::kBodyTooLarge:
      return Notice::kTooLarge;
    case http::Miss::kHeaderTooLarge:
      return Notice::kHeaderTooLarge;
    case http::Miss::kFailed:
      break;
  }
  return Notice::kFailed;
}

}  // namespace

Site::Site(const SiteParts& parts)
    : layout_(parts.content, parts.assets),
      notices_(parts.content, layout_),
      services_{.content = parts.content,
                .layout = layout_,
                .notices = notices_,
                .drafts = parts.drafts,
                .submit = parts.submit,
                .code_words = parts.code_words,
                .clock = parts.clock,
                .workers = workers_},
      entrance_(parts.content, layout_, notices_),
      questions_(services_),
      sending_(services_),
      leaving_(services_),
      workers_(kWorkers, kMaxWaiting) {}

void Site::AddTo(http::Router& router) const {
  entrance_.AddTo(router);
  questions_.AddTo(router);
  sending_.AddTo(router);
  leaving_.AddTo(router);
  router.OnMiss(
      [this](http::Miss miss, const http::Request*) { return notices_.Page(NoticeFor(miss)); });
}

}  // namespace safety::site
