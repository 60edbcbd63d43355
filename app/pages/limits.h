#pragma once

/// What this process may use. A file that wants more ends it, which the window is told by the way it ends
/// (scans::pagestream::Ending).
namespace limits {

/// From now on: about 1.5 GB of memory, ten minutes of computing in all, no file written, no program started, no remains of memory
/// left on the disk by a crash; ends with the thread that started it.
void takeOn();
constexpr int pageSeconds = 20; ///< of computing; an ordinary page takes less than one
/// The next page has \a seconds of computing.
void beginPage(int seconds);

}
