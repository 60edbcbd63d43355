#include "core/papers/numbering.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace papers {

using namespace Qt::StringLiterals;

namespace {

const QString sampleCode = u"样例"_s;
constexpr qint64 largestNumberFile = 1 << 20;
constexpr int highestSerial = 999'999'999;
constexpr int anyIncarnation = 0;
const QRegularExpression serialWord(u"\\{serial(?::([1-9]))?\\}"_s);

/// Reads numbers.json; after the first fault everything comes out empty and only the fault counts.
class NumberReader
{
public:
    explicit NumberReader(const QString &file) : m_file(file) { }

    QMap<QString, Organ> organs(const QJsonValue &json)
    {
        QMap<QString, Organ> organs;
        const QJsonObject all = object(json, u"organs"_s, {});
        for (auto it = all.begin(); it != all.end(); ++it) {
            const QString place = u"organs.%1"_s.arg(it.key());
            const QJsonObject one = object(it.value(), place, {u"name"_s, u"code"_s, u"review"_s, u"court"_s});
            organs.insert(
                it.key(),
                {text(one, place, u"name"_s, u"^.{0,60}$"_s), text(one, place, u"code"_s, u"^[^{}\\s]{1,20}$"_s),
                 text(one, place, u"review"_s, u"^.{0,60}$"_s), text(one, place, u"court"_s, u"^.{0,60}$"_s)});
        }
        return organs;
    }

    QList<NumberBlock> blocks(const QJsonValue &json)
    {
        QList<NumberBlock> blocks;
        must(json.isUndefined() || json.isArray(), u"blocks"_s, u"not a list"_s);
        const QJsonArray all = json.toArray();
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QString place = u"blocks[%1]"_s.arg(i);
            const QJsonObject one
                = object(all[i], place, {u"code"_s, u"paper"_s, u"year"_s, u"from"_s, u"to"_s, u"incarnation"_s});
            const NumberBlock block{text(one, place, u"code"_s, u"^[^{}\\s]{1,20}$"_s),
                                    text(one, place, u"paper"_s, u"^[a-z][a-z-]{1,40}$"_s),
                                    number(one, place, u"year"_s, 2000, 2999, 0),
                                    number(one, place, u"from"_s, 1, highestSerial, 0),
                                    number(one, place, u"to"_s, 1, highestSerial, 0),
                                    number(one, place, u"incarnation"_s, 1, 9999, 1)};
            must(block.from <= block.to, place, u"ends before it begins"_s);
            for (const NumberBlock &other : std::as_const(blocks)) {
                const bool isSameSeries
                    = other.code == block.code && other.paper == block.paper && other.year == block.year;
                must(!isSameSeries || other.to < block.from || block.to < other.from, place,
                     u"overlaps another block"_s);
            }
            blocks << block;
        }
        return blocks;
    }

    QJsonObject object(const QJsonValue &json, const QString &place, const QStringList &keys)
    {
        must(json.isObject() || json.isUndefined(), place, u"not an object"_s);
        const QJsonObject read = json.toObject();
        for (const QString &key : read.keys())
            must(keys.isEmpty() || keys.contains(key), place + u'.' + key, u"unknown key"_s);
        return read;
    }

    const std::optional<base::Error> &fault() const { return m_fault; }

private:
    QString text(const QJsonObject &json, const QString &place, const QString &key, const QString &pattern)
    {
        const QString value = json[key].toString();
        must(QRegularExpression(pattern).match(value).hasMatch(), place + u'.' + key, u"not allowed"_s);
        return value;
    }

    int number(const QJsonObject &json, const QString &place, const QString &key, int least, int most, int fallback)
    {
        const int value = json[key].toInt(json.contains(key) ? -1 : fallback);
        must(value >= least && value <= most, place + u'.' + key,
             u"not a whole number from %1 to %2"_s.arg(least).arg(most));
        return value;
    }

    void must(bool holds, const QString &place, const QString &detail)
    {
        if (!holds && !m_fault)
            m_fault = base::Error{base::Error::Kind::Document, detail, u"%1: %2"_s.arg(m_file, place)};
    }

    QString m_file;
    std::optional<base::Error> m_fault;
};

}

Numbering Numbering::none()
{
    Numbering numbering;
    numbering.m_isSample = false;
    return numbering;
}

base::Result<Numbering> Numbering::load(const QString &file)
{
    QFile raw(file);
    if (!raw.open(QIODevice::ReadOnly))
        return base::Fail({base::Error::Kind::Document, raw.errorString(), file});
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(raw.read(largestNumberFile), &error);
    if (error.error != QJsonParseError::NoError)
        return base::Fail(
            {base::Error::Kind::Document, error.errorString(), u"%1: byte %2"_s.arg(file).arg(error.offset)});
    NumberReader reader(file);
    const QJsonObject json = reader.object(document.object(), u"numbers"_s, {u"organs"_s, u"blocks"_s});
    Numbering numbering = none();
    numbering.m_organs = reader.organs(json[u"organs"_s]);
    numbering.m_blocks = reader.blocks(json[u"blocks"_s]);
    if (reader.fault())
        return base::Fail(*reader.fault());
    return numbering;
}

Organ Numbering::organ(const QString &department) const
{
    Organ organ = m_organs.value(department);
    if (m_isSample)
        organ.code = sampleCode;
    return organ;
}

QList<NumberBlock> Numbering::blocks(const QString &code, const QString &paper, int year) const
{
    if (m_isSample)
        return {{code, paper, year, 1, highestSerial, anyIncarnation}};
    QList<NumberBlock> mine;
    std::ranges::copy_if(m_blocks, std::back_inserter(mine), [&](const NumberBlock &block) {
        return block.code == code && block.paper == paper && block.year == year;
    });
    std::ranges::sort(mine, {}, &NumberBlock::from);
    return mine;
}

QString serialText(const QString &pattern, const QString &code, int year, int serial)
{
    QString text = pattern;
    text.replace(u"{organ}"_s, code).replace(u"{year}"_s, QString::number(year));
    const QRegularExpressionMatch word = serialWord.match(text);
    return text.replace(word.capturedStart(), word.capturedLength(),
                        QString::number(serial).rightJustified(word.captured(1).toInt(), u'0'));
}

bool isSerialPattern(const QString &pattern)
{
    static const QRegularExpression brace(u"[{}\\s]"_s);
    QString rest = pattern;
    const bool hasYear = rest.count(u"{year}"_s) == 1;
    rest.remove(u"{year}"_s).remove(u"{organ}"_s);
    const bool hasSerial = rest.count(serialWord) == 1;
    rest.remove(serialWord);
    return hasYear && hasSerial && pattern.size() <= 60 && !rest.contains(brace);
}

}
