// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>

#include <QByteArray>
#include <QFile>
#include <QString>
#include <zlib.h>

// Files as the datasets' publishers write them, made byte by byte.

inline std::filesystem::path pathOf(const QString& path) {
  return path.toStdString();
}

inline bool writeFile(const std::filesystem::path& path, const QByteArray& bytes) {
  std::filesystem::create_directories(path.parent_path());
  QFile file(QString::fromStdString(path.string()));
  return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray bigEndian(std::initializer_list<quint32> words) {
  QByteArray bytes;
  for (const quint32 word : words)
    for (const int shift : {24, 16, 8, 0}) bytes.append(static_cast<char>((word >> shift) & 0xFFU));
  return bytes;
}

/// `count` images whose pixels run through 0, 1, ..., 250, 0, ...
inline QByteArray idxImages(quint32 count, quint32 height = 28, quint32 width = 28) {
  auto bytes = bigEndian({0x803, count, height, width});
  for (quint32 i = 0; i < count * height * width; ++i) bytes.append(static_cast<char>(i % 251));
  return bytes;
}

/// `count` labels 0, 1, ..., 9, 0, ...
inline QByteArray idxLabels(quint32 count) {
  auto bytes = bigEndian({0x801, count});
  for (quint32 i = 0; i < count; ++i) bytes.append(static_cast<char>(i % 10));
  return bytes;
}

inline QByteArray gzip(QByteArray bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
  QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(static_cast<qsizetype>(stream.total_out));
  deflateEnd(&stream);
  return packed;
}

/// The four files of a dataset of 28x28 digits in `folder`.
inline bool writeDataset(const std::filesystem::path& folder, quint32 train, quint32 test,
                         bool packed) {
  const std::string end = packed ? ".gz" : "";
  const auto form = [&](const QByteArray& bytes) { return packed ? gzip(bytes) : bytes; };
  return writeFile(folder / ("train-images-idx3-ubyte" + end), form(idxImages(train))) &&
         writeFile(folder / ("train-labels-idx1-ubyte" + end), form(idxLabels(train))) &&
         writeFile(folder / ("t10k-images-idx3-ubyte" + end), form(idxImages(test))) &&
         writeFile(folder / ("t10k-labels-idx1-ubyte" + end), form(idxLabels(test)));
}
