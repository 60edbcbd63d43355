#include "app/counter/problem.h"

#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

Problem::Problem(const base::Error &error)
{
    setWindowTitle(tr("Yichuang cannot start"));
    setMinimumWidth(theme::space(140));
    auto *title = new QLabel(tr("Yichuang cannot start"), this);
    title->setFont(theme::font(theme::Type::Title));
    auto *sentence = new QLabel(words::sentence(error), this);
    sentence->setWordWrap(true);
    auto *detail = new QLabel(tr("Nothing was changed. For your technician: %1 %2").arg(error.place, error.detail), this);
    detail->setWordWrap(true);
    detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    detail->setFont(theme::font(theme::Type::Caption));
    auto *close = new QPushButton(tr("Close"), this);
    close->setShortcut(Qt::Key_Escape);
    connect(close, &QPushButton::clicked, this, &QWidget::close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(6), theme::space(6), theme::space(6));
    layout->setSpacing(theme::space(3));
    layout->addWidget(title);
    layout->addWidget(sentence);
    layout->addWidget(detail);
    layout->addWidget(close, 0, Qt::AlignRight);
    close->setFocus();
}
