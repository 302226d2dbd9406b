#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "base/secret_bytes.h"

namespace safety::vault {

/// The secrets that live outside the database (0600), 32 bytes each. None of them opens a report.
struct KeyFile {
  base::SecretBytes mailbox_key;          ///< return codes to mailboxes
  base::SecretBytes second_factor_key;    ///< seals TOTP secrets at rest
  base::SecretBytes linkage_key;          ///< blind encodings
  base::SecretBytes journal_signing_key;  ///< Ed25519 seed for checkpoints

  static KeyFile Generate();

  /// One "name = hex" a line, with a first line that says what the file is.
  [[nodiscard]] base::SecretBytes Serialise() const;

  /// The reason names the line; it never quotes a key.
  [[nodiscard]] static std::expected<KeyFile, std::string> Parse(std::string_view text);
};

}  // namespace safety::vault
