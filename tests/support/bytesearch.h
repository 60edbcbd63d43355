#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>

#include <cstring>
#include <unordered_map>
#include <vector>

/// Looks for texts in every byte below folders, in whatever way a program might have written them.
class ByteSearch
{
public:
    /// \a text is looked for from now on; at least four characters of Chinese or eight of another script, so that chance finds nothing.
    void add(const QString &text)
    {
        for (const auto &[bytes, way] : waysOf(text))
            add(bytes, text + QStringLiteral(" as ") + way);
    }
    qsizetype size() const { return qsizetype(m_needles.size()); }
    /// Bytes that were looked at so far.
    qint64 seen() const { return m_seen; }

    /// What stands in files and in their names below \a folder: “file: text as way”, at most twenty.
    QStringList below(const QString &folder)
    {
        QStringList found;
        for (QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks, QDirIterator::Subdirectories);
             it.hasNext() && found.size() < 20;) {
            QFile file(it.next());
            const QByteArray name = file.fileName().toUtf8();
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            m_seen += bytes.size();
            for (const QString &hit : hits(bytes) + hits(name))
                found << file.fileName() + QStringLiteral(": ") + hit;
        }
        return found;
    }

    /// How a text may stand in a file, with the name of the way.
    static QList<std::pair<QByteArray, QString>> waysOf(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QByteArray turned = wide, escaped;
        for (qsizetype i = 0; i + 1 < turned.size(); i += 2)
            std::swap(turned[i], turned[i + 1]);
        for (const QChar letter : text)
            escaped += "\\u" + QByteArray::number(letter.unicode(), 16).rightJustified(4, '0');
        QList<std::pair<QByteArray, QString>> ways{{utf8, QStringLiteral("UTF-8")},
                                                   {wide, QStringLiteral("UTF-16")},
                                                   {turned, QStringLiteral("UTF-16 turned")},
                                                   {reversed(utf8), QStringLiteral("UTF-8 backwards")},
                                                   {inPairs(utf8), QStringLiteral("UTF-8 in swapped pairs")},
                                                   {utf8.toHex(), QStringLiteral("hexadecimal")},
                                                   {utf8.toHex().toUpper(), QStringLiteral("HEXADECIMAL")},
                                                   {escaped, QStringLiteral("JSON")}};
        if (utf8.size() > text.size()) {
            ways.append({utf8.toPercentEncoding(), QStringLiteral("URL")});
            QStringEncoder chinese("GB18030");
            if (chinese.isValid())
                ways.append({chinese.encode(text), QStringLiteral("GB18030")});
        }
        for (int shift = 0; shift < 3; ++shift) { // what does not depend on its neighbours
            const QByteArray base64 = (QByteArray(shift, '\0') + utf8).toBase64(QByteArray::OmitTrailingEquals);
            ways.append({base64.mid(shift == 0 ? 0 : shift + 1).chopped(2), QStringLiteral("base64")});
        }
        return ways;
    }

private:
    struct Needle {
        QByteArray bytes;
        QString name;
    };
    static constexpr qsizetype start = 8; ///< bytes by which a needle is looked up

    static QByteArray reversed(QByteArray bytes)
    {
        std::reverse(bytes.begin(), bytes.end());
        return bytes;
    }
    static QByteArray inPairs(QByteArray bytes)
    {
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
            std::swap(bytes[i], bytes[i + 1]);
        return bytes;
    }
    static quint64 startOf(const char *at)
    {
        quint64 value = 0;
        std::memcpy(&value, at, sizeof value);
        return value;
    }
    static quint32 placeOf(quint64 value) { return quint32((value * 0x9e3779b97f4a7c15ULL) >> (64 - placeBits)); }

    void add(const QByteArray &bytes, const QString &name)
    {
        if (bytes.size() < start)
            qFatal("too short to be looked for: %s", qPrintable(name));
        const quint64 value = startOf(bytes.constData());
        m_maybe[placeOf(value)] = true;
        m_byStart.emplace(value, m_needles.size());
        m_needles.push_back({bytes, name});
    }
    QStringList hits(const QByteArray &bytes) const
    {
        QStringList found;
        for (qsizetype at = 0; at + start <= bytes.size(); ++at) {
            const quint64 value = startOf(bytes.constData() + at);
            if (!m_maybe[placeOf(value)])
                continue;
            for (auto [it, end] = m_byStart.equal_range(value); it != end; ++it) {
                const Needle &needle = m_needles[it->second];
                if (QByteArrayView(bytes).sliced(at).startsWith(needle.bytes))
                    found << needle.name;
            }
        }
        return found;
    }

    static constexpr int placeBits = 22;
    std::vector<Needle> m_needles;
    std::unordered_multimap<quint64, size_t> m_byStart;
    std::vector<bool> m_maybe = std::vector<bool>(1U << placeBits);
    qint64 m_seen = 0;
};
