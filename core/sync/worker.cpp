#include "core/sync/worker.h"

#include "core/sync/wipejudging.h"

namespace syncing {

namespace {

constexpr int pauseBetweenTellings = 100; // milliseconds
constexpr int pauseBetweenNotes = 5'000; // milliseconds: each is a commit
constexpr qint64 sameOffset = 1'000; // milliseconds
constexpr int usualLook = 60'000; // milliseconds: what no act and no hub set off

}

Worker::Worker(WorkerNeeds needs) : m_needs(std::move(needs)), m_tell(this) { }

Worker::~Worker() = default;

void Worker::start()
{
    base::Result<std::unique_ptr<journal::Outbox>> outbox = journal::Outbox::open(m_needs.folder, m_needs.profileKey);
    if (!outbox) {
        storageFailed(outbox.error());
        return;
    }
    m_outbox = std::move(*outbox);
    if (const auto state = m_outbox->state(); state && state->lastContact.isValid())
        m_status.lastContact = state->lastContact.toLocalTime();
    m_line = m_needs.line();
    m_signed = std::make_unique<SignedLine>(*m_line, m_needs.windowKey, *m_needs.clock);
    m_signed->listenForWipe([this](const QByteArray &value, const QByteArray &answers) { hearWipe(value, answers); });
    m_push = std::make_unique<PushLane>(*m_outbox, *m_signed, m_needs.windowKey);
    m_pull = std::make_unique<PullLane>(*m_outbox, *m_signed);
    m_pictures
        = std::make_unique<PictureLane>(*m_outbox, *m_signed, *m_needs.pictures, m_needs.picturesPerSecond);
    m_receipts = std::make_unique<ReceiptLane>(*m_outbox, *m_signed);
    m_tell.setSingleShot(true);
    m_tell.setInterval(pauseBetweenTellings);
    connect(&m_tell, &QTimer::timeout, this, &Worker::tell);
    connectLanes();
    auto *usual = new QTimer(this);
    connect(usual, &QTimer::timeout, this, &Worker::look);
    connect(usual, &QTimer::timeout, m_receipts.get(), [this] { m_receipts->look(); });
    usual->start(usualLook);
    m_push->askAnew();
    m_pull->look();
    tell();
}

void Worker::connectLanes()
{
    connect(m_push.get(), &PushLane::answered, this, [this] {
        hubSpoke();
        m_pull->hubIsBack();
        m_pictures->setMayGo(m_push->isIdle());
    });
    // What is told before its events are there would only seem to differ.
    connect(m_push.get(), &PushLane::sentAll, m_receipts.get(), &ReceiptLane::look);
    connect(m_push.get(), &PushLane::troubled, this, &Worker::hubSilent);
    connect(m_push.get(), &PushLane::storageFailed, this, &Worker::storageFailed);
    connect(m_push.get(), &PushLane::hubChanged, m_pull.get(), &PullLane::startAgain);
    connect(m_push.get(), &PushLane::mustRenew, this, &Worker::mustRenew);
    connect(m_pull.get(), &PullLane::arrived, this, &Worker::arrived);
    connect(m_pull.get(), &PullLane::libraryChanged, this, &Worker::libraryChanged);
    connect(m_pull.get(), &PullLane::answered, this, [this] {
        hubSpoke();
        m_push->hubIsBack();
    });
    connect(m_pull.get(), &PullLane::hubChanged, m_push.get(), &PushLane::askAnew);
    connect(m_pull.get(), &PullLane::troubled, this, &Worker::hubSilent);
    connect(m_pull.get(), &PullLane::storageFailed, this, &Worker::storageFailed);
    connect(m_pictures.get(), &PictureLane::moved, this, &Worker::tellSoon);
    connect(m_pictures.get(), &PictureLane::troubled, this, &Worker::hubSilent);
    connect(m_pictures.get(), &PictureLane::storageFailed, this, &Worker::storageFailed);
    connect(m_receipts.get(), &ReceiptLane::moved, this, &Worker::receiptsChecked);
    connect(m_receipts.get(), &ReceiptLane::troubled, this, &Worker::hubSilent);
    connect(m_receipts.get(), &ReceiptLane::storageFailed, this, &Worker::storageFailed);
    connect(m_pictures.get(), &PictureLane::spoilt, this, [this](const journal::LanePicture &picture, bool out, const base::Error &error) {
        m_status.spoilt.append({picture, out, error, QDateTime::currentDateTime()});
        tellSoon();
    });
}

void Worker::look()
{
    if (!m_outbox)
        return;
    m_pictures->setMayGo(false);
    m_push->look();
    m_pictures->setMayGo(m_push->isIdle());
    tellSoon();
}

void Worker::taken(bool well)
{
    if (!m_outbox)
        return;
    m_pull->taken(well);
    m_pictures->look();
    tellSoon();
}

void Worker::renewed()
{
    if (m_outbox)
        m_push->askAnew();
}

void Worker::retry()
{
    if (!m_outbox) {
        start();
        return;
    }
    m_line->breakOff();
    m_push->look();
    m_pull->look();
    m_status.spoilt.clear();
    m_pictures->retry();
    m_receipts->tellAll();
}

void Worker::ask(int id, const Call &call)
{
    const auto writers = m_outbox ? m_outbox->acknowledged() : base::Result<QList<std::pair<journal::WriterName, qint64>>>();
    if (!m_outbox || !writers || writers->isEmpty()) {
        emit answered(id, tl::unexpected(Trouble{.kind = Trouble::Kind::Unreachable}));
        return;
    }
    const journal::WriterName writer = writers->constLast().first;
    m_signed->send({writer.device, writer.incarnation}, call, this,
                   [this, id](const SignedLine::Outcome &outcome) { emit answered(id, outcome); });
}

void Worker::hearWipe(const QByteArray &value, const QByteArray &answers)
{
    const auto writers = m_outbox->acknowledged();
    if (!writers || writers->isEmpty())
        return; // it comes with every answer
    const base::Result<wire::SignedWipe> wipe
        = judgedWipe(value, answers, {m_needs.hub, m_needs.hubKey, writers->constLast().first.device});
    const QString what = wipe ? wipe->order.id : wipe.error().detail;
    if (m_wipes.contains(what))
        return;
    m_wipes << what;
    if (wipe)
        emit wipeOrdered(*wipe);
    else
        emit wipeRefused(what);
}

void Worker::hubSpoke()
{
    const QDateTime now = QDateTime::currentDateTime();
    const QDateTime hubNow = m_needs.clock->now();
    m_status.contact = Status::Contact::Online;
    m_status.lastContact = now;
    m_status.clockOffset = hubNow.isValid() ? now.msecsTo(hubNow) : 0;
    m_status.trouble = {};
    m_status.nextTry = {};
    tellSoon();
    if (m_noted.isValid() && !m_noted.hasExpired(pauseBetweenNotes) && qAbs(m_status.clockOffset - m_notedOffset) < sameOffset)
        return;
    m_noted.start();
    m_notedOffset = m_status.clockOffset;
    if (base::Result<journal::SyncState> state = m_outbox->state(); state) {
        state->lastContact = hubNow;
        state->clockOffset = m_status.clockOffset;
        if (const base::Result<> noted = m_outbox->setState(*state); !noted)
            storageFailed(noted.error());
    }
}

void Worker::hubSilent(const Trouble &trouble, int retryIn)
{
    m_status.contact
        = trouble.kind == Trouble::Kind::Refused ? Status::Contact::Refusing : Status::Contact::Silent;
    m_status.trouble = trouble;
    m_status.nextTry = QDateTime::currentDateTime().addMSecs(retryIn);
    tellSoon();
}

void Worker::storageFailed(const base::Error &error)
{
    m_status.contact = Status::Contact::Stopped;
    m_status.storage = error;
    if (m_outbox)
        tellSoon();
    else
        emit status(m_status);
}

void Worker::tell()
{
    QElapsedTimer making;
    making.start();
    if (const base::Result<journal::SyncFigures> figures = m_outbox->figures(); figures)
        m_status.figures = *figures;
    m_tell.setInterval(qMax(pauseBetweenTellings, int(making.elapsed()) * 10));
    emit status(m_status);
}

void Worker::tellSoon()
{
    if (!m_tell.isActive())
        m_tell.start();
}

}
