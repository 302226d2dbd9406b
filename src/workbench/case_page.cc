#include "workbench/case_page.h"

#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/reference.h"
#include "casework/queue.h"
#include "workbench/case_view.h"
#include "workbench/guard.h"

namespace safety::workbench {
namespace {

/// The case that an address names; an unknown one is as absent as one that cannot be.
std::expected<casework::CaseRow, casework::CaseError> FindCase(casework::Store& store,
                                                               const http::Request& request) {
  const auto reference = base::Reference::Parse(request.PathValue("reference"));
  if (!reference) {
    return std::unexpected(casework::CaseError::kNotFound);
  }
  auto row = store.FindCase(*reference);
  if (!row) {
    return std::unexpected(casework::CaseError::kUnavailable);
  }
  if (!*row) {
    return std::unexpected(casework::CaseError::kNotFound);
  }
  return std::move(**row);
}

std::string_view NoticeOf(const http::Request& request) {
  const auto notice = request.QueryValue("notice");
  return notice == "taken"      ? "case.taken"
         : notice == "conflict" ? "case.conflict"
         : notice == "not-new"  ? "case.not_new"
                                : "";
}

/// The version that the form's screen showed.
std::optional<std::uint64_t> VersionIn(const http::Form& form) {
  const std::string_view text = form.First("version");
  std::uint64_t version = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return version;
}

void Take(casework::Store& store, const base::Clock& clock, const Frame& frame, Visit visit,
          http::Responder respond) {
  const auto row = FindCase(store, visit.request);
  const auto version = VersionIn(visit.form);
  if (!row) {
    return respond(frame.Failure(row.error(), &visit.viewer));
  }
  if (!version) {
    return respond(frame.Notice(400, "miss.form_title", "miss.form", &visit.viewer));
  }
  auto done = [&frame, viewer = visit.viewer, address = "/case/" + row->reference.text(),
               respond =
                   std::move(respond)](std::expected<void, casework::CaseError> result) mutable {
    if (result) {
      return respond(http::Response::SeeOther(address + "?notice=taken"));
    }
    if (result.error() == casework::CaseError::kConflict) {
      return respond(http::Response::SeeOther(address + "?notice=conflict"));
    }
    if (result.error() == casework::CaseError::kNotAllowed) {
      return respond(http::Response::SeeOther(address + "?notice=not-new"));
    }
    respond(frame.Failure(result.error(), &viewer));
  };
  casework::TakeCase(store, clock, visit.advisor, row->id, *version, std::move(done));
}

}  // namespace

void AddCasePages(http::Router& router, casework::Store& store, casework::SignIn& sign_in,
                  const base::Clock& clock, const Frame& frame) {
  router.Get(
      "/case/{reference}", Guarded(sign_in, frame, [&](Visit visit, http::Responder respond) {
        const auto row = FindCase(store, visit.request);
        if (!row) {
          return respond(frame.Failure(row.error(), &visit.viewer));
        }
        auto done = [&frame, &clock, viewer = visit.viewer, notice = NoticeOf(visit.request),
                     respond = std::move(respond)](
                        std::expected<casework::OpenedCase, casework::CaseError> opened) mutable {
          respond(opened ? CaseView(frame, *opened, clock.Now(), notice, viewer)
                         : frame.Failure(opened.error(), &viewer));
        };
        casework::OpenCase(store, clock, std::move(visit.advisor), row->id, std::move(done));
      }));
  router.Post("/case/{reference}/take",
              Guarded(sign_in, frame, [&](Visit visit, http::Responder respond) {
                Take(store, clock, frame, std::move(visit), std::move(respond));
              }));
}

}  // namespace safety::workbench
