#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/fieldset.h"
#include "html/govuk/hint.h"
#include "html/govuk/label.h"
#include "html/html.h"

/// From the options of a fixture to a component of ours. For tests.
namespace safety::html::govuk {

[[nodiscard]] LabelOptions LabelFrom(const boost::json::value& options);
[[nodiscard]] HintOptions HintFrom(const boost::json::value& options);
[[nodiscard]] ErrorMessageOptions ErrorMessageFrom(const boost::json::value& options);
[[nodiscard]] FieldsetOptions FieldsetFrom(const boost::json::value& options);
[[nodiscard]] std::optional<FieldsetOptions> OptionalFieldsetFrom(
    const boost::json::value& options);
[[nodiscard]] FormGroupOptions FormGroupFrom(const boost::json::value& options);

// Text fields.
[[nodiscard]] Html InputOf(const boost::json::value& options);
[[nodiscard]] Html PasswordInputOf(const boost::json::value& options);
[[nodiscard]] Html TextareaOf(const boost::json::value& options);
[[nodiscard]] Html CharacterCountOf(const boost::json::value& options);
// Choices and dates.
[[nodiscard]] Html RadiosOf(const boost::json::value& options);
[[nodiscard]] Html CheckboxesOf(const boost::json::value& options);
[[nodiscard]] Html SelectOf(const boost::json::value& options);
[[nodiscard]] Html DateInputOf(const boost::json::value& options);
// Ways through the site.
[[nodiscard]] Html BackLinkOf(const boost::json::value& options);
[[nodiscard]] Html BreadcrumbsOf(const boost::json::value& options);
[[nodiscard]] Html ButtonOf(const boost::json::value& options);
[[nodiscard]] Html ExitThisPageOf(const boost::json::value& options);
[[nodiscard]] Html GenericHeaderOf(const boost::json::value& options);
[[nodiscard]] Html PaginationOf(const boost::json::value& options);
[[nodiscard]] Html ServiceNavigationOf(const boost::json::value& options);
[[nodiscard]] Html SkipLinkOf(const boost::json::value& options);
// What a page says.
[[nodiscard]] Html DetailsOf(const boost::json::value& options);
[[nodiscard]] Html ErrorSummaryOf(const boost::json::value& options);
[[nodiscard]] Html InsetTextOf(const boost::json::value& options);
[[nodiscard]] Html NotificationBannerOf(const boost::json::value& options);
[[nodiscard]] Html PanelOf(const boost::json::value& options);
[[nodiscard]] Html PhaseBannerOf(const boost::json::value& options);
[[nodiscard]] Html SummaryListOf(const boost::json::value& options);
[[nodiscard]] Html TableOf(const boost::json::value& options);
[[nodiscard]] Html TagOf(const boost::json::value& options);
[[nodiscard]] Html WarningTextOf(const boost::json::value& options);

}  // namespace safety::html::govuk
