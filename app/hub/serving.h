#pragma once

#include "app/hub/jsonlog.h"
#include "app/hub/premises.h"
#include "app/hub/upstream.h"

class QTextStream;

namespace hub {

/// What a hub at work is told.
struct ServeWish {
    Place place;
    ServerSettings server;
    UpstreamWish upstream;
    UpstreamWish issuing; ///< who makes e-licences; no address: nobody
    QString publicUrl; ///< where citizens find guides and progress; empty: nowhere
    LogLevel log = LogLevel::Info;
};

/// Signals that end the hub (SIGTERM, SIGINT) or have it read its certificate again (SIGHUP), as events. To be made before any thread.
class Signals final
{
public:
    Signals();
    ~Signals();
    int file() const { return m_file; } ///< readable when one came
    int take(); ///< its number

private:
    int m_file;

    Q_DISABLE_COPY_MOVE(Signals)
};

/// Opens the hub and answers until a signal ends it. The first line of \a out is the address it answers at. The exit code: 0 ended as
/// told, 1 could not begin. Needs a QCoreApplication.
int serve(const ServeWish &wish, Signals &told, QTextStream &out);

}
