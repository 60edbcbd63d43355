#pragma once

#include "core/domain/liferules.h"

namespace domain {

// Signatures that are given by hand on a screen or pad (手写签名). Each is about one paper and stands where that is signed. Several may be
// given for one paper, e.g. after a slip: the last one counts, none is taken back.

/// Whether the citizen signs papers of \a kind.
bool isSigned(PaperKind kind);

/// The signature that counts for \a paper; null: none was given by hand. Belongs to \a file.
const HandSignature *signatureOf(const Case &file, const PaperRef &paper);

/// The fact that \a ink was given for \a paper by whom it names, else by \a signer; nothing when nothing was drawn.
Facts signatureFacts(const Case &file, const PaperRef &paper, Ink ink, const QString &signer);

/// The delivery record that \a delivered, done at \a now, brings into being.
PaperRef recordOf(const Case &file, const ItemsDelivered &delivered, const QDateTime &now);

/// Refusals: NothingToSign, NoSuchPaper, LetterNotSigned (before SignLetter), Archived.
Ruling<Facts> giveSignature(const Case &file, const GiveSignature &command);

}
