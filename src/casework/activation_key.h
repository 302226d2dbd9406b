#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/id.h"
#include "base/secret_bytes.h"

namespace safety::casework {

/// The one secret of somebody who is making the account they were invited to: 32 random bytes that
/// live in their cookie only. What the account needs before it exists is derived from it. So a page
/// that is shown again has the same second factor, and a form that is sent twice makes one account;
/// and whoever invited them, who knows the code but not the cookie, learns nothing of either.
class ActivationKey {
 public:
  static ActivationKey New();
  /// The cookie's value; nothing when it is not one.
  [[nodiscard]] static std::optional<ActivationKey> FromCookie(std::string_view value);
  [[nodiscard]] std::string ToCookie() const;

  /// The id of the account that `invitation` makes in this browser.
  [[nodiscard]] base::AccountId AccountFor(base::ByteView invitation) const;
  /// Its second factor's secret: 20 bytes.
  [[nodiscard]] base::SecretBytes SecondFactorFor(base::ByteView invitation) const;
  [[nodiscard]] std::string CsrfToken() const;
  /// In time that does not depend on where they differ.
  [[nodiscard]] bool IsCsrfToken(std::string_view token) const;

 private:
  explicit ActivationKey(base::SecretBytes key) : key_(std::move(key)) {}
  base::SecretBytes key_;
};

}  // namespace safety::casework
