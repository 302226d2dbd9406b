#pragma once

#include <string>
#include <vector>

#include "datafile/document.h"
#include "datafile/file.h"
#include "journey/journey.h"

namespace safety::journey {

/// A page's tables, for faults that are found once everything has been read.
struct PageTables {
  struct RouteTables {
    datafile::Table route;
    std::vector<datafile::Table> when;
  };
  datafile::Table page;
  std::vector<datafile::Table> questions;
  std::vector<RouteTables> routes;
};

/// A journey's file as read, before anything that needs two places of it has been looked at. The
/// tables stand beside what was read from them, in the same order.
struct JourneySource {
  datafile::Document document;
  std::string id;
  std::string audience;
  std::vector<Group> groups;
  std::vector<datafile::Table> group_tables;
  std::vector<Page> pages;
  std::vector<PageTables> page_tables;
};

/// Reads key by key. Whatever is wrong with a single value, and ids that are used twice, are
/// refused in the document: ask its Finish before going on.
[[nodiscard]] JourneySource ReadJourney(const datafile::File& file);

}  // namespace safety::journey
