#include "core/domain/casenumber.h"
#include "tests/app/course.h"
#include "tests/app/support/display.h"
#include "tests/app/support/keyboard.h"
#include "tests/app/support/pastprofile.h"

#include <QDir>
#include <QSet>
#include <QTest>
#include <QThread>

#include <random>

using namespace Qt::StringLiterals;

namespace {

const QString title = QStringLiteral("一窗");
constexpr int mostStrokes = 45; ///< in one round

/// What a list shows of a case, as one text that can be compared.
QString lineOf(const journal::CaseRow &row)
{
    return QStringList{row.id,
                       row.number,
                       row.guide.pack,
                       row.guide.version,
                       row.guide.matter,
                       QString::number(int(row.stage)),
                       QString::number(row.notices),
                       QString::number(row.openedAt.toMSecsSinceEpoch()),
                       QString::number(row.changedAt.toMSecsSinceEpoch()),
                       row.applicant}
        .join(u'|');
}

QStringList linesOf(const QList<journal::CaseRow> &rows)
{
    QStringList lines;
    for (const journal::CaseRow &row : rows)
        lines << lineOf(row);
    lines.sort();
    return lines;
}

}

/// A clerk types, and somewhere in it the program is killed: no warning, no last word. Each time every case is whole, and the
/// next start goes on where the last one was.
class TestCounterKilled : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const unsigned given = qEnvironmentVariable("QTEST_SEED").toUInt();
        const unsigned seed = given ? given : std::random_device{}();
        qInfo().noquote() << "QTEST_SEED=" + QByteArray::number(seed);
        m_chance.seed(seed);
        outside::PastProfile trial(m_place.path(u"trial"_s));
        m_course = std::make_unique<Course>(trial.guide(u"sanmenxia-personal"_s, u"newborn"_s));
    }

    void theCaseIsWholeAfterEachKill()
    {
        for (int round = 0; round < kills(); ++round) {
            const bool isDone = m_course->strokesFrom(m_newest).size() <= 1;
            const bool another = m_newest.id.isEmpty() || isDone || round == kills() / 2;
            typeAndKill(another);
            if (QTest::currentTestFailed())
                return;
            look();
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(!m_events.isEmpty(), "some case was opened");
    }

    void theNextStartFinishesIt()
    {
        {
            outside::Program counter(outside::builtProgram(u"yichuang"_s), arguments(), m_display.environment());
            QVERIFY2(getReady(), counter.output().constData());
            m_keyboard.press(outside::strokesOf(m_newest.number));
            m_keyboard.press(u"Return"_s);
            m_keyboard.press(m_course->strokesFrom(m_newest));
            m_keyboard.press(QStringList{u"F9"_s, u"alt+F4"_s});
            QCOMPARE(counter.exitCode(), std::optional(0));
        }
        outside::PastProfile past(profile());
        QVERIFY(past.setAside().isEmpty());
        QVERIFY(past.journal().verify().has_value());
        const auto work = past.resume(m_newest.id);
        QCOMPARE(work->file().stage, domain::Stage::Filed);
        QVERIFY(m_course->isWhole(work->file()));
        QVERIFY(work->file().number == m_newest.number);
        const QList<domain::Event> events = past.eventsOf(m_newest.id);
        QCOMPARE(events.first(m_events[m_newest.id].size()), m_events[m_newest.id]);
        for (const QString &id : m_events.keys()) {
            if (id != m_newest.id)
                QCOMPARE(past.eventsOf(id), m_events[id]);
        }
        QVERIFY(setAsideFolders(profile()).isEmpty());
    }

private:
    static int kills() { return qMax(2, qEnvironmentVariableIntValue("YICHUANG_KILLS") ?: 6); }
    QString profile() const { return m_place.path(u"profile"_s); }
    QStringList arguments() const { return {u"--profile"_s, profile()}; }
    static QStringList setAsideFolders(const QString &folder)
    {
        return QDir(folder).entryList({u"damaged-*"_s}, QDir::Dirs);
    }

    /// The window is there and has the keys.
    bool getReady()
    {
        const QString window = m_display.newWindow(title);
        return !window.isEmpty() && m_display.activate(window);
    }

    void typeAndKill(bool another)
    {
        QStringList strokes = another ? Course::strokesToOpen() : QStringList{u"Tab"_s, u"Return"_s};
        strokes += m_course->strokesFrom(another ? domain::Case() : m_newest);
        const int count = std::uniform_int_distribution(1, qMin(mostStrokes, int(strokes.size())))(m_chance);
        const auto pause = std::uniform_int_distribution<unsigned long>(0, 30'000)(m_chance);

        outside::Program counter(outside::builtProgram(u"yichuang"_s), arguments(), m_display.environment());
        QVERIFY2(getReady(), counter.output().constData());
        m_keyboard.press(strokes.first(count));
        m_keyboard.settle();
        QThread::usleep(
            pause); // not to wait for anything: the blow may fall at any moment of the work on the last strokes
        QVERIFY(counter.isRunning());
        counter.kill();
        QVERIFY(m_display.isGone(title));
    }

    /// Looks into a copy of what is on the disk: the next start must cope with the folder as the kill left it.
    void look()
    {
        const QString copy = m_place.path(u"copy-%1"_s.arg(++m_copies));
        outside::copyFolder(profile(), copy);
        outside::PastProfile past(copy);
        QVERIFY(past.setAside().isEmpty());
        QVERIFY(setAsideFolders(copy).isEmpty());
        const auto verified = past.journal().verify();
        QVERIFY2(verified.has_value(), verified ? "" : qPrintable(verified.error().detail));
        const QList<journal::CaseRow> cases = past.cases();
        QVERIFY(cases.size() >= m_events.size());
        qint64 found = 0;
        QSet<QString> numbers;
        for (const journal::CaseRow &row : cases) {
            compareWithBefore(row.id, past.eventsOf(row.id));
            found += m_events[row.id].size();
            QVERIFY(domain::readCaseNumber(row.number).has_value());
            numbers << row.number;
        }
        QCOMPARE(*verified, found);
        QCOMPARE(numbers.size(), cases.size());
        QVERIFY(past.journal().rebuildProjections().has_value());
        QCOMPARE(linesOf(past.cases()), linesOf(cases));
        if (!cases.isEmpty())
            resumeNewest(past, cases.first());
    }

    void compareWithBefore(const QString &caseId, const QList<domain::Event> &events)
    {
        const QList<domain::Event> before = std::exchange(m_events[caseId], events);
        QVERIFY(events.size() >= before.size());
        QCOMPARE(events.first(before.size()), before);
        const QString fault = m_course->faultIn(events);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }

    void resumeNewest(outside::PastProfile &past, const journal::CaseRow &row)
    {
        m_newest = past.resume(row.id)->file();
        qInfo() << m_events.size() << "cases; the newest has" << m_newest.events << "events";
        QCOMPARE(m_newest.events, qint64(m_events[row.id].size()));
        QCOMPARE(row.number, m_newest.number);
        QCOMPARE(row.stage, m_newest.stage);
        QCOMPARE(row.applicant, domain::applicantName(m_newest));
        QCOMPARE(row.changedAt.toMSecsSinceEpoch(), m_newest.changedAt.toMSecsSinceEpoch());
    }

    outside::Place m_place;
    outside::Display m_display{m_place};
    outside::Keyboard m_keyboard{m_display};
    std::mt19937 m_chance;
    std::unique_ptr<Course> m_course;
    QMap<QString, QList<domain::Event>> m_events; ///< as last seen, by case
    domain::Case m_newest; ///< as last seen
    int m_copies = 0;
};

QTEST_GUILESS_MAIN(TestCounterKilled)
#include "tst_counterkilled.moc"
