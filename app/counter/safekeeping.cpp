#include "app/counter/safekeeping.h"

#include "ui/hub/copywords.h"
#include "ui/shell/mainwindow.h"

using namespace Qt::StringLiterals;

namespace {

const QString copyNotice = QStringLiteral("backup");

}

Safekeeping::Safekeeping(Workplace &workplace, MainWindow &window, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window)
{
    desk::Backup &backup = workplace.backup();
    connect(&backup, &desk::Backup::changed, this, &Safekeeping::show);
    connect(&backup, &desk::Backup::progressed, this, &Safekeeping::show);
    connect(&backup, &desk::Backup::failed, this, [this](const base::Error &error) {
        m_window.notify(copyNotice, InlineMessage::Level::Warning, tr("No safety copy could be made."),
                        tr("%1 It is tried again every few minutes (Ctrl+7).").arg(copywords::sentence(error)));
    });
    connect(&backup, &desk::Backup::finished, this, [this] { m_window.withdraw(copyNotice); });
    connect(&m_daily, &QTimer::timeout, this, &Safekeeping::show);
    m_daily.start(std::chrono::minutes(1));
}

BackupPane::Needs Safekeeping::copies()
{
    return {m_workplace.backup(), m_workplace.recoveryPrint(), [this] { return may(); }};
}

void Safekeeping::begin()
{
    show();
    if (const QString late = copywords::overdue(m_workplace.backup()); !late.isEmpty())
        m_window.notify(copyNotice, InlineMessage::Level::Warning, late, tr("Plug the stick in; Ctrl+7 says more, F8 there copies now."));
    m_workplace.backup().look();
}

bool Safekeeping::may()
{
    constexpr domain::Duty duty = domain::Duty::KeepCopies;
    if (m_workplace.duty().may(duty))
        return true;
    const std::optional<people::StaffMember> by = m_workplace.duty().allowedBy(duty, subject());
    const base::Result<> noted = m_workplace.audit().note(by ? desk::AuditAct::Allowed : desk::AuditAct::Refused, {}, desk::auditWords(duty, by));
    m_workplace.duty().spend(duty, subject());
    return by && noted;
}

void Safekeeping::show()
{
    const copywords::Line line = copywords::statusLine(m_workplace.backup());
    m_window.setStatus(Segment::Copies, line.text, line.role);
}
