#pragma once

#include "tests/ui/intake/samplecase.h"
#include "ui/intake/applicantform.h"
#include "ui/intake/checklistpanel.h"
#include "ui/intake/itemspanel.h"
#include "ui/intake/situationspanel.h"
#include "ui/words/words.h"

#include <QTest>

inline void showOn(SituationsPanel &panel, const SampleCase &sample)
{
    panel.show(sample.plan());
}
inline void showOn(ItemsPanel &panel, const SampleCase &sample)
{
    panel.show(sample.plan());
}
inline void showOn(ApplicantForm &form, const SampleCase &sample)
{
    form.show(sample.plan(), sample.file().stage);
}
inline void showOn(ChecklistPanel &panel, const SampleCase &sample)
{
    panel.show(sample.plan(), sample.file(), sample.today(), sample.calendar());
}

/// One panel at work on a sample case as the page employs it: commands are decided, the panel is shown again, refusals come
/// back to it.
template <class Panel>
class Bench
{
public:
    explicit Bench(SampleCase &sample) : m_panel(new Panel(&m_window))
    {
        QObject::connect(m_panel, &Panel::wanted, m_panel, [this, &sample](const domain::Command &command) {
            const QList<domain::Refusal> refusals = sample.perform(command);
            showOn(*m_panel, sample);
            if (!refusals.isEmpty())
                m_panel->refuse(words::sentence(refusals.front()));
        });
        showOn(*m_panel, sample);
        m_panel->resize(600, 420);
        m_window.resize(600, 420);
        m_window.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
        m_panel->takeFocus();
    }
    Panel &panel() { return *m_panel; }

private:
    QWidget m_window;
    Panel *const m_panel;
};
