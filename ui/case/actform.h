#pragma once

#include "ui/case/actfields.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

/// Asks for what an act has to be told: a line for each blank, Tab goes on, Enter gives, Esc leaves. What is wrong stands at its
/// blank. A grave act asks a second time.
class ActForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ActForm(QWidget *parent = nullptr);

    /// Begins anew with \a fields and takes the keyboard.
    void ask(const QString &title, const QList<ActField> &fields);
    /// What stands in the blanks that are shown.
    ActAnswers answers() const;
    /// Puts \a value into the blank \a id; nothing happens when there is none. A check takes actfield::yes, a choice the value of an option, or
    /// anything else to be left open.
    void fill(const QString &id, const QString &value);
    /// What the blank \a id is called; empty when there is none.
    QString label(const QString &id) const;
    /// Shows why \a refusals stand against it, each at its blank if it has one.
    void refuse(const QList<domain::Refusal> &refusals);
    /// Shows \a sentence below the blanks.
    void refuse(const QString &sentence);
    /// Says what is waited for, which is no fault.
    void wait(const QString &sentence);
    /// Asks \a question; sure() until something is changed.
    void askAgain(const QString &question);
    bool sure() const { return m_sure; }
    /// The sentences that are shown, for readers of the screen.
    QStringList faults() const;

signals:
    void given();
    void left();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Blank {
        ActField field;
        QWidget *line = nullptr;
        QWidget *editor = nullptr;
        QLabel *fault = nullptr;
    };
    Blank makeBlank(const ActField &field);
    QWidget *makeEditor(const ActField &field, QWidget *parent);
    static QString valueOf(const Blank &blank);
    bool take(const QKeyEvent &press);
    void changed();
    void showBlanks();
    void say(const QString &sentence, theme::Colour colour);
    void clearFaults();

    std::vector<Blank> m_blanks;
    QVBoxLayout *const m_lines;
    QLabel *const m_title;
    QLabel *const m_message;
    QHBoxLayout *const m_keys;
    bool m_sure = false;
};
