#pragma once

#include "core/hub/engine.h"

#include <QTextStream>

namespace hub {

/// What an administrator does at the console, on the store itself, also while the hub is at work. Results go to \c out, lists parted by
/// tabs; errors to \c err. Every command gives the exit code: 0 done, 1 it could not be done or something is wrong.
class Console final
{
public:
    /// Everything must live as long as this.
    Console(const Engine &engine, QTextStream &out, QTextStream &err) : m_engine(engine), m_out(out), m_err(err) { }

    struct CodeWish {
        QString hall;
        QString regionCode;
        QString windowCode;
        QString window; ///< name, for the eye; may be empty
        int hours = 24;
        QString hub; ///< the address at which windows reach the hub
        bool inTerminal = false; ///< the QR code too
        QString svg; ///< file for the QR code; empty: none
    };
    int enrolCode(const CodeWish &wish);
    int devices();
    int revoke(const QString &device);

    struct Publication {
        QStringList files;
        QString kind, name, version; ///< empty: as the file says, which only guide packs do
    };
    int publish(const Publication &publication);
    int withdraw(const QString &kind, const QString &name, const QString &version);
    int library();
    /// Publishes a sound file of routing as the library's kind "routing".
    int loadRouting(const QString &file);

    struct AccountWish {
        QString name, called;
        QString unit, hall; ///< each may be empty
        QString roles; ///< words by spaces
    };
    /// Makes somebody who may sign in; prints the one-time password.
    int addAccount(const AccountWish &wish);
    int resetPassword(const QString &name); ///< prints the new one-time password; unlocks
    /// Opens the copy of a window's key that its profile keeps for this hub (recovery.json) into \a out, mode 0600; noted in the book.
    int recoverProfile(const QString &file, const QString &out);
    int accounts();
    int book(int most); ///< what everybody did, the newest first
    int verifyBook(); ///< 1 when a line does not fit, which is named
    int exportBook(const QString &file); ///< the whole book as a table (CSV)

    int moveCase(const QString &caseId, const QString &hall);
    int newEpoch();
    int receipts(QDate day);
    /// Who has which legal numbers.
    int serials();
    /// Numbers up to \a last of a series were given some other way.
    int passOver(const wire::SerialWish &series, int last);
    /// Takes the licences of a CSV file in, all or none.
    int importLicences(const QString &file);
    /// Who looked what up; only about the holder of \a number unless that is empty.
    int lookUps(const QString &number);
    int verify();
    int salvage(const QString &folder, bool clear);
    int alarms(bool seen);
    /// Ratings of visits, or those that wait to be put right; with a \a result what was done about \a rectified.
    int ratings(bool openOnly, qint64 rectified, const QString &result);

private:
    int fail(const base::Error &error);
    int tellPassword(const base::Result<QString> &password);
    int done(const base::Result<> &result, const QString &words);
    template <class... Word>
    void row(const Word &...words)
    {
        m_out << QStringList{words...}.join(u'\t') << '\n';
    }

    const Engine &m_engine;
    QTextStream &m_out;
    QTextStream &m_err;
};

}
