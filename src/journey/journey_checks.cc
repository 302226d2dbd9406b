#include "journey/journey_checks.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "journey/journey_ways.h"

namespace safety::journey {
namespace {

using datafile::Table;

/// Where things are, by id.
struct Index {
  explicit Index(const JourneySource& source) {
    for (const Page& page : source.pages) {
      pages.emplace(page.id, page.place);
      for (const Question& question : page.questions) {
        questions.emplace(question.id, std::pair(page.place, &question));
      }
    }
  }
  std::map<std::string_view, Place> pages;
  std::map<std::string_view, std::pair<Place, const Question*>> questions;
};

/// Sets `place` to where `id` is; "check" has none.
void ResolvePage(const Index& index, Table& table, std::string_view key, const std::string& id,
                 Place& place) {
  if (const auto found = index.pages.find(id); found != index.pages.end()) {
    place = found->second;
  } else if (id != Journey::kCheck) {
    table.Refuse(key, "there is no page " + id);
  }
}

void CheckOptions(Table& table, std::string_view key, const std::vector<std::string>& ids,
                  const Question& question) {
  for (const std::string& id : ids) {
    if (question.options.empty()) {
      table.Refuse(key, question.id + " has no options");
    } else if (std::ranges::find(question.options, id, &Option::id) == question.options.end()) {
      table.Refuse(key, question.id + " has no option " + id);
    }
  }
}

void ResolveCondition(const Index& index, Table& table, Condition& condition) {
  const auto found = index.questions.find(condition.question);
  if (found == index.questions.end()) {
    table.Refuse("question", "there is no question " + condition.question);
    return;
  }
  condition.page = found->second.first;
  CheckOptions(table, "any", condition.any, *found->second.second);
  CheckOptions(table, "only", condition.only, *found->second.second);
}

/// The page's one question asks "add another?".
bool AsksForAnother(const Page& page) {
  if (page.questions.size() != 1 || page.questions[0].type != AnswerType::kSingle) {
    return false;
  }
  const std::vector<Option>& options = page.questions[0].options;
  return options.size() == 2 &&
         std::ranges::all_of(
             options, [](const std::string& id) { return id == "yes" || id == "no"; }, &Option::id);
}

void ResolvePages(const Index& index, JourneySource& source) {
  for (Page& page : source.pages) {
    PageTables& tables = source.page_tables[page.place];
    if (!page.ends) {
      ResolvePage(index, tables.page, "next", page.next, page.next_place);
    }
    for (std::size_t r = 0; r < page.routes.size(); ++r) {
      ResolvePage(index, tables.routes[r].route, "to", page.routes[r].to, page.routes[r].to_place);
      for (std::size_t w = 0; w < page.routes[r].when.size(); ++w) {
        ResolveCondition(index, tables.routes[r].when[w], page.routes[r].when[w]);
      }
    }
  }
}

Group* FindGroup(JourneySource& source, const std::string& id) {
  const auto found = std::ranges::find(source.groups, id, &Group::id);
  return found == source.groups.end() ? nullptr : &*found;
}

void CheckGroupPage(JourneySource& source, const Page& page) {
  Table& table = source.page_tables[page.place].page;
  const Group* group = FindGroup(source, page.group);
  if (!page.lists.empty()) {
    table.Refuse("lists", "cannot stand on a page of a group");
  } else if (page.questions.empty()) {
    table.Refuse("group", "needs a question on each of its pages");
  } else if (page.place != group->first_place &&
             (page.place == 0 || source.pages[page.place - 1].group != page.group)) {
    table.Refuse("group", "the pages of a group stand together, " + group->first_page + " first");
  }
}

void CheckListsPage(JourneySource& source, const Page& page) {
  Table& table = source.page_tables[page.place].page;
  Group* group = FindGroup(source, page.lists);
  if (group == nullptr) {
    table.Refuse("lists", "there is no group " + page.lists);
  } else if (group->list_place != kNoPlace) {
    table.Refuse("lists", source.pages[group->list_place].id + " lists this group already");
  } else if (!AsksForAnother(page)) {
    table.Refuse("lists", "needs one question, single, with the options yes and no");
  } else {
    group->list_place = page.place;
  }
}

void CheckGroups(const Index& index, JourneySource& source) {
  for (const Page& page : source.pages) {
    if (!page.group.empty() && FindGroup(source, page.group) == nullptr) {
      source.page_tables[page.place].page.Refuse("group", "there is no group " + page.group);
      return;
    }
  }
  for (std::size_t g = 0; g < source.groups.size(); ++g) {
    Group& group = source.groups[g];
    const auto first = index.pages.find(group.first_page);
    if (first == index.pages.end() || source.pages[first->second].group != group.id) {
      source.group_tables[g].Refuse("first_page", "must be a page of the group");
    } else {
      group.first_place = first->second;
    }
  }
  for (const Page& page : source.pages) {
    if (!page.group.empty()) {
      CheckGroupPage(source, page);
    } else if (!page.lists.empty()) {
      CheckListsPage(source, page);
    }
  }
  for (std::size_t g = 0; g < source.groups.size(); ++g) {
    if (source.groups[g].list_place == kNoPlace) {
      source.group_tables[g].Refuse("", "needs a page that lists it");
    }
  }
}

/// A group is entered by its first page and left by the page that lists it.
void CheckWay(JourneySource& source, const Page& from, Place to, Table& table,
              std::string_view key) {
  const Page* target = to == kNoPlace ? nullptr : &source.pages[to];
  const std::string* entered = target == nullptr ? nullptr : &target->group;
  if (!from.group.empty()) {
    const Group* group = FindGroup(source, from.group);
    if (to != group->list_place && (entered == nullptr || *entered != from.group)) {
      table.Refuse(key, "the way out of a group is the page that lists it, " +
                            source.pages[group->list_place].id);
    }
  } else if (target != nullptr && !target->lists.empty()) {
    table.Refuse(key, "a page that lists a group is reached from the group's own pages");
  } else if (entered != nullptr && !entered->empty() &&
             to != FindGroup(source, *entered)->first_place) {
    table.Refuse(
        key, "the way into a group is its first page, " + FindGroup(source, *entered)->first_page);
  }
}

void CheckWays(JourneySource& source) {
  for (const Page& page : source.pages) {
    PageTables& tables = source.page_tables[page.place];
    for (std::size_t r = 0; r < page.routes.size(); ++r) {
      CheckWay(source, page, page.routes[r].to_place, tables.routes[r].route, "to");
    }
    if (!page.ends) {
      CheckWay(source, page, page.next_place, tables.page, "next");
    }
  }
}

/// A question may be asked about from its own page on, and, in a group, about the same item only.
void CheckAsked(const JourneySource& source, const Ways& ways, const Page& page, Place asked,
                Table& table, std::string_view key) {
  const Page& asking = source.pages[asked];
  if (asked != page.place && !ways.Leads(asked, page.place)) {
    table.Refuse(key, "is asked later, on " + asking.id);
  } else if (!asking.group.empty() && asking.group != page.group) {
    table.Refuse(key, "is about one item of a group that this page is not in");
  }
}

void CheckQuestionsNamed(const Index& index, JourneySource& source, const Ways& ways) {
  for (const Page& page : source.pages) {
    PageTables& tables = source.page_tables[page.place];
    if (!page.guidance_for.empty()) {
      const auto found = index.questions.find(page.guidance_for);
      if (found == index.questions.end()) {
        tables.page.Refuse("guidance_for", "there is no question " + page.guidance_for);
      } else if (found->second.second->options.empty()) {
        tables.page.Refuse("guidance_for", page.guidance_for + " has no options");
      } else {
        CheckAsked(source, ways, page, found->second.first, tables.page, "guidance_for");
      }
    }
    for (std::size_t r = 0; r < page.routes.size(); ++r) {
      for (std::size_t w = 0; w < page.routes[r].when.size(); ++w) {
        CheckAsked(source, ways, page, page.routes[r].when[w].page, tables.routes[r].when[w],
                   "question");
      }
    }
  }
}

}  // namespace

void CheckAndResolve(JourneySource& source) {
  const Index index(source);
  ResolvePages(index, source);
  CheckGroups(index, source);
  if (!source.document.Finish()) {
    return;
  }
  CheckWays(source);
  const Ways ways(source);
  if (source.document.Finish()) {
    CheckQuestionsNamed(index, source, ways);
  }
}

}  // namespace safety::journey
