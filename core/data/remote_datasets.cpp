// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/data/download.h"

namespace telegrad {

std::span<const RemoteDataset> remoteDatasets() {
  // The second is where the first sends those who ask.
  const std::vector<std::string> toronto{"https://www.cs.toronto.edu/~kriz/",
                                         "https://cave.cs.toronto.edu/kriz/"};
  static const std::array kAll{
      RemoteDataset{
          .key = "mnist",
          .mirrors = {"https://ossci-datasets.s3.amazonaws.com/mnist/",
                      "https://storage.googleapis.com/cvdf-datasets/mnist/",
                      "http://yann.lecun.com/exdb/mnist/"},
          .files = {{"train-images-idx3-ubyte.gz", "f68b3c2dcbeaaa9fbdd348bbdeb94873", 9912422},
                    {"train-labels-idx1-ubyte.gz", "d53e105ee54ea40749a09fcbcd1e9432", 28881},
                    {"t10k-images-idx3-ubyte.gz", "9fb629c4189551a2d022fa330f9573f3", 1648877},
                    {"t10k-labels-idx1-ubyte.gz", "ec29112dd5afa0611ce80d1b7f02629c", 4542}}},
      RemoteDataset{
          .key = "fashion-mnist",
          .mirrors = {"http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
                      "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/"
                      "fashion/"},
          .files = {{"train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d", 26421880},
                    {"train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe", 29515},
                    {"t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79", 4422102},
                    {"t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310", 5148}}},
      RemoteDataset{
          .key = "cifar-10",
          .mirrors = toronto,
          .files = {{"cifar-10-binary.tar.gz", "c32a1d4ab5d03f1284b67883e8d87530", 170052171}},
          .archive = ArchiveContents{.folder = "cifar-10-batches-bin",
                                     .files = {{"data_batch_1.bin", 30730000},
                                               {"data_batch_2.bin", 30730000},
                                               {"data_batch_3.bin", 30730000},
                                               {"data_batch_4.bin", 30730000},
                                               {"data_batch_5.bin", 30730000},
                                               {"test_batch.bin", 30730000}},
                                     .others = {"batches.meta.txt", "readme.html"}}},
      RemoteDataset{
          .key = "cifar-100",
          .mirrors = toronto,
          .files = {{"cifar-100-binary.tar.gz", "03b5dce01913d631647c71ecec9e9cb8", 168513733}},
          .archive =
              ArchiveContents{.folder = "cifar-100-binary",
                              .files = {{"train.bin", 153700000}, {"test.bin", 30740000}},
                              .others = {"fine_label_names.txt", "coarse_label_names.txt"}}}};
  return kAll;
}

std::vector<const RemoteDataset*> remotesOf(std::string_view key) {
  const auto isOfIt = [key](const std::string& remote) {
    if (key == "mnist-and-cifar-10") return remote == "mnist" || remote == "cifar-10";
    return remote == key;
  };
  std::vector<const RemoteDataset*> remotes;
  for (const auto& remote : remoteDatasets())
    if (isOfIt(remote.key)) remotes.push_back(&remote);
  return remotes;
}

}  // namespace telegrad
