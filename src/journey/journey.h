#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datafile/file.h"

namespace safety::journey {

enum class AnswerType { kText, kLongText, kSingle, kMany, kDate, kAge, kEmail, kPhone };

/// One answer to choose. `means` are the ids (of the shared vocabulary) that hold when it is chosen;
/// a plain option of a question whose own ids are the vocabulary's needs none.
struct Option {
  std::string id;
  std::vector<std::string> means;
  bool exclusive = false;  ///< "I do not know", "none of these": clears the others
};

struct Question {
  std::string id;  ///< unique in the journey; also the form field's name
  AnswerType type = AnswerType::kText;
  bool required = false;
  std::size_t max_characters = 200;  ///< text, long text
  std::vector<Option> options;       ///< single, many
  std::string fills;         ///< the report's field it fills, e.g. "reporter.email"; may be empty
  std::string autocomplete;  ///< the reporter's own details only; empty means "off"
};

/// Holds when every part that is given holds for the answer to `question`.
struct Condition {
  std::string question;
  std::vector<std::string> any;   ///< at least one of these is chosen
  std::vector<std::string> only;  ///< something is chosen, and nothing but these
  std::optional<bool> answered;
};

/// Taken when all conditions hold; the first such route of a page wins.
struct Route {
  std::vector<Condition> when;
  std::string to;
};

struct Page {
  std::string id;
  std::string group;          ///< the repeated group whose item this page is about; or empty
  std::string lists;          ///< the group whose items this page lists, asking "add another?"; or empty
  std::string guidance_for;   ///< the question whose chosen options' guidance is shown; or empty
  bool ends = false;          ///< a page with help and no way on
  std::vector<Question> questions;  ///< none: the page only tells something
  std::vector<Route> routes;
  std::string next;           ///< where to go when no route is taken; "check" is check-your-answers
};

/// A repeated group, such as children: its pages run from `first_page` to the page that lists it.
struct Group {
  std::string id;
  std::string first_page;
  std::size_t max_items = 20;
};

/// One audience's way from the first page to check-your-answers. Structure only: the words are in
/// Words, one file a language. Immutable once loaded; safe from any thread.
class Journey {
 public:
  /// The id of the page after the last question. Not a page of the file.
  static constexpr std::string_view kCheck = "check";

  /// Strict: unknown keys, dangling page, question, group and option ids, repeated ids, pages that
  /// cannot be reached, routes that can loop, all name file, line and key.
  [[nodiscard]] static std::expected<Journey, datafile::Fault> Load(const datafile::File& file);

  [[nodiscard]] const std::string& id() const { return id_; }
  /// One of the vocabulary's audiences.
  [[nodiscard]] const std::string& audience() const { return audience_; }
  [[nodiscard]] const std::vector<Page>& pages() const { return pages_; }
  [[nodiscard]] const Page& first_page() const { return pages_.front(); }
  [[nodiscard]] const Page* FindPage(std::string_view id) const;
  [[nodiscard]] const Question* FindQuestion(std::string_view id) const;
  [[nodiscard]] const Page* PageOf(std::string_view question_id) const;
  [[nodiscard]] const Group* FindGroup(std::string_view id) const;

 private:
  std::string id_;
  std::string audience_;
  std::vector<Page> pages_;
  std::vector<Group> groups_;
};

}  // namespace safety::journey
