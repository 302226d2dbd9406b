#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "journey/answers.h"
#include "journey/journey.h"
#include "journey/path.h"
#include "journey/validation.h"

namespace safety::journey {

/// Puts a page's submission into the answers: every question of the page gets its answer, also the
/// ones passed over, and a page without questions is marked as seen. The first page of a new item
/// makes the item, and "add another?" is open again. `stop` is on the path of `answers`, and the
/// submission has no errors.
///
/// Nothing else is changed: answers that a new route passes by stay, and count again when the way
/// leads back through them.
void Store(const Journey& journey, const Stop& stop, const Submission& submission,
           Answers& answers);

/// The ids of all questions on a group's pages.
[[nodiscard]] std::vector<std::string> QuestionsOf(const Journey& journey, std::string_view group);

/// Whether "add another?" may still be answered with yes.
[[nodiscard]] bool MayAddItem(const Group& group, const Answers& answers);

/// Removes an item with its answers; later items move up. Does nothing when there is none. The
/// list's "add another?" is open again, so that a group does not lose its last item unnoticed.
void RemoveItem(const Journey& journey, const Group& group, std::uint32_t item, Answers& answers);

}  // namespace safety::journey
