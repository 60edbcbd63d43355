#pragma once

#include "app/counter/upkeep.h"
#include "app/counter/workplace.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>

class WipePage;

/// The hub ordered this window to wipe itself: hides everything at once, has what is half typed put down, sends what the hub lacks, for a
/// bounded time, and ends the program's work; main() destroys the keys then (finishWipe()), when nobody has them in hand any more.
class Wiping final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostSending = 120'000; ///< milliseconds
    static constexpr int mostSilence = 20'000; ///< milliseconds without the hub or without anything moving

    /// \a workplace outlives it.
    explicit Wiping(Workplace &workplace, QObject *parent = nullptr);
    ~Wiping() override;

    /// Nothing until an order came.
    const std::optional<desk::WipeRecord> &record() const { return m_record; }

signals:
    /// What is in hand is put down now.
    void puttingDown();
    /// Everything is sent, or the time is over.
    void over();

private:
    void begin(const wire::SignedWipe &wipe);
    void look();

    Workplace &m_workplace;
    std::unique_ptr<WipePage> m_page;
    std::optional<desk::WipeRecord> m_record;
    QTimer m_look;
    QElapsedTimer m_since;
    QElapsedTimer m_stillSince; ///< since anything moved
    int m_left = -1; ///< events and pictures
};

/// Destroys what opens the profile of \a place, as \a record orders, tells the hub, and says so on the screen until somebody closes that;
/// the exit code. \a isConsole: there is no screen, one line says it.
int finishWipe(const upkeep::Place &place, desk::WipeRecord record, bool isConsole);
