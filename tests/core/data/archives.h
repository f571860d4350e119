// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

#include "tests/core/data/cifar_files.h"

/// One entry of an archive that may be as wrong as it likes.
struct TarEntry {
  std::string path;
  QByteArray bytes = {};
  unsigned int type = AE_IFREG;
  std::string link = {};  // what a symbolic link, or a hard one (of type AE_IFREG), leads to
};

/// The entries as a tar archive, as they are and in their order.
inline QByteArray tarOf(const std::vector<TarEntry>& entries) {
  std::vector<char> buffer(std::size_t{1} << 23U);
  std::size_t used = 0;
  auto* writer = archive_write_new();
  archive_write_set_format_ustar(writer);
  archive_write_open_memory(writer, buffer.data(), buffer.size(), &used);
  for (const auto& from : entries) {
    auto* entry = archive_entry_new();
    archive_entry_set_pathname(entry, from.path.c_str());
    archive_entry_set_filetype(entry, from.type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, from.bytes.size());
    if (from.type == AE_IFLNK) archive_entry_set_symlink(entry, from.link.c_str());
    if (from.type == AE_IFREG && !from.link.empty())
      archive_entry_set_hardlink(entry, from.link.c_str());
    if (archive_write_header(writer, entry) != ARCHIVE_OK)
      qFatal("%s: %s", from.path.c_str(), archive_error_string(writer));
    archive_write_data(writer, from.bytes.constData(), static_cast<std::size_t>(from.bytes.size()));
    archive_entry_free(entry);
  }
  if (archive_write_close(writer) != ARCHIVE_OK) qFatal("%s", archive_error_string(writer));
  archive_write_free(writer);
  return {buffer.data(), static_cast<qsizetype>(used)};
}

/// smallCifar10() as its publisher packs it: the folder, a text beside the files, and they.
inline std::vector<TarEntry> goodEntries() {
  std::vector<TarEntry> entries{{"cifar-10-batches-bin/", {}, AE_IFDIR},
                                {"cifar-10-batches-bin/batches.meta.txt", "airplane\n"}};
  for (const auto& file : smallCifar10())
    entries.push_back({"cifar-10-batches-bin/" + file.name, file.bytes});
  return entries;
}
