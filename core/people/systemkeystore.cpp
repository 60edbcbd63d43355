#include "core/people/profilekey.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QPointer>
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
    auto *job = new QKeychain::ReadPasswordJob(service); // deletes itself in the event loop, after this function
    job->setKey(name);
    return finish(job, m_patience).map([&](QKeychain::Error answer) {
        return answer == QKeychain::NoError ? base::Secret(job->binaryData()) : base::Secret();
    });
}

base::Result<> SystemKeyStore::write(const QString &name, const base::Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setBinaryData(secret.view().toByteArray());
    return finish(job, m_patience).and_then([](QKeychain::Error answer) -> base::Result<> {
        if (answer != QKeychain::NoError)
            return refused(u"nothing was written"_s);
        return {};
    });
}

}
