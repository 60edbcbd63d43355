#include "app/hub/web/asked.h"

#include <QUrl>

namespace web {

namespace {

/// The word that stands for the braces of \a pattern in \a part; nothing when it does not fit. A part without braces gives a null one.
std::optional<QByteArray> wordIn(const QByteArray &part, const QByteArray &pattern)
{
    const qsizetype open = pattern.indexOf('{');
    if (open < 0)
        return part == pattern ? std::optional(QByteArray()) : std::nullopt;
    const QByteArray before = pattern.first(open);
    const QByteArray behind = pattern.mid(pattern.indexOf('}') + 1);
    if (part.size() <= before.size() + behind.size() || !part.startsWith(before) || !part.endsWith(behind))
        return {};
    return part.mid(before.size(), part.size() - before.size() - behind.size());
}

}

std::optional<base::Result<QStringList>> wordsIn(const QByteArray &path, const QByteArray &pattern)
{
    const QByteArrayList parts = path.split('/');
    const QByteArrayList wanted = pattern.split('/');
    if (parts.size() != wanted.size())
        return {};
    QByteArrayList found;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<QByteArray> word = wordIn(parts[i], wanted[i]);
        if (!word)
            return {};
        if (!word->isNull())
            found << *word;
    }
    QStringList words;
    for (const QByteArray &word : std::as_const(found)) {
        const base::Result<QString> text = decoded(word, false);
        if (!text)
            return base::Fail(text.error());
        words << *text;
    }
    return words;
}

bool isFromElsewhere(const hub::Request &request)
{
    const QByteArray site = request.headers.value("sec-fetch-site");
    if (!site.isEmpty())
        return site != "same-origin" && site != "none";
    const QByteArray origin = request.headers.value("origin");
    if (origin.isEmpty())
        return false; // no browser: it has no cookies of anybody either
    const QUrl url = QUrl::fromEncoded(origin, QUrl::StrictMode);
    return !url.isValid() || url.authority().toLatin1() != request.headers.value("host");
}

}
