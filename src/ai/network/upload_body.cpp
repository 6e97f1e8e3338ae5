// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/network/upload_body.h"

#include <algorithm>
#include <utility>

namespace ai {

UploadBody::UploadBody(std::shared_ptr<const std::string> bytes) : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadBody::left() const
{
    return static_cast<qint64>(m_bytes->size() - m_at);
}

bool UploadBody::atEnd() const
{
    return left() == 0;
}

qint64 UploadBody::bytesAvailable() const
{
    return left();
}

qint64 UploadBody::readData(char* data, qint64 most)
{
    const qint64 size = std::min(most, left());
    if (size == 0)
        return -1; // the end, for a device that is read once
    std::copy_n(m_bytes->data() + m_at, size, data);
    m_at += static_cast<std::size_t>(size);
    return size;
}

} // namespace ai
