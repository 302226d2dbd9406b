// Compiled once for each case by CMakeLists.txt: case 0 must pass, every other one be refused.
#include <string>

#include "html/html.h"

namespace safety::html {

Html Refused(const std::string& text, const char* pointer, char (&buffer)[8]) {
  Html html;
#if REFUSED_CASE == 0
  html << "<p>" << Text(text) << Text(pointer) << Text(buffer) << "</p>";
#elif REFUSED_CASE == 1
  html << text.c_str();
#elif REFUSED_CASE == 2
  html << pointer;
#elif REFUSED_CASE == 3
  html << buffer;
#elif REFUSED_CASE == 4
  html = Join("<p>", text.c_str());
#elif REFUSED_CASE == 5
  html = Html(pointer);
#elif REFUSED_CASE == 6
  html << Attributes{{pointer, "value"}};
#endif
  return html;
}

}  // namespace safety::html
