#pragma once

#include "tests/support/keys.h"
#include "tests/ui/case/filedcase.h"
#include "ui/case/actform.h"
#include "ui/case/actspane.h"
#include "ui/case/casepage.h"

#include <QTest>

/// The page at work in a window as large as the smallest screen leaves it, with a clerk's hands.
class CaseDesk
{
public:
    explicit CaseDesk(FiledCase &filed) : m_filed(filed)
    {
        m_page.resize(1282, 700);
        m_page.QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
        m_page.show(&filed.work());
    }

    CasePage &page() { return m_page; }
    template <class Part>
    Part &part() const
    {
        return *m_page.findChild<Part *>();
    }
    void press(std::initializer_list<Qt::Key> keys)
    {
        for (const Qt::Key key : keys) {
            m_keys.press(key);
            QVERIFY2(m_page.isAncestorOf(QApplication::focusWidget()), qPrintable(QKeySequence(key).toString()));
        }
    }
    void type(const QString &text) { m_keys.type(text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) { m_keys.press(key, modifiers); }
    /// Goes to blank \a id of the form by Tab alone.
    void tabTo(const QString &id)
    {
        for (int i = 0; i < 12 && QApplication::focusWidget()->objectName() != id; ++i)
            m_keys.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), id);
    }
    QString refusal() const { return part<ActsPane>().refusal(); }
    QStringList faults() const { return part<ActForm>().faults(); }
    domain::CaseItem item(const QString &id) const { return m_filed.file().life.items.value(id); }

private:
    FiledCase &m_filed;
    CasePage m_page;
    Keys m_keys;
};
