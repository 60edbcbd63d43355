#include "tests/app/sync/swarm.h"

#include "tests/app/sync/hallsettings.h"
#include "tests/app/sync/likeness.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int tenYears = 10 * 365 * 86400; // seconds
constexpr int patience = 60'000; // milliseconds; the machine of a test may be busy
const QString hall = u"411202-1"_s;

void copyFiles(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        if (!QFile::copy(from + u'/' + name, to + u'/' + name))
            qFatal("%s was not copied", qPrintable(name));
    }
}

QList<QByteArray> linesOf(const QString &file)
{
    QFile read(file);
    return read.open(QFile::ReadOnly) ? read.readAll().split('\n') : QList<QByteArray>();
}

bool isCausal(const QList<domain::Placed> &history)
{
    QSet<QByteArray> before;
    for (const domain::Placed &event : history) {
        if (!std::ranges::all_of(event.seen, [&](const QByteArray &seen) { return before.contains(seen); }))
            return false;
        before.insert(event.id);
    }
    return true;
}

QString firstDifference(const QList<QByteArray> &ours, const QList<QByteArray> &theirs)
{
    for (qsizetype i = 0; i < qMax(ours.size(), theirs.size()); ++i) {
        if (ours.value(i) != theirs.value(i))
            return QString::fromUtf8("\n  hub:    " + ours.value(i) + "\n  window: " + theirs.value(i));
    }
    return {};
}

}

SwarmWindow::SwarmWindow(const QString &room, QString label, int clockShift)
    : m_folder(room + u'/' + label), m_ledger(room + u'/' + label + u".ledger"_s), m_label(std::move(label)), m_clockShift(clockShift)
{
}

bool SwarmWindow::start(const QUrl &hub, unsigned seed, int pace, const QString &code)
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"YICHUANG_CLOCK_SHIFT"_s, QString::number(m_clockShift));
    m_process->setProcessEnvironment(environment);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{m_folder, m_ledger, m_label, QString::number(++m_life), QString::number(seed), QString::number(pace), hub.toString()};
    if (!code.isEmpty())
        arguments << code;
    m_process->start(QCoreApplication::applicationDirPath() + u"/swarmwindow"_s, arguments);
    return m_process->waitForStarted(patience);
}

void SwarmWindow::kill()
{
    m_process->kill();
    m_process->waitForFinished(patience);
}

int SwarmWindow::end()
{
    m_process->closeWriteChannel();
    return m_process->waitForFinished(patience) && m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

void SwarmWindow::tell(const QByteArray &word)
{
    m_process->write(word + '\n');
    m_process->waitForBytesWritten(patience);
}

QByteArrayList SwarmWindow::hear()
{
    while (!m_process->canReadLine() && m_process->waitForReadyRead(patience)) { }
    return m_process->canReadLine() ? m_process->readLine().trimmed().split(' ') : QByteArrayList();
}

Swarm::Swarm(SwarmPlan plan, hubworld::Kind kind, Postgres *server, unsigned seed)
    : m_plan(plan), m_kind(kind), m_chance(seed), m_room(std::make_unique<hubworld::Room>(kind, server)), m_line(seed + 1)
{
}

QStringList Swarm::store() const
{
    return m_kind == hubworld::Kind::Sqlite ? QStringList() : QStringList{u"--store"_s, m_room->url().toString(QUrl::FullyEncoded)};
}

void Swarm::startHub()
{
    m_hub = std::make_unique<HubProgram>(m_room->folder(), store());
    if (!m_hub->answers())
        qFatal("the hub does not start: %s", m_hub->log().constData());
    m_line.setHub(m_hub->port());
}

SwarmWindow &Swarm::addWindow(const QString &label)
{
    const int shift = !m_plan.wrongClocks || m_windows.size() % 3 == 0 ? 0 : m_windows.size() % 3 == 1 ? tenYears : -tenYears;
    m_windows.push_back(std::make_unique<SwarmWindow>(m_folder.path(), label, shift));
    return *m_windows.back();
}

QString Swarm::begin()
{
    startHub();
    for (int i = 1; i <= m_plan.windows; ++i) {
        const QString code = u"%1"_s.arg(i, 3, 10, QChar(u'0'));
        SwarmWindow &window = addWindow(u"w"_s + code);
        writeHallSettings(window.folder(), code);
        const auto said = m_hub->command(store() + QStringList{u"enrol-code"_s, u"--hall"_s, hall, u"--region"_s, u"411202"_s, u"--window-code"_s, code});
        if (!window.start(m_line.url(), below(1'000'000), m_plan.pace, QString::fromLatin1(said.out).trimmed())
            || window.hear() != QByteArrayList{"joined"})
            return window.label() + u" did not join: "_s + QString::fromUtf8(said.err);
    }
    for (const auto &window : m_windows)
        window->tell("go");
    return {};
}

QString Swarm::work()
{
    QList<std::pair<qint64, int>> mishaps; // when, which
    const qint64 whole = m_plan.seconds * 1000;
    const auto plan = [&](int which, int count) {
        for (int i = 0; i < count; ++i)
            mishaps.append({whole / 20 + below(unsigned(whole)) * 9 / 10, which});
    };
    plan(0, m_plan.windowKills);
    plan(1, m_plan.hubKills);
    plan(2, m_plan.cablePulls);
    const auto at = [&](bool wanted, double share, int which) {
        if (wanted)
            mishaps.append({qint64(double(whole) * share), which});
    };
    at(m_plan.copiesDevice, 0.3, 3);
    at(m_plan.putsWindowBack, 0.2, 4);
    at(m_plan.putsWindowBack, 0.5, 5);
    at(m_plan.putsHubBack, 0.4, 6);
    at(m_plan.putsHubBack, 0.7, 7);
    std::ranges::sort(mishaps);
    m_line.setBad(m_plan.badLine);
    QElapsedTimer time;
    time.start();
    for (const auto &[when, which] : std::as_const(mishaps)) {
        QTest::qWait(int(qMax<qint64>(0, when - time.elapsed())));
        mishap(which);
    }
    QTest::qWait(int(qMax<qint64>(0, whole - time.elapsed())));
    for (const auto &window : m_windows) {
        if (!window->runs())
            return window->label() + u" ended by itself"_s;
    }
    return {};
}

void Swarm::mishap(int which)
{
    SwarmWindow &window = *m_windows[below(unsigned(m_windows.size()))];
    switch (which) {
    case 0:
        ++m_happened[u"windows killed"_s];
        window.kill();
        window.start(m_line.url(), below(1'000'000), m_plan.pace);
        break;
    case 1:
        ++m_happened[u"hub killed"_s];
        m_hub->kill();
        QTest::qWait(int(below(500)));
        startHub();
        break;
    case 2:
        ++m_happened[u"cable pulled"_s];
        m_line.pullOut();
        QTest::qWait(int(200 + below(1500)));
        m_line.plugIn();
        break;
    case 3:
        return copyDevice();
    case 4:
        return keepWindow();
    case 5:
        return putWindowBack();
    case 6:
        return keepHub();
    case 7:
        return putHubBack();
    }
}

/// The first window's disk goes on in a second PC as well.
void Swarm::copyDevice()
{
    ++m_happened[u"device copied"_s];
    SwarmWindow &original = *m_windows.front();
    original.kill();
    SwarmWindow &copy = addWindow(u"copy"_s);
    copyFiles(original.folder(), copy.folder());
    original.start(m_line.url(), below(1'000'000), m_plan.pace);
    copy.start(m_line.url(), below(1'000'000), m_plan.pace);
}

void Swarm::keepWindow()
{
    SwarmWindow &window = *m_windows[1];
    window.kill();
    copyFiles(window.folder(), m_folder.filePath(u"kept"_s));
    m_linesKept = int(linesOf(window.ledger()).size());
    window.start(m_line.url(), below(1'000'000), m_plan.pace);
}

void Swarm::putWindowBack()
{
    ++m_happened[u"window put back"_s];
    SwarmWindow &window = *m_windows[1];
    window.kill();
    copyFiles(m_folder.filePath(u"kept"_s), window.folder());
    m_undone.insert(window.ledger(), {m_linesKept - 1, int(linesOf(window.ledger()).size())});
    window.start(m_line.url(), below(1'000'000), m_plan.pace);
}

void Swarm::keepHub()
{
    if (m_hub->end() != 0)
        qFatal("the hub does not end");
    m_room->takeCopy();
    startHub();
}

void Swarm::putHubBack()
{
    ++m_happened[u"hub put back"_s];
    m_hub->end();
    m_room->putCopyBack();
    // The embedded store finds out by itself; with a server somebody says so, or forgets to.
    if (m_kind == hubworld::Kind::Postgres && below(2) == 0)
        m_hub->command(store() + QStringList{u"new-epoch"_s});
    startHub();
}

/// Nothing waits to be sent, and everybody has come to the same place.
QString Swarm::settled()
{
    QString wrong;
    QSet<QByteArrayList> states; // place in the feed, epoch
    for (const auto &window : m_windows)
        window->tell("state");
    for (const auto &window : m_windows) {
        const QByteArrayList state = window->hear();
        if (state.size() < 5)
            return window->label() + u" is silent"_s;
        if (wrong.isEmpty() && state[1] != "0")
            wrong = u"%1 has %2 events to send: %3"_s.arg(window->label(), QString::fromLatin1(state[1]), QString::fromUtf8(state.mid(4).join(' ')));
        states.insert(state.mid(2, 2));
    }
    if (!wrong.isEmpty())
        return wrong;
    return states.size() == 1 ? QString() : u"%1 different places in the feed"_s.arg(states.size());
}

QString Swarm::heal(int most)
{
    for (const auto &window : m_windows)
        window->tell("rest");
    m_line.setBad(false);
    QElapsedTimer time;
    time.start();
    QString wrong = settled();
    while (!wrong.isEmpty() && time.elapsed() < most) {
        QTest::qWait(300);
        wrong = settled();
    }
    m_healedIn = time.elapsed();
    return wrong.isEmpty() ? QString() : u"after %1 ms: "_s.arg(m_healedIn) + wrong;
}

QHash<QString, Swarm::Act> Swarm::actsDone() const
{
    QHash<QString, Act> acts;
    for (const auto &window : m_windows) {
        const QList<QByteArray> lines = linesOf(window->ledger());
        const auto [from, to] = m_undone.value(window->ledger(), {0, 0});
        for (int i = 0; i < lines.size(); ++i) {
            const QByteArrayList words = lines[i].split(' ');
            if (words.size() != 3)
                continue;
            Act &act = acts[QString::fromUtf8(words[1])];
            act.events = words[2].toInt();
            act.isDone = act.isDone || words[0] == "done";
            act.isPaper = act.isPaper || words[0] == "paper";
            act.mayBeLost = act.mayBeLost || (i >= from && i < to);
        }
    }
    return acts;
}

/// No act is missing, none is there twice or in part, none came from nowhere, and no paper is without its record.
QString Swarm::compareActs(const QHash<QString, Count> &counts) const
{
    const QHash<QString, Act> acts = actsDone();
    for (auto each = acts.begin(); each != acts.end(); ++each) {
        const Count count = counts.value(each.key());
        const bool mayBeMissing = !each->isDone || each->mayBeLost;
        if (count.events != each->events && !(mayBeMissing && count.events == 0))
            return u"of act %1 there are %2 events of %3"_s.arg(each.key()).arg(count.events).arg(each->events);
        if (each->isPaper && !count.hasPrint && !each->mayBeLost)
            return u"paper of act %1 has no record"_s.arg(each.key());
    }
    for (auto each = counts.begin(); each != counts.end(); ++each) {
        if (!acts.contains(each.key()))
            return u"act %1 came from nowhere"_s.arg(each.key());
    }
    return {};
}

/// Reads the whole feed as a window of the hall does, and compares it with what everybody has and has done.
QString Swarm::readFeed()
{
    m_clock.clock.time = QDateTime::currentDateTime();
    FarWindow reader(m_clock, u"999"_s, u"ZZ"_s, m_hub->port());
    if (const auto joined = reader.enrol(*m_hub, store(), hall); !joined)
        return u"the reader did not join: "_s + joined.error().detail;
    QMap<QString, QList<domain::Placed>> cases;
    QHash<QByteArray, domain::Judgement> judged;
    QHash<QString, qint64> last; // of each writer
    QHash<QString, int> incarnations; // the newest of each device
    QHash<QString, Count> counts;
    QHash<QString, QList<int>> ends; // by case and window: life and number of its last act
    wire::Cursor cursor;
    for (bool more = true; more;) {
        const auto answer = reader.pull(cursor);
        if (!answer)
            return u"the feed cannot be read: "_s + answer.error().detail;
        for (const QByteArray &bytes : hubworld::bytesOf(answer->entries)) {
            const auto event = journal::readEnvelope(bytes);
            if (!event)
                return u"an event cannot be read"_s;
            const QString writer = domain::writerOf(event->device, event->incarnation);
            if (event->seq != ++last[writer])
                return u"%1 has number %2 where %3 should be"_s.arg(writer).arg(event->seq).arg(last[writer]);
            int &newest = incarnations[event->device];
            m_wentOn = m_wentOn || event->incarnation < newest;
            newest = qMax(newest, event->incarnation);
            const QStringList name = event->event.actor.split(u'.');
            const QList<int> place{name.value(1).toInt(), name.value(2).toInt()};
            QList<int> &end = ends[event->caseId + name.value(0)];
            if (place < end)
                return u"act %1 came behind a later one of its window"_s.arg(event->event.actor);
            end = place;
            Count &count = counts[event->event.actor];
            ++count.events;
            count.hasPrint = count.hasPrint || std::holds_alternative<domain::PrintRequested>(event->event.fact);
            cases[event->caseId].append({event->event, journal::hashOf(bytes), event->parents, writer});
        }
        for (const wire::Entry &entry : answer->entries)
            judged.insert(journal::hashOf(entry.bytes), entry.judgement);
        cursor = answer->next;
        more = answer->more;
    }
    Likeness likeness;
    for (auto each = cases.begin(); each != cases.end(); ++each) {
        const domain::Merged merged = domain::merge(*each);
        const bool cameInOrder = isCausal(*each); // else the hub did not know all of it when it judged
        for (qsizetype i = 0; i < each->size(); ++i) {
            const domain::Judgement &hubs = judged[each->at(i).id], &ours = merged.judgements[i];
            if (cameInOrder && hubs != ours)
                return u"of %1, %2, the hub says %3 %4, and the events before it say %5 %6"_s.arg(each->at(i).event.actor, domain::typeName(each->at(i).event.fact))
                    .arg(int(hubs.standing)).arg(hubs.code).arg(int(ours.standing)).arg(ours.code);
            m_disputed += merged.judgements[i].standing == domain::Standing::Disputed;
        }
        likeness.add(each.key(), *each, merged);
    }
    m_events = likeness.events;
    m_conflicts = likeness.conflicts;
    for (const auto &window : m_windows)
        window->tell("likeness");
    for (const auto &window : m_windows) {
        const QByteArrayList said = window->hear();
        if (said.value(1) != "0" || said.value(2) != "whole")
            return u"%1: %2 lines of lists are wrong, the journal is %3"_s.arg(window->label(), QString::fromLatin1(said.value(1)), QString::fromLatin1(said.value(2)));
        if (const QString wrong = firstDifference(likeness.text().split('\n'), linesOf(window->folder() + u".likeness"_s)); !wrong.isEmpty())
            return window->label() + u" differs from the hub: "_s + wrong;
    }
    return compareActs(counts);
}

QString Swarm::check()
{
    if (const QString wrong = readFeed(); !wrong.isEmpty())
        return wrong;
    for (const auto &window : m_windows) {
        if (window->end() != 0)
            return window->label() + u" does not end"_s;
    }
    const auto verified = m_hub->command(store() + QStringList{u"verify"_s});
    if (verified.code != 0)
        return u"the store: "_s + QString::fromUtf8(verified.out + verified.err);
    const auto alarms = m_hub->command(store() + QStringList{u"alarms"_s});
    if (m_wentOn && !alarms.out.contains("fork") && !alarms.out.contains("double"))
        return u"nobody was told of the device with a double"_s;
    return m_hub->end() == 0 ? QString() : u"the hub does not end"_s;
}

QString Swarm::report() const
{
    QStringList lines;
    for (auto each = m_happened.begin(); each != m_happened.end(); ++each)
        lines << u"%1 %2"_s.arg(each.key()).arg(*each);
    const std::pair<BadLine::Mishap, QString> names[] = {
        {BadLine::CutRequest, u"requests cut"_s}, {BadLine::CutAnswer, u"answers cut"_s}, {BadLine::Late, u"late"_s},
        {BadLine::Twice, u"twice"_s}, {BadLine::Replayed, u"replayed"_s}, {BadLine::Slow, u"slow"_s}};
    for (const auto &[mishap, name] : names)
        lines << u"%1 %2"_s.arg(name).arg(m_line.count(mishap));
    lines.sort();
    return u"%1 windows, %2 acts, %3 events at the hub, %4 disputed, %5 conflicts, alike after %6 ms; %7"_s.arg(m_windows.size())
        .arg(actsDone().size())
        .arg(m_events)
        .arg(m_disputed)
        .arg(m_conflicts)
        .arg(m_healedIn)
        .arg(lines.join(u", "_s));
}
