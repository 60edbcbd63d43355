#include "ui/hub/copywords.h"

#include "ui/hub/hubwords.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace copywords {

namespace {

constexpr int mostShown = 3;

QString copyWord(const char *text, int n = -1)
{
    return QCoreApplication::translate("copywords", text, nullptr, n);
}

QString momentOf(const QDateTime &at)
{
    return at.toString(u"yyyy-MM-dd HH:mm"_s);
}

QString lineOf(const desk::CopyThere &copy)
{
    const QString size = hubwords::size(copy.bytes);
    if (!copy.isCopy)
        return copyWord(QT_TRANSLATE_NOOP("copywords", "%1: cannot be read as a copy")).arg(copy.name);
    return copy.mark.isEmpty() ? momentOf(copy.at) + u"  "_s + size : momentOf(copy.at) + u"  "_s + size + u"  "_s + copy.mark;
}

}

QString state(const desk::Backup &backup)
{
    const desk::BackupState &last = backup.state();
    if (backup.isBusy())
        return copyWord(QT_TRANSLATE_NOOP("copywords", "A copy is being made and read back (%1 %). Esc gives it up.")).arg(backup.progress());
    if (last.recoveryKey.isEmpty())
        return copyWord(QT_TRANSLATE_NOOP("copywords", "No copies are made: first make a recovery code (F7)."));
    if (backup.target().isEmpty())
        return copyWord(QT_TRANSLATE_NOOP("copywords", "No folder is set for copies: plug a stick in and choose it (F9)."));
    if (last.at.isNull())
        return copyWord(QT_TRANSLATE_NOOP("copywords", "No copy was made yet with the code %1.")).arg(desk::recoveryMark(last.recoveryKey));
    return copyWord(QT_TRANSLATE_NOOP("copywords", "Last copy: %1, %2, read back and whole. Code %3."))
        .arg(momentOf(last.at), hubwords::size(last.bytes), desk::recoveryMark(last.recoveryKey));
}

QString place(const desk::Backup &backup)
{
    if (backup.target().isEmpty())
        return {};
    return copyWord(QT_TRANSLATE_NOOP("copywords", "To %1, every day at %2."))
        .arg(QDir::toNativeSeparators(backup.target()), backup.at().toString(u"HH:mm"_s));
}

QString there(const desk::CopyFolder &folder)
{
    QStringList lines;
    if (folder.fault)
        lines << sentence(*folder.fault);
    else
        lines << copyWord(QT_TRANSLATE_NOOP("copywords", "Free there: %1.")).arg(hubwords::size(folder.free));
    if (folder.isOnSameDisk)
        lines << copyWord(QT_TRANSLATE_NOOP("copywords", "That is the disk of this PC: it breaks or is stolen with it. Better a stick."));
    qsizetype ours = 0, others = 0, unreadable = 0;
    for (const desk::CopyThere &copy : folder.copies) {
        const bool isShown = copy.isOurs && copy.isCopy && ours < mostShown;
        if (isShown)
            lines << lineOf(copy);
        ours += copy.isOurs && copy.isCopy ? 1 : 0;
        others += !copy.isOurs && copy.isCopy ? 1 : 0;
        unreadable += copy.isCopy ? 0 : 1;
        if (!copy.isCopy && unreadable == 1)
            lines << lineOf(copy);
    }
    if (ours > mostShown)
        lines << copyWord(QT_TRANSLATE_NOOP("copywords", "and %n older one(s) of this window"), int(ours - mostShown));
    if (others > 0)
        lines << copyWord(QT_TRANSLATE_NOOP("copywords", "%n of other windows"), int(others));
    return lines.join(u'\n');
}

QString sentence(const base::Error &error)
{
    using Kind = base::Error::Kind;
    if (error.kind == Kind::Damaged)
        return copyWord(QT_TRANSLATE_NOOP("copywords", "The copy was read back and is not what was written: the stick is failing. Use another one. (%1)"))
            .arg(error.detail);
    if (error.detail.contains("plugged in"_L1))
        return copyWord(QT_TRANSLATE_NOOP("copywords", "The stick or folder is not there: plug it in, or choose another (F9). (%1)")).arg(error.place);
    if (error.detail.contains("cannot be written"_L1))
        return copyWord(QT_TRANSLATE_NOOP("copywords", "Nothing can be written there: it is write-protected or belongs to somebody else. Choose another (F9). (%1)"))
            .arg(error.place);
    if (error.detail.contains("are needed there"_L1))
        return copyWord(QT_TRANSLATE_NOOP("copywords", "There is not enough room: %1. Delete older files there, or choose another stick (F9).")).arg(error.detail);
    if (error.kind == Kind::Settings)
        return copyWord(QT_TRANSLATE_NOOP("copywords", "A folder begins with /, a time of day is like 12:10."));
    return words::sentence(error) + u' ' + words::detail(error);
}

Line statusLine(const desk::Backup &backup)
{
    using theme::Colour;
    if (backup.isBusy())
        return {copyWord(QT_TRANSLATE_NOOP("copywords", "Copy %1 %")).arg(backup.progress())};
    if (backup.state().recoveryKey.isEmpty() || backup.target().isEmpty())
        return {copyWord(QT_TRANSLATE_NOOP("copywords", "No copies")), Colour::Warn};
    if (backup.fault())
        return {copyWord(QT_TRANSLATE_NOOP("copywords", "Copy failed")), Colour::Bad};
    const std::optional<qint64> age = backup.age();
    if (!age)
        return {copyWord(QT_TRANSLATE_NOOP("copywords", "No copy yet")), Colour::Warn};
    if (*age == 0)
        return {copyWord(QT_TRANSLATE_NOOP("copywords", "Copy today"))};
    if (*age == 1)
        return {copyWord(QT_TRANSLATE_NOOP("copywords", "Copy yesterday"))};
    return {copyWord(QT_TRANSLATE_NOOP("copywords", "Copy %n day(s) ago"), int(*age)), backup.isOverdue() ? Colour::Bad : Colour::Muted};
}

QString overdue(const desk::Backup &backup)
{
    if (!backup.isOverdue() || backup.state().recoveryKey.isEmpty() || backup.target().isEmpty())
        return {};
    const std::optional<qint64> age = backup.age();
    return age ? copyWord(QT_TRANSLATE_NOOP("copywords", "The last safety copy is %n day(s) old."), int(*age))
               : copyWord(QT_TRANSLATE_NOOP("copywords", "No safety copy was made yet."));
}

}
