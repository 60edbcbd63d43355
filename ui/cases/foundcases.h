#pragma once

#include "core/desk/caseindex.h"
#include "core/desk/reception.h"

/// A case that fits what was typed, and the words for why; empty when a part of its number fits.
struct FoundCase {
    desk::CaseLine line;
    QString why;
};

/// The \a hits of the search over all cases, in their order, with all that \a known says of them; behind them those of \a known
/// that hold each word of \a typed in their number (with or without its groups) or matter, however short.
QList<FoundCase> foundCases(const QList<desk::CaseHit> &hits, const QList<desk::CaseLine> &known, const QString &typed);

/// By what a case was found, in a word or two.
QString foundWords(desk::FoundIn in);
