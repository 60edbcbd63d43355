#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QImage>
#include <QPixmap>
#include <QTest>

#include <cmath>

using theme::Colour;

namespace {

/// Contrast of two colours by WCAG 2.1, 1 to 21.
double contrast(const QColor &one, const QColor &other)
{
    const auto part = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    const auto luminance = [&](const QColor &c) {
        return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
    };
    const double a = luminance(one);
    const double b = luminance(other);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

}

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textCanBeRead_data()
    {
        QTest::addColumn<Colour>("ink");
        QTest::addColumn<Colour>("ground");
        QTest::newRow("text on the page") << Colour::Text << Colour::Window;
        QTest::newRow("text on a selected row") << Colour::Text << Colour::AccentSoft;
        QTest::newRow("quiet text on the page") << Colour::Muted << Colour::Window;
        QTest::newRow("quiet text on a card") << Colour::Muted << Colour::Surface;
        QTest::newRow("quiet text on a selected row") << Colour::Muted << Colour::AccentSoft;
        QTest::newRow("accent on a card") << Colour::Accent << Colour::Surface;
        QTest::newRow("accent on a selected row") << Colour::Accent << Colour::AccentSoft;
        QTest::newRow("words of the main button") << Colour::OnAccent << Colour::Accent;
        QTest::newRow("words on the rail") << Colour::RailText << Colour::Rail;
        QTest::newRow("good badge") << Colour::Good << Colour::GoodSoft;
        QTest::newRow("warning badge") << Colour::Warn << Colour::WarnSoft;
        QTest::newRow("bad badge") << Colour::Bad << Colour::BadSoft;
        QTest::newRow("good in the status line") << Colour::Good << Colour::Surface;
        QTest::newRow("warning in the status line") << Colour::Warn << Colour::Surface;
        QTest::newRow("bad in the status line") << Colour::Bad << Colour::Surface;
        QTest::newRow("words of an error message") << Colour::Text << Colour::BadSoft;
        QTest::newRow("words of a disabled main button") << Colour::Muted << Colour::Line;
    }
    void textCanBeRead()
    {
        QFETCH(Colour, ink);
        QFETCH(Colour, ground);
        const double found = contrast(theme::colour(ink), theme::colour(ground));
        QVERIFY2(found >= 4.5, qPrintable(QString::number(found)));
    }

    void bordersOfFieldsAndTheFocusCanBeSeen()
    {
        QVERIFY(contrast(theme::colour(Colour::Edge), theme::colour(Colour::Surface)) >= 3);
        QVERIFY(contrast(theme::colour(Colour::Accent), theme::colour(Colour::Window)) >= 3);
    }

    void everyNameInTheStyleSheetIsAColour()
    {
        const QString sheet = theme::styleSheet();
        QVERIFY(sheet.contains(theme::colour(Colour::Accent).name()));
        QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 20)));
    }

    void chineseIsDrawnInAFontOfTheMainland()
    {
        QCOMPARE(theme::font(theme::Type::Body).families().constFirst(), QStringLiteral("Noto Sans CJK SC"));
    }

    void iconIsDrawnInItsRole_data()
    {
        theme::icon(QStringLiteral("info")); // makes the files known
        QTest::addColumn<QString>("name");
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
        QVERIFY(files.size() > 20);
        for (const QString &file : files) {
            if (file != QLatin1String("checked.svg"))
                QTest::newRow(qPrintable(file)) << file.chopped(4);
        }
    }
    void iconIsDrawnInItsRole()
    {
        QFETCH(QString, name);
        const QPixmap twice = theme::icon(name, Colour::Bad).pixmap(QSize(24, 24), 2.0);
        QCOMPARE(twice.size(), QSize(48, 48));
        const QImage image = twice.toImage().convertToFormat(QImage::Format_ARGB32);
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 255)
                    continue;
                ++drawn;
                QCOMPARE(pixel, theme::colour(Colour::Bad));
            }
        }
        QVERIFY2(drawn > 40, qPrintable(QString::number(drawn)));
        for (int edge = 0; edge < 48; ++edge)
            QVERIFY2(image.pixelColor(edge, 0).alpha() == 0 && image.pixelColor(0, edge).alpha() == 0, "cut off at its edge");
    }

    void unknownIconIsNone() { QVERIFY(theme::icon(QStringLiteral("no-such-icon")).isNull()); }
};
QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
