#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datafile/file.h"

namespace safety::journey {

// The structures below say what docs/journeys.md describes. `line` is where each stands in its
// file, for faults that are found later; the places are set by Journey::Load, so that walking a
// journey compares no names.

/// Where a page stands in Journey::pages().
using Place = std::uint32_t;
/// The place of check-your-answers, and of nowhere.
inline constexpr Place kNoPlace = std::numeric_limits<Place>::max();

enum class AnswerType { kText, kLongText, kSingle, kMany, kDate, kAge, kEmail, kPhone };

/// One answer to choose. `means` are the ids (of the shared vocabulary) that hold when it is
/// chosen; a plain option of a question whose own ids are the vocabulary's needs none.
struct Option {
  std::string id;
  std::vector<std::string> means;
  bool exclusive = false;  ///< "I do not know", "none of these": clears the others
  std::uint32_t line = 0;
};

struct Question {
  std::string id;  ///< unique in the journey; also the form field's name
  AnswerType type = AnswerType::kText;
  bool required = false;
  std::size_t max_characters = 200;  ///< in code points; every type but single, many, date and age
  std::vector<Option> options;       ///< single, many
  std::string fills;         ///< the report's field it fills, e.g. "reporter.email"; may be empty
  std::string autocomplete;  ///< the reporter's own details only; empty means "off"
  std::uint32_t line = 0;
};

/// Holds when every part that is given holds for the answer to `question`.
struct Condition {
  std::string question;
  std::vector<std::string> any;   ///< at least one of these is chosen
  std::vector<std::string> only;  ///< something is chosen, and nothing but these
  std::optional<bool> answered;
  Place page = kNoPlace;  ///< where `question` is asked
};

/// Taken when all conditions hold; the first such route of a page wins.
struct Route {
  std::vector<Condition> when;
  std::string to;
  Place to_place = kNoPlace;
};

struct Page {
  std::string id;
  std::string group;  ///< the repeated group whose item this page is about; or empty
  std::string lists;  ///< the group whose items this page lists, asking "add another?"; or empty
  std::string guidance_for;  ///< the question whose chosen options' guidance is shown; or empty
  bool ends = false;         ///< a page with help and no way on
  std::vector<Question> questions;  ///< none: the page only tells something
  std::vector<Route> routes;
  std::string next;  ///< where to go when no route is taken; "check" is check-your-answers
  Place next_place = kNoPlace;
  Place place = kNoPlace;
  std::uint32_t line = 0;
};

/// A repeated group, such as children: its pages run from `first_page` to the page that lists it.
struct Group {
  std::string id;
  std::string first_page;
  std::uint32_t max_items = 20;
  Place first_place = kNoPlace;
  Place list_place = kNoPlace;  ///< the page that lists its items
};

/// One audience's way from the first page to check-your-answers. Structure only: the words are in
/// Words, one file a language. Immutable once loaded; safe from any thread.
class Journey {
 public:
  /// The id of the page after the last question. Not a page of the file.
  static constexpr std::string_view kCheck = "check";

  /// Strict: unknown keys, dangling page, question, group and option ids, repeated ids, pages that
  /// cannot be reached, routes that can loop, conditions on answers that are given later, all name
  /// file, line and key.
  [[nodiscard]] static std::expected<Journey, datafile::Fault> Load(const datafile::File& file);

  [[nodiscard]] const std::string& id() const { return id_; }
  /// One of the vocabulary's audiences: held to it by casework::CheckJourney.
  [[nodiscard]] const std::string& audience() const { return audience_; }
  [[nodiscard]] const std::vector<Page>& pages() const { return pages_; }
  [[nodiscard]] const Page& first_page() const { return pages_.front(); }
  [[nodiscard]] const Page* FindPage(std::string_view id) const;
  [[nodiscard]] const Question* FindQuestion(std::string_view id) const;
  [[nodiscard]] const Page* PageOf(std::string_view question_id) const;
  [[nodiscard]] const Group* FindGroup(std::string_view id) const;
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }

 private:
  struct QuestionPlace {
    Place page;
    std::uint32_t question;
  };

  Journey(std::string id, std::string audience, std::vector<Group> groups, std::vector<Page> pages);
  [[nodiscard]] const std::string& IdAt(QuestionPlace at) const;
  [[nodiscard]] std::optional<QuestionPlace> Locate(std::string_view question_id) const;

  std::string id_;
  std::string audience_;
  std::vector<Group> groups_;
  std::vector<Page> pages_;
  std::vector<Place> pages_by_id_;              ///< sorted by the page's id
  std::vector<QuestionPlace> questions_by_id_;  ///< sorted by the question's id
};

}  // namespace safety::journey
