#include "core/guides/spelling.h"

namespace guides {

std::u32string plainLetters(const QString &raw)
{
    QString text = raw.normalized(QString::NormalizationForm_KC).toLower();
    text.replace(u'ü', u'v');
    std::u32string letters = text.toStdU32String();
    std::erase_if(letters, [](char32_t c) { return !QChar::isLetterOrNumber(c); });
    return letters;
}

QList<std::u32string> typedWords(const QString &raw)
{
    constexpr qsizetype longestLine = 4 * mostWords * longestWord;
    QList<std::u32string> words;
    for (const QString &part : raw.left(longestLine).simplified().split(u' ')) {
        const std::u32string word = plainLetters(part).substr(0, size_t(longestWord));
        if (!word.empty() && !words.contains(word))
            words.append(word);
        if (words.size() == mostWords)
            break;
    }
    return words;
}

}
