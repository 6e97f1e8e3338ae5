// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/understanding/shipped_model.h"

#include <QFile>
#include <QSaveFile>

namespace desk {

namespace {

std::shared_ptr<const nlu::Model> keptModel(const QString& file, const QString& version)
{
    QFile kept(file);
    if (file.isEmpty() || !kept.open(QIODevice::ReadOnly))
        return nullptr;
    const auto model = nlu::Model::deserialise(kept.readAll());
    return model && (*model)->version() == version ? *model : nullptr;
}

} // namespace

base::Result<std::shared_ptr<const nlu::Model>>
shippedModel(const std::vector<nlu::Example>& phrases, const QString& file)
{
    if (auto kept = keptModel(file, nlu::versionOf(phrases, {})))
        return kept;
    auto trained = nlu::train(phrases, {});
    if (!trained)
        return base::fail(trained.error());
    QSaveFile save(file);
    if (!file.isEmpty() && save.open(QIODevice::WriteOnly)) {
        save.write(trained->model->serialise());
        save.commit();
    }
    return std::move(trained->model);
}

} // namespace desk
