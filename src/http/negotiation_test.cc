#include "http/negotiation.h"

#include <gtest/gtest.h>

namespace safety::http {
namespace {

TEST(AcceptEncoding, IsRead) {
  struct Case {
    std::string_view header;
    AcceptedEncodings accepted;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"identity", {}},
      {"gzip, deflate, br, zstd", {.brotli = true, .gzip = true}},
      {"gzip", {.gzip = true}},
      {"BR", {.brotli = true}},
      {"x-gzip", {.gzip = true}},
      {"br;q=0, gzip", {.gzip = true}},
      {"br; q=0.000,gzip;q=0.001", {.gzip = true}},
      {"br;q=1.0,gzip;q=0", {.brotli = true}},
      {"*", {.brotli = true, .gzip = true}},
      {"*;q=0", {}},
      {"gzip;q=0, *", {.brotli = true}},
      {"*, br;q=0", {.gzip = true}},
      {"*;q=0, br", {.brotli = true}},
      {"br;q=", {}},
      {"br;q=x", {}},
      {"br;q=0.0001x", {}},
      {"br;level=3", {}},
      {"brotli, gzipped", {}},
      {",,;,br,", {.brotli = true}},
  };
  for (const auto& [header, accepted] : cases) {
    EXPECT_EQ(ParseAcceptEncoding(header), accepted) << header;
  }
}

TEST(AcceptEncoding, ChoosesTheSmallestThatIsThere) {
  const WireResponse all{.identity = "i", .brotli = "b", .gzip = "g"};
  const WireResponse plain{.identity = "i", .brotli = "", .gzip = ""};
  EXPECT_EQ(ChooseBytes(all, {.brotli = true, .gzip = true}), "b");
  EXPECT_EQ(ChooseBytes(all, {.brotli = false, .gzip = true}), "g");
  EXPECT_EQ(ChooseBytes(all, {}), "i");
  EXPECT_EQ(ChooseBytes(plain, {.brotli = true, .gzip = true}), "i");
}

}  // namespace
}  // namespace safety::http
