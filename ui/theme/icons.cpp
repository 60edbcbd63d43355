#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <memory>

// The files are in a static library: nothing else would make the linker keep them.
static void keepResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace theme {

namespace {

/// Draws one vector file whenever and at whatever size it is asked for. A disabled icon is drawn in half strength.
class VectorIcon final : public QIconEngine
{
public:
    explicit VectorIcon(const QByteArray &svg) :
        m_svg(svg), m_renderer(std::make_unique<QSvgRenderer>(svg))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = qMin(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (mode == QIcon::Disabled)
            painter->setOpacity(painter->opacity() * 0.5);
        m_renderer->render(painter, square);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    QIconEngine *clone() const override { return new VectorIcon(m_svg); }
    bool isNull() override { return !m_renderer->isValid(); }

private:
    const QByteArray m_svg;
    const std::unique_ptr<QSvgRenderer> m_renderer;
};

}

QIcon icon(const QString &name, Colour role)
{
    keepResources();
    QFile file(QLatin1String(":/icons/") + name + QLatin1String(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new VectorIcon(file.readAll().replace("currentColor", colour(role).name().toLatin1())));
}

}
