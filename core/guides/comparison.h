#pragma once

#include "core/guides/difference.h"
#include "core/guides/guidewords.h"

#include <QHash>

#include <algorithm>

namespace guides {

/// Whether a difference can change what an applicant is asked for.
enum class Effect { Words, Checklist };

/// Collects differences while somebody walks through two packs.
class DifferenceList
{
public:
    /// What is said from now on belongs to \a matter; null: to the pack.
    void standIn(const domain::Matter *matter);
    /// \a subject may be empty: then \a what is about the matter or pack itself.
    void say(const QString &subject, const QString &what, Effect effect);
    QList<Difference> take() { return std::move(m_differences); }

private:
    QString m_matterId;
    QString m_matterName;
    QList<Difference> m_differences;
};

/// \a text in Chinese quotation marks, short enough to be read in a list.
QString cited(const QString &text);

/// Which entries of two lists are the same thing.
struct Pairing {
    QList<std::pair<qsizetype, qsizetype>> both; ///< places in the old and the new list
    QList<qsizetype> removed; ///< places in the old list
    QList<qsizetype> added; ///< places in the new list
    bool isMoved = false; ///< what is in both stands in another order
};

/// Pairs by key; of several entries with one key those that are equal first.
template <class Entry, class KeyOf>
Pairing paired(const QList<Entry> &old, const QList<Entry> &now, KeyOf keyOf)
{
    QHash<QString, QList<qsizetype>> free;
    for (qsizetype at = 0; at < now.size(); ++at)
        free[keyOf(now[at])].append(at);
    QList<qsizetype> partner(old.size(), -1);
    for (const bool equalOnly : {true, false}) {
        for (qsizetype at = 0; at < old.size(); ++at) {
            QList<qsizetype> &places = free[keyOf(old[at])];
            const auto fits = [&](qsizetype place) { return !equalOnly || now[place] == old[at]; };
            const auto place = std::ranges::find_if(places, fits);
            if (partner[at] >= 0 || place == places.end())
                continue;
            partner[at] = *place;
            places.erase(place);
        }
    }
    Pairing pairing;
    QList<bool> isTaken(now.size(), false);
    qsizetype last = -1;
    for (qsizetype at = 0; at < old.size(); ++at) {
        if (partner[at] < 0) {
            pairing.removed.append(at);
            continue;
        }
        pairing.both.append({at, partner[at]});
        pairing.isMoved = pairing.isMoved || partner[at] < last;
        last = partner[at];
        isTaken[partner[at]] = true;
    }
    for (qsizetype at = 0; at < now.size(); ++at) {
        if (!isTaken[at])
            pairing.added.append(at);
    }
    return pairing;
}

/// Compares two states of one thing member by member. A member that a rule has looked at is settled; rest() tells that there
/// is more when the members that are left are not the same, so nothing is passed over.
template <class T>
class Comparison
{
public:
    Comparison(const T &old, const T &now, QString subject, DifferenceList &list)
        : m_old(old), m_now(now), m_rest(old), m_subject(std::move(subject)), m_list(list)
    {
    }

    const T &old() const { return m_old; }
    const T &now() const { return m_now; }

    /// Whether \a member is different; from here on it counts as told.
    template <class Member>
    bool differs(Member T::*member)
    {
        m_rest.*member = m_now.*member;
        return !(m_old.*member == m_now.*member);
    }
    void say(const QString &what, Effect effect) { m_list.say(m_subject, what, effect); }
    /// “label由…改为…” with both values in words; \a none stands for an empty one.
    void changed(const QString &label, const QString &old, const QString &now, Effect effect)
    {
        const QString of = m_subject.isEmpty() ? label : u'的' + label;
        if (cited(old) == cited(now)) // not the same, but the same in words
            say(of + QStringLiteral("的写法有修改"), effect);
        else if (old.isEmpty())
            say(QStringLiteral("增加") + label + cited(now), effect);
        else if (now.isEmpty())
            say(QStringLiteral("删去") + label + cited(old), effect);
        else
            say(of + QStringLiteral("由%1改为%2").arg(cited(old), cited(now)), effect);
    }

    void text(QString T::*member, const QString &label, Effect effect = Effect::Words)
    {
        if (differs(member))
            changed(label, m_old.*member, m_now.*member, effect);
    }
    /// A number or a word that always has a value.
    template <class Value, class ToWords>
    void value(Value T::*member, const QString &label, ToWords toWords, Effect effect = Effect::Words)
    {
        if (!differs(member))
            return;
        const QString of = m_subject.isEmpty() ? label : u'的' + label;
        say(of + QStringLiteral("由%1改为%2").arg(toWords(m_old.*member), toWords(m_now.*member)), effect);
    }
    void days(int T::*member, const QString &label) { value(member, label, wordForDays); }
    void flag(bool T::*member, const QString &whenSet, const QString &whenNot, Effect effect)
    {
        if (differs(member))
            say(QStringLiteral("改为") + (m_now.*member ? whenSet : whenNot), effect);
    }
    /// A list of words, of which some are new, some gone, or all in another order.
    template <class Entry, class ToWords>
    void words(QList<Entry> T::*member, const QString &label, ToWords toWords, Effect effect = Effect::Words)
    {
        if (!differs(member))
            return;
        const Pairing pairs = paired(m_old.*member, m_now.*member, toWords);
        for (const qsizetype at : pairs.removed)
            say(QStringLiteral("删去") + label + cited(toWords((m_old.*member)[at])), effect);
        for (const qsizetype at : pairs.added)
            say(QStringLiteral("增加") + label + cited(toWords((m_now.*member)[at])), effect);
        if (pairs.isMoved)
            moved(label, effect);
        for (const auto &[before, after] : pairs.both) {
            if (!((m_old.*member)[before] == (m_now.*member)[after]))
                say(label + cited(toWords((m_now.*member)[after])) + QStringLiteral("有修改"), effect);
        }
    }
    void texts(QStringList T::*member, const QString &label, Effect effect = Effect::Words)
    {
        if (!differs(member))
            return;
        const Pairing pairs = paired(m_old.*member, m_now.*member, [](const QString &text) { return text; });
        if (pairs.isMoved)
            moved(label, effect);
        if (pairs.removed.size() == 1 && pairs.added.size() == 1) {
            changed(label, (m_old.*member)[pairs.removed[0]], (m_now.*member)[pairs.added[0]], effect);
            return;
        }
        for (const qsizetype at : pairs.removed)
            say(QStringLiteral("删去") + label + cited((m_old.*member)[at]), effect);
        for (const qsizetype at : pairs.added)
            say(QStringLiteral("增加") + label + cited((m_now.*member)[at]), effect);
    }
    /// Things with a name of their own: \a compare tells what is different in one that is in both.
    template <class Entry, class KeyOf, class NameOf, class Compare>
    void entries(QList<Entry> T::*member, const QString &kind, Effect effect, KeyOf keyOf, NameOf nameOf, Compare compare)
    {
        if (!differs(member))
            return;
        const Pairing pairs = paired(m_old.*member, m_now.*member, keyOf);
        for (const qsizetype at : pairs.removed)
            say(QStringLiteral("删去") + kind + cited(nameOf((m_old.*member)[at])), effect);
        for (const qsizetype at : pairs.added)
            say(QStringLiteral("增加") + kind + cited(nameOf((m_now.*member)[at])), effect);
        if (pairs.isMoved)
            moved(kind, Effect::Words);
        for (const auto &[before, after] : pairs.both) {
            if (!((m_old.*member)[before] == (m_now.*member)[after]))
                compare((m_old.*member)[before], (m_now.*member)[after]);
        }
    }
    void provenance(domain::Provenance T::*member, Effect effectOfDays)
    {
        if (!differs(member))
            return;
        const domain::Provenance &before = m_old.*member;
        const domain::Provenance &after = m_now.*member;
        const QString none = QStringLiteral("不限");
        if (before.source != after.source)
            changed(QStringLiteral("来源"), before.source, after.source, Effect::Words);
        if (before.confidence != after.confidence)
            changed(QStringLiteral("可信度"), wordFor(before.confidence), wordFor(after.confidence), Effect::Words);
        if (before.from != after.from)
            changed(QStringLiteral("起始日期"), wordForDay(before.from, none), wordForDay(after.from, none), effectOfDays);
        if (before.until != after.until)
            changed(QStringLiteral("截止日期"), wordForDay(before.until, none), wordForDay(after.until, none),
                    effectOfDays);
    }
    /// To be called last.
    void rest()
    {
        if (!(m_rest == m_now))
            say(m_subject.isEmpty() ? QStringLiteral("其他内容有修改") : QStringLiteral("的其他内容有修改"), Effect::Checklist);
    }

private:
    void moved(const QString &label, Effect effect)
    {
        say((m_subject.isEmpty() ? label : u'的' + label) + QStringLiteral("顺序有调整"), effect);
    }

    const T &m_old;
    const T &m_now;
    T m_rest; ///< \c m_old with the members of \c m_now that were told
    const QString m_subject;
    DifferenceList &m_list;
};

}
