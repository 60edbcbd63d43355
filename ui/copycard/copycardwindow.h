#pragma once

#include "core/desk/copyrun.h"
#include "core/domain/copymap.h"

#include <QWidget>

#include <chrono>

class ClipboardHold;
class CopyModel;
class KeyButton;
class QComboBox;
class QLabel;
class QListView;

/// The copy card of one filed case: a window of its own beside the program into which the case is typed once more.
class CopyCardWindow final : public QWidget
{
    Q_OBJECT

public:
    /// \a keep: how long a copied value lies on the clipboard.
    explicit CopyCardWindow(std::chrono::seconds keep, QWidget *parent = nullptr);
    ~CopyCardWindow() override;

    /// Opens the card of \a work, which outlives its being open, for the systems \a maps (one or more). The same case once more:
    /// the card as it stands comes to the front.
    void open(desk::CaseWork &work, const QList<domain::CopyMap> &maps);
    /// The case that is open; null: none.
    const desk::CaseWork *work() const { return m_work; }
    /// What is being copied; null: the card is closed.
    const desk::CopyRun *run() const { return m_run.get(); }

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    QLayout *makeKeys();
    void choose(int system);
    void copyNext();
    void copyScreen();
    void give(const tl::expected<QString, desk::Undone> &value, qsizetype bare);
    void step(int lines);
    void stepScreen(int screens);
    void setOnTop(bool onTop);
    void followApplication(Qt::ApplicationState state);
    void refresh();
    void showCurrent();
    void showClipboard();

    desk::CaseWork *m_work = nullptr;
    QList<domain::CopyMap> m_maps;
    std::unique_ptr<desk::CopyRun> m_run;
    ClipboardHold *const m_hold;
    CopyModel *const m_model;
    QComboBox *const m_systems;
    QLabel *const m_case;
    QLabel *const m_sample;
    QLabel *const m_screen;
    QLabel *const m_label;
    QLabel *const m_value;
    QLabel *const m_note;
    QListView *const m_list;
    QLabel *const m_held;
    KeyButton *m_onTopKey = nullptr;
    KeyButton *m_whenBackKey = nullptr;
    QString m_problem; ///< why the last key did nothing
    QString m_heldLabel;
    qsizetype m_bare = -1; ///< the line whose value lies on the clipboard
    bool m_onTop = true;
    bool m_whenBack = false; ///< coming back from another program copies the next value
};
