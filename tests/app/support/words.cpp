#include "tests/app/support/words.h"

#include "tests/app/support/display.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QSet>

using namespace Qt::StringLiterals;

namespace outside {

namespace {

const QString sessionName = QStringLiteral("outside-session");
const QString wordsName = QStringLiteral("outside-words");
const QString accessible = QStringLiteral("org.a11y.atspi.Accessible");

/// AT-SPI roles whose children may be without number.
const QSet<uint> endless{31 /* list */, 55 /* table */};

/// A bus on which nothing starts by itself: no key store comes alive because somebody asks for one.
const char busSettings[] = "<busconfig><type>session</type><listen>unix:dir=%1</listen><policy context=\"default\">"
                           "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                           "<allow own=\"*\"/></policy></busconfig>";

/// One thing on the screen.
struct Spot {
    QString program;
    QString path;
};

QDBusMessage ask(const QDBusConnection &bus, const Spot &spot, const QString &interface, const QString &what,
                 const QVariantList &arguments = {})
{
    QDBusMessage question = QDBusMessage::createMethodCall(spot.program, spot.path, interface, what);
    question.setArguments(arguments);
    return bus.call(question);
}

QString nameOf(const QDBusConnection &bus, const Spot &spot)
{
    const QDBusMessage answer = ask(bus, spot, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {accessible, u"Name"_s});
    return answer.arguments().value(0).value<QDBusVariant>().variant().toString();
}

QList<Spot> childrenOf(const QDBusConnection &bus, const Spot &spot)
{
    const QDBusMessage answer = ask(bus, spot, accessible, u"GetChildren"_s);
    QList<Spot> children;
    if (answer.type() != QDBusMessage::ReplyMessage)
        return children;
    const auto list = answer.arguments().value(0).value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        Spot child;
        QDBusObjectPath path;
        list.beginStructure();
        list >> child.program >> path;
        list.endStructure();
        child.path = path.path();
        children << child;
    }
    list.endArray();
    return children;
}

bool isEndless(const QDBusConnection &bus, const Spot &spot)
{
    return endless.contains(ask(bus, spot, accessible, u"GetRole"_s).arguments().value(0).toUInt());
}

}

Words::Words(const Place &place, const QProcessEnvironment &environment)
    : m_environment(environment), m_words(sessionName)
{
    const QString settings = place.path(u"bus.conf"_s);
    write(settings, QString::fromLatin1(busSettings).arg(place.path(u"runtime"_s)).toUtf8());
    m_bus = std::make_unique<Program>(u"dbus-daemon"_s,
                                      QStringList{u"--config-file="_s + settings, u"--nofork"_s, u"--print-address"_s},
                                      m_environment);
    const QString address = m_bus->lineLike(u"unix:.*"_s);
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    m_environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    m_launcher = std::make_unique<Program>(u"/usr/libexec/at-spi-bus-launcher"_s,
                                           QStringList{u"--launch-immediately"_s}, m_environment);

    const QDBusConnection session = QDBusConnection::connectToBus(address, sessionName);
    QString wordsAddress;
    comesTrue([&] {
        const Spot launcher{u"org.a11y.Bus"_s, u"/org/a11y/bus"_s};
        wordsAddress = ask(session, launcher, u"org.a11y.Bus"_s, u"GetAddress"_s).arguments().value(0).toString();
        return wordsAddress.startsWith(u"unix:");
    });
    m_words = QDBusConnection::connectToBus(wordsAddress, wordsName);
    if (!m_words.isConnected())
        qFatal("no words: %s%s", m_bus->output().constData(), m_launcher->output().constData());
}

Words::~Words()
{
    QDBusConnection::disconnectFromBus(wordsName);
    QDBusConnection::disconnectFromBus(sessionName);
}

QString Words::all() const
{
    QStringList texts;
    QList<Spot> open{{u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s}};
    while (!open.isEmpty()) {
        const Spot spot = open.takeLast();
        texts << nameOf(m_words, spot);
        if (!isEndless(m_words, spot))
            open += childrenOf(m_words, spot);
    }
    texts.removeAll(QString());
    return u"\n%1\n"_s.arg(texts.join(u'\n'));
}

bool Words::appear(const QString &text) const
{
    return comesTrue([&] { return all().contains(text); });
}

}
