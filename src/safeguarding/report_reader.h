#pragma once

#include "safeguarding/object_reader.h"
#include "safeguarding/report.h"

namespace safety::safeguarding {

/// Reads the report that `in` holds, for documents that hold one among other things. Strict, as
/// ParseReport; the caller finishes `in` and asks `faults`.
void ReadReport(ObjectReader& in, Report& report, Faults& faults);

}  // namespace safety::safeguarding
