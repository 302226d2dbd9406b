#include "main/places.h"

namespace safety::main {

Places Places::Default() { return {.share = SAFETY_SHARE_DIR, .web = SAFETY_WEB_DIR}; }

}  // namespace safety::main
