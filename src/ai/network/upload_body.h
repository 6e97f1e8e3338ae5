// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <memory>
#include <string>

namespace ai {

/// A request's body for QNetworkAccessManager that can be read once. What can be rewound it sends again
/// by itself, up to three times, when a connection breaks; this it cannot, and so fails instead with
/// ContentReSendError. The bytes are shared, not copied.
class UploadBody final : public QIODevice
{
public:
    explicit UploadBody(std::shared_ptr<const std::string> bytes);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    [[nodiscard]] qint64 left() const;

    std::shared_ptr<const std::string> m_bytes;
    std::size_t m_at = 0;
};

} // namespace ai
