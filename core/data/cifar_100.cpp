// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"

namespace telegrad {
namespace {

/// The fine classes, in the alphabet's order, as the dataset numbers them.
std::vector<std::string> fineNames() {
  return {"apple",       "aquarium fish", "baby",      "bear",       "beaver",       "bed",
          "bee",         "beetle",        "bicycle",   "bottle",     "bowl",         "boy",
          "bridge",      "bus",           "butterfly", "camel",      "can",          "castle",
          "caterpillar", "cattle",        "chair",     "chimpanzee", "clock",        "cloud",
          "cockroach",   "couch",         "crab",      "crocodile",  "cup",          "dinosaur",
          "dolphin",     "elephant",      "flatfish",  "forest",     "fox",          "girl",
          "hamster",     "house",         "kangaroo",  "keyboard",   "lamp",         "lawn mower",
          "leopard",     "lion",          "lizard",    "lobster",    "man",          "maple tree",
          "motorcycle",  "mountain",      "mouse",     "mushroom",   "oak tree",     "orange",
          "orchid",      "otter",         "palm tree", "pear",       "pickup truck", "pine tree",
          "plain",       "plate",         "poppy",     "porcupine",  "possum",       "rabbit",
          "raccoon",     "ray",           "road",      "rocket",     "rose",         "sea",
          "seal",        "shark",         "shrew",     "skunk",      "skyscraper",   "snail",
          "snake",       "spider",        "squirrel",  "streetcar",  "sunflower",    "sweet pepper",
          "table",       "tank",          "telephone", "television", "tiger",        "tractor",
          "train",       "trout",         "tulip",     "turtle",     "wardrobe",     "whale",
          "willow tree", "wolf",          "woman",     "worm"};
}

}  // namespace

/// 50,000 and 10,000 photographs, 32x32, in 100 fine classes (the 20 coarse ones are read past).
/// The normalisation is that of the SASG paper's code, which divides by the means.
Entry<DatasetSource> cifar100() {
  Entry<DatasetSource> entry;
  entry.key = "cifar-100";
  entry.name = "CIFAR-100";
  entry.summary =
      "Photographs in 100 classes, 32x32 in colour, 50,000 to train on, 10,000 to test.";
  entry.source = "Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009";
  entry.parameters = {augmentParameter(
      "shifted by up to 4 pixels, flipped every second time, and rotated by up to 15 degrees")};
  entry.make = [](const Settings& settings) {
    const std::vector<float> means{0.50707516F, 0.48654887F, 0.44091784F};
    CifarFacts facts{.key = "cifar-100",
                     .folder = "cifar-100-binary",
                     .format = {.labels = {20, 100}},
                     .train = {"train.bin"},
                     .test = {"test.bin"},
                     .normalisation = {means, means},
                     .augmentation = {},
                     .classNames = fineNames()};
    if (settings.flag("augment"))
      facts.augmentation = {.padding = 4, .flip = true, .rotation = 15.0};
    return makeCifarDataset(std::move(facts));
  };
  return entry;
}

}  // namespace telegrad
