#include "core/wire/staff.h"

#include "core/base/text.h"
#include "core/wire/fields.h"

#include <algorithm>
#include <array>

namespace wire {

using namespace Qt::StringLiterals;
using people::StaffMember;

namespace {

constexpr int longestStaffName = 60;
constexpr qsizetype mostPosts = 10;

struct SignInWord {
    SignInAnswer::Result result;
    QLatin1StringView word;
};
constexpr std::array signInWords{SignInWord{SignInAnswer::Result::Welcome, "welcome"_L1},
                                 SignInWord{SignInAnswer::Result::Wrong, "wrong"_L1},
                                 SignInWord{SignInAnswer::Result::OtherHall, "other-hall"_L1},
                                 SignInWord{SignInAnswer::Result::FreshWanted, "fresh-wanted"_L1},
                                 SignInWord{SignInAnswer::Result::FreshRefused, "fresh-refused"_L1}};

QJsonObject memberObject(const StaffMember &member)
{
    return {{"account"_L1, member.account},
            {"name"_L1, member.name},
            {"called"_L1, member.called},
            {"posts"_L1, QJsonArray::fromStringList(member.posts)},
            {"version"_L1, member.version}};
}

StaffMember memberIn(Fields &fields)
{
    StaffMember member{.account = fields.number("account"_L1, 1, std::numeric_limits<qint64>::max()),
                       .name = base::cleanLine(fields.word("name"_L1), longestStaffName),
                       .called = base::cleanLine(fields.word("called"_L1), longestStaffName),
                       .posts = fields.texts("posts"_L1),
                       .version = fields.number("version"_L1, 1, std::numeric_limits<qint64>::max())};
    if (member.posts.size() > mostPosts)
        fields.fault("posts"_L1, u"are more than there are"_s);
    return member;
}

}

QByteArray toJson(const SignInWish &wish, const people::PublicKey &hubKey)
{
    const QByteArray sealed = people::sealedTo(
        hubKey, base::Secret(compact({{"name"_L1, wish.name}, {"password"_L1, wish.password}, {"fresh"_L1, wish.fresh}})));
    return sealed.isEmpty() ? QByteArray() : compact({{"sealed"_L1, QString::fromLatin1(toBase64(sealed))}});
}

base::Result<SignInWish> signInWishFrom(const QByteArray &body, const people::WindowKey &hubKey)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields outer(*object, {});
    const base::Result<QByteArray> sealed = outer.done(outer.bytes("sealed"_L1));
    if (!sealed)
        return base::Fail(sealed.error());
    const base::Secret content = hubKey.openSealed(*sealed);
    if (content.isEmpty())
        return base::Fail({base::Error::Kind::Document, u"was not sealed to this hub"_s, u"sealed"_s});
    const base::Result<QJsonObject> wish = objectIn(content.view().toByteArray());
    if (!wish)
        return base::Fail(wish.error());
    Fields fields(*wish, {});
    return fields.done(SignInWish{fields.text("name"_L1), fields.text("password"_L1), fields.textIfAny("fresh"_L1)});
}

QByteArray toJson(const SignInAnswer &answer)
{
    QJsonObject object{{"result"_L1, std::ranges::find(signInWords, answer.result, &SignInWord::result)->word},
                       {"hubTime"_L1, answer.hubTime.toMSecsSinceEpoch()}};
    if (!answer.why.isEmpty())
        object.insert("why"_L1, answer.why);
    if (answer.result == SignInAnswer::Result::Welcome) {
        object.insert("member"_L1, memberObject(answer.member));
        object.insert("leaseUntil"_L1, answer.leaseUntil.toMSecsSinceEpoch());
    }
    return compact(object);
}

base::Result<SignInAnswer> signInAnswerFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    SignInAnswer answer;
    const auto known = std::ranges::find(signInWords, fields.word("result"_L1), &SignInWord::word);
    if (known == signInWords.end())
        fields.fault("result"_L1, u"is nothing that this window knows"_s);
    else
        answer.result = known->result;
    answer.why = base::cleanLine(fields.textIfAny("why"_L1), 200);
    answer.hubTime = fields.time("hubTime"_L1);
    if (answer.result == SignInAnswer::Result::Welcome) {
        answer.member = fields.inner("member"_L1, memberIn);
        answer.leaseUntil = fields.time("leaseUntil"_L1);
    }
    return fields.done(answer);
}

QByteArray toJson(const StaffList &list)
{
    QJsonArray open;
    for (const StaffMember &member : list.open)
        open << memberObject(member);
    return compact({{"asks"_L1, list.asks},
                    {"open"_L1, open},
                    {"leaseUntil"_L1, list.leaseUntil.toMSecsSinceEpoch()},
                    {"hubTime"_L1, list.hubTime.toMSecsSinceEpoch()}});
}

base::Result<StaffList> staffListFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    StaffList list;
    list.asks = fields.flag("asks"_L1);
    list.open = fields.each("open"_L1, mostStaff, memberIn);
    list.leaseUntil = fields.time("leaseUntil"_L1);
    list.hubTime = fields.time("hubTime"_L1);
    return fields.done(list);
}

}
