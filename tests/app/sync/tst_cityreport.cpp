#include "core/desk/hubfigures.h"
#include "core/desk/hublink.h"
#include "core/sync/httpline.h"
#include "tests/app/hub/hubprogram.h"
#include "tests/app/sync/hallsettings.h"
#include "tests/core/reports/busyhall.h"

using namespace Qt::StringLiterals;
using reports::Figure;

namespace {

constexpr int patience = 60'000; // milliseconds; the machine of a test may be busy
constexpr int cases = 10;
constexpr int acts = 260;

/// What the command "report" printed: the words of each figure by its id.
QHash<QString, QString> figuresIn(const QByteArray &printed)
{
    QHash<QString, QString> figures;
    for (const QString &line : QString::fromUtf8(printed).split(u'\n'))
        figures.insert(line.section(u'\t', 0, 0), line.section(u'\t', 3));
    return figures;
}

/// Figures that a window knows of itself only, or the hub only.
bool isKnownToBoth(Figure figure)
{
    return figure < Figure::Ratings;
}

}

/// Reports over several halls, by a real hub from what real windows told it.
class TestCityReport : public QObject
{
    Q_OBJECT

private:
    /// A hall with one busy window.
    struct City {
        City(const QString &folder, const QString &windowCode, quint32 seed) : profile(folder)
        {
            writeHallSettings(folder, windowCode);
            hall.emplace(folder, seed);
            hall->isAlone = true;
            for (int act = 0; act < acts; ++act) {
                if (act % (acts / cases / 2) == 0 && int(hall->works.size()) < cases)
                    hall->open(int(hall->works.size()));
                hall->act();
            }
            link.emplace(desk::HubLinkNeeds{.profileFolder = folder,
                                            .profileKey = hall->profile->keys().profile,
                                            .windowKey = hall->profile->keys().window,
                                            .journal = hall->profile->journal(),
                                            .hall = hall->profile->hall(),
                                            .program = u"test"_s,
                                            .line = [](const QUrl &hub) { return std::make_unique<syncing::HttpLine>(hub); }});
            link->start();
        }
        bool join(const HubProgram &program, const QString &code, const QString &windowCode)
        {
            const QString url = u"http://127.0.0.1:%1"_s.arg(program.port());
            const auto ticket = program.command({u"enrol-code"_s, u"--hall"_s, code, u"--region"_s, u"411202"_s, u"--window-code"_s, windowCode, u"--hub"_s, url});
            link->enrol(QUrl(url), QString::fromUtf8(ticket.out).trimmed());
            return QTest::qWaitFor(
                [&] { return link->status().contact == syncing::Status::Contact::Online && link->status().figures.events == 0; }, patience);
        }
        desk::ReportNeeds needs()
        {
            return {.profileFolder = profile, .profileKey = hall->profile->keys().profile, .clock = hall->clock, .hall = hall->profile->hall(),
                    .device = hall->profile->journal().identity().device, .forms = hall->forms, .stamps = hall->profile->stamps()};
        }
        /// By a desk that asks the hub too.
        desk::ReportNeeds needs(desk::HubFigures &figures)
        {
            desk::ReportNeeds all = needs();
            all.hubState = [] { return reports::DataState{.hub = true}; };
            all.hub = &figures;
            return all;
        }
        std::shared_ptr<const reports::Report> report(const reports::Span &span)
        {
            desk::ReportDesk desk(needs());
            return busy::answer(desk, {span});
        }

        QString profile;
        std::optional<busy::BusyHall> hall;
        std::optional<desk::HubLink> link;
    };

    QHash<QString, QString> printed(const HubProgram &hub, const QString &scope) const
    {
        const auto said = hub.command({u"report"_s, u"days"_s, u"--from"_s, span.from.toString(Qt::ISODate), u"--to"_s,
                                       span.to.toString(Qt::ISODate), u"--of"_s, scope});
        if (said.code != 0)
            qWarning("%s", said.err.constData());
        return figuresIn(said.out);
    }

    reports::Span span;

private slots:
    void aHallCountsAsItsWindowAndTheCityAsAllHalls()
    {
        const QTemporaryDir folder;
        const HubProgram hub(folder.filePath(u"hub"_s));
        City one(folder.filePath(u"one"_s), u"001"_s, 5), other(folder.filePath(u"other"_s), u"002"_s, 7);
        QVERIFY(one.join(hub, u"411202-1"_s, u"001"_s) && other.join(hub, u"411202-2"_s, u"002"_s));
        const QDate last = std::min(one.hall->clock.now(), other.hall->clock.now()).date().addDays(-1);
        span = reports::Span::days(QDate(2026, 9, 22), last);

        // Without the guides nothing can be counted, and the report says of how many cases.
        QCOMPARE(printed(hub, u"city"_s).value(u"filings"_s), u"0"_s);
        const auto state = hub.command({u"report"_s}).out;
        QVERIFY2(QString::fromUtf8(state.left(400)).contains(u"；20 件办件缺少"_s), state.left(400).constData());
        for (const QString &pack : {u"sanmenxia-personal"_s, u"sanmenxia-enterprise"_s})
            QCOMPARE(hub.command({u"publish"_s, one.hall->source + u"/resources/guides/%1.json"_s.arg(pack)}).code, 0);

        const auto ofOne = one.report(span), ofOther = other.report(span);
        QVERIFY(ofOne && ofOther);
        QVERIFY(reports::of(ofOne->values, Figure::Filings).number > 2);
        const QHash<QString, QString> city = printed(hub, u"city"_s), hall = printed(hub, u"hall:411202-1"_s);
        for (const reports::Term &term : reports::glossary()) {
            if (!isKnownToBoth(term.figure))
                continue;
            const reports::Value a = reports::of(ofOne->values, term.figure), b = reports::of(ofOther->values, term.figure);
            QVERIFY2(hall.value(QString::fromLatin1(term.id)) == reports::wordsOf(term.figure, a), term.id);
            if (term.measure != reports::Measure::Minutes)
                QVERIFY2(city.value(QString::fromLatin1(term.id)) == reports::wordsOf(term.figure, {a.number + b.number, a.whole + b.whole}), term.id);
        }
        QCOMPARE(city.value(u"ratings"_s), u"0"_s);
        QVERIFY(city.contains(u"hall:411202-1"_s) && city.contains(u"hall:411202-2"_s));

        // Behind every figure stand its cases.
        const auto cases = hub.command({u"report"_s, u"days"_s, u"--from"_s, u"2026-09-22"_s, u"--to"_s, last.toString(Qt::ISODate), u"--cases"_s, u"filings"_s});
        QCOMPARE(QString::number(cases.out.count('\n')), city.value(u"filings"_s));
        QVERIFY(cases.out.startsWith("411202-"));
    }

    void aWindowShowsWhatOnlyTheHubKnows()
    {
        const QTemporaryDir folder;
        HubProgram hub(folder.filePath(u"hub"_s));
        City one(folder.filePath(u"one"_s), u"001"_s, 5);
        QVERIFY(one.join(hub, u"411202-1"_s, u"001"_s));
        for (const QString &pack : {u"sanmenxia-personal"_s, u"sanmenxia-enterprise"_s})
            QCOMPARE(hub.command({u"publish"_s, one.hall->source + u"/resources/guides/%1.json"_s.arg(pack)}).code, 0);
        span = reports::Span::days(QDate(2026, 9, 22), one.hall->clock.now().date().addDays(-1));
        const QHash<QString, QString> city = printed(hub, u"city"_s);

        desk::HubFigures figures(*one.link);
        desk::ReportDesk desk(one.needs(figures));
        const auto ofCity = busy::answer(desk, {span, {.kind = reports::Scope::Kind::City}});
        QVERIFY(ofCity);
        for (const reports::Term &term : reports::glossary())
            QVERIFY2(city.value(QString::fromLatin1(term.id)) == reports::wordsOf(term.figure, reports::of(ofCity->values, term.figure)), term.id);
        QCOMPARE(ofCity->byHall.size(), 1);
        QVERIFY(ofCity->state.hub && ofCity->madeBy == one.hall->profile->hall().clerk);
        QVERIFY(desk.paper(*ofCity));

        // The hall is counted here; only ratings come from there.
        const auto ofHall = busy::answer(desk, {span});
        QVERIFY(ofHall);
        QVERIFY(reports::of(ofHall->values, Figure::Ratings).known && reports::of(ofHall->compared.first().second, Figure::Ratings).known);
        QCOMPARE(reports::of(ofHall->values, Figure::Filings), reports::of(ofCity->values, Figure::Filings));

        hub.kill();
        const QSignalSpy silent(&desk, &desk::ReportDesk::hubSilent);
        desk.ask({span, {.kind = reports::Scope::Kind::City}});
        QVERIFY(QTest::qWaitFor([&] { return silent.size() == 1; }, patience));
        const auto without = busy::answer(desk, {span});
        QVERIFY(without && !reports::of(without->values, Figure::Ratings).known);
    }

    void filesAreMadeAndFaultsAreSaid()
    {
        const QTemporaryDir folder;
        const HubProgram hub(folder.filePath(u"hub"_s));
        const QString base = folder.filePath(u"报表"_s);
        const auto made = hub.command({u"report"_s, u"week"_s, u"--day"_s, u"2026-11-20"_s, u"--save"_s, base + u".pdf"_s, u"--save"_s, base + u".xlsx"_s, u"--save"_s, base + u".csv"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        for (const auto &[ending, magic] : {std::pair(u".pdf"_s, QByteArray("%PDF")), std::pair(u".xlsx"_s, QByteArray("PK")), std::pair(u".csv"_s, QByteArray("\xEF\xBB\xBF"))}) {
            QFile file(base + ending);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().startsWith(magic));
        }
        const QList<QStringList> wrong{{u"--of"_s, u"hall"_s}, {u"--of"_s, u"city:1"_s}, {u"--of"_s, u"nobody:1"_s}, {u"--day"_s, u"20.11.2026"_s},
                                       {u"--cases"_s, u"nothing"_s}, {u"--save"_s, base + u".doc"_s}, {u"--from"_s, u"2026-11-01"_s}, {u"decade"_s}};
        for (const QStringList &arguments : wrong) {
            const auto said = hub.command(QStringList{u"report"_s} + arguments);
            QVERIFY2(said.code == 2 && !said.err.isEmpty(), qPrintable(arguments.join(u' ')));
        }
    }
};

QTEST_GUILESS_MAIN(TestCityReport)
#include "tst_cityreport.moc"
