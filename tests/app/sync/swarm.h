#pragma once

#include "tests/app/hub/hubprogram.h"
#include "tests/app/sync/badline.h"

#include <QElapsedTimer>

/// swarmwindow of the bin folder, in a process of its own, and its profile.
class SwarmWindow final
{
public:
    /// \a label: of its ledger and in the names of its acts, of no other window.
    SwarmWindow(const QString &room, QString label, int clockShift);

    QString folder() const { return m_folder; }
    QString ledger() const { return m_ledger; }
    const QString &label() const { return m_label; }
    bool runs() const { return m_process && m_process->state() == QProcess::Running; }

    /// Begins another life; with \a code it joins the hub and waits.
    bool start(const QUrl &hub, unsigned seed, int pace, const QString &code = {});
    void kill(); ///< SIGKILL
    int end(); ///< its exit code; -1 when it did not end by itself
    void tell(const QByteArray &word);
    /// The next line it says, in words; empty when it says nothing any more.
    QByteArrayList hear();

private:
    const QString m_folder, m_ledger, m_label;
    const int m_clockShift; ///< seconds
    int m_life = 0;
    std::unique_ptr<QProcess> m_process;
};

/// What is done to a swarm, and how much of it.
struct SwarmPlan {
    int windows = 6;
    int seconds = 6;
    int pace = 150; ///< milliseconds between two acts of a window
    bool badLine = true;
    int windowKills = 0, hubKills = 0, cablePulls = 0;
    bool copiesDevice = false; ///< a whole profile goes on at a second PC too
    bool putsWindowBack = false; ///< a profile is put back from an earlier copy
    bool putsHubBack = false; ///< the hub's store is put back from an earlier copy
    bool wrongClocks = false; ///< ten years before and behind
};

/// Windows that work on the same cases, a hub, and a line between them on which everything goes wrong; then it all heals, and one counts.
class Swarm final
{
public:
    Swarm(SwarmPlan plan, hubworld::Kind kind, Postgres *server, unsigned seed);

    /// Each gives what is wrong; empty: nothing.
    QString begin();
    QString work();
    /// Waits until everybody has everything; \a most milliseconds.
    QString heal(int most);
    QString check();
    /// What happened, for the log.
    QString report() const;

private:
    struct Act {
        int events = 0;
        bool isDone = false, isPaper = false;
        bool mayBeLost = false; ///< of a time that was undone by putting an older profile back
    };
    struct Count {
        int events = 0;
        bool hasPrint = false;
    };

    SwarmWindow &addWindow(const QString &label);
    void startHub();
    void mishap(int which);
    void copyDevice();
    void keepWindow();
    void putWindowBack();
    void keepHub();
    void putHubBack();
    QString settled();
    QString readFeed();
    QString compareActs(const QHash<QString, Count> &counts) const;
    QHash<QString, Act> actsDone() const;
    unsigned below(unsigned end) { return unsigned(m_chance() % end); }
    QStringList store() const;

    const SwarmPlan m_plan;
    const hubworld::Kind m_kind;
    std::mt19937 m_chance;
    QTemporaryDir m_folder;
    std::unique_ptr<hubworld::Room> m_room;
    hubworld::Room m_elsewhere{hubworld::Kind::Sqlite}; ///< of a hub that only lends its clock to the reader
    hubworld::Hub m_clock{m_elsewhere};
    BadLine m_line;
    std::unique_ptr<HubProgram> m_hub;
    std::vector<std::unique_ptr<SwarmWindow>> m_windows;
    QHash<QString, std::pair<int, int>> m_undone; ///< by ledger: lines from, to
    int m_linesKept = 0;
    int m_events = 0, m_disputed = 0, m_conflicts = 0;
    qint64 m_healedIn = 0;
    bool m_wentOn = false; ///< an incarnation did, although a later one of its device had begun
    QHash<QString, int> m_happened;
};
