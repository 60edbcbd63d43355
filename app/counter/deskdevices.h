#pragma once

#include "app/counter/workplace.h"
#include "core/desk/carddesk.h"
#include "core/devices/ratingpad.h"
#include "ui/widgets/inlinemessage.h"

/// The small machines on the desk of a window, as hall.ini names them: a reader of identity cards, a pad for ratings. Neither needs to be
/// there, and neither is spoken to before its key is pressed.
class DeskDevices final : public QObject
{
    Q_OBJECT

public:
    /// \a workplace outlives it.
    explicit DeskDevices(const Workplace &workplace, QObject *parent = nullptr);
    ~DeskDevices() override;

    desk::CardDesk &cards() { return *m_cards; }
    /// What is wrong with the mapping file of the reader; nothing: it is sound, or there is none.
    const std::optional<base::Error> &fault() const { return m_fault; }
    bool hasPad() const { return m_pad != nullptr; }

public slots:
    /// Opens the pad for the case \a number, if the citizen wants to rate the visit.
    void openPad(const QString &number);

signals:
    void said(InlineMessage::Level level, const QString &what, const QString &detail);

private:
    std::unique_ptr<devices::CardReader> m_reader;
    std::unique_ptr<desk::CardDesk> m_cards;
    std::unique_ptr<devices::RatingPad> m_pad;
    std::optional<base::Error> m_fault;
};
