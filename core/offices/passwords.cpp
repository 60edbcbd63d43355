#include "core/offices/passwords.h"

#include <QSet>

#include <sodium.h>

#include <algorithm>

namespace offices {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastPassword = 12;
constexpr qsizetype mostPassword = 128;
constexpr qsizetype leastDifferent = 4;

/// Keyboards write the same character in more than one way.
QByteArray bytesOfPassword(const QString &password)
{
    return password.normalized(QString::NormalizationForm_C).toUtf8();
}

}

PasswordCost PasswordCost::moderate()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

PasswordCost PasswordCost::least()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

QByteArray keptForm(const QString &password, const PasswordCost &cost)
{
    const QByteArray bytes = bytesOfPassword(password);
    QByteArray kept(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(kept.data(), bytes.constData(), size_t(bytes.size()), cost.operations, cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return {};
    kept.truncate(kept.indexOf('\0'));
    return kept;
}

bool isPassword(const QString &password, const QByteArray &kept)
{
    const QByteArray bytes = bytesOfPassword(password);
    return kept.size() < crypto_pwhash_STRBYTES && crypto_pwhash_str_verify(kept.constData(), bytes.constData(), size_t(bytes.size())) == 0;
}

QString oneTimePassword()
{
    static const QString letters = u"23456789abcdefghjkmnpqrstuvwxyzA"_s; // 32 of them
    QString password;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 4 == 0)
            password += u'-';
        password += letters[qsizetype(randombytes_uniform(uint32_t(letters.size())))];
    }
    return password;
}

QString faultOfPassword(const QString &password, const QString &name)
{
    if (password.size() < leastPassword || password.size() > mostPassword)
        return u"密码须为%1至%2个字符"_s.arg(leastPassword).arg(mostPassword);
    if (QSet<QChar>(password.begin(), password.end()).size() < leastDifferent)
        return u"密码太简单，请至少使用%1种不同的字符"_s.arg(leastDifferent);
    if (password.contains(name, Qt::CaseInsensitive))
        return u"密码不能包含用户名"_s;
    if (std::ranges::any_of(password, [](QChar c) { return c.category() == QChar::Other_Control; }))
        return u"密码中有无法输入的字符"_s;
    return {};
}

}
