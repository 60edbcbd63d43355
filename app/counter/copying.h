#pragma once

#include "app/counter/workplace.h"

#include <QPointer>

#include <functional>

class CopyCardWindow;
class MainWindow;

/// The copy card at this window: Ctrl+K opens that of the filed case in hand.
class Copying final : public QObject
{
    Q_OBJECT

public:
    using CaseInHand = std::function<desk::CaseWork *()>;

    /// \a workplace and \a window outlive it; \a inHand gives null when there is no case.
    Copying(Workplace &workplace, MainWindow &window, CaseInHand inHand, QObject *parent = nullptr);
    ~Copying() override;

    /// Closes the card: the case is left. What was copied is recorded before.
    void end();
    /// Null when no card is open.
    CopyCardWindow *card() const { return m_card.get(); }

public slots:
    void open();

signals:
    /// The case cannot be copied yet, or not any more.
    void refused(const desk::Undone &undone);

private:
    Workplace &m_workplace;
    const CaseInHand m_inHand;
    std::unique_ptr<CopyCardWindow> m_card; ///< made with its first use
};
