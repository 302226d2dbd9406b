#include "casework/drafts.h"

#include <utility>

#include "base/secret_bytes.h"
#include "vault/sealing.h"

// What is sealed: the journey, a NUL, the language, a NUL, the answers as they write themselves.

namespace safety::casework {
namespace {

vault::RowIdentity DraftRow(base::ByteView id, std::uint64_t version) {
  return {.table = "draft", .id = id, .version = version};
}

base::SecretBytes Serialise(const Draft& draft) {
  std::string answers = draft.answers.Serialise();
  base::SecretBytes bytes(draft.journey.size() + draft.language.size() + answers.size() + 2);
  auto at = bytes.Expose().begin();
  for (const std::string_view part :
       {std::string_view(draft.journey), std::string_view("\0", 1),
        std::string_view(draft.language), std::string_view("\0", 1), std::string_view(answers)}) {
    at = std::ranges::copy(base::AsBytes(part), at).out;
  }
  base::Wipe(answers);
  return bytes;
}

std::optional<Draft> Deserialise(std::string_view bytes, std::uint64_t version) {
  const std::size_t journey_end = bytes.find('\0');
  const std::size_t language_end = bytes.find('\0', journey_end + 1);
  if (journey_end == std::string_view::npos || language_end == std::string_view::npos) {
    return std::nullopt;
  }
  auto answers = journey::Answers::Deserialise(bytes.substr(language_end + 1));
  if (!answers) {
    return std::nullopt;
  }
  return Draft{
      .journey = std::string(bytes.substr(0, journey_end)),
      .language = std::string(bytes.substr(journey_end + 1, language_end - journey_end - 1)),
      .answers = *std::move(answers),
      .version = version};
}

}  // namespace

std::expected<std::optional<Draft>, StoreError> Drafts::Load(const Visitor& visitor) const {
  const base::Bytes id = visitor.DraftId();
  auto stored = store_.Load(id, clock_.Now());
  if (!stored) {
    return std::unexpected(stored.error());
  }
  if (!*stored) {
    return std::nullopt;
  }
  const StoredDraft& draft = **stored;
  const auto opened =
      vault::OpenUnder(visitor.DraftKey(), DraftRow(id, draft.version), draft.sealed);
  return opened ? Deserialise(base::AsText(opened->Expose()), draft.version) : std::nullopt;
}

void Drafts::Save(const Visitor& visitor, const Draft& draft, DraftStore::Done done) const {
  base::Bytes id = visitor.DraftId();
  const base::SecretBytes plain = Serialise(draft);
  base::Bytes sealed =
      vault::SealUnder(visitor.DraftKey(), DraftRow(id, draft.version + 1), plain.Expose());
  store_.Save(std::move(id), draft.version, std::move(sealed), clock_.Now(), std::move(done));
}

void Drafts::Erase(const Visitor& visitor, DraftStore::Done done) const {
  store_.Erase(visitor.DraftId(), std::move(done));
}

}  // namespace safety::casework
