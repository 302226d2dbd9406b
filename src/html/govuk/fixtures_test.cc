// Every component against every fixture that govuk-frontend ships for ports.
#include <gtest/gtest.h>

#include <array>
#include <boost/json.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "html/govuk/error_message.h"
#include "html/govuk/fieldset.h"
#include "html/govuk/fixture_options_test.h"
#include "html/govuk/hint.h"
#include "html/govuk/label.h"
#include "html/govuk/normalise_html_test.h"

namespace safety::html::govuk {
namespace {

namespace json = boost::json;

struct Component {
  std::string_view name;
  std::size_t fixtures;
  Html (*render)(const json::value& options);
};

constexpr std::array kComponents = {
    Component{"back-link", 7, BackLinkOf},
    Component{"breadcrumbs", 12, BreadcrumbsOf},
    Component{"button", 38, ButtonOf},
    Component{"character-count", 34, CharacterCountOf},
    Component{"checkboxes", 42, CheckboxesOf},
    Component{"date-input", 50, DateInputOf},
    Component{"details", 10, DetailsOf},
    Component{"error-message", 9,
              [](const json::value& options) { return ErrorMessage(ErrorMessageFrom(options)); }},
    Component{"error-summary", 19, ErrorSummaryOf},
    Component{"exit-this-page", 4, ExitThisPageOf},
    Component{"fieldset", 18,
              [](const json::value& options) { return Fieldset(FieldsetFrom(options)); }},
    Component{"generic-header", 7, GenericHeaderOf},
    Component{"hint", 6, [](const json::value& options) { return Hint(HintFrom(options)); }},
    Component{"input", 45, InputOf},
    Component{"inset-text", 6, InsetTextOf},
    Component{"label", 17, [](const json::value& options) { return Label(LabelFrom(options)); }},
    Component{"notification-banner", 21, NotificationBannerOf},
    Component{"pagination", 15, PaginationOf},
    Component{"panel", 19, PanelOf},
    Component{"password-input", 12, PasswordInputOf},
    Component{"phase-banner", 7, PhaseBannerOf},
    Component{"radios", 43, RadiosOf},
    Component{"select", 19, SelectOf},
    Component{"service-navigation", 33, ServiceNavigationOf},
    Component{"skip-link", 9, SkipLinkOf},
    Component{"summary-list", 30, SummaryListOf},
    Component{"table", 21, TableOf},
    Component{"tag", 12, TagOf},
    Component{"textarea", 18, TextareaOf},
    Component{"warning-text", 8, WarningTextOf},
};

void PrintTo(const Component& component, std::ostream* out) { *out << component.name; }

class Fixtures : public testing::TestWithParam<Component> {};

TEST_P(Fixtures, AllPass) {
  const Component& component = GetParam();
  const std::string path = std::string(SAFETY_SOURCE_DIR) +
                           "/node_modules/govuk-frontend/dist/govuk/components/" +
                           std::string(component.name) + "/fixtures.json";
  std::ifstream file(path);
  ASSERT_TRUE(file) << "no fixtures: script/bootstrap installs them: " << path;
  std::stringstream text;
  text << file.rdbuf();
  const json::value document = json::parse(text.str());
  const json::array& fixtures = document.at("fixtures").as_array();
  EXPECT_EQ(fixtures.size(), component.fixtures);
  for (const json::value& fixture : fixtures) {
    SCOPED_TRACE(std::string(component.name) + ": " + std::string(fixture.at("name").as_string()));
    const std::string_view official = fixture.at("html").as_string();
    const Html ours = component.render(fixture.at("options"));
    EXPECT_EQ(NormaliseHtml(ours.text()), NormaliseHtml(official));
  }
}

std::string TestName(const testing::TestParamInfo<Component>& info) {
  std::string name(info.param.name);
  std::erase(name, '-');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Official, Fixtures, testing::ValuesIn(kComponents), TestName);

}  // namespace
}  // namespace safety::html::govuk
