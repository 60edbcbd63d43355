#include "ui/guides/versioncompare.h"

#include "ui/guides/differencesmodel.h"
#include "ui/sheet/sheetpreview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/paperpreview.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Leaf = desk::GuideReading::Leaf;

namespace {

constexpr int differencesHeight = theme::space(34); // about five sentences; the papers need the rest

QString versionWords(const desk::GuideBrowser::VersionLine &line)
{
    const QString days = line.until.isValid() ? VersionCompare::tr("%1 to %2").arg(words::day(line.from), words::day(line.until))
                                              : VersionCompare::tr("from %1").arg(words::day(line.from));
    return VersionCompare::tr("Version %1, %2, %3").arg(line.version, days, line.publisher);
}

}

VersionCompare::VersionCompare(const desk::GuideReading &reading, QWidget *parent) :
    QWidget(parent), m_reading(reading), m_differences(new DifferencesModel(this)), m_versions(new QComboBox(this)),
    m_head(new SectionHeader(tr("Compare with"), this)), m_sentences(new QListView(this)), m_oldCaption(new QLabel(this)), m_nowCaption(new QLabel(this)),
    m_old(new PaperPreview(this)), m_now(new PaperPreview(this)),
    m_alone(new EmptyState(u"book"_s, tr("Only one version of this pack is on this PC"),
                           tr("Import another one with F8: earlier versions are kept, so that both can be read side by side."), this)),
    m_stack(new QStackedLayout(this))
{
    m_versions->setAccessibleName(tr("Version to compare with"));
    m_versions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_stack->addWidget(m_alone);
    m_stack->addWidget(buildComparison());
    m_old->scrollWith(*m_now);
    connect(m_versions, &QComboBox::currentIndexChanged, this, &VersionCompare::compare);
}

QWidget *VersionCompare::buildComparison()
{
    auto *whole = new QWidget(this);
    prepareDifferences(*m_sentences, m_differences);
    m_head->addAside(m_versions);
    m_head->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    auto *sentences = new QHBoxLayout;
    sentences->setContentsMargins(theme::space(2), 1, theme::space(2), 1);
    sentences->addWidget(m_sentences);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addWidget(buildSide(m_oldCaption, m_old));
    sides->addWidget(buildSide(m_nowCaption, m_now));
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(hairline(whole));
    layout->addLayout(sentences);
    layout->addWidget(hairline(whole));
    layout->addLayout(sides, 1);
    setFocusProxy(m_versions);
    return whole;
}

QWidget *VersionCompare::buildSide(QLabel *caption, PaperPreview *preview)
{
    theme::dress(*caption, theme::Type::Strong);
    caption->setTextFormat(Qt::PlainText);
    caption->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(caption);
    layout->addWidget(preview, 1);
    return side;
}

void VersionCompare::show(const domain::GuideRef &ref)
{
    m_ref = ref;
    {
        const QSignalBlocker quiet(m_versions);
        m_versions->clear();
        const QList<desk::GuideBrowser::VersionLine> others = m_reading.otherVersions(ref);
        for (const desk::GuideBrowser::VersionLine &line : others)
            m_versions->addItem(versionWords(line), line.version);
    }
    m_stack->setCurrentIndex(m_versions->count() > 0 ? 1 : 0);
    compare();
}

void VersionCompare::compare()
{
    const std::optional<desk::GuideReading::Comparison> both = m_reading.compare(m_ref, m_versions->currentData().toString());
    if (!both)
        return;
    m_differences->show(both->differences);
    showSentences();
    m_head->setCaption(both->differences.isEmpty() ? tr("both versions say the same about this matter") : m_differences->summary());
    const auto title = [this](const domain::GuideRef &ref) {
        return ref.version == m_ref.version ? tr("%1 (in use)").arg(ref.version) : ref.version;
    };
    showSide(*m_oldCaption, *m_old, tr("Older: %1").arg(title(both->old)), both->old);
    showSide(*m_nowCaption, *m_now, tr("Newer: %1").arg(title(both->now)), both->now);
}

/// As high as the sentences are, so that the papers have the rest.
void VersionCompare::showSentences()
{
    int height = theme::space(2);
    for (int row = 0; row < m_differences->rowCount() && height < differencesHeight; ++row)
        height += m_sentences->sizeHintForRow(row) + theme::space(1);
    m_sentences->setFixedHeight(qMin(height, differencesHeight));
    m_sentences->setVisible(m_differences->rowCount() > 0);
}

void VersionCompare::showSide(QLabel &caption, PaperPreview &preview, const QString &words, const domain::GuideRef &ref)
{
    caption.setText(words);
    if (m_reading.has(ref))
        showPaper(preview, m_reading.paper(ref, Leaf::Full));
    else
        preview.showNothing(tr("This version does not have the matter"), {});
}
