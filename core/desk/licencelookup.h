#pragma once

#include "core/desk/casework.h"
#include "core/devices/licencesource.h"
#include "core/domain/licencerules.h"

#include <QPointer>

namespace desk {

/// What came of looking for one material.
struct LookUpEnd {
    QString material; ///< id
    domain::LookUp::Outcome outcome = domain::LookUp::Outcome::NotFound;
    domain::LicenceFault fault = domain::LicenceFault::None; ///< NotCredible: why; None: the answer was no answer
    domain::FoundLicence found; ///< Found, and NotCredible where something was named
    bool taken = false; ///< Found: it is the verdict now; false: the clerk gave one meanwhile, which stands
    std::optional<Undone> undone; ///< the answer could not be recorded, or the verdict not be given
    bool isBeyondHub = false; ///< Unreachable: the hub answered, whoever it asks did not
    QString detail; ///< for whoever looks after the PC
};

/// Whose licence may be looked up.
struct LicenceHolder {
    QString title; ///< in the words of the guide: 申请人, 母亲 …
    QString name;
    QString number;
    bool operator==(const LicenceHolder &) const = default;
};

/// Asks for what the materials of one case prove. One material at a time; never waits.
class LicenceLookUp final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    LicenceLookUp(CaseWork &work, devices::LicenceSource &source, QObject *parent = nullptr);
    /// As cancel().
    ~LicenceLookUp() override;

    /// Everybody the case names, applicant and enterprise first.
    QList<LicenceHolder> holders() const;
    /// Begins with \a material of \a holder; ended() follows. A question that is open is cancelled before. Undone: nothing was asked.
    Done ask(const QString &material, const LicenceHolder &holder);
    /// The material that is being asked for; empty: none.
    QString underWay() const { return m_lookUp.isEmpty() ? QString() : m_material; }
    /// The way by which it is being asked for now.
    domain::Material::Acquisition way() const { return m_way; }
    /// Stops, with ended(); nothing when nothing is under way.
    void cancel();

signals:
    void ended(const desk::LookUpEnd &end);

private:
    Done askNext();
    void take(const devices::LicenceAnswer &answer);
    void finish(LookUpEnd end);
    Done record(const LookUpEnd &end);

    CaseWork &m_work;
    devices::LicenceSource &m_source;
    QString m_lookUp; ///< id; empty: nothing is under way
    QString m_material;
    LicenceHolder m_holder;
    QList<domain::Material::Acquisition> m_ways; ///< still to be tried
    domain::Material::Acquisition m_way = domain::Material::Acquisition::Shared;
    std::optional<domain::Verdict> m_before; ///< when it was asked
};

}
