// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/http_transfer.h"

#include <array>
#include <charconv>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include <curl/curl.h>

#include "core/base/said.h"
#include "core/data/part_file.h"

namespace telegrad {
namespace {

using Clock = std::chrono::steady_clock;
using End = TransferOutcome::End;

constexpr long kPartialContent = 206;
constexpr long kRangeNotSatisfiable = 416;
constexpr long kMostRedirects = 5;

/// What libcurl's callbacks share.
struct Session {
  CURL* curl;
  const TransferOrder& order;
  const std::stop_token& stop;
  PartFile file;
  std::int64_t offset;  // bytes of earlier tries
  std::int64_t done;    // bytes in the file now
  bool begun = false;   // the first bytes have come, the status is judged
  Clock::time_point heard = Clock::now();
  curl_off_t received = 0;                      // as progress() last saw it
  std::optional<TransferOutcome> verdict = {};  // why a callback ended the transfer
};

void end(Session& session, End how, std::string reason, bool spoilt = false) {
  session.verdict = TransferOutcome{.end = how, .reason = std::move(reason), .spoilt = spoilt};
}

/// Whether a 206 answer continues where the part ends ("bytes 100-199/200").
bool continuesAt(CURL* curl, std::int64_t offset) {
  curl_header* header = nullptr;
  if (curl_easy_header(curl, "Content-Range", 0, CURLH_HEADER, -1, &header) != CURLHE_OK)
    return false;
  const std::string_view value = header->value;
  constexpr std::string_view kUnit = "bytes ";
  if (!value.starts_with(kUnit)) return false;
  std::int64_t first = -1;
  std::from_chars(value.data() + kUnit.size(), value.data() + value.size(), first);
  return first == offset;
}

/// Judges the answer before its first byte is written.
bool begin(Session& session) {
  session.begun = true;
  if (session.offset == 0) return true;
  long status = 0;
  curl_easy_getinfo(session.curl, CURLINFO_RESPONSE_CODE, &status);
  if (status == kPartialContent) {
    if (continuesAt(session.curl, session.offset)) return true;
    end(session, End::Useless, said("it sent another range than was asked for"), true);
    return false;
  }
  // The whole file from its start: the server takes no ranges.
  session.offset = 0;
  session.done = 0;
  if (auto restarted = session.file.restart(); !restarted) {
    end(session, End::Unwritable, restarted.error().message);
    return false;
  }
  return true;
}

std::size_t onBytes(char* bytes, std::size_t /*always one*/, std::size_t count, void* shared) {
  auto& session = *static_cast<Session*>(shared);
  if (!session.begun && !begin(session)) return CURL_WRITEFUNC_ERROR;
  if (session.done + static_cast<std::int64_t>(count) > session.order.limit) {
    end(session, End::Useless, said("it sent more than the %1 bytes allowed", session.order.limit),
        true);
    return CURL_WRITEFUNC_ERROR;
  }
  if (auto written = session.file.write({bytes, count}); !written) {
    end(session, End::Unwritable, written.error().message);
    return CURL_WRITEFUNC_ERROR;
  }
  session.done += static_cast<std::int64_t>(count);
  if (session.order.progress) session.order.progress(session.done);
  return count;
}

/// Called at least once a second, also while nothing arrives. libcurl's own limit works on an
/// average over some seconds, which outlasts a short stallSeconds.
int onTick(void* shared, curl_off_t /*total*/, curl_off_t received, curl_off_t /*up*/,
           curl_off_t /*sent*/) {
  auto& session = *static_cast<Session*>(shared);
  if (session.stop.stop_requested()) {
    end(session, End::Cancelled, said("cancelled"));
    return 1;
  }
  const auto now = Clock::now();
  if (received != session.received) {
    session.received = received;
    session.heard = now;
  }
  if (now - session.heard < std::chrono::seconds(session.order.stallSeconds)) return 0;
  end(session, End::Interrupted, said("nothing arrived for %1 s", session.order.stallSeconds));
  return 1;
}

TransferOutcome judge(Session& session, CURLcode code, std::string_view detail) {
  if (session.verdict) return *session.verdict;
  if (code == CURLE_OK) {
    if (auto finished = session.file.finish(); !finished)
      return {.end = End::Unwritable, .reason = finished.error().message};
    return {.end = End::Whole};
  }
  if (code == CURLE_HTTP_RETURNED_ERROR) {
    long status = 0;
    curl_easy_getinfo(session.curl, CURLINFO_RESPONSE_CODE, &status);
    return {.end = End::Useless,
            .reason = said("HTTP status %1", status),
            .spoilt = status == kRangeNotSatisfiable};
  }
  const std::string reason =
      detail.empty() ? std::string(curl_easy_strerror(code)) : std::string(detail);
  return {.end = session.done > 0 ? End::Interrupted : End::Useless, .reason = reason};
}

void configure(CURL* curl, Session& session, std::span<char, CURL_ERROR_SIZE> detail) {
  // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg): libcurl's interface
  curl_easy_setopt(curl, CURLOPT_URL, session.order.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXREDIRS, kMostRedirects);
  curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);  // other threads run
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "telegrad");
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail.data());
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(session.order.stallSeconds));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &onBytes);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &session);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &onTick);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &session);
  if (session.offset > 0)
    curl_easy_setopt(curl, CURLOPT_RANGE, (std::to_string(session.offset) + "-").c_str());
  // NOLINTEND(cppcoreguidelines-pro-type-vararg)
}

}  // namespace

TransferOutcome transfer(const TransferOrder& order, const std::stop_token& stop) {
  static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(),
                                                                 &curl_easy_cleanup);
  if (kReady != CURLE_OK || !curl) return {.reason = said("libcurl cannot start")};
  const auto offset = bytesThere(order.part);
  auto file =
      PartFile::open(order.part, offset > 0 ? PartFile::Open::Continue : PartFile::Open::Anew);
  if (!file) return {.end = End::Unwritable, .reason = file.error().message};

  Session session{.curl = curl.get(),
                  .order = order,
                  .stop = stop,
                  .file = *std::move(file),
                  .offset = offset,
                  .done = offset};
  std::array<char, CURL_ERROR_SIZE> detail{};
  configure(curl.get(), session, detail);
  const auto code = curl_easy_perform(curl.get());
  auto outcome = judge(session, code, detail.data());
  outcome.resumed = session.offset > 0;
  return outcome;
}

}  // namespace telegrad
