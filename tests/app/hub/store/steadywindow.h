#pragma once

#include "tests/app/hub/store/hubworld.h"

namespace hubworld {

/// A window that writes the same events in every process: number \a index of the windows, event by event the same bytes.
inline Window steadyWindow(Hub &hub, int index)
{
    Window window(hub, u"%1"_s.arg(index, 3, 10, QChar(u'0')));
    window.key = people::WindowKey::fromSeed(base::Secret(QByteArray(32, char('a' + index))));
    window.writer.device = QUuid::createUuidV5(QUuid(), QByteArray::number(index)).toString(QUuid::WithoutBraces);
    return window;
}

/// Writes events until \a window has \a count of them.
inline void writeUntil(Window &window, qsizetype count)
{
    constexpr qsizetype eventsOfCase = 7;
    while (window.events.size() < count) {
        const qsizetype number = window.events.size();
        const QByteArray name = window.writer.device.toLatin1() + QByteArray::number(number / eventsOfCase);
        const QString caseId = QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces);
        window.write(caseId, domain::FieldEntered{u"note"_s, u"第%1件"_s.arg(number)});
    }
}

}
