// SPDX-License-Identifier: GPL-3.0-or-later
// The editor's drafts, saves, conflicts and former versions.
#include "panels/error_texts.h"
#include "panels/knowledge/article_editor.h"
#include "panels/knowledge/article_texts.h"
#include "panels/look/language.h"
#include "ui_article_editor.h"

#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace panels {

// ---- Drafts and saving ----

void ArticleEditor::flush()
{
    m_pause.stop();
    if (!m_isOpen || !std::exchange(m_hasNews, false))
        return;
    if (isChanged())
        m_drafts.keep(m_slug, {written(), m_baseVersion});
    else
        m_drafts.forget(m_slug);
    showLanguages();
    showState();
    Q_EMIT draftsChanged();
}

void ArticleEditor::discard()
{
    m_pause.stop();
    m_hasNews = false;
    m_drafts.forget(m_slug);
    m_held.reset();
    m_baseVersion = m_saved.version;
    notify({});
    fill(m_saved.content);
    showState();
    Q_EMIT draftsChanged();
}

QString ArticleEditor::faultOf(const desk::ArticleContent& content) const
{
    if (content.texts.isEmpty())
        return tr("Write a title and a text first.");
    for (const auto& text : content.texts) {
        if (text.title.trimmed().isEmpty() || text.markdown.trimmed().isEmpty())
            return tr("%1 needs a title and a text.").arg(languageTitle(text.language));
        if (text.markdown.size() > desk::kLongestArticle)
            return tr("%1: the text has more than %2 characters.")
                .arg(languageTitle(text.language), QLocale().toString(desk::kLongestArticle));
    }
    const bool hasLongTag =
        std::ranges::any_of(content.tags, [](const QString& tag) { return tag.size() > 40; });
    if (hasLongTag || content.tags.size() > desk::kMostTags)
        return tr("At most %1 tags of 40 characters.").arg(desk::kMostTags);
    return {};
}

void ArticleEditor::save()
{
    if (m_isOpen && !m_held && (isChanged() || m_slug.isEmpty()))
        saveOver(m_baseVersion);
}

void ArticleEditor::saveOver(int version)
{
    const auto content = written();
    if (const QString fault = faultOf(content); !fault.isEmpty()) {
        showState(fault, false);
        return;
    }
    if (m_held)
        backToWritten();
    m_pause.stop();
    m_hasNews = false;
    m_drafts.keep(m_slug, {content, version});
    m_desk.saveArticle(m_caller, m_me, {m_slug, content, version},
                       [this, content, slug = m_slug](base::Result<desk::Article> article) {
                           if (slug == m_slug)
                               tookSaved(std::move(article), content);
                       });
}

void ArticleEditor::tookSaved(base::Result<desk::Article> article, const desk::ArticleContent& sent)
{
    if (!article) {
        if (article.error().code == base::Code::Conflict)
            changed();
        else
            showState(errorText(article.error()), false);
        return;
    }
    m_drafts.forget(m_slug);
    const auto now = written();
    m_slug = article->slug;
    setSaved(*std::move(article));
    m_baseVersion = m_saved.version;
    notify({});
    if (now != sent)
        edited(); // more was written meanwhile: a draft again
    else if (now != m_saved.content)
        fill(m_saved.content); // it was tidied
    showLanguages();
    showState(tr("Saved."));
    Q_EMIT draftsChanged();
    Q_EMIT this->saved(m_slug);
}

void ArticleEditor::showConflict()
{
    notify(tr("%1 saved this article while you were writing.").arg(whoText(m_saved.savedBy)),
           {tr("Show theirs"),
            [this] {
                lookAt(m_saved.content,
                       tr("This is what %1 saved on %2.")
                           .arg(whoText(m_saved.savedBy), whenText(m_saved.saved)),
                       {tr("Take theirs, discard mine"), [this] { discard(); }});
            }},
           {tr("Save mine over theirs"), [this] { saveOver(m_saved.version); }});
    showState();
}

void ArticleEditor::publish(bool isPublished)
{
    m_ui->articlePublished->setChecked(m_saved.isPublished); // until it is done
    m_desk.publishArticle(m_caller, m_slug, isPublished,
                          [this, slug = m_slug](base::Result<desk::Article> article) {
                              if (slug != m_slug)
                                  return;
                              if (!article) {
                                  showState(errorText(article.error()), false);
                                  return;
                              }
                              setSaved(*std::move(article));
                              showState(m_saved.isPublished ? tr("Published: the bot may quote it.")
                                                            : tr("Not published any more."));
                          });
}

// ---- Versions ----

void ArticleEditor::fillVersions()
{
    QMenu* menu = m_ui->articleVersions->menu();
    menu->clear();
    menu->addAction(tr("Reading the versions…"))->setEnabled(false);
    m_desk.articleVersions(
        m_caller, m_slug,
        [this, menu, slug = m_slug](const base::Result<std::vector<desk::ArticleVersion>>& all) {
            if (slug != m_slug)
                return;
            menu->clear();
            if (!all || all->empty()) {
                menu->addAction(all ? tr("It was never changed.") : errorText(all.error()))
                    ->setEnabled(false);
                return;
            }
            for (const auto& version : *all) {
                const QString title = tr("Version %1 · %2 · %3")
                                          .arg(QString::number(version.version),
                                               whenText(version.saved), whoText(version.savedBy));
                menu->addAction(title, this, [this, version] {
                    lookAt(inOrder(version.content),
                           tr("This is version %1, which %2 saved on %3.")
                               .arg(QString::number(version.version), whoText(version.savedBy),
                                    whenText(version.saved)),
                           {tr("Restore this version"), [this, number = version.version] {
                                m_desk.restoreArticle(
                                    m_caller, m_me, m_slug, number, m_saved.version,
                                    [this, slug = m_slug](base::Result<desk::Article> article) {
                                        if (slug != m_slug)
                                            return;
                                        discard();
                                        tookSaved(std::move(article), written());
                                    });
                            }});
                });
            }
        });
}

// Something else is shown in the same place, read-only, until the way back is taken.
void ArticleEditor::lookAt(const desk::ArticleContent& content, const QString& notice,
                           const Choice& choice)
{
    flush();
    if (!m_held)
        m_held = written();
    fill(content);
    notify(notice, choice, {tr("Back"), [this] { backToWritten(); }});
    showState();
}

void ArticleEditor::backToWritten()
{
    if (m_held)
        fill(*std::exchange(m_held, std::nullopt));
    notify({});
    if (m_baseVersion != m_saved.version && isChanged())
        showConflict();
    showState();
}

} // namespace panels
