// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/kinds/patterns.h"

#include <QtGlobal>

namespace privacy {

namespace {

RE2::Options optionsOf(Pattern::Case letters)
{
    RE2::Options options(RE2::Latin1); // one byte is one character: see normalised.h
    options.set_case_sensitive(letters == Pattern::Case::Exact);
    options.set_log_errors(false);
    return options;
}

} // namespace

Pattern::Pattern(const char* pattern, Case letters)
    : m_re(pattern, optionsOf(letters)), m_groups(m_re.NumberOfCapturingGroups() > 0 ? 2 : 1)
{
    if (!m_re.ok())
        qFatal("privacy: %s in %s", m_re.error().c_str(), pattern);
}

bool Pattern::isIn(std::string_view bytes) const
{
    return RE2::PartialMatch({bytes.data(), bytes.size()}, m_re);
}

} // namespace privacy
