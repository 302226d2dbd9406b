#pragma once

#include "journey/journey_reader.h"

namespace safety::journey {

/// Looks at a journey as a whole: every id that is named exists, groups are in one piece and
/// listed, no way leads back, every page and check-your-answers can be reached, and a condition
/// asks only about what was answered before. Sets all places. What is wrong is refused in the
/// document; a journey that was refused must not be used.
void CheckAndResolve(JourneySource& source);

}  // namespace safety::journey
