#pragma once

#include "core/hub/http.h"
#include "core/offices/accounts.h"
#include "core/wire/messages.h"
#include "core/wire/staff.h"

namespace offices {

/// The door through which people sign in at windows: POST /sync/v1/staff/sign-in and GET /sync/v1/staff, signed by an enrolled window
/// as every other request of it. What is typed is judged and written into the book as at the pages. Never throws.
class StaffDoor final : public hub::Handler
{
public:
    static constexpr int leaseDays = people::StaffBook::leaseDays;

    /// \a engine must live as long as this.
    explicit StaffDoor(const hub::Engine &engine, PasswordCost cost = PasswordCost::moderate())
        : m_engine(engine), m_accounts(engine, cost)
    {
    }

    hub::Response handle(const hub::Request &request) override;

private:
    hub::Response answer(const hub::Request &request);
    wire::Answer<wire::SignInAnswer> signIn(const hub::Device &device, const wire::SignInWish &wish);
    base::Result<wire::SignInAnswer> judge(const hub::Device &device, const wire::SignInWish &wish, const QByteArray &session);
    wire::Answer<wire::StaffList> list(const hub::Device &device) const;

    const hub::Engine &m_engine;
    Accounts m_accounts;
};

}
