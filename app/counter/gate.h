#pragma once

#include "core/base/clock.h"
#include "core/desk/reckoning.h"
#include "core/people/staffbook.h"

#include <QObject>

#include <memory>

class SignInPage;

/// What somebody brought who was let through to the profile.
struct Entrance {
    base::Secret opener;
    /// Who signed in; nothing: the password opens the profile, but the hub must be asked before its owner may work.
    std::optional<people::StaffMember> welcome;
    QString name;
    people::Typed password; ///< to ask the hub with
};

/// Stands before a profile whose key lies under the passwords of its staff: a window of its own that asks who is there.
class Gate final : public QObject
{
    Q_OBJECT

public:
    /// \a place: hall and window.
    Gate(people::StaffBook book, const base::Clock &clock, const QString &place);
    ~Gate() override;

    QWidget &window() const;
    /// Nothing until entered().
    const std::optional<Entrance> &entrance() const { return m_entrance; }

signals:
    void entered();

private:
    void attempt(const QString &name, const people::Typed &password);
    void take(const base::Result<people::StaffBook::Attempt> &attempt);

    people::StaffBook m_book;
    const base::Clock &m_clock;
    const std::unique_ptr<SignInPage> m_page;
    const desk::Reckoner m_reckon;
    Entrance m_asked; ///< who is being looked at
    std::optional<Entrance> m_entrance;
};
