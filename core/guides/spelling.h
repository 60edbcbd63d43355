#pragma once

#include <QList>
#include <QString>

#include <string>

namespace guides {

/// The most letters that a typed word has; what is typed beyond them is not looked at.
inline constexpr qsizetype longestWord = 60;
/// The most words that are looked at.
inline constexpr qsizetype mostWords = 10;

/// The letters and digits of \a raw in one plain form, so that what is typed and what is searched can be compared: full-width
/// and compatibility forms made plain, lower case, ü made v.
std::u32string plainLetters(const QString &raw);

/// The words of what somebody typed, parted by spaces, each as plainLetters() and at most longestWord; at most mostWords, none
/// empty, none twice.
QList<std::u32string> typedWords(const QString &raw);

}
