#include "core/people/profilekey.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QEventLoop>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace people {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"yichuang"_s;

base::Fail refused(const QString &why)
{
    return base::Fail({base::Error::Kind::Secret, why, u"system key store"_s});
}

/// Asks the Secret Service of the session; the first value of its answer, or an invalid one.
QVariant askSecrets(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments,
                    int patience)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call, QDBus::Block, patience).arguments().value(0);
}

/// Whether the session has a key store that is open. A closed or missing one would ask the clerk for a password of its own in
/// the middle of the morning; a session bus that is not there would be started by asking for it.
bool isOpen(int patience)
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") && !QFileInfo::exists(runtime + u"/bus"_s))
        return false;
    const QVariant store = askSecrets(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s,
                                      {u"default"_s}, patience);
    const QString path = store.value<QDBusObjectPath>().path();
    if (path.size() < 2) // "/" is none
        return false;
    const QVariant locked = askSecrets(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                                       {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s}, patience);
    const QVariant isLocked = locked.value<QDBusVariant>().variant();
    return isLocked.isValid() && !isLocked.toBool();
}

/// Runs \a job to its end or for \a patience milliseconds; what it answered. A job that is given up deletes itself when the
/// key store answers after all.
base::Result<QKeychain::Error> finish(QKeychain::Job *job, int patience)
{
    if (QCoreApplication::startingUp())
        return refused(u"no event loop"_s);
    const QPointer<QKeychain::Job> alive(job);
    QEventLoop loop;
    std::optional<QKeychain::Error> answer;
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&](QKeychain::Job *done) {
        answer = done->error();
        loop.quit();
    });
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    job->start();
    if (!answer)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (!answer)
        return refused(u"no answer within %1 ms"_s.arg(patience));
    if (*answer != QKeychain::NoError && *answer != QKeychain::EntryNotFound)
        return refused(u"error %1: %2"_s.arg(*answer).arg(alive ? alive->errorString() : QString()));
    return *answer;
}

}

base::Result<base::Secret> SystemKeyStore::read(const QString &name)
{
    if (!isOpen(m_patience))
        return refused(u"no open key store"_s);
    auto *job = new QKeychain::ReadPasswordJob(service); // deletes itself in the event loop, after this function
    job->setKey(name);
    return finish(job, m_patience).map([&](QKeychain::Error answer) {
        return answer == QKeychain::NoError ? base::Secret(job->binaryData()) : base::Secret();
    });
}

base::Result<> SystemKeyStore::write(const QString &name, const base::Secret &secret)
{
    if (!isOpen(m_patience))
        return refused(u"no open key store"_s);
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setBinaryData(secret.view().toByteArray());
    return finish(job, m_patience).and_then([](QKeychain::Error answer) -> base::Result<> {
        if (answer != QKeychain::NoError)
            return refused(u"nothing was written"_s);
        return {};
    });
}

base::Result<> SystemKeyStore::remove(const QString &name)
{
    if (!isOpen(m_patience))
        return refused(u"no open key store"_s);
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(name);
    return finish(job, m_patience).map([](QKeychain::Error) { });
}

}
