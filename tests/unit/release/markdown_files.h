// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace markdown_files {

/// A file below tests/corpora, its bytes as they are; empty where there is none.
inline QByteArray corpus(const QString& name)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/tests/corpora/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace markdown_files
