// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

/// A web server on 127.0.0.1, on a thread of its own, that misbehaves on request.
class HttpServer : public QThread {
 public:
  enum class Manner {
    Good,        // honours Range
    NoRange,     // always answers 200 with the whole
    WrongRange,  // answers a Range request with another range
    BreakOff,    // promises the whole, sends half and hangs up
    Stall,       // promises the whole, sends half and then nothing
    Mute,        // accepts the request and never answers
    Corrupt,     // sends as many bytes, one of them wrong
    Surplus,     // sends more bytes than the file has
    NotFound,    // 404
    Redirect,    // 302 to /moved/<name>, which is then served well
  };
  struct Request {
    QByteArray path;
    std::optional<qint64> from;  // of its Range
    qint64 sent = 0;             // bytes of the body
  };

  explicit HttpServer(Manner manner = Manner::Good) : manner_(manner) {
    start();
    while (port_ == 0) yieldCurrentThread();
  }
  ~HttpServer() override {
    requestInterruption();
    wait();
    // A sanitizer that does not see into Qt's wait() sees this.
    const std::lock_guard lock(mutex_);
  }
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  HttpServer(HttpServer&&) = delete;
  HttpServer& operator=(HttpServer&&) = delete;

  void serve(const QString& name, const QByteArray& bytes) {
    const std::lock_guard lock(mutex_);
    files_[name] = bytes;
  }
  void behave(Manner manner) { manner_ = manner; }
  std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }
  std::vector<Request> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 protected:
  void run() override {
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost)) qFatal("no port on 127.0.0.1");
    port_ = server.serverPort();
    while (!isInterruptionRequested())
      if (server.waitForNewConnection(kTick)) answer(*server.nextPendingConnection());
  }

 private:
  static constexpr int kTick = 20;  // ms: how soon an interruption is seen

  QByteArray head(QTcpSocket& socket) const {
    QByteArray text;
    while (!text.contains("\r\n\r\n") && !isInterruptionRequested() &&
           socket.state() == QAbstractSocket::ConnectedState)
      if (socket.waitForReadyRead(kTick)) text += socket.readAll();
    return text;
  }

  void waitForHangUp(QTcpSocket& socket) const {
    while (!isInterruptionRequested() && socket.state() == QAbstractSocket::ConnectedState)
      socket.waitForDisconnected(kTick);
  }

  static std::optional<qint64> rangeOf(const QByteArray& head) {
    const QByteArray mark = "Range: bytes=";
    const auto at = head.indexOf(mark);
    if (at < 0) return {};
    const auto first = at + mark.size();
    return head.mid(first, head.indexOf('-', first) - first).toLongLong();
  }

  void answer(QTcpSocket& socket) {
    const auto text = head(socket);
    Request request{text.split(' ').value(1), rangeOf(text)};
    const auto manner = manner_.load();
    const auto name = QString(request.path).section('/', -1);
    std::optional<QByteArray> file;
    {
      const std::lock_guard lock(mutex_);
      if (files_.contains(name)) file = files_.value(name);
    }
    if (manner == Manner::Mute) return finish(socket, request, {}, true);
    if (manner == Manner::Redirect && !request.path.startsWith("/moved/"))
      return finish(socket, request,
                    "HTTP/1.1 302 Found\r\nLocation: /moved/" + name.toUtf8() +
                        "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    if (manner == Manner::NotFound || !file)
      return finish(
          socket, request,
          "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\nConnection: close\r\n\r\nnone\n");
    sendFile(socket, request, *file, manner);
  }

  void sendFile(QTcpSocket& socket, Request& request, QByteArray file, Manner manner) {
    const auto size = file.size();
    if (manner == Manner::Corrupt) file[size - 1] = static_cast<char>(file[size - 1] ^ 1);
    if (manner == Manner::Surplus) file += "more";
    const bool partial = request.from && manner != Manner::NoRange;
    const qint64 first = !partial ? 0 : manner == Manner::WrongRange ? 0 : *request.from;
    if (first >= file.size())
      return finish(socket, request,
                    "HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\n"
                    "Connection: close\r\n\r\n");
    const auto body = file.mid(first);
    QByteArray head = partial ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " +
                                    QByteArray::number(first) + "-" +
                                    QByteArray::number(file.size() - 1) + "/" +
                                    QByteArray::number(file.size()) + "\r\n"
                              : QByteArray("HTTP/1.1 200 OK\r\n");
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n";
    const bool half = manner == Manner::BreakOff || manner == Manner::Stall;
    const auto sent = half ? body.left(body.size() / 2) : body;
    request.sent = sent.size();
    finish(socket, request, head + sent, manner == Manner::Stall);
  }

  void finish(QTcpSocket& socket, const Request& request, const QByteArray& answer,
              bool keepOpen = false) {
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(request);
    }
    socket.write(answer);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten()) {
    }
    if (keepOpen) waitForHangUp(socket);
    socket.disconnectFromHost();
    waitForHangUp(socket);
    delete &socket;
  }

  std::atomic<Manner> manner_;
  std::atomic<quint16> port_{0};
  mutable std::mutex mutex_;
  QMap<QString, QByteArray> files_;
  std::vector<Request> requests_;
};
