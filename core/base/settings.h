#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>

namespace base {

/// What a hall sets for one window. Plain values; read once at start and handed on by reference.
struct HallSettings {
    QString regionCode; ///< GB/T 2260, six digits; first part of every case number
    QString hallName; ///< as printed on papers
    QString windowName; ///< as printed on papers, e.g. 综合受理01号窗口
    QString issuanceWindow; ///< where results come to and are handed out, as papers name it; empty: this window
    QString windowCode; ///< three digits, unique in the region; second part of every case number
    QString clerk; ///< who works here, as printed on papers, where nobody has to sign in
    QString phone; ///< to ask
    QString address;
    QString officeHours; ///< as printed on papers
    QString hours; ///< when the hall is open, for its clocks: what domain::OfficeHours reads; seasons (;) stand in quotes
    QString twoHours; ///< “office”: limits of two hours run while the hall is open; “clock”: by the wall clock
    QString collectDays; ///< after so many days, 1 to 999, the citizen is told again that a result waits at the issuance window
    QString acceptsAtWindow; ///< departments and items whose acceptance was entrusted to the window, by spaces or 、; “*”: all
    QString remindBefore; ///< working days before the end of a deferral on which the citizen is reminded, by spaces
    QString pushMinutes; ///< what the county promises instead of two hours, 1 to 120
    QString reviewMinutes; ///< the same for online applications
    QString acceptDays; ///< and instead of one working day, 0 or 1
    QString cameraFolder; ///< into which the document camera writes its pictures; empty: there is none
    QString cameraTaken; ///< “remove”: a picture is removed from that folder once it is safe in a case; “keep”: it stays
    QString copySeconds; ///< how long a value of the copy card lies on the clipboard, 5 to 600
    QString cardReader; ///< mapping file of the reader of identity cards, without .json; empty: there is none
    QString cardReaderHosts; ///< PCs other than this one whose service may be asked for a card, by spaces
    QString ratingUrl; ///< what opens the 好差评 pad, with {number} and perhaps {window} in it; empty: there is none
    QString ratingMethod; ///< “get” or “post”
    QString reportAt; ///< when the report of the day is made by itself, e.g. 17:40; empty: it is not
    QString suite; ///< “sm”: new keys seal by SM4 and SM3 (国密); “standard”: by XChaCha20-Poly1305
    QString backupTo; ///< folder into which the profile is backed up, e.g. on a USB disk; empty: it is not
    QString backupAt; ///< when it is backed up by itself, e.g. 12:10
    QString lockAfter; ///< minutes without a key or a click after which the window asks again who sits there, 1 to 60
    QString publicUrl; ///< where the hub shows guides and progress, without a slash at the end; empty: no hub yet
    bool operator==(const HallSettings &) const = default;
};

/// The settings file of a profile (hall.ini, UTF-8). A missing file or key takes the default, which says 样例 where it
/// would be printed; a value that cannot be right (region code, window code, address) is an error naming file and key, and so is
/// a file that is something else or has a key nobody knows (a slip of the pen must not print the sample's name).
Result<HallSettings> readSettings(const QString &file);

/// Writes \a values (by their keys, e.g. phone) into \a file and leaves the rest of it as it is. A value that may not be is an error as
/// of readSettings(), and the file stays what it was.
[[nodiscard]] Result<> changeSettings(const QString &file, const QMap<QString, QString> &values);

}
