#pragma once

#include <string>

#include "base/clock.h"
#include "datafile/catalogue.h"

namespace safety::site {

/// A moment to come as people say it, in the United Kingdom's local time: "3:40pm today", "5pm on
/// Tuesday 5 January". Rounded up to the minute; never "midnight", of which nobody knows the day.
[[nodiscard]] std::string SayWhen(base::UtcTime moment, base::UtcTime now,
                                  const datafile::Catalogue& words);

}  // namespace safety::site
