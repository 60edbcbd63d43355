#pragma once

#include "core/domain/plan.h"
#include "core/domain/events.h"

#include <QStringList>

/// How a clerk takes in a newborn, from opening the case to the last verdict: every first answer, every field that must be,
/// every original seen. Knows the strokes, and what the journal may hold of them at any moment.
class Course
{
public:
    explicit Course(const domain::Guide &guide);

    /// From the empty search field into a new case.
    static QStringList strokesToOpen();
    /// Everything that is left to do in a case that stands like \a file; filing is not among it.
    QStringList strokesFrom(const domain::Case &file) const;

    /// What in \a events can not have come from these strokes, done in order and cut off anywhere; empty: nothing.
    QString faultIn(const QList<domain::Event> &events) const;
    /// Every field has exactly what was typed.
    bool isWhole(const domain::Case &file) const;

private:
    struct Answer {
        QString situation;
        QString option;
        bool operator==(const Answer &) const = default;
    };
    bool isDone(const domain::Field &field, const domain::Case &file) const;
    bool mayHold(const domain::Field &field, const QString &value) const;
    QStringList strokesInForm(const domain::Case &file) const;

    const domain::GuideRef m_matter;
    const QDate m_today = QDate::currentDate();
    QList<Answer> m_answers;
    QList<domain::Field> m_fields;
    QStringList m_materials;
};
