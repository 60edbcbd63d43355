#pragma once

/// From now on a crash of this program leaves no picture of its memory behind, and no other program of the same user reads it.
void keepMemoryPrivate();
