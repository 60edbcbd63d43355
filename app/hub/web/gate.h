#pragma once

#include "app/hub/web/asked.h"
#include "app/hub/web/pages.h"
#include "core/offices/accounts.h"
#include "core/offices/itemrouting.h"

namespace web {

/// Somebody who is signed in.
struct Visitor {
    offices::Person person;
    QByteArray token;
};

/// Through which everybody goes who is signed in: to whom which page is shown and who may change something, by the table of roles; what
/// their pages have in common. Called from several threads at once.
class Gate final
{
public:
    struct Needs {
        const Pages &pages;
        offices::Accounts &accounts;
        offices::ItemRouting &routing;
    };
    /// Everything must live as long as this.
    explicit Gate(const Needs &needs) : m(needs) { }

    /// Only over TLS or from this very machine, only to this host, never to a script, never from another site's page.
    static QByteArray cookieName() { return "__Host-desk"; }

    using Answer = std::function<hub::Response(const Asked &, const Visitor &)>;
    /// The answer to whoever is signed in, may do \a doing (nothing: everybody) and, where something changes, sends back the form's token.
    std::function<hub::Response(const Asked &)> only(std::optional<offices::Doing> doing, Answer answer) const;
    /// The same where \a answer is one of \a face, which outlives the routes.
    template <class Face>
    std::function<hub::Response(const Asked &)> only(std::optional<offices::Doing> doing, const Face *face,
                                                     hub::Response (Face::*answer)(const Asked &, const Visitor &) const) const
    {
        return only(doing, [face, answer](const Asked &asked, const Visitor &visitor) { return (face->*answer)(asked, visitor); });
    }

    hub::Response to(const QString &path) const; ///< another page of ours
    /// \a page with what stands around every page of somebody who is signed in.
    hub::Response show(const Visitor &visitor, Page page) const;
    /// A page that says \a why not, and leads back to \a back.
    hub::Response refused(const Visitor &visitor, int status, const QStringList &why, const QString &back) const;
    /// What an office did not do: in Chinese where it is about what was sent, else a page of its own.
    hub::Response failed(const Visitor &visitor, const base::Error &error, const QString &back) const;
    /// Asks whether \a action (the path of a form) is really meant, and says what follows from it.
    hub::Response askFirst(const Visitor &visitor, const QString &question, const QString &follows, const QString &action, const QString &back) const;
    /// Shows \a secret, once: what it is and what to do with it is said by \a words.
    hub::Response showOnce(const Visitor &visitor, const QString &title, const QString &words, const QString &secret, const QString &back) const;

private:
    hub::Response admitted(const Asked &asked, std::optional<offices::Doing> doing, const Answer &answer) const;
    hub::Response home(const Visitor &visitor) const;

    const Needs m;
};

}
