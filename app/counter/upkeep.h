#pragma once

#include "core/base/clock.h"
#include "core/people/profilekey.h"

#include <QString>

/// What somebody at a console does to a profile instead of opening the window. Each says on the standard output what it did, or on
/// the standard error what is wrong and where, and gives the exit code. At a window that asks who works at it each asks for name and
/// password first (see console.h), and the audit trail has that name.
namespace upkeep {

/// The profile that is meant, and how it is opened.
struct Place {
    QString profile; ///< folder
    people::KeyStore &keyStore;
    const base::Clock &clock;
};

/// Checks the chain and every seal of journal and audit trail, and that neither was cut off or put back: 0 when all fits, else 1 and
/// the first line that does not.
int verify(const Place &place);
/// Writes the audit trail to \a file (.csv, safe from formulas, or .xlsx), the first line first.
int exportAudit(const Place &place, const QString &file);

/// Says what of the profile is past its time, by which rules; with \a isMeant it is forgotten for ever. The window must be closed.
int retention(const Place &place, bool isMeant);
/// Says what a new key of the profile means and for whom; with \a isMeant the key is changed (see desk::changeKey()). The window must be
/// closed.
int rotateKey(const Place &place, bool isMeant);
/// Makes a recovery code for the safety copies of the profile and writes it to the standard output, once.
int setUpRecovery(const Place &place);
/// One safety copy into \a folder, beside a window at work or without one.
int backUp(const Place &place, const QString &folder);
/// Makes the copy \a file a new profile at the place; whoever has the recovery code may: it is asked for, typed or scanned, and nothing else.
int restore(const Place &place, const QString &file);

}
