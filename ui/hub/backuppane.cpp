#include "ui/hub/backuppane.h"

#include "ui/hub/hubwords.h"
#include "ui/theme/theme.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

BackupPane::BackupPane(desk::Backup &backup, QWidget *parent)
    : QWidget(parent), m_backup(backup), m_last(new QLabel(this)), m_fault(new QLabel(this)), m_code(new QLabel(this)), m_advice(new QLabel(this)),
      m_copy(new QPushButton(tr("Copy now (F8)"), this)), m_make(new QPushButton(tr("New recovery code (F7)"), this))
{
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(card);
    card->body()->addWidget(new SectionHeader(tr("Safety copies"), card));
    theme::dress(*m_fault, theme::Type::Body, theme::Colour::Bad);
    theme::dress(*m_code, theme::Type::Large);
    theme::dress(*m_advice, theme::Type::Caption, theme::Colour::Muted);
    for (QLabel *label : {m_last, m_fault, m_code, m_advice}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        card->body()->addWidget(label);
    }
    m_code->setAccessibleName(tr("Recovery code"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_make);
    buttons->addWidget(m_copy);
    card->body()->addStretch();
    card->body()->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, &BackupPane::copy);
    connect(m_make, &QPushButton::clicked, this, &BackupPane::makeCode);
    connect(&backup, &desk::Backup::changed, this, &BackupPane::showState);
    putCodeAway();
}

void BackupPane::copy()
{
    if (m_copy->isEnabled())
        m_backup.backUpNow();
}

void BackupPane::makeCode()
{
    if (!m_code->text().isEmpty()) {
        putCodeAway();
        return;
    }
    if (!m_backup.state().recoveryKey.isEmpty() && !m_isAsked) {
        m_isAsked = true;
        m_advice->setText(tr("There is a recovery code already. Copies made so far open with that one only: keep it. F7 again makes a new one."));
        m_advice->show();
        return;
    }
    const base::Result<QString> words = m_backup.setUp();
    if (!words) {
        m_fault->setText(words::sentence(words.error()));
        m_fault->show();
        return;
    }
    m_code->setText(*words);
    m_advice->setText(tr("Write it down now and keep the paper away from this PC, with the supervisor. It is not stored anywhere and is shown "
                         "only this once; without it nobody can open the copies. F7 puts it away."));
    m_code->show();
    m_advice->show();
    m_make->setText(tr("It is written down (F7)"));
}

void BackupPane::putCodeAway()
{
    m_isAsked = false;
    m_code->clear();
    m_code->hide();
    m_advice->hide();
    m_make->setText(tr("New recovery code (F7)"));
    showState();
}

void BackupPane::showState()
{
    const desk::BackupState &state = m_backup.state();
    QString last;
    if (m_backup.isBusy())
        last = tr("A copy is being made and read back…");
    else if (state.recoveryKey.isEmpty())
        last = tr("No copies are made: first make a recovery code (F7).");
    else if (m_backup.target().isEmpty())
        last = tr("No folder is set for copies: a technician enters backupTo in hall.ini.");
    else if (state.at.isNull())
        last = tr("No copy was made yet. They go to %1.").arg(m_backup.target());
    else
        last = tr("Last copy: %1, %2, read back and whole.").arg(state.at.toString(u"yyyy-MM-dd HH:mm"_s), hubwords::size(state.bytes));
    m_last->setText(last);
    theme::dress(*m_last, theme::Type::Body, m_backup.isOverdue() && !m_backup.isBusy() ? theme::Colour::Bad : theme::Colour::Text);
    const auto &fault = m_backup.fault();
    m_fault->setText(fault ? words::sentence(*fault) + u' ' + words::detail(*fault) : QString());
    m_fault->setVisible(fault.has_value());
    m_copy->setEnabled(!m_backup.isBusy() && !state.recoveryKey.isEmpty() && !m_backup.target().isEmpty());
}
