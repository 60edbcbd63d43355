#include "ui/widgets/keyhint.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>

KeyHint::KeyHint(const QString &key, QWidget *parent) :
    QLabel(key, parent)
{
    setProperty("kind", QLatin1String("key"));
    setTextFormat(Qt::PlainText);
    theme::dress(*this, theme::Type::Caption, theme::Colour::Muted);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAlignment(Qt::AlignCenter);
}

QWidget *keyCaps(const QString &keys, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(1));
    const QStringList each = keys.split(QLatin1String(" / "));
    for (const QString &key : each)
        layout->addWidget(new KeyHint(key, row));
    return row;
}

QWidget *keyLine(const QList<std::pair<QString, QString>> &keys, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(2));
    for (const auto &[caps, what] : keys) {
        layout->addWidget(keyCaps(caps, line));
        auto *words = new QLabel(what, line);
        theme::dress(*words, theme::Type::Caption, theme::Colour::Muted);
        layout->addWidget(words);
        layout->addSpacing(theme::space(2));
    }
    layout->addStretch(1);
    return line;
}
