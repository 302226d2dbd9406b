#include "journey/journey_reader.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace safety::journey {
namespace {

using datafile::Table;

constexpr std::size_t kMaxIdBytes = 64;
constexpr std::size_t kMaxPages = 250;
constexpr std::size_t kMaxQuestionsOfAPage = 20;
constexpr std::int64_t kMaxItems = 100;
constexpr std::int64_t kMaxCharacters = 10'000;

struct TypeName {
  std::string_view name;
  AnswerType type;
  std::int64_t max_characters;  ///< 0: its length is not counted
};
constexpr std::array kTypes = {
    TypeName{"text", AnswerType::kText, 200},   TypeName{"long_text", AnswerType::kLongText, 5'000},
    TypeName{"single", AnswerType::kSingle, 0}, TypeName{"many", AnswerType::kMany, 0},
    TypeName{"date", AnswerType::kDate, 0},     TypeName{"age", AnswerType::kAge, 0},
    TypeName{"email", AnswerType::kEmail, 254}, TypeName{"phone", AnswerType::kPhone, 60},
};

/// HTML's tokens for somebody's own details.
constexpr std::array kAutocomplete = {
    "name", "given-name",   "family-name",        "email",
    "tel",  "organization", "organization-title", "postal-code",
};

/// Lower-case words and numbers, joined by `joint`; a letter first.
bool IsId(std::string_view id, char joint) {
  char before = joint;
  for (const char c : id) {
    const bool letter = c >= 'a' && c <= 'z';
    const bool digit = c >= '0' && c <= '9';
    if (!letter && !digit && (c != joint || before == joint)) {
      return false;
    }
    before = c;
  }
  return !id.empty() && id.size() <= kMaxIdBytes && id[0] >= 'a' && id[0] <= 'z' && before != joint;
}

/// Reads ids of one kind and notices repeated ones.
class Ids {
 public:
  Ids(char joint, const char* form) : joint_(joint), form_(form) {}

  std::string Read(Table& table, std::initializer_list<std::string_view> reserved = {}) {
    std::string id = table.Text("id");
    if (!IsId(id, joint_)) {
      table.Refuse("id", form_);
    } else if (std::ranges::find(reserved, id) != reserved.end()) {
      table.Refuse("id", "is a name that the site itself uses");
    } else if (!seen_.insert(id).second) {
      table.Refuse("id", "is used twice");
    }
    return id;
  }

 private:
  const char joint_;
  const char* const form_;
  std::set<std::string, std::less<>> seen_;
};

constexpr const char* kKebab = "must be lower-case words joined by hyphens";
constexpr const char* kSnake = "must be lower-case words joined by underscores";

std::vector<Option> ReadOptions(Table& question) {
  std::vector<Option> options;
  Ids ids('_', kSnake);
  for (Table& table : question.Tables("options")) {
    Option option;
    option.id = ids.Read(table);
    option.means = table.Texts("means");
    option.exclusive = table.BoolOr("exclusive", false);
    option.line = table.line();
    options.push_back(std::move(option));
  }
  return options;
}

Question ReadQuestion(Table& table, Ids& ids) {
  Question question;
  question.line = table.line();
  question.id = ids.Read(table, {"csrf"});
  const std::string type_name = table.Text("type");
  const auto type = std::ranges::find(kTypes, type_name, &TypeName::name);
  if (type == kTypes.end()) {
    table.Refuse("type", "must be text, long_text, single, many, date, age, email or phone");
    return question;
  }
  question.type = type->type;
  question.required = table.BoolOr("required", false);
  question.fills = table.TextOr("fills", "", kMaxIdBytes);
  question.autocomplete = table.TextOr("autocomplete", "", kMaxIdBytes);
  if (table.Has("autocomplete") &&
      std::ranges::find(kAutocomplete, question.autocomplete) == kAutocomplete.end()) {
    table.Refuse("autocomplete", "must be one of HTML's tokens for the reporter's own details");
  }
  if (type->max_characters > 0) {
    question.max_characters = static_cast<std::size_t>(
        table.IntegerOr("max_characters", 1, kMaxCharacters, type->max_characters));
  }
  if (question.type == AnswerType::kSingle || question.type == AnswerType::kMany) {
    question.options = ReadOptions(table);
    if (question.options.empty()) {
      table.Refuse("options", "must name the options to choose from");
    }
  }
  return question;
}

Condition ReadCondition(Table& table) {
  Condition condition;
  condition.question = table.Text("question");
  condition.any = table.Texts("any");
  condition.only = table.Texts("only");
  if (table.Has("answered")) {
    condition.answered = table.BoolOr("answered", true);
  }
  if (condition.any.empty() && condition.only.empty() && !condition.answered) {
    table.Refuse("", "must ask something: any, only or answered");
  }
  return condition;
}

Route ReadRoute(Table& table, PageTables::RouteTables& tables) {
  Route route;
  route.to = table.Text("to");
  for (Table& when : table.Tables("when")) {
    route.when.push_back(ReadCondition(when));
    tables.when.push_back(when);
  }
  if (route.when.empty()) {
    table.Refuse("when", "must hold a condition: the way without one is the page's next");
  }
  return route;
}

void ReadPage(Table& table, Ids& page_ids, Ids& question_ids, JourneySource& source) {
  Page page;
  PageTables tables{.page = table, .questions = {}, .routes = {}};
  page.place = static_cast<Place>(source.pages.size());
  page.line = table.line();
  page.id = page_ids.Read(table, {Journey::kCheck});
  page.group = table.TextOr("group", "");
  page.lists = table.TextOr("lists", "");
  page.guidance_for = table.TextOr("guidance_for", "");
  page.ends = table.BoolOr("ends", false);
  for (Table& question : table.Tables("question")) {
    page.questions.push_back(ReadQuestion(question, question_ids));
    tables.questions.push_back(question);
  }
  if (page.questions.size() > kMaxQuestionsOfAPage) {
    table.Refuse("question", "are too many for one page");
  }
  for (Table& route : table.Tables("route")) {
    PageTables::RouteTables route_tables{.route = route, .when = {}};
    page.routes.push_back(ReadRoute(route, route_tables));
    tables.routes.push_back(std::move(route_tables));
  }
  if (!page.ends) {
    page.next = table.Text("next");
  } else if (table.Has("next") || !page.routes.empty() || !page.questions.empty()) {
    table.Refuse("ends", "cannot stand on a page with questions, routes or a next page");
  }
  source.pages.push_back(std::move(page));
  source.page_tables.push_back(std::move(tables));
}

}  // namespace

JourneySource ReadJourney(const datafile::File& file) {
  JourneySource source{.document = datafile::Document::Parse(file.text, file.name),
                       .id = {},
                       .audience = {},
                       .groups = {},
                       .group_tables = {},
                       .pages = {},
                       .page_tables = {}};
  Table root = source.document.root();
  source.id = Ids('_', kSnake).Read(root, {"sent"});
  source.audience = root.Text("audience", kMaxIdBytes);
  Ids group_ids('_', kSnake);
  for (Table& table : root.Tables("group")) {
    Group group;
    group.id = group_ids.Read(table);
    group.first_page = table.Text("first_page");
    group.max_items =
        static_cast<std::uint32_t>(table.IntegerOr("max_items", 1, kMaxItems, group.max_items));
    source.groups.push_back(std::move(group));
    source.group_tables.push_back(table);
  }
  Ids page_ids('-', kKebab);
  Ids question_ids('_', kSnake);
  std::vector<Table> pages = root.Tables("page");
  if (pages.empty() || pages.size() > kMaxPages) {
    root.Refuse("page", "must be 1 to " + std::to_string(kMaxPages) + " pages");
    return source;
  }
  for (Table& page : pages) {
    ReadPage(page, page_ids, question_ids, source);
  }
  return source;
}

}  // namespace safety::journey
