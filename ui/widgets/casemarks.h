#pragma once

#include <QSet>
#include <QStringList>

/// Cases that are marked for an act on several. Marks stay when lists change.
class CaseMarks final
{
public:
    bool contains(const QString &caseId) const { return m_marked.contains(caseId); }
    bool isEmpty() const { return m_marked.isEmpty(); }
    int count() const { return int(m_marked.size()); }
    void toggle(const QString &caseId)
    {
        if (!m_marked.remove(caseId))
            m_marked.insert(caseId);
    }
    /// Marks all of \a caseIds, or, when all of them are, none.
    void toggleAll(const QStringList &caseIds)
    {
        const QSet<QString> all(caseIds.begin(), caseIds.end());
        if (m_marked.contains(all))
            m_marked.subtract(all);
        else
            m_marked.unite(all);
    }
    void clear() { m_marked.clear(); }
    /// The marked ones; when there are none, all of \a shown.
    QStringList orAll(const QStringList &shown) const { return m_marked.isEmpty() ? shown : m_marked.values(); }

private:
    QSet<QString> m_marked;
};
