#include "ui/intake/situationspanel.h"

#include "ui/intake/optionlist.h"
#include "ui/intake/situationsmodel.h"

#include <QVBoxLayout>

SituationsPanel::SituationsPanel(QWidget *parent)
    : StepCard(1, tr("Situations"), QStringLiteral("F2"), parent), m_model(new SituationsModel(this)),
      m_list(new OptionList(this))
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Situations"));
    body()->addWidget(m_list);
    connect(m_list, &OptionList::typed, this, &SituationsPanel::type);
    connect(m_list, &OptionList::erased, this, &SituationsPanel::erase);
    connect(m_list, &OptionList::optionClicked, this, &SituationsPanel::choose);
    connect(m_list, &OptionList::left, this, &SituationsPanel::flush);
    connect(m_list, &OptionList::enterPressed, this, [this](const QModelIndex &index) {
        if (m_model->draft(index.row()))
            giveNumber(index);
        else if (m_model->question(index.row()).answer.isEmpty() || m_model->nextOpen(index.row()) < 0)
            emit passed();
        else
            m_list->goTo(m_model->nextOpen(index.row()));
    });
}

void SituationsPanel::show(const domain::Plan &plan)
{
    const QModelIndex current = m_list->currentIndex();
    const QString at = current.isValid() ? m_model->question(current.row()).situation.id : QString();
    m_model->show(plan.questions);
    if (!at.isEmpty() && !m_list->currentIndex().isValid())
        m_list->goTo(qMax(0, m_model->rowOf(at)));
    const int open = m_model->openCount();
    setState(open > 0 ? State::Open : State::Done, open > 0 ? tr("%n open", nullptr, open) : tr("done"));
}

void SituationsPanel::takeFocus(const QString &situation)
{
    const int row = m_model->rowOf(situation);
    m_list->goTo(row >= 0 ? row : m_model->nextOpen(-1));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void SituationsPanel::choose(const QModelIndex &index, int option)
{
    const domain::Situation situation = m_model->question(index.row()).situation;
    if (option < situation.options.size()) {
        answer(situation.id, situation.options[option].id);
        goOn(situation.id);
    }
}

void SituationsPanel::type(const QModelIndex &index, QChar character)
{
    if (m_model->asksForNumber(index.row()))
        m_model->setDraft(index.row(), m_model->draft(index.row()).value_or(QString()) + character);
    else if (character.isDigit() && character != u'0')
        choose(index, character.digitValue() - 1);
}

void SituationsPanel::erase(const QModelIndex &index)
{
    const domain::Plan::Question question = m_model->question(index.row());
    if (m_model->asksForNumber(index.row())) {
        QString text = m_model->draft(index.row()).value_or(question.answer);
        text.chop(1);
        m_model->setDraft(index.row(), text);
    } else if (!question.answer.isEmpty()) {
        answer(question.situation.id, {});
    }
}

void SituationsPanel::giveNumber(const QModelIndex &index)
{
    const QString situation = m_model->question(index.row()).situation.id;
    flush();
    if (m_model->rowOf(situation) >= 0 && !m_model->question(m_model->rowOf(situation)).answer.isEmpty())
        goOn(situation);
}

void SituationsPanel::flush()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const std::optional<QString> draft = m_model->draft(row);
        if (!draft)
            continue;
        const QString situation = m_model->question(row).situation.id;
        m_model->dropDraft();
        answer(situation, *draft);
        return;
    }
}

void SituationsPanel::answer(const QString &situation, const QString &answer)
{
    clearRefusal();
    emit wanted(domain::AnswerSituation{situation, answer});
}

void SituationsPanel::goOn(const QString &situation)
{
    const int next = m_model->nextOpen(qMax(0, m_model->rowOf(situation)));
    if (next >= 0 && refusal().isEmpty())
        m_list->goTo(next);
}
