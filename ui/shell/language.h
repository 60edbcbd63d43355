#pragma once

#include <QString>

class QApplication;

/// Loads the built-in translation for \a locale (e.g. "zh_CN") and that of the standard dialogs. The language of the source,
/// English, needs none. Call before the first widget is made; false when there is no such translation.
bool speak(QApplication &application, const QString &locale);
