#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

/// The keys of one place or one kind of work.
struct KeyGroup {
    QString title;
    struct Row {
        QString keys; ///< key caps, alternatives separated by " / ": "Up / Down"
        QString what;
    };
    QList<Row> rows;
};

/// All keys in groups, laid over the window. Esc, F1 or a click beside it closes it; the focus goes back to where it was.
class HelpOverlay final : public QWidget
{
    Q_OBJECT

public:
    /// Covers \a window and follows its size; hidden at first.
    explicit HelpOverlay(QWidget *window);

    void setGroups(const QList<KeyGroup> &groups);

public slots:
    void open();
    void dismiss();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeGroup(const KeyGroup &group);

    QWidget *m_card;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    QPointer<QWidget> m_focusBefore;
};
