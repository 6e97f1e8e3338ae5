// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/model.h"
#include "phrases.h"
#include "support/runner.h"

class ModelFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const auto& model = *nlutest::trained().model;
        const auto bytes = model.serialise();
        const auto back = nlu::Model::deserialise(bytes);
        QVERIFY(back.has_value());
        QCOMPARE((*back)->version(), model.version());
        QCOMPARE((*back)->intents(), model.intents());
        QCOMPARE((*back)->serialise(), bytes);
        for (const auto& example : nlutest::phrases()) {
            const auto before = model.classify(example.text),
                       after = (*back)->classify(example.text);
            QCOMPARE(after.candidates, before.candidates);
            QCOMPARE(after.isOutOfScope, before.isOutOfScope);
            QVERIFY(after.language == before.language);
        }
        QVERIFY(bytes.size() < 300'000);
    }
    void whatIsDamagedIsRefused()
    {
        const auto bytes = nlutest::trained().model->serialise();
        const auto isRefused = [](const QByteArray& damaged) {
            const auto read = nlu::Model::deserialise(damaged);
            return !read && read.error().code == base::Code::Corrupt;
        };
        QVERIFY(isRefused({}));
        QVERIFY(isRefused("not a model at all, but long enough to look like one, perhaps"));
        QVERIFY(isRefused(bytes.chopped(1)));
        QVERIFY(isRefused(bytes.left(40)));
        QVERIFY(isRefused(bytes + 'x'));
        for (qsizetype at = 0; at < bytes.size(); at += bytes.size() / 97 + 1) {
            QByteArray damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
            QVERIFY2(isRefused(damaged), qPrintable(QString::number(at)));
        }
    }
};

RELEVO_TEST(ModelFileTest)
#include "model_file_test.moc"
