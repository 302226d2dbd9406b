#include "journey/journey_ways.h"

#include <algorithm>

namespace safety::journey {

Ways::Ways(JourneySource& source)
    : states_(source.pages.size(), State::kNew),
      leads_(source.pages.size(), std::vector<bool>(source.pages.size())) {
  Visit(source, 0);
  for (const Page& page : source.pages) {
    if (states_[page.place] == State::kNew) {
      source.page_tables[page.place].page.Refuse("id", "no way leads to this page");
    }
  }
  if (!reaches_check_) {
    source.page_tables[0].page.Refuse("", "no way from here leads to check");
  }
}

// One call deep for each page of the longest way: the reader bounds the number of pages.
void Ways::Visit(JourneySource& source, Place place) {
  states_[place] = State::kOpen;
  const Page& page = source.pages[place];
  PageTables& tables = source.page_tables[place];
  for (std::size_t r = 0; r < page.routes.size(); ++r) {
    Follow(source, place, page.routes[r].to_place, tables.routes[r].route, "to");
  }
  if (!page.ends) {
    Follow(source, place, page.next_place, tables.page, "next");
  }
  states_[place] = State::kDone;
}

void Ways::Follow(JourneySource& source, Place from, Place to, datafile::Table& table,
                  std::string_view key) {
  if (to == kNoPlace) {
    reaches_check_ = true;
    return;
  }
  if (states_[to] == State::kOpen) {
    table.Refuse(key, "leads back to " + source.pages[to].id + ": a journey never loops");
    return;
  }
  if (states_[to] == State::kNew) {
    Visit(source, to);
  }
  leads_[from][to] = true;
  std::ranges::for_each(source.pages, [this, from, to](const Page& page) {
    leads_[from][page.place] = leads_[from][page.place] || leads_[to][page.place];
  });
}

}  // namespace safety::journey
