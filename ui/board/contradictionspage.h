#pragma once

#include "core/domain/posts.h"
#include "core/desk/hallpresence.h"
#include "core/desk/oversight.h"

#include <QWidget>

#include <functional>

class ActCard;
class BoardTable;
class EmptyState;
class InlineMessage;
class QLabel;
class QLineEdit;
class QStackedLayout;

/// Every contradiction of the hall that nobody has settled, both acts side by side. 1 or 2 says which counts, then a few words why.
class ContradictionsPage final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page; \a presence knows the names of windows.
    ContradictionsPage(desk::Oversight &oversight, const desk::HallPresence &presence, QWidget *parent = nullptr);

    /// Reads again; the chosen one stays chosen.
    void renew();

signals:
    void openRequested(const QString &caseId);
    void leaveRequested();
    /// Refused for want of a post; \a again does it once somebody allowed it on the case \a caseId.
    void lacked(domain::Duty duty, const QString &caseId, const std::function<void()> &again);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSides();
    void showCurrent();
    ActCard *cardOf(int side) const { return side == 1 ? m_first : m_second; }
    /// \a side 1: what counts now stays; 2: the other.
    void choose(int side);
    void settle();
    void drop();
    const desk::Contradiction *current() const;
    QString whoDid(const std::optional<domain::Event> &act, const QString &device) const;

    desk::Oversight &m_oversight;
    const desk::HallPresence &m_presence;
    QList<desk::Contradiction> m_all;
    int m_side = 0; ///< chosen; 0: none
    InlineMessage *const m_message;
    BoardTable *const m_list;
    QLabel *const m_about;
    ActCard *const m_first;
    ActCard *const m_second;
    QLineEdit *const m_words;
    EmptyState *const m_empty;
    QWidget *m_content = nullptr;
    QStackedLayout *m_stack = nullptr;
};
