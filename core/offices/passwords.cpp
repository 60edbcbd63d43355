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
