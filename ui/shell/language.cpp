#include "ui/shell/language.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

// The files are in a static library: nothing else would make the linker keep them.
static void keepResources()
{
    Q_INIT_RESOURCE(translations);
}

bool speak(QApplication &application, const QString &locale)
{
    keepResources();
    QLocale::setDefault(QLocale(locale));
    bool ours = false;
    for (const QString &name : {u"qtbase"_s, u"yichuang"_s}) {
        auto translator = std::make_unique<QTranslator>(&application);
        ours = translator->load(u":/translations/%1_%2.qm"_s.arg(name, locale));
        if (ours)
            application.installTranslator(translator.release());
    }
    return ours;
}
