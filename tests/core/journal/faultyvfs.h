#pragma once

#include <QString>

#include <functional>
#include <random>

/// A disk under SQLite that can be full, fail, or lose its power. Stands between SQLite and the real files for the whole
/// test program, so the journal itself knows nothing of it.
namespace faulty {

/// Puts the disk under every database opened from now on.
void install();

/// Counts writes, truncations and syncs since the last call; 0 afterwards.
int takeOperations();

enum class Fault {
    Full, ///< every write from the one named on fails: no space left
    Once, ///< that one operation fails with an I/O error, later ones work
    Broken, ///< every operation from that one on fails with an I/O error
};
/// The \a nth operation from now (1: the next) is the first to fail.
void failFrom(int nth, Fault fault);
void heal();

/// What would be on the disk of \a folder if the power had gone at this moment: everything that was synced; of the writes since
/// then, a part that \a chance picks, sectors of 512 bytes each whole or not at all.
void leaveAfterPowerCut(const QString &folder, const QString &copy, std::mt19937 &chance);
/// Calls \a act just before the \a nth operation from now.
void before(int nth, std::function<void()> act);

}
