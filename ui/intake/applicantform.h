#pragma once

#include "core/domain/commands.h"
#include "core/domain/parties.h"
#include "ui/widgets/stepcard.h"

class FieldCell;
class KeyButton;
class QGridLayout;
class QLabel;
class QScrollArea;

/// Step 3: the one form. Every field that any chosen item needs, asked once; in blocks by whom they are about.
class ApplicantForm final : public StepCard
{
    Q_OBJECT

public:
    explicit ApplicantForm(QWidget *parent = nullptr);

    void show(const domain::Plan &plan, domain::Stage stage);
    /// Takes the keyboard: to \a field, else to the first that is missing or faulty, else to the first.
    void takeFocus(const QString &field = {});
    /// Gives everything that was typed and not yet given.
    void flush();
    /// The form scrolls when its fields need more than \a height pixels.
    void setMostHeight(int height);
    QWidget *editor(const QString &field) const;
    /// The field that has the keyboard; empty: none.
    QString fieldUnderCursor() const;
    QString faultText(const QString &field) const;

signals:
    void wanted(const domain::Command &command);
    void passed(); ///< Enter in the last field
    void agentRequested(); ///< an agent comes or goes
    void cardRequested(); ///< the card of the person under the cursor is to be read
    void peopleRequested(); ///< the lists of people are wanted

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Where the next block may go.
    struct GridPlace {
        int row = 0; ///< of its heading
        int column = 0;
        int end = 0; ///< first row below what stands beside it
    };
    FieldCell *cell(const QString &field) const;
    void showPeople(const domain::Plan &plan);
    void remake(const QList<domain::Plan::FieldLine> &lines);
    void remakeHeadings();
    FieldCell *make(const domain::Plan::FieldLine &line);
    void arrange();
    void place(const domain::FormBlock &block, QLabel *heading, GridPlace &place);
    void fitHeight();
    void goOn(const FieldCell *from);
    void focus(FieldCell *cell);

    QScrollArea *const m_scroll;
    QWidget *const m_page;
    QGridLayout *const m_grid;
    QLabel *const m_empty;
    KeyButton *const m_card;
    KeyButton *const m_agent;
    KeyButton *const m_people;
    QList<FieldCell *> m_cells;
    QList<domain::Plan::FieldLine> m_lines;
    QList<domain::FormBlock> m_blocks;
    QList<QLabel *> m_headings; ///< of the blocks, in their order
    int m_columns = 0;
    int m_mostHeight = 260;
};
