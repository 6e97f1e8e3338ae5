// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/certificate.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace probes {

namespace {

double daysUntil(const QDateTime& time, base::WallTime now)
{
    constexpr double kDay = 86'400'000;
    return std::floor(static_cast<double>(time.toMSecsSinceEpoch() - base::toMs(now)) / kDay);
}

bool isOfTime(QSslError::SslError error)
{
    return error == QSslError::CertificateExpired || error == QSslError::CertificateNotYetValid;
}

bool isOfSelf(QSslError::SslError error)
{
    return error == QSslError::SelfSignedCertificate ||
           error == QSslError::SelfSignedCertificateInChain;
}

End judgedTrust(const QSslCertificate& certificate, const QList<QSslError>& errors,
                const QString& host)
{
    const auto has = [&errors](QSslError::SslError wanted) {
        return std::ranges::any_of(
            errors, [wanted](const QSslError& each) { return each.error() == wanted; });
    };
    if (has(QSslError::HostNameMismatch))
        return failed(Reason::CertificateOfOtherHost, {host});
    const bool isSelf =
        std::ranges::any_of(errors, [](const QSslError& each) { return isOfSelf(each.error()); });
    if (isSelf && certificate.isSelfSigned())
        return failed(Reason::CertificateSelfSigned);
    // The time is judged by the given clock.
    const auto other =
        std::ranges::find_if(errors, [](const QSslError& each) { return !isOfTime(each.error()); });
    return other == errors.end() ? passed()
                                 : failed(Reason::CertificateUntrusted, {other->errorString()});
}

} // namespace

End judgedCertificate(const QSslCertificate& certificate, const QList<QSslError>& errors,
                      const QString& host, double minDays, base::WallTime now)
{
    const double left = daysUntil(certificate.expiryDate(), now);
    const double begins = daysUntil(certificate.effectiveDate(), now);
    const auto days = [](double number) { return QString::number(number, 'f', 0); };
    End end = judgedTrust(certificate, errors, host);
    if (left < 0)
        end = failed(Reason::CertificateExpired, {days(-left)});
    else if (begins >= 0)
        end = failed(Reason::CertificateNotYetValid, {days(begins)});
    else if (end.verdict == Verdict::Passed && left < minDays)
        end = failed(Reason::CertificateEndsSoon, {days(left), days(minDays)});
    end.value = left;
    return end;
}

} // namespace probes
