// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom, and what every source file must have: read from the sources themselves.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <QtTest>

namespace fs = std::filesystem;

namespace {

/// Rooms, or single headers of a room, that each room may include from besides itself. Whoever adds
/// an arrow adds it here, and says why.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"core/base", {}},
    {"core/tensor", {"core/base"}},
    {"core/nn", {"core/tensor", "core/base"}},
    {"core/data", {"core/tensor", "core/base"}},
    // Codes of numbers and positions know no vector and no operator.
    {"core/codec", {"core/base"}},
    // Compressors work on spans: of the tensors they know the shapes, the sums over vectors, and
    // vectors that are added in parts.
    // Their positions and levels are written in the codes. An entry says of which classes its
    // operator is a member.
    {"core/compress",
     {"core/codec", "core/tensor/shape.h", "core/tensor/vector_in_parts.h",
      "core/tensor/vector_ops.h", "core/theory/class_parameters.h", "core/base"}},
    {"core/problem", {"core/base"}},
    {"core/net", {"core/base"}},
    {"core/theory", {"core/base"}},
    {"core/metrics", {"core/base"}},
    // The skipping rules are sums over vectors; old weights are runs of floats of which a part has
    // changed.
    {"core/algorithm",
     {"core/compress", "core/net", "core/theory", "core/tensor/former_floats.h",
      "core/tensor/shape.h", "core/tensor/vector_in_parts.h", "core/tensor/vector_ops.h",
      "core/base"}},
    // An objective is a network on data, or a convex problem.
    {"core/cluster",
     {"core/nn", "core/data", "core/problem", "core/algorithm", "core/metrics", "core/compress",
      "core/net", "core/theory", "core/tensor", "core/base"}},
    {"core/experiment",
     {"core/cluster", "core/nn", "core/data", "core/problem", "core/algorithm", "core/metrics",
      "core/compress", "core/net", "core/theory", "core/tensor", "core/base"}},
    // What leaves the program, and comes back: figures, reports, event files, command lines. They
    // are made of a run as it is kept, and of what was measured.
    {"core/sharing", {"core/experiment", "core/metrics", "core/data/digest.h", "core/base"}},
    {"ui/widgets", {"core/base"}},
    // The table of runs hands out the runs' colours, and colours live in the theme. The staleness
    // lab sets what runs measure beside what the theory says.
    {"ui/models",
     {"ui/widgets/text.h", "ui/widgets/theme.h", "core/sharing", "core/experiment", "core/metrics",
      "core/theory", "core/base"}},
    // A figure's file carries the runs that it shows.
    {"ui/plots",
     {"ui/models", "ui/widgets", "core/sharing", "core/experiment", "core/metrics", "core/theory",
      "core/base"}},
    // A dataset that is missing can be fetched from the window, and a trace painted over.
    {"ui/panels",
     {"ui/models", "ui/widgets", "core/sharing", "core/experiment", "core/metrics", "core/theory",
      "core/data/dataset.h", "core/data/download.h", "core/net/painted_trace.h", "core/base"}},
    // The main window puts the docks together.
    {"ui",
     {"ui/panels", "ui/plots", "ui/models", "ui/widgets", "core/sharing", "core/experiment",
      "core/metrics", "core/base"}},
    // The command line prints records, and fetches datasets, carries messages over a network and
    // asks DeCo without an experiment.
    {"app",
     {"ui",
      "ui/panels",
      "ui/plots",
      "ui/models",
      "ui/widgets",
      "core/sharing",
      "core/experiment",
      "core/metrics",
      "core/data/dataset.h",
      "core/data/download.h",
      "core/net/link_parameters.h",
      "core/net/message_file.h",
      "core/net/painted_trace.h",
      "core/net/shipped_traces.h",
      "core/net/star.h",
      "core/net/trace_file.h",
      "core/net/trace_generators.h",
      "core/net/wiring_file.h",
      "core/theory/deco.h",
      "core/theory/descent_rate.h",
      "core/theory/energy_saving.h",
      "core/theory/gradient_sizes.h",
      "core/theory/time_to_accuracy.h",
      "core/base"}},
};

/// Headers from outside that only some rooms may know.
struct Outsider {
  std::regex header;
  std::string name;
  std::set<std::string> rooms;
};

const std::vector<Outsider> kOutsiders = {
    {std::regex("Q[A-Za-z].*|q[a-z]*\\.h"),
     "Qt",
     {"ui", "ui/widgets", "ui/models", "ui/plots", "ui/panels", "app"}},
    {std::regex("(oneapi/)?dnnl.*"), "oneDNN", {"core/tensor", "core/nn"}},
    {std::regex("(oneapi/)?tbb/.*"), "oneTBB", {"core/cluster"}},
    {std::regex("Eigen/.*"), "Eigen", {"core/tensor", "core/compress"}},
};

/// "core/base" of "core/base/result.h", "ui" of "ui/main_window.h", "app" of "app/cli.cpp"; empty
/// for what is in no room.
std::string roomOf(const std::string& file) {
  const std::string folder = fs::path(file).parent_path().generic_string();
  const auto top = *fs::path(file).begin();
  if (top == "app") return "app";
  if (top != "core" && top != "ui") return {};
  const auto second = folder.find('/');
  return second == std::string::npos ? folder : folder.substr(0, folder.find('/', second + 1));
}

/// What is wrong with `file` including `header` (as written, quotes or angles included); empty if
/// nothing is.
std::string offence(const std::string& file, const std::string& header) {
  const std::string room = roomOf(file);
  const std::string name = header.substr(1, header.size() - 2);
  if (header.front() == '<') {
    const auto outsider = std::ranges::find_if(
        kOutsiders, [&](const Outsider& o) { return std::regex_match(name, o.header); });
    const bool allowed = outsider == kOutsiders.end() || outsider->rooms.contains(room);
    return allowed ? "" : room + " may not know " + outsider->name;
  }
  if (name.ends_with(".moc")) return {};
  const std::string from = roomOf(name);
  if (from.empty()) return "in no room of this repository; one from outside goes into <>";
  if (from == room) return {};
  const auto entry = kMayInclude.find(room);
  if (entry == kMayInclude.end()) return room + " is not in the table of rooms";
  if (entry->second.contains(from) || entry->second.contains(name)) return {};
  return room + " may not include from " + from;
}

const fs::path kRoot = TELEGRAD_SOURCE_DIR;

std::vector<std::string> linesOf(const std::string& file) {
  std::ifstream stream(kRoot / file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// Files below these folders, relative to the root, whose names end in one of `endings`.
std::vector<std::string> filesIn(const std::vector<std::string>& folders,
                                 const std::vector<std::string>& endings) {
  std::vector<std::string> files;
  for (const auto& folder : folders) {
    if (!fs::exists(kRoot / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const std::string file = fs::relative(entry.path(), kRoot).generic_string();
      const auto ends = [&](const std::string& ending) { return file.ends_with(ending); };
      if (entry.is_regular_file() && std::ranges::any_of(endings, ends)) files.push_back(file);
    }
  }
  std::ranges::sort(files);
  return files;
}

std::vector<std::string> sources() {
  return filesIn({"app", "core", "ui"}, {".h", ".cpp"});
}

/// The words of a CMakeLists.txt that may name a source, comments left out.
std::set<std::string> wordsOf(const std::string& listFile) {
  std::set<std::string> words;
  for (std::string line : linesOf(listFile)) {
    line.resize(std::min(line.find('#'), line.size()));
    std::ranges::replace_if(
        line, [](char c) { return c == '(' || c == ')' || c == '"'; }, ' ');
    std::istringstream stream(line);
    for (std::string word; stream >> word;) words.insert(word);
  }
  return words;
}

/// Whether a CMakeLists.txt beside or above the file names it: by its path from there, or, for a
/// test, as telegrad_test() is called.
bool isListed(const std::string& source) {
  const std::string stem = source.substr(0, source.size() - std::string(".cpp").size());
  for (fs::path folder = fs::path(source).parent_path();; folder = folder.parent_path()) {
    const auto words = wordsOf((folder / "CMakeLists.txt").generic_string());
    const auto names = [&](const std::string& word) {
      return (folder / word).generic_string() == source ||
             (stem.starts_with("tests/") && stem.ends_with("/" + word));
    };
    if (std::ranges::any_of(words, names)) return true;
    if (folder.empty()) return false;
  }
}

/// Prints each offence on a line of its own (Qt Test cuts long messages short). True if there are
/// none.
bool none(const std::vector<std::string>& offences) {
  for (const auto& offence : offences) qWarning("%s", offence.c_str());
  return offences.empty();
}

}  // namespace

class ArchitectureTest : public QObject {
  Q_OBJECT
 private slots:
  void theRulesTellRightFromWrong_data();
  void theRulesTellRightFromWrong();
  void roomsIncludeOnlyWhatTheyMayKnow();
  void theCommandLineKnowsNoQt();
  void everySourceNamesItsLicence();
  void noFileHasMoreThan400Lines();
  void everySourceIsBuilt();
};

void ArchitectureTest::theRulesTellRightFromWrong_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("header");
  QTest::addColumn<bool>("allowed");
  QTest::newRow("own room") << "core/nn/a.cpp"
                            << "\"core/nn/a.h\"" << true;
  QTest::newRow("below") << "core/nn/a.cpp"
                         << "\"core/base/result.h\"" << true;
  QTest::newRow("beside") << "core/nn/a.cpp"
                          << "\"core/data/dataset.h\"" << false;
  QTest::newRow("above") << "core/base/a.h"
                         << "\"core/experiment/a.h\"" << false;
  QTest::newRow("sub-folder") << "core/nn/models/a.cpp"
                              << "\"core/nn/model.h\"" << true;
  QTest::newRow("bytes are bytes") << "core/compress/a.cpp"
                                   << "\"core/net/network.h\"" << false;
  QTest::newRow("one header of a room") << "app/cli.cpp"
                                        << "\"core/data/download.h\"" << true;
  QTest::newRow("another of that room") << "app/cli.cpp"
                                        << "\"core/data/partition.h\"" << false;
  QTest::newRow("core and the window") << "core/base/a.h"
                                       << "\"ui/main_window.h\"" << false;
  QTest::newRow("plots and panels") << "ui/plots/a.cpp"
                                    << "\"ui/panels/b.h\"" << false;
  QTest::newRow("widgets and experiments") << "ui/widgets/a.cpp"
                                           << "\"core/experiment/experiment.h\"" << false;
  QTest::newRow("not from the root") << "core/base/a.cpp"
                                     << "\"result.h\"" << false;
  QTest::newRow("tests from outside") << "core/base/a.cpp"
                                      << "\"tests/support/a.h\"" << false;
  QTest::newRow("a room nobody knows") << "core/attic/a.cpp"
                                       << "\"core/base/result.h\"" << false;
  QTest::newRow("Qt in core") << "core/base/a.h"
                              << "<QString>" << false;
  QTest::newRow("a header of Qt in core") << "core/base/a.h"
                                          << "<qglobal.h>" << false;
  QTest::newRow("Qt in ui") << "ui/models/a.h"
                            << "<QString>" << true;
  QTest::newRow("the plots' library") << "ui/plots/a.h"
                                      << "<qcustomplot.h>" << true;
  QTest::newRow("the standard library") << "core/base/a.h"
                                        << "<queue>" << true;
  QTest::newRow("oneDNN in nn") << "core/nn/a.cpp"
                                << "<oneapi/dnnl/dnnl.hpp>" << true;
  QTest::newRow("oneDNN in data") << "core/data/a.cpp"
                                  << "<dnnl.hpp>" << false;
  QTest::newRow("TBB in algorithm") << "core/algorithm/a.cpp"
                                    << "<tbb/task_arena.h>" << false;
  QTest::newRow("moc") << "ui/models/a.cpp"
                       << "\"a.moc\"" << true;
}

void ArchitectureTest::theRulesTellRightFromWrong() {
  QFETCH(QString, file);
  QFETCH(QString, header);
  QFETCH(bool, allowed);
  const std::string said = offence(file.toStdString(), header.toStdString());
  QVERIFY2(said.empty() == allowed, qPrintable(QString::fromStdString(said)));
}

void ArchitectureTest::roomsIncludeOnlyWhatTheyMayKnow() {
  static const std::regex kInclude(R"(^\s*#\s*include\s*("[^"]+"|<[^>]+>).*)");
  const auto files = sources();
  QVERIFY(files.size() > 20);  // else the folder is not the project's
  std::vector<std::string> offences;
  for (const auto& file : files) {
    const auto lines = linesOf(file);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::smatch match;
      if (!std::regex_match(lines[i], match, kInclude)) continue;
      const std::string said = offence(file, match[1]);
      if (said.empty()) continue;
      offences.push_back(file + ":" + std::to_string(i + 1) + ": " + match[1].str() + ": " + said);
    }
  }
  QVERIFY(none(offences));
}

void ArchitectureTest::theCommandLineKnowsNoQt() {
  static const std::regex kWindow(R"(^\s*#\s*include\s*(<[Qq]|"ui/).*)");
  std::vector<std::string> offences;
  for (const auto& file : filesIn({"app"}, {".h", ".cpp"})) {
    const std::string name = fs::path(file).filename().generic_string();
    if (!name.starts_with("cli")) continue;
    const auto lines = linesOf(file);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!std::regex_match(lines[i], kWindow)) continue;
      offences.push_back(file + ":" + std::to_string(i + 1) + ": " + lines[i]);
    }
  }
  QVERIFY(none(offences));
}

void ArchitectureTest::everySourceNamesItsLicence() {
  const std::vector<std::string> endings = {".h", ".cpp", "CMakeLists.txt", ".sh", ".py", ".cmake"};
  auto files = filesIn({"app", "core", "ui", "tests", "packaging"}, endings);
  files.insert(files.end(), {"CMakeLists.txt", ".ci/run"});
  std::vector<std::string> offences;
  for (const auto& file : files) {
    const auto lines = linesOf(file);
    const std::size_t first = !lines.empty() && lines[0].starts_with("#!") ? 1 : 0;
    const bool named =
        lines.size() > first &&
        lines[first].find("SPDX-License-Identifier: GPL-3.0-or-later") != std::string::npos;
    if (!named) offences.push_back(file + ":" + std::to_string(first + 1) + ": no licence");
  }
  QVERIFY(none(offences));
}

void ArchitectureTest::noFileHasMoreThan400Lines() {
  std::vector<std::string> offences;
  for (const auto& file : sources()) {
    const std::size_t lines = linesOf(file).size();
    if (lines > 400) offences.push_back(file + ": " + std::to_string(lines) + " lines");
  }
  QVERIFY(none(offences));
}

void ArchitectureTest::everySourceIsBuilt() {
  std::vector<std::string> offences;
  for (const auto& file : filesIn({"app", "core", "ui", "tests"}, {".cpp"}))
    if (!isListed(file)) offences.push_back(file + ": no CMakeLists.txt names it");
  QVERIFY(none(offences));
}

QTEST_APPLESS_MAIN(ArchitectureTest)
#include "architecture_test.moc"
