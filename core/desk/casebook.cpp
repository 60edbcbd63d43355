#include "core/desk/casebook.h"

#include "core/desk/shelfdigest.h"
#include "core/domain/codes.h"
#include "core/domain/parties.h"
#include "core/domain/rulesmark.h"
#include "core/guides/shelf.h"
#include "core/journal/journal.h"
#include "core/reports/packing.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

constexpr int digestVersion = 3; // what this program makes of a case; one more when that changes
constexpr qsizetype mostSubjects = 3;
constexpr int casesAtOnce = 20;
constexpr qint64 sliceMs = 5;
constexpr int pauseMs = 20; // between slices, for whoever works

/// Names everything but the case that a digest depends on.
QString basisOf(const guides::Shelf &shelf, const ClockRules &rules, const HallRules &hall)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QString &text) { hash.addData((text + u'\n').toUtf8()); };
    for (const GuidePack &pack : shelf.packs())
        add(pack.id + u' ' + pack.version);
    hash.addData(domain::markOf(rules));
    add(hall.acceptsAtWindow.join(u'\t'));
    for (const int days : hall.remindBefore)
        add(QString::number(days));
    return u"%1-%2"_s.arg(QString::number(digestVersion), QString::fromLatin1(hash.result().toHex().left(16)));
}

void addOnce(QStringList &list, const QString &value)
{
    if (!value.isEmpty() && !list.contains(value))
        list << value;
}

void addValues(FoundBy &foundBy, const QMap<QString, QString> &values, const Guide &guide)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        const Field field = guide.fields.value(it.key());
        if (field.kind == Field::Kind::PersonName || it.key() == enterpriseNameField || it.key() == applicantNameField)
            addOnce(foundBy.names, it.value());
        else if (field.kind == Field::Kind::IdNumber || field.kind == Field::Kind::CreditCode)
            addOnce(foundBy.identities, it.value());
        else if (field.kind == Field::Kind::Phone)
            addOnce(foundBy.phones, it.value());
    }
}

journal::ReportDigest reportDigestOf(const Case &file, const Guide &guide, const ClockRules &rules)
{
    const ReportFacts facts = reportFactsOf(file, guide, rules);
    const reports::Packed packed = reports::pack(facts);
    journal::ReportDigest digest{.firstDay = packed.firstDay, .lastDay = packed.lastDay, .words = packed.words, .acts = {},
                                 .facts = packed.facts, .reasons = {}};
    for (const reports::Packed::Act &act : packed.acts)
        digest.acts.append({act.type, act.at});
    if (!facts.reasons.isEmpty())
        digest.reasons = QJsonDocument(QJsonArray::fromStringList(facts.reasons)).toJson(QJsonDocument::Compact);
    return digest;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue entry : value.toArray())
        texts << entry.toString();
    return texts;
}

}

FoundBy foundByOf(const Case &file, const Guide &guide)
{
    FoundBy foundBy;
    addOnce(foundBy.names, applicantName(file));
    addValues(foundBy, file.fields, guide);
    for (const QList<Person> &people : file.people) {
        for (const Person &person : people)
            addValues(foundBy, person.values, guide);
    }
    const QDate day = file.changedAt.date();
    for (const Party &subject : subjectsOf(partiesOf(planOf(file, guide, day)))) {
        if (foundBy.subjects.size() < mostSubjects && subject.name != applicantName(file))
            addOnce(foundBy.subjects, subject.name);
    }
    return foundBy;
}

QString maskedSubjects(const FoundBy &foundBy)
{
    QStringList masked;
    for (const QString &name : foundBy.subjects)
        masked << maskedName(name);
    return masked.join(u'、');
}

QByteArray toBytes(const FoundBy &foundBy)
{
    const QJsonObject json{{"names"_L1, QJsonArray::fromStringList(foundBy.names)},
                           {"identities"_L1, QJsonArray::fromStringList(foundBy.identities)},
                           {"phones"_L1, QJsonArray::fromStringList(foundBy.phones)},
                           {"subjects"_L1, QJsonArray::fromStringList(foundBy.subjects)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

FoundBy foundByFrom(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    return {textsOf(json.value("names"_L1)), textsOf(json.value("identities"_L1)), textsOf(json.value("phones"_L1)),
            textsOf(json.value("subjects"_L1))};
}

CaseBook::CaseBook(journal::Journal &journal, const guides::Shelf &shelf, const ClockRules &rules,
                   const HallRules &hall, QObject *parent) :
    QObject(parent), m_journal(journal)
{
    const auto digest = [&shelf, rules, hall](const Case &file) -> std::optional<journal::CaseDigest> {
        const std::optional<Guide> guide = shelf.guide(file.guide);
        if (!guide)
            return {};
        const QList<Task> tasks = agendaOf(file, *guide, rules, hall);
        return journal::CaseDigest{tasks, toBytes(foundByOf(file, *guide)), shelfDigestsOf(file, *guide, tasks),
                                   reportDigestOf(file, *guide, rules)};
    };
    m_journal.setDigesting({digest, basisOf(shelf, rules, hall)}, [this](const Case &file, const journal::CaseDigest &digested, bool isAct) {
        if (isAct)
            emit written(file, foundByFrom(digested.summary));
        else
            emit caughtUp(file, foundByFrom(digested.summary));
    });
    connect(&m_slices, &QTimer::timeout, this, &CaseBook::refreshSlice);
    m_slices.start(pauseMs);
}

CaseBook::~CaseBook()
{
    m_journal.setDigesting({}, {});
}

base::Result<> CaseBook::catchUp()
{
    for (;;) {
        const base::Result<bool> more = m_journal.refreshDigests(casesAtOnce);
        if (!more)
            return base::Fail(more.error());
        if (!*more)
            break;
    }
    m_slices.stop();
    emit completed();
    return {};
}

void CaseBook::refreshSlice()
{
    QElapsedTimer timer;
    timer.start();
    bool more = true;
    while (more && timer.elapsed() < sliceMs)
        more = m_journal.refreshDigests(casesAtOnce).value_or(false); // what is damaged is said when it is opened
    if (more)
        return;
    m_slices.stop();
    emit completed();
}

}
