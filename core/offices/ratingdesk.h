#pragma once

#include "core/domain/satisfaction.h"
#include "core/offices/progressdesk.h"

namespace offices {

/// 好差评: takes what the holder of a receipt says of that visit, once and voluntarily, and keeps what has to be put right. Nobody of the staff
/// can rate: it takes the code on the paper that the citizen was given. From any thread.
class RatingDesk final
{
public:
    /// Everything must live as long as this.
    RatingDesk(const hub::Engine &engine, const domain::ClockRules &rules) : m_engine(engine), m_rules(rules) { }

    static constexpr int longestWords = 300; ///< characters

    /// Whether \a shown is a visit that may be rated and was not yet.
    base::Result<bool> mayRate(const ProgressDesk::Shown &shown) const;
    enum class Outcome {
        Taken,
        AlreadyRated,
        NoVisit, ///< the paper is no receipt
    };
    /// \a words may be empty; what is too long is cut.
    base::Result<Outcome> rate(const ProgressDesk::Shown &shown, domain::Satisfaction level, const QString &words) const;

    /// A rating as somebody who has to answer for it reads it.
    struct Entry {
        hub::RatingLine line;
        QString words;
        QString result;
        int daysLeft = 0; ///< working days to its end
    };
    /// \a by, for the book: what citizens write may name somebody.
    base::Result<QList<Entry>> entries(bool openOnly, int most, const QString &by = hub::atConsole()) const;
    /// Notes what was done about the rating \a id. \a by, for the book. Error::Missing when there is no such task, or it is closed.
    [[nodiscard]] base::Result<> rectify(qint64 id, const QString &result, const QString &by = hub::atConsole()) const;

private:
    const hub::Engine &m_engine;
    const domain::ClockRules &m_rules;
};

}
