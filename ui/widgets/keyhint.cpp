#include "ui/widgets/keyhint.h"

#include "ui/theme/theme.h"

KeyHint::KeyHint(const QString &key, QWidget *parent) :
    QLabel(key, parent)
{
    setProperty("kind", QLatin1String("key"));
    setTextFormat(Qt::PlainText);
    theme::dress(*this, theme::Type::Caption, theme::Colour::Muted);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAlignment(Qt::AlignCenter);
}
