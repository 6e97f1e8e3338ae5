// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ai_server/answer.h"
#include "support/ai_server/fault.h"

#include <QHash>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>

#include <random>

namespace aiserver {

/// A request as it came in.
struct Request {
    QByteArray method;
    QString path; ///< without host and query
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    bool isProxied = false; ///< the target was a whole address

    [[nodiscard]] QByteArray header(const char* name) const;
};

/// What has happened so far. One thread.
class Book
{
public:
    /// A request has begun to be answered; the number is for ended().
    int begun(const Request& request, const QString& mode);
    void ended(int number, const char* how);
    void connectionOpened();
    void connectionClosed() { --m_connections; }
    void clear();
    [[nodiscard]] QJsonObject stats() const;
    [[nodiscard]] QJsonArray requests() const { return m_requests; }

private:
    QJsonArray m_requests;
    int m_count = 0;
    int m_inFlight = 0;
    int m_highWater = 0;
    int m_connections = 0;
    int m_everConnected = 0;
    int m_closedByPeer = 0;
};

/// Chooses what a request meets.
class Chooser
{
public:
    explicit Chooser(QString word) : m_default(std::move(word)) {}
    [[nodiscard]] Fault faultOf(const Request& request);
    void setDefault(const QString& word) { m_default = word; }
    void clear() { m_used.clear(); }

private:
    [[nodiscard]] Fault mixed(const Fault& fault);

    QString m_default;
    QHash<QString, int> m_used; ///< how often a word with `times` was met
    std::mt19937 m_random{1};
};

/// One client's connection: reads a request, plays its plan, reads the next.
class Connection final : public QObject
{
    Q_OBJECT
public:
    Connection(QTcpSocket* socket, Book& book, Chooser& chooser, QObject* parent);

private:
    void read();
    void readSlowly();
    [[nodiscard]] bool takeHead();
    void serve();
    [[nodiscard]] bool control();
    void answerControl(const QByteArray& json);
    void play();
    void sendPiece();
    void finish(Step::Then how);
    void gone();

    QTcpSocket* m_socket;
    Book& m_book;
    Chooser& m_chooser;
    QByteArray m_in;
    Request m_request;
    Fault m_fault;
    qsizetype m_bodySize = -1; ///< while a body is read
    int m_number = -1;         ///< in the book, while it is answered
    int m_served = 0;
    Plan m_plan;
    std::size_t m_step = 0;
    qsizetype m_sent = 0; ///< of the step's bytes
};

} // namespace aiserver
