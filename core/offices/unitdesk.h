#pragma once

#include "core/domain/agenda.h"
#include "core/offices/accounts.h"
#include "core/offices/itemrouting.h"

namespace offices {

/// One item in the queue of a unit.
struct QueueRow {
    QString caseUuid;
    QString item; ///< id
    QString unit; ///< whose it is
    QString number; ///< of the case, in groups
    QString matter;
    QString itemName;
    domain::CaseItem::State state = domain::CaseItem::State::Filed;
    bool paused = false;
    bool sent = false; ///< the result is on its way to the issuance window, or there
    bool proofWaits = false; ///< the window sent the proof of delivery, which the unit has not confirmed
    bool urged = false; ///< a hall urges (督办) and nobody has confirmed it
    std::optional<domain::Task> task; ///< what is next about it; nothing: others must act, or nothing is left
    domain::Urgency urgency = domain::Urgency::Green;
};

/// What a reviewer may do with an item.
enum class DeskAct { Accept, Refuse, Pause, Resume, PreReview, CallReview, HoldReview, Grant, Deny, Send, Confirm };

/// The word of an act in addresses: accept, refuse, pause, resume, pre-review, call-review, hold-review, grant, deny, send, confirm.
QString wordOf(DeskAct act);
std::optional<DeskAct> deskActOf(const QString &word);

/// What was typed for an act, by the names of the fields: number, reason, step, kind, day, time, place, review, result, certificate,
/// elicence, physical, to, by, reminder, answer.
using Typed = QMap<QString, QString>;

/// One item of one case on the desk of its unit.
struct DeskSheet {
    HubCase opened;
    domain::Guide guide;
    domain::Plan plan;
    domain::Plan::ItemLine line;
    domain::CaseItem state;
    domain::Unit unit;
    QList<hub::ItemUnit> units; ///< of all items of the case
    QDateTime proofAt = {}; ///< the unit confirmed that it has the proof of delivery; null: not
    std::optional<domain::Task> task;
    domain::Urgency urgency = domain::Urgency::Green;
    QMap<DeskAct, QStringList> against; ///< every act, and why it may not be done now; empty: it may
    QDateTime now;
    bool wholeNumbers = false; ///< numbers of persons are shown unmasked
};

/// What the people of a unit do: their queue, one item, acts on it. Every act goes through domain::decide() and is stated by the hub in
/// the name of the person; windows get it with their feed. From any thread.
class UnitDesk final
{
public:
    struct Needs {
        const hub::Engine &engine;
        GuideStand &guides;
        HubCases &cases;
        ItemRouting &routing;
        Accounts &accounts;
        const domain::ClockRules &rules;
    };
    /// Everything must live as long as this.
    explicit UnitDesk(const Needs &needs) : m(needs) { }

    /// What \a person's unit has, with \a below also the units below it: the nearest end first.
    base::Result<QList<QueueRow>> queue(const Person &person, bool below);
    /// Items that nobody has, for those who may give them to a unit.
    base::Result<QList<hub::ItemUnit>> unplaced();

    /// The item, when it is \a person's to see, which is written into the book; nothing when it is not, or there is none.
    /// \a wholeNumbers: whoever looks asks for numbers of persons unmasked, and that stands in the book.
    base::Result<std::optional<DeskSheet>> look(const Person &person, const QString &caseUuid, const QString &item,
                                                bool wholeNumbers = false);
    /// Whether \a scan is a picture of a material of this item, or of none yet.
    static bool showsScan(const DeskSheet &sheet, const QString &scan);

    /// Items of the case that \a person's own unit has, settled ones too; none: the case is not theirs to see, or there is none.
    base::Result<QStringList> ownItems(const Person &person, const QString &caseUuid);

    /// What is kept together with an act, in its transaction: the sentences against it, and the item as it stands after it.
    using Keep = std::function<base::Result<>(hub::Transaction &rows, const QStringList &against, const domain::CaseItem &after)>;
    /// Carries out \a act; the sentences that speak against it, none: it was done. Error::Missing when the item is none of \a person's.
    base::Result<QStringList> perform(const Person &person, const QString &caseUuid, const QString &item, DeskAct act, const Typed &typed,
                                      const Keep &keep = {});
    /// The unit has the proof of delivery that the window sent; as perform().
    base::Result<QStringList> confirmProof(const Person &person, const QString &caseUuid, const QString &item, const Keep &keep = {});

private:
    base::Result<std::optional<DeskSheet>> sheetOf(const Person &person, const QString &caseUuid, const QString &item);
    base::Result<DeskSheet> sheetToActOn(const Person &person, const QString &caseUuid, const QString &item);
    base::Result<bool> sees(const Person &person, const QString &unit);
    base::Result<std::optional<QueueRow>> rowOf(const hub::ItemUnit &item);

    const Needs m;
};

}
