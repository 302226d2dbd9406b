#pragma once

#include <string>
#include <string_view>

#include "journey/journey.h"

namespace safety::journey {

/// A small journey with everything that a journey can have.
inline constexpr std::string_view kTestJourney = R"(id = "test"
audience = "child"

[[group]]
id = "children"
first_page = "child-name"
max_items = 3

[[page]]
id = "danger"
next = "concerns"
[[page.question]]
id = "danger"
type = "single"
options = [{ id = "yes", means = ["threat_to_life"] }, { id = "no" }]
[[page.route]]
to = "call-999"
when = [{ question = "danger", any = ["yes"] }]

[[page]]
id = "call-999"
next = "concerns"

[[page]]
id = "concerns"
next = "child-name"
[[page.question]]
id = "concerns"
type = "many"
required = true
fills = "concerns"
options = [{ id = "grooming" }, { id = "cyberbullying" }, { id = "account_hacked" },
           { id = "none", exclusive = true }]
[[page.route]]
to = "hidden-risks"
when = [{ question = "concerns", only = ["cyberbullying", "account_hacked"] }]

[[page]]
id = "hidden-risks"
next = "guidance"
[[page.question]]
id = "hidden_risks"
type = "many"
required = true
options = [{ id = "meeting_soon" }, { id = "none", exclusive = true }]
[[page.route]]
to = "child-name"
when = [{ question = "hidden_risks", any = ["meeting_soon"] }]

[[page]]
id = "guidance"
guidance_for = "concerns"
next = "help"
[[page.question]]
id = "tell_us_anyway"
type = "single"
required = true
options = [{ id = "yes" }, { id = "no" }]
[[page.route]]
to = "contact"
when = [{ question = "tell_us_anyway", any = ["yes"] }]

[[page]]
id = "help"
ends = true

[[page]]
id = "child-name"
group = "children"
next = "child-age"
[[page.question]]
id = "child_name"
type = "text"
[[page.question]]
id = "child_known"
type = "text"
[[page.route]]
to = "children"
when = [{ question = "child_name", answered = false }]

[[page]]
id = "child-age"
group = "children"
next = "children"
[[page.question]]
id = "child_age"
type = "age"
required = true

[[page]]
id = "children"
lists = "children"
next = "contact"
[[page.question]]
id = "another_child"
type = "single"
required = true
options = [{ id = "yes" }, { id = "no" }]

[[page]]
id = "contact"
next = "check"
[[page.question]]
id = "email"
type = "email"
autocomplete = "email"
[[page.question]]
id = "phone"
type = "phone"
[[page.question]]
id = "born"
type = "date"
[[page.question]]
id = "story"
type = "long_text"
max_characters = 100
)";

inline Journey TestJourney() {
  return Journey::Load({"journeys/test.toml", std::string(kTestJourney)}).value();
}

}  // namespace safety::journey
