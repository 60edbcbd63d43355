#pragma once

#include "core/domain/fieldcheck.h"

#include <QDate>
#include <QString>

namespace domain {

/// Citizen's identity number, GB 11643-1999: 18 characters, check digit ISO 7064 MOD 11-2, a possible date of birth not after
/// \a day. The residence permits for Hong Kong, Macao and Taiwan (81, 82, 83) and the 2023 permanent residence card for
/// foreigners (first digit 9) share the scheme and pass. \a number is normalised (base::normalizedCode).
FieldFault identityNumberFault(const QString &number, QDate day);

/// Date of birth in an identity number that has no fault; null otherwise.
QDate birthDate(const QString &number);

/// Whether the first six digits name a region that is or was in use around here (GB/T 2260, districts of Luoyang and
/// Sanmenxia past and present, 81/82/83, 9 for foreigners) or at least a province in China. False is a warning, never a refusal.
bool idNumberRegionKnown(const QString &number);

/// Unified social credit code, GB 32100-2015: 18 characters of a 31-letter alphabet, inner organisation code GB 11714 and
/// outer check character.
FieldFault creditCodeFault(const QString &code);

/// Mobile number (^1[3-9]\d{9}$ after taking off +86), or a fixed line with area code, or a short public number. Number ranges
/// are not policed.
FieldFault phoneFault(const QString &phone);

/// Old paper forms of identity: pre-2023 permanent residence card (3 letters + 12 digits), passport, travel permits.
bool isOtherIdentityDocument(const QString &number);

/// ISO 7064 MOD 11-2 check character of \a digits ("0"–"9", "X").
QChar mod11_2(const QString &digits);
/// ISO 7064 MOD 37,36 (GB/T 17710) check character of \a text over 0–9 A–Z.
QChar mod37_36(const QString &text);

/// GB/T 36904 identifier of an e-licence: root, five parts, version and check character (MOD 37,36 over the parts).
FieldFault eLicenceFault(const QString &identifier);

/// For screens that others may see: first three and last four characters, the rest stars.
QString maskedNumber(const QString &number);
/// First character (two for a double surname), the rest stars.
QString maskedName(const QString &name);
/// 138****5678.
QString maskedPhone(const QString &phone);

}
