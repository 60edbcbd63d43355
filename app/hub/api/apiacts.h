#pragma once

#include "core/offices/unitdesk.h"

namespace api {

/// An act that a system asks for.
struct AskedAct {
    std::optional<offices::DeskAct> act; ///< nothing: it confirms the proof of delivery
    offices::Typed typed;
    QString officer; ///< who acts, in the unit's own system; empty: not said
};

/// Whether \a word is an act of the API: those of offices::deskActOf() and "proof".
bool isAct(const QString &word);
/// Whether it belongs to handing over (send, proof), not to deciding.
bool isOfDelivery(const QString &word);

/// Reads \a body as the fields of the act \a word, which is one. Error::Document: its place is the field, its detail a Chinese sentence; an
/// unknown field is one.
base::Result<AskedAct> readAct(const QString &word, const QByteArray &body);

/// A line of at most \a longest characters, as it is stored. Nothing when it is longer, or has control characters.
std::optional<QString> strictLine(const QString &text, int longest);

}
