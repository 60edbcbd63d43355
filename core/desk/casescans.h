#pragma once

#include "core/desk/casework.h"
#include "core/desk/scanintake.h"

#include <QThreadPool>

#include <atomic>
#include <memory>

namespace desk {

/// Every picture that the events of \a file speak of: papers and signatures.
QList<scans::Recorded> recordedPictures(const domain::Case &file);

/// The pictures of one case in the hands of a clerk: taken in, sorted, shown, worked on. Files are read, decoded and stored in
/// threads of its own, one picture after the other in the order in which they were given; what happened is told in this object's
/// thread. A picture is part of the case when it is durable and its event is.
class CaseScans final : public QObject
{
    Q_OBJECT

public:
    /// \a work outlives this.
    CaseScans(CaseWork &work, scans::ScanStore store, scans::CaseShelf shelf, QObject *parent = nullptr);
    /// Stops after the picture that is being worked on.
    ~CaseScans() override;

    const CaseWork &work() const { return m_work; }

    /// Pictures that follow belong to \a material (empty: sorted by hand later), until a separator sheet says otherwise.
    void setTarget(const QString &material);
    QString target() const { return m_target; }

    void take(const QList<Incoming> &pictures);
    /// Pictures that were given and not taken, refused or dropped yet; of a file of pages, once they are known, its pages.
    int underWay() const { return m_underWay; }
    /// Drops what is under way except the one that is being worked on; files stay where they are.
    void cancel();

    /// Asks for \a scan not larger than \a box, ready with pictureReady() or pictureFailed().
    void show(const QString &scan, QSize box);
    /// Works on \a scan and puts the result in its place; told by arrived().
    void edit(const QString &scan, const scans::Edit &edit);
    Done move(const QStringList &pictures, const QString &material);
    Done remove(const QStringList &pictures, const QString &reason);
    /// Takes back the last step that was taken here.
    Done undo();
    bool canUndo() const { return m_steps > 0; }

    /// Compares what is stored with what the case says; a picture that was stored when the program stopped, before its event, is
    /// put with those that are to be sorted. Told by checked().
    void check();

signals:
    /// The number of pictures under way is another.
    void progressed();
    void arrived(const desk::Arrival &arrival);
    /// A separator sheet of this case went by: the target is another.
    void targetChanged(const QString &material);
    void pictureReady(const QString &scan, QSize box, const QImage &picture);
    void pictureFailed(const QString &scan, const base::Error &error);
    /// \a recovered pictures were put with those to be sorted; \a findings is what nothing could be done about.
    void checked(const QList<scans::Finding> &findings, int recovered);

private:
    struct Given;
    void settle(Given &given, const LookedPage &looked);
    void settleCheck(const QList<scans::Finding> &findings, const QList<LookedPage> &stranded);
    void attach(Arrival &arrival, const LookedPage &looked);
    void makeSorter();
    Done perform(const domain::LifeCommand &command);

    CaseWork &m_work;
    const ScanIntake m_intake;
    QString m_target;
    std::shared_ptr<scans::Sorter> m_sorter; ///< used by the thread that takes in
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
    int m_underWay = 0;
    int m_steps = 0; ///< that can be taken back
    QThreadPool m_taking; ///< one thread: the order is that of the pages
    QThreadPool m_showing; ///< another, so that showing does not wait for taking
};

}
