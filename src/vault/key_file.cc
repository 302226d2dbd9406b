#include "vault/key_file.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <span>

#include "base/check.h"
#include "base/text.h"

namespace safety::vault {
namespace {

constexpr std::string_view kTitle = "safety-centre key file 1";
constexpr std::size_t kKeySize = 32;

struct Field {
  std::string_view name;
  base::SecretBytes KeyFile::* key;
};
constexpr std::array kFields = {
    Field{"mailbox_key", &KeyFile::mailbox_key},
    Field{"second_factor_key", &KeyFile::second_factor_key},
    Field{"linkage_key", &KeyFile::linkage_key},
    Field{"journal_signing_key", &KeyFile::journal_signing_key},
};

/// Empty when `hex` is not one key.
base::SecretBytes ReadKey(std::string_view hex) {
  base::SecretBytes key(kKeySize);
  std::size_t size = 0;
  const bool is_key = hex.size() == 2 * kKeySize &&
                      sodium_hex2bin(key.Expose().data(), key.size(), hex.data(), hex.size(),
                                     nullptr, &size, nullptr) == 0 &&
                      size == kKeySize;
  return is_key ? std::move(key) : base::SecretBytes();
}

/// Reads one "name = hex"; the reason is empty when all is well.
std::string_view ReadLine(std::string_view line, KeyFile& file) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) {
    return "this is not \"name = key\"";
  }
  const std::string_view name = base::Trim(line.substr(0, equals));
  const auto* const field = std::ranges::find(kFields, name, &Field::name);
  if (field == kFields.end()) {
    return "there is no key of this name";
  }
  base::SecretBytes& key = file.*(field->key);
  if (!key.empty()) {
    return "this key is here twice";
  }
  key = ReadKey(base::Trim(line.substr(equals + 1)));
  return key.empty() ? "a key is 64 hexadecimal digits" : "";
}

}  // namespace

KeyFile KeyFile::Generate() {
  KeyFile file;
  for (const Field& field : kFields) {
    file.*(field.key) = base::SecretBytes::Random(kKeySize);
  }
  return file;
}

base::SecretBytes KeyFile::Serialise() const {
  constexpr std::string_view kEquals = " = ";
  std::size_t size = kTitle.size() + 1;
  for (const Field& field : kFields) {
    base::Check((this->*(field.key)).size() == kKeySize, "a key file's keys have 32 bytes");
    size += field.name.size() + kEquals.size() + 2 * kKeySize + 1;
  }
  base::SecretBytes text(size + 1);  // sodium_bin2hex ends with a NUL, which the next line takes
  auto at = text.Expose().begin();
  const auto write = [&at](std::string_view part) {
    at = std::ranges::copy(base::AsBytes(part), at).out;
  };
  write(kTitle);
  write("\n");
  for (const Field& field : kFields) {
    write(field.name);
    write(kEquals);
    const base::ByteView key = (this->*(field.key)).Expose();
    sodium_bin2hex(reinterpret_cast<char*>(&*at), 2 * kKeySize + 1, key.data(), key.size());
    at += 2 * kKeySize;
    write("\n");
  }
  return base::SecretBytes::CopyOf(base::ByteView(text.Expose()).first(size));
}

std::expected<KeyFile, std::string> KeyFile::Parse(std::string_view text) {
  KeyFile file;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = base::Trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    std::string_view reason;
    if (number == 1) {
      reason = line == kTitle ? "" : "this is not a key file, or of a later version";
    } else if (!line.empty()) {
      reason = ReadLine(line, file);
    }
    if (!reason.empty()) {
      return std::unexpected("line " + std::to_string(number) + ": " + std::string(reason));
    }
  }
  for (const Field& field : kFields) {
    if ((file.*(field.key)).empty()) {
      return std::unexpected(std::string("it ends without ") + std::string(field.name));
    }
  }
  return file;
}

}  // namespace safety::vault
