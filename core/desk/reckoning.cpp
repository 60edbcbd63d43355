#include "core/desk/reckoning.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace desk {

Reckoner reckonAside()
{
    return [](std::function<void()> work, QObject *context, const std::function<void()> &done) {
        auto *watcher = new QFutureWatcher<void>(context);
        QObject::connect(watcher, &QFutureWatcher<void>::finished, context, [watcher, done] {
            watcher->deleteLater();
            done();
        });
        const auto promise = std::make_shared<QPromise<void>>();
        watcher->setFuture(promise->future());
        QThreadPool::globalInstance()->start([promise, task = std::move(work)]() mutable {
            promise->start();
            task();
            task = {}; // what it held, a password perhaps, goes before anybody hears of it
            promise->finish();
        });
    };
}

}
