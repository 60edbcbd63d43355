#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace domain {

/// What an identity card says, as a card reader gave it: person data from outside, hostile until cardFaults() finds nothing grave.
struct PersonCard {
    QString name;
    QString sex; ///< 男, 女; empty: not said
    QString ethnicity; ///< without 族, e.g. 汉; empty: not said
    QDate birth; ///< null: not said
    QString address; ///< of the household register, as printed on the card
    QString number; ///< GB 11643
    QString authority; ///< 签发机关
    QDate from; ///< null: not said
    QDate until; ///< last day; null: not said, or \c forLong
    bool forLong = false; ///< 长期: it never ends
    QByteArray photo; ///< as the service gave it, not looked at; may be empty
    bool operator==(const PersonCard &) const = default;
};

/// What is wrong with a card.
enum class CardFault {
    NameMissing,
    NameMalformed, ///< holds what no name has
    NumberMissing,
    NumberMalformed, ///< not 18 characters, or an impossible day of birth
    WrongCheckDigit, ///< GB 11643
    BirthDiffers, ///< from the day in the number
    SexDiffers, ///< from what the number says
    NotYetValid, ///< its first day is to come
    Expired,
};

/// \a card with its texts cleaned: full-width digits made ASCII, padding taken out of names, 族 off the ethnicity.
PersonCard cleanedCard(PersonCard card);

/// Everything wrong with \a card (cleaned), seen on \a day.
QList<CardFault> cardFaults(const PersonCard &card, QDate day);

/// Whether nothing may be taken from a card with \a fault: it was misread, or it is no card. The others (a card that is out of date) are
/// told to the clerk, who decides.
bool isGrave(CardFault fault);

/// 男 or 女, as the number says by its last but one digit; empty for anything but 18 characters.
QString sexInNumber(const QString &number);

/// The ethnicity with the code \a code of GB/T 3304, “01” to “56”; empty for any other.
QString ethnicityOf(const QString &code);

}
