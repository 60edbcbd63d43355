#include "ui/intake/materialnotes.h"

#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QLabel *addLabel(theme::Type type, theme::Colour colour, QWidget *page)
{
    auto *label = new QLabel(page);
    theme::dress(*label, type, colour);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    page->layout()->addWidget(label);
    return label;
}

void tell(QLabel *label, const QStringList &parts, const QString &between)
{
    QStringList full = parts;
    full.removeAll(QString());
    label->setText(full.join(between));
    label->setVisible(!full.isEmpty());
}

QWidget *makePage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, theme::space(2), 0);
    layout->setSpacing(2);
    return page;
}

}

MaterialNotes::MaterialNotes(QWidget *parent)
    : QScrollArea(parent), m_page(makePage()),
      m_checkpoints(addLabel(theme::Type::Caption, theme::Colour::Text, m_page)),
      m_notes(addLabel(theme::Type::Caption, theme::Colour::Warn, m_page)),
      m_source(addLabel(theme::Type::Caption, theme::Colour::Muted, m_page))
{
    static_cast<QVBoxLayout *>(m_page->layout())->addStretch();
    setWidget(m_page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    showNothing();
}

void MaterialNotes::show(const domain::Plan::MaterialLine &line)
{
    QStringList points;
    for (const domain::Checkpoint &checkpoint : line.material.checkpoints)
        points << tr("%1. %2").arg(points.size() + 1).arg(checkpoint.text);
    tell(m_checkpoints, points, u"    "_s);
    tell(m_notes, QStringList{line.material.format, line.material.note} + line.notes, u" · "_s);
    const QString issuer = line.material.issuer.isEmpty() ? QString() : tr("from: %1").arg(line.material.issuer);
    const domain::Provenance &provenance = line.material.provenance;
    tell(m_source,
         {line.itemNames.join(u"、"_s), issuer, line.material.basis, provenance.source,
          words::name(provenance.confidence)},
         u" · "_s);
}

void MaterialNotes::showNothing()
{
    for (QLabel *label : {m_checkpoints, m_notes, m_source})
        label->hide();
}
