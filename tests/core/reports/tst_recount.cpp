#include "tests/core/reports/busyhall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace busy;
using reports::Figure;
using reports::Scope;
using reports::Span;

namespace {

constexpr int cases = 36;
constexpr int acts = 1400;

QJsonObject told(const BusyHall &hall, const desk::CaseWork &work)
{
    QJsonArray items, materials, events;
    const Plan plan = asFiledOf(work.file(), work.guide(), work.file().changedAt.date());
    for (const Plan::ItemLine &line : plan.items) {
        if (line.chosen)
            items.append(QJsonObject{{u"id"_s, line.item.id}, {u"department"_s, line.item.department}, {u"promised"_s, line.promisedDays},
                                     {u"statutory"_s, line.statutoryDays}, {u"after"_s, QJsonArray::fromStringList(line.item.after)}});
    }
    for (const Plan::MaterialLine &line : plan.materials)
        materials.append(line.material.id);
    for (const Placed &placed : hall.historyOf(work.file().id)) {
        QStringList seen;
        for (const QByteArray &id : placed.seen)
            seen << QString::fromLatin1(id.toHex());
        events.append(QJsonObject{{u"id"_s, QString::fromLatin1(placed.id.toHex())}, {u"seen"_s, QJsonArray::fromStringList(seen)},
                                  {u"device"_s, placed.writer.section(u'/', 0, 0)}, {u"at"_s, placed.event.at.toString(Qt::ISODateWithMs)},
                                  {u"actor"_s, placed.event.actor}, {u"type"_s, typeName(placed.event.fact)}, {u"body"_s, toJson(placed.event.fact)}});
    }
    const GuideRef &guide = work.file().guide;
    return {{u"case"_s, work.file().id}, {u"matter"_s, guide.pack + u'/' + guide.matter}, {u"items"_s, items}, {u"materials"_s, materials},
            {u"events"_s, events}};
}

QString scopeWord(Scope::Kind kind)
{
    return QStringList{u"hall"_s, u"window"_s, u"clerk"_s, u"matter"_s, u"department"_s}.value(int(kind));
}

QString lines(QMap<QString, int> counts)
{
    QString text;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        text += u"%1 %2\n"_s.arg(it.key()).arg(*it);
    return text;
}

}

/// Every figure, counted once more by a slow and simple program from the raw events, is equal to the digit.
class TestRecount : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (int act = 0; act < acts; ++act) {
            if (act % (acts / cases / 2) == 0 && int(hall.works.size()) < cases)
                hall.open(int(hall.works.size()));
            hall.act();
        }
        hall.supplyAndPause();
        QVERIFY(hall.elsewhere > 5);
        QVERIFY(hall.clock.now().date() > QDate(2026, 10, 20));
        desk.emplace(desk::ReportNeeds{.profileFolder = hall.profileFolder, .profileKey = hall.profile->keys().profile, .clock = hall.clock,
                                       .hall = *hall.clerks.front(), .device = hall.profile->journal().identity().device, .forms = hall.forms,
                                       .stamps = hall.profile->stamps()});
        ask();
        recount();
    }

    void everyFigureIsEqual()
    {
        QCOMPARE(answers.size(), questions.size());
        QSet<QString> seen;
        for (qsizetype i = 0; i < questions.size(); ++i) {
            const auto report = busy::answer(*desk, questions[i]);
            QVERIFY(report);
            compare(*report, answers[i].toObject(), seen);
            if (QTest::currentTestFailed())
                return;
        }
        // A figure that was never above nothing was not tested.
        QStringList never;
        for (const reports::Term &term : reports::glossary()) {
            if (!seen.contains(QLatin1String(term.id)) && term.figure < Figure::Ratings)
                never << QLatin1String(term.id);
        }
        QCOMPARE(never.join(u' '), QString());
    }

    void aRebuildGivesTheSame()
    {
        const desk::ReportQuestion all{Span::days(QDate(2026, 9, 1), hall.clock.now().date())};
        const auto before = busy::answer(*desk, all);
        QVERIFY(hall.profile->journal().rebuildProjections());
        QVERIFY(hall.book.catchUp());
        const auto after = busy::answer(*desk, all);
        QVERIFY(before && after);
        QCOMPARE(after->values == before->values, true);
        QCOMPARE(after->byMatter == before->byMatter, true);
        QCOMPARE(after->byWindow == before->byWindow, true);
        QCOMPARE(after->byClerk == before->byClerk, true);
        QCOMPARE(after->refusalReasons == before->refusalReasons, true);
        QVERIFY(reports::of(after->values, Figure::Filings).number > 10);
    }

private:
    void ask()
    {
        const QDate last = hall.clock.now().date();
        for (QDate day(2026, 9, 22); day <= last; day = day.addDays(1))
            questions.append({Span::day(day)});
        const Span all = Span::days(QDate(2026, 9, 1), last);
        const QString device = hall.profile->journal().identity().device;
        for (const Span &span : {Span::week(QDate(2026, 10, 1)), Span::month(QDate(2026, 9, 30)), Span::year(last)})
            questions.append({span});
        for (const Span &span : {all}) {
            questions.append({span});
            for (const Scope &scope : {Scope{Scope::Kind::Window, device}, Scope{Scope::Kind::Window, otherDevice}, Scope{Scope::Kind::Clerk, u"李娜"_s},
                                       Scope{Scope::Kind::Matter, u"sanmenxia-personal/newborn"_s}, Scope{Scope::Kind::Department, u"公安部门"_s}})
                questions.append({span, scope});
        }
    }

    void recount()
    {
        QTemporaryDir folder;
        QFile events(folder.filePath(u"cases.jsonl"_s));
        QVERIFY(events.open(QIODevice::WriteOnly));
        for (const auto &work : hall.works)
            events.write(QJsonDocument(told(hall, *hall.desks.front()->resume(work->file().id).value())).toJson(QJsonDocument::Compact) + '\n');
        events.close();
        QJsonArray asked;
        const QString calendars = hall.source + u"/resources/calendars/"_s;
        for (const desk::ReportQuestion &question : std::as_const(questions))
            asked.append(QJsonObject{{u"from"_s, question.span.from.toString(Qt::ISODate)}, {u"to"_s, question.span.to.toString(Qt::ISODate)},
                                     {u"scope"_s, scopeWord(question.scope.kind)}, {u"key"_s, question.scope.key},
                                     {u"now"_s, hall.clock.now().toOffsetFromUtc(hall.clock.now().offsetFromUtc()).toString(Qt::ISODateWithMs)},
                                     {u"daysToAccept"_s, hall.clocks.rules.daysToAccept},
                                     {u"calendars"_s, QJsonArray{calendars + u"2025.json"_s, calendars + u"2026.json"_s}}});
        QFile questionFile(folder.filePath(u"questions.json"_s));
        QVERIFY(questionFile.open(QIODevice::WriteOnly));
        questionFile.write(QJsonDocument(asked).toJson());
        questionFile.close();
        QProcess python;
        python.start(u"python3"_s, {hall.source + u"/tests/core/reports/recount.py"_s, events.fileName(), questionFile.fileName()});
        QVERIFY(python.waitForFinished(60'000));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().right(2000).constData());
        answers = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    }

    void compare(const reports::Report &report, const QJsonObject &answer, QSet<QString> &seen)
    {
        const QByteArray where = (report.span.words() + u' ' + scopeWord(report.scope.kind) + u' ' + report.scope.key).toUtf8();
        const QJsonObject counted = answer[u"figures"_s].toObject(), behind = answer[u"cases"_s].toObject();
        for (const reports::Term &term : reports::glossary()) {
            if (term.figure >= Figure::Ratings)
                continue;
            const QLatin1String id(term.id);
            const reports::Value &value = reports::of(report.values, term.figure);
            const QJsonArray other = counted[id].toArray();
            QVERIFY2(value.number == other[0].toInteger() && value.whole == other[1].toInteger(),
                     where + ' ' + term.id + ": " + QByteArray::number(value.number) + '/' + QByteArray::number(value.whole) + " but "
                         + QByteArray::number(other[0].toInteger()) + '/' + QByteArray::number(other[1].toInteger()));
            if (value.number > 0)
                seen.insert(id);
            if (report.span.kind == Span::Kind::Day)
                continue;
            QStringList ids, others;
            const auto list = desk->cases(report, term.figure, 0, 1000);
            QVERIFY(list);
            for (const desk::ReportCase &one : *list)
                ids << one.caseId;
            for (const QJsonValue &one : behind[id].toArray())
                others << one.toString();
            ids.sort();
            QVERIFY2(ids == others, where + ' ' + term.id + ": other cases");
        }
        QMap<QString, int> ours, theirs;
        for (const reports::Reason &reason : report.refusalReasons + report.withdrawalReasons)
            ours[reason.words] += reason.count;
        for (const QString &key : {u"refusals"_s, u"withdrawals"_s}) {
            const QJsonObject given = answer[key].toObject();
            for (auto it = given.begin(); it != given.end(); ++it)
                theirs[it.key()] += it->toInt();
        }
        QCOMPARE(lines(ours), lines(theirs));
    }

    BusyHall hall;
    std::optional<desk::ReportDesk> desk;
    QList<desk::ReportQuestion> questions;
    QJsonArray answers;
};

QTEST_GUILESS_MAIN(TestRecount)
#include "tst_recount.moc"
