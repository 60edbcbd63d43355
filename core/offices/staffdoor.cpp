#include "core/offices/staffdoor.h"

#include "core/hub/identifying.h"
#include "core/hub/logging.h"
#include "core/hub/wiping.h"

#include <algorithm>

namespace offices {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;
using Result = wire::SignInAnswer::Result;

namespace {

constexpr qsizetype largestSignIn = 16 * 1024;

/// Their posts, as the window knows them too (domain::wordOf(Post)); none: somebody of another side.
QStringList postsOf(const Person &person)
{
    QStringList posts;
    for (const Role role : person.roles) {
        if (role == Role::Clerk || role == Role::IssuanceClerk || role == Role::HallSupervisor)
            posts << wordOf(role);
    }
    return posts;
}

people::StaffMember memberOf(const Person &person)
{
    return {.account = person.account, .name = person.name, .called = person.called, .posts = postsOf(person), .version = person.version};
}

hub::Response refusal(Code code, const QString &detail)
{
    return hub::problemResponse({code, detail, 0, {}});
}

template <class Value>
hub::Response jsonOrProblem(const wire::Answer<Value> &answer)
{
    return answer ? hub::Response{.status = 200, .type = wire::jsonType, .body = wire::toJson(*answer)} : hub::problemResponse(answer.error());
}

}

hub::Response StaffDoor::handle(const hub::Request &request)
try {
    return answer(request);
} catch (const std::exception &exception) {
    qCCritical(hub::lcHub) << "a sign-in ended in" << exception.what();
    return refusal(Code::Failed, u"the hub failed; its log says why"_s);
}

hub::Response StaffDoor::answer(const hub::Request &request)
{
    const bool isSignIn = request.method == "POST" && request.target == "/sync/v1/staff/sign-in";
    const bool isList = request.method == "GET" && request.target == "/sync/v1/staff";
    if (!isSignIn && !isList)
        return refusal(Code::Unknown, u"there is no such request"_s);
    if (request.body.size() > largestSignIn)
        return refusal(Code::TooLarge, u"a sign-in has at most %1 bytes"_s.arg(largestSignIn));
    const wire::Answer<hub::Device> device = hub::identified(request, m_engine);
    if (!device)
        return hub::problemResponse(device.error());
    if (device->revokedAt.isValid())
        return hub::Wiping(m_engine).bearing(refusal(Code::Revoked, u"nobody signs in at this device any more"_s), request, *device);
    if (isList)
        return jsonOrProblem(list(*device));
    const base::Result<wire::SignInWish> wish = wire::signInWishFrom(request.body, m_engine.key.signing());
    if (!wish)
        return refusal(Code::BadRequest, wish.error().place + u": "_s + wish.error().detail);
    return jsonOrProblem(signIn(*device, *wish));
}

wire::Answer<wire::SignInAnswer> StaffDoor::signIn(const hub::Device &device, const wire::SignInWish &wish)
{
    const auto session = m_accounts.signIn(wish.name, wish.password);
    if (!session)
        return hub::refused(session.error());
    if (!*session)
        return wire::SignInAnswer{.result = Result::Wrong, .hubTime = m_engine.now()};
    const base::Result<wire::SignInAnswer> judged = judge(device, wish, **session);
    // The window holds the lease; no session of the pages stays behind.
    if (const base::Result<> out = m_accounts.signOut(**session); !out)
        return hub::refused(out.error());
    if (!judged)
        return hub::refused(judged.error());
    return *judged;
}

base::Result<wire::SignInAnswer> StaffDoor::judge(const hub::Device &device, const wire::SignInWish &wish, const QByteArray &session)
{
    const QDateTime now = m_engine.now();
    const auto person = m_accounts.personOf(session);
    if (!person)
        return base::Fail(person.error());
    if (!*person)
        return wire::SignInAnswer{.result = Result::Wrong, .hubTime = now};
    if ((*person)->hall != device.hall || postsOf(**person).isEmpty()) {
        return m_accounts.note(wish.name, u"window-refused"_s, device.uuid, u"another hall"_s).map([&] {
            return wire::SignInAnswer{.result = Result::OtherHall, .hubTime = now};
        });
    }
    if ((*person)->mustChangePassword && wish.fresh.isEmpty())
        return wire::SignInAnswer{.result = Result::FreshWanted, .hubTime = now};
    if (!wish.fresh.isEmpty()) {
        const base::Result<QString> fault = m_accounts.changePassword(session, wish.password, wish.fresh);
        if (!fault)
            return base::Fail(fault.error());
        if (!fault->isEmpty())
            return wire::SignInAnswer{.result = Result::FreshRefused, .why = *fault, .hubTime = now};
    }
    const auto present = m_accounts.personOf(session); // with the version of now
    if (!present)
        return base::Fail(present.error());
    if (!*present)
        return wire::SignInAnswer{.result = Result::Wrong, .hubTime = now};
    return m_accounts.note(wish.name, u"window-signed-in"_s, device.uuid).map([&] {
        return wire::SignInAnswer{
            .result = Result::Welcome, .member = memberOf(**present), .leaseUntil = now.addDays(leaseDays), .hubTime = now};
    });
}

wire::Answer<wire::StaffList> StaffDoor::list(const hub::Device &device) const
{
    const auto people = m_accounts.ofHall(device.hall);
    if (!people)
        return hub::refused(people.error());
    const QDateTime now = m_engine.now();
    wire::StaffList list{.leaseUntil = now.addDays(leaseDays), .hubTime = now};
    for (const Person &person : *people) {
        if (!person.isClosed && !postsOf(person).isEmpty() && list.open.size() < wire::mostStaff)
            list.open << memberOf(person);
    }
    list.asks = !list.open.isEmpty();
    return list;
}

}
