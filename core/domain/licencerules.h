#pragma once

#include "core/domain/liferules.h"

namespace domain {

/// What a source says that it found. Nothing in it is believed before licenceFault() was asked.
struct FoundLicence {
    QString identifier; ///< GB/T 36904 of an e-licence; of shared data the number of the look-up
    QString name;
    QString holder;
    QString issuer;
    QDate from; ///< null: not said
    QDate until; ///< last day; null: it has none
    bool operator==(const FoundLicence &) const = default;
};

/// Why a found licence does not stand for the material.
enum class LicenceFault {
    None,
    Malformed, ///< the identifier is none, or name or issuer is missing
    WrongCheckDigit,
    OtherHolder,
    NotYetValid,
    Expired,
};

/// The fault of \a found, which was asked for by \a way as that of \a holder, seen on \a today.
LicenceFault licenceFault(const FoundLicence &found, Material::Acquisition way, const QString &holder, QDate today);

/// By which ways \a material can be looked up, in the order in which its guide wants it got.
QList<Material::Acquisition> lookUpWays(const Material &material);

/// Why the window asks, in words for whoever keeps the data: the matter and the items that need the material.
QString purposeOf(const Guide &guide, const Plan::MaterialLine &line);

/// The rules about look-ups, used by decideLife(). The material must be one that \a plan asks for.
Ruling<Facts> askLicence(const Case &file, const Plan &plan, const AskLicence &command);
Ruling<Facts> answerLicence(const Case &file, const AnswerLicence &command);

}
