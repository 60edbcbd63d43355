#include "ui/staff/secretfield.h"

#include <QLineEdit>

#include <algorithm>

namespace secretfield {

people::Typed typedIn(const QLineEdit &edit)
{
    return people::Typed(edit.text());
}

void forget(QLineEdit &edit)
{
    // A field gives its text as a share of its own bytes and offers no way to overwrite them; whoever has the only other share can. Bytes
    // of a literal, or of somebody else's text, are left alone.
    QString shared = edit.text();
    const auto *owners = shared.data_ptr().d_ptr();
    if (owners && owners->ref_.loadRelaxed() == 2)
        std::fill_n(const_cast<QChar *>(shared.constData()), shared.size(), QChar());
    edit.setText(QString()); // clear() would keep a history
}

}
