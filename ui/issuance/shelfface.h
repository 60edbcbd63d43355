#pragma once

#include "core/desk/shelflist.h"
#include "ui/widgets/badge.h"

/// Where a result stands: words, icon and colour.
BadgeFace shelfFace(domain::ShelfState state);

/// The name of a part of the list.
QString nameOf(desk::ShelfKind kind);

/// How long it has been so, or until when there is time, as seen from \a now.
QString waitingWords(const desk::ShelfEntry &entry, const QDateTime &now);
/// What the end is about; empty where there is none.
QString clockWords(const desk::ShelfEntry &entry, const QDateTime &now);
/// Where it lies, or whence it is to come.
QString whereabouts(const desk::ShelfEntry &entry);
/// Together or each, and by which way; whether it is a refusal or only electronic.
QString collectionWords(const desk::ShelfEntry &entry);
/// The whole line, for readers of the screen.
QString spokenLine(const desk::ShelfEntry &entry, const QDateTime &now);
