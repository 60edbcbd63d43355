#include "ui/hub/backuppane.h"

#include "ui/hub/copywords.h"
#include "ui/theme/theme.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QLabel *wrapped(QLabel *label, theme::Type type, theme::Colour colour)
{
    theme::dress(*label, type, colour);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}

BackupPane::BackupPane(const Needs &needs, QWidget *parent)
    : QWidget(parent), m_backup(needs.backup), m_printing(needs.printing), m_may(needs.may), m_last(new QLabel), m_where(new QLabel),
      m_there(new QLabel), m_fault(new QLabel), m_progress(new QProgressBar), m_copy(new QPushButton(tr("Copy now (F8)"))), m_code(new QLabel),
      m_advice(new QLabel), m_codeFault(new QLabel), m_lastGroup(new QLineEdit), m_folder(new QComboBox), m_time(new QLineEdit),
      m_choiceFault(new QLabel)
{
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(card);
    card->body()->addWidget(new SectionHeader(tr("Safety copies"), card));
    // One below the other, one of them shown: a stack would cut words that wrap.
    for (QWidget *form : {m_state = buildState(), m_codeForm = buildCode(), m_choice = buildChoice()})
        card->body()->addWidget(form);
    connect(&m_backup, &desk::Backup::changed, this, &BackupPane::showState);
    connect(&m_backup, &desk::Backup::progressed, this, &BackupPane::showState);
    connect(&m_backup, &desk::Backup::seen, this, [this] {
        showThere();
        offerSticks();
    });
    showForm(m_state);
}

QWidget *BackupPane::buildState()
{
    auto *state = new QWidget;
    auto *layout = new QVBoxLayout(state);
    layout->setContentsMargins({});
    m_progress->setAccessibleName(tr("Copy under way"));
    for (QLabel *label : {wrapped(m_last, theme::Type::Body, theme::Colour::Text), wrapped(m_fault, theme::Type::Body, theme::Colour::Bad),
                          wrapped(m_where, theme::Type::Caption, theme::Colour::Muted), wrapped(m_there, theme::Type::Caption, theme::Colour::Muted)})
        layout->addWidget(label);
    layout->insertWidget(1, m_progress);
    layout->addStretch();
    auto *buttons = new QHBoxLayout;
    auto *make = new QPushButton(tr("Recovery code (F7)"));
    auto *where = new QPushButton(tr("Folder (F9)"));
    connect(make, &QPushButton::clicked, this, &BackupPane::makeCode);
    connect(where, &QPushButton::clicked, this, &BackupPane::choose);
    connect(m_copy, &QPushButton::clicked, this, &BackupPane::copy);
    buttons->addStretch();
    for (QPushButton *button : {make, where, m_copy})
        buttons->addWidget(button);
    layout->addLayout(buttons);
    return state;
}

QWidget *BackupPane::buildCode()
{
    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    theme::dress(*m_code, theme::Type::Large);
    m_code->setTextFormat(Qt::PlainText);
    m_code->setWordWrap(true);
    m_code->setAccessibleName(tr("Recovery code"));
    m_lastGroup->setMaxLength(8);
    m_lastGroup->setAccessibleName(tr("Last group of the code"));
    auto *typed = new QFormLayout;
    typed->addRow(tr("Last group, off the paper"), m_lastGroup);
    layout->addWidget(m_code);
    layout->addWidget(wrapped(m_advice, theme::Type::Caption, theme::Colour::Muted));
    layout->addLayout(typed);
    layout->addWidget(wrapped(m_codeFault, theme::Type::Body, theme::Colour::Bad));
    layout->addStretch();
    connect(m_lastGroup, &QLineEdit::returnPressed, this, &BackupPane::confirmCode);
    return form;
}

QWidget *BackupPane::buildChoice()
{
    auto *choice = new QWidget;
    auto *layout = new QVBoxLayout(choice);
    layout->setContentsMargins({});
    m_folder->setEditable(true);
    m_folder->setInsertPolicy(QComboBox::NoInsert);
    m_folder->setCompleter(nullptr);
    m_folder->lineEdit()->setMaxLength(300);
    m_folder->setAccessibleName(tr("Folder for copies"));
    m_time->setMaxLength(5);
    m_time->setAccessibleName(tr("Every day at"));
    auto *form = new QFormLayout;
    form->addRow(tr("Folder"), m_folder);
    form->addRow(tr("Every day at"), m_time);
    layout->addLayout(form);
    auto *advice = new QLabel(tr("Up and Down offer the sticks that are plugged in. Enter keeps it, Esc leaves it as it was."));
    layout->addWidget(wrapped(advice, theme::Type::Caption, theme::Colour::Muted));
    layout->addWidget(wrapped(m_choiceFault, theme::Type::Body, theme::Colour::Bad));
    layout->addStretch();
    connect(m_folder->lineEdit(), &QLineEdit::returnPressed, this, &BackupPane::takeChoice);
    connect(m_time, &QLineEdit::returnPressed, this, &BackupPane::takeChoice);
    return choice;
}

/// A form is open for as long as somebody stands before it.
void BackupPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_shown != m_state)
        leave();
    m_isAsked = false;
}

void BackupPane::showForm(QWidget *form)
{
    m_shown = form;
    for (QWidget *each : {m_state, m_codeForm, m_choice})
        each->setVisible(each == form);
    for (QLabel *fault : {m_codeFault, m_choiceFault})
        fault->clear();
    if (form == m_state)
        showState();
}

void BackupPane::renew()
{
    m_backup.lookAround();
    showState();
}

bool BackupPane::isAllowed(void (BackupPane::*act)())
{
    if (m_may())
        return true;
    const domain::Duty duty = domain::Duty::KeepCopies;
    m_fault->setText(words::sentence(domain::Refusal{domain::Refusal::Why::PostMissing, QString::number(int(duty)), {}}));
    m_fault->show();
    emit lacked(duty, [this, act] { (this->*act)(); });
    return false;
}

void BackupPane::copy()
{
    if (m_copy->isEnabled() && m_shown == m_state)
        m_backup.backUpNow();
}

void BackupPane::makeCode()
{
    if (m_shown != m_state)
        return;
    if (!m_backup.state().recoveryKey.isEmpty() && !m_isAsked) {
        m_isAsked = true;
        m_fault->setText(tr("There is a recovery code already. Copies made so far open with that one only: keep it. F7 again makes a new one."));
        m_fault->show();
        return;
    }
    if (!isAllowed(&BackupPane::makeCode))
        return;
    m_isAsked = false;
    const desk::RecoveryCode &code = m_backup.beginSetUp();
    m_code->setText(code.groups.join(u" - "_s));
    showForm(m_codeForm);
    m_lastGroup->clear();
    m_lastGroup->setFocus(Qt::ShortcutFocusReason);
    printCode();
}

void BackupPane::printCode()
{
    if (m_shown != m_codeForm)
        return;
    const base::Result<desk::LoosePapers::Sent> sent = m_printing.print(m_backup.code());
    const QString mark = tr("Mark of the key: %1.").arg(m_backup.code().mark);
    if (sent && !sent->where.isEmpty())
        m_advice->setText(tr("It is being printed (%1), two copies for two people. Type the last group off the paper, then Enter: only then is the code "
                             "used. Ctrl+P prints it again, Esc leaves everything as it was. It is stored nowhere and shown only this once.")
                              .arg(sent->where)
                          + u' ' + mark);
    else
        m_advice->setText(tr("It could not be printed: write all eight groups down by hand, twice, with the mark. Type the last group off the paper, then Enter: only then is "
                             "the code used. Ctrl+P tries the printer again, Esc leaves everything as it was.")
                          + u' ' + mark + u' ' + (sent ? tr("No printer is set up.") : words::detail(sent.error())));
}

void BackupPane::confirmCode()
{
    const base::Result<> confirmed = m_backup.confirmSetUp(m_lastGroup->text());
    if (!confirmed && confirmed.error().kind == base::Error::Kind::Secret) {
        m_codeFault->setText(tr("That is not the last group: look at the paper once more."));
        m_lastGroup->selectAll();
        return;
    }
    if (!confirmed) {
        m_codeFault->setText(words::sentence(confirmed.error()));
        return;
    }
    leave();
    m_backup.look();
}

void BackupPane::choose()
{
    if (m_shown != m_state || !isAllowed(&BackupPane::choose))
        return;
    showForm(m_choice);
    m_time->setText(m_backup.at().toString(u"HH:mm"_s));
    m_folder->clear();
    offerSticks();
    m_folder->setEditText(m_backup.target());
    m_backup.lookAround();
    m_folder->setFocus(Qt::ShortcutFocusReason);
    m_folder->lineEdit()->selectAll();
}

/// What is typed stays.
void BackupPane::offerSticks()
{
    if (m_shown != m_choice)
        return;
    const QString typed = m_folder->currentText();
    QStringList offered = m_backup.sticks();
    if (!m_backup.target().isEmpty() && !offered.contains(m_backup.target()))
        offered << m_backup.target();
    m_folder->clear();
    m_folder->addItems(offered);
    m_folder->setCurrentIndex(int(offered.indexOf(typed)));
    m_folder->setEditText(typed.isEmpty() ? offered.value(0) : typed);
}

void BackupPane::takeChoice()
{
    const QString folder = m_folder->currentText().trimmed();
    const base::Result<> chosen = folder.startsWith(u'/')
        ? m_backup.choose(folder, QTime::fromString(m_time->text().trimmed(), u"H:mm"_s))
        : base::Result<>(base::Fail({base::Error::Kind::Settings, u"a folder begins with /"_s, folder}));
    if (!chosen) {
        m_choiceFault->setText(copywords::sentence(chosen.error()));
        return;
    }
    leave();
    m_backup.look();
}

bool BackupPane::leave()
{
    if (m_shown != m_state) {
        const bool hasFocus = isAncestorOf(focusWidget());
        m_backup.leaveSetUp();
        m_code->clear();
        m_lastGroup->clear();
        showForm(m_state);
        if (hasFocus && parentWidget())
            parentWidget()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (m_isAsked) {
        m_isAsked = false;
        showState();
        return true;
    }
    if (!m_backup.isBusy())
        return false;
    m_backup.cancel();
    return true;
}

void BackupPane::showState()
{
    const bool isBusy = m_backup.isBusy();
    m_last->setText(copywords::state(m_backup));
    theme::dress(*m_last, theme::Type::Body, m_backup.isOverdue() && !isBusy ? theme::Colour::Bad : theme::Colour::Text);
    m_progress->setVisible(isBusy);
    m_progress->setValue(m_backup.progress());
    m_where->setText(copywords::place(m_backup));
    m_where->setVisible(!m_where->text().isEmpty());
    if (!m_isAsked) {
        const auto &fault = m_backup.fault();
        m_fault->setText(fault ? copywords::sentence(*fault) : QString());
        m_fault->setVisible(fault.has_value());
    }
    m_copy->setEnabled(!isBusy && !m_backup.state().recoveryKey.isEmpty() && !m_backup.target().isEmpty());
    showThere();
}

void BackupPane::showThere()
{
    m_there->setText(m_backup.there() && !m_backup.target().isEmpty() ? copywords::there(*m_backup.there()) : QString());
    m_there->setVisible(!m_there->text().isEmpty());
}
