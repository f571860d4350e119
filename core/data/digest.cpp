// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digest.h"

#include <array>
#include <fstream>
#include <memory>
#include <string_view>
#include <vector>

#include <openssl/evp.h>

#include "core/base/said.h"

namespace telegrad {

/// A message digest in progress.
class MessageDigest {
 public:
  explicit MessageDigest(const EVP_MD* kind) : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    EVP_DigestInit_ex(context_.get(), kind, nullptr);
  }

  void add(std::span<const std::byte> bytes) {
    EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
  }

  std::string hex() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), bytes.data(), &size);
    std::string text;
    for (const unsigned char byte : std::span(bytes).first(size)) {
      text += kDigits.at(byte >> 4U);
      text += kDigits.at(byte & 0xFU);
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

Sha256::Sha256() : digest_(std::make_unique<MessageDigest>(EVP_sha256())) {}
Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes) {
  digest_->add(bytes);
}

std::string Sha256::digest() {
  return digest_->hex();
}

std::string sha256(std::span<const std::byte> bytes) {
  Sha256 all;
  all.add(bytes);
  return all.digest();
}

Result<std::string> md5OfFile(const std::filesystem::path& path) {
  constexpr std::size_t kPiece = std::size_t{1} << 16U;
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{said("%1: cannot be read", path)};
  MessageDigest digest(EVP_md5());
  std::vector<char> piece(kPiece);
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    const auto count = static_cast<std::size_t>(file.gcount());
    digest.add(std::as_bytes(std::span(piece).first(count)));
  }
  if (file.bad()) return Error{said("%1: cannot be read to its end", path)};
  return digest.hex();
}

}  // namespace telegrad
