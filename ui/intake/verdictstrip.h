#pragma once

#include "core/domain/plan.h"

#include <QFrame>

class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

/// What a verdict still has to be told, in one line below the list: the identifier of an exemption, day of a deferral, what
/// does not conform. Enter gives it, Esc leaves it.
class VerdictStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictStrip(QWidget *parent = nullptr);

    /// Asks for the rest of a verdict of \a kind (one of the three above) on \a line and takes the keyboard. \a before: what was
    /// found earlier, as a start. \a latest: last possible day of a deferral.
    void ask(domain::VerdictKind kind, const domain::Plan::MaterialLine &line,
             const std::optional<domain::Verdict> &before, QDate latest);

signals:
    void given(const domain::Verdict &verdict);
    void cancelled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static QString keysOf(domain::VerdictKind kind);
    void showKind();
    void listSources(const domain::Material &material);
    void listCheckpoints(const domain::Material &material);
    void step(int sources);
    void give();
    void giveCheckpoint(int index);
    QWidget *firstEditor();

    domain::Verdict m_verdict;
    QList<domain::Material::Acquisition> m_sources;
    QList<domain::Checkpoint> m_points;

    QLabel *const m_title;
    QHBoxLayout *const m_sourceRow; ///< Exempt: the ways, the chosen one marked
    QLineEdit *const m_identifier;
    QDateEdit *const m_due;
    QVBoxLayout *const m_pointRows; ///< NotConforming: numbered
    QLineEdit *const m_reason;
    QLabel *const m_keys;
};
