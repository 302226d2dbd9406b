#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/secret_bytes.h"
#include "vault/return_code.h"

namespace safety::casework {

/// The one secret of a visitor who is reporting: 32 random bytes that live in their cookie and
/// nowhere else. Everything of theirs is derived from it, so that whoever sends the same draft
/// twice gets the same case, reference and return code, and whoever deletes the cookie (leaving
/// fast) leaves nothing that opens.
class Visitor {
 public:
  static Visitor New();
  /// The cookie's value; nothing when it is not one.
  [[nodiscard]] static std::optional<Visitor> FromCookie(std::string_view value);
  [[nodiscard]] std::string ToCookie() const;

  [[nodiscard]] base::Bytes DraftId() const;
  [[nodiscard]] base::SecretBytes DraftKey() const;
  [[nodiscard]] base::Bytes SubmissionId() const;
  [[nodiscard]] base::Bytes ReferenceSeed() const;
  [[nodiscard]] vault::ReturnCode Code() const;
  [[nodiscard]] std::string CsrfToken() const;
  /// In time that does not depend on where they differ.
  [[nodiscard]] bool IsCsrfToken(std::string_view token) const;

 private:
  explicit Visitor(base::SecretBytes key) : key_(std::move(key)) {}
  base::SecretBytes key_;
};

}  // namespace safety::casework
