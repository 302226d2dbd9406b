#include "site/site_for_tests.h"

#include <utility>

#include "base/check.h"
#include "http/assets_for_tests.h"

namespace safety::site {
namespace {

constexpr std::string_view kNow = "2026-11-24T10:00:00Z";

datafile::File Read(const std::string& name) {
  auto file = datafile::ReadFile(SAFETY_SOURCE_DIR, name);
  base::Check(file.has_value(), file ? "" : file.error().ToString());
  return *std::move(file);
}

template <class T>
T Loaded(std::expected<T, datafile::Fault> loaded) {
  base::Check(loaded.has_value(), loaded ? "" : loaded.error().ToString());
  return *std::move(loaded);
}

/// The plainest answer that a page takes.
FormFields PlainAnswers(const journey::Page& page) {
  FormFields fields;
  for (const journey::Question& question : page.questions) {
    switch (question.type) {
      case journey::AnswerType::kSingle:
        // "No" where a page asks for more.
        fields.emplace_back(question.id, page.lists.empty() ? question.options.front().id : "no");
        break;
      case journey::AnswerType::kMany:
        fields.emplace_back(question.id, question.options.front().id);
        break;
      case journey::AnswerType::kDate:
        fields.emplace_back(question.id + "-year", "2014");
        break;
      case journey::AnswerType::kAge:
        fields.emplace_back(question.id, "12");
        break;
      case journey::AnswerType::kEmail:
        fields.emplace_back(question.id, "sam@example.org");
        break;
      case journey::AnswerType::kPhone:
        fields.emplace_back(question.id, "07700 900 123");
        break;
      case journey::AnswerType::kText:
      case journey::AnswerType::kLongText:
        fields.emplace_back(question.id, "Words about " + question.id);
        break;
    }
  }
  return fields;
}

/// The page that an address names: "/report/child/danger" and "/report/child/person-names/1".
const journey::Page* PageAt(const std::string& address) {
  const std::size_t journey_start = std::string_view("/report/").size();
  const std::size_t page_start = address.find('/', journey_start) + 1;
  const std::size_t page_end = std::min(address.find('/', page_start), address.size());
  const JourneyContent* journey =
      ShippedContent().FindJourney(address.substr(journey_start, page_start - 1 - journey_start));
  return journey == nullptr
             ? nullptr
             : journey->journey.FindPage(address.substr(page_start, page_end - page_start));
}

std::string TextBetween(const Seen& page, std::string_view start, std::string_view end) {
  const std::size_t from = page.body.find(start);
  if (from == std::string::npos) {
    return {};
  }
  const std::size_t begin = from + start.size();
  return page.body.substr(begin, page.body.find(end, begin) - begin);
}

}  // namespace

const Content& ShippedContent() {
  static const Content content = Loaded(Content::Load(SAFETY_SOURCE_DIR));
  return content;
}

const safeguarding::Policy& ShippedPolicy() {
  static const safeguarding::Policy policy =
      Loaded(safeguarding::Policy::Load({.remit = Read("policy/remit.toml"),
                                         .risk = Read("policy/risk.toml"),
                                         .service_levels = Read("policy/service-levels.toml"),
                                         .bank_holidays = Read("policy/bank-holidays.toml")}));
  return policy;
}

const vault::WordList& ShippedCodeWords() {
  static const vault::WordList words = [] {
    auto parsed = vault::WordList::Parse(Read("content/return-code-words.txt").text);
    base::Check(parsed.has_value(), "the return code's words are a word list");
    return *std::move(parsed);
  }();
  return words;
}

const http::Assets& EmptyAssets() {
  static const http::Assets assets = http::AssetsForTests({"public.css", "public.js", "icon.svg"});
  return assets;
}

SiteForTests::SiteForTests(casework::DraftStore* drafts)
    : clock((vault::Initialise(), *base::ParseRfc3339(kNow))),
      drafts_(drafts == nullptr ? draft_store : *drafts, clock),
      submit_(store, clock, ShippedPolicy(), vault::KeyPair::Generate().public_key(),
              base::SecretBytes::Random(32)),
      site_({.content = ShippedContent(),
             .assets = EmptyAssets(),
             .drafts = drafts_,
             .submit = submit_,
             .code_words = ShippedCodeWords(),
             .clock = clock}) {
  site_.AddTo(router_);
}

Seen WalkOn(Browser& browser, const Seen& start, const Script& script) {
  Seen seen = start;
  // Bounded, so that a way in circles fails instead of going on.
  for (int steps = 0; steps < 100; ++steps) {
    const journey::Page* page = PageAt(seen.address);
    if (seen.status != 200 || page == nullptr || page->ends) {
      return seen;
    }
    const auto scripted = script.find(page->id);
    seen = browser.Submit(seen.address,
                          scripted == script.end() ? PlainAnswers(*page) : scripted->second);
  }
  return {};
}

Seen WalkToCheck(Browser& browser, const std::string& journey, const Script& script) {
  return WalkOn(browser, browser.Visit("/report/" + journey), script);
}

Seen WalkToSent(Browser& browser, const std::string& journey, const Script& script) {
  const Seen check = WalkToCheck(browser, journey, script);
  return browser.Submit(check.address);
}

std::string ReferenceOn(const Seen& page) { return TextBetween(page, "<strong>", "</strong>"); }

std::string CodeOn(const Seen& page) {
  return TextBetween(page, "id=\"return-code\" translate=\"no\">", "</p>");
}

}  // namespace safety::site
