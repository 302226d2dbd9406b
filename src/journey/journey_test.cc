#include "journey/journey.h"

#include <gtest/gtest.h>

#include "journey/journey_for_tests.h"

namespace safety::journey {
namespace {

/// The test journey with the first `from` replaced by `to`.
std::string Changed(std::string_view from, std::string_view to) {
  std::string text(kTestJourney);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string FaultOf(std::string text) {
  const auto journey = Journey::Load({"t.toml", std::move(text)});
  return journey ? "" : journey.error().ToString();
}

TEST(Journey, LoadsAndFindsItsParts) {
  const Journey journey = TestJourney();
  EXPECT_EQ(journey.id(), "test");
  EXPECT_EQ(journey.audience(), "child");
  EXPECT_EQ(journey.first_page().id, "danger");
  ASSERT_EQ(journey.pages().size(), 10U);
  for (const Page& page : journey.pages()) {
    EXPECT_EQ(journey.FindPage(page.id), &page);
    EXPECT_EQ(&journey.pages()[page.place], &page);
    for (const Question& question : page.questions) {
      EXPECT_EQ(journey.FindQuestion(question.id), &question);
      EXPECT_EQ(journey.PageOf(question.id), &page);
    }
  }
  EXPECT_EQ(journey.FindPage("check"), nullptr);
  EXPECT_EQ(journey.FindPage(""), nullptr);
  EXPECT_EQ(journey.FindPage("zzz"), nullptr);
  EXPECT_EQ(journey.FindQuestion("call-999"), nullptr);
  EXPECT_EQ(journey.PageOf("aaa"), nullptr);
  EXPECT_EQ(journey.FindGroup("child"), nullptr);
  const Group* group = journey.FindGroup("children");
  ASSERT_NE(group, nullptr);
  EXPECT_EQ(group->max_items, 3U);
  EXPECT_EQ(journey.pages()[group->list_place].id, "children");
  const Question& danger = *journey.FindQuestion("danger");
  EXPECT_EQ(danger.options[0].means, std::vector<std::string>{"threat_to_life"});
  EXPECT_FALSE(danger.required);
  EXPECT_EQ(danger.line, 12U);
  EXPECT_TRUE(journey.FindQuestion("concerns")->options[3].exclusive);
  EXPECT_EQ(journey.FindQuestion("child_name")->max_characters, 200U);
  EXPECT_EQ(journey.FindQuestion("story")->max_characters, 100U);
  EXPECT_EQ(journey.FindPage("contact")->next_place, kNoPlace);
}

TEST(Journey, FindsItsPartsWhenCopiedAndMoved) {
  Journey journey = TestJourney();
  const Journey copy = journey;
  const Journey moved = std::move(journey);
  EXPECT_EQ(copy.FindPage("help"), &copy.pages()[5]);
  EXPECT_EQ(moved.PageOf("email"), &moved.pages()[9]);
}

struct Change {
  const char* from;
  const char* to;
  const char* fault;
};

void ExpectFaults(std::initializer_list<Change> changes) {
  for (const Change& change : changes) {
    EXPECT_EQ(FaultOf(Changed(change.from, change.to)), std::string("t.toml:") + change.fault)
        << change.from << " -> " << change.to;
  }
}

TEST(Journey, RefusesKeysAndValuesByLine) {
  ExpectFaults({
      {"audience =", "audiences =", "1: audience: is missing; line 2 has audiences"},
      {"id = \"test\"", "id = \"Test\"", "1: id: must be lower-case words joined by underscores"},
      {"id = \"test\"", "id = \"sent\"", "1: id: is a name that the site itself uses"},
      {"max_items = 3", "max_item = 3",
       "7: group[1].max_item: is not a known key; is it max_items?"},
      {"max_items = 3", "max_items = 0",
       "7: group[1].max_items: must be a whole number from 1 to 100"},
      {"next = \"concerns\"", "nxet = \"concerns\"", "9: page[1].next: is missing"},
      {"next = \"concerns\"", "nextt = \"concerns\"",
       "9: page[1].next: is missing; line 11 has nextt"},
      {"id = \"call-999\"", "id = \"call--999\"",
       "21: page[2].id: must be lower-case words joined by hyphens"},
      {"id = \"call-999\"", "id = \"check\"",
       "21: page[2].id: is a name that the site itself uses"},
      {"id = \"call-999\"", "id = \"danger\"", "21: page[2].id: is used twice"},
      {"id = \"hidden_risks\"", "id = \"concerns\"", "42: page[4].question[1].id: is used twice"},
      {"id = \"hidden_risks\"", "id = \"csrf\"",
       "42: page[4].question[1].id: is a name that the site itself uses"},
      {"id = \"hidden_risks\"", "id = \"hidden-risks\"",
       "42: page[4].question[1].id: must be lower-case words joined by underscores"},
      {"type = \"single\"", "type = \"radio\"",
       "14: page[1].question[1].type: must be text, long_text, single, many, date, age, email or "
       "phone"},
      {"options = [{ id = \"yes\", means = [\"threat_to_life\"] }, { id = \"no\" }]", "",
       "12: page[1].question[1].options: must name the options to choose from"},
      {"{ id = \"no\" }", "{ id = \"yes\" }",
       "15: page[1].question[1].options[2].id: is used twice"},
      {"means =", "mean =",
       "15: page[1].question[1].options[1].mean: is not a known key; is it means?"},
      {"required = true", "required = \"yes\"",
       "30: page[3].question[1].required: must be true or false"},
      {"type = \"age\"", "type = \"age\"\nmax_characters = 3",
       "88: page[8].question[1].max_characters: is not a known key"},
      {"autocomplete = \"email\"", "autocomplete = \"mail\"",
       "106: page[10].question[1].autocomplete: must be one of HTML's tokens for the reporter's "
       "own "
       "details"},
      {"when = [{ question = \"danger\", any = [\"yes\"] }]", "",
       "16: page[1].route[1].when: must hold a condition: the way without one is the page's next"},
      {", any = [\"yes\"]", "",
       "18: page[1].route[1].when[1]: must ask something: any, only or answered"},
      {"ends = true", "ends = true\nnext = \"check\"",
       "65: page[6].ends: cannot stand on a page with questions, routes or a next page"},
  });
}

TEST(Journey, RefusesDanglingIds) {
  ExpectFaults({
      {"next = \"concerns\"", "next = \"concern\"", "11: page[1].next: there is no page concern"},
      {"to = \"call-999\"", "to = \"call-112\"",
       "17: page[1].route[1].to: there is no page call-112"},
      {"question = \"danger\"", "question = \"dangr\"",
       "18: page[1].route[1].when[1].question: there is no question dangr"},
      {"any = [\"yes\"]", "any = [\"no\", \"maybe\"]",
       "18: page[1].route[1].when[1].any: danger has no option maybe"},
      {"only = [\"cyberbullying\"", "only = [\"bullying\"",
       "36: page[3].route[1].when[1].only: concerns has no option bullying"},
      {"child_name\", answered = false", "child_name\", any = [\"x\"]",
       "79: page[7].route[1].when[1].any: child_name has no options"},
      {"guidance_for = \"concerns\"", "guidance_for = \"concern\"",
       "52: page[5].guidance_for: there is no question concern"},
      {"guidance_for = \"concerns\"", "guidance_for = \"email\"",
       "52: page[5].guidance_for: email has no options"},
      {"group = \"children\"", "group = \"child\"", "69: page[7].group: there is no group child"},
      {"lists = \"children\"", "lists = \"child\"", "92: page[9].lists: there is no group child"},
      {"first_page = \"child-name\"", "first_page = \"contact\"",
       "6: group[1].first_page: must be a page of the group"},
  });
}

TEST(Journey, RefusesWaysThatDoNotWork) {
  ExpectFaults({
      {"next = \"concerns\"", "next = \"danger\"",
       "11: page[1].next: leads back to danger: a journey never loops"},
      {"next = \"help\"", "next = \"concerns\"",
       "53: page[5].next: leads back to concerns: a journey never loops"},
      {"to = \"call-999\"", "to = \"concerns\"", "21: page[2].id: no way leads to this page"},
      {"[[page]]\nid = \"contact\"",
       "[[page]]\nid = \"lost\"\nnext = \"check\"\n[[page]]\nid = \"contact\"",
       "101: page[10].id: no way leads to this page"},
      {"question = \"danger\", any = [\"yes\"]", "question = \"tell_us_anyway\", any = [\"yes\"]",
       "18: page[1].route[1].when[1].question: is asked later, on guidance"},
      {"guidance_for = \"concerns\"", "guidance_for = \"another_child\"",
       "52: page[5].guidance_for: is asked later, on children"},
      {"question = \"tell_us_anyway\"", "question = \"another_child\"",
       "61: page[5].route[1].when[1].question: is asked later, on children"},
  });
  EXPECT_EQ(FaultOf("id = 'a'\naudience = 'child'\n[[page]]\nid = 'b'\nends = true\n"),
            "t.toml:3: page[1]: no way from here leads to check");
  EXPECT_EQ(FaultOf("id = 'a'\naudience = 'child'\n"), "t.toml:1: page: must be 1 to 250 pages");
}

TEST(Journey, RefusesGroupsThatDoNotWork) {
  ExpectFaults({
      {"id = \"child-age\"\ngroup = \"children\"", "id = \"child-age\"",
       "70: page[7].next: the way out of a group is the page that lists it, children"},
      {"lists = \"children\"\n", "", "4: group[1]: needs a page that lists it"},
      {"id = \"contact\"\n", "id = \"contact\"\nlists = \"children\"\n",
       "102: page[10].lists: children lists this group already"},
      {"id = \"another_child\"\ntype = \"single\"", "id = \"another_child\"\ntype = \"many\"",
       "92: page[9].lists: needs one question, single, with the options yes and no"},
      {"id = \"contact\"\n", "id = \"contact\"\ngroup = \"children\"\n",
       "102: page[10].group: the pages of a group stand together, child-name first"},
      {"first_page = \"child-name\"", "first_page = \"child-age\"",
       "69: page[7].group: the pages of a group stand together, child-age first"},
      {"id = \"call-999\"\n", "id = \"call-999\"\ngroup = \"children\"\n",
       "22: page[2].group: needs a question on each of its pages"},
      {"id = \"child-age\"\n", "id = \"child-age\"\nlists = \"children\"\n",
       "83: page[8].lists: cannot stand on a page of a group"},
      {"next = \"child-name\"", "next = \"child-age\"",
       "26: page[3].next: the way into a group is its first page, child-name"},
      {"to = \"contact\"", "to = \"children\"",
       "60: page[5].route[1].to: a page that lists a group is reached from the group's own pages"},
      {"next = \"children\"", "next = \"contact\"",
       "84: page[8].next: the way out of a group is the page that lists it, children"},
      {"next = \"children\"", "next = \"check\"",
       "84: page[8].next: the way out of a group is the page that lists it, children"},
      {"type = \"long_text\"\n",
       "type = \"long_text\"\n[[page.route]]\nto = \"check\"\n"
       "when = [{ question = \"child_age\", answered = true }]\n#",
       "118: page[10].route[1].when[1].question: is about one item of a group that this page is "
       "not "
       "in"},
  });
}

}  // namespace
}  // namespace safety::journey
