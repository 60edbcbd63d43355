#pragma once

#include "core/reports/span.h"

#include <QWidget>

class ChoiceBox;
class QDateEdit;
class QLabel;
class QPushButton;

/// Which days, and whose work: changed by keys, shown by switches.
class SpanBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SpanBar(QWidget *parent = nullptr);

    const reports::Span &span() const { return m_span; }
    const reports::Scope &scope() const { return m_scope; }
    /// The day that every span of another kind contains.
    void begin(QDate today);
    void choose(reports::Span::Kind kind);
    /// The keys go to the two days of a span of any length; Enter takes them.
    void chooseDays();
    /// To the span \a steps before or after.
    void step(int steps);
    void toToday(QDate today);
    /// Whose work can be chosen, the hall first.
    void offer(const QList<reports::Scope> &scopes);
    /// The keys go to the choice of whose work.
    void chooseScope();

signals:
    void changed();
    /// A choice was made or left: the keys go back.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void set(const reports::Span &span);
    void takeDays();

    reports::Span m_span;
    reports::Scope m_scope;
    QList<reports::Scope> m_scopes;
    QLabel *const m_words;
    QList<QPushButton *> m_kinds;
    QDateEdit *const m_from;
    QDateEdit *const m_to;
    ChoiceBox *const m_choice;
};
