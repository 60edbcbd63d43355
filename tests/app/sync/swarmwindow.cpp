#include "core/base/clock.h"
#include "core/desk/hublink.h"
#include "core/desk/profile.h"
#include "core/domain/casenumber.h"
#include "core/domain/merging.h"
#include "core/journal/journal.h"
#include "core/sync/httpline.h"
#include "tests/app/sync/likeness.h"
#include "tests/app/sync/randomacts.h"
#include "tests/support/fakes.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QTimer>
#include <QUuid>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

// A window with everything real but the screen: profile, journal, the link to its hub in a thread of its own. It does random acts and
// writes down what it has done, so that somebody can count after it was killed.
//   swarmwindow FOLDER LEDGER LABEL LIFE SEED PACE HUB [CODE]
// It is told what to do by lines on its standard input, and ends when that ends.

using namespace Qt::StringLiterals;

namespace {

void say(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

/// Lines that are in the file when this returns, whoever kills the program then.
class Ledger final
{
public:
    explicit Ledger(const QString &file) : m_file(::open(file.toLocal8Bit().constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600)) { }
    ~Ledger() { ::close(m_file); }
    void write(const QString &line) const
    {
        const QByteArray bytes = line.toUtf8() + '\n';
        if (::write(m_file, bytes.constData(), size_t(bytes.size())) != bytes.size())
            qFatal("the ledger cannot be written");
    }

private:
    int m_file;
    Q_DISABLE_COPY_MOVE(Ledger)
};

domain::ClockRules rulesAround(int year)
{
    domain::ClockRules rules = support::sampleRules();
    QList<domain::CalendarYear> years;
    for (int each = year - 1; each <= year + 1; ++each)
        years.append({.year = each, .notice = {}, .source = {}, .region = {}, .off = {}, .worked = {}});
    rules.calendar = domain::WorkCalendar(years);
    return rules;
}

class SwarmWindow final : public QObject
{
public:
    explicit SwarmWindow(const QStringList &arguments)
        : m_folder(arguments[1]), m_ledger(arguments[2]), m_label(arguments[3] + u'.' + arguments[4]), m_pace(arguments[6].toInt()),
          m_hub(arguments[7]), m_acts(arguments[5].toUInt()), m_stdin(0, QSocketNotifier::Read)
    {
        auto profile = desk::Profile::open(m_folder, m_keyStore, m_clock);
        if (!profile)
            qFatal("%s %s", qPrintable(profile.error().detail), qPrintable(profile.error().place));
        m_profile = std::move(*profile);
        if (!m_profile->setAside().isEmpty())
            qFatal("the journal was damaged");
        m_link.emplace(desk::HubLinkNeeds{.profileFolder = m_folder,
                                          .profileKey = m_profile->keys().profile,
                                          .windowKey = m_profile->keys().window,
                                          .journal = m_profile->journal(),
                                          .hall = m_profile->hall(),
                                          .program = u"swarm"_s,
                                          .line = [](const QUrl &hub) { return std::make_unique<syncing::HttpLine>(hub); }});
        connect(&*m_link, &desk::HubLink::storageFailed, this, [](const base::Error &error) { qWarning("storage: %s", qPrintable(error.detail)); });
        connect(&*m_link, &desk::HubLink::faulty, this, [this] { ++m_faults; });
        connect(&*m_link, &desk::HubLink::contradicted, this, [this] { ++m_told; });
        connect(&m_stdin, &QSocketNotifier::activated, this, &SwarmWindow::hear);
        connect(&m_next, &QTimer::timeout, this, &SwarmWindow::act);
        m_next.setSingleShot(true);
        if (arguments.size() > 8) {
            connect(&*m_link, &desk::HubLink::enrolled, this, [] { say("joined"); });
            connect(&*m_link, &desk::HubLink::enrolmentFailed, this, [](const syncing::Trouble &trouble) { qFatal("not joined: %s", qPrintable(trouble.detail)); });
            m_link->enrol(m_hub, arguments[8]);
        } else {
            m_link->start();
            actSoon();
        }
    }

private:
    journal::Journal &journal() { return m_profile->journal(); }

    void hear()
    {
        char bytes[256];
        const ssize_t got = ::read(0, bytes, sizeof bytes);
        if (got <= 0)
            return QCoreApplication::quit();
        m_heard.append(bytes, got);
        for (qsizetype end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
            const QByteArray word = m_heard.first(end);
            m_heard.remove(0, end + 1);
            if (word == "go")
                actSoon();
            else if (word == "rest")
                m_next.stop();
            else if (word == "state")
                tellState();
            else if (word == "likeness")
                tellLikeness();
        }
    }

    void actSoon() { m_next.start(m_pace / 2 + m_acts.below(m_pace + 1)); }

    void act()
    {
        actSoon();
        const QList<journal::CaseRow> known = journal().cases(false, 40).value();
        if (known.isEmpty() || m_acts.below(12) == 0)
            perform(freshUuid());
        else
            perform(m_acts.oneOf(known).id);
    }

    void perform(const QString &caseId)
    {
        QList<domain::Placed> history = journal().historyOf(caseId).value();
        const domain::Case file = domain::merge(history).file;
        const domain::Command command = history.isEmpty() ? domain::Command(domain::OpenCase{caseId, freshNumber()})
                                                          : m_acts.on(file, m_guide, m_rules, m_clock.now(), journal().identity().device);
        const auto facts = domain::decide(file, command, m_guide, m_rules, m_clock.now());
        if (!facts || facts->isEmpty())
            return;
        const QString actor = m_label + u'.' + QString::number(++m_count);
        QList<domain::Event> events;
        for (const domain::Fact &fact : *facts) {
            events.append({m_clock.now(), actor, fact, m_link->clock().now()});
            history.append(domain::following(history, events.constLast()));
        }
        m_ledger.write(u"try %1 %2"_s.arg(actor).arg(events.size()));
        if (const base::Result<> written = journal().append(caseId, events, domain::merge(history).file); !written)
            qFatal("not written: %s", qPrintable(written.error().detail));
        m_ledger.write(u"done %1 %2"_s.arg(actor).arg(events.size()));
        if (std::holds_alternative<domain::RequestPrint>(command))
            m_ledger.write(u"paper %1 %2"_s.arg(actor).arg(events.size()));
        m_link->acted();
    }

    static QString freshUuid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }
    QString freshNumber()
    {
        const QDate day = m_clock.now().date();
        return domain::CaseNumber{u"411202"_s, m_profile->hall().windowCode, journal().identity().mark, day, journal().nextSerial(day).value()}
            .text();
    }

    /// What it still has to send, and how far it has taken the feed in.
    void tellState()
    {
        const auto outbox = journal::Outbox::open(m_folder, m_profile->keys().profile);
        const auto figures = outbox ? (*outbox)->figures() : base::Result<journal::SyncFigures>();
        const auto state = outbox ? (*outbox)->state() : base::Result<journal::SyncState>();
        const syncing::Status &status = m_link->status();
        QString words = status.trouble.detail + status.storage.detail;
        const auto writers = (*outbox)->acknowledged().value();
        for (const auto &[writer, acknowledged] : writers)
            words += u" %1:%2"_s.arg(writer.incarnation).arg(acknowledged);
        const journal::Unsent unsent = (*outbox)->unsent(1000, 1 << 20).value();
        words += u" next %1:%2+%3"_s.arg(unsent.writer.incarnation).arg(unsent.first).arg(unsent.events.size());
        say("state " + QByteArray::number(figures->events) + ' ' + QByteArray::number(state->cursor.hubSeq) + ' ' + state->epoch.toLatin1() + ' '
            + QByteArray::number(int(status.contact)) + ' ' + words.simplified().replace(u' ', u'_').toUtf8());
    }

    /// Everything it has, into the file beside its ledger, and whether its lists say the same.
    void tellLikeness()
    {
        QMap<QString, journal::CaseRow> rows;
        const QList<journal::CaseRow> all = journal().cases(false, 1'000'000).value();
        for (const journal::CaseRow &row : all)
            rows.insert(row.id, row);
        Likeness likeness;
        int wrong = 0;
        for (const journal::CaseRow &row : std::as_const(rows)) {
            const QList<domain::Placed> history = journal().historyOf(row.id).value();
            const domain::Merged merged = domain::merge(history);
            likeness.add(row.id, history, merged);
            const domain::Case &file = merged.file;
            wrong += row.number != file.number || row.stage != file.stage || row.notices != int(file.notices.size())
                || row.changedAt.toMSecsSinceEpoch() != file.changedAt.toMSecsSinceEpoch();
        }
        const auto verified = journal().verify();
        if (!verified)
            qWarning("%s", qPrintable(verified.error().detail));
        QFile file(m_folder + u".likeness"_s);
        if (!file.open(QFile::WriteOnly) || file.write(likeness.text()) < 0)
            qFatal("the likeness cannot be written");
        file.close();
        say("likeness " + QByteArray::number(wrong) + ' '
            + (verified ? "whole" : "damaged") + ' ' + QByteArray::number(m_faults) + ' ' + QByteArray::number(m_told));
    }

    const QString m_folder;
    const Ledger m_ledger;
    const QString m_label;
    const int m_pace; ///< milliseconds between two acts, on average
    const QUrl m_hub;
    base::SystemClock m_clock;
    support::NoKeyStore m_keyStore;
    RandomActs m_acts;
    const domain::Guide m_guide = support::sampleGuide();
    const domain::ClockRules m_rules = rulesAround(m_clock.now().date().year());
    std::unique_ptr<desk::Profile> m_profile;
    std::optional<desk::HubLink> m_link;
    QSocketNotifier m_stdin;
    QByteArray m_heard;
    QTimer m_next;
    int m_count = 0;
    int m_faults = 0;
    int m_told = 0;
};

}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (app.arguments().size() < 8)
        return 2;
    SwarmWindow window(app.arguments());
    return app.exec();
}
