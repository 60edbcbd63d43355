#pragma once

#include "core/desk/licencelookup.h"

#include <memory>

class ChecklistPanel;

/// Looks up what materials of the case on the intake page prove, when the clerk asks for it in the checklist, and says there what
/// came of it.
class LookUps final : public QObject
{
    Q_OBJECT

public:
    /// \a panel outlives this.
    explicit LookUps(ChecklistPanel &panel, QObject *parent = nullptr);
    ~LookUps() override;

    /// From now on \a source is asked, which outlives this. Without one, or with one that is not set up, the key says so.
    void setSource(devices::LicenceSource &source) { m_source = &source; }
    /// The case in hand, which outlives its being in hand; null: none. What is under way is stopped.
    void show(desk::CaseWork *work);

private:
    void begin(const QString &material);
    void ask(int holder);
    void tell(const desk::LookUpEnd &end);
    QString foundText(const desk::LookUpEnd &end) const;
    QString failedText(const desk::LookUpEnd &end) const;
    QString notCredibleText(const desk::LookUpEnd &end) const;
    QString nameOf(const QString &material) const;

    ChecklistPanel &m_panel;
    devices::LicenceSource *m_source = nullptr;
    desk::CaseWork *m_work = nullptr;
    std::unique_ptr<desk::LicenceLookUp> m_lookUp;
    QString m_material; ///< for which it is asked whose it is
    QList<desk::LicenceHolder> m_holders;
};
