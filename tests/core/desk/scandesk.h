#pragma once

#include "core/desk/scanroom.h"
#include "core/domain/scannedcode.h"
#include "core/domain/scans.h"
#include "core/codes/qrcode.h"
#include "tests/core/desk/answered.h"
#include "tests/core/desk/hall.h"
#include "tests/core/scans/samplepages.h"

#include <QPainter>
#include <QTest>

/// What tests of a case's pictures share: a hall with a case at its desk, and papers to take pictures of.
namespace scandesk {

using namespace Qt::StringLiterals;

inline const QByteArray secret = "张三 41030219900307001X";

/// A picture of a page that no other number makes.
inline QImage paper(int number, int dpi = 100)
{
    QImage picture = samplepages::text(20, dpi);
    QPainter(&picture).drawText(20, 40, QString::number(number));
    return picture;
}

/// The same as a JPEG, with a name in its comment as cameras write one.
inline QByteArray page(int number, int dpi = 100)
{
    const QByteArray jpeg = samplepages::jpeg(paper(number, dpi));
    const QByteArray comment = secret + QByteArray::number(number);
    return jpeg.left(2) + "\xff\xfe" + char(0) + char(comment.size() + 2) + comment + jpeg.mid(2);
}

/// The sheet that goes before the pages of \a material in the case \a number.
inline QImage separatorSheet(const QString &number, const QString &material)
{
    QImage sheet = samplepages::text(3, 100);
    QPainter painter(&sheet);
    const codes::QrCode code = *codes::QrCode::of(domain::separatorText(number, material));
    painter.drawImage(QRect(100, 300, code.size() * 6, code.size() * 6), code.modules());
    return sheet;
}

inline void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    if (!out.open(QFile::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("not written: %s", qPrintable(file));
}

/// A hall with a case at its desk and its pictures.
struct Room {
    Room() { reopen(); }
    void reopen()
    {
        scans.reset();
        const QString id = work ? work->file().id : QString();
        work.reset();
        hall.reopen();
        work = id.isEmpty() ? std::move(*hall.reception->open(newborn(hall))) : std::move(*hall.reception->resume(id));
        answerAll(*work);
        openScans();
    }
    void openScans()
    {
        arrivals.clear();
        scans = std::move(*desk::ScanRoom(hall.profile->journal(), folder()).of(*work));
        QObject::connect(scans.get(), &desk::CaseScans::arrived, scans.get(), [this](const desk::Arrival &a) { arrivals << a; });
    }
    QString folder() const { return hall.folder.filePath(u"profile/scans"_s); }
    QString material(int i) const { return work->plan().materials[i].material.id; }
    desk::Incoming file(const QString &name, const QByteArray &bytes, bool remove = false) const
    {
        const QString path = hall.folder.filePath(name);
        write(path, bytes);
        return {.name = name, .file = path, .bytes = {}, .image = {}, .removeFile = remove};
    }
    bool waitFor(int count) { return QTest::qWaitFor([&] { return arrivals.size() >= count; }, 60'000); }
    QList<desk::Arrival::Outcome> outcomes() const
    {
        QList<desk::Arrival::Outcome> list;
        for (const desk::Arrival &arrival : arrivals)
            list << arrival.outcome;
        return list;
    }

    Hall hall;
    std::unique_ptr<desk::CaseWork> work;
    std::unique_ptr<desk::CaseScans> scans;
    QList<desk::Arrival> arrivals;
};

}
