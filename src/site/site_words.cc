#include "site/site_words.h"

#include <algorithm>
#include <string_view>

namespace safety::site {
namespace {

using datafile::Fault;

constexpr std::string_view kNames[] = {
    "operator.service",
    "operator.leave_for",
    "operator.emergency_number",
    "operator.police_number",
    "operator.foot_pages",
    "layout.skip",
    "layout.skip_exit",
    "layout.exit",
    "layout.exit_activated",
    "layout.exit_timed_out",
    "layout.exit_two_more",
    "layout.exit_one_more",
    "layout.exit_hint",
    "layout.foot",
    "layout.danger",
    "layout.back",
    "layout.continue",
    "layout.error_heading",
    "layout.title",
    "layout.error_title",
    "layout.finish",
    "layout.home",
    "layout.warning",
    "start.title",
    "start.lead",
    "start.danger_heading",
    "start.danger",
    "start.who",
    "start.after",
    "start.no_cookie",
    "start.door.child",
    "start.door.child_hint",
    "start.door.parent",
    "start.door.parent_hint",
    "start.door.professional",
    "start.door.professional_hint",
    "start.door.concerned_adult",
    "start.door.concerned_adult_hint",
    "question.day",
    "question.month",
    "question.year",
    "question.or",
    "question.limit",
    "question.one_left",
    "question.left",
    "question.none_left",
    "question.one_over",
    "question.over",
    "problem.too_long",
    "problem.not_an_option",
    "problem.exclusive",
    "problem.not_a_number",
    "problem.age_out_of_range",
    "problem.not_a_date",
    "problem.date_in_future",
    "problem.date_too_old",
    "problem.not_an_email",
    "problem.not_a_phone",
    "problem.not_text",
    "list.item",
    "list.change",
    "list.remove",
    "list.full",
    "check.title",
    "check.caption",
    "check.change",
    "check.empty",
    "check.send_heading",
    "check.send_words",
    "check.send",
    "sent.title",
    "sent.reference",
    "sent.code_heading",
    "sent.code_words",
    "sent.code_safe",
    "sent.next_heading",
    "sent.now_heading",
    "sent.keep_heading",
    "sent.keep",
    "sent.danger",
    "sent.another_heading",
    "sent.another_words",
    "sent.another",
    "sent.next.child.soon",
    "sent.next.child.usual",
    "sent.next.child.advice",
    "sent.next.parent.soon",
    "sent.next.parent.usual",
    "sent.next.parent.advice",
    "sent.next.professional.soon",
    "sent.next.professional.usual",
    "sent.next.professional.advice",
    "sent.next.concerned_adult.soon",
    "sent.next.concerned_adult.usual",
    "sent.next.concerned_adult.advice",
    "sent.now.child",
    "sent.now.parent",
    "sent.now.professional",
    "sent.now.concerned_adult",
    "when.midday",
    "when.am",
    "when.pm",
    "when.today",
    "when.tomorrow",
    "when.later",
    "weekday.1",
    "weekday.2",
    "weekday.3",
    "weekday.4",
    "weekday.5",
    "weekday.6",
    "weekday.7",
    "month.1",
    "month.2",
    "month.3",
    "month.4",
    "month.5",
    "month.6",
    "month.7",
    "month.8",
    "month.9",
    "month.10",
    "month.11",
    "month.12",
    "notice.to_start",
    "notice.to_report",
    "notice.try_again",
    "notice.expired.title",
    "notice.expired.body",
    "notice.not_kept.title",
    "notice.not_kept.body",
    "notice.foreign.title",
    "notice.foreign.body",
    "notice.unknown_field.title",
    "notice.unknown_field.body",
    "notice.unknown_field.field",
    "notice.malformed.title",
    "notice.malformed.body",
    "notice.not_found.title",
    "notice.not_found.body",
    "notice.wrong_method.title",
    "notice.wrong_method.body",
    "notice.timeout.title",
    "notice.timeout.body",
    "notice.too_large.title",
    "notice.too_large.body",
    "notice.header_too_large.title",
    "notice.header_too_large.body",
    "notice.failed.title",
    "notice.failed.body",
    "notice.unavailable.title",
    "notice.unavailable.body",
    "notice.not_sent.title",
    "notice.not_sent.body",
    "notice.not_saved.title",
    "notice.not_saved.heading",
    "notice.not_saved.body",
};

/// What only the whole site can judge: where the way out leads, and which articles the foot names.
std::expected<void, Fault> CheckOperator(const datafile::File& file,
                                         const std::set<std::string, std::less<>>& articles) {
  datafile::Document document = datafile::Document::Parse(file.text, file.name);
  datafile::Table table = document.root().Sub("operator");
  const std::string leave_for = table.Text("leave_for");
  const auto may_stand = [](char c) { return c > ' ' && c < 0x7f; };
  if (!leave_for.starts_with("https://") || !std::ranges::all_of(leave_for, may_stand)) {
    table.Refuse("leave_for", "must be an address that starts with https://");
  }
  for (const std::string& article : SplitWords(table.Text("foot_pages"))) {
    if (!articles.contains(article)) {
      table.Refuse("foot_pages", "there is no pages/" + article + ".md");
    }
  }
  auto finished = document.Finish();
  const bool ours = !finished && (finished.error().key == "operator.leave_for" ||
                                  finished.error().key == "operator.foot_pages");
  return ours ? std::unexpected(std::move(finished.error())) : std::expected<void, Fault>();
}

}  // namespace

std::expected<datafile::Catalogue, Fault> LoadSiteWords(
    const datafile::File& file, const std::set<std::string, std::less<>>& articles) {
  auto words = datafile::Catalogue::Load(file, kNames);
  if (!words) {
    return words;
  }
  if (auto checked = CheckOperator(file, articles); !checked) {
    return std::unexpected(std::move(checked.error()));
  }
  return words;
}

std::vector<std::string> SplitWords(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) {
      words.emplace_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace safety::site
