#include "core/guides/circles.h"

#include <QSet>

namespace guides {

namespace {

/// Follows every way from id to id once; coming back to an id that is on the way is a circle.
class CircleSearch
{
public:
    CircleSearch(const QMap<QString, QStringList> &needs, qsizetype most) : m_needs(needs), m_most(most) { }

    QList<QStringList> run()
    {
        for (auto it = m_needs.keyBegin(); it != m_needs.keyEnd(); ++it)
            visit(*it);
        return m_circles;
    }

private:
    void visit(const QString &id)
    {
        if (m_visited.contains(id)) {
            if (m_onWay.contains(id) && m_circles.size() < m_most)
                m_circles.append(m_way.sliced(m_way.indexOf(id)));
            return;
        }
        m_visited.insert(id);
        m_onWay.insert(id);
        m_way.append(id);
        for (const QString &next : m_needs.value(id))
            visit(next);
        m_way.removeLast();
        m_onWay.remove(id);
    }

    const QMap<QString, QStringList> &m_needs;
    const qsizetype m_most;
    QSet<QString> m_visited;
    QSet<QString> m_onWay;
    QStringList m_way;
    QList<QStringList> m_circles;
};

}

QList<QStringList> circlesIn(const QMap<QString, QStringList> &needs, qsizetype most)
{
    return CircleSearch(needs, most).run();
}

}
