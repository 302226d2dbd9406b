#include "datafile/catalogue.h"

#include <gtest/gtest.h>

#include <array>

namespace safety::datafile {
namespace {

constexpr std::array<std::string_view, 3> kNames = {"title", "queue.empty", "queue.page.next"};

std::expected<Catalogue, Fault> Load(std::string text) {
  return Catalogue::Load({.name = "words.toml", .text = std::move(text)}, kNames);
}

TEST(Catalogue, GivesTextsByDottedName) {
  const auto words = Load(
      "title = 'Cases'\n[queue]\nempty = 'No cases for {who}, {who} {me'\n[queue.page]\n"
      "next = 'Next'\n");
  ASSERT_TRUE(words.has_value()) << words.error().ToString();
  EXPECT_EQ((*words)["queue.page.next"], "Next");
  EXPECT_EQ(words->Fill("queue.empty", {{"who", "{me}"}}), "No cases for {me}, {me} {me");
  EXPECT_EQ(words->Fill("title", {}), "Cases");
}

TEST(Catalogue, IsCompleteOrRefused) {
  const auto missing = Load("title = 'Cases'\n[queue]\nempty = 'None'\n");
  ASSERT_FALSE(missing.has_value());
  EXPECT_NE(missing.error().ToString().find("words.toml"), std::string::npos);
  EXPECT_NE(missing.error().ToString().find("queue.page"), std::string::npos);

  const auto unknown =
      Load("title = 'Cases'\nextra = 'x'\n[queue]\nempty = 'None'\n[queue.page]\nnext = 'Next'\n");
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().line, 2U);
  EXPECT_EQ(unknown.error().key, "extra");
}

}  // namespace
}  // namespace safety::datafile
