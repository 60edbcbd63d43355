#pragma once

#include "core/domain/posts.h"
#include "ui/case/acts.h"
#include "ui/widgets/stepcard.h"

#include <array>

class ActForm;
class KeyButton;
class QLabel;
class QStackedLayout;

/// What can be done with the case now, each with its key; what cannot is pale and says why. An act is told what it needs in a form
/// in place of the keys.
class ActsPane final : public StepCard
{
    Q_OBJECT

public:
    using Ask = std::function<QList<domain::Refusal>(const domain::Command &)>;

    explicit ActsPane(QWidget *parent = nullptr);

    /// \a item is the chosen one; \a ask tells what speaks against a command and is asked only before the next show().
    void show(const CaseView &view, const QString &item, Ask ask);
    /// Opens the form of \a act, or says why it cannot be done now.
    void begin(Act act);
    bool isAsking() const;
    /// To the keys of the supervisor's acts, or back.
    void turn();
    /// The act was done, or is left: back to the keys.
    void close();
    /// The act that was wanted waits for something.
    void wait(const QString &sentence);
    /// The act that was wanted did not happen.
    void fail(const QString &sentence);
    bool isOpen(Act act) const { return m_open[size_t(act)]; }

signals:
    /// The form has opened or closed.
    void askingChanged(bool asking);
    void wanted(const domain::Command &command);
    /// Refused for want of a post; \a again does it once somebody allowed it.
    void lacked(domain::Duty duty, const std::function<void()> &again);

private:
    QWidget *makeKeys(bool ofOversight);
    void give();
    void tellLack(const QList<domain::Refusal> &against, const std::function<void()> &again);
    ActScene scene() const;

    ActForm *const m_form;
    QStackedLayout *m_stack = nullptr; ///< two sheets of keys, then the form
    int m_sheet = 0; ///< the one that is shown while no form asks
    QLabel *m_itemTitle = nullptr;
    std::array<KeyButton *, actCount> m_buttons{};
    std::array<bool, actCount> m_open{}; ///< nothing speaks against it
    CaseView m_view;
    QString m_item;
    Ask m_ask;
    Act m_act = Act::CompleteScans; ///< the one that the form is about
};
