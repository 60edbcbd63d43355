#pragma once

#include "app/guide/packfinder.h"

class QTextStream;

/// What \c pdf is asked for.
struct PaperRequest {
    QString pack; ///< id or file
    QString matter; ///< id, number in the catalogue or name
    bool isFull = true; ///< else the concise leaflet
    QString file; ///< where to; empty: MATTER-full.pdf or MATTER-concise.pdf here
    QString hallFile; ///< settings of a hall; empty: the sample hall
    QString forms; ///< folder of the forms
    QDate day; ///< of printing
};

/// Writes a guide as PDF and prints the name of the file. Gives the exit code: 0 done; 1 the pack or matter is not there, the hall's
/// settings are wrong, or the file cannot be written.
int writeGuidePdf(const PackFinder &finder, const PaperRequest &request, QTextStream &out, QTextStream &err);
